"""A name beside an office goes in; the one listed holder of such an office there comes out whose name is like it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from index.entities.entity import Entity, SurnameAlone
from index.entities.given_names import GivenNames
from index.entities.lexicon import Lexicon
from index.entities.passage import WordSpan
from index.entities.reading import Reading
from index.entities.similarity import Name, beginnings, names_of, part_score, skeleton
from index.entities.support import has_role, places_named, places_near
from index.entities.titles import Titles
from index.entities.words import folded

_CASE = re.compile(r"(?:om|em|ym|im|ogo|oho|omu|ovi|evi)$")
"""Endings of Slavic cases that a translation left on a name: Zelenskoho, Mertsem."""

_COUNTERPARTS = frozenset({"homologue", "collegue", "pair"})
_NEXT = 3
"""Words before a name among which a counterpart is the person's: « son homologue arménien X »."""

_SHORTEST = 4
"""Letters of a family name; shorter ones are told apart by single letters."""

_FEWEST_BONES = 3
"""Classes of consonants that tell a family name where an office and a country speak for the person."""

_LETTERS = 0.4
"""How many of its letters a name of the same consonants must have."""

_MORE_LETTERS = 0.6
"""How many it must have where those are few: Merts for Merz, not Bruce for Price."""

_LIKE = 0.6
"""How like both parts of a full name must be."""


class _Near(NamedTuple):
    """The countries and organisations whose holders of an office may be meant, and whether only famous ones may."""

    places: frozenset[str]
    famous: bool

    @classmethod
    def by(cls, reading: Reading, span: WordSpan) -> _Near:
        """Return the places by the name; where there is none, those of the article, for persons known to everybody."""
        near = places_near(reading, span)
        return cls(near, famous=False) if near else cls(places_named(reading), famous=True)


class Officeholders:
    """Resolves « le président Baïdenom » and « le secrétaire général Antoine Goutirich ».

    The office and the country that stand by the name leave few persons, so that less likeness is enough than among all
    who are listed: the same consonants for a family name alone, both parts alike for a full name.
    """

    def __init__(self, persons: Iterable[Entity], lexicon: Lexicon) -> None:
        self._titles = Titles(lexicon)
        self._given = GivenNames(lexicon)
        self._of: dict[tuple[str, str], list[Entity]] = {}
        self._bones: set[str] = set()
        for person in persons:
            if person.roles and person.surname:
                self._bones.add(_bones(_surname(person)))
                for key in itertools.product(sorted(person.countries), _begun(_surname(person))):
                    self._of.setdefault(key, []).append(person)

    def named(self, reading: Reading, span: WordSpan, tokens: tuple[str, ...]) -> Entity | None:
        """Return the holder of the office beside the full name of these folded words, alike in both parts."""
        if not (self._titles.introduce(reading, span) or self._titles.follow(span)):
            return None
        near = _Near.by(reading, span)
        names = [name for name in (*names_of(tokens), *_turned(tokens)) if len(name.surname) >= _SHORTEST]
        return _one(
            person
            for name in names
            for person in self._begun(near, name.surname)
            if self._is_named(name, person) and has_role(span, person)
        )

    def called(self, reading: Reading, span: WordSpan) -> Entity | None:
        """Return the holder of the office before the family name alone that has the same consonants."""
        surname = _nominative(span.tokens[0])
        if _bones(surname) not in self._bones:
            return None
        counterpart = not _COUNTERPARTS.isdisjoint(span.before(_NEXT))
        if not (counterpart or self._titles.belong(reading, span)):
            return None
        return _one(
            person
            for person in self._begun(_Near.by(reading, span), surname)
            if _sounds_like(surname, person) and (counterpart or has_role(span, person))
        )

    def _begun(self, near: _Near, surname: str) -> Iterator[Entity]:
        """Yield the persons of the places whose family name begins so."""
        for key in itertools.product(near.places, beginnings(surname)):
            for person in self._of.get(key, ()):
                if not near.famous or person.surname_alone is SurnameAlone.ALWAYS:
                    yield person

    def _is_named(self, name: Name, person: Entity) -> bool:
        alike = _sounds_like(name.surname, person) or part_score(name.surname, _surname(person)) >= _LIKE
        return alike and self._given.may_be(name.given, person)


def _begun(surname: str) -> frozenset[str]:
    """Return what the family name may begin with, an L that may be taken for an article apart: L'Amamra."""
    return beginnings(surname) | (beginnings(surname[1:]) if surname[0] == "l" else frozenset())


def _turned(tokens: tuple[str, ...]) -> Iterator[Name]:
    if len(tokens) == 2:
        yield Name(tokens[1], tokens[0])


def _surname(person: Entity) -> str:
    return "".join(folded(person.surname or ""))


def _sounds_like(surname: str, person: Entity) -> bool:
    own = _surname(person)
    bones = _bones(surname)
    return surname == own or (
        len(bones) >= _FEWEST_BONES
        and bones == _bones(own)
        and (len(bones) > _FEWEST_BONES or surname[0] == own[0])
        and OSA.normalized_similarity(surname, own) >= (_LETTERS if len(bones) > _FEWEST_BONES else _MORE_LETTERS)
    )


@lru_cache(maxsize=1 << 14)
def _nominative(surname: str) -> str:
    return _CASE.sub("", surname)


@lru_cache(maxsize=1 << 14)
def _bones(surname: str) -> str:
    """Return the classes of consonants, German z and its transliterations as one: Merz, Merts."""
    return skeleton(surname.replace("tz", "z").replace("ts", "z"))


def _one(persons: Iterable[Entity]) -> Entity | None:
    """Return the only person, or the only one known to everybody by the family name."""
    found = {person.id: person for person in persons}.values()
    famous = [person for person in found if person.surname_alone is SurnameAlone.ALWAYS]
    likely = famous or list(found)
    return likely[0] if len(likely) == 1 else None
