"""The words of the page, in two languages that must say the same things."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from werkzeug.datastructures import LanguageAccept

from index.entities.confidence import CONFIDENCE
from web.language import choose, load_words

ROOT = Path(__file__).parents[2]
WORDS = load_words()


def placeholders(sentence: object) -> set[str]:
    return set(re.findall(r"{(\w+)}", str(sentence)))


def test_both_languages_have_the_same_sentences_with_the_same_placeholders() -> None:
    french, english = WORDS["fr"].sentences, WORDS["en"].sentences
    assert list(french) == list(english)
    assert [key for key in french if placeholders(french[key]) != placeholders(english[key])] == []


def test_every_sentence_a_template_asks_for_exists() -> None:
    asked = {
        key
        for template in (ROOT / "web/templates").iterdir()
        for key in re.findall(r"\bt\('(\w+)'[,)]", template.read_text("utf-8"))
    }
    assert sorted(asked - set(WORDS["fr"].sentences)) == []
    assert asked


def test_every_rule_of_recognition_has_words() -> None:
    rules = {"fuzzy", *CONFIDENCE}
    assert sorted(rule for rule in rules if not WORDS["fr"].known(f"rule_{rule}")) == []


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("fr", 0, "0 article"),
        ("fr", 1, "1 article"),
        ("fr", 2, "2 articles"),
        ("fr", 12345, "12\u202f345 articles"),
        ("en", 0, "0 articles"),
        ("en", 1, "1 article"),
        ("en", 12345, "12,345 articles"),
    ],
)
def test_numbers_agree_with_their_nouns(language: str, count: int, expected: str) -> None:
    assert WORDS[language]("articles", count=count) == expected


@pytest.mark.parametrize(
    ("language", "day", "expected"),
    [
        ("fr", date(2024, 3, 1), "1er mars 2024"),
        ("fr", date(2023, 8, 15), "15 août 2023"),
        ("en", date(2024, 3, 1), "1 March 2024"),
    ],
)
def test_days_are_written_in_full(language: str, day: date, expected: str) -> None:
    assert WORDS[language].day(day) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "février 2024"),
        (date(2023, 2, 1), date(2024, 2, 29), "du 1er février 2023 au 29 février 2024"),
        (date(2024, 2, 1), date(2024, 2, 28), "du 1er février 2024 au 28 février 2024"),
        (date(2024, 2, 3), date(2024, 2, 3), "3 février 2024"),
        (date(2024, 2, 3), None, "depuis le 3 février 2024"),
        (None, date(2024, 2, 3), "jusqu’au 3 février 2024"),
    ],
)
def test_days_are_told_as_shortly_as_they_can_be(first: date | None, last: date | None, expected: str) -> None:
    assert WORDS["fr"].days(first, last) == expected


def test_no_line_breaks_inside_french_quotes_or_before_their_signs() -> None:
    assert WORDS["fr"]("ignored", typed="or") == "«\u00a0or\u00a0» a été ignoré\u00a0:"
    assert [key for key in WORDS["fr"].sentences if re.search("« | [»:;!?%]", str(WORDS["fr"].sentences[key]))] == []


@pytest.mark.parametrize(
    ("asked", "remembered", "accepted", "expected"),
    [
        (None, None, [], "fr"),
        (None, None, [("en-GB", 1.0), ("fr", 0.5)], "en"),
        (None, None, [("de", 1.0)], "fr"),
        (None, "en", [("fr", 1.0)], "en"),
        ("fr", "en", [("en", 1.0)], "fr"),
        ("xx", None, [("en", 1.0)], "en"),
    ],
)
def test_the_url_wins_over_the_cookie_and_the_cookie_over_the_browser(
    asked: str | None, remembered: str | None, accepted: list[tuple[str, float]], expected: str
) -> None:
    assert choose(asked, remembered, LanguageAccept(accepted)) == expected
