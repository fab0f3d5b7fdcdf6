"""The numbers of terms that count as one go in; the documents that hold any of them, and how often, come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from index.columns import Segment
from search.columnar.sets import SEARCH_COST, NumberSet, firsts

Ints = NDArray[np.int64]
# Decoding a term alone costs as much as decoding about this many postings together with others.
ALONE = 1000


class Blend:
    """Several terms as one; implements `Occurring`. There is a total for each of its documents, or for each of all."""

    def __init__(self, documents: NumberSet, totals: Ints) -> None:
        self.documents = documents
        self._totals = totals

    def frequencies(self, some: NumberSet) -> Ints:
        """How often each of some of the documents holds any of the terms."""
        of_all = len(self._totals) == some.size
        return self._totals.take(some.numbers if of_all else self.documents.places(some))


def blended(segment: Segment, field: str, numbers: Ints, check: Callable[[], None]) -> Blend:
    """Blend terms of a field, given their ascending numbers; `check` is called between the steps, and may raise."""
    size = segment.document_count
    counts = segment.vocabulary(field).document_frequencies.take(numbers)
    postings = decoded(segment, field, numbers, counts, check)
    if int(counts.sum(dtype=np.int64)) * SEARCH_COST > size:
        totals = np.zeros(size, np.int64)
        for documents, frequencies in postings:
            totals += np.bincount(documents, frequencies, size).astype(np.int64)
        return Blend(NumberSet(size, flags=totals > 0), totals)
    columns = zip(*postings, strict=True)
    every, frequency = (np.concatenate([np.empty(0, np.int64), *column]) for column in columns)
    order = np.argsort(every, kind="stable")
    every = every.take(order)
    starts = firsts(every).nonzero()[0]
    return Blend(NumberSet(size, every.take(starts)), np.add.reduceat(frequency.take(order), starts))


def decoded(
    segment: Segment, field: str, numbers: Ints, counts: NDArray[np.integer], check: Callable[[], None]
) -> Iterator[tuple[NDArray[np.integer], NDArray[np.integer]]]:
    """The documents and frequencies of terms: of common ones by themselves, of rare neighbours together."""
    for run in np.split(np.arange(len(numbers)), breaks(numbers, counts, segment.document_count)):
        check()
        first = int(numbers[run[0]])
        if len(run) == 1:
            term = segment.term(field, first)
            yield term.documents, term.frequencies()
        else:
            lists = segment.posting_lists(field, first, first + len(run), positions=False)
            yield lists.documents, lists.frequencies


def breaks(numbers: Ints, counts: NDArray[np.integer], most: int) -> Ints:
    """Where runs of consecutive numbers begin, without the first; a common term is a run, others count `most` or so."""
    common = counts > ALONE
    chunks = np.cumsum(counts, dtype=np.int64) // max(most, 1)
    apart = (np.diff(numbers) != 1) | common[1:] | common[:-1] | (np.diff(chunks) > 0)
    return np.flatnonzero(apart) + 1
