"""A reading goes in; organisations that no gazetteer lists come out, known by their head-word or their acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.entities.confidence import CONFIDENCE
from index.entities.entity import Entity
from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.reading import Finding, Reading
from index.entities.vocabulary import (
    COMPLEMENT_OPENERS,
    FINITE_VERBS,
    HEAD_WORDS,
    LINKS,
    LOWER_HEADS,
    NOT_ADJECTIVES,
    OFFICIAL_HEADS,
    PARTICLES,
    PRENOMINAL,
)
from index.entities.words import slug

_ADJECTIVE = re.compile(
    r".*(?:al|ale|ales|aux|aires?|iques?|iens?|iennes?|ifs?|ives?|els?|elles?|eux|euses?|ains?|aines?|ois|oises?|ais"
    r"|aises?|istes?|ables?|ibles?|oires?|eurs?|eures?|iles?|estres?|anes?|ants?|antes?|ées?|és|ues?|imes?|ines?)"
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9-]{1,7}")

_HEADS = HEAD_WORDS | OFFICIAL_HEADS

_MOST_WORDS = 14
"""Words of a name with all its complements: « Centre de recherche sur les études stratégiques de la mer Noire »."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name found: its words, the acronym in brackets after it ("" for none), and whether that alone proves it."""

    passage: Passage
    first: int
    end: int
    acronym: str

    @property
    def text(self) -> str:
        start, end = self.passage.span(self.first, self.end)
        return self.passage.text[start:end]


class UnlistedOrganisations:
    """Finds « Institut X de recherche maritime (IXRM) »: a capitalised head-word with what belongs to it.

    The name counts where the head-word has its capital inside a sentence, or an acronym follows in brackets; then also
    its acronym alone, and its beginning alone (« l'Institut X »).
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the full names, and the acronyms that stand for them elsewhere in the article."""
        names = [name for passage in reading.passages for name in self._in(reading, passage)]
        acronyms: dict[str, Entity] = {}
        for name in sorted(names, key=lambda name: name.first - name.end):
            if not reading.free(name.passage, name.first, name.first + 1):
                continue
            entity = _entity(name, names)
            if name.acronym:
                acronyms[name.acronym] = entity
            rule = "unlisted_organisation"
            yield Finding(name.passage, name.first, name.end, entity, rule, CONFIDENCE[rule])
        if acronyms:
            yield from _acronyms(reading, acronyms)

    def _in(self, reading: Reading, passage: Passage) -> Iterator[_Name]:
        for at in passage.capitals:
            headed = passage.words[at].folded in _HEADS
            if not (headed or self._is_introduced(passage, at)):
                continue
            if not reading.free(passage, at, at + 1) or _waits(reading, passage, at):
                continue
            end = self._end(reading, passage, at)
            acronym = _acronym_after(passage, at, end)
            if not headed or (end - at > 1 and (acronym or _is_proper(passage, at, end))):
                yield _Name(passage, at, end, acronym)

    def _is_introduced(self, passage: Passage, at: int) -> bool:
        """Return whether a noun before says that the name is an organisation's: l'ONG X, l'agence X."""
        if at == 0 or not passage.joined(at) or self._is_person(passage, at):
            return False
        before, word = passage.words[at - 1], passage.words[at]
        return (
            before.folded in LOWER_HEADS
            and not (before.capital and before.text[1:].islower())
            and word.folded not in self._lexicon.given
        )

    def _end(self, reading: Reading, passage: Passage, first: int) -> int:
        """Return where the name that begins with the head-word ends."""
        end = first + 1
        while end - first < _MOST_WORDS:
            step = self._step(reading, passage, first, end)
            if step == 0:
                break
            end += step
        return end

    def _step(self, reading: Reading, passage: Passage, first: int, at: int) -> int:
        """Return how many words go on with the name at word `at`: an adjective or name, or a complement; 0 for none."""
        if not passage.joined(at):
            return 0
        word = passage.words[at]
        if word.folded in COMPLEMENT_OPENERS and not word.capital:
            return self._complement(reading, passage, at)
        if word.capital:
            return int(reading.free(passage, at, at + 1) and not self._is_person(passage, at))
        if word.folded in NOT_ADJECTIVES or word.folded in LINKS:
            return 0
        if not reading.free(passage, at, at + 1):
            return int(_is_country(reading, passage, at))
        if word.folded == "non":
            return 2 if passage.joined(at + 1) else 0
        return int(bool(_ADJECTIVE.fullmatch(word.text)) or _is_last(passage, at) or _is_first(passage, first, at))

    def _is_person(self, passage: Passage, at: int) -> bool:
        """Return whether a given name and another capitalised word begin here: « Commission Ursula von der Leyen »."""
        word = passage.words[at]
        follows = passage.joined(at + 1) and (
            passage.words[at + 1].capital or passage.words[at + 1].folded in PARTICLES
        )
        return word.folded in self._lexicon.given and word.folded not in self._lexicon.common and follows

    def _complement(self, reading: Reading, passage: Passage, at: int) -> int:
        """Return the length of a preposition, its article and the noun after them; 0 where that is no complement."""
        end = at + 1
        while passage.joined(end) and passage.words[end].folded in ("la", "l", "le", "les", "un", "une"):
            end += 1
        while passage.joined(end) and passage.words[end].folded in PRENOMINAL and passage.joined(end + 1):
            end += 1
        if not passage.joined(end) or passage.words[end].folded in NOT_ADJECTIVES | LINKS:
            return 0
        if not reading.free(passage, end, end + 1) and not _is_country(reading, passage, end):
            return 0
        return end + 1 - at


