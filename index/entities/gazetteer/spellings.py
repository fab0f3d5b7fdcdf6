"""A person goes in; the family name comes out in the spellings that the gazetteer has of it, folded."""

from __future__ import annotations

from collections.abc import Iterator

from index.entities.gazetteer.entity import Entity
from index.entities.text.similarity import alike_begun, part_score
from index.entities.text.transliteration import keys
from index.entities.text.words import folded

ARABIC_ARTICLES = ("al", "el")
"""« Assad » is al-Assad."""

_ALIKE = 0.7
"""How like the last words of two names of a person are that are one family name: Poutine and Putin."""


def spellings(person: Entity) -> Iterator[tuple[str, ...]]:
    """Yield the family name and, if it is one word but for an Arabic article, the spellings of it that end an alias."""
    own = folded(person.surname or "")
    if own:
        yield own
    if len(own) != (2 if own[:1] and own[0] in ARABIC_ARTICLES else 1):
        return
    found = {tokens[-1] for alias in person.names if len(tokens := folded(alias.form)) > 1} | {own[-1]}
    yield from ((word,) for word in sorted(found) if (word,) != own and _are_alike(word, own[-1]))


def _are_alike(one: str, other: str) -> bool:
    if not alike_begun(one, other):
        return False
    return part_score(one, other) >= _ALIKE or not keys(one).isdisjoint(keys(other))
