"""The terms of each slot of a phrase go in; the documents where they stand in a row, and how often, come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from search.columnar.occurrences import Occurrences
from search.columnar.sets import NumberSet, distinct, firsts, tallied, unite

# The number of a slot that is not empty, and the terms that may stand there.
Slot = tuple[int, Sequence[Occurrences]]
# A document in the upper 32 bits, a position in the lower ones.
Places = NDArray[np.int64]


class PhraseOccurrences:
    """A phrase; implements `Occurring`."""

    def __init__(self, documents: NumberSet, counts: NDArray[np.int64]) -> None:
        self.documents = documents
        self._counts = counts

    def frequencies(self, some: NumberSet) -> NDArray[np.int64]:
        """How often each of some of the documents holds the phrase."""
        return self._counts.take(self.documents.places(some))


def find_phrase(slots: Sequence[Slot], size: int, check: Callable[[], None]) -> PhraseOccurrences:
    """Find the documents (numbers below `size`) that hold a term of every slot, then compare positions in these only.

    Places are moved back by the distance of their slot from the first one: a phrase stands where the places of all
    slots meet. Rare slots come first, so that ever fewer documents are left. `check` is called between the steps, and
    may raise.
    """
    held = [(unite([term.documents for term in terms], size), number, terms) for number, terms in slots]
    held.sort(key=lambda slot: len(slot[0]))
    documents = reduce(NumberSet.__and__, (holders for holders, _, _ in held)) if held else NumberSet.empty(size)
    starts: Places | None = None
    for _, number, terms in held:
        check()
        if not len(documents):
            break
        places = merged([places_of(term, documents) for term in terms]) - (number - slots[0][0])
        starts = places if starts is None else in_both(starts, places)
        documents = documents & NumberSet(size, distinct(starts.compress(starts >= 0) >> 32))
    if starts is None or not len(documents):
        return PhraseOccurrences(NumberSet.empty(size), np.empty(0, np.int64))
    found = tallied(starts >> 32)
    return PhraseOccurrences(NumberSet(size, found.values), found.counts)


def places_of(term: Occurrences, documents: NumberSet) -> Places:
    """Where a term stands in some documents, ascending."""
    found = term.positions(documents & term.documents)
    places = np.repeat(found.documents.astype(np.int64) << 32, np.diff(found.offsets))
    places += found.positions
    return places


def merged(places: Sequence[Places]) -> Places:
    """Ascending places as one ascending array without repetitions."""
    return places[0] if len(places) == 1 else distinct(np.sort(np.concatenate(places), kind="stable"))


def in_both(a: Places, b: Places) -> Places:
    """The places that are in both of two ascending arrays; a stable sort merges them in linear time."""
    both = np.sort(np.concatenate([a, b]), kind="stable")
    return both[1:].compress(~firsts(both)[1:])
