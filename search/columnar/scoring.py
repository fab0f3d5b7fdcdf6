"""Numbers of occurrences, lengths and frequencies go in, BM25 scores come out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Scores: TypeAlias = NDArray[np.float32]
# From the number of documents and that of the documents that hold a term, its inverse document frequency.
Idf: TypeAlias = Callable[[int, int], float]


def lucene_idf(documents: int, frequency: int) -> float:
    """Lucene's `BM25Similarity.idf`: Robertson and Spärck Jones's weight, plus 1 inside so that it stays positive."""
    return math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))


@dataclass(frozen=True, slots=True)
class Bm25:
    """BM25: idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average length)).

    Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3; `k1` and `b`
    are Lucene's and Whoosh's defaults.
    """

    k1: float = 1.2
    b: float = 0.75
    idf: Idf = lucene_idf

    def weight(self, documents: int, frequencies: Iterable[int]) -> float:
        """What the score of a term, or of a phrase of terms in so many documents, stays below."""
        return (self.k1 + 1) * sum(self.idf(documents, frequency) for frequency in frequencies)

    def norms(self, longest: int, average: float) -> Scores:
        """What is added to tf in a document of each length up to the longest."""
        relative = np.arange(longest + 1) / average if average else np.ones(longest + 1)
        return (self.k1 * (1 - self.b + self.b * relative)).astype(np.float32)


class Norms(NamedTuple):
    """The length of each document of a segment, and what is added to tf in a document of each length."""

    lengths: NDArray[np.integer]
    of_length: Scores
