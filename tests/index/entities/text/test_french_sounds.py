"""Spellings that sound alike in French, and names that do not though they look alike."""

from __future__ import annotations

import pytest

from index.entities.text.french_sounds import heard, sounds

ALIKE = [
    ("rainmetal", "rheinmetall"),
    ("rhinmetal", "rheinmetall"),
    ("ramchtain", "ramstein"),
    ("ramstin", "ramstein"),
    ("okus", "aukus"),
    ("spigel", "spiegel"),
    ("souden", "soudan"),
    ("izlande", "islande"),
    ("couomintang", "kuomintang"),
    ("ouazalendo", "wazalendo"),
    ("ounroua", "unrwa"),
    ("consail", "conseil"),
    ("cremlin", "kremlin"),
    ("raphael", "rafael"),
    ("jiade", "jihad"),
]

UNLIKE = [
    ("moldavie", "moravie"),
    ("angola", "angora"),
    ("bologne", "pologne"),
    ("kairos", "caire"),
    ("rahma", "hrana"),
    ("reine", "rhin"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_one_sound_are_heard_alike(one: str, other: str) -> None:
    assert heard(one) == heard(other)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_other_names_are_not_heard_alike(one: str, other: str) -> None:
    assert heard(one) != heard(other)


def test_a_short_word_is_not_told_by_its_french_sound_alone() -> None:
    assert sounds("aile").isdisjoint(sounds("aele"))
    assert not sounds("rainmetal").isdisjoint(sounds("rheinmetall"))
