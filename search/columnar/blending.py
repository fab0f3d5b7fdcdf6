"""The numbers of terms that count as one go in; the documents that hold any of them, and how often, come out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from index.columns import Segment
from search.columnar.kernels import postings as kernels
from search.columnar.occurrences import Repeated
from search.columnar.sets import NumberSet

Ints = NDArray[np.int64]
# Terms whose postings are so many bytes apart, which is a block of checksums, are not read as one stretch.
FAR = 1 << 16


def blended(segment: Segment, field: str, numbers: Ints, check: Callable[[], None]) -> Repeated:
    """Blend terms of a field, given their ascending numbers; `check` is called between the steps, and may raise.

    Their documents are found first, as bits; then there is a place for the total of each of these only.
    """
    size = segment.document_count
    words = np.zeros((size + 63) >> 6, np.uint64)
    terms = [segment.coded_terms(field, some) for some in stretches(numbers, segment.posting_offsets(field))]
    for each in terms:
        check()
        kernels.set_documents(words, each, size)
    counts = np.bitwise_count(words)
    ranks = np.cumsum(counts, dtype=np.int32) - counts
    documents = NumberSet(size, words=words)
    totals = np.zeros(len(documents), np.int32)
    for each in terms:
        check()
        kernels.add_frequencies(totals, ranks, words, each, size)
    return Repeated(documents, totals)


def stretches(numbers: Ints, offsets: NDArray[np.signedinteger]) -> list[Ints]:
    """The numbers of terms in stretches whose postings lie near each other."""
    gaps = offsets.take(numbers[1:]) - offsets.take(numbers[:-1] + 1)
    return np.split(numbers, np.flatnonzero(gaps > FAR) + 1)
