from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis.characters import clean_text, plain


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("arme\u0301e", "armée"),
        ("Bundes\u00adwehr", "Bundeswehr"),
        ("Mar\u200biou\u200cpol\u200d\u2060", "Marioupol"),
        ("\ufeffTitre", "Titre"),
        ("\u202bحلب\u202c", "حلب"),
        ("première ligne\\nseconde ligne", "première ligne\nseconde ligne"),
        ("e\u200d\u0301", "é"),
        ("« 20\u202f000\u00a0hommes\u00a0»", "« 20\u202f000\u00a0hommes\u00a0»"),
    ],
)
def test_cleaning_composes_and_drops_what_cannot_be_seen(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@pytest.mark.parametrize("apostrophe", "’‘‛ʼʻʹ′`´＇")
def test_every_apostrophe_becomes_the_plain_one(apostrophe: str) -> None:
    assert plain(f"l{apostrophe}arme") == "l'arme"


@pytest.mark.parametrize("space", "\u00a0\u202f\u2009\u2007\u2003\u3000")
def test_every_space_becomes_the_plain_one(space: str) -> None:
    assert plain(f"20{space}000") == "20 000"


@pytest.mark.parametrize("hyphen", "‐‑−－")
def test_every_hyphen_becomes_the_plain_one(hyphen: str) -> None:
    assert plain(f"porte{hyphen}avions") == "porte-avions"


@given(st.text())
def test_plain_characters_replace_one_for_one(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_the_mark_of_a_note_belongs_to_no_word_and_that_of_a_unit_does() -> None:
    assert plain("Selon Macron¹, sur 30 km² et 5 m³") == "Selon Macron , sur 30 km² et 5 m³"
