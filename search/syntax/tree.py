"""The syntax tree of a query: what a reader typed, before anything is known of languages, fields or names.

`start` and `end` of every node are code points of the query's text, `end` excluded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed: it may be several for the analyzer (« Kiev/Moscou »)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between quotes: these forms, in this order."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Truncated:
    """A word of which `text` is the beginning: défen*."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Approximate:
    """A word within `edits` letters of `text`: zelinski~2."""

    text: str
    edits: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value that a facet, or the source, must have: pays:ukraine."""

    field: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A day from which on, or up to which, articles are wanted, that day included: après:2024-03."""

    after: date | None
    before: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Titled:
    """What must stand in a title: titre:(sommet OU otan)."""

    child: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Negation:
    """What is not wanted."""

    child: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conjunction:
    """What is wanted together; two children or more, none of them a conjunction."""

    children: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Disjunction:
    """Of which one is enough; two children or more, none of them a disjunction."""

    children: tuple[Node, ...]
    start: int
    end: int


Leaf: TypeAlias = Word | Quoted | Truncated | Approximate | FieldValue | Dated
Node: TypeAlias = Leaf | Titled | Negation | Conjunction | Disjunction


def leaves(node: Node, excluded: bool = True) -> Iterator[Leaf]:
    """The leaves of a tree, from left to right, those of negations only where `excluded`."""
    match node:
        case Conjunction() | Disjunction():
            for child in node.children:
                yield from leaves(child, excluded)
        case Negation() if not excluded:
            return
        case Negation() | Titled():
            yield from leaves(node.child, excluded)
        case _:
            yield node
