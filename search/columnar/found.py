"""What a clause found in one part: a set of documents, and the scores that any of them get from the clause.

Finding comes first and scoring after, so that only documents which survive every other condition are scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from search.columnar.occurrences import Occurring
from search.columnar.scoring import Norms, Scores
from search.columnar.sets import NumberSet


class Found(Protocol):
    """What was found, deleted documents included."""

    @property
    def documents(self) -> NumberSet:
        """The documents that match."""

    @property
    def bound(self) -> float:
        """What no score exceeds."""

    def __len__(self) -> int:
        """How many documents match."""

    def among(self, some: NumberSet) -> NumberSet:
        """Those of some documents that match."""

    def add_scores(self, scores: Scores, some: NumberSet) -> None:
        """Add the scores of some documents, nothing for those that do not match."""


@dataclass(frozen=True, slots=True)
class Constant:
    """Documents that all score the same: nothing, or what puts them before others."""

    documents: NumberSet
    bound: float = 0.0

    def __len__(self) -> int:
        return len(self.documents)

    def among(self, some: NumberSet) -> NumberSet:
        """Those of some documents that match."""
        return some & self.documents

    def add_scores(self, scores: Scores, some: NumberSet) -> None:
        """The same for each that matches."""
        if self.bound:
            scores[places(some, self.documents)] += np.float32(self.bound)


@dataclass(frozen=True, slots=True)
class Scored:
    """Documents that hold a term, or something that counts as one; where `bound` is 0, it scores nothing."""

    occurring: Occurring
    bound: float
    norms: Norms

    @property
    def documents(self) -> NumberSet:
        """The documents that hold it."""
        return self.occurring.documents

    def __len__(self) -> int:
        return len(self.occurring)

    def among(self, some: NumberSet) -> NumberSet:
        """Those of some documents that hold it."""
        return self.occurring.among(some)

    def add_scores(self, scores: Scores, some: NumberSet) -> None:
        """See `scoring.Bm25`."""
        self.occurring.add_scores(scores, some, self.norms, np.float32(self.bound))


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

    def __len__(self) -> int:
        return len(self.documents)

    def among(self, some: NumberSet) -> NumberSet:
        """Those of some documents that match."""
        return some & self.documents

    def add_scores(self, scores: Scores, some: NumberSet) -> None:
        """For each document the sum over the parts that found it, if `every` only where all did."""
        held = some & self.documents if self.every else some
        if len(held) == len(some):
            for part in by_bound(self.parts):
                part.add_scores(scores, some)
        else:
            scores[places(some, held)] += scored(self, held)


@dataclass(frozen=True, slots=True)
class Best:
    """Documents that any of the parts found, and that score what the best of these gives."""

    documents: NumberSet
    parts: tuple[Found, ...]

    @property
    def bound(self) -> float:
        """What no part exceeds."""
        return max((part.bound for part in self.parts), default=0.0)

    def __len__(self) -> int:
        return len(self.documents)

    def among(self, some: NumberSet) -> NumberSet:
        """Those of some documents that match."""
        return some & self.documents

    def add_scores(self, scores: Scores, some: NumberSet) -> None:
        """For each document the highest score of a part."""
        best = np.zeros_like(scores)
        for part in by_bound(self.parts):
            np.maximum(best, scored(part, some), out=best)
        scores += best


def by_bound(parts: Sequence[Found]) -> list[Found]:
    """The parts that score, those that may score most first: always in this order, as rounding depends on it."""
    return sorted((part for part in parts if part.bound), key=lambda part: -part.bound)


def scored(found: Found, documents: NumberSet) -> Scores:
    """What each of some documents scores."""
    scores = np.zeros(len(documents), np.float32)
    found.add_scores(scores, documents)
    return scores


def places(some: NumberSet, wanted: NumberSet) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Where those of some documents are that are wanted."""
    return some.numbers.searchsorted((some & wanted).numbers)
