"""Full names: how a person's names divide, and what they sound like."""

from __future__ import annotations

import pytest

from index.entities.gazetteer.entity import Alias, Entity
from index.entities.gazetteer.full_names import full_names
from index.entities.text.transliteration import keys


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Emmanuel Macron", {("emmanuel", "macron")}),
        ("Ursula von der Leyen", {("ursulavonder", "leyen"), ("ursula", "vonderleyen")}),
        ("Lula", set()),
        ("Ferdinand Marcos Jr", set()),  # the father's name without the last word
    ],
)
def test_a_name_divides_into_given_and_family_name(label: str, expected: set[tuple[str, str]]) -> None:
    names = list(full_names(Entity("person", "a", label)))
    assert {(name.given, name.surname) for name in names} == expected
    assert len(names) == len(expected)


def test_a_name_has_the_keys_of_its_family_name_and_is_told_once() -> None:
    person = Entity("person", "a", "Sergueï Lavrov", aliases=(Alias("Serguei Lavrov"), Alias("Sergej Lawrow")))
    names = list(full_names(person))
    assert [(name.given, name.surname) for name in names] == [("serguei", "lavrov"), ("sergej", "lawrow")]
    assert all(name.person is person and set(name.keys) == keys(name.surname) for name in names)
