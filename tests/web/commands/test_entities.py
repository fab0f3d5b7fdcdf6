"""The curator's loop on the command line: review, answer, check, reindex."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from web.command import main

ARTICLE = """Kiev : un entretien à huis clos

Le président ukrainien Volodimyr Zilenski a reçu mardi le colonel Anselme Vautourin, a indiqué l’OTAN.

Le colonel Anselme Vautourin a promis une réponse rapide.
"""
# Small gazetteers load in no time.
GAZETTEERS = {
    "person": """
  - {id: volodymyr-zelensky, label: Volodymyr Zelensky, given: [Volodymyr], surname: Zelensky, surname_alone: always,
     country: ua, roles: [{what: président, of: ua, from: 2019-05-20}]}
  - {id: donald-trump, label: Donald Trump, given: [Donald], surname: Trump, country: us}""",
    "country": """
  - {id: ua, label: Ukraine, demonyms: [ukrainien, ukrainienne], metonyms: [Kiev]}
  - {id: us, label: États-Unis}""",
    "organisation": """
  - {id: otan, label: OTAN}""",
}
FACETS = "".join(f"  {kind}: {{gazetteers: [{kind}.yaml]}}\n" for kind in GAZETTEERS)
SETTINGS = f"articles: articles\nindex: index\nfacets:\n{FACETS}"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/entretien.txt").write_text(ARTICLE, "utf-8")
    for kind, entries in GAZETTEERS.items():
        (tmp_path / f"{kind}.yaml").write_text(f"kind: {kind}\nentities:{entries}\n", "utf-8")
    file = tmp_path / "config.yaml"
    file.write_text(f"{SETTINGS}curation: own.yaml\n", "utf-8")
    run(file, "reindex")
    return file


def run(config: Path, *arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(main, [*arguments, "--config", str(config)])
    assert result.exit_code == status, result.output
    return result


def reviewed(config: Path) -> dict[str, dict[str, object]]:
    lines = run(config, "entities", "review", "--json").stdout.splitlines()
    return {entry["words"]: entry for entry in map(json.loads, lines)}


def people(config: Path) -> set[str]:
    (answer,) = [json.loads(run(config, "search", "--json").stdout)]
    return {value["id"] for value in answer["facets"]["person"]}


def test_explain_shows_words_span_rule_and_confidence(config: Path) -> None:
    file = str(config.parent / "articles/entretien.txt")
    text = run(config, "entities", "explain", file).stdout
    assert "« Volodimyr Zilenski » -> person volodymyr-zelensky: Volodymyr Zelensky" in text
    for value in json.loads(run(config, "entities", "explain", "--json", file).stdout)["facets"]:
        assert {"ordinal", "words", "start", "end", "rule", "confidence"} <= set(value)


def test_explain_says_why_a_listed_name_does_not_count(config: Path) -> None:
    file = config.parent / "articles/rue.txt"
    file.write_text("Un vol rue de Kiev\n\nLe voleur habitait près du lycée Donald-Trump.\n", "utf-8")
    text = run(config, "entities", "explain", str(file)).stdout
    assert "Not counted:" in text
    assert "« Kiev » is not country ua: something is called after it: a street," in text
    told = json.loads(run(config, "entities", "explain", "--json", str(file)).stdout)["refused"]
    assert [(name["ordinal"], name["words"], name["id"], name["reason"]) for name in told] == [
        (0, "Kiev", "ua", "called_after"),
        (1, "Donald-Trump", "donald-trump", "ship_or_street"),
    ]
    nothing = config.parent / "articles/rien.txt"
    nothing.write_text("Un vol\n\nLe voleur habitait en Ukraine.\n", "utf-8")
    assert "Not counted" not in run(config, "entities", "explain", str(nothing)).stdout


def test_review_lists_what_is_uncertain_with_its_context(config: Path) -> None:
    found = reviewed(config)
    assert found["Volodimyr Zilenski"]["entity"] == "volodymyr-zelensky"
    assert found["Anselme Vautourin"]["listed"] is False
    assert "«Anselme Vautourin»" in str(found["Anselme Vautourin"]["contexts"])
    text = run(config, "entities", "review", "--limit", "1").stdout
    assert f"1 of {len(found)} shown" in text


def test_one_is_told_in_the_singular(config: Path) -> None:
    text = run(config, "entities", "review").stdout
    assert "1 article, 1 mention," in text
    assert "1 article, 2 mentions," in text


def test_a_removed_person_is_not_unverified_and_the_check_counts_the_change(config: Path) -> None:
    (config.parent / "own.yaml").write_text("person:\n  - {id: volodymyr-zelensky, remove: true}\n", "utf-8")
    (config.parent / "articles/autre.txt").write_text("Titre\n\nLe président Volodymyr Zelensky est venu.\n", "utf-8")
    own = (config.parent / "own.yaml").rename(config.parent / "later.yaml")
    run(config, "reindex")
    own.rename(config.parent / "own.yaml")
    text = run(config, "entities", "check").stdout
    assert "person volodymyr-zelensky: 2 -> 0 articles" in text
    assert "copies included" in text
    run(config, "reindex")
    assert "volodymyr-zelensky" not in people(config)


def test_an_answer_that_takes_a_famous_name_from_its_bearer_collides(config: Path) -> None:
    run(config, "entities", "accept", "Zelensky", "donald-trump")
    text = run(config, "entities", "check", status=1).stdout
    assert "« Zelensky » (person) is claimed by donald-trump, volodymyr-zelensky" in text
    assert "1 collision;" in text


def test_an_accepted_spelling_is_certain_after_the_next_reindex(config: Path) -> None:
    run(config, "entities", "accept", "Volodimyr Zilenski")
    assert "full" not in run(config, "entities", "check").stdout
    run(config, "reindex")
    assert "Volodimyr Zilenski" not in reviewed(config)
    assert "volodymyr-zelensky" in people(config)


def test_an_accepted_unverified_person_becomes_an_entry(config: Path) -> None:
    run(config, "entities", "accept", "Anselme Vautourin")
    run(config, "reindex")
    assert "Anselme Vautourin" not in reviewed(config)
    assert "anselme-vautourin" in people(config)


def test_a_rejected_spelling_is_never_that_person_again(config: Path) -> None:
    run(config, "entities", "reject", "Volodimyr Zilenski", "Zelensky")
    assert "person volodymyr-zelensky: 1 -> 0 articles" in run(config, "entities", "check").stdout
    run(config, "reindex")
    assert "volodymyr-zelensky" not in people(config)


def test_a_rejected_unverified_name_is_no_name(config: Path) -> None:
    run(config, "entities", "reject", "Anselme Vautourin")
    run(config, "reindex")
    assert "anselme-vautourin" not in people(config)


def test_comments_of_the_curators_file_are_kept(config: Path) -> None:
    own = config.parent / "own.yaml"
    own.write_text("# seen in March\nperson:\n  - id: donald-trump # twice\n    seen_as: [Donal Trompe]\n", "utf-8")
    run(config, "entities", "accept", "Volodimyr Zilenski")
    text = own.read_text("utf-8")
    assert "# seen in March" in text
    assert "# twice" in text
    assert "Volodimyr Zilenski" in text


def test_colliding_names_are_reported(config: Path) -> None:
    own = config.parent / "own.yaml"
    own.write_text("organisation:\n  - {id: club, label: Club du Nord, aliases: [OTAN]}\n", "utf-8")
    result = run(config, "entities", "check", status=1)
    assert "Collision" in result.stdout
    assert "otan" in result.stdout
    assert "club" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("accept", "Personne Inconnue"), "name the ENTITY"),
        (("accept", "Zilenski", "nobody-at-all"), "no person is known as"),
        (("reject", "Kiev", "ua"), "add --kind country"),
        (("accept", "Volodimyr Zilenski", "--kind", "country"), "add --kind person"),
        (("accept", " ", "Zelensky"), "nothing was written"),
        (("reject", "x", "y", "--kind", "weapon"), "there are person, country, organisation"),
        (("accept", "x", "--kind", "weapon"), "there are person, country, organisation"),
        (("review", "--kind", "weapon"), "there are person, country, organisation"),
        (("review", "--limit", "-1"), "--limit"),
        (("review", "--limit", "0"), "--limit"),
    ],
)
def test_what_cannot_be_answered_is_said(config: Path, arguments: tuple[str, ...], hint: str) -> None:
    assert hint in run(config, "entities", *arguments, status=2).output


def test_without_a_file_to_write_to_the_key_is_named(config: Path) -> None:
    config.write_text(SETTINGS, "utf-8")
    assert "curation" in run(config, "entities", "accept", "Volodimyr Zilenski", status=2).output


def test_answers_name_the_file_and_the_entity_and_tell_news_from_what_is_known(config: Path) -> None:
    own = config.parent / "own.yaml"
    told = run(config, "entities", "accept", "Volodimyr Zilenski").stdout
    assert told.startswith(
        f"{own}: « Volodimyr Zilenski » is now a spelling of Volodymyr Zelensky (volodymyr-zelensky). "
    )
    again = run(config, "entities", "accept", "Volodimyr Zilenski").stdout
    assert "is already a spelling of" in again
    assert "depeche reindex" not in again
    told = run(config, "entities", "reject", "Kiev", "Ukraine", "--kind", "country").stdout
    assert "« Kiev » is now never taken for Ukraine (ua)." in told


def test_a_review_names_the_file_that_answers_go_to(config: Path) -> None:
    assert f"which write to {config.parent / 'own.yaml'}." in run(config, "entities", "review").stdout
    nothing = run(config, "entities", "review", "--kind", "country").stdout
    assert nothing == "Nothing is uncertain of the kind country.\n"
    config.write_text(SETTINGS, "utf-8")
    assert "set `curation` first" in run(config, "entities", "review").stdout
