"""A reading goes in; full names that a translation or another script has changed come out, resolved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from index.entities.gazetteer.entity import Entity
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import GLUED_VERBS, NOT_IN_NAMES
from index.entities.namesakes.calling import is_joined, is_vessel
from index.entities.persons.capitals import name_windows
from index.entities.persons.given_names import GivenNames
from index.entities.persons.known_names import FEWEST_KEYS, LEAST_KEYS, KnownNames, Likeness
from index.entities.persons.korean import COUNTRIES as KOREAN
from index.entities.persons.korean import begin_alike
from index.entities.persons.officeholders import Officeholders
from index.entities.persons.support import (
    has_country,
    has_other_country,
    has_role,
    is_at_home,
    is_beside_compatriot,
    is_named,
)
from index.entities.persons.titles import Titles, speaks
from index.entities.reading import Doubt, Finding, Reading
from index.entities.text.french_sounds import heard
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.similarity import bones, skeleton
from index.entities.text.words import folded

SURE = 0.86
"""From here on the likeness decides where nothing speaks against it: 2 false hits in 8,192 foreign names were measured
at .852."""

CERTAIN = 0.92
"""From here on it does so though the article speaks of other countries and the consonants are others."""

POSSIBLE = 0.70
"""From here on the likeness decides together with a role, a country or the exact name in the article."""

LIKELY = 0.80
"""From here on it is enough that the article speaks of the person's country, or that a title makes it a person's name
that sounds the same: 5 false hits in 8,192 foreign names were measured at .806."""

EQUAL = 0.97
"""From here on the names are the same, but for a given name in another language."""

_LONG_FAMILY_NAME, _MOST_SLIPS = 8, 2
"""Letters of a family name in which so many may be others, and the name still be the same."""

_SHORTEST, _LONGEST_FAMILY, _ENDING = 4, 20, 2
"""Letters of a family name to which a verb is glued, and of one that is longer than the person's."""

_MANY_KEYS = 12
"""Letters that two names have together which are no chance where the article is about the person's country."""

LEAD = 0.08
"""How far the best person must be ahead of the next."""


_CHINESE = frozenset({"cn", "tw", "hk"})
_PARTICIPLE = re.compile(r"[a-zß-ÿ]{2,}(?:é|i|u|is|it|ert)")
_PAST = re.compile(r"(?:ait|aient|era|eront)$")
_VOWELS = re.compile("[aeiouy]+")
_KINSWOMEN = frozenset({"fille", "soeur", "epouse", "femme", "mere", "tante", "niece", "cousine", "veuve"})
_PATRONYMIC = re.compile(r".*(?:[vw]i(?:t?ch|cz|c)|[vw]na|oglu|ogly|qizi|kyzy)")

_LONGEST_TORN = 5
"""Letters of the first part of a family name that has got a space inside."""

_SAINTED = frozenset({"santa", "santo", "saint", "sainte"})
"""With these places are called after saints, « Santa Elena », and nobody in the gazetteer."""


