"""Configuration files and environments that must load, and those that must say what is wrong where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.config import Config, load_config, setting_keys, variable
from index.config.settings import RESERVED_KINDS, default_facets
from index.errors import ConfigError
from search.syntax import field_names

ROOT = Path(__file__).parents[3]
DOCUMENTED = (ROOT / "docs/configuration.md").read_text("utf-8")


def write(folder: Path, text: str) -> Path:
    (folder / "articles").mkdir(exist_ok=True)
    file = folder / "config.yaml"
    file.write_text(text, "utf-8")
    return file


def loaded(folder: Path, text: str = "articles: articles\nindex: index\n", **environ: str) -> Config:
    return load_config(write(folder, text), environ)


def test_two_lines_are_enough_and_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    config = loaded(tmp_path)
    assert (config.articles, config.index) == ((tmp_path / "articles",), tmp_path / "index")
    assert config.kinds == ("person", "country", "organisation")
    assert config.server.port == 8000


def test_articles_may_be_a_list_of_folders(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    config = loaded(tmp_path, "articles: [articles, more]\nindex: index\n")
    assert config.articles == (tmp_path / "articles", tmp_path / "more")


@pytest.mark.parametrize(
    ("name", "text", "key", "value"),
    [
        ("DEPECHE_SERVER_PORT", "8123", "server.port", 8123),
        ("DEPECHE_SERVER_HOST", "0.0.0.0", "server.host", "0.0.0.0"),
        ("DEPECHE_SERVER_ACCESS_LOG", "true", "server.access_log", True),
        ("DEPECHE_SERVER_HOSTS", "a.example:b.example", "server.hosts", ("a.example", "b.example")),
        ("DEPECHE_LIMITS_SEARCH_SECONDS", "2", "limits.search_seconds", 2.0),
        ("DEPECHE_INDEX", "/somewhere/else", "index", Path("/somewhere/else")),
    ],
)
def test_the_environment_wins_over_the_file(tmp_path: Path, name: str, text: str, key: str, value: object) -> None:
    section, _, leaf = key.rpartition(".")
    config = loaded(tmp_path, **{name: text})
    assert getattr(getattr(config, section) if section else config, leaf) == value


def test_required_keys_may_come_from_the_environment_alone(tmp_path: Path) -> None:
    config = loaded(tmp_path, "", DEPECHE_ARTICLES=str(tmp_path / "articles"), DEPECHE_INDEX=str(tmp_path / "i"))
    assert config.articles == (tmp_path / "articles",)


def test_the_file_may_be_named_by_the_environment(tmp_path: Path) -> None:
    file = write(tmp_path, "articles: articles\nindex: index\n")
    assert load_config(None, {"DEPECHE_CONFIG": str(file)}).file == file


def test_a_kind_of_ones_own_needs_a_file_and_a_label_only(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text("kind: place\nentities: []\n", "utf-8")
    text = "facets: {person: , place: {gazetteers: [places.yaml], labels: {fr: Lieux}}}\narticles: articles\nindex: i\n"
    config = loaded(tmp_path, text)
    assert config.kinds == ("person", "place")
    assert config.gazetteer_files() == {"person": (None,), "place": (tmp_path / "places.yaml",)}


GOOD = "articles: articles\nindex: index\n"


@pytest.mark.parametrize(
    ("text", "key", "hint"),
    [
        ("article: articles\nindex: index\n", "article", "Did you mean `articles`?"),
        (GOOD + "server: {prot: 1}\n", "server.prot", "Did you mean `port`?"),
        (GOOD + "server: {port: eighty}\n", "server.port", "a whole number, not 'eighty'"),
        (GOOD + "server: {port: 70000}\n", "server.port", "between 1 and 65535"),
        (GOOD + "server: {port: true}\n", "server.port", "a whole number"),
        (GOOD + "server: {access_log: 1}\n", "server.access_log", "true or false"),
        (GOOD + "server: [1]\n", "server", "mapping"),
        (GOOD + "limits: {search_seconds: soon}\n", "limits.search_seconds", "a number"),
        ("articles: nowhere\nindex: index\n", "articles", "no folder"),
        ("articles: 3\nindex: index\n", "articles", "text, not 3"),
        ("articles: []\nindex: index\n", "articles", "names no folder"),
        ("articles: articles\nindex: ./articles/\n", "index", "holds the articles"),
        ("index: index\n", "articles", "DEPECHE_ARTICLES"),
        (GOOD + "curation: no/such/file.yaml\n", "curation", "no folder"),
        (GOOD + "facets: {place: {gazetteers: [missing.yaml]}}\n", "facets.place.gazetteers", "no file"),
        (GOOD + "facets: {place: }\n", "facets.place.gazetteers", "brings no gazetteer"),
        (GOOD + "facets: {source: }\n", "facets.source", "choose another"),
        (GOOD + "facets: {titre: }\n", "facets.titre", "choose another"),
        (GOOD + "facets: {person: , pays: }\n", "facets.pays", "choose another"),
        (GOOD + "facets: {Weapon Systems: }\n", "facets.Weapon Systems", "letters a to z"),
        (GOOD + "facets: {person: {gazeteers: [x]}}\n", "facets.person.gazeteers", "`gazetteers`"),
        (GOOD + "facets: {person: {labels: [x]}}\n", "facets.person.labels", "languages"),
    ],
)
def test_a_wrong_value_is_named_with_file_key_and_remedy(tmp_path: Path, text: str, key: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, text)
    assert caught.value.key == key
    assert str(tmp_path / "config.yaml") in str(caught.value)
    assert hint in str(caught.value)


def test_no_facet_may_take_a_name_that_the_query_language_has_for_a_field() -> None:
    kinds = default_facets()
    assert set(field_names(kinds)) - set(kinds) <= RESERVED_KINDS


def test_a_wrong_value_in_the_environment_is_named_by_its_variable(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"\$DEPECHE_SERVER_PORT.*whole number"):
        loaded(tmp_path, DEPECHE_SERVER_PORT="many")


@pytest.mark.parametrize("text", ["a: [", "- a\n", "'just words'", "a: !!python/object:os.system x"])
def test_a_file_that_is_not_a_yaml_mapping_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"config\.yaml"):
        loaded(tmp_path, text)


def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--config"):
        load_config(tmp_path / "none.yaml", {})


def test_the_configuration_of_the_repository_loads_and_sets_every_key() -> None:
    text = (ROOT / "config.yaml").read_text("utf-8")
    config = load_config(ROOT / "config.yaml", {})
    leaves = [key.rpartition(".")[2] for key in setting_keys(config) if not key.endswith("labels")]
    assert [leaf for leaf in leaves if f"{leaf}:" not in text] == []


def test_every_key_is_documented() -> None:
    config = load_config(ROOT / "config.yaml", {})
    keys = {key.replace(".person.", ".KIND.") for key in setting_keys(config) if "country" not in key}
    assert [key for key in keys if "organisation" not in key and f"| `{key}` |" not in DOCUMENTED] == []


def test_the_variable_of_a_key_is_its_path_in_capitals() -> None:
    assert variable("server.access_log") == "DEPECHE_SERVER_ACCESS_LOG"


def test_a_variable_that_is_no_setting_is_warned_of_with_the_nearest(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    loaded(tmp_path, DEPECHE_SERVER_PROT="80", DEPECHE_WHATEVER="1")
    assert [record.message for record in caplog.records] == [
        "$DEPECHE_SERVER_PROT is ignored: no setting has this name. Did you mean $DEPECHE_SERVER_PORT?",
        "$DEPECHE_WHATEVER is ignored: no setting has this name.",
    ]


def test_variables_that_orchestrators_invent_are_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    invented = ["PORT", "PORT_8000_TCP", "PORT_8000_TCP_ADDR", "SERVICE_HOST", "SERVICE_PORT_HTTP", "WEB_SERVICE_HOST"]
    loaded(tmp_path, DEPECHE_CONFIG="x", HOME="/", **{f"DEPECHE_{name}": "x" for name in invented})
    assert caplog.records == []


def test_a_mistake_of_yaml_is_told_in_one_line_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, "articles: articles\nindex: [a, b\nserver: 3\n")
    assert re.search(r"config.yaml: is not valid YAML: line 3, column \d+: [^\n<]+\.$", str(caught.value))
