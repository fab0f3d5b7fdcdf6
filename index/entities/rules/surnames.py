"""A reading with its full names goes in; the family names alone that refer to those persons come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.entities.confidence import CONFIDENCE
from index.entities.entity import Entity, SurnameAlone
from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.reading import Finding, Reading
from index.entities.vocabulary import CITY_SURNAMES
from index.entities.words import folded

Bearers = dict[tuple[str, ...], list[Finding]]


class Surnames:
    """Links a family name alone to its bearer: the one person so named in the article, or the nearest before."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield each capitalised family name of a person found in the article, where no rule has claimed it."""
        bearers = _by_surname(reading)
        if not bearers:
            return
        first_words = {name[0] for name in bearers}
        for passage in reading.passages:
            for at, word in enumerate(passage.words):
                if word.folded in first_words:
                    yield from self._at(reading, passage, at, bearers)

    def _at(self, reading: Reading, passage: Passage, first: int, bearers: Bearers) -> Iterator[Finding]:
        for name in sorted(bearers, key=len, reverse=True):
            end = first + len(name)
            if passage.folded(first, end) != name or not self._is_name(reading, passage, first, end):
                continue
            if entity := self._bearer(passage, first, bearers[name]):
                yield Finding(passage, first, end, entity, "surname", CONFIDENCE["surname"])
                return

    def _is_name(self, reading: Reading, passage: Passage, first: int, end: int) -> bool:
        """Refuse what is claimed, has no capital, belongs to another's name, or is the city of that name."""
        return (
            reading.free(passage, first, end)
            and passage.words[end - 1].capital
            and all(passage.joined(at) for at in range(first + 1, end))
            and not self._has_other_given_name(passage, first)
            and not _is_city(passage, first, end)
        )

    def _has_other_given_name(self, passage: Passage, first: int) -> bool:
        if not passage.joined(first):
            return False
        before = passage.words[first - 1]
        return before.capital and before.folded in self._lexicon.given and passage.gap(first) in (" ", "-")

    def _bearer(self, passage: Passage, first: int, named: Sequence[Finding]) -> Entity | None:
        """Return whom the name means: the only bearer, or the one whose full name stands nearest before."""
        entities = {finding.entity.key: finding.entity for finding in named}
        gender = self._gender_before(passage, first)
        if gender and len(entities) > 1:
            entities = {key: entity for key, entity in entities.items() if self._gender(entity) in (gender, "mf", "")}
        if len(entities) == 1:
            return next(iter(entities.values()))
        before = [finding for finding in named if finding.place < (passage.number, first)]
        before = [finding for finding in before if finding.entity.key in entities]
        return max(before, key=lambda finding: finding.place).entity if before else None

    def _gender(self, entity: Entity) -> str:
        given = entity.given or (entity.label,)
        return self._lexicon.given.get(folded(given[0])[0], "")

    def _gender_before(self, passage: Passage, first: int) -> str:
        """Return the gender that « M. » or « Mme » before the name tells, or ""."""
        before = passage.words[first - 1].folded if first else ""
        return {"m": "m", "monsieur": "m", "mme": "f", "madame": "f", "mlle": "f"}.get(before, "")


def _by_surname(reading: Reading) -> Bearers:
    """Return family name -> findings of persons so named by their full name, in reading order."""
    bearers: Bearers = {}
    for finding in sorted(reading.found("person"), key=lambda finding: finding.place):
        surname = finding.entity.surname
        if surname and finding.rule != "surname" and finding.entity.surname_alone is not SurnameAlone.NEVER:
            bearers.setdefault(folded(surname), []).append(finding)
    return bearers


def _is_city(passage: Passage, first: int, end: int) -> bool:
    """Return whether a family name that is also a city stands for the city: à Austin; Austin, Texas."""
    name = passage.words[end - 1].folded
    if name not in CITY_SURNAMES:
        return False
    if first and passage.words[first - 1].folded == "a":
        return True
    return end < len(passage.words) and passage.words[end].folded in CITY_SURNAMES[name]
