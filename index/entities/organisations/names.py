"""A passage goes in; the names of organisations that nobody lists come out, from head-word to last complement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import (
    COMPLEMENT_OPENERS,
    LOWER_HEADS,
    NOT_ADJECTIVES,
    NOT_IN_NAMES,
    PARTICLES,
    PREPOSITIONS,
    WEAK_HEADS,
    word_set,
)
from index.entities.namesakes.calling import is_in_address
from index.entities.organisations.complements import ARTICLES, is_country
from index.entities.organisations.cues import OPENING, OrganisationCues, is_employer, quoted_end
from index.entities.organisations.ends import NO_NAMES, OrganisationEnds, is_head, simple_end
from index.entities.organisations.heads import begins_with_head, is_headed_name
from index.entities.organisations.words import (
    ENDINGS,
    ENGLISH_HEADS,
    FIELDS,
    FOREIGN_HEADS,
    NAME_LINKS,
    NAMED_WITH_HEADS,
    SLOGANS,
    TRANSLATED_HEADS,
    UNITS,
)
from index.entities.persons.capitals import is_syllable
from index.entities.reading import Reading
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import Word

_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9-]{1,7}")

_OF_UNIVERSITY = word_set(
    "professeur professeure professeurs prof etudiant etudiante etudiants etudiantes enseignant enseignante diplome"
)
"""« Une professeur d'université de Hargeisa »: of some university there."""

_ORDINAL = re.compile(r"[0-9]+(?:e|er|re|eme)")

_SHORTEST = 3

_WORKS = WEAK_HEADS | TRANSLATED_HEADS
"""What a comma may divide from the name: « une usine de Narva, X Y »."""

_NOUNS = ("ong",)
"""Written in capitals these are nouns all the same, and introduce a name: « l'ONG Harbour Watch »."""

_OF = frozenset({"de", "d", "du", "des"})
"""With a complement « comité » belongs to a name, too: le comité Al-Amal *des* quartiers, not le comité Ciel ouvert."""

_FULL_NAME = 2
_WITH_ADJECTIVE = 2

_EXERCISES = frozenset({"exercice", "exercices", "operation", "operations", "manoeuvre", "manoeuvres"})
"""What soldiers do under a name of its own."""

_PURPOSES = ("pour", "sur", "contre", "sans")
"""Behind a noun in small words these may belong to the verb: « il a quitté la Commission *pour la société X* »."""

_MOST_PLACED = 3
"""Words of a place's name before the head-word of a name in English."""

_QUOTED = 3
"""Words in quotation marks that may belong to the name before them; more are a motto or said by it."""

_PLACING = (("en",), ("a",), ("d",), ("de",), ("au",))
"""« En Ukraine Black Sea Council … » has lost a comma."""

