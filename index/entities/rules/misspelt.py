"""A reading with its persons goes in; family names alone that differ by one letter from theirs come out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from index.analysis.gluing import names_before
from index.entities.gazetteer.entity import Entity, SurnameAlone
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import NOT_IN_NAMES
from index.entities.namesakes.elsewhere import is_town
from index.entities.persons.capitals import stands_beside_capital
from index.entities.persons.officeholders import Officeholders
from index.entities.persons.support import has_country, has_role, is_at_home, is_governed
from index.entities.persons.titles import Titles, speaks
from index.entities.reading import Finding, Reading
from index.entities.text.memory import remembered
from index.entities.text.near_names import NearNames
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.similarity import bones
from index.entities.text.words import Word, folded

_SHORTEST = 5
"""A letter more or less makes another name of a shorter one."""

_TELLING = 7
"""Letters of a name known to everybody that one changed letter leaves recognisable."""

_NOBODY: Mapping[str, Entity] = {}

_OF_REGIONS = (("le",), ("la",), ("du",), ("au",))
"""No family name has these right before it."""


class Misspelt:
    """Links « Austen » and « Aus tin » to the Austin of the article, « Poutinne » to Putin in any that names Russia.

    A family name alone may differ by one letter, be spelt in another transliteration, or fall into two parts.
    """

    def __init__(
        self, persons: Iterable[Entity], known: Collection[str], holders: Officeholders, lexicon: Lexicon
    ) -> None:
        self._holders = holders
        self._titles = Titles(lexicon)
        self._heads = lexicon.heads
        self._bearers = _surnames(only for only in _bearers(persons).values() if len(only) == 1)
        self._known = known
        self._near = remembered(1 << 15)(self._near_names)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the misspelt family names that no rule has claimed, inside a sentence, where one person fits."""
        found = list(reading.found("person"))
        persons = _surnames([finding.entity] for finding in found)
        begun = {folded(finding.entity.surname)[-1][:2] for finding in found if finding.entity.surname}
        for passage in reading.passages:
            for at in passage.capitals:
                if not reading.is_free(passage, at):
                    continue
                length, fitting, word = 1, _NOBODY, passage.tokens[at]
                if word[:2] in begun and _is_torn(reading, passage, at):
                    length, fitting = 2, _sounding("".join(passage.folded(at, at + 2)), persons)
                may_be = len(word) >= _SHORTEST and (self._near(word) is not None or persons.may_hold(word))
                if not fitting and may_be and not stands_beside_capital(reading, passage, at):
                    length, fitting = 1, self._alone(reading, WordSpan(passage, at, at + 1), persons)
                if len(fitting) == 1:
                    person = next(iter(fitting.values()))
                    yield Finding.by("misspelt_surname", WordSpan(passage, at, at + length), person)

    def _alone(self, reading: Reading, span: WordSpan, persons: NearNames[Entity]) -> Mapping[str, Entity]:
        """Return whom a word alone may mean: `persons` of the article, or those whom it need not name in full."""
        word, fitting = span.words[0], _NOBODY
        if is_town(span) or self._is_some_thing(span):
            return fitting
        if persons.may_hold(word.folded) and not span.passage.starts_sentence(span.first):
            fitting = _fitting(word, persons)
        near = self._near(word.folded)
        return fitting if fitting or near is None else self._well_known(reading, span, near)

    def _near_names(self, word: str) -> tuple[Entity, ...] | None:
        """Return who is known by a family name like the word, None where no holder of an office is called so either."""
        if word in self._known:
            return None
        near = tuple(self._bearers.meant(word)) if self._bearers.may_hold(word) else ()
        return near if near or self._holders.may_be_called(word) else None

    def _well_known(self, reading: Reading, span: WordSpan, near: Iterable[Entity]) -> Mapping[str, Entity]:
        """Return whom the article need not name in full: one of those `near`, or whose office goes before.

        An office needs the country beside it. Otherwise the article must speak of the country, and a verb of saying
        must stand by a short name.
        """
        told = [person for person in near if self._is_told(reading, span, person)]
        if not told and (holder := self._holders.called(reading, span)) and not is_governed(span):
            told = [holder]
        return {person.id: person for person in _famous(told) or told}

    def _is_told(self, reading: Reading, span: WordSpan, person: Entity) -> bool:
        placed = is_governed(span)
        if not placed and self._titles.belong(reading, span):
            told = has_country(reading, span, person) or _is_plain_here(reading, span, person)
            return told and has_role(span, person)
        if person.surname_alone is not SurnameAlone.ALWAYS or not is_at_home(reading, person):
            return False
        one_letter = OSA.distance(span.tokens[0], folded(person.surname or "")[-1], score_cutoff=1) <= 1
        return one_letter and ((speaks(span) and not placed) or len(span.tokens[0]) >= _TELLING)

    def _is_some_thing(self, span: WordSpan) -> bool:
        """Return whether a ship, a street, a region, « le Berry », or a thing is called so: « une Baraque de … »."""
        described = span.before(1) in (("un",), ("une",)) and span.after(1) in (("de",), ("d",), ("du",))
        region = span.before(1) in _OF_REGIONS and span.word_before is not None and span.gap_before == ""
        return described or region or self._heads.name_somebody(span)


def _is_plain_here(reading: Reading, span: WordSpan, person: Entity) -> bool:
    """Return whether a name that is well known sounds as it should, in an article that speaks of the country."""
    known = person.surname_alone in (SurnameAlone.ALWAYS, SurnameAlone.WITH_TITLE) and is_at_home(reading, person)
    return known and bones(span.tokens[0]) == bones(folded(person.surname or "")[-1])


def _bearers(persons: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Return last word of a family name -> those known by it, or else all who bear it and may be called by it alone."""
    bearers: dict[str, list[Entity]] = {}
    for person in persons:
        if person.surname:
            bearers.setdefault(folded(person.surname)[-1], []).append(person)
    return {name: _famous(every) or every for name, every in bearers.items()}


def _famous(persons: Iterable[Entity]) -> list[Entity]:
    return [person for person in persons if person.surname_alone is SurnameAlone.ALWAYS]


def _is_torn(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether a capitalised word and the next, which is none by itself, may be one name torn apart."""
    if at + 1 == len(passage.words) or passage.gaps[at + 1] != " ":
        return False
    begin, end = passage.words[at], passage.words[at + 1]
    if len(begin.text) + len(end.text) <= _SHORTEST or len(end.text) == 1 or end.text.lower() in NOT_IN_NAMES:
        return False
    return reading.free(WordSpan(passage, at, at + 2))


def _surnames(groups: Iterable[Iterable[Entity]]) -> NearNames[Entity]:
    """Return the family names of these persons that may stand alone, by their last word."""
    found: NearNames[Entity] = NearNames()
    for person in {person.key: person for group in groups for person in group}.values():
        if person.surname and person.surname_alone is not SurnameAlone.NEVER:
            surname = folded(person.surname)[-1]
            if len(surname) >= _SHORTEST:
                found.add(surname, person)
    return found


def _fitting(word: Word, persons: NearNames[Entity]) -> dict[str, Entity]:
    """Return the persons whose family name the word may be, or may hold before a word glued to it."""
    stems = (word.folded, *names_before(word.text))
    return {person.id: person for stem in stems if len(stem) >= _SHORTEST for person in persons.meant(stem)}


def _sounding(name: str, persons: NearNames[Entity]) -> dict[str, Entity]:
    return {person.id: person for person in persons.sounding(name)}
