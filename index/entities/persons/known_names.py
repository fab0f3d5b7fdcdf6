"""The persons of a gazetteer go in, those whom a name may mean come out: by transliteration or by likeness."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from index.entities.gazetteer.entity import Entity
from index.entities.gazetteer.full_names import SUFFIXES, FullName
from index.entities.persons.korean import COUNTRIES, korean_key, may_be_korean
from index.entities.text.declension import is_of_man, nominatives
from index.entities.text.memory import remembered
from index.entities.text.similarity import Name, alike_begun, beginnings, names_of, part_score, score
from index.entities.text.transliteration import keys
from index.entities.text.words import folded

_SHORTEST_SURNAME = 4
"""Shorter family names are told apart by single letters: they are matched exactly or not at all."""

_LONG_GIVEN = 5
"""Letters of a given name that tells who has a shorter one."""

_REGNAL, _LEAST_REGNAL = 2, 0.7
"""Words of a regnal name, and how like the first must be."""

_LEAST_RATIO = 66
"""No name scored .70 with a lower ratio of the whole names: 72 was the lowest of 247 mangled ones. It is the cheaper of
the two to compute."""

_LEAST_LIKE = 0.8
"""How like a name must be for a word with a capital inside to be two; none of 60 names of firms and networks was .7."""

_DECLINED = 2
"""Words of a name in a case."""

LEAST_KEYS = 7
"""Letters that the keys of both names must have together, for a transliteration to be no chance."""

FEWEST_KEYS = 4
"""Letters that they must have where an office and the country speak for the person: Wu Qian."""


class Likeness(NamedTuple):
    """A person, and how like a `name` is to the nearest of the person's `own` names, from 0 to 1."""

    entity: Entity
    score: float
    name: Name
    own: Name


class _Bucket(NamedTuple):
    """Names that begin alike, whole, and their places in the list of all."""

    names: list[str]
    places: list[int]


