"""A reading with its persons goes in; family names alone that differ by one letter from theirs come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from index.analysis.gluing import names_before
from index.entities.capitals import stands_beside_capital
from index.entities.entity import Entity, SurnameAlone
from index.entities.near_names import NearNames
from index.entities.passage import Passage, WordSpan
from index.entities.reading import Finding, Reading
from index.entities.vocabulary import NOT_IN_NAMES
from index.entities.words import Word, folded

_SHORTEST = 5
"""A letter more or less makes another name of a shorter one."""


_NOBODY: Mapping[str, Entity] = {}


class Misspelt:
    """Links « Austen » and « Aus tin » to the Austin of the article.

    A family name alone may differ by one letter, be spelt in another transliteration, or fall into two parts.
    """

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the misspelt family names that no rule has claimed, inside a sentence, where one person fits."""
        persons = _surnames(reading.found("person"))
        begun = {folded(found.entity.surname)[-1][:2] for found in reading.found("person") if found.entity.surname}
        for passage in reading.passages if persons else ():
            for at in passage.capitals:
                if not reading.is_free(passage, at):
                    continue
                length, fitting = 1, _NOBODY
                if passage.words[at].folded[:2] in begun and _is_torn(reading, passage, at):
                    length, fitting = 2, _sounding("".join(passage.folded(at, at + 2)), persons)
                if not fitting and persons.may_hold(passage.words[at].folded) and _is_candidate(reading, passage, at):
                    length, fitting = 1, _fitting(passage.words[at], persons)
                if len(fitting) == 1:
                    person = next(iter(fitting.values()))
                    yield Finding.by("misspelt_surname", WordSpan(passage, at, at + length), person)


def _is_torn(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether a capitalised word and the next, which is none by itself, may be one name torn apart."""
    if at + 1 == len(passage.words) or passage.gap(at + 1) != " ":
        return False
    begin, end = passage.words[at], passage.words[at + 1]
    if len(begin.text) + len(end.text) <= _SHORTEST or len(end.text) == 1 or end.text.lower() in NOT_IN_NAMES:
        return False
    return reading.free(WordSpan(passage, at, at + 2))


def _surnames(findings: Iterable[Finding]) -> NearNames[Entity]:
    """Return the family names that are one word and may stand alone."""
    found: NearNames[Entity] = NearNames()
    for person in {finding.entity.key: finding.entity for finding in findings}.values():
        if person.surname and person.surname_alone is not SurnameAlone.NEVER:
            surname = folded(person.surname)[-1]
            if len(surname) >= _SHORTEST:
                found.add(surname, person)
    return found


def _is_candidate(reading: Reading, passage: Passage, at: int) -> bool:
    """Refuse what is short, the first word of a sentence, and what stands between other capitalised words."""
    return (
        len(passage.words[at].folded) >= _SHORTEST
        and not passage.starts_sentence(at)
        and not stands_beside_capital(reading, passage, at)
    )


def _fitting(word: Word, persons: NearNames[Entity]) -> dict[str, Entity]:
    """Return the persons whose family name the word may be, or may hold before a word glued to it."""
    stems = (word.folded, *names_before(word.text))
    return {person.id: person for stem in stems if len(stem) >= _SHORTEST for person in persons.meant(stem)}


def _sounding(name: str, persons: NearNames[Entity]) -> dict[str, Entity]:
    return {person.id: person for person in persons.sounding(name)}
