"""A reading goes in; names of countries and organisations in one word come out that are spelt unlike a listed one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from index.entities.gazetteer.entity import Case, Entity
from index.entities.gazetteer.forms import Form
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import PREPOSITIONS, SAYING, word_set
from index.entities.namesakes.calling import noun_before
from index.entities.organisations.cues import OrganisationCues
from index.entities.persons.capitals import stands_beside_capital
from index.entities.persons.support import places_named
from index.entities.reading import Finding, Reading
from index.entities.text.declension import nominatives
from index.entities.text.french_sounds import as_letters, heard, sounds, spelt_out
from index.entities.text.memory import remembered
from index.entities.text.near_names import NearNames
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.similarity import skeleton
from index.entities.text.words import Word

_LONG = 7
"""Letters of a name that one changed letter leaves recognisable, whatever the article is about."""

_SHORT, _SHORTEST = 6, 5
"""Letters of one that it leaves recognisable in an article on the country of the organisation, and of one that only
sounds the same there."""

_QUOTED = re.compile(r"['’]? ?[«“\"] ?")
"""What stands before a name in quotation marks within a sentence: « directeurs d'« X » »."""

_SHORTEST_ACRONYM = 4
_SHORTEST_COUNTRY = 4
_SPELT, _FEWEST_CALLED = range(3, 6), 2
"""Letters of an acronym that may be written as they are called, and the least of e's then."""

_LOOK_ALIKE = frozenset(["oq", "od", "oc", "cg", "uv", "vy", "il", "ij", "ef", "pr", "hn", "mn"])
"""Capitals of which the one looks like the other."""

_FORMS = word_set("spa sa ag gmbh inc ltd nv ab plc llc corp oyj asa")
"""Forms of companies, which stand behind their names."""

_LANDS = word_set("ile iles ilot province district region departement village ville port vallee presqu'ile")

_VERBS = SAYING | word_set(
    "a est ont sont n ne avait etait avaient sera va veut peut doit fait dit accuse convoque exige refuse"
)
"""What follows the subject of a sentence that has no article, as names have none."""

_BEFORE_PLACES = PREPOSITIONS | {"et", "ou", "entre", "selon", "par", "depuis"}

_MOST_EDITED, _MOST_EDITED_LONG = 2, 3
"""Letters that differ where the sound is the same: Knessette, Sberbanque."""


_HALVES, _SAID = 2, 88
"""Words into which a name is torn, and how like, of a hundred, what is heard of them must be."""

_RULES = frozenset({"alias", "metonym", "seen_as"})
"""Those of forms by which a country or an organisation is called itself."""


class _Name(NamedTuple):
    """A listed name of one word, folded, what it names, and whether it is that of a capital or a seat."""

    token: str
    entity: Entity
    is_place: bool


