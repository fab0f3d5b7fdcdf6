"""The terms of each slot of a phrase go in; the documents where they stand in a row, and how often, come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from search.columnar.kernels import sets as kernels
from search.columnar.kernels.postings import Spots
from search.columnar.occurrences import Occurrences, Repeated
from search.columnar.sets import NumberSet, unite

# The number of a slot that is not empty, and the terms that may stand there.
Slot = tuple[int, Sequence[Occurrences]]
NOWHERE = np.empty(0, np.int64)


def find_phrase(slots: Sequence[Slot], size: int, widths: NDArray[np.uint8], check: Callable[[], None]) -> Repeated:
    """Find the documents (numbers below `size`) that hold a term of every slot, then compare positions in these only.

    Spots are moved back by the distance of their slot from the first one: a phrase stands where the spots of all
    slots meet. Rare slots come first, so that ever fewer documents are left. `widths` are the segment's
    `position_bits`; `check` is called between the steps, and may raise.
    """
    held = [(unite([term.documents for term in terms], size), number, terms) for number, terms in slots]
    held.sort(key=lambda slot: len(slot[0]))
    documents = reduce(NumberSet.__and__, (holders for holders, _, _ in held)) if held else NumberSet.empty(size)
    starts: Spots | None = None
    for _, number, terms in held:
        check()
        distance = number - slots[0][0]
        if starts is None:
            starts = merged([term.spots(documents, widths) for term in terms]) - distance
        else:
            starts = merged([term.meeting(starts, distance, widths) for term in terms])
    numbers, counts = kernels.upper_halves(NOWHERE if starts is None else starts)
    return Repeated(NumberSet(size, numbers), counts)


def merged(spots: Sequence[Spots]) -> Spots:
    """Ascending spots as one ascending array without repetitions."""
    return spots[0] if len(spots) == 1 else np.unique(np.concatenate([NOWHERE, *spots]))
