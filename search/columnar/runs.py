"""Rows that stand in runs, one run after the other, and a flag for each row go in; what holds for the runs comes out.

`np.logical_or.reduceat` takes longer the fewer flags are set. Here every flag is spread to the rows after it in its
run, by twice as many rows each time: a few operations on bytes, however long the runs and whatever the flags.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.columnar.sets import Mask


class Runs:
    """Runs of rows; run r has the rows from `bounds[r]` to before `bounds[r + 1]`, and may be empty."""

    def __init__(self, bounds: NDArray[np.integer]) -> None:
        sizes = np.diff(bounds)
        self._filled = sizes > 0
        self._last = bounds[1:] - 1
        self._longest = int(sizes.max(initial=0))
        # The place of each row in its run, counted from 0.
        places = np.arange(len(bounds) and bounds[-1]) - np.repeat(bounds[:-1], sizes)
        self._places = places.astype(np.min_scalar_type(self._longest))

    def any(self, flags: Mask) -> Mask:
        """For each run whether a row of it is flagged."""
        if not len(flags):
            return np.zeros(len(self._filled), np.bool_)
        return self._spread(flags).take(self._last, mode="clip") & self._filled

    def first(self, flags: Mask) -> Mask:
        """The flags without those that come after another one in their run."""
        before = self._spread(flags)[:-1] & (self._places[1:] > 0)
        first = flags.copy()
        first[1:] &= ~before
        return first

    def _spread(self, flags: Mask) -> Mask:
        """For each row whether it or a row before it in its run is flagged."""
        step = 1
        while step < self._longest:
            spread = flags.copy()
            spread[step:] |= flags[:-step] & (self._places[step:] >= step)
            flags, step = spread, 2 * step
        return flags