class MisspeltNames:
    """Finds « Reinmetall », « Kinchassa » and, where their countries are named, « Azelsan » and « FDRL ».

    The word has a capital inside a sentence, or all of an acronym, and is unknown otherwise. A long one may differ by
    one letter or sound the same; a shorter one that sounds the same needs the organisation's country in the article,
    where it has one, and one that differs by a letter does always. What a noun says to be a body's may be less like it.
    """

    def __init__(self, forms: Iterable[Form], known: Collection[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = known
        self._cues = OrganisationCues(lexicon)
        self._spelt: dict[str, list[_Name]] = {}
        self._names: NearNames[_Name] = NearNames(sounds)
        self._countries: dict[str, Entity] = {}
        self._bodies: dict[str, list[_Name]] = {}  # country -> names of its organisations
        for form, entity in ((form, form.entity) for form in forms if len(form.tokens) == 1):
            if entity is not None and form.rule in _RULES:
                self._add(form, entity)
        self._near = remembered(1 << 14)(self._likely)
        self._heard_in = cache(self._names_heard_in)

    def _add(self, form: Form, entity: Entity) -> None:
        token, is_body = form.tokens[0], entity.kind == "organisation"
        if not is_body and form.rule != "metonym" and len(token) >= _SHORTEST_COUNTRY:
            self._countries[token] = entity
        if form.rule == "seen_as":
            return
        name = _Name(token, entity, form.rule == "metonym")
        shortest = _SHORTEST_ACRONYM if is_body else _SHORTEST_COUNTRY
        exact = form.alias.case is Case.EXACT  # a word, too, where it is short
        if len(token) >= (_LONG if exact else shortest) and not form.alias.needs:
            self._names.add(token, name)
        if is_body and form.alias.form.isupper() and _is_spelt(token):
            self._spelt.setdefault(spelt_out(token), []).append(name)
        if is_body and entity.country is not None and len(token) >= _SHORT:
            self._bodies.setdefault(entity.country, []).append(name)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the misspelt names that no rule has claimed and that mean one entity only."""
        for passage in reading.passages:
            for at in passage.capitals:
                if len(passage.tokens[at]) >= _SHORTEST_ACRONYM and (entity := self.meant(reading, passage, at)):
                    yield Finding.by("misspelt_name", WordSpan(passage, at, at + 1), entity)

    def meant(self, reading: Reading, passage: Passage, at: int) -> Entity | None:
        """Return the one country or organisation whose name the word alone may be, where no rule has claimed it."""
        word = passage.words[at]
        near, letters, declined = self._near(word.folded) if reading.is_free(passage, at) else ((), (), ())
        span = WordSpan(passage, at, at + 1)
        if not (near or letters or declined) or self._is_thing(span):
            return None
        noun = _noun_of(span)
        if noun in self._lexicon.heads.waters:
            return None  # « le canal de Bashi »
        alone = not stands_beside_capital(reading, passage, at) or _is_firm(span)
        if not (alone or self._precedes_person(reading, span)):
            return None
        told = [name for name in near if self._is_told(reading, span, name)]
        if not word.text.isupper():
            told += [name for name in letters if name.entity.country in places_named(reading)]
        # « Au Chili, la société Codeico » is Codelco, and no militia of the Congo.
        places = places_named(reading) if len(told) > 1 else frozenset()
        at_home = [name for name in told if name.entity.country in places]
        entities = {name.entity.key: name.entity for name in _nearest(word.folded, at_home or told)}
        if not entities and not passage.starts_sentence(at):
            entities = {country.key: country for country in declined}
        entity = entities.popitem()[1] if len(entities) == 1 else None
        # « l'île de Malaita » is no body.
        return None if entity is not None and entity.kind == "organisation" and noun in _LANDS else entity

    def meant_torn(self, reading: Reading, span: WordSpan) -> Entity | None:
        """Return the organisation of a country of the article whose name two words are heard as: « Assel San »."""
        said = "".join(map(heard, span.tokens))
        if span.end - span.first != _HALVES or not span.words[-1].capital or len(said) < _SHORT:
            return None
        found: dict[str, Entity] = {}
        for names in map(self._heard_in, places_named(reading)):
            near = process.extract(said, list(names), scorer=ratio, score_cutoff=_SAID, limit=None)
            found |= {names[each].id: names[each] for each, _, _ in near if skeleton(each) == skeleton(said)}
        return found.popitem()[1] if len(found) == 1 else None

    def _names_heard_in(self, country: str) -> Mapping[str, Entity]:
        """Return what is heard -> the organisation of the country that has one word for a name."""
        return {heard(name.token): name.entity for name in self._bodies.get(country, ())}

    def _is_thing(self, span: WordSpan) -> bool:
        """Return whether a café or a street is called so, « au café Kopenhagen », or numbered: « Helsinge 24 »."""
        before, after = span.word_before, span.word_after
        if after is not None and span.gap_after == "" and after.text.isdecimal():
            return True
        heads = self._lexicon.heads
        places = before is not None and (before.folded in heads.venues or before.folded in heads.streets)
        return places and span.gap_before == ""

    def _precedes_person(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether « de » rules the word, and a person's name follows: « le chef de Reinmetall Armin X »."""
        after = span.word_after
        ruled = span.before(1) in (("de",), ("d",), ("du",)) and span.gap_before in ("", "'", "’")
        if not ruled or after is None or span.gap_after:
            return False
        named = (found.span.first == span.end for found in reading.findings_at(span.passage, span.end))
        return after.folded in self._lexicon.sure_given or any(named)

    def _likely(self, word: str) -> tuple[Sequence[_Name], Sequence[_Name], Sequence[Entity]]:
        """Return the names that an unknown word is like, the acronyms whose letters it may be, and countries in a case.

        « Pédévésa » is PDVSA, « Niemcami » is Germany.
        """
        if word in self._lexicon.given or word in self._known:
            return (), (), ()
        letters = self._spelt.get(as_letters(word), ()) if word.count("e") >= _FEWEST_CALLED else ()
        declined = [self._countries[each] for each in nominatives(word) if each in self._countries]
        return tuple(self._names.meant(word)), letters, declined

    def _is_told(self, reading: Reading, span: WordSpan, name: _Name) -> bool:
        """Return whether the word is enough of the name, and the article of its country, for it to be meant.

        One that opens a sentence may be any word: it must sound the same, too.
        """
        if name.entity.kind == "country":
            return _is_country(span, name) and not _opens(span)
        return _is_body(reading, span, name) or (self._cues.show(reading, span) and _is_near_body(reading, span, name))


def _is_firm(span: WordSpan) -> bool:
    """Return whether the form of a company stands behind the word: « Lionardo SpA »."""
    after = span.word_after
    return after is not None and span.gap_after == "" and after.folded in _FORMS


def _noun_of(span: WordSpan) -> str:
    """Return the folded noun that « de » links to the name, « canal » of « le canal de Bashi », or ""."""
    at, link = noun_before(span)
    return span.passage.tokens[at] if link else ""


def _nearest(word: str, names: Sequence[_Name]) -> Sequence[_Name]:
    """Return those of the names of which the fewest letters differ: « Saabe » is Saab, not SSAB."""
    edited = [OSA.distance(word, name.token) for name in names]
    return [name for name, letters in zip(names, edited, strict=True) if letters == min(edited)]


def _is_spelt(token: str) -> bool:
    """Return whether these are the letters of an acronym, of which several have an e in what they are called."""
    return len(token) in _SPELT and sum(letter not in "aehijkou" for letter in token) > 1


def _opens(span: WordSpan) -> bool:
    """Return whether the word has its capital from its place: no acronym, no quotation, nothing that a verb follows."""
    passage, at = span.passage, span.first
    if not passage.starts_sentence(at) or _is_acronym(span.words[0]) or _QUOTED.fullmatch(passage.gaps[at]):
        return False
    after = span.word_after
    return after is None or after.folded not in _VERBS or after.text == "à" or span.gap_after != ""


def _is_body(reading: Reading, span: WordSpan, name: _Name) -> bool:
    """Return whether the word is enough of an organisation's name, by its length, sound and what the article names."""
    word, opens = span.words[0], _opens(span)
    length, acronym = len(word.folded), _is_acronym(word)
    edited, alike = OSA.distance(word.folded, name.token), _sounds_like_body(word.folded, name.token)
    if min(length, len(name.token)) >= _LONG and not opens:
        return alike or (edited <= 1 and not name.is_place)
    if not (alike or (edited <= 1 and not opens and (acronym or length >= _SHORT))):
        return False
    if not (acronym or length >= (_LONG if opens else _SHORTEST)):
        return False
    places, country = places_named(reading), name.entity.country
    if country is None:
        seen = len(name.token) == length + 1 or _look_alike(word.folded, name.token)
        return alike or name.entity.id in places or (acronym and seen)
    return name.entity.id in places or country in places


def _look_alike(word: str, name: str) -> bool:
    """Return whether capitals that differ look alike, as a scan takes one for another: KFQR, MANVL."""
    pairs = [one + other for one, other in zip(word, name, strict=False) if one != other]
    return len(word) == len(name) and all(pair in _LOOK_ALIKE or pair[::-1] in _LOOK_ALIKE for pair in pairs)


def _is_near_body(reading: Reading, span: WordSpan, name: _Name) -> bool:
    """Return whether a word that a noun or a verb says to be an organisation's is near enough: la société Jelč.

    Where the article is not of its country, one of six letters must sound the same, and stand in no quotation marks.
    """
    word, country = span.tokens[0], name.entity.country
    alike, shortest = heard(word) == heard(name.token), min(len(word), len(name.token))
    if not alike and OSA.distance(word, name.token) > 1:
        return False
    if country is None or country in places_named(reading):
        return len(name.token) >= _SHORTEST
    quoted = _QUOTED.fullmatch(span.passage.gaps[span.first]) is not None
    return shortest >= _LONG or (alike and not quoted and len(name.token) >= _SHORT)


def _sounds_like_body(word: str, name: str) -> bool:
    if len(word) >= _SHORTEST and heard(word) == heard(name):
        return True
    edited = OSA.distance(word, name)
    return word[0] == name[0] and edited <= _most_edited(len(word)) and _sound_alike(word, name)


def _is_country(span: WordSpan, name: _Name) -> bool:
    """Return whether the word is enough of a country's name, by sound where that is short: Afganistan, Katar, Irane.

    A capital must stand where places do, unless it is long: « à Bamaco ».
    """
    word = span.tokens[0]
    edited, shortest = OSA.distance(word, name.token), min(len(word), len(name.token))
    placed = not name.is_place or _stands_for_place(span)
    if shortest >= _SHORTEST and placed and heard(word) == heard(name.token):
        return True
    if edited <= _most_edited(shortest) and not sounds(word).isdisjoint(sounds(name.token)):
        return shortest >= _LONG or (len(word) >= _SHORTEST and not name.is_place)
    if name.is_place:
        return False
    moved = sorted(word) == sorted(name.token)
    return (edited <= 1 or moved) and shortest >= (_SHORT if _stands_for_place(span) else _LONG)


def _stands_for_place(span: WordSpan) -> bool:
    """Return whether a preposition stands before the word, or a verb behind it: « à Bamaco », « Pékine accuse »."""
    before, after = span.word_before, span.word_after
    return (before is not None and before.folded in _BEFORE_PLACES) or (
        after is not None and after.folded in _VERBS and not after.capital
    )


def _sound_alike(word: str, name: str) -> bool:
    """Return whether both sound the same, or have the same letters in another order, as acronyms do: FDRL."""
    return not sounds(word).isdisjoint(sounds(name)) or sorted(word) == sorted(name)


def _most_edited(length: int) -> int:
    return _MOST_EDITED_LONG if length >= _LONG else _MOST_EDITED


def _is_acronym(word: Word) -> bool:
    capitals = word.text if word.text.isupper() else word.text.replace("l", "I")  # « MlNUSS »
    return len(word.text) >= _SHORTEST_ACRONYM and capitals.isupper()
