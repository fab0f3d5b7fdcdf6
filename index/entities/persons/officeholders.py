"""A name beside an office goes in; the one listed holder of such an office there comes out whose name is like it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from index.entities.gazetteer.entity import Entity, SurnameAlone
from index.entities.lexicon.lexicon import Lexicon
from index.entities.persons.given_names import GivenNames
from index.entities.persons.support import REACH, has_role, office_words, places_named, places_near
from index.entities.persons.titles import Titles
from index.entities.reading import Reading
from index.entities.text.french_sounds import heard
from index.entities.text.passage import WordSpan
from index.entities.text.similarity import Name, beginnings, bones, names_of, part_score
from index.entities.text.words import folded

_CASE = re.compile(r"(?:om|em|ym|im|ogo|oho|omu|ovi|evi)$")
"""Endings of Slavic cases that a translation left on a name: Zelenskoho, Mertsem."""

_COUNTERPARTS = frozenset({"homologue", "collegue", "pair"})
_NEXT = 3
"""Words before a name among which a counterpart is the person's: « son homologue arménien X »."""

_TWO = 2
_SHORTEST = 4
"""Letters of a family name; shorter ones are told apart by single letters."""

_FEWEST_BONES = 3
"""Classes of consonants that tell a family name where an office and a country speak for the person."""

_LETTERS = 0.4
"""How many of its letters a name of the same consonants must have."""

_MORE_LETTERS = 0.6
"""How many it must have where those are few: Merts for Merz, not Bruce for Price."""

_SAID, _SAID_AFAR, _SAID_SURELY = 75, 84, 88
"""How like, of a hundred, what is heard of both whole names must be: by the country's name, elsewhere, and by the
country's with another office."""

_LIKE = 0.6
"""How like both parts of a full name must be."""


class _Holder(NamedTuple):
    """A person with an office, the family name as it is compared, and its consonants."""

    person: Entity
    surname: str
    bones: str

    @classmethod
    def of(cls, person: Entity) -> _Holder:
        """Return the person as a holder of an office."""
        surname = "".join(folded(person.surname or ""))
        return cls(person, surname, bones(surname))

    @property
    def said(self) -> str:
        """What is heard of the whole name."""
        return "".join(map(heard, folded(self.person.label)))


class Officeholders:
    """Resolves « le président Baïdenom » and « le secrétaire général Antoine Goutirich ».

    The office and the country that stand by the name leave few persons, so that less likeness is enough than among all
    who are listed: the same consonants for a family name alone, both parts alike for a full name.
    """

    def __init__(self, persons: Collection[Entity], families: Collection[str], lexicon: Lexicon) -> None:
        self._families = families
        self._offices = office_words(persons)
        self._titles = Titles(lexicon)
        self._given = GivenNames(lexicon)
        self._given_names = lexicon.given
        self._equivalents = lexicon.equivalents
        self._persons = persons
        self._alike = lru_cache(maxsize=1 << 14)(self._like)
        self._resembling = lru_cache(maxsize=1 << 14)(self._said_like)
        self._so_called = lru_cache(maxsize=1 << 14)(self._sounding_like)
        self._said_at = cache(lambda place: [holder.said for holder in self._of.get(place, ())])

    @cached_property
    def _holders(self) -> list[_Holder]:
        return [_Holder.of(person) for person in self._persons if person.roles and person.surname]

    @cached_property
    def _sounding(self) -> dict[str, list[_Holder]]:
        """Consonants of a family name -> holders; made when a name first asks for it."""
        found: dict[str, list[_Holder]] = {}
        for holder in self._holders:
            found.setdefault(holder.bones, []).append(holder)
        return found

    @cached_property
    def _of(self) -> dict[str, list[_Holder]]:
        """Country -> holders; made when a name first asks for it."""
        found: dict[str, list[_Holder]] = {}
        for holder in self._holders:
            for place in holder.person.countries:
                found.setdefault(place, []).append(holder)
        return found

    @cached_property
    def _at(self) -> dict[tuple[str, str, str], list[_Holder]]:
        """Country, and what both parts of a name begin with -> holders; made when a name first asks for it."""
        found: dict[tuple[str, str, str], list[_Holder]] = {}
        for holder in self._holders:
            person = holder.person
            for key in itertools.product(person.countries, _begun(holder.surname), self._begun_given(person)):
                found.setdefault(key, []).append(holder)
        return found

    def _begun_given(self, person: Entity) -> frozenset[str]:
        """Return what the person's given names begin with, in any language."""
        names = {"".join(folded(given)) for given in person.given}
        names.update(*(self._equivalents.get(name, ()) for name in tuple(names)))
        return frozenset().union(*map(beginnings, names))

    def named(self, reading: Reading, span: WordSpan, tokens: tuple[str, ...]) -> Entity | None:
        """Return the holder of the office beside the full name of these folded words, alike in both parts."""
        counterpart = _is_counterpart(span)
        if not counterpart:
            if self._offices.isdisjoint(span.before(REACH)) and self._offices.isdisjoint(span.after(REACH)):
                return None
            if not (self._titles.introduce(reading, span) or self._titles.follow(span) or _is_of_people(reading, span)):
                return None
        near = _Near.by(reading, span)
        alike = (person for person in self._alike(tokens, near.places) if near.may_be(person))
        if found := _one(person for person in alike if counterpart or has_role(span, person)):
            return found
        said = self._resembling(tokens, near.places, _SAID_AFAR if near.famous else _SAID)
        if found := _one(person for person in said if has_role(span, person)):
            return found
        return None if near.famous else _one(self._resembling(tokens, near.places, _SAID_SURELY))

    def may_be_called(self, surname: str) -> bool:
        """Return whether the family name of any holder has the consonants of this folded word."""
        return bool(self._so_called(surname))

    def called(self, reading: Reading, span: WordSpan) -> Entity | None:
        """Return the holder of the office before the family name alone that has the same consonants."""
        alike = self._so_called(span.tokens[0])
        if not alike:
            return None
        counterpart = _is_counterpart(span)
        if not (counterpart or self._titles.belong(reading, span)):
            return None
        near = _Near.by(reading, span)
        return _one(person for person in alike if near.may_be(person) and (counterpart or has_role(span, person)))

    def _like(self, tokens: tuple[str, ...], places: frozenset[str]) -> tuple[Entity, ...]:
        """Return those of these countries and organisations whose name is alike in both parts."""
        return tuple(
            holder.person
            for name in _names(tokens)
            for key in itertools.product(places, beginnings(name.surname), beginnings(name.given))
            for holder in self._at.get(key, ())
            if _is_like(name.surname, holder) and self._given.may_be(name.given, holder.person)
        )

    def _said_like(self, tokens: tuple[str, ...], places: frozenset[str], least: int) -> tuple[Entity, ...]:
        """Return those of these countries and organisations whose whole name is said almost so: « Rosé Moussio »."""
        said = {"".join(map(heard, order)) for order in (tokens, tokens[::-1])}
        alike: dict[str, Entity] = {}
        for place, each in itertools.product(places, said):
            holders = self._of.get(place, ())
            near = process.extract(each, self._said_at(place), scorer=ratio, score_cutoff=least, limit=None)
            alike |= {holders[at].person.id: holders[at].person for _, _, at in near}
        return tuple(person for person in alike.values() if not self._is_other(tokens, person))

    def _is_other(self, tokens: tuple[str, ...], person: Entity) -> bool:
        """Return whether one part of the name is the person's as it stands, or another's, and the other is not."""
        own = folded(person.label)
        if tokens[-1] in self._families and tokens[-1] not in own:
            return True  # « Alexandre Ivanov » is not Ivanko
        if tokens[-1] == own[-1]:
            return tokens[0] in self._given_names
        other = {tokens[0]: tokens[-1], tokens[-1]: tokens[0]}.get(own[0])  # « Zheng Li » is not Li Qiang
        return other is not None and ratio(heard(other), heard(own[-1])) < _SAID

    def _sounding_like(self, word: str) -> tuple[Entity, ...]:
        """Return those whose family name has the same consonants as the word, without the ending of a case."""
        surname = _CASE.sub("", word)
        sounding = self._sounding.get(bones(surname), ())
        return tuple([holder.person for holder in sounding if _sounds_like(surname, holder)])


