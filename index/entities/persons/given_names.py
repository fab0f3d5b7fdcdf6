"""A name and a person whom it may mean go in; whether the given names let it mean that person comes out."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from index.entities.gazetteer.entity import Entity
from index.entities.lexicon.lexicon import Lexicon
from index.entities.persons.known_names import Likeness
from index.entities.text.similarity import part_score, skeleton
from index.entities.text.transliteration import keys
from index.entities.text.words import folded

_SAME = 0.75
"""How like two known given names must be to be spellings of one: Eric and Erik are, Tom and Tim are not."""

_LIKE = 0.6
"""How like they must be where office and country speak for the person: Brigitte for Bridget."""


_PARTED, _FEWEST_PARTED = ("abd", "abdoul", "abou"), 2
"""What an Arabic given name begins with, and how many words at least such a name has besides the family name."""

_SHORT = 4
"""Letters of short forms: Edi, Joe, Theo."""


class GivenNames:
    """Compares the given name of a candidate with those of a listed person."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._genders = lexicon.given
        self._equivalents = lexicon.equivalents

    def contradict(self, tokens: tuple[str, ...], likeness: Likeness) -> bool:
        """Return whether the candidate's given name is another known one: Brice is not Boris."""
        given = _given(tokens, likeness)
        return given in self._genders and not any(self._same(given, own) for own in _words(likeness.entity))

    def is_of_man(self, person: Entity) -> bool:
        """Return whether the person's given name is known, and a man's."""
        return any(self._genders.get(token) == "m" for name in person.given for token in folded(name)[:1])

    def allow(self, tokens: tuple[str, ...], likeness: Likeness) -> bool:
        """Return whether the given name, though another one, may be a translator's mistake."""
        given = _given(tokens, likeness)
        return any(self._may_be(given, own) for own in _words(likeness.entity))

    def is_translated(self, tokens: tuple[str, ...], likeness: Likeness) -> bool:
        """Return whether the given name is the person's in another language: Mark for Marco."""
        same = self._equivalents.get(_given(tokens, likeness), frozenset())
        return not same.isdisjoint(_words(likeness.entity))

    def may_be(self, given: str, person: Entity) -> bool:
        """Return whether a given name may be a translator's mistake for one of the person's."""
        names = ["".join(folded(own)) for own in person.given]
        return any(self._may_be(given, own) or _is_short_for(own, given) for own in names)

    def _may_be(self, given: str, own: str) -> bool:
        """Return whether two given names are one in two languages, or alike; only a misspelling changes a gender."""
        if own in self._equivalents.get(given, ()):
            return True
        if self._opposed(given, own):
            return not keys(given).isdisjoint(keys(own)) and given[-1] not in "ae"
        return part_score(given, own) >= _LIKE

    def _same(self, one: str, own: str) -> bool:
        """Return whether two given names may be one: Sergei and Sergueï, not Paul and Paula, nor Tom and Tim."""
        if one == own:
            return True
        alike = OSA.normalized_similarity(one, own) >= _SAME or not keys(one).isdisjoint(keys(own))
        return alike and not self._opposed(one, own)

    def _opposed(self, one: str, other: str) -> bool:
        return {self._genders.get(one), self._genders.get(other)} == {"m", "f"}


def _is_short_for(own: str, given: str) -> bool:
    """Return whether the person goes by a short form of the given name: Edi for Édouard."""
    begins = given[:1] == own[:1] and skeleton(given).startswith(skeleton(own))
    return begins and len(own) <= _SHORT < len(given)


def _given(tokens: tuple[str, ...], likeness: Likeness) -> str:
    """Return the word that is the given name: the first, or the last of a name read the other way round.

    An Arabic one may be parted: Abd al-Fattah.
    """
    if likeness.name.surname == tokens[0]:
        return tokens[-1]
    return "".join(tokens[:2]) if tokens[0] in _PARTED and len(tokens) > _FEWEST_PARTED else tokens[0]


def _words(person: Entity) -> set[str]:
    """Return the words of all the person's names, and the given names written together."""
    names = (*(alias.form for alias in person.names), *person.full_names)
    return {token for name in names for token in folded(name)} | {"".join(folded(given)) for given in person.given}
