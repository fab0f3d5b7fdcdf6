"""The columns of a facet field in all segments go in; the values that rows of them carry, and counts, come out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.columns import Values
from search.columnar.sets import Numbers, flags

Counts = NDArray[np.int64]
# Collecting row by row pays while fewer rows are wanted than one in so many.
SPARSE = 8


class Rows:
    """Which values each row (a paragraph or an article) of a segment carries: `values[offsets[r]:offsets[r + 1]]`."""

    def __init__(self, offsets: NDArray[np.int64], values: NDArray[np.integer], distinct: int) -> None:
        self._offsets = offsets
        self._values = values
        self._distinct = distinct

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @cached_property
    def _owners(self) -> Numbers:
        """The row of each value."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self._offsets))

    @cached_property
    def _totals(self) -> Counts:
        return np.bincount(self._values, minlength=self._distinct)

    def count(self, rows: Numbers) -> Counts:
        """How many of `rows` (ascending, distinct) carry each value."""
        if 2 * len(rows) > len(self):
            others = ~flags(rows, len(self))
            return self._totals - self._count(np.flatnonzero(others).astype(np.int32))
        return self._count(rows)

    def _count(self, rows: Numbers) -> Counts:
        return np.bincount(self.of(rows), minlength=self._distinct)

    def of(self, rows: Numbers) -> NDArray[np.integer]:
        """The values of `rows` (ascending, distinct), row by row."""
        if len(rows) * SPARSE < len(self):
            return self._values.take(self._entries(rows)[0])
        return self._values.compress(flags(rows, len(self)).take(self._owners))

    def pairs(self, rows: Numbers) -> tuple[NDArray[np.intp], NDArray[np.integer]]:
        """Each value of `rows` (in any order) with the place in `rows` of what carries it."""
        entries, places = self._entries(rows)
        return places, self._values.take(entries)

    def _entries(self, rows: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        starts = self._offsets.take(rows)
        sizes = self._offsets.take(rows + 1) - starts
        places = np.repeat(np.arange(len(rows)), sizes)
        shifts = starts - (np.cumsum(sizes) - sizes)
        return np.arange(len(places)) + shifts.take(places), places


class Facet:
    """A facet field; its values are numbered over all segments in the order of their names."""

    def __init__(self, segments: Sequence[Values]) -> None:
        self._names = [each.names for each in segments]
        self.paragraphs = [paragraph_rows(each) for each in segments]
        self.articles = [article_rows(each) for each in segments]

    def __len__(self) -> int:
        return len(self.names)

    @cached_property
    def names(self) -> list[str]:
        """The value of each number."""
        return sorted({name for names in self._names for name in names})

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each value."""
        return {name: number for number, name in enumerate(self.names)}

    @cached_property
    def _numbers_of(self) -> list[NDArray[np.intp]]:
        return [np.fromiter((self.numbers[name] for name in names), np.intp, len(names)) for names in self._names]

    def add(self, segment: int, counts: Counts, total: Counts) -> None:
        """Add the counts of one segment's own value numbers to those of all segments."""
        total[self._numbers_of[segment]] += counts

    def number(self, segment: int, values: NDArray[np.integer]) -> NDArray[np.intp]:
        """The numbers over all segments of a segment's own value numbers."""
        return self._numbers_of[segment].take(values)


def paragraph_rows(values: Values) -> Rows:
    """The values of each paragraph."""
    return Rows(values.paragraph_offsets, values.paragraph_values, len(values.names))


def article_rows(values: Values) -> Rows:
    """The values of each article."""
    return Rows(values.article_offsets, values.article_values, len(values.names))
