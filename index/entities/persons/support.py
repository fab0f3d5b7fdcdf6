"""A person who may be meant and the words around go in; what speaks for that person comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from index.entities.gazetteer.entity import Entity
from index.entities.lexicon.vocabulary import PREPOSITIONS
from index.entities.reading import Reading
from index.entities.text.passage import WordSpan
from index.entities.text.words import folded

_PLAIN = ("alias", "surname", "title")
"""Rules by which a person is found whose name nobody changed."""

REACH = 8
"""How many words before or after a name its role or country may stand: « ministre ukrainien de la Défense, X »."""

_UNION, _EUROPEAN = "union-europeenne", frozenset({"europeen", "europeenne"})

_OFFICES_OTHERWISE = {
    "diplomatie": ("etrangeres",),
    "pentagone": ("defense",),
    "gouvernement": ("premier",),
    "general": ("major", "commandant", "commandante"),
    "amiral": ("major", "commandant", "commandante"),
}
"""What else is said of an office, and words of what it is called: « le chef de la diplomatie », « le général »."""


def is_governed(span: WordSpan) -> bool:
    """Return whether a preposition rules the name, so that it is a place's or no title's: « le maire *de* Mâcon »."""
    return span.word_before is not None and span.word_before.folded in PREPOSITIONS


def office_words(persons: Iterable[Entity]) -> frozenset[str]:
    """Return the words of which one must stand near a name for any of these persons to have a role there."""
    return frozenset(_OFFICES_OTHERWISE).union(*(_heads(role.what) for person in persons for role in person.roles))


def has_role(span: WordSpan, person: Entity) -> bool:
    """Return whether a word of one of the person's offices stands near the name: ministre, chancelier."""
    around = {*span.before(REACH), *_in_sentence_after(span)}
    around.update(word for cue, words in _OFFICES_OTHERWISE.items() if cue in around for word in words)
    return any(not around.isdisjoint(_heads(role.what)) for role in person.roles)


def has_country(reading: Reading, span: WordSpan, person: Entity) -> bool:
    """Return whether the person's country or organisation is named near the name, in whatever form.

    The Union is by its adjective: « la cheffe de la diplomatie européenne ».
    """
    wanted = person.countries
    if _UNION in wanted and not _EUROPEAN.isdisjoint((*span.before(REACH), *_in_sentence_after(span))):
        return True
    return any(
        entity.kind != "person" and (_is_of(entity, wanted) or _is_in_role(entity, person))
        for entity in _near(reading, span)
    )


def places_near(reading: Reading, span: WordSpan) -> frozenset[str]:
    """Return the ids of the countries and organisations named near the name, and of those that they stand for."""
    return _places(_near(reading, span))


def places_named(reading: Reading) -> frozenset[str]:
    """Return the ids of the countries and organisations named in the article, and of those that they stand for."""
    return _places(finding.entity for finding in reading.findings)


def has_other_country(reading: Reading, span: WordSpan, person: Entity) -> bool:
    """Return whether a country that the person has nothing to do with is named near the name."""
    return any(entity.kind == "country" and entity.id not in person.countries for entity in _near(reading, span))


def is_at_home(reading: Reading, person: Entity) -> bool:
    """Return whether the article speaks, anywhere, of a country or organisation of the person, or of a compatriot."""
    wanted = person.countries
    return any(
        finding.entity.country == person.country
        if finding.entity.kind == "person" and finding.rule in _PLAIN
        else finding.entity.kind != "person" and _is_of(finding.entity, wanted)
        for finding in reading.findings
    )


def is_beside_compatriot(reading: Reading, span: WordSpan, person: Entity) -> bool:
    """Return whether the same paragraph names somebody else who is listed and of the person's country."""
    return any(
        finding.span.passage is span.passage
        and finding.entity.listed
        and finding.entity.country is not None
        and finding.entity.country == person.country
        for finding in reading.found("person")
    )


def is_named(reading: Reading, person: Entity) -> bool:
    """Return whether the person's exact name stands elsewhere in the article."""
    return any(finding.entity.key == person.key for finding in reading.found("person"))


def _near(reading: Reading, span: WordSpan) -> Iterator[Entity]:
    """Yield what is named within reach of the name, behind it up to where its sentence ends."""
    end = span.end + len(_in_sentence_after(span))
    for finding in reading.findings_near(span.passage, span.first - REACH - 1, end + 1):
        yield finding.entity


def _places(entities: Iterable[Entity]) -> frozenset[str]:
    return frozenset(place for entity in entities if entity.kind != "person" for place in (entity.id, *entity.implies))


def _in_sentence_after(span: WordSpan) -> tuple[str, ...]:
    """Return the words within reach after the span, up to where a sentence ends."""
    passage, end = span.passage, span.end
    while end < len(passage.words) and end < span.end + REACH and "." not in passage.gaps[end]:
        end += 1
    return passage.folded(span.end, end)


def _is_of(entity: Entity, wanted: Collection[str]) -> bool:
    """Return whether an entity is one of these, or stands for one: the Kremlin for Russia."""
    return entity.id in wanted or any(country in wanted for country in entity.implies)


def _is_in_role(entity: Entity, person: Entity) -> bool:
    """Return whether an organisation's name is part of what the person's office is called: Conseil européen."""
    name = " ".join(folded(entity.label))
    return entity.kind == "organisation" and any(name in " ".join(folded(role.what)) for role in person.roles)


@lru_cache(maxsize=1 << 13)
def _heads(role: str) -> tuple[str, ...]:
    """Return the words of a role that tell it: not articles, nor « de la »."""
    return tuple(token for token in folded(role) if len(token) > 3)
