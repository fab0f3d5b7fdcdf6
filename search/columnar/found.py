"""What a clause found in one part: a set of documents, and the scores that any of them get from the clause.

Finding comes first and scoring after, so that only documents which survive every other condition are scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from search.columnar.occurrences import Occurring
from search.columnar.scoring import Scores, score
from search.columnar.sets import NumberSet


class Found(Protocol):
    """What was found, deleted documents included."""

    @property
    def documents(self) -> NumberSet:
        """The documents that match."""

    @property
    def bound(self) -> float:
        """What no score exceeds."""

    def scores(self, some: NumberSet) -> Scores:
        """The scores of some of the documents, in a new array."""


@dataclass(frozen=True, slots=True)
class Constant:
    """Documents that all score the same: nothing, or what puts them before others."""

    documents: NumberSet
    bound: float = 0.0

    def scores(self, some: NumberSet) -> Scores:
        """The same for each."""
        return np.full(len(some), self.bound, np.float32)


@dataclass(frozen=True, slots=True)
class Scored:
    """Documents that hold a term, or something that counts as one; `norms` has one entry for each document of all."""

    documents: NumberSet
    occurring: Occurring
    bound: float
    norms: Scores

    def scores(self, some: NumberSet) -> Scores:
        """See `scoring.Bm25`."""
        return score(self.bound, self.occurring.frequencies(some), self.norms.take(some.numbers))


@dataclass(frozen=True, slots=True)
class Combined:
    """Documents that any of the parts found or, if `every`, that all of them did."""

    documents: NumberSet
    parts: tuple[Found, ...]
    every: bool

    @property
    def bound(self) -> float:
        """The sum of what no score of a part exceeds."""
        return sum(part.bound for part in self.parts)

    def scores(self, some: NumberSet) -> Scores:
        """For each document the sum over the parts that found it."""
        total = np.zeros(len(some), np.float32)
        for summand in by_bound(self.parts):
            add_scores(total, some, summand)
        return total


def by_bound(parts: Sequence[Found]) -> list[Found]:
    """The parts that score, those that may score most first: always in this order, as rounding depends on it."""
    return sorted((part for part in parts if part.bound), key=lambda part: -part.bound)


def summands(found: Found, whole: bool = True) -> Iterator[Found]:
    """The parts whose scores a document's score is the sum of; `whole`: each document in question was found.

    The parts of what asks for all of them count only where all were found, so they stay together unless that is sure.
    """
    if isinstance(found, Combined) and (whole or not found.every):
        for part in found.parts:
            yield from summands(part, whole and found.every)
    elif found.bound:
        yield found


def add_scores(total: Scores, documents: NumberSet, found: Found) -> None:
    """Add to the scores of some documents what those of them that were found score."""
    held = documents & found.documents
    if len(held) == len(documents):
        total += found.scores(documents)
    elif len(held):
        total[documents.places(held)] += found.scores(held)
