"""From files to answers: every count that the endpoint gives is compared with one made by hand from the export."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.analysis import Analyzer
from index.config import load_config
from index.entities.gazetteer.loading import built_in, load_gazetteer
from web import create_app
from web.command import main

ROOT = Path(__file__).parent.parent
KINDS = ("person", "country", "organisation")
WORDS = ["défense", "ukraine", "otan", "missiles", "russe", "élysée", "accord", "soldats", "avion", "ministre", "paix"]
COUNTRIES = ["ua", "ru", "fr", "us", "pl", "ne"]
PEOPLE = ["volodymyr-zelensky", "emmanuel-macron", "vladimir-poutine", "donald-trump"]


@dataclass(frozen=True)
class Line:
    """One exported paragraph, with its stems worked out by themselves."""

    article: str
    day: date | None
    stems: frozenset[str]
    values: frozenset[tuple[str, str]]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, [*arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("end to end")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    file = root / "config.yaml"
    file.write_text("articles: seeds\nindex: index\nlimits: {facet_values: 1000}\n", "utf-8")
    run("reindex", "--config", str(file))
    return file


@pytest.fixture(scope="module")
def client(config: Path) -> FlaskClient:
    return create_app(load_config(config, {})).test_client()


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    gazetteer = load_gazetteer({kind: (built_in(kind),) for kind in KINDS}, None)
    return Analyzer(gazetteer.name_tokens())


@pytest.fixture(scope="module")
def lines(config: Path, analyzer: Analyzer) -> list[Line]:
    exported = [json.loads(line) for line in run("export", "--config", str(config)).splitlines()]
    return [
        Line(
            line["article"]["id"],
            date.fromisoformat(line["article"]["date"]) if line["article"]["date"] else None,
            frozenset(token.stem for token in analyzer.tokens(line["text"])),
            frozenset((value["kind"], value["id"]) for value in line["facets"]),
        )
        for line in exported
    ]


def naive(lines: Iterable[Line], stems: set[str], asked: dict[str, Any]) -> tuple[set[str], dict[str, Counter[str]]]:
    """The articles that match, and the counts of each facet under all filters but its own any-of filter."""
    by_article: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_article[line.article].append(line)
    passed = {article: failures(own, stems, asked) for article, own in by_article.items()}
    matching = {article for article, failed in passed.items() if not failed}
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for kind in KINDS:
        for article, failed in passed.items():
            if failed <= {kind}:
                values = {value for line in by_article[article] for value in line.values}
                counts[kind].update(value for owner, value in values if owner == kind)
    return matching, counts


def failures(own: list[Line], stems: set[str], asked: dict[str, Any]) -> set[str]:
    """The parts of the question that an article fails; "other" for those that are no any-of filter."""
    words = set().union(*(line.stems for line in own))
    values = set().union(*(line.values for line in own))
    failed = {kind for kind in KINDS if asked[kind] and not any((kind, value) in values for value in asked[kind])}
    if not stems <= words or any((kind, value) in values for kind in KINDS for value in asked[f"not_{kind}"]):
        failed.add("other")
    if asked["after"] and (own[0].day is None or own[0].day < date.fromisoformat(asked["after"])):
        failed.add("other")
    return failed


QUESTIONS = st.fixed_dictionaries(
    {
        "words": st.lists(st.sampled_from(WORDS), max_size=3, unique=True),
        "country": st.lists(st.sampled_from(COUNTRIES), max_size=2, unique=True),
        "person": st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True),
        "not_country": st.lists(st.sampled_from(COUNTRIES), max_size=1),
        "after": st.sampled_from(["", "2023-01-01", "2024-06-01"]),
    }
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=QUESTIONS)
def test_every_count_is_that_of_a_naive_counter(
    client: FlaskClient, lines: list[Line], analyzer: Analyzer, question: dict[str, Any]
) -> None:
    asked = {f"{prefix}{kind}": [] for prefix in ("", "not_") for kind in KINDS} | question
    stems = {token.stem for word in question["words"] for token in analyzer.tokens(word)}
    matching, counts = naive(lines, stems, asked)
    parameters = {key: value for key, value in question.items() if key != "words" and value}
    text = " ".join(question["words"])
    answer = client.get("/api/search", query_string=parameters | {"q": text, "names": 0, "copies": 1, "per_page": 100})
    found = answer.get_json()
    assert {hit["article"]["id"] for hit in found["hits"]} == matching
    assert found["total"]["articles"] == len(matching)
    for kind in KINDS:
        given_counts = {value["id"]: value["count"] for value in found["facets"][kind] if value["count"]}
        assert given_counts == dict(counts[kind])


SPELT = [{"country": "ru"}, {"person": "volodymyr-zelensky"}, {"organisation": "otan"}, {"country": ["us", "fr"]}]
UNDER = [{}, {"q": "Przewodów"}, {"q": "Kiev", "scope": "paragraph"}, {"after": "2024-01-01"}, {"copies": "1"}]


@pytest.mark.parametrize("under", UNDER)
@pytest.mark.parametrize("chosen", SPELT)
def test_every_spelling_counts_what_choosing_it_finds(
    client: FlaskClient, chosen: dict[str, str], under: dict[str, str]
) -> None:
    found = client.get("/api/search", query_string=chosen | under).get_json()
    counted = {
        (kind, spelling["key"]): spelling["count"]
        for kind in KINDS
        for value in found["facets"][kind]
        for spelling in value.get("spellings", ())
    }
    given = {
        (kind, key): client.get("/api/search", query_string=chosen | under | {f"{kind}_spelling": key}).get_json()
        for kind, key in counted
    }
    assert counted == {spelling: answer["total"]["articles"] for spelling, answer in given.items()}
    assert counted or not found["total"]["articles"]


def test_a_new_file_is_found_after_a_reindex_without_a_restart(config: Path) -> None:
    live = create_app(load_config(config, {})).test_client()
    assert live.get("/api/search?q=ornithorynque").get_json()["total"]["articles"] == 0
    new = config.parent / "seeds/nouveau.txt"
    new.write_text("Un ornithorynque à l’OTAN\n\nLe ministre a vu mardi un ornithorynque nager à Bruxelles.\n", "utf-8")
    try:
        assert "1 added" in run("reindex", "--config", str(config))
        found = wait_for(live, "/api/search?q=ornithorynque")
        assert found["hits"][0]["article"]["path"] == "nouveau.txt"
    finally:
        new.unlink()
        run("reindex", "--config", str(config))


def wait_for(client: FlaskClient, address: str) -> Any:
    """Ask until there is an answer; a server looks for a newer generation a few times a second."""
    for _ in range(10_000):
        if (found := client.get(address).get_json())["total"]["articles"]:
            return found
    raise AssertionError("the new generation was never served")


def test_the_export_of_a_query_is_in_the_order_of_its_results(config: Path, client: FlaskClient) -> None:
    exported = run("export", "missiles", "--config", str(config)).splitlines()
    articles = list(dict.fromkeys(json.loads(line)["article"]["id"] for line in exported))
    hits = client.get("/api/search?q=missiles&copies=1&per_page=100").get_json()["hits"]
    assert articles == [hit["article"]["id"] for hit in hits]
    assert len(exported) == sum(hit["matching_paragraphs"] for hit in hits)


def test_csv_holds_the_same_paragraphs_as_json_lines(config: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv", "--config", str(config)))))
    lines = [json.loads(line) for line in run("export", "--config", str(config)).splitlines()]
    keys = [(line["article"]["id"], str(line["ordinal"])) for line in lines]
    assert [(row["id"], row["ordinal"]) for row in rows] == keys
    for row, line in zip(rows, lines, strict=True):
        assert row["text"].removeprefix("'") == line["text"]
        assert set(row["country"].split()) == {value["id"] for value in line["facets"] if value["kind"] == "country"}


def assert_shown(shown: object, answer: Any) -> None:
    """Whatever an example shows is so; « … » and the time it took stand for anything, and lists may be longer."""
    if isinstance(shown, dict):
        for key in shown.keys() - {"…", "took_ms"}:
            assert_shown(shown[key], answer[key])
    elif isinstance(shown, list):
        for each, found in zip(shown, answer[: len(shown)], strict=True):
            assert_shown(each, found)
    elif shown != "…":
        assert shown == answer


def test_the_answer_that_the_readme_shows_is_that_of_the_seeds(client: FlaskClient) -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"curl 'http://127.0.0.1:8000(.*?)'.*?```json\n(.*?)```", page, re.DOTALL)
    assert found
    assert_shown(json.loads(found[2]), client.get(found[1]).get_json())
