"""A facet field of all segments goes in; which values articles and paragraphs carry, counted, comes out.

The columns of a segment tell the values of each row (a paragraph or an article), and few rows are counted from there.
Many rows are counted the other way round, by the rows of each value: a flag is looked up for each of these, and the
flags are counted value by value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns import Segment
from index.columns.bits import BitCounts
from index.columns.lazy import lazy
from search.columnar.runs import Runs, Words, packed
from search.columnar.sets import Mask, NumberSet, Tally, distinct, firsts, lookup, tallied

Ints = NDArray[np.int64]
# Reading the values of a row costs as much as looking up the flags of about this many.
ROW_COST = 20
# Sorting a number costs as much as counting to this many.
SORT_COST = 8
NOTHING = Tally(np.empty(0, np.int64), np.empty(0, np.int64))


class ByValue(NamedTuple):
    """Rows value by value: those of value v are `rows[bounds[v]:bounds[v + 1]]`, ascending."""

    rows: NDArray[np.int32]
    bounds: Ints

    def tally(self, flags: Words) -> Tally:
        """How many flags are set of each value, given one for each of `rows`."""
        counts = np.diff(BitCounts(flags.view(np.uint8)).before(self.bounds))
        values = np.flatnonzero(counts)
        return Tally(values, counts.take(values))


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
        self.size = size
        self.groups = groups

    def of(self, rows: NDArray[np.integer]) -> NDArray[np.integer]:
        """The values of some rows, row by row."""
        starts = self._offsets.take(rows)
        sizes = self._offsets.take(rows + 1) - starts
        entries = np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
        entries += np.arange(len(entries), dtype=entries.dtype)
        return self._values.take(entries)

    def pairs(self, rows: NDArray[np.integer]) -> tuple[Ints, NDArray[np.integer]]:
        """The values of some rows, row by row, and for each the place among `rows` of the one that carries it."""
        sizes = self._offsets.take(rows + 1) - self._offsets.take(rows)
        return np.repeat(np.arange(len(rows)), sizes), self.of(rows)

    @lazy
    def by_value(self) -> ByValue:
        """The rows that carry each value."""
        carriers = np.repeat(np.arange(len(self._offsets) - 1, dtype=np.int32), np.diff(self._offsets))
        ends = np.cumsum(np.bincount(self._values, minlength=self.size))
        return ByValue(carriers.take(np.argsort(self._values, kind="stable")), np.concatenate(([0], ends)))

    @lazy
    def total(self) -> Tally:
        """In how many groups each value is carried."""
        return self.tally(np.ones(len(self.by_value.rows), np.bool_))

    def tally(self, flags: Mask) -> Tally:
        """In how many groups flagged rows carry each value, given a flag for each of the rows by value."""
        words = packed(flags)
        return self.by_value.tally(words if self.groups is None else self._runs.first(words))

    @lazy
    def _runs(self) -> Runs:
        """The runs of rows in `by_value` that carry one value in one group."""
        carriers, bounds = self.by_value
        first = firsts(carriers if self.groups is None else self.groups.take(carriers))
        first[bounds[:-1].compress(np.diff(bounds) > 0)] = True
        return Runs(np.append(np.flatnonzero(first), len(first)))


class Carried:
    """The values that some rows carry, worked out as far as they are asked for."""

    def __init__(self, rows: Rows, some: NumberSet) -> None:
        self._rows = rows
        self._some = some
        self._many = len(some) * ROW_COST > some.size

    def tally(self) -> Tally:
        """In how many groups some rows carry each value."""
        if len(self._some) == self._some.size:
            return self._rows.total
        if not self._many:
            return self._by_row if self._rows.groups is None else combined([self._by_row, *self._repeated()])
        return self._rows.tally(self._flags)

    def count(self, values: Ints) -> Ints:
        """How many of some rows carry each of some values."""
        if not self._many:
            return counts_of(self._by_row, values)
        bounds = self._rows.by_value.bounds
        if len(self._some) == self._some.size:
            return bounds.take(values + 1) - bounds.take(values)
        spans = zip(bounds.take(values).tolist(), bounds.take(values + 1).tolist(), strict=True)
        return np.array([np.count_nonzero(self._flags[a:b]) for a, b in spans], np.int64)

    @lazy
    def _flags(self) -> Mask:
        """For each of the rows by value whether it is one of some."""
        return lookup(self._some.flags, self._rows.by_value.rows)

    @lazy
    def _by_row(self) -> Tally:
        """How many rows carry each value."""
        return tallied_values(self._rows.of(self._some.numbers), self._rows.size)

    def _repeated(self) -> Sequence[Tally]:
        """What has to be added where several of the rows are of one group: less for each time they repeat a value."""
        if self._rows.groups is None:
            return ()
        groups = self._rows.groups.take(self._some.numbers)
        first = np.append(firsts(groups), True)
        shared = ~(first[:-1] & first[1:])
        if not shared.any():
            return ()
        rows = self._some.numbers.compress(shared)
        places, values = self._rows.pairs(rows)
        by_row, by_group = (
            tallied_values(values, self._rows.size),
            count_distinct(groups.compress(shared).take(places), values, self._rows.size),
        )
        return Tally(by_row.values, -by_row.counts), by_group


def tallied_values(values: NDArray[np.integer], size: int) -> Tally:
    """The different values, numbers below `size`, of any, and how often each is there."""
    if len(values) * SORT_COST < size:
        return tallied(np.sort(values))
    counts = np.bincount(values, minlength=size)
    different = np.flatnonzero(counts)
    return Tally(different, counts.take(different))


def count_distinct(groups: NDArray[np.integer], values: NDArray[np.integer], size: int) -> Tally:
    """With how many different groups each value, a number below `size`, is paired."""
    pairs = np.sort(groups.astype(np.int64) * size + values)
    return tallied(np.sort(distinct(pairs) % size)) if len(pairs) else NOTHING


def combined(tallies: Sequence[Tally]) -> Tally:
    """The sums of several tallies, without those that are 0."""
    if len(tallies) == 1:
        return tallies[0]
    values = np.concatenate([NOTHING.values, *(tally.values for tally in tallies)])
    order = np.argsort(values, kind="stable")
    values = values.take(order)
    starts = np.flatnonzero(firsts(values))
    if not len(starts):
        return NOTHING
    counts = np.add.reduceat(np.concatenate([tally.counts for tally in tallies]).take(order), starts)
    return Tally(values.take(starts.compress(counts > 0)), counts.compress(counts > 0))


def located(values: Ints, ascending: NDArray[np.integer]) -> tuple[Ints, Mask]:
    """Where each of some values is or would be in a sorted array, and whether it is there."""
    places = ascending.searchsorted(values)
    if not len(ascending):
        return places, np.zeros(len(values), np.bool_)
    return places, ascending.take(places, mode="clip") == values


def counts_of(tally: Tally, values: Ints) -> Ints:
    """How often each of some values is there."""
    places, there = located(values, tally.values)
    counts = np.zeros(len(values), np.int64)
    counts[there] = tally.counts.take(places.compress(there))
    return counts


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
    def numbers_of(self) -> list[Ints]:
        """For each segment the numbers over all segments of its own values, ascending."""
        return [np.fromiter(map(self.numbers.__getitem__, names), np.int64, len(names)) for names in self._names]
