from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.text.similarity import Name, names_of, score, skeleton
from index.entities.text.transliteration import keys
from index.entities.text.words import folded

MANGLED = [
    ("Anthony Blinken", "Antony Blinken", 0.969),
    ("James Cleverley", "James Cleverly", 0.966),
    ("Rustem Umarov", "Rustem Umerov", 0.939),
    ("Lloyd Austen", "Lloyd Austin", 0.937),
    ("Mark Millay", "Mark Milley", 0.934),
    ("Volodimir Jelenski", "Volodymyr Zelensky", 0.839),
    ("Kair Stmer", "Keir Starmer", 0.810),
    ("Pete Hexed", "Pete Hegseth", 0.788),
    ("John Heeli", "John Healey", 0.725),
    ("John Kerry", "John Kirby", 0.788),
    ("Boris Johnson", "Keir Starmer", 0.0),
    ("Khulusi Akar", "Hulusi Akar", 0.948),
]


def name(text: str) -> Name:
    given, surname = folded(text)
    return Name(given, surname)


@pytest.mark.parametrize(("one", "other", "expected"), MANGLED)
def test_the_score_is_that_of_the_measurements(one: str, other: str, expected: float) -> None:
    assert score(name(one), name(other)) == pytest.approx(expected, abs=0.0006)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("zelensky", "SLNSK"), ("jelenski", "SLNSK"), ("maxime", "NKSN"), ("guerassimov", "KRSNF"), ("aou", "")],
)
def test_the_skeleton_holds_the_classes_of_consonants(word: str, expected: str) -> None:
    assert skeleton(word) == expected


WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@given(WORD, WORD, WORD, WORD)
def test_the_score_is_symmetric_and_between_0_and_1(a: str, b: str, c: str, d: str) -> None:
    one, other = Name(a, b), Name(c, d)
    assert 0 <= score(one, other) <= 1
    assert score(one, other) == pytest.approx(score(other, one))
    assert score(one, one) == pytest.approx(1)


SPELLINGS = [
    "zelensky zelenskyy zelenskiy selenskyj zelenski",
    "choigou shoigu schoigu szojgu sjojgu",
    "lavrov lawrow lavroff",
    "evgueni yevgeny jewgeni ievgueni evgeny",
    "prigojine prigozhin prigoschin",
    "zaloujny zaluzhny saluschnyj",
    "loukachenko lukashenko lukaschenko",
    "khamenei chamenei hamenei",
    "poutine putin",
]


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_transliterations_of_one_name_share_a_key(spellings: str) -> None:
    assert frozenset.intersection(*map(keys, spellings.split()))


def test_an_arabic_article_may_be_written_together_or_left_out() -> None:
    names = names_of(("bachar", "al", "assad"))
    assert {Name("bachar", "assad"), Name("bachar", "alassad")} <= names