_MOST_COMPLEMENTS = 8
"""Words between a noun and the name in apposition to it: « entreprise de taille moyenne X »."""


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The words of a name, and the acronym that stands in brackets after it, or "".

    One that is not `sure` counts only for a listed organisation: « Service national du renseignement » may be a title.
    """

    span: WordSpan
    acronym: str
    sure: bool = True


class OrganisationNames:
    """Reads names: a capitalised head-word (Institut, Ligue) with what belongs to it, or what « l'ONG » introduces."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._given = lexicon.given
        self._rare = lexicon.rare
        self._addresses = lexicon.heads.in_town
        self._titles = lexicon.titles
        self._ends = OrganisationEnds(lexicon)
        self._cues = OrganisationCues(lexicon)

    def names(self, reading: Reading, passage: Passage) -> Iterator[OrganisationName]:
        """Yield the names in a passage that have a head-word or several words."""
        yield from _forces(reading, passage) if "forces" in passage.tokens else ()
        yield from () if UNITS.isdisjoint(passage.tokens) else self._units(reading, passage)
        yield from self._universities(reading, passage) if "universite" in passage.tokens else ()
        waiting, tailed = _waiting(reading, passage), not ENDINGS.isdisjoint(passage.tokens)
        cued = self._cues.may_show(passage)
        for at in passage.capitals:
            if reading.is_free(passage, at) and passage.tokens[at] not in _NOUNS and not _is_exercise(passage, at):
                quoted = self._quoted(reading, passage, at) if cued else None
                name = quoted or self._name(reading, passage, at, tailed, cued)
                if name and not _waits(waiting, name.span):
                    yield replace(name, span=_whole(reading, name.span)) if name.sure else name

    def _units(self, reading: Reading, passage: Passage) -> Iterator[OrganisationName]:
        """Yield « 43e bataillon d'infanterie de marine »: the units of an army that have a number and an arm."""
        for at, token in enumerate(passage.tokens[1:], 1):
            numbered = token in UNITS and _ORDINAL.fullmatch(passage.tokens[at - 1]) and passage.joined(at)
            if numbered and reading.free(WordSpan(passage, at - 1, at + 1)):
                end = self._ends.end(reading, passage, at)
                yield from [OrganisationName(WordSpan(passage, at - 1, end), "")] if end > at + 1 else []

    def _universities(self, reading: Reading, passage: Passage) -> Iterator[OrganisationName]:
        """Yield « université océanique de Qingdao »: with its noun in small letters, adjectives and a place."""
        for at, word in enumerate(passage.words):
            if passage.folded(at - 2, at)[-1:] == ("d",) and passage.tokens[at - 2] in _OF_UNIVERSITY:
                continue
            if word.folded == "universite" and not word.capital and reading.is_free(passage, at):
                span = WordSpan(passage, at, self._university_end(reading, passage, at))
                if any(part.capital for part in span.words) and not span.words[1].capital:
                    yield OrganisationName(span, "")

    def _university_end(self, reading: Reading, passage: Passage, at: int) -> int:
        """Return where its name ends, with whom a State's is called after: l'université d'État *Mariano-Marcos*."""
        end = self._ends.end(reading, passage, at)
        called = passage.tokens[end - 1] == "etat" and passage.joined(end) and passage.words[end].capital
        return self._ends.end(reading, passage, end) if called and reading.is_free(passage, end) else end

    def single_names(self, reading: Reading, passage: Passage) -> Iterator[WordSpan]:
        """Yield the names of one word that a noun or a verb says to be an organisation's: fonder Obusine."""
        cued = self._cues.may_show(passage)
        waiting = _waiting(reading, passage) if cued else {}
        for at in passage.capitals if cued else ():
            if reading.is_free(passage, at):
                span = WordSpan(passage, at, quoted_end(passage, at) or self._single_end(reading, passage, at))
                shown = self._may_be_single(span) and self._cues.show(reading, span)
                if shown and (passage.tokens[at - 1] in NAMED_WITH_HEADS or not _waits(waiting, span)):
                    yield _whole(reading, span)

    def _single_end(self, reading: Reading, passage: Passage, at: int) -> int:
        """Return where a name of one word ends, with what its institute is for: l'institut X *d'études du Golfe*."""
        end = simple_end(passage, at)
        of_institute = passage.tokens[at - 1] in NAMED_WITH_HEADS and passage.joined(end)
        fields = passage.folded(end, end + 2)
        telling = len(fields) == 2 and fields[0] in ("de", "d") and fields[1] in FIELDS
        return self._ends.end(reading, passage, at) if of_institute and telling else end

    def _may_be_single(self, span: WordSpan) -> bool:
        """Return whether nothing says that the word is none or a part of a name: a day, an office, a given name."""
        word, after = span.words[0], span.word_after
        if word.text.lower() in NOT_IN_NAMES or word.folded in NO_NAMES or len(word.text) < _SHORTEST:
            return False
        if span.first and OPENING.fullmatch(span.passage.gaps[span.first]):
            return True
        if after is not None and (after.capital or span.hyphen_after or _calls_for_more(span, after)):
            return False
        if not COMPLEMENT_OPENERS.isdisjoint(span.tokens):
            return True
        return word.folded not in self._given and not self._ends.is_person(span.passage, span.first)

    def _quoted(self, reading: Reading, passage: Passage, at: int) -> OrganisationName | None:
        """Return the words in quotation marks that begin here and are an organisation's name: ONG « X Y »."""
        end = quoted_end(passage, at)
        span = WordSpan(passage, at, end)
        told = end - at > 1 and reading.free(span) and self._cues.show(reading, span)
        return OrganisationName(span, "") if told else None

    def _name(self, reading: Reading, passage: Passage, at: int, tailed: bool, cued: bool) -> OrganisationName | None:
        """Return the name that begins with this word: with a head-word, behind a noun, or with a tail."""
        headed = begins_with_head(passage, at) and not is_in_address(passage, at, self._addresses)
        introduced = headed or self._is_introduced(passage, at)
        several = not introduced and _may_be_told(passage, at)
        told = several and (self._is_in_apposition(reading, passage, at) or tailed)
        foreign = several and is_employer(passage, at) and _has_foreign_link(passage, at)
        if not (introduced or told or foreign or (several and cued)):
            return None
        end = self._ends.end(reading, passage, at)
        span = WordSpan(passage, at, _quoted_end(reading, passage, end) if headed else end)
        acronym = _acronym_after(span)
        if (introduced or told) and self._is_name(reading, span, bool(acronym), headed, told):
            return OrganisationName(span, acronym)
        if foreign or (several and self._is_cued(reading, span)):
            return OrganisationName(span, acronym)
        return OrganisationName(span, acronym, sure=False) if headed else None

    def _is_cued(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether the words around several words say so, and a given name nothing else."""
        shows = self._cues.appose if self._ends.is_person(span.passage, span.first) else self._cues.show
        return len(span.words) > 1 and shows(reading, span)

    def _is_name(self, reading: Reading, span: WordSpan, acronym: bool, headed: bool, told: bool) -> bool:
        """Return whether the words are enough of a name for what shows that they are one."""
        if headed:
            shown = len(span.words) > 1 and (is_employer(span.passage, span.first) or self._cues.follows(span))
            return shown or is_headed_name(span, acronym)
        if len(span.words) == 1 and (span.tokens[0] in PARTICLES or len(span.text) == 1):
            return False  # the first word of a person's: « la milice Abou Farès … »; a letter: « le réseau B »
        return not told or self._is_told(reading, span)

    def _is_introduced(self, passage: Passage, at: int) -> bool:
        """Return whether a noun before says that the name is an organisation's: l'ONG X, l'association X."""
        before = passage.words[at - 1]
        if before.folded == "des" and _is_of_person(passage, at):
            return True
        if at == 0 or before.folded not in LOWER_HEADS or not passage.joined(at):
            return False
        if before.capital and not before.text.isupper():
            return False
        if at + 2 < len(passage.words) and is_syllable(passage, at + 2):
            return False  # « la présidente du parti Tcheng Li-wun »
        return passage.words[at].folded not in self._given and not self._ends.is_person(passage, at)

    def _is_told(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether several words are an organisation's name by the noun they apposition, or by their last."""
        capitals = [word for word in span.words if word.capital]
        if len(capitals) < 2 or (self._ends.is_person(span.passage, span.first) and capitals[-1].folded not in ENDINGS):
            return False
        if span.passage.starts_sentence(span.first) and span.words[0].text.lower() in NOT_IN_NAMES:
            return False
        # A hyphen before it makes a place: « la Charente-Maritime ».
        spaced = span.passage.gaps[span.end - 1] == " "
        tailed = spaced and capitals[-1].folded in ENDINGS and len(capitals) == len(span.words)
        return tailed or self._is_in_apposition(reading, span.passage, span.first)

    def _is_in_apposition(self, reading: Reading, passage: Passage, first: int) -> bool:
        """Return whether the name stands behind « cabinet », or its complements: « une jeune société d'Oulu, X »."""
        at = first - 1
        if at < 0 or passage.tokens[at] in PREPOSITIONS:
            return False
        if passage.gaps[first].strip() != ",":
            return self._cues.appose(reading, WordSpan(passage, first, first + 2), weakly=True)
        for head in range(at, max(at - _MOST_COMPLEMENTS, -1), -1):
            word = passage.words[head]
            if word.folded in _WORKS and not word.capital:
                if passage.tokens[first] in self._given or passage.tokens[first] in self._rare:
                    return False  # « son rival du Parti libéral, Salvador X, … »
                return self._is_indefinite(passage, head) or self._is_defined(passage, head, first)
            if word.folded in NOT_ADJECTIVES or not passage.joined(head):
                return False
        return False

    def _is_defined(self, passage: Passage, head: int, first: int) -> bool:
        """Return whether an article and an adjective at most stand by the noun."""
        article = passage.tokens[head - 1] if head else ""
        return article in ("le", "la", "l") and first - head <= _WITH_ADJECTIVE and passage.starts_clause(head - 1)

    def _is_indefinite(self, passage: Passage, head: int) -> bool:
        """Return whether « une » introduces the noun, and no title has it: not « le patron d'une société, X »."""
        before = passage.folded(head - 4, head)
        articles = [at for at, token in enumerate(before) if token in ("un", "une", "son", "sa", "leur")]
        article = articles[-1] if articles else -1
        if article < 0 or not self._titles.isdisjoint(before[article + 1 :]):
            return False  # « une experte du bureau X, … »
        return article < 2 or before[article - 1] not in ("d", "de") or before[article - 2] not in self._titles


def _is_exercise(passage: Passage, at: int) -> bool:
    """Return whether quotation marks open here on what an exercise is called: « l'exercice « Mission Justice » »."""
    return at > 0 and passage.tokens[at - 1] in _EXERCISES and OPENING.fullmatch(passage.gaps[at]) is not None


def _is_of_person(passage: Passage, at: int) -> bool:
    """Return whether a person stands before « des » and a complement behind: « Anna Roth, *des Cantines du port*, »."""
    if at < _FULL_NAME + 1 or passage.gaps[at - 1].strip() != "," or not passage.joined(at - 2):
        return False
    full = passage.words[at - 2].capital and passage.words[at - 3].capital
    ends = (to for to in range(at + 1, len(passage.words)) if not passage.joined(to))
    *links, noun = passage.words[at + 1 : next(ends, len(passage.words))] or [passage.words[at]]
    complement = [word for word in links if word.folded not in ARTICLES]
    return full and not noun.capital and len(complement) == 1 and complement[0].folded in COMPLEMENT_OPENERS


def _calls_for_more(span: WordSpan, after: Word) -> bool:
    """Return whether the word begins the slogan that a movement is named by: « le mouvement Lutte pour demain »."""
    return after.folded in ("pour", "contre", "sans") and not SLOGANS.isdisjoint(span.before(3))


def _quoted_end(reading: Reading, passage: Passage, end: int) -> int:
    """Return where the name in quotation marks ends that a body of its kind has: le Centre d'études « Zarya »."""
    closing = quoted_end(passage, end) if end < len(passage.words) and passage.words[end].capital else 0
    fits = 0 < closing - end <= _QUOTED and reading.free(WordSpan(passage, end, closing))
    return closing if fits else end


def _whole(reading: Reading, span: WordSpan) -> WordSpan:
    """Return the name with the noun or the place right before it that belong to it: institut X, Warsaw Security Lab."""
    passage, before = span.passage, span.first - 1
    if not passage.joined(span.first) or passage.gaps[span.first] != " ":
        return span
    if span.tokens[0] in ENGLISH_HEADS:
        return span._replace(first=_english_start(reading, span))
    if passage.words[before].capital:
        return WordSpan(passage, before, span.end) if _is_of_place(reading, span) else span
    # « l'institut Strait Watch Initiative » has a head of its own.
    headed = span.tokens[-1] in ENDINGS or span.tokens[0] in FOREIGN_HEADS
    with_head = passage.tokens[before] in NAMED_WITH_HEADS and not headed
    with_head = with_head or (passage.tokens[before] == "comite" and not _OF.isdisjoint(span.tokens))
    named = with_head and reading.is_free(passage, before)
    return WordSpan(passage, before, span.end) if named else span


def _english_start(reading: Reading, span: WordSpan) -> int:
    """Return where a name begins that has its head-word behind a place's: *Hudson Valley* Institute for Peace."""
    passage, at = span.passage, span.first
    while at > max(span.first - _MOST_PLACED, 0) and passage.gaps[at] == " " and passage.words[at - 1].capital:
        if not reading.is_free(passage, at - 1) or passage.starts_sentence(at - 1):
            break
        at -= 1
    return at


def _is_of_place(reading: Reading, span: WordSpan) -> bool:
    """Return whether a name in English has that of a place before it, which no preposition makes another's."""
    passage, place = span.passage, span.first - 1
    english = span.tokens[-1] in ENDINGS and all(word.capital for word in span.words)
    return english and is_country(reading, passage, place) and passage.folded(place - 1, place) not in _PLACING


def _may_be_told(passage: Passage, at: int) -> bool:
    """Return whether another capital follows, particles between, without which the words around tell no name."""
    for word in passage.words[at + 1 : at + 4]:
        if word.capital or not (word.folded in PARTICLES or word.folded in NAME_LINKS):
            return word.capital
    return False


def _has_foreign_link(passage: Passage, at: int) -> bool:
    """Return whether a small word of another language joins a name to the next one: Kolleg *für* Ostfragen."""
    linked = passage.joined(at + 1) and passage.joined(at + 2) and passage.tokens[at + 1] in NAME_LINKS
    return linked and not passage.words[at + 1].capital and passage.words[at + 2].capital


def _forces(reading: Reading, passage: Passage) -> Iterator[OrganisationName]:
    """Yield « forces armées philippines »: the forces of a country that no list has."""
    for at, token in enumerate(passage.tokens[:-2]):
        if token == "forces" and passage.tokens[at + 1] == "armees" and reading.is_free(passage, at):
            ends = (found.span.end for found in reading.findings_at(passage, at + 2) if found.span.first == at + 2)
            if (end := max(ends, default=0)) and passage.joined(at + 2):
                yield OrganisationName(WordSpan(passage, at, end), "")


def _waiting(reading: Reading, passage: Passage) -> Mapping[int, Sequence[WordSpan]]:
    """Return the listed forms of a passage that did not count there, by the places of their words."""
    waiting: dict[int, list[WordSpan]] = {}
    for span in (each.span for each in reading.conditionals if each.span.passage is passage):
        for at in range(span.first, span.end):
            waiting.setdefault(at, []).append(span)
    return waiting


def _waits(waiting: Mapping[int, Sequence[WordSpan]], span: WordSpan) -> bool:
    """Return whether the name begins in a listed form that did not count here.

    It may go on from several words, and from a noun: « l'Alliance *des pêcheurs de X* ».
    """
    others = waiting.get(span.first, ())
    if any(span.end <= other.end for other in others):
        return True
    return not _goes_on(span) and any(other.end == span.first + 1 for other in others)


def _goes_on(span: WordSpan) -> bool:
    """Return whether a noun with what it rules is a name of its own: « l'Alliance *des pêcheurs de X* »."""
    several = len(span.words) > _FULL_NAME and not all(word.capital for word in span.words)
    return several and is_head(span.words[0]) and span.tokens[1] not in _PURPOSES


def _acronym_after(span: WordSpan) -> str:
    """Return the acronym that stands in brackets after a name and fits its initials, or ""."""
    if span.gap_after != "(":
        return ""
    word = span.passage.words[span.end]
    initials = {token[0] for token in span.tokens}
    return word.text if _ACRONYM.fullmatch(word.text) and word.folded[0] in initials else ""
