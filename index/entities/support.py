"""A person who may be meant and the words around go in; what speaks for that person comes out."""

from __future__ import annotations

from index.entities.entity import Entity
from index.entities.passage import WordSpan
from index.entities.reading import Reading
from index.entities.words import folded

REACH = 8
"""How many words before or after a name its role or country may stand: « ministre ukrainien de la Défense, X »."""


def has_role(span: WordSpan, person: Entity) -> bool:
    """Return whether a word of one of the person's offices stands near the name: ministre, chancelier."""
    around = {*span.before(REACH), *span.after(REACH)}
    return any(not around.isdisjoint(_heads(role.what)) for role in person.roles)


def has_country(reading: Reading, span: WordSpan, person: Entity) -> bool:
    """Return whether the person's country or organisation is named near the name, in whatever form."""
    wanted = person.countries
    return any(
        finding.entity.id in wanted
        and finding.entity.kind != "person"
        and span.first - REACH <= finding.span.end
        and finding.span.first <= span.end + REACH
        for finding in reading.findings_in(span.passage)
    )


def is_at_home(reading: Reading, person: Entity) -> bool:
    """Return whether the article speaks, anywhere, of a country or organisation of the person."""
    wanted = person.countries
    return any(finding.entity.id in wanted for finding in reading.findings if finding.entity.kind != "person")


def is_named(reading: Reading, person: Entity) -> bool:
    """Return whether the person's exact name stands elsewhere in the article."""
    return any(finding.entity.key == person.key for finding in reading.found("person"))


def _heads(role: str) -> tuple[str, ...]:
    """Return the words of a role that tell it: not articles, nor « de la »."""
    return tuple(token for token in folded(role) if len(token) > 3)
