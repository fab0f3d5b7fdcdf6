"""Rows of paragraphs or articles and the facet values that each carries go in; how many carry each value comes out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.columnar.kernels.compiled import compiled

Numbers = NDArray[np.int32]
Ints = NDArray[np.int64]
Column = NDArray[np.integer]


@compiled
def tally(ascending: Ints) -> tuple[Ints, Ints]:
    """The different numbers of an ascending array, and how often each is there."""
    values, counts = np.empty(len(ascending), np.int64), np.zeros(len(ascending), np.int64)
    found = -1
    for number in ascending:
        if found < 0 or number != values[found]:
            found += 1
            values[found] = number
        counts[found] += 1
    return values[: found + 1], counts[: found + 1]


@compiled
def pairs_of(rows: Numbers, offsets: Column, values: Column) -> tuple[Ints, Ints]:
    """The values of some rows, row by row, and for each the place among `rows` of the one that carries it.

    Row r carries `values[offsets[r]:offsets[r + 1]]`, ascending.
    """
    size = 0
    for row in rows:
        size += offsets[row + 1] - offsets[row]
    places, carried = np.empty(size, np.int64), np.empty(size, np.int64)
    found = 0
    for place in range(len(rows)):
        for entry in range(offsets[rows[place]], offsets[rows[place] + 1]):
            places[found], carried[found] = place, values[entry]
            found += 1
    return places, carried


@compiled
def count_rows(rows: Numbers, offsets: Column, values: Column, size: int) -> Ints:
    """How many of some rows carry each of the values, which are numbers below `size`."""
    counts = np.zeros(size, np.int64)
    for row in rows:
        for entry in range(offsets[row], offsets[row + 1]):
            counts[values[entry]] += 1
    return counts


@compiled
def count_groups(rows: Numbers, groups: Numbers, offsets: Column, values: Column, size: int) -> tuple[Ints, Ints]:
    """In how many groups, and by how many of some rows, each of the values is carried.

    `groups` has the group of every row, not only of these; the rows of a group follow one another.
    """
    in_groups, in_rows, last = np.zeros(size, np.int64), np.zeros(size, np.int64), np.full(size, -1, np.int32)
    for row in rows:
        group = groups[row]
        for entry in range(offsets[row], offsets[row + 1]):
            value = values[entry]
            in_rows[value] += 1
            in_groups[value] += last[value] != group
            last[value] = group
    return in_groups, in_rows


@compiled
def largest(counts: Ints, limit: int) -> Ints:
    """The places of the `limit` largest numbers, largest first, equal ones in their order."""
    best = np.empty(limit, np.int64)
    filled = 0
    for place in range(len(counts)):
        count = counts[place]
        if filled < limit or (limit and count > counts[best[filled - 1]]):
            at = min(filled, limit - 1)
            while at > 0 and counts[best[at - 1]] < count:
                best[at] = best[at - 1]
                at -= 1
            best[at] = place
            filled = min(filled + 1, limit)
    return best[:filled]
