"""What a clause found in one part: a set of documents, and the scores that any of them get from the clause.

Finding comes first and scoring after, so that only documents which survive every other condition are scored.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from search.columnar.occurrences import Occurring
from search.columnar.scoring import Bm25, Scores
from search.columnar.sets import NumberSet


@dataclass(frozen=True, slots=True)
class Found:
    """Documents that score nothing."""

    documents: NumberSet

    def add_scores(self, documents: NumberSet, scores: Scores) -> None:
        """Add to `scores`, one for each of `documents`, what those of them that were found score."""


@dataclass(frozen=True, slots=True)
class Scored(Found):
    """Documents that hold a term, or something that counts as one; `norms` has one entry for each document of all."""

    occurring: Occurring
    weight: float
    norms: Scores

    def add_scores(self, documents: NumberSet, scores: Scores) -> None:
        """See `Found`."""
        held = documents & self.documents
        if len(held):
            score = Bm25.score(self.weight, self.occurring.frequencies(held), self.norms.take(held.numbers))
            add(scores, documents, held, score)


@dataclass(frozen=True, slots=True)
class AnyFound(Found):
    """Documents that any of the parts found."""

    parts: tuple[Found, ...]

    def add_scores(self, documents: NumberSet, scores: Scores) -> None:
        """See `Found`."""
        for part in self.parts:
            part.add_scores(documents, scores)


@dataclass(frozen=True, slots=True)
class AllFound(Found):
    """Documents that all of the parts found; what only some of them found scores nothing."""

    parts: tuple[Found, ...]

    def add_scores(self, documents: NumberSet, scores: Scores) -> None:
        """See `Found`."""
        held = documents & self.documents
        score = np.zeros(len(held), np.float32)
        for part in self.parts:
            part.add_scores(held, score)
        add(scores, documents, held, score)


def add(scores: Scores, documents: NumberSet, some: NumberSet, added: Scores) -> None:
    """Add the scores of some of the documents to those of all."""
    if len(some) == len(documents):
        scores += added
    else:
        scores[documents.places(some)] += added