class Mangled:
    """Resolves full names by the guarded score; what stays uncertain is left as a doubt for the curator."""

    def __init__(self, known: KnownNames, holders: Officeholders, lexicon: Lexicon) -> None:
        self._known = known
        self._holders = holders
        self._given = GivenNames(lexicon)
        self._given_names = lexicon.sure_given
        self._given_or_listed = self._given_names | known.given_names
        self._family_first = lexicon.family_first
        self._titles = Titles(lexicon)
        self._rare = lexicon.rare
        self._equivalents = lexicon.equivalents
        self._heads = lexicon.heads

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the mangled full names, the best window of each run of capitalised words."""
        for passage in reading.passages:
            torn = (*self._stopped(reading, passage), *self._torn(reading, passage))
            for windows in (*name_windows(reading, passage, self._given_names), *torn):
                found = [finding for window in windows if (finding := self._resolve(reading, window))]
                if found:
                    yield max(found, key=lambda finding: (finding.confidence, finding.span.end - finding.span.first))

    def _torn(self, reading: Reading, passage: Passage) -> Iterator[list[WordSpan]]:
        """Yield names whose family name has got a space inside: « Iouri Ou chakov »."""
        words, last = passage.words, len(passage.words) - 2
        for at in passage.capitals[:-1]:
            if at >= last or not words[at + 1].capital or words[at + 2].capital:
                continue
            span, torn = WordSpan(passage, at, at + 3), len(words[at + 1].text) <= _LONGEST_TORN
            if not torn or passage.gaps[at + 1 : at + 3] != (" ", " ") or words[at + 2].text in NOT_IN_NAMES:
                continue
            if reading.free(span) and self._known.sounding(span.tokens):
                yield [span]

    def _stopped(self, reading: Reading, passage: Passage) -> Iterator[list[WordSpan]]:
        """Yield names with a stray full stop behind the first part: « Raphaël. Grossy », « Bismout. Boaz »."""
        for at in passage.capitals[:-1]:
            surname = passage.words[at + 1]
            if passage.gaps[at + 1] not in (". ", ".") or not surname.capital or surname.text.lower() in NOT_IN_NAMES:
                continue
            span = WordSpan(passage, at, at + 2)
            known = span.tokens[0] in self._given_or_listed or self._known.sounding(span.tokens)
            if (known or self._known.has_like(span.tokens)) and reading.free(span):
                yield [span]

    def _resolve(self, reading: Reading, span: WordSpan) -> Finding | None:
        if self._titles.is_of_trade(span) or _goes_on(reading, span) or self._is_memorial(span):
            return None
        if person := self._transliterated(reading, span) or self._declined(span):
            return Finding.by("transliteration", span, person)
        reigning = list(self._known.reigning(span.tokens).values())
        if len(reigning) == 1 and (is_at_home(reading, reigning[0]) or _reigns(span, reigning[0])):
            return Finding(span, reigning[0], "fuzzy", LIKELY)
        likely = [
            likeness
            for likeness in self._known.like(_without_verb(span, self._known.family_names))
            if likeness.score >= POSSIBLE
        ]
        for likeness in likely:
            if self._means(reading, span, likeness, likely):
                return Finding(span, likeness.entity, "fuzzy", round(likeness.score, 3))
        if (
            person := self._holders.named(reading, span, _without_verb(span, self._known.family_names))
        ) and not _is_doubled(span, person):
            return Finding(span, person, "fuzzy", POSSIBLE)
        if likely:
            reading.doubts.append(Doubt(span, tuple(likely[:3])))
        return None

    def _is_memorial(self, span: WordSpan) -> bool:
        """Return whether a street, a school or a ship bears the name: « la station Charles-Michels »."""
        first = span.words[0]
        called = first.text.isupper() and self._heads.is_bare(first)  # « USS John S. McCain »
        sainted = first.folded in _SAINTED
        return called or sainted or self._heads.name_somebody(span) or is_vessel(span, self._given_names)

    def _transliterated(self, reading: Reading, span: WordSpan) -> Entity | None:
        """Return the one person whose name sounds so; a short one needs an office and the country, too.

        Any title will do for a Chinese one that is not of the shortest.
        """
        sounding = self._known.sounding(span.tokens) or self._known.sounding(_without_auxiliary(span))
        if not sounding:
            return self._translated(reading, span)
        if person := _only(sounding, LEAST_KEYS):
            return person
        short = _only(sounding, FEWEST_KEYS)
        if short is None or not is_at_home(reading, short):
            return None
        told = short.country in _CHINESE and sounding[short.id][1] > FEWEST_KEYS
        return short if has_role(span, short) or (told and self._titles.belong(reading, span)) else None

    def _declined(self, span: WordSpan) -> Entity | None:
        """Return the one person whose name stands there in a case of a Slavic language."""
        persons = list(self._known.declined(span.tokens, self._given_names).values())
        return persons[0] if len(persons) == 1 and not self._is_somebody_else(span, persons[0]) else None

    def _translated(self, reading: Reading, span: WordSpan) -> Entity | None:
        """Return the one officeholder there whose given name is translated, and the other sounds so: Jean Hilly."""
        given, *surname = span.tokens
        if not self._known.sounds_like_surname(surname[-1]):
            return None
        others = (self._known.sounding((other, *surname)) for other in self._equivalents.get(given, ()))
        alike = sorted((each for found in others for each in found.values()), key=lambda each: each[1])
        persons = {person.id: (person, letters) for person, letters in alike}  # with the most letters of each
        told = [
            person
            for person, letters in persons.values()
            if has_role(span, person)
            and (has_country(reading, span, person) or (letters >= _MANY_KEYS and is_at_home(reading, person)))
        ]
        changed = len(told) == 1 and tuple(surname) != folded(told[0].surname or "")
        return told[0] if changed and not self._is_somebody_else(span, told[0]) else None

    def _means(self, reading: Reading, span: WordSpan, likeness: Likeness, likely: Sequence[Likeness]) -> bool:
        """Return whether the name means this person, by its likeness and by what stands around it.

        One clue is enough for the likeliest, well ahead of others; who is not, or has another given name, needs both
        an office and a country of his beside the name, and nobody else there to fit them.
        """
        if self._is_somebody_else(span, likeness.entity):
            return False
        if self._is_of_other_family(span, likeness) and not has_role(span, likeness.entity):
            return False
        if self._is_relative(span, likeness) and is_named(reading, likeness.entity):
            return False
        rivals = [other for other in likely if other.entity.id != likeness.entity.id]
        leads = all(_leads(likeness, other) for other in rivals)
        contradicted = self._given.contradict(span.tokens, likeness)
        if leads and not contradicted:
            return _is_sure(reading, likeness) or self._is_supported(reading, span, likeness)
        if contradicted and is_named(reading, likeness.entity):
            return False  # another given name is that of another member of the family
        if leads and self._is_translated(span, likeness) and has_country(reading, span, likeness.entity):
            return True
        return (
            has_role(span, likeness.entity)
            and (has_country(reading, span, likeness.entity) or (leads and _fits(reading, span, likeness)))
            and self._given.allow(span.tokens, likeness)
            and (leads or not any(has_country(reading, span, other.entity) for other in rivals))
        )

    def _is_of_other_family(self, span: WordSpan, likeness: Likeness) -> bool:
        """Return whether the family name is that of another listed person: Willem Rutte is not Ruto."""
        given, *_, surname = span.tokens
        changed = surname not in folded(likeness.entity.label) and OSA.distance(surname, likeness.own.surname) > 1
        return changed and surname in self._known.family_names and given in self._given_or_listed

    def _is_relative(self, span: WordSpan, likeness: Likeness) -> bool:
        """Return whether the family name is the person's, and the given one another, however rare: Milka Dodik."""
        given, *_, surname = span.tokens
        return surname == likeness.own.surname and given != likeness.own.given and given in self._rare

    def _is_translated(self, span: WordSpan, likeness: Likeness) -> bool:
        """Return whether the given name is the person's in another language, and the family name only sounds the same.

        Jean Healey, whose family name nobody changed, is not John Healey.
        """
        changed = likeness.name.surname != likeness.own.surname
        return changed and self._given.is_translated(span.tokens, likeness) and _sound_the_same(likeness, given=False)

    def _is_somebody_else(self, span: WordSpan, person: Entity) -> bool:
        """Return whether the gazetteer says so, hyphens, a further family name, or the syllables of an Asian name."""
        if _is_refused(span.tokens, person) or _is_doubled(span, person) or self._has_other_family(span, person):
            return True
        if (is_joined(span) and "-" not in person.label) or _is_prolonged(span, person):
            return True
        if span.word_before is not None and span.before(1)[0] in _KINSWOMEN and self._given.is_of_man(person):
            return True  # « sa fille Wiktoria Orban »
        if person.country in KOREAN and not begin_alike(span.tokens[1:], folded(person.label)[1:]):
            return True
        return self._differs_in_syllables(span.tokens, person)

    def _has_other_family(self, span: WordSpan, person: Entity) -> bool:
        """Return whether another family name stands before what is a given name alone: Hsu *Chia-ling*."""
        before = span.word_before
        if before is None or not before.capital or before.folded in folded(person.label):
            return False
        given = all(span.passage.gaps[at] == "-" for at in range(span.first + 1, span.end))
        return given and before.folded in self._family_first

    def _differs_in_syllables(self, tokens: tuple[str, ...], person: Entity) -> bool:
        """Return whether a Chinese given name has more or fewer syllables than the person's: Xilian is not Xia."""
        own = folded(person.label)
        if person.country not in _CHINESE or own[0] not in self._family_first or tokens[0] not in self._family_first:
            return False
        return _syllables(tokens[1:]) != _syllables(own[1:])

    def _is_supported(self, reading: Reading, span: WordSpan, likeness: Likeness) -> bool:
        person = likeness.entity
        return (
            has_role(span, person)
            or has_country(reading, span, person)
            or is_named(reading, person)
            or any(word.glued for word in span.words)
            or (likeness.score >= LIKELY and self._is_person_like(reading, span, likeness))
            or (_sound_the_same(likeness) and _is_among_compatriots(reading, span, likeness))
        )

    def _is_person_like(self, reading: Reading, span: WordSpan, likeness: Likeness) -> bool:
        """Return whether the article speaks of the person's country, or the words around tell a person of his sound."""
        if is_at_home(reading, likeness.entity):
            return True
        return _sound_the_same(likeness) and (self._titles.belong(reading, span) or speaks(span))


