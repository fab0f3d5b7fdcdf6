"""A passage goes in; the names of organisations that nobody lists come out, from head-word to last complement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.entities.lexicon import Lexicon
from index.entities.organisation_cues import ADJECTIVE, OPENING, OrganisationCues, quoted_end
from index.entities.organisation_words import (
    NAME_LINKS,
    NAMED_FOR_PERSONS,
    PARTNERS,
    SCHOOLS_OF_THOUGHT,
    SPORTS,
    VERBS_LIKE_ADJECTIVES,
)
from index.entities.passage import Passage, WordSpan
from index.entities.reading import Reading
from index.entities.vocabulary import (
    ABBREVIATED_TITLES,
    COMPLEMENT_OPENERS,
    DAYS,
    FINITE_VERBS,
    HEAD_WORDS,
    LINKS,
    LOWER_HEADS,
    MONTHS,
    NOT_ADJECTIVES,
    NOT_IN_NAMES,
    OFFICES,
    OFFICIAL_HEADS,
    PARTICLES,
    PRENOMINAL,
    PREPOSITIONS,
    TAILS,
    WEAK_HEADS,
)
from index.entities.words import Word

_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9-]{1,7}")
_ARTICLES = ("la", "l", "le", "les", "un", "une")

_NO_NAMES = (OFFICES | ABBREVIATED_TITLES | DAYS | MONTHS) - {"general", "generale"}
_REGISTERED = ("e", "v")
"""« e. V. », behind the names of German associations."""

_SHORTEST = 3
_YEAR = 4

_BODIES = HEAD_WORDS | OFFICIAL_HEADS | {"ministere", "gouvernement", "president", "presidente", "ministre"}
"""What begins another name behind « et »: de l'Institut X et du ministère."""

_MOST_COMPLEMENTS = 5
"""Words between a noun and the name in apposition to it: « entreprise de taille moyenne X »."""