def _is_first(passage: Passage, first: int, at: int) -> bool:
    """Return whether an unknown word stands between the head-word and a complement: Fédération *kanouri* des …"""
    return at == first + 1 and passage.joined(at + 1) and passage.words[at + 1].folded in COMPLEMENT_OPENERS


def _is_last(passage: Passage, at: int) -> bool:
    """Return whether an unknown word ends the noun phrase, and so is no verb: fosses *communes*, a dit …"""
    if not passage.joined(at + 1):
        return True
    return passage.words[at + 1].folded in FINITE_VERBS


def _is_proper(passage: Passage, first: int, end: int) -> bool:
    """Return whether the words are a name: the head-word has its capital inside a sentence, and enough follows.

    « Institut X », « Ligue des disparus du Sahel »; « le Conseil italien » and « l'Agence internationale » are none.
    """
    if passage.starts_sentence(first):
        return end - first > 1 and passage.words[first + 1].capital
    inside = passage.words[first + 1 : end]
    if any(word.capital for word in inside):
        return True
    return passage.words[first].folded in HEAD_WORDS and sum(len(word.text) > 3 for word in inside) > 1


def _waits(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the word is part of a listed form that did not count here."""
    return any(waiting.passage is passage and waiting.first <= at < waiting.end for waiting in reading.conditionals)


def _is_country(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the word is (part of) a country's name or its adjective."""
    return any(
        finding.first <= at < finding.end and finding.entity.kind == "country"
        for finding in reading.findings_in(passage)
    )


def _acronym_after(passage: Passage, first: int, end: int) -> str:
    """Return the acronym that stands in brackets after a name and fits its initials, or ""."""
    if end >= len(passage.words) or passage.gap(end).strip() != "(":
        return ""
    word = passage.words[end].text
    initials = {passage.words[at].folded[0] for at in range(first, end)}
    return word if _ACRONYM.fullmatch(word) and passage.words[end].folded[0] in initials else ""


def _entity(name: _Name, names: list[_Name]) -> Entity:
    """Return the organisation so named: under its longest name in the article that begins like this one."""
    longer = [other for other in names if _begins(other, name)]
    text = max(longer, key=lambda other: other.end - other.first).text
    return Entity("organisation", slug(text), text, listed=False)


def _begins(longer: _Name, shorter: _Name) -> bool:
    tokens = longer.passage.folded(longer.first, longer.end)
    begun = shorter.passage.folded(shorter.first, shorter.end)
    return tokens[: len(begun)] == begun


def _acronyms(reading: Reading, acronyms: dict[str, Entity]) -> Iterator[Finding]:
    rule = "unlisted_acronym"
    for passage in reading.passages:
        for at, word in enumerate(passage.words):
            if word.text in acronyms and reading.free(passage, at, at + 1):
                yield Finding(passage, at, at + 1, acronyms[word.text], rule, CONFIDENCE[rule])
