"""The postings of terms of one segment go in; their documents, and what is asked of some of these, come out."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.columns import Positions, TermPostings
from index.columns.lazy import lazy
from search.columnar.sets import NumberSet

# Counting the documents before one of them costs as much as looking at the flags of this many.
RANK_COST = 4


class Occurring(Protocol):
    """Something that documents hold, and that can be scored as a term."""

    @property
    def documents(self) -> NumberSet:
        """The documents that hold it, deleted ones included."""

    def frequencies(self, some: NumberSet) -> NDArray[np.number]:
        """How often each of some of the documents holds it."""


class Occurrences:
    """One term."""

    def __init__(self, postings: TermPostings) -> None:
        self._postings = postings

    def __len__(self) -> int:
        return self._postings.count

    @lazy
    def documents(self) -> NumberSet:
        """The documents that hold the term."""
        if self._postings.dense:
            return NumberSet(self._postings.size, flags=self._postings.flags(), count=len(self))
        return NumberSet(self._postings.size, self._postings.documents.astype(np.intp))

    def frequencies(self, some: NumberSet) -> NDArray[np.int32]:
        """How often each of some of the documents holds the term."""
        if some is self.documents:
            return self._postings.frequencies()
        if self._postings.dense and len(some) * RANK_COST < len(self):
            return self._postings.frequencies(self._postings.places(some.numbers))
        return self._postings.frequencies(self.documents.places(some))

    def positions(self, some: NumberSet) -> Positions:
        """Where the term stands in some of the documents."""
        if some is self.documents:
            return self._postings.positions()
        return self._postings.positions(self.documents.places(some))
