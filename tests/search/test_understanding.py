"""What an answer tells of how its query was understood, and of what was ignored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from search.query import Query
from tests.search.archive import DATED, NAMES, WORDS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("la défense", [("la", "stop_word")]),
        ("le", []),
        ("??? défense", [("???", "no_letters")]),
        ("AND défense", [("AND", "operator_without_operand")]),
        ('"défense', [('"', "unbalanced_quote")]),
        ("(défense", [("(", "unbalanced_parenthesis")]),
        ("avant:demain défense", [("avant:demain", "unknown_date")]),
        ("pays: ", [("pays:", "field_without_value")]),
        ("défense ou marine", [("ou", "small_operator")]),
        ("défense où marine", [("où", "stop_word")]),
        ("ou défense", [("ou", "stop_word")]),
        ("drones - marine", [("-", "lone_minus")]),
        ("auteur:défense", [("auteur:", "unknown_field")]),
        ("http://défense", []),
    ],
)
def test_what_is_ignored_is_told(query: str, ignored: list[tuple[str, str]]) -> None:
    assert [(part.typed, part.reason) for part in WORDS.answer(Query(query)).understanding.ignored] == ignored


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("avant:2022", [("avant:2022", ("≤ 2022-12-31",))]),
        ("rien OU après:2024-03", [("rien", ("rien",)), ("après:2024-03", ("≥ 2024-03-01",))]),
        ("titre:sommet", [("titre:sommet", ("sommet",))]),
        ("title:(otan OU kiev)", [("title:otan", ("otan",)), ("title:kiev", ("kiev", "kyiv", "kiew", "kyjiw"))]),
    ],
)
def test_days_and_titles_are_told(query: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(word.typed, word.forms) for word in DATED.answer(Query(query)).understanding.words] == told


def test_days_that_exclude_each_other_are_told() -> None:
    assert DATED.answer(Query("sommet", after=date(2024, 1, 2), before=date(2024, 1, 1))).notes == ("no_such_days",)
    assert DATED.answer(Query("sommet", after=date(2024, 1, 1), before=date(2024, 1, 1))).notes == ()


def test_only_so_many_patterns_are_looked_up() -> None:
    results = WORDS.answer(Query(" OU ".join(f"soldta{'x' * number}~2" for number in range(18))))
    assert [part.reason for part in results.understanding.ignored] == ["too_many_patterns"] * 2
    assert results.articles


def test_a_query_of_signs_shows_everything_and_says_so() -> None:
    assert WORDS.answer(Query("???")).notes == ("nothing_searchable",)
    assert WORDS.answer(Query(" ")).notes == ()


def test_how_a_query_was_understood() -> None:
    understanding = NAMES.answer(Query('l\'alliance atlantique -zelensky OU titre:(x* "b")')).understanding
    assert understanding.notation == '(alliance AND atlantique AND NOT zelensky) OR title:(x AND "b")'
    assert [(word.typed, word.entities, word.excluded) for word in understanding.words][:2] == [
        ("l'alliance atlantique", (("organisation", "otan", "OTAN"),), False),
        ("zelensky", (("person", "volodymyr-zelensky", "Volodymyr Zelensky"),), True),
    ]


REASONS = {
    "la défense": "stop_word",
    "???": "no_letters",
    "ET défense": "operator_without_operand",
    '"défense': "unbalanced_quote",
    "(défense": "unbalanced_parenthesis",
    f"{'(' * 30}défense{')' * 30}": "too_deep",
    "d*": "too_short",
    "pays:": "field_without_value",
    "avant:demain": "unknown_date",
    "défense " * 200: "too_long",
    "défense ou marine": "small_operator",
    "drones - marine": "lone_minus",
    "auteur:défense": "unknown_field",
    "dé* " * 17: "too_many_patterns",
}


@pytest.mark.parametrize(("query", "reason"), REASONS.items())
def test_every_reason_is_documented_and_translated(query: str, reason: str) -> None:
    assert reason in {part.reason for part in WORDS.answer(Query(query)).understanding.ignored}
    assert f"`{reason}`" in (ROOT / "docs/query-language.md").read_text("utf-8")
    for language in ("fr", "en"):
        assert f"reason_{reason}:" in (ROOT / f"web/translations/{language}.yaml").read_text("utf-8")