def _is_sure(reading: Reading, likeness: Likeness) -> bool:
    """Return whether the likeness alone decides; where the article is about other countries, it must be greater."""
    if _is_said_the_same(likeness):
        return True
    if likeness.score < SURE:
        return False
    told = likeness.score >= CERTAIN or _sound_the_same(likeness) or _is_slip(likeness)
    return told or is_at_home(reading, likeness.entity)


def _is_said_the_same(likeness: Likeness) -> bool:
    """Return whether a Frenchman hears the person's family name behind the very given name: Tony Blère."""
    name, own = likeness.name, likeness.own
    return name.given == own.given and len(name.surname) >= _SHORTEST and heard(name.surname) == heard(own.surname)


def _is_slip(likeness: Likeness) -> bool:
    """Return whether few letters of a long family name differ behind the very given name: Faure Gnassimbé."""
    name, own = likeness.name, likeness.own
    long = min(len(name.surname), len(own.surname)) >= _LONG_FAMILY_NAME
    return long and name.given == own.given and OSA.distance(name.surname, own.surname) <= _MOST_SLIPS


def _sound_the_same(likeness: Likeness, given: bool = True) -> bool:
    """Return whether both parts of the name, or the family name, have the consonants of the person's.

    Kit Kelog has those of Keith Kellogg, Michel Balandier not those of Michel Barnier.
    """
    name, own = likeness.name, likeness.own
    return (not given or skeleton(name.given) == skeleton(own.given)) and bones(name.surname) == bones(own.surname)


