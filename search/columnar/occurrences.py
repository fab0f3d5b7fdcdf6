"""The coded postings of terms of one segment go in; documents, and the scores and spots of some of these, come out."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.columns import CodedTerm
from index.columns.lazy import lazy
from search.columnar.kernels import postings as kernels
from search.columnar.kernels.postings import Spots
from search.columnar.scoring import Norms, Scores
from search.columnar.sets import NumberSet

# Looking for a document among those of a term costs as much as decoding this many.
FIND_COST = 16


class Occurring(Protocol):
    """Something that documents hold, and that can be scored as a term."""

    @property
    def documents(self) -> NumberSet:
        """The documents that hold it, deleted ones included."""

    def __len__(self) -> int:
        """How many documents hold it."""

    def among(self, some: NumberSet) -> NumberSet:
        """Those of some documents that hold it."""

    def add_scores(self, scores: Scores, some: NumberSet, norms: Norms, weight: np.float32) -> None:
        """Add what each of some documents scores, nothing where it does not hold it: see `scoring.Bm25`."""


class Occurrences:
    """One term; implements `Occurring`. What is decoded is kept: an instance lives as long as a query."""

    def __init__(self, term: CodedTerm) -> None:
        self._term = term
        self._dense = 4 * term.holders >= term.size
        self._found: tuple[NumberSet, NDArray[np.int32]] | None = None

    def __len__(self) -> int:
        return self._term.holders

    @lazy
    def documents(self) -> NumberSet:
        """The documents that hold the term."""
        stream, size = self._term.stream, self._term.size
        if not self._dense:
            return NumberSet(size, kernels.documents_of(self._term))
        words = np.zeros((size + 63) >> 6, "<u8")
        words.view(np.uint8)[: (size + 7) >> 3] = stream[: (size + 7) >> 3]
        if size & 63:
            words[-1] &= np.uint64((1 << (size & 63)) - 1)
        return NumberSet(size, words=words.astype(np.uint64, copy=False), count=self._term.holders)

    def among(self, some: NumberSet) -> NumberSet:
        """Those of some documents that hold the term: few of them are looked for without decoding the others."""
        if self._dense or len(some) * FIND_COST > len(self):
            return some & self.documents
        places = self._places(some)
        there = places >= 0
        if there.all():
            return some
        kept = NumberSet(some.size, some.numbers.compress(there))
        self._found = kept, places.compress(there)
        return kept

    def add_scores(self, scores: Scores, some: NumberSet, norms: Norms, weight: np.float32) -> None:
        """Add what each of some documents scores for the term."""
        if some is self.documents:
            kernels.add_all_scores(scores, self._term, some.numbers, norms, weight)
        else:
            kernels.add_some_scores(scores, self._term, some.numbers, self._places(some), norms, weight)

    def _places(self, some: NumberSet) -> NDArray[np.int32]:
        """Where each of some documents is among those that hold the term, -1 if it does not."""
        if self._found is None or self._found[0] is not some:
            self._found = some, self._find(some)
        return self._found[1]

    def _find(self, some: NumberSet) -> NDArray[np.int32]:
        if self._dense or len(some) * FIND_COST < len(self):
            return kernels.places_of(self._term, some.numbers)
        return some.places_of(self.documents)

    def spots(self, some: NumberSet, widths: NDArray[np.uint8]) -> Spots:
        """Where the term stands in some documents; `widths` are the segment's `position_bits`."""
        return kernels.spots_of(self._term, self.documents.numbers, widths, (some & self.documents).numbers)

    def meeting(self, starts: Spots, distance: int, widths: NDArray[np.uint8]) -> Spots:
        """Those of some spots from which the term stands at a distance."""
        return kernels.meeting_spots(self._term, self.documents.numbers, widths, starts, distance)


class Repeated:
    """What documents hold so many times, such as a phrase; implements `Occurring`."""

    def __init__(self, documents: NumberSet, frequencies: NDArray[np.int32]) -> None:
        self.documents = documents
        self._frequencies = frequencies

    def __len__(self) -> int:
        return len(self.documents)

    def among(self, some: NumberSet) -> NumberSet:
        """Those of some documents that hold it."""
        return some & self.documents

    def add_scores(self, scores: Scores, some: NumberSet, norms: Norms, weight: np.float32) -> None:
        """Add what each of some documents scores."""
        frequencies = self._frequencies
        if some is not self.documents and len(frequencies):
            places = some.places_of(self.documents)
            frequencies = np.where(places < 0, np.int32(0), frequencies.take(places))
        if len(frequencies):
            kernels.add_scores(scores, frequencies, some.numbers, norms, weight)
