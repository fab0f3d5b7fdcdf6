"""A reading goes in; persons whom no gazetteer lists come out, known by a title, a given name or their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.entities.capitals import capital_runs, is_syllable
from index.entities.confidence import CONFIDENCE
from index.entities.entity import Entity
from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.reading import Finding, Reading
from index.entities.titles import Title, Titles
from index.entities.vocabulary import (
    DAYS,
    DETERMINERS,
    MONTHS,
    NAMED_AFTER,
    NOT_IN_NAMES,
    OFFICES,
    PARTICLES,
    PREPOSITIONS,
)
from index.entities.words import slug

_MOST_WORDS = 4
"""Capitalised words of an unlisted name: given name, second one or initial, two family names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be the name of an unlisted person; `surname` is the first word of the family name.

    `proof` says how surely the words around make it a person.
    """

    passage: Passage
    first: int
    end: int
    surname: range
    proof: str

    @property
    def text(self) -> str:
        """The name as spelt."""
        start, end = self.passage.span(self.first, self.end)
        return self.passage.text[start:end]

    @property
    def id(self) -> str:
        """The id that the name would have."""
        return slug(self.text)


class Unlisted:
    """Finds names by a given name or a title; two mentions or a title make them a facet value, not verified."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._titles = Titles(lexicon)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield every mention in full of each person that is proved."""
        found: dict[str, list[Candidate]] = {}
        for passage in reading.passages:
            for run in capital_runs(reading, passage):
                for candidate in self._candidates(reading, passage, *run):
                    found.setdefault(candidate.id, []).append(candidate)
        for named in found.values():
            proof = next((candidate.proof for candidate in named if candidate.proof), "")
            if proof or len(named) > 1 or _is_named_again(reading, named[0]):
                yield from _mentions(named, proof or "unlisted_name")

    def _candidates(self, reading: Reading, passage: Passage, first: int, end: int) -> Iterator[Candidate]:
        at = first
        while at < end - 1:
            candidate = self._name_at(reading, passage, at, end)
            if candidate:
                yield candidate
            at = candidate.end if candidate else at + 1

    def _name_at(self, reading: Reading, passage: Passage, first: int, end: int) -> Candidate | None:
        """Return the name that begins at `first`, if its words or those around it show a person."""
        if not self._is_part(passage, first):
            return None
        end = self._end(passage, first, end)
        title, _ = self._titles.before(reading, passage, first)
        surname = self._surname(passage, first, end, title)
        if not surname or (title is Title.NONE and _is_named_after(passage, first)):
            return None
        return Candidate(passage, first, end, surname, self._proof(passage, first, end, title))

    def _surname(self, passage: Passage, first: int, end: int, title: Title) -> range:
        """Return the words of the family name, none where nothing shows a person.

        That is what follows a given name, a family name put first, or the last of two words after a title, before an
        office (« X, élu de … ») or after a quotation (« … », résume X).
        """
        word = passage.words[first].folded
        spaced = any(" " in passage.gap(at) for at in range(first + 1, end))
        if end - first < 2:
            return range(0)
        if word in self._lexicon.given and (spaced or passage.words[end - 1].folded not in self._lexicon.given):
            return range(self._given_end(passage, first, end), end)
        if word in self._lexicon.family_first and not _is_at_place(passage, first):
            return range(first, first + 1)
        if not spaced or passage.is_initial(first):
            return range(0)
        titled = title is Title.TIGHT and not _after_preposition(passage, first)
        if titled or self._titles.after(passage, end) or self._titles.quoted(passage, first, end):
            return range(_last_part(passage, first, end), end)
        return range(0)

    def _proof(self, passage: Passage, first: int, end: int, title: Title) -> str:
        if title is not Title.NONE or self._titles.after(passage, end):
            return "unlisted_title"
        return "unlisted_speaker" if self._titles.speaks(passage, first, end) else ""

    def _end(self, passage: Passage, first: int, limit: int) -> int:
        """Return the end of the name: capitalised words that may be part of one, particles between."""
        end, at, capitals = first + 1, first + 1, 1
        while at < limit and capitals < _MOST_WORDS:
            if self._is_part(passage, at) or is_syllable(passage, at):
                capitals += 1
                end = at + 1
            elif passage.words[at].folded not in PARTICLES:
                break
            if _shouts(passage, at) and not _shouts(passage, first):
                break
            at += 1
        return end

    def _is_part(self, passage: Passage, at: int) -> bool:
        word = passage.words[at]
        if not word.capital or word.folded in DAYS or word.folded in MONTHS or word.text.isdigit():
            return False
        if passage.is_initial(at):
            return True
        return word.text.lower() not in NOT_IN_NAMES and word.folded not in OFFICES

    def _given_end(self, passage: Passage, first: int, end: int) -> int:
        """Return where the family name begins: after the given names, initials and what a hyphen joins to them."""
        at = first + 1
        while at < end - 1 and (
            passage.gap(at) == "-" or passage.is_initial(at) or passage.words[at].folded in self._lexicon.given
        ):
            at += 1
        return at


def _last_part(passage: Passage, first: int, end: int) -> int:
    """Return where the last part of a name begins, hyphens and particles included: von Hagen, Abernethy-Roy."""
    at = end - 1
    while at > first + 1 and (passage.gap(at) == "-" or passage.words[at - 1].folded in PARTICLES):
        at -= 1
    return at


def _is_named_after(passage: Passage, first: int) -> bool:
    """Return whether the word before makes the name a ship's, a street's, a foundation's."""
    return first > 0 and passage.joined(first) and passage.words[first - 1].folded in NAMED_AFTER | DETERMINERS


def _is_named_again(reading: Reading, candidate: Candidate) -> bool:
    """Return whether the family name stands elsewhere in the article, alone."""
    passage, surname = candidate.passage, candidate.surname
    name = passage.folded(surname.start, surname.stop)
    times = sum(
        other.folded(at, at + len(name)) == name and reading.free(other, at, at + len(name))
        for other in reading.passages
        for at in other.capitals
    )
    return times > 1


def _after_preposition(passage: Passage, first: int) -> bool:
    """Return whether a preposition makes the name a complement of the title: « le maire de Port Louis »."""
    return passage.folded(first - 1, first)[0] in PREPOSITIONS


def _is_at_place(passage: Passage, first: int) -> bool:
    """Return whether the word before says that a place follows: « à Da Nang »."""
    return first > 0 and passage.words[first - 1].text in ("à", "À", "en", "vers", "depuis")


def _shouts(passage: Passage, at: int) -> bool:
    """Return whether the word is all capitals: Sébastien LECORNU."""
    text = passage.words[at].text
    return len(text) > 2 and text.isupper()


def _mentions(named: list[Candidate], rule: str) -> Iterator[Finding]:
    first = named[0]
    start, end = first.passage.span(first.surname.start, first.surname.stop)
    person = Entity(
        "person",
        first.id,
        first.text,
        given=(first.text.split()[0],),
        surname=first.passage.text[start:end],
        listed=False,
    )
    for candidate in named:
        yield Finding(candidate.passage, candidate.first, candidate.end, person, rule, CONFIDENCE[rule])
