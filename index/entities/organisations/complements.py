"""A preposition in the name of an organisation goes in; how far the complement goes that it begins comes out."""

from __future__ import annotations

import re

from index.entities.lexicon.vocabulary import FINITE_VERBS, LINKS, NOT_ADJECTIVES, OFFICES, PRENOMINAL
from index.entities.reading import Reading
from index.entities.text.passage import Passage

ARTICLES = ("la", "l", "le", "les", "un", "une")
_TIMES = frozenset({"fois", "instant", "heure", "moment"})
"""« Pour la première fois », « pour l'instant »: no body is called so."""

_MANNERS = frozenset({"appel", "delai", "doute", "surprise", "cesse", "succes", "condition", "concertation"})
"""« … a vendu à X sans appel d'offres »: how something was done."""

_INFINITIVE = re.compile(r".{2,}(?:er|ir|dre|tre|ire)|lire|dire")


def is_country(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the word is (part of) a country's name or its adjective."""
    return any(finding.entity.kind == "country" for finding in reading.findings_at(passage, at))


def _listed_end(reading: Reading, passage: Passage, first: int) -> int:
    """Return where the listed country or body that begins here ends: la Sierra *Leone*, l'Union *africaine*; else 0."""
    found = (named for named in reading.findings_at(passage, first) if named.entity.kind != "person")
    return max((named.span.end for named in found if named.span.first == first), default=0)


def first_complement(reading: Reading, passage: Passage, first: int, at: int) -> int:
    """Return the length of a complement; 0 where it makes a head a part of a listed body: Commission *de la Cédéao*."""
    length = complement(reading, passage, at)
    last = at + length - 1
    part = at == first + 1 or passage.tokens[first] == "direction"
    found = reading.findings_at(passage, last) if part else ()
    return 0 if any(named.entity.kind == "organisation" for named in found) else length


def complement(reading: Reading, passage: Passage, at: int) -> int:
    """Return the length of a preposition, its article and the noun after them; 0 where that is no complement."""
    end = at + 1
    while passage.joined(end) and passage.words[end].folded in ARTICLES:
        end += 1
    while passage.joined(end) and passage.words[end].folded in PRENOMINAL and passage.joined(end + 1):
        end += 1
    compound = passage.joined(end + 1) and passage.gaps[end + 1] == "-"
    if _is_purpose(passage, at, end) or _is_of_officer(passage, end):
        return 0
    if passage.tokens[at] == "sans" and not _MANNERS.isdisjoint(passage.tokens[end : end + 1]):
        return 0
    if passage.tokens[at] == "pour" and not _TIMES.isdisjoint(passage.tokens[end : end + 2]):
        return 0
    if not passage.joined(end) or (_is_no_noun(passage, at, end) and not compound):
        return 0
    if reading.is_free(passage, end):
        return end + 1 + compound - at
    return max(_listed_end(reading, passage, end), _phrase_end(reading, passage, end)) - at


def _is_of_officer(passage: Passage, at: int) -> bool:
    """Return whether an office and a name follow, to whom the body belongs: « l'Agence X *du général Kuptel* »."""
    office = passage.joined(at + 1) and passage.tokens[at] in OFFICES and not passage.words[at].capital
    return office and passage.words[at + 1].capital


def _is_purpose(passage: Passage, at: int, end: int) -> bool:
    """Return whether an infinitive follows: « il a saisi l'Institut X *pour étudier* … », « … *sans le lire* »."""
    verb = {"pour": at + 1, "sans": end}.get(passage.tokens[at], len(passage.tokens))
    return _INFINITIVE.fullmatch("".join(passage.folded(verb, verb + 1))) is not None


def _phrase_end(reading: Reading, passage: Passage, first: int) -> int:
    """Return where claimed words end that name nothing of ours: la *mer d'Azov*; before them where they do name it."""
    end = first
    while not (reading.is_free(passage, end) or reading.findings_at(passage, end)):
        end += 1
        if not passage.joined(end):
            break
    return end if end > first else 0


def _is_no_noun(passage: Passage, at: int, end: int) -> bool:
    """Return whether the word after a preposition at `at` is a small one, or a verb: « pour la *finance* » has none."""
    word = passage.words[end].folded
    noun_follows = end > at + 1 or passage.tokens[at] in ("du", "des", "de", "d")
    return word in LINKS or (word in NOT_ADJECTIVES and not (noun_follows and word in FINITE_VERBS))
