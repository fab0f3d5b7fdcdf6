"""A reading with its full names goes in; the family names alone that refer to persons come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.entities.confidence import CONFIDENCE
from index.entities.entity import Entity, SurnameAlone
from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.reading import Finding, Reading
from index.entities.support import has_country, has_role
from index.entities.titles import Title, Titles
from index.entities.vocabulary import CITY_SURNAMES
from index.entities.words import folded

Tokens = tuple[str, ...]


class Surnames:
    """Links a family name alone to its bearer.

    That is the person so named in the article, the nearest before where there are several; where nobody is, the person
    known to everybody by that name, or the one whose title goes before it.
    """

    def __init__(self, persons: Iterable[Entity], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._titles = Titles(lexicon)
        self._listed: dict[Tokens, list[Entity]] = {}
        for person in persons:
            if person.surname and person.surname_alone is not SurnameAlone.NEVER:
                self._listed.setdefault(folded(person.surname), []).append(person)
        self._by_last = _by_last(self._listed)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield each capitalised family name with a bearer, where no rule has claimed it."""
        bearers = _bearers(reading)
        spelt = _by_last(name for name in bearers if name not in self._listed)
        for passage in reading.passages:
            for at in range(len(passage.words)) if passage.shouts else passage.capitals:
                last = passage.words[at].folded
                for name in (*spelt.get(last, ()), *self._by_last.get(last, ())):
                    first = at + 1 - len(name)
                    if passage.folded(first, at + 1) == name and self._is_name(reading, passage, first, at + 1):
                        yield from self._at(reading, passage, first, at + 1, bearers.get(name, ()))

    def _at(
        self, reading: Reading, passage: Passage, first: int, end: int, named: Sequence[Finding]
    ) -> Iterator[Finding]:
        if found := self._bearer(reading, passage, first, end, named):
            person, rule = found
            yield Finding(passage, first, end, person, rule, CONFIDENCE[rule])

    def _is_name(self, reading: Reading, passage: Passage, first: int, end: int) -> bool:
        """Refuse what is claimed, has no capital, belongs to another's name, or is the city of that name."""
        return (
            reading.free(passage, first, end)
            and all(passage.joined(at) for at in range(first + 1, end))
            and not self._has_other_given_name(passage, first)
            and not _is_city(passage, first, end)
        )

    def _has_other_given_name(self, passage: Passage, first: int) -> bool:
        if not passage.joined(first) or passage.gap(first) not in (" ", "-"):
            return False
        before = passage.words[first - 1]
        return before.capital and before.folded in self._lexicon.given

    def _bearer(
        self, reading: Reading, passage: Passage, first: int, end: int, named: Sequence[Finding]
    ) -> tuple[Entity, str] | None:
        """Return whom the name means and the rule that says so, or None where that is not certain."""
        gender = _gender_before(passage, first)
        listed = self._listed.get(passage.folded(first, end), [])
        famous = [person for person in listed if person.surname_alone is SurnameAlone.ALWAYS]
        titled = self._titles.before(reading, passage, first)[0] is Title.TIGHT
        initial = _initial_before(passage, first)
        near = [
            finding
            for finding in named
            if self._may_be(finding.entity, gender, initial)
            and (titled or finding.entity.surname_alone is not SurnameAlone.NEVER)
        ]
        if near:
            # Where one bearer is famous, a relative is not meant unless « Mme » or an initial says so.
            known = [finding for finding in near if finding.entity.listed] if famous else near
            person = _nearest(known or near, (passage.number, first))
            return (person, "surname") if person else None
        if famous and self._may_be(famous[0], gender, initial):
            return famous[0], "surname"
        likely = [person for person in listed if self._may_be(person, gender, initial)]
        fitting = [person for person in likely if self._proved(reading, passage, first, end, person, titled)]
        return (fitting[0], "title") if len(fitting) == 1 else None

    def _proved(self, reading: Reading, passage: Passage, first: int, end: int, person: Entity, titled: bool) -> bool:
        """Return whether the words around make a name alone this person's, whom the article names nowhere in full.

        For those who are known enough any title does, or another person right before (Macron-Scholz; Biden, Scholz);
        the others need a title, an office of theirs and their country beside the name.
        """
        if person.surname_alone is SurnameAlone.WITH_TITLE and (titled or _follows_person(reading, passage, first)):
            return True
        return titled and has_role(passage, first, end, person) and has_country(reading, passage, first, end, person)

    def _may_be(self, person: Entity, gender: str, initial: str) -> bool:
        """Return whether « M. » or « Mme », or the initial of a given name, fits the person."""
        given = folded((person.given or (person.label,))[0])[0]
        own = self._lexicon.given.get(given, "")
        return (not gender or own in (gender, "mf", "")) and given.startswith(initial)


def _by_last(names: Iterable[Tokens]) -> dict[str, list[Tokens]]:
    """Return last word -> the family names that end with it, the longest first."""
    table: dict[str, list[Tokens]] = {}
    for name in sorted(names, key=len, reverse=True):
        table.setdefault(name[-1], []).append(name)
    return table


def _bearers(reading: Reading) -> dict[Tokens, list[Finding]]:
    """Return family name -> findings of persons so named in full, in reading order; as listed, and as spelt here."""
    bearers: dict[Tokens, list[Finding]] = {}
    for finding in sorted(reading.found("person"), key=lambda finding: finding.place):
        person = finding.entity
        if person.surname:
            own, spelt = folded(person.surname), finding.passage.folded(finding.end - 1, finding.end)
            for name in {own, spelt if finding.rule in ("fuzzy", "transliteration") else own}:
                bearers.setdefault(name, []).append(finding)
    return bearers


def _nearest(named: Sequence[Finding], place: tuple[int, int]) -> Entity | None:
    """Return the only bearer, or the one whose full name stands nearest before; None where all stand after."""
    if len({finding.entity.key for finding in named}) == 1:
        return named[0].entity
    before = [finding for finding in named if finding.place < place]
    return max(before, key=lambda finding: finding.place).entity if before else None


def _gender_before(passage: Passage, first: int) -> str:
    """Return the gender that « M. » or « Mme » before the name tells, or ""."""
    before = passage.words[first - 1] if first else None
    if before is None or not before.capital:
        return ""
    return {"m": "m", "monsieur": "m", "mme": "f", "madame": "f", "mlle": "f"}.get(before.folded, "")


def _follows_person(reading: Reading, passage: Passage, first: int) -> bool:
    """Return whether a person is named right before, with a hyphen, a comma or « et » between."""
    last = first - 1 if first and passage.words[first - 1].folded != "et" else first - 2
    if last < 0 or passage.gap(last + 1).strip() not in ("-", ",", ""):
        return False
    between = last < first - 1 or passage.gap(first).strip() in ("-", ",")
    return between and any(
        finding.end == last + 1 and finding.entity.kind == "person" for finding in reading.findings_in(passage)
    )


def _initial_before(passage: Passage, first: int) -> str:
    """Return the initial before a family name (« V. Poutine »), folded, or ""."""
    if not passage.joined(first) or not passage.is_initial(first - 1) or "." not in passage.gap(first):
        return ""
    word = passage.words[first - 1].folded
    return "" if word == "m" else word


def _is_city(passage: Passage, first: int, end: int) -> bool:
    """Return whether a family name that is also a city stands for the city: à Austin; Austin, Texas."""
    name = passage.words[end - 1].folded
    if name not in CITY_SURNAMES:
        return False
    if first and passage.words[first - 1].text in ("à", "À"):
        return True
    return end < len(passage.words) and passage.words[end].folded in CITY_SURNAMES[name]
