from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import fold
from index.analysis.folding import LONGEST_TERM, lower


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Élysée", "elysee"),
        ("ŒUVRE", "oeuvre"),
        ("Mælström", "maelstrom"),
        ("garçon", "garcon"),
        ("Þórður", "thordur"),
        ("Gdańsk", "gdansk"),
        ("Đorđević", "dordevic"),
        ("Şırnak", "sirnak"),
        ("Straße", "strasse"),
        ("Путин", "putin"),
        ("Мариуполь", "mariupol"),
        ("Σπάρτη", "sparte"),
        ("北京", "beijing"),
        ("ﬁnal", "final"),
        ("O.N.U.", "onu"),
        ("aujourd'hui", "aujourdhui"),
        ("km²", "km2"),
    ],
)
def test_folding_keeps_only_plain_letters_and_digits(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_what_folds_to_nothing_keeps_its_lower_case_form() -> None:
    assert fold("\U00010400") == "\U00010428"


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_composed_and_decomposed_words_fold_alike(word: str) -> None:
    assert fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))


@given(st.text(alphabet="aéîœßŁ\u0301", min_size=200))
def test_terms_have_a_greatest_length(word: str) -> None:
    assert len(fold(word)) <= LONGEST_TERM
    assert len(lower(word)) <= LONGEST_TERM


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("PÊCHE", "pêche"),
        ("péche\u0301", "péché"),
        ("Cœur", "coeur"),
        ("Straße", "strasse"),
        ("É.-U.", "éu"),
        ("Võ-Nguyên", "võnguyên"),
    ],
)
def test_the_accented_form_loses_only_case_ligatures_and_stops(word: str, expected: str) -> None:
    assert lower(word) == expected