class _Near(NamedTuple):
    """The countries and organisations whose holders of an office may be meant, and whether only famous ones may."""

    places: frozenset[str]
    famous: bool

    @classmethod
    def by(cls, reading: Reading, span: WordSpan) -> _Near:
        """Return the places by the name; where there is none, those of the article, for persons known to everybody."""
        near = places_near(reading, span)
        return cls(near, famous=False) if near else cls(places_named(reading), famous=True)

    def may_be(self, person: Entity) -> bool:
        """Return whether the person has to do with one of the places."""
        known = not self.famous or person.surname_alone in (SurnameAlone.ALWAYS, SurnameAlone.WITH_TITLE)
        return known and not self.places.isdisjoint(person.countries)


def _is_of_people(reading: Reading, span: WordSpan) -> bool:
    """Return whether the name of a people stands right before the name: « le secrétaire général, l'Éthiopien X »."""
    before = span.word_before
    if before is None or not before.capital or span.gap_before:
        return False
    return any(found.rule == "demonym" for found in reading.findings_at(span.passage, span.first - 1))


def _is_counterpart(span: WordSpan) -> bool:
    """Return whether « son homologue » stands before the name."""
    return not _COUNTERPARTS.isdisjoint(span.before(_NEXT))


def _names(tokens: tuple[str, ...]) -> Iterator[Name]:
    """Yield how the words divide into given and family name; two are read in both orders."""
    turned = (Name(tokens[1], tokens[0]),) if len(tokens) == _TWO else ()
    return (name for name in (*names_of(tokens), *turned) if len(name.surname) >= _SHORTEST)


def _sounds_like(surname: str, holder: _Holder) -> bool:
    """Return whether both have the same consonants, and letters enough in common where those are few."""
    few = len(holder.bones) <= _FEWEST_BONES
    if surname == holder.surname:
        return True
    if bones(surname) != holder.bones or len(holder.bones) < _FEWEST_BONES:
        return False
    if few and surname[0] != holder.surname[0]:
        return False
    return OSA.normalized_similarity(surname, holder.surname) >= (_MORE_LETTERS if few else _LETTERS)


def _begun(surname: str) -> frozenset[str]:
    """Return what the family name may begin with, without an L too, which may be taken for an article: L'Amamra."""
    return beginnings(surname) | (beginnings(surname[1:]) if surname[0] == "l" else frozenset())


def _is_like(surname: str, holder: _Holder) -> bool:
    return _sounds_like(surname, holder) or part_score(surname, holder.surname) >= _LIKE


def _one(persons: Iterable[Entity]) -> Entity | None:
    """Return the only person, or the only one known to everybody by the family name."""
    found = {person.id: person for person in persons}.values()
    famous = [person for person in found if person.surname_alone is SurnameAlone.ALWAYS]
    likely = famous or list(found)
    return likely[0] if len(likely) == 1 else None
