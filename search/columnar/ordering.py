"""Columns of sort keys go in, the first rows in their order come out, without sorting the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.columnar.sets import Places

# The values of one sort key, ascending, for some rows.
Key: TypeAlias = Callable[[Places], NDArray[Any]]


def leading(keys: Sequence[Key], size: int, count: int) -> Places:
    """The first `count` of `size` rows by the first key, ties by the next and so on, in that order.

    A key is asked only for the rows that tie so far. Linear in the rows, plus sorting what is returned.
    """
    rows = np.arange(size)
    chosen = [np.empty(0, np.intp)]
    for key in keys:
        if len(rows) <= count or not count:
            break
        column = key(rows)
        last = np.partition(column, count - 1)[count - 1]
        before = rows.compress(column < last)
        rows = rows.compress(column == last)
        chosen.append(before)
        count -= len(before)
    best = np.concatenate([*chosen, rows[:count]])
    return best[np.lexsort([key(best) for key in reversed(keys)])]


def largest(counts: NDArray[np.integer], limit: int) -> Places:
    """The places of the `limit` largest numbers, largest first, equal ones in their order."""
    return leading([lambda rows: -counts.take(rows), lambda rows: rows], len(counts), limit)
