"""Rows that stand in runs, one run after the other, and a flag for each row go in; what holds for the runs comes out.

`np.logical_or.reduceat` takes longer the fewer flags are set. Here flags are bits, 64 to a word, and every bit is
spread to the rows after it in its run, by twice as many rows each time: a few operations on words, however long the
runs and whatever the flags.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.columnar.sets import Mask

Words = NDArray[np.uint64]


class Runs:
    """Runs of rows; run r has the rows from `bounds[r]` to before `bounds[r + 1]`, and may be empty."""

    def __init__(self, bounds: NDArray[np.integer]) -> None:
        sizes = np.diff(bounds)
        self._size = int(bounds[-1])
        self._last = bounds[1:].astype(np.int32) - 1
        self._filled = None if sizes.all() else sizes > 0
        places = np.arange(self._size) - np.repeat(bounds[:-1], sizes)
        longest = int(sizes.max(initial=0))
        # For each distance the rows that have a row so far before them in their run.
        self._reach = [(1 << n, packed(places >= 1 << n)) for n in range(max(longest - 1, 0).bit_length())]

    def any(self, flags: Mask) -> Mask:
        """For each run whether a row of it is flagged."""
        if not self._size:
            return np.zeros(len(self._last), np.bool_)
        found = unpacked(self._spread(packed(flags)), self._size).take(self._last, mode="clip")
        return found if self._filled is None else found & self._filled

    def first(self, flags: Words) -> Words:
        """The flags, as bits, without those that come after another one in their run."""
        if not self._reach:
            return flags
        before = shifted(self._spread(flags), 1) & self._reach[0][1]
        return flags & ~before

    def _spread(self, words: Words) -> Words:
        """For each row whether it or a row before it in its run is flagged."""
        for distance, reach in self._reach:
            words = words | (shifted(words, distance) & reach)
        return words


def packed(flags: Mask) -> Words:
    """Flags as bits, the first one in the least significant bit of the first word; after the last one comes a zero."""
    words = np.zeros(len(flags) // 64 + 1, "<u8")
    words.view(np.uint8)[: -(-len(flags) // 8)] = np.packbits(flags, bitorder="little")
    return words


def unpacked(words: Words, size: int) -> Mask:
    """The first `size` bits as flags."""
    return np.unpackbits(words.view(np.uint8), count=size, bitorder="little").view(np.bool_)


def shifted(words: Words, distance: int) -> Words:
    """The bits moved to places that are `distance` (at least 1) higher."""
    whole, rest = divmod(distance, 64)
    moved = np.zeros_like(words)
    moved[whole:] = words[: len(words) - whole] << np.uint64(rest)
    if rest:
        moved[whole + 1 :] |= words[: max(len(words) - whole - 1, 0)] >> np.uint64(64 - rest)
    return moved