class KnownNames:
    """Full names of persons, found by the beginnings of both parts: looking one up costs a small share of them."""

    def __init__(
        self, persons: Collection[Entity], names: Iterable[FullName], equivalents: Mapping[str, Iterable[str]]
    ) -> None:
        self._equivalents = equivalents
        self._names: list[tuple[Name, Entity]] = []
        self._whole: list[str] = []
        self._begun: dict[str, list[int]] = {}  # what a family name begins with -> places of names
        self.given_names = frozenset(token for person in persons for name in person.given for token in folded(name)[:1])
        self.family_names = frozenset(folded(person.surname)[-1] for person in persons if person.surname)
        # Key of a family name -> the given names that go with it, whose keys are told when they are asked for.
        self._bearers: dict[str, list[tuple[str, Entity]]] = {}
        self._korean: dict[str, list[Entity]] = {}
        self._regnal: dict[str, list[tuple[str, Entity]]] = {}
        for person in persons:
            for given, numeral in _regnal_names(person):
                self._regnal.setdefault(numeral, []).append((given, person))
            for key in _korean_keys(person) if person.country in COUNTRIES else ():
                self._korean.setdefault(key, []).append(person)
        for name in names:
            self._add(name)
        self.like = remembered(1 << 14)(self._like)
        self._bucket = lru_cache(maxsize=1 << 12)(self._merged)
        self._parted = cache(self._by_given)

    def _add(self, full: FullName) -> None:
        name, person = full.name, full.person
        for begun in beginnings(name.surname):
            self._begun.setdefault(begun, []).append(len(self._names))
        self._names.append((name, person))
        self._whole.append(name.whole)
        for sound in full.keys:
            self._bearers.setdefault(sound, []).append((name.given, person))

    def has_like(self, tokens: tuple[str, ...]) -> bool:
        """Return whether a listed person has a name so like these folded words that they are no other words."""
        likely = self.like(tokens)
        return bool(likely) and likely[0].score >= _LEAST_LIKE

    def sounding(self, tokens: tuple[str, ...]) -> Mapping[str, tuple[Entity, int]]:
        """Return id -> the person whose name may be so written in another language's transliteration.

        With each goes how many letters the keys of both names have together: few may be alike by chance.
        """
        korean = self._korean.get(korean_key(tokens), ()) if may_be_korean(tokens) else ()
        found = {person.id: (person, FEWEST_KEYS) for person in korean}
        for name in names_of(tokens):
            for surname in keys(name.surname):
                for person, given in self._alike(name.given, surname):
                    letters = max(len(given) + len(surname), found.get(person.id, (person, 0))[1])
                    found[person.id] = person, letters
        return found

    def declined(self, tokens: tuple[str, ...], given_names: Container[str]) -> Mapping[str, Entity]:
        """Return id -> the person whose name this is in a Slavic case: « Donaldowi Tuskowi », « Maliouka Vassyl ».

        Either part may stand first. What is a given name as it stands is in no case: Alexandra is not Alexander.
        """
        if len(tokens) != _DECLINED or not any(map(nominatives, tokens)):
            return {}
        found: dict[str, Entity] = {}
        for given, surname in (tokens, tokens[::-1]):
            is_whole = given in given_names and not is_of_man(surname)
            givens = {given} if is_whole else {given, *nominatives(given)}
            for name in itertools.product(givens, {surname, *nominatives(surname)}):
                if name not in (tokens, tokens[::-1]):
                    found |= {person.id: person for person in self._sounding_like(*name)}
        return found

    def _sounding_like(self, given: str, surname: str) -> Iterator[Entity]:
        for sound in keys(surname):
            yield from (person for person, own in self._alike(given, sound) if len(own) + len(sound) >= LEAST_KEYS)

    def reigning(self, tokens: tuple[str, ...]) -> Mapping[str, Entity]:
        """Return id -> the monarch or church leader of this number whose name is like the word before it."""
        bearers = self._regnal.get(tokens[-1], ()) if len(tokens) == _REGNAL else ()
        return {person.id: person for own, person in bearers if _is_like(tokens[0], own)}

    def _alike(self, given: str, surname: str) -> Iterator[tuple[Entity, str]]:
        """Yield the persons with the key of a family name and one of a given name, and that one, where both tell."""
        bearers = self._bearers.get(surname, ())
        wanted = frozenset(key for key in keys(given) if _is_told(key, surname)) if bearers else frozenset()
        for own, person in bearers if wanted else ():
            for key in keys(own) & wanted:
                yield person, key

    def _like(self, tokens: tuple[str, ...]) -> tuple[Likeness, ...]:
        """Return the persons with a name like these folded words, best first; a short family name is like none.

        Two words are also read the other way round where the first sounds like a family name: Orban Viktor, not Michel
        Charasse. Where the last does, the given name is tried as in other languages, too: Pierre for Peter.
        """
        names = set(names_of(tokens))
        if len(tokens) == 2 and self._may_be_turned(tokens):
            names.add(Name(tokens[1], tokens[0]))
        for name in [name for name in names if self.sounds_like_surname(name.surname)]:
            names |= {name._replace(given=other) for other in self._equivalents.get(name.given, ())}
        best: dict[str, Likeness] = {}
        # Of equals, what the text says goes before what other languages have for it.
        for name in sorted(names, key=lambda name: (name.given not in tokens, name)):
            for own, person in self._near(name) if _may_tell(name) else ():
                if _is_divided_within(tokens, name, person) or not _is_told_by_given(name, own):
                    continue
                likeness = Likeness(person, score(name, own), name, own)
                if likeness.score > (best[person.id].score if person.id in best else 0):
                    best[person.id] = likeness
        return tuple(sorted(best.values(), key=lambda likeness: -likeness.score))

    def _may_be_turned(self, tokens: tuple[str, ...]) -> bool:
        """Return whether the first of two words may be the family name, and is not the only given name of them."""
        given = self.given_names
        return self.sounds_like_surname(tokens[0]) and (tokens[0] not in given or tokens[1] in given)

    def sounds_like_surname(self, word: str) -> bool:
        """Return whether a folded word may be a family name of theirs, written as in another language."""
        return any(key in self._bearers for key in keys(word))

    def _near(self, name: Name) -> Iterator[tuple[Name, Entity]]:
        bucket = self._bucket(beginnings(name.surname), beginnings(name.given))
        near = process.extract(name.whole, bucket.names, scorer=ratio, score_cutoff=_LEAST_RATIO, limit=None)
        return (self._names[bucket.places[at]] for _, _, at in near)

    def _by_given(self, surname: str) -> Mapping[str, Sequence[int]]:
        """Return what a given name begins with -> places of names whose family name begins so; told when asked for."""
        places: dict[str, list[int]] = {}
        for at in self._begun.get(surname, ()):
            for begun in beginnings(self._names[at][0].given):
                places.setdefault(begun, []).append(at)
        return places

    def _merged(self, surname: frozenset[str], given: frozenset[str]) -> _Bucket:
        """Return the names both parts of which begin in one of these ways, each once."""
        parted = [self._parted(each) for each in surname]
        places = sorted(set[int]().union(*(names.get(each, ()) for names in parted for each in given)))
        return _Bucket(list(map(self._whole.__getitem__, places)), places)


def _is_divided_within(tokens: tuple[str, ...], name: Name, person: Entity) -> bool:
    """Return whether the name is divided within the person's own given names: Jean | Louis Gergorin."""
    given = "".join(tokens[:-1])
    return name.given != given and any("".join(folded(own)) == given for own in person.given)


def _may_tell(name: Name) -> bool:
    """Return whether the family name is long enough to be told though it is misspelt, or the given one instead."""
    return len(name.surname) >= _SHORTEST_SURNAME or len(name.given) >= _LONG_GIVEN


def _is_told_by_given(name: Name, own: Name) -> bool:
    """Return whether a short family name, which must be the same, stands behind a long given one: Wellinton Koo."""
    return len(name.surname) >= _SHORTEST_SURNAME or (name.surname == own.surname and _may_tell(own))


def _is_told(given: str, surname: str) -> bool:
    """Return whether the keys tell a name: a last part of one letter does behind a longer first one, as in Wang Yi."""
    return len(surname) > 1 or len(given) >= FEWEST_KEYS


def _is_like(one: str, other: str) -> bool:
    return alike_begun(one, other) and part_score(one, other) >= _LEAST_REGNAL


def _regnal_names(person: Entity) -> Iterator[tuple[str, str]]:
    """Yield the name and the number of a person who has no family name: Mohammed VI."""
    for form in (person.label, *(alias.form for alias in person.names)):
        tokens = folded(form)
        if len(tokens) == _REGNAL and tokens[1] in SUFFIXES and len(tokens[0]) >= _SHORTEST_SURNAME:
            yield tokens[0], tokens[1]


def _korean_keys(person: Entity) -> frozenset[str]:
    spelt = (folded(form) for form in (person.label, *(alias.form for alias in person.names)))
    return frozenset(korean_key(tokens) for tokens in spelt if may_be_korean(tokens))
