"""Entities go in, a `Gazetteer` comes out: who and what is known, looked up by id, by name and by folded words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from index.analysis import ORDINARY
from index.entities.gazetteer.entity import Alias, Case, Entity, SurnameAlone
from index.entities.gazetteer.forms import Form, capitals_fit, forms
from index.entities.gazetteer.full_names import FullName, full_names
from index.entities.gazetteer.spellings import spellings
from index.entities.lexicon.vocabulary import ARTICLES, ORDINARY_NAME_WORDS, PARTICLES
from index.entities.text.transliteration import keys
from index.entities.text.words import Word, folded, words

NAMES = ("alias", "seen_as", "surname")
"""The rules whose forms are names of the entity itself: « américain » and « Moscou » are not."""

_WORD_BY_WORD = ("person", "country")
"""The kinds in whose names each word is one: « Vladimir Poutine », not « Agence spatiale »."""

_SHORTEST_SOUNDING = 5
"""Shorter family names sound like too many words."""


class Gazetteer:
    """The names that are known; immutable.

    `entities` are in the order of the files. `ambiguous` maps a demonym to the ids of the countries it may mean.
    `phrases` look like names and are none. `removed` were taken out: their names are not even unverified ones, though
    others may bear them.
    """

    def __init__(
        self,
        entities: Iterable[Entity],
        ambiguous: Mapping[str, tuple[str, ...]],
        phrases: Iterable[str] = (),
        removed: Iterable[Entity] = (),
    ) -> None:
        self.entities = tuple(entities)
        self.removed = tuple(removed)
        self.phrases = tuple(phrases)
        self.ambiguous: Mapping[str, tuple[str, ...]] = dict(ambiguous)

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], Entity]:
        return {entity.key: entity for entity in self.entities}

    def entity(self, kind: str, entity_id: str) -> Entity | None:
        """Return the entity of that kind and id, or None."""
        return self._by_key.get((kind, entity_id))

    def label(self, kind: str, entity_id: str) -> str | None:
        """Return what readers see of that entity, or None where it is not known."""
        entity = self.entity(kind, entity_id)
        return entity.label if entity else None

    def of_kind(self, kind: str) -> tuple[Entity, ...]:
        """Return the entities of a kind."""
        return tuple(entity for entity in self.entities if entity.kind == kind)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form of every entity; an ambiguous demonym counts for the one country that the article names.

        What is one of `phrases` is a form of nothing.
        """
        every = (*(form for entity in self.entities for form in forms(entity)), *self._ambiguous_forms())
        phrases = set(map(folded, self.phrases))
        known = (form for form in every if form.entity is None or form.tokens not in phrases)
        return (*known, *self._removed_forms())

    @cached_property
    def full_names(self) -> tuple[FullName, ...]:
        """The full names of every person, as they are compared."""
        return tuple(name for person in self.of_kind("person") for name in full_names(person))

    def _removed_forms(self) -> Iterator[Form]:
        """Yield the names of what was taken out as forms of nothing, or rules for unlisted names would find them."""
        for form in (form for entity in self.removed for form in forms(entity)):
            if form.rule in NAMES and not (form.alias.needs or form.alias.unless):
                yield form._replace(entity=None, kind="", rule="never")

    def _ambiguous_forms(self) -> Iterator[Form]:
        for demonym, ids in self.ambiguous.items():
            named = (self.entity("country", country) for country in ids)
            countries = [country for country in named if country and folded(demonym) not in country.refused]
            for country in countries:
                others = tuple(other.id for other in countries if other is not country)
                yield Form.of(country, Alias(demonym, needs=(country.id,), unless=others), "demonym")

    def resolve(self, kind: str, text: str) -> str | None:
        """Return the id of the entity that `text` names, accents and case free: an id, a label or an alias.

        A capital or a demonym names a country too (kiev, ukrainienne), where it stands for one only.
        """
        if (kind, text) in self._by_key:
            return text
        return self._by_name.get((kind, folded(text)))

    def aliases_for(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return (kind, id) of each entity that `text`, as a reader types it, is a name of.

        Most names count whatever their case; aliases that are words too only with their capitals (US, Quad); those that
        need others beside them not at all. A family name counts where only one person known bears it, in any of that
        person's spellings (Putin); one that is an ordinary word (Borne) with its capital.
        """
        found = words(text)
        named = self._by_words.get(tuple(word.folded for word in found), ())
        return tuple(dict.fromkeys(form.entity.key for form in named if form.entity and _stands_alone(form, found)))

    def sounding(self, word: str) -> tuple[tuple[str, str], ...]:
        """Return (kind, id) of the one famous person whose family name another language may write so: Lawrow."""
        tokens = folded(word)
        if len(tokens) != 1 or len(tokens[0]) < _SHORTEST_SOUNDING:
            return ()
        persons = {key for sound in keys(tokens[0]) for key in self._by_sound.get(sound, ())}
        return tuple(persons) if len(persons) == 1 else ()

    @cached_property
    def _by_sound(self) -> Mapping[str, set[tuple[str, str]]]:
        table: dict[str, set[tuple[str, str]]] = {}
        for famous in (entity for entity in self.entities if entity.surname_alone is SurnameAlone.ALWAYS):
            for sound in {sound for name in spellings(famous) if len(name) == 1 for sound in keys(name[0])}:
                table.setdefault(sound, set()).add(famous.key)
        return table

    def name_tokens(self) -> frozenset[str]:
        """Return the folded words that are names and must not be stemmed.

        These are the words of names of persons, countries and capitals, and organisations' aliases of one word; not
        demonyms, nor ordinary words inside names (république, royaume).
        """
        return self._name_tokens

    @cached_property
    def _name_tokens(self) -> frozenset[str]:
        told, passed = set[str](), {*PARTICLES, *ORDINARY_NAME_WORDS}
        for form in self.forms:
            if form.kind in _WORD_BY_WORD and passed.issuperset(form.tokens):
                continue  # most words of names are those of others, too
            protected = set(_protected(form))
            told |= protected
            passed |= protected
        return frozenset(told)

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, ...], Sequence[Form]]:
        table: dict[tuple[str, ...], list[Form]] = {}
        for form in (*self.forms, *self._lone_surnames()):
            if form.rule in NAMES:
                table.setdefault(form.tokens, []).append(form)
        return table

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, tuple[str, ...]], str]:
        """Labels win over aliases, and earlier entries over later ones."""
        table = {(entity.kind, folded(entity.label)): entity.id for entity in reversed(self.entities)}
        for entity in self.entities:
            table.setdefault((entity.kind, folded(entity.id)), entity.id)
        for tokens, named in self._by_words.items():
            for form in named:
                if form.entity:
                    table.setdefault((form.entity.kind, tokens), form.entity.id)
        for key, ids in self._countries_meant().items():
            if len(ids) == 1:
                table.setdefault(key, ids.pop())
        return table

    def _countries_meant(self) -> Mapping[tuple[str, tuple[str, ...]], set[str]]:
        table: dict[tuple[str, tuple[str, ...]], set[str]] = {}
        for form in self.forms:
            if form.entity and form.kind == "country" and form.rule in ("demonym", "metonym"):
                table.setdefault(("country", form.tokens), set()).add(form.entity.id)
        return table

    @cached_property
    def surname_forms(self) -> tuple[Form, ...]:
        """The family name of each person whom it may stand for alone, whatever it takes for that."""
        persons = (entity for entity in self.entities if entity.surname_alone is not SurnameAlone.NEVER)
        return tuple(_surname_form(person, person.surname) for person in persons if person.surname)

    def _lone_surnames(self) -> Iterator[Form]:
        """Yield the family names that mean one person alone, then the spellings of them that are nobody's own name."""
        persons = [entity for entity in self.entities if entity.surname_alone is not SurnameAlone.NEVER]
        own = _bearers((folded(entity.surname or ""), entity) for entity in persons)
        spelt = _bearers((name, entity) for entity in persons for name in spellings(entity) if name not in own)
        for name, entity in (*_unmistakable(own), *_unmistakable(spelt)):
            yield _surname_form(entity, " ".join(name))


def _bearers(named: Iterable[tuple[tuple[str, ...], Entity]]) -> Mapping[tuple[str, ...], list[Entity]]:
    bearers: dict[tuple[str, ...], list[Entity]] = {}
    for name, entity in named:
        if name:
            bearers.setdefault(name, []).append(entity)
    return bearers


def _unmistakable(bearers: Mapping[tuple[str, ...], list[Entity]]) -> Iterator[tuple[tuple[str, ...], Entity]]:
    """Yield the names of one bearer, or of one whom everybody knows, with that person."""
    for name, named in bearers.items():
        famous = [entity for entity in named if entity.surname_alone is SurnameAlone.ALWAYS]
        if len(famous or named) == 1:
            yield name, (famous or named)[0]


def _surname_form(entity: Entity, name: str) -> Form:
    """Return a family name of a person as a form."""
    return Form.of(entity, Alias(name), "surname")


def _stands_alone(form: Form, typed: tuple[Word, ...]) -> bool:
    """Return whether a form means its entity where nothing stands around it, typed so.

    Readers type « departement d'etat »: only single words, with an article at most, are likely to be other words
    without their capitals.
    """
    if form.alias.needs or form.alias.unless:
        return False
    told = [word for word in typed if word.folded not in ARTICLES]
    if len(told) == 1 and told[0].folded in ORDINARY and not told[0].capital:
        return False
    several = form.alias.case is Case.EXACT and len(told) > 1
    return form.alias.case is Case.USUAL or several or capitals_fit(form, typed)


def _protected(form: Form) -> Iterator[str]:
    """Yield the words of a form that are names by themselves."""
    if not form.kind or form.rule not in (*NAMES, "metonym"):
        return
    if form.kind not in _WORD_BY_WORD:
        if len(form.tokens) == 1:
            yield form.tokens[0]
        return
    for word in form.words:
        ordinary = word.folded in PARTICLES or word.folded in ORDINARY_NAME_WORDS
        if word.capital and len(word.folded) > 1 and not ordinary:
            yield word.folded
