"""A reading with its full names goes in; the family names alone that refer to persons come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.entities.gazetteer.entity import Entity, SurnameAlone
from index.entities.gazetteer.spellings import ARABIC_ARTICLES, spellings
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import (
    CAPITALISED,
    CITY_SURNAMES,
    DAYS,
    MAKERS,
    MONTHS,
    NOT_IN_NAMES,
    RANKS,
    SOLDIERLY,
    SOLDIERS,
    word_set,
)
from index.entities.namesakes.calling import (
    has_age,
    is_naming,
    is_nicknamed,
    is_pet,
    is_quoted,
    is_small,
    noun_before,
)
from index.entities.namesakes.elsewhere import is_elsewhere, is_town
from index.entities.persons.support import has_country, has_role, is_governed
from index.entities.persons.titles import Titles
from index.entities.reading import Finding, Reading
from index.entities.text.passage import WordSpan
from index.entities.text.words import folded

Tokens = tuple[str, ...]

_OPENER = re.compile(r".*(?:ment|ant|ee?s?|ois|ent|r)|pourquoi|bientot|desormais|jamais|soit|non|oui|merci|adieu|exit")
"""Words that open a sentence before a family name and are no given name nobody lists: Comment, Interrogé, Bientôt."""

_MONARCHS = word_set("sultan roi reine prince princesse emir calife tsar empereur shah pape")
_RANKED = RANKS | _MONARCHS
_OF_WOMEN = re.compile(".*(?:trice|esse)")
"""Titles that only women have, beside « Mme »: impératrice, princesse."""

_GREETINGS = frozenset({"salam", "shalom"})
"""What somebody says first may be no name: « Salam, dis-moi si la guerre vient »."""

_DEFINITE, _OF = (("le",), ("la",), ("l",), ("au",), ("du",)), (("de",), ("d",), ("du",))
"""An article before the name of one figure, and what its author or its work follows."""

_PLACING = frozenset({"a", "de", "d", "vers", "depuis"})
"""What may rule the name of a town."""


class Surnames:
    """Links a family name alone to its bearer.

    That is the person so named in the article, the nearest before where there are several; where nobody is, the person
    known to everybody by that name, or the one whose title goes before it.
    """

    def __init__(self, persons: Iterable[Entity], lexicon: Lexicon) -> None:
        self._given = lexicon.given
        self._dishes = lexicon.things.of_capitals
        self._heads = lexicon.heads
        self._titles = Titles(lexicon)
        self._listed: dict[Tokens, list[Entity]] = {}
        for person in persons:
            if person.surname_alone is not SurnameAlone.NEVER:
                for name in spellings(person):
                    self._listed.setdefault(name, []).append(person)
        self._by_last = _by_last(self._listed)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield each capitalised family name with a bearer, where no rule has claimed it."""
        bearers = _bearers(reading)
        spelt = _by_last(name for name in bearers if name not in self._listed)
        for passage in reading.passages:
            for at in range(len(passage.words)) if passage.shouts else passage.capitals:
                last = passage.words[at].folded
                for name in (*spelt.get(last, ()), *self._by_last.get(last, ())):
                    span = WordSpan(passage, at + 1 - len(name), at + 1)
                    if span.first >= 0 and span.tokens == name and self._is_name(reading, span):
                        yield from self._borne(reading, span, bearers.get(name, ()))

    def _is_name(self, reading: Reading, span: WordSpan) -> bool:
        """Refuse what is claimed, belongs to another given name, or is the city of that name."""
        joined = all(span.passage.joined(at) for at in range(span.first + 1, span.end))
        if not (joined and reading.free(span)):  # most are claimed with the given name
            return False
        if self._has_other_given_name(reading, span) or self._is_half(reading, span):
            return False
        if self._is_other_half(reading, span):
            return False
        return not (_is_city(span) or self._is_thing(span) or self._is_town(span) or self._is_figure(reading, span))

    def _has_other_given_name(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether a given name stands before, or, inside a sentence, a name that nothing tells: Judd Trump."""
        before = span.word_before
        if before is not None and before.folded in ARABIC_ARTICLES:
            return True  # « Hafez al-Assad », where only Assad is looked at
        if before is None or not before.capital or span.gap_before == "." or span.passage.shouts:
            return False
        if before.folded in self._given:
            return True
        passage, at = span.passage, span.first - 1
        if span.gap_before or not reading.is_free(passage, at):
            return False
        if passage.starts_sentence(at) and (_OPENER.fullmatch(before.folded) or not _goes_on(span)):
            return False
        ordinary = before.text.lower() in NOT_IN_NAMES or before.folded in CAPITALISED
        return not (ordinary or self._titles.is_title(passage, at))

    def _is_half(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether a hyphen joins another name to it that is nobody's here: Biden-Lorrain, not Macron-Scholz."""
        after = span.word_after
        if after is None or not span.hyphen_after or not after.capital or not reading.is_free(span.passage, span.end):
            return False
        return after.folded not in self._by_last

    def _is_other_half(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether a hyphen joins it to what is nobody's name: Montréal-Trudeau."""
        before = span.word_before
        if before is None or not span.hyphen_before or not before.capital:
            return False
        return reading.is_free(span.passage, span.first - 1) and before.folded not in self._by_last

    def _is_town(self, span: WordSpan) -> bool:
        """Return whether it is where somebody is: « à Chirac, en Lozère », « la ville d'Austin »."""
        return is_town(span) or (not _PLACING.isdisjoint(span.before(1)) and is_elsewhere(span, self._heads.regions))

    def _is_figure(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether an article makes it a figure of an author or a work, or the ship of a longer name.

        « Le Vautrin de Balzac », « le Vautrin du roman », « le Costa Smeralda ».
        """
        if span.gap_before or span.gap_after or span.before(1) not in _DEFINITE:
            return False
        passage, at = span.passage, span.end + 1
        if span.after(1) not in _OF:
            return _begins_name(reading, span)
        at += span.after(2)[1:] == ("la",)
        if at >= len(passage.words):
            return False
        owned = passage.words[at].capital and reading.is_free(passage, at)
        return owned or passage.tokens[at] in self._heads.works

    def _is_thing(self, span: WordSpan) -> bool:
        """Return whether it is a sign or a title (« restaurant X », « X Tower », « X's »), or a dish among others."""
        before, after = span.word_before, span.word_after
        if self._heads.name_somebody(span) or (before is not None and before.text in ("classe", "type")):
            return True  # « les sous-marins de la classe Collins »
        if _is_greeting(span) or is_naming(span.before(5)) or is_nicknamed(span) or is_quoted(span):
            return True
        if (is_small(span) and has_age(span)) or is_pet(span, self._heads.bare):
            return True  # « le petit Modi, six ans », « un éléphant, Tusk, »
        if after is not None and after.text == "s" and span.gap_after in ("'", "’"):
            return True  # not « Macron s'est tu »
        if after is not None and after.capital and after.folded in self._heads.followers:
            return True
        if _is_numbered_place(span) or self._is_of_relief(span):
            return True
        among = span.passage.starts_sentence(span.first) or not self._dishes.isdisjoint(span.after(3))
        return span.tokens[0] in self._dishes and among

    def _is_of_relief(self, span: WordSpan) -> bool:
        """Return whether a hill or such is called so: « la colline d'Orban »."""
        at, link = noun_before(span)
        return link in ("de", "d") and span.passage.tokens[at] in self._heads.reliefs

    def _borne(self, reading: Reading, span: WordSpan, named: Sequence[Finding]) -> Iterator[Finding]:
        """Yield the finding of whom the name means, nothing where that is not certain; `named` are its bearers here."""
        titled = self._titles.belong(reading, span) and not is_governed(span)
        stranger = self._titles.is_of_trade(span) or _is_firm(reading, span)
        known = () if stranger else self._listed.get(span.tokens, ())
        listed = [person for person in known if self._may_be(person, span)]
        famous = [person for person in listed if person.surname_alone is SurnameAlone.ALWAYS]
        near = [
            finding
            for finding in named
            if self._may_be(finding.entity, span)
            and (titled or finding.entity.surname_alone is not SurnameAlone.NEVER)
            and not (stranger and finding.entity.listed)
        ]
        if near:
            # Where one bearer is famous, a relative is not meant unless « Mme » or an initial says so.
            likelier = [finding for finding in near if finding.entity.listed] if famous else near
            bearer = _nearest(likelier or near, span)
            yield from [Finding.by("surname", span, bearer)] if bearer else []
        elif famous and not _begins_name(reading, span):
            yield Finding.by("surname", span, famous[0])
        else:
            proved = [person for person in listed if _is_proved(reading, span, person, titled)]
            yield from [Finding.by("title", span, proved[0])] if len(proved) == 1 else []

    def _may_be(self, person: Entity, span: WordSpan) -> bool:
        """Return whether « M. » or « Mme », or the initial of a given name, fits the person."""
        given = folded((person.given or (person.label,))[0])[0]
        gender, initial = _gender_before(span), _initial_before(span)
        return (not gender or self._given.get(given, "mf") in (gender, "mf")) and given.startswith(initial)


def _is_numbered_place(span: WordSpan) -> bool:
    """Return whether a preposition rules it and a digit follows: « les boutiques de Parly 2 »."""
    after = span.word_after
    numbered = after is not None and span.gap_after == "" and after.text.isdecimal() and len(after.text) == 1
    return numbered and is_governed(span)


def _is_greeting(span: WordSpan) -> bool:
    """Return whether it is the first word that somebody says to another."""
    opening, closing = span.passage.gaps[span.first].rstrip()[-1:], span.gap_after[:1]
    return span.tokens[0] in _GREETINGS and opening in ("«", "“", '"') and closing in (",", "!")


def _is_firm(reading: Reading, span: WordSpan) -> bool:
    """Return whether a firm is called so: « le constructeur X », « l'équipementier italien X »."""
    passage, at = span.passage, span.first - 1
    if at > 0 and passage.joined(span.first) and not reading.is_free(passage, at) and not passage.words[at].capital:
        at -= 1
    return at >= 0 and passage.joined(at + 1) and passage.tokens[at] in MAKERS


def _goes_on(span: WordSpan) -> bool:
    """Return whether a clause goes on behind the name as behind a subject: not « Effet Trump : »."""
    after = span.word_after
    return span.gap_after == "," or (after is not None and span.gap_after == "" and not after.capital)


def _is_proved(reading: Reading, span: WordSpan, person: Entity, titled: bool) -> bool:
    """Return whether the words around make a name alone this person's, whom the article names nowhere in full.

    For those who are known enough any title does, or another person right before (Macron-Scholz; Biden, Scholz); the
    others need a title, an office of theirs and their country beside the name.
    """
    if _is_ranked_otherwise(span, person) or _begins_name(reading, span):
        return False
    told = titled or _follows_person(reading, span) or _is_countryman(reading, span, person)
    if person.surname_alone is SurnameAlone.WITH_TITLE and told:
        return True
    return titled and has_role(span, person) and has_country(reading, span, person)


def _is_countryman(reading: Reading, span: WordSpan, person: Entity) -> bool:
    """Return whether what the person's people are called stands right before, as a noun: « L'Allemand X »."""
    if span.word_before is None or span.gap_before or span.before(2)[0] not in ("le", "la", "l"):
        return False
    found = reading.findings_at(span.passage, span.first - 1)
    return any(each.rule == "demonym" and each.entity.id in person.countries for each in found)


def _begins_name(reading: Reading, span: WordSpan) -> bool:
    """Return whether a word with a capital follows that is nothing by itself: Kellogg Brown & Root."""
    after = span.word_after
    if after is None or span.gap_after or not after.capital or not reading.is_free(span.passage, span.end):
        return False
    return after.text.lower() not in NOT_IN_NAMES and after.folded not in DAYS | MONTHS


def _is_ranked_otherwise(span: WordSpan, person: Entity) -> bool:
    """Return whether a rank or a throne is not the person's: « le général Johnson », « le sultan Abbas »."""
    before = span.word_before
    if before is None or before.folded not in _RANKED:
        return False
    offices = {token for role in person.roles for token in folded(role.what)}
    if before.folded in _MONARCHS:
        return offices.isdisjoint(_MONARCHS)
    return before.folded not in offices and (before.folded not in SOLDIERS or offices.isdisjoint(SOLDIERLY))


def _by_last(names: Iterable[Tokens]) -> dict[str, list[Tokens]]:
    """Return last word -> the family names that end with it, the longest first."""
    table: dict[str, list[Tokens]] = {}
    for name in sorted(names, key=len, reverse=True):
        table.setdefault(name[-1], []).append(name)
    return table


def _bearers(reading: Reading) -> dict[Tokens, list[Finding]]:
    """Return family name -> findings of persons so named in full, in reading order; as listed, and as spelt here."""
    bearers: dict[Tokens, list[Finding]] = {}
    for finding in sorted(reading.found("person"), key=lambda finding: finding.span.place):
        if finding.entity.surname:
            own, spelt = set(spellings(finding.entity)), finding.span.tokens[-1:]
            for name in {*own, spelt} if finding.rule in ("fuzzy", "transliteration") else own:
                bearers.setdefault(name, []).append(finding)
    return bearers


def _nearest(named: Sequence[Finding], span: WordSpan) -> Entity | None:
    """Return the only bearer, or the one whose full name stands nearest before; None where all stand after."""
    if len({finding.entity.key for finding in named}) == 1:
        return named[0].entity
    before = [finding for finding in named if finding.span.place < span.place]
    return max(before, key=lambda finding: finding.span.place).entity if before else None


def _gender_before(span: WordSpan) -> str:
    """Return the gender that « M. », « Mme » or a woman's title before the name tells, or ""."""
    before = span.passage.words[span.first - 1] if span.first else None
    if before is not None and _OF_WOMEN.fullmatch(before.folded) and span.gap_before == "":
        return "f"
    if before is None or not before.capital:
        return ""
    return {"m": "m", "monsieur": "m", "mme": "f", "madame": "f", "mlle": "f"}.get(before.folded, "")


def _initial_before(span: WordSpan) -> str:
    """Return the initial before a family name (« V. Poutine »), folded, or ""."""
    before = span.word_before
    if before is None or "." not in span.gap_before or not span.passage.is_initial(span.first - 1):
        return ""
    return "" if before.folded == "m" else before.folded


def _follows_person(reading: Reading, span: WordSpan) -> bool:
    """Return whether a person is named right before, with a hyphen, a comma or « et » between."""
    words = span.passage.words
    if span.first and words[span.first - 1].folded == "et":
        end = span.first - 1
    else:
        end = span.first if span.gap_before in ("-", ",") else -1
    persons = (found for found in reading.findings_at(span.passage, end - 1) if found.entity.kind == "person")
    return any(found.span.end == end for found in persons)


def _is_city(span: WordSpan) -> bool:
    """Return whether a family name that is also a city stands for the city: à Austin; Austin, Texas."""
    name = span.tokens[-1]
    if name not in CITY_SURNAMES:
        return False
    before = span.word_before
    return (before is not None and before.text in ("à", "À")) or not CITY_SURNAMES[name].isdisjoint(span.after(1))
