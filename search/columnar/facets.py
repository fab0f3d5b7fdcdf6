"""A facet field of all segments goes in; which values articles and paragraphs carry, counted, comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns import Segment
from index.columns.lazy import lazy
from search.columnar.kernels import counting as kernels
from search.columnar.sets import NumberSet

Ints = NDArray[np.int64]
# Sorting a value costs as much as counting to this many.
SORT_COST = 8


class Tally(NamedTuple):
    """Different values, ascending, and how often each is there."""

    values: Ints
    counts: Ints


class Tallies(NamedTuple):
    """The different values of some rows, and how many groups of these and how many of these carry each."""

    values: Ints
    groups: Ints
    rows: Ints


class Rows:
    """Which values each row carries: `values[offsets[r]:offsets[r + 1]]`, numbers below `size`.

    `groups` (ascending) is the group that each row belongs to, None where each is its own.
    """

    def __init__(
        self,
        offsets: NDArray[np.integer],
        values: NDArray[np.integer],
        size: int,
        groups: NDArray[np.int32] | None = None,
    ) -> None:
        self._offsets = offsets
        self._values = values
        self._size = size
        self._groups = groups

    def pairs(self, rows: NDArray[np.int32]) -> tuple[Ints, Ints]:
        """The values of some rows, row by row, and for each the place among `rows` of the one that carries it."""
        return kernels.pairs_of(rows, self._offsets, self._values)

    def count(self, some: NumberSet) -> Tallies:
        """Count the values of some rows: few by sorting, which costs the same however many values there are."""
        if some.whole:
            return self._total
        rows = some.numbers
        if len(rows) * SORT_COST < self._size:
            return self._sorted(rows)
        return self._counted(rows)

    @lazy
    def _total(self) -> Tallies:
        return self._counted(np.arange(len(self._offsets) - 1, dtype=np.int32))

    def _sorted(self, rows: NDArray[np.int32]) -> Tallies:
        places, values = self.pairs(rows)
        carried, in_rows = kernels.tally(np.sort(values))
        if self._groups is None:
            return Tallies(carried, in_rows, in_rows)
        return Tallies(carried, count_distinct(self._groups.take(rows).take(places), values).counts, in_rows)

    def _counted(self, rows: NDArray[np.int32]) -> Tallies:
        if self._groups is None:
            in_rows = in_groups = kernels.count_rows(rows, self._offsets, self._values, self._size)
        else:
            in_groups, in_rows = kernels.count_groups(rows, self._groups, self._offsets, self._values, self._size)
        carried = in_rows.nonzero()[0]
        return Tallies(carried, in_groups.take(carried), in_rows.take(carried))


def count_distinct(groups: NDArray[np.integer], values: Ints) -> Tally:
    """The different values, and with how many different groups each is paired; both are below 2**31."""
    pairs = np.unique(values << 32 | groups)
    return Tally(*kernels.tally(pairs >> 32))


def combined(tallies: Sequence[Tally]) -> Tally:
    """The sums of several tallies, without those that are 0."""
    if len(tallies) == 1:
        return tallies[0]
    values, places = np.unique(
        np.concatenate([np.empty(0, np.int64), *(t.values for t in tallies)]), return_inverse=True
    )
    counts = np.zeros(len(values), np.int64)
    np.add.at(counts, places, np.concatenate([np.empty(0, np.int64), *(t.counts for t in tallies)]))
    return Tally(values.compress(counts > 0), counts.compress(counts > 0))


def counts_of(tally: Tally, values: Ints) -> Ints:
    """How often each of some values is there."""
    if not len(tally.values):
        return np.zeros(len(values), np.int64)
    places = tally.values.searchsorted(values)
    there = tally.values.take(places, mode="clip") == values
    return np.where(there, tally.counts.take(places, mode="clip"), 0)


class Facet:
    """A facet field; its values are numbered over all segments in the order of their names."""

    def __init__(self, segments: Iterable[Segment], field: str) -> None:
        columns = [(segment.values(field), segment.article_of) for segment in segments]
        self._names = [list(values.names) for values, _ in columns]
        self.articles = [Rows(v.article_offsets, v.article_values, len(v.names)) for v, _ in columns]
        self.paragraphs = [Rows(v.paragraph_offsets, v.paragraph_values, len(v.names), of) for v, of in columns]

    @lazy
    def names(self) -> list[str]:
        """The value of each number."""
        return self._names[0] if len(self._names) == 1 else sorted(set().union(*self._names))

    @lazy
    def numbers(self) -> dict[str, int]:
        """The number of each value."""
        return {name: number for number, name in enumerate(self.names)}

    @lazy
    def _numbers_of(self) -> list[Ints]:
        """For each segment the numbers over all segments of its own values, ascending."""
        return [np.fromiter(map(self.numbers.__getitem__, names), np.int64, len(names)) for names in self._names]

    def numbered(self, segment: int, values: Ints) -> Ints:
        """The numbers over all segments of values of one."""
        return values if len(self._names) == 1 else self._numbers_of[segment].take(values)