_MOST_WORDS = 14
"""Words of a name with all its complements: « Centre de recherche sur les études stratégiques de la mer Noire »."""


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The words of a name, and the acronym that stands in brackets after it, or ""."""

    span: WordSpan
    acronym: str


class OrganisationNames:
    """Reads names: a capitalised head-word (Institut, Ligue) with what belongs to it, or what « l'ONG » introduces."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._given = lexicon.given
        self._titles = lexicon.titles
        self._sure_given = lexicon.given.keys() - lexicon.common
        self._cues = OrganisationCues(lexicon)

    def names(self, reading: Reading, passage: Passage) -> Iterator[OrganisationName]:
        """Yield the names in a passage that have a head-word or several words."""
        yield from _forces(reading, passage) if "forces" in passage.tokens else ()
        tailed = not TAILS.isdisjoint(passage.tokens)
        cued = self._cues.may_show(passage)
        for at in passage.capitals:
            if reading.is_free(passage, at):
                quoted = self._quoted(reading, passage, at) if cued else None
                name = quoted or self._name(reading, passage, at, tailed, cued)
                if name and not _waits(reading, passage, at):
                    yield name

    def single_names(self, reading: Reading, passage: Passage) -> Iterator[WordSpan]:
        """Yield the names of one word that a noun or a verb says to be an organisation's: fonder Obusine."""
        for at in passage.capitals if self._cues.may_show(passage) else ():
            if reading.is_free(passage, at):
                span = WordSpan(passage, at, quoted_end(passage, at) or _simple_end(passage, at))
                shown = self._may_be_single(span) and self._cues.show(reading, span)
                if shown and not _waits(reading, passage, at):
                    yield span

    def _may_be_single(self, span: WordSpan) -> bool:
        """Return whether nothing says that the word is none or a part of a name: a day, an office, a given name."""
        word, after = span.words[0], span.word_after
        if word.text.lower() in NOT_IN_NAMES or word.folded in _NO_NAMES or len(word.text) < _SHORTEST:
            return False
        if (
            after is not None
            and (after.capital or span.gap_after == "-")
            and OPENING.fullmatch(span.passage.gap(span.first)) is None
        ):
            return False
        return word.folded not in self._given and not self._is_person(span.passage, span.first)

    def _quoted(self, reading: Reading, passage: Passage, at: int) -> OrganisationName | None:
        """Return the words in quotation marks that begin here and are an organisation's name: ONG « X Y »."""
        end = quoted_end(passage, at)
        span = WordSpan(passage, at, end)
        told = end - at > 1 and reading.free(span) and self._cues.show(reading, span)
        return OrganisationName(span, "") if told else None

    def _name(self, reading: Reading, passage: Passage, at: int, tailed: bool, cued: bool) -> OrganisationName | None:
        """Return the name that begins with this word: with a head-word, behind a noun, or with a tail."""
        headed = _is_head(passage.words[at]) and not _is_cut(reading, passage, at)
        introduced = headed or self._is_introduced(passage, at)
        several = not introduced and _may_be_told(passage, at)
        told = several and (self._is_in_apposition(reading, passage, at) or tailed)
        if not (introduced or told or (several and cued)):
            return None
        span = WordSpan(passage, at, self._end(reading, passage, at))
        acronym = _acronym_after(span)
        if (introduced or told) and self._is_name(reading, span, bool(acronym), headed, told):
            return OrganisationName(span, acronym)
        return OrganisationName(span, acronym) if several and self._is_cued(reading, span) else None

    def _is_cued(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether the words around several words say so, and a given name nothing else."""
        shows = self._cues.appose if self._is_person(span.passage, span.first) else self._cues.show
        return len(span.words) > 1 and shows(reading, span)

    def _is_name(self, reading: Reading, span: WordSpan, acronym: bool, headed: bool, told: bool) -> bool:
        """Return whether the words are enough of a name for what shows that they are one."""
        if headed:
            return len(span.words) > 1 and (acronym or _is_proper(span)) and not _is_of_sports_or_school(span)
        if len(span.words) == 1 and span.tokens[0] in PARTICLES:
            return False  # the first word of a person's: « la milice Abou Farès … »
        return not told or self._is_told(reading, span)

    def _is_introduced(self, passage: Passage, at: int) -> bool:
        """Return whether a noun before says that the name is an organisation's: l'ONG X, l'association X."""
        before = passage.words[at - 1]
        if at == 0 or before.folded not in LOWER_HEADS or not passage.joined(at):
            return False
        if before.capital and not before.text.isupper():
            return False
        return passage.words[at].folded not in self._given and not self._is_person(passage, at)

    def _is_told(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether several words are an organisation's name by the noun they apposition, or by their last."""
        capitals = [word for word in span.words if word.capital]
        if len(capitals) < 2 or (self._is_person(span.passage, span.first) and capitals[-1].folded not in TAILS):
            return False
        if span.passage.starts_sentence(span.first) and span.words[0].text.lower() in NOT_IN_NAMES:
            return False
        tailed = capitals[-1].folded in TAILS and len(capitals) == len(span.words)
        return tailed or self._is_in_apposition(reading, span.passage, span.first)

    def _is_in_apposition(self, reading: Reading, passage: Passage, first: int) -> bool:
        """Return whether the name stands behind « cabinet », or its complements: « une jeune société d'Oulu, X »."""
        at = first - 1
        if at < 0 or passage.tokens[at] in PREPOSITIONS:
            return False
        if passage.gap(first).strip() != ",":
            return self._cues.appose(reading, WordSpan(passage, first, first + 2), weakly=True)
        for head in range(at, max(at - _MOST_COMPLEMENTS, -1), -1):
            word = passage.words[head]
            if word.folded in WEAK_HEADS and not word.capital:
                return self._is_indefinite(passage, head)
            if word.folded in NOT_ADJECTIVES or not passage.joined(head):
                return False
        return False

    def _is_indefinite(self, passage: Passage, head: int) -> bool:
        """Return whether « une » introduces the noun, and no title has it: not « le patron d'une société, X »."""
        before = passage.folded(head - 4, head)
        article = next((at for at, token in enumerate(before) if token in ("un", "une", "son", "sa", "leur")), -1)
        if article < 0:
            return False
        return article < 2 or before[article - 1] not in ("d", "de") or before[article - 2] not in self._titles

    def _end(self, reading: Reading, passage: Passage, first: int) -> int:
        """Return where the name that begins with the word at `first` ends."""
        end = first + 1
        while end - first < _MOST_WORDS and (step := self._step(reading, passage, first, end)):
            end += step
        return end + 2 if passage.folded(end, end + 2) == _REGISTERED and passage.words[end + 1].capital else end

    def _step(self, reading: Reading, passage: Passage, first: int, at: int) -> int:
        """Return how many words go on with the name at word `at`: an adjective or name, or a complement; 0 for none."""
        if at < len(passage.words) and passage.gap(at) == " & ":
            return int(passage.words[at].capital)
        if not passage.joined(at):
            return 0
        word = passage.words[at]
        if word.folded in _NO_NAMES and word.capital:
            return 0
        if word.text.isdigit() and at == first + 1:
            return int(len(word.text) <= _YEAR)
        if linked := _linked(reading, passage, first, at):
            return linked
        if word.folded in COMPLEMENT_OPENERS and not word.capital:
            return _complement(reading, passage, at)
        if not reading.is_free(passage, at):
            return int(not word.capital and _is_country(reading, passage, at))
        if word.capital:
            named = passage.tokens[first] in NAMED_FOR_PERSONS and at == first + 1
            return int(named or passage.gap(at) == "-" or not self._is_person(passage, at))
        if word.folded in NOT_ADJECTIVES or word.folded in LINKS:
            return 0
        if word.folded == "non":
            return 2 if passage.joined(at + 1) else 0
        return int(_is_adjective(passage, first, at))

    def _is_person(self, passage: Passage, at: int) -> bool:
        """Return whether a given name and another capitalised word begin here: « Commission Ursula von der Leyen »."""
        after = WordSpan(passage, at, at + 1).word_after
        goes_on = after is not None and (after.capital or after.folded in PARTICLES)
        return goes_on and passage.words[at].folded in self._sure_given


def _may_be_told(passage: Passage, at: int) -> bool:
    """Return whether another capital follows, particles between, without which the words around tell no name."""
    for word in passage.words[at + 1 : at + 4]:
        if word.capital or word.folded not in PARTICLES:
            return word.capital
    return False


def _forces(reading: Reading, passage: Passage) -> Iterator[OrganisationName]:
    """Yield « forces armées philippines »: the forces of a country that no list has."""
    for at, token in enumerate(passage.tokens[:-2]):
        if token == "forces" and passage.tokens[at + 1] == "armees" and reading.is_free(passage, at):
            ends = (found.span.end for found in reading.findings_in(passage) if found.span.first == at + 2)
            if (end := max(ends, default=0)) and passage.joined(at + 2):
                yield OrganisationName(WordSpan(passage, at, end), "")


def _is_head(word: Word) -> bool:
    return word.folded in HEAD_WORDS or word.folded in OFFICIAL_HEADS


def _is_cut(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the head belongs to a longer name whose beginning is none of ours: Racing *Club* de Montevideo."""
    before = at - 1
    named = passage.joined(at) and passage.gap(at) == " " and passage.words[before].capital
    return named and passage.tokens[at] in SCHOOLS_OF_THOUGHT and not passage.starts_sentence(before)


def _is_of_sports_or_school(span: WordSpan) -> bool:
    """Return whether the name is that of a sports club, or a head with a place alone: École d'Athènes."""
    if span.tokens[0] not in SCHOOLS_OF_THOUGHT:
        return False
    if not SPORTS.isdisjoint(span.tokens):
        return True
    inside = [word for word in span.words[1:] if word.folded not in _ARTICLES]
    return len(inside) == 2 and inside[0].folded in ("de", "d") and inside[1].capital


def _is_adjective(passage: Passage, first: int, at: int) -> bool:
    """Return whether an unknown word is an adjective of the name: by its ending, or because it can be no verb.

    It is none where it ends the noun phrase (fosses *communes*, a dit …), nor between the head-word and a complement
    (Fédération *kanouri* des …).
    """
    if passage.tokens[at] in VERBS_LIKE_ADJECTIVES:
        return False
    if ADJECTIVE.fullmatch(passage.words[at].text):
        return True
    if not passage.joined(at + 1):
        return not passage.words[at - 1].capital
    following = passage.words[at + 1].folded
    return following in FINITE_VERBS or (at == first + 1 and following in COMPLEMENT_OPENERS)


def _complement(reading: Reading, passage: Passage, at: int) -> int:
    """Return the length of a preposition, its article and the noun after them; 0 where that is no complement."""
    end = at + 1
    while passage.joined(end) and passage.words[end].folded in _ARTICLES:
        end += 1
    while passage.joined(end) and passage.words[end].folded in PRENOMINAL and passage.joined(end + 1):
        end += 1
    if not passage.joined(end) or passage.words[end].folded in NOT_ADJECTIVES | LINKS:
        return 0
    if not reading.is_free(passage, end) and not _is_country(reading, passage, end):
        return 0
    return end + 1 - at


def _simple_end(passage: Passage, first: int) -> int:
    """Return where a name of one word ends, with what a hyphen joins to it and a number: Ekran-5, Méridien 74."""
    end = first + 1
    while passage.joined(end) and passage.gap(end) == "-":
        end += 1
    numbered = passage.joined(end) and passage.words[end].text.isdigit() and len(passage.words[end].text) <= _YEAR
    return end + numbered


def _linked(reading: Reading, passage: Passage, first: int, at: int) -> int:
    """Return the length of a small word with what it adds to the name: Dupont *et Fils*, Ura *e Mirë*; 0 for none."""
    word = passage.words[at]
    if word.capital or not passage.joined(at + 1):
        return 0
    following = passage.words[at + 1]
    if word.folded == "et" and following.folded in PARTNERS:
        return 2
    if word.folded == "et" and at > first + 1:
        return _further_complement(reading, passage, at)
    if word.folded in ("e", "ye") and passage.gap(at) == "-":
        return 2  # Nour-e Danesh
    return 2 if word.folded in NAME_LINKS and following.capital else 0


def _further_complement(reading: Reading, passage: Passage, at: int) -> int:
    """Return the length of « et » with a complement like the one before it: Institut d'études *et de recherches*."""
    if passage.tokens[at + 1] not in ("de", "d", "des", "du"):
        return 0
    length = _complement(reading, passage, at + 1)
    noun = passage.words[at + length] if length else None
    return length + 1 if noun and not noun.capital and noun.folded not in _BODIES else 0


def _is_proper(span: WordSpan) -> bool:
    """Return whether the words are a name: the head-word has its capital inside a sentence, and enough follows.

    « Institut X », « Ligue des disparus du Sahel »; « le Conseil italien » and « l'Agence internationale » are none.
    """
    head, *inside = span.words
    if span.passage.starts_sentence(span.first):
        return inside[0].capital
    if any(word.capital for word in inside):
        return True
    return head.folded in HEAD_WORDS and sum(len(word.text) > 3 for word in inside) > 1


def _waits(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the word is part of a listed form that did not count here."""
    return any(waiting.span.passage is passage and waiting.span.holds(at) for waiting in reading.conditionals)


def _is_country(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the word is (part of) a country's name or its adjective."""
    found = reading.findings_in(passage)
    return any(finding.span.holds(at) and finding.entity.kind == "country" for finding in found)


def _acronym_after(span: WordSpan) -> str:
    """Return the acronym that stands in brackets after a name and fits its initials, or ""."""
    if span.gap_after != "(":
        return ""
    word = span.passage.words[span.end]
    initials = {token[0] for token in span.tokens}
    return word.text if _ACRONYM.fullmatch(word.text) and word.folded[0] in initials else ""
