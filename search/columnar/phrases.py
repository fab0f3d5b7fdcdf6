"""The terms of each slot of a phrase go in; the documents where they stand in a row, and how often, come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns import Positions, Segment
from search.columnar.sets import Numbers, distinct, empty, intersect, member, unite

# A slot that is not empty: its number, and the terms that may stand there as (field, number in the segment).
Slot = tuple[int, Sequence[tuple[str, int]]]


class PhrasesFound(NamedTuple):
    """The documents (ascending) that hold a phrase, and how often each does."""

    documents: Numbers
    frequencies: NDArray[np.int64]


def find_phrase(segment: Segment, slots: Sequence[Slot], check: Callable[[], None]) -> PhrasesFound:
    """Find the documents that hold a term of every slot, then compare positions in these only.

    A place is one number for a document and a position, moved back by the distance of its slot from the first: a
    phrase stands where the places of all slots meet. `check` is called between the steps, and may raise.
    """
    size = segment.document_count
    holders = [unite([segment.documents(*term) for term in terms], size) for _, terms in slots]
    documents = reduce(lambda a, b: intersect(a, b, size), sorted(holders, key=len)) if holders else empty()
    starts: NDArray[np.int64] | None = None
    for number, terms in slots:
        check()
        if not len(documents):
            break
        found = np.concatenate([places_of(segment.positions(*term), documents, size) for term in terms])
        places = distinct(np.sort(found - (number - slots[0][0])))
        starts = places if starts is None else np.intersect1d(starts, places, assume_unique=True)
    if starts is None:
        return PhrasesFound(empty(), np.empty(0, np.int64))
    return counted(starts >> 32)


def places_of(term: Positions, documents: Numbers, size: int) -> NDArray[np.int64]:
    """Where a term stands in some documents: the document in the upper 32 bits, the position in the lower ones."""
    kept = member(term.documents, documents, size)
    counts = np.diff(term.offsets)
    within = np.repeat(term.documents.compress(kept).astype(np.int64) << 32, counts.compress(kept))
    within += term.positions.compress(np.repeat(kept, counts))
    return within


def counted(ascending: NDArray[np.int64]) -> PhrasesFound:
    """Each different number, and how often it is there."""
    documents, counts = np.unique_counts(ascending)
    return PhrasesFound(documents.astype(np.int32), counts)