def _is_among_compatriots(reading: Reading, span: WordSpan, likeness: Likeness) -> bool:
    """Return whether the paragraph names a compatriot, or the article, for a longer name, anything of the country."""
    person, long = likeness.entity, len(likeness.name.surname) > _SHORTEST
    return (long and is_at_home(reading, person)) or is_beside_compatriot(reading, span, person)


def _syllables(given: Sequence[str]) -> int:
    return len(_VOWELS.findall(" ".join(given)))


def _leads(likeness: Likeness, other: Likeness) -> bool:
    """Return whether a person is far ahead of another, or ahead and alone has the very given name."""
    ahead = likeness.score - other.score
    has_given = likeness.name.given == likeness.own.given and other.name.given != other.own.given
    return ahead >= LEAD or (ahead > 0 and has_given)


def _without_verb(span: WordSpan, families: Collection[str]) -> tuple[str, ...]:
    """Return the folded words, the last one without a verb that is glued to it: « Zaharowarappelle ».

    One that is none of saying must stand behind the very family name: « Haftarassistait ».
    """
    *given, last = span.tokens
    if last.endswith(GLUED_VERBS):
        verb = next((verb for verb in GLUED_VERBS if last.endswith(verb) and len(last) - len(verb) >= _SHORTEST), "")
        return (*given, last.removesuffix(verb))
    past = _PAST.search(last)
    cuts = range(min(past.start(), _LONGEST_FAMILY) if past else 0, _SHORTEST, -1)
    return next(((*given, last[:cut]) for cut in cuts if last[:cut] in families), span.tokens)


def _without_auxiliary(span: WordSpan) -> tuple[str, ...]:
    """Return the folded words, the last one without an « a » glued to it: « Carol Navrotskya reproché »."""
    *given, last = span.tokens
    after = span.word_after
    glued = len(last) > _SHORTEST and last.endswith("a") and after is not None and _PARTICIPLE.fullmatch(after.text)
    return (*given, last.removesuffix("a")) if glued else span.tokens


def _only(sounding: Mapping[str, tuple[Entity, int]], least: int) -> Entity | None:
    """Return the person alike by so many letters at least, None where that is nobody or more than one."""
    persons = [person for person, letters in sounding.values() if letters >= least]
    return persons[0] if len(persons) == 1 else None


def _fits(reading: Reading, span: WordSpan, likeness: Likeness) -> bool:
    """Return whether the article speaks of the person's country, or the name is quite alike and no country is near."""
    if is_at_home(reading, likeness.entity):
        return True
    return likeness.score >= EQUAL and not has_other_country(reading, span, likeness.entity)


def _goes_on(reading: Reading, span: WordSpan) -> bool:
    """Return whether another part of a name follows, that is no patronymic: Philippe Morel-Dupont, Tom Ford Smith."""
    after = span.word_after
    if after is None or not after.capital or not reading.is_free(span.passage, span.end):
        return False
    return not _PATRONYMIC.fullmatch(after.folded)


def _is_doubled(span: WordSpan, person: Entity) -> bool:
    """Return whether a hyphen joins another family name to the person's very own: Vasileios Gryparis-Lemos."""
    own = folded(person.surname or "")[-1:]
    return span.tokens[-2:-1] == own and span.passage.gaps[span.end - 1] == "-"


def _reigns(span: WordSpan, person: Entity) -> bool:
    """Return whether the person's office stands right before the name: « le roi Mohamede VI »."""
    return any(folded(role.what)[:1] == span.before(1) for role in person.roles)


def _is_prolonged(span: WordSpan, person: Entity) -> bool:
    """Return whether a short family name is the beginning of this one only: Marine Le Penven is not Marine Le Pen."""
    own, last = folded(person.surname or "")[-1:], span.tokens[-1]
    return own != () and len(own[0]) < _SHORTEST and last.startswith(own[0]) and len(last) > len(own[0]) + _ENDING


def _is_refused(tokens: tuple[str, ...], person: Entity) -> bool:
    return any(folded(form) == tokens for form in person.never)
