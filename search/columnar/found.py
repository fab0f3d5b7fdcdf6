"""What a clause found in one segment: a set of documents, and the scores that any of them get from the clause.

Finding comes first and scoring after, so that only documents which survive every other condition are scored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.columnar.scoring import Bm25, Scores
from search.columnar.sets import Numbers, common

# Asked for only if something is scored.
Frequencies: TypeAlias = Callable[[], NDArray[np.integer]]


@dataclass(frozen=True, slots=True)
class Found:
    """Documents (ascending) that score nothing."""

    documents: Numbers

    def add_scores(self, documents: Numbers, scores: Scores, size: int) -> None:
        """Add to `scores`, one for each of `documents` (ascending), what those of them that were found score.

        `size` is the number of documents of the segment.
        """


@dataclass(frozen=True, slots=True)
class Scored(Found):
    """Documents that hold a term, or something that counts as one; `frequencies` says how often each does."""

    weight: float
    frequencies: Frequencies
    norms: Callable[[], Scores]

    def add_scores(self, documents: Numbers, scores: Scores, size: int) -> None:
        """See `Found`."""
        frequencies, norms = self.frequencies(), self.norms()
        if documents is self.documents:
            scores += Bm25.score(self.weight, frequencies, norms.take(documents))
        else:
            here, there = common(documents, self.documents, size)
            held = documents.take(here)
            scores[here] += Bm25.score(self.weight, frequencies.take(there), norms.take(held))


@dataclass(frozen=True, slots=True)
class AnyFound(Found):
    """Documents that any of the parts found."""

    parts: tuple[Found, ...]

    def add_scores(self, documents: Numbers, scores: Scores, size: int) -> None:
        """See `Found`."""
        for part in self.parts:
            part.add_scores(documents, scores, size)


@dataclass(frozen=True, slots=True)
class AllFound(Found):
    """Documents that all of the parts found; what only some of them found scores nothing."""

    parts: tuple[Found, ...]

    def add_scores(self, documents: Numbers, scores: Scores, size: int) -> None:
        """See `Found`."""
        if documents is self.documents:
            for part in self.parts:
                part.add_scores(documents, scores, size)
            return
        here, there = common(documents, self.documents, size)
        held = self.documents.take(there)
        added = np.zeros(len(held), np.float32)
        for part in self.parts:
            part.add_scores(held, added, size)
        scores[here] += added
