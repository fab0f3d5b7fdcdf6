"""The coded postings of one term go in, as much of them as is asked for comes out decoded.

index/columns/coding.py says how they are coded. A term that is in most documents is asked for its frequencies and
positions in few of them when it is searched together with a rare one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds
from index.columns.bits import WIDEST, WINDOW, BitCounts, ones, unpack, unpack_run
from index.columns.lazy import lazy

# Finding a one by counting costs as much as reading this many bits.
SELECT_COST = 96


class Positions(NamedTuple):
    """Where a term stands: in `documents[i]` (int32, ascending) at `positions[offsets[i]:offsets[i + 1]]`."""

    documents: NDArray[np.int32]
    offsets: Ints
    positions: NDArray[np.int32]


@dataclass(frozen=True)
class TermPostings:
    """One term of a segment of `size` documents: in `count` of them, `frequency` times in all.

    `position_bits[d]` is the number of bits of each position in document d, None in a field without positions. What
    has been decoded whole is kept: an instance is meant to live as long as a query.
    """

    stream: NDArray[np.uint8]
    size: int
    count: int
    frequency: int
    position_bits: NDArray[np.uint8] | None

    @property
    def dense(self) -> bool:
        """Whether the documents are a plain bitmap; see `coding.is_dense`."""
        return 4 * self.count >= self.size

    @property
    def _low_bits(self) -> int:
        return 0 if self.dense else (self.size // self.count).bit_length() - 1

    @property
    def _high_at(self) -> int:
        return self.count * self._low_bits

    @property
    def _frequencies_at(self) -> int:
        return self._high_at + (self.size if self.dense else self.count + ((self.size - 1) >> self._low_bits))

    @property
    def _positions_at(self) -> int:
        return self._frequencies_at + (self.frequency if self.frequency > self.count else 0)

    def flags(self) -> NDArray[np.bool_]:
        """For each document of the segment whether it holds the term; the quick way if `dense`."""
        if self.dense:
            flags = np.unpackbits(self.stream[: (self.size + 7) >> 3], count=self.size, bitorder="little")
            return flags.view(np.bool_)
        holds = np.zeros(self.size, np.bool_)
        holds[self.documents] = True
        return holds

    @lazy
    def documents(self) -> NDArray[np.int32]:
        """The documents, ascending."""
        high = ones(self.stream, self._high_at, self._frequencies_at - self._high_at)
        if not self.dense:
            high -= np.arange(self.count)
        if width := self._low_bits:
            high = (high << width) | unpack_run(self.stream, self.count, width)
        return high.astype(np.int32)

    def frequencies(self, places: Ints | None = None) -> NDArray[np.int32]:
        """How often the documents hold the term, all or only those at some places among `documents`."""
        if self.count == self.frequency:
            return np.ones(self.count if places is None else len(places), np.int32)
        if places is None:
            return self._frequencies
        if len(places) * SELECT_COST > self.frequency:
            return self._frequencies.take(places)
        first = places + int(self._ones.before(np.array([self._frequencies_at]))[0])
        starts = self._ones.find(first)
        after = unpack(self.stream, starts + 1, WIDEST)
        frequencies = np.bitwise_count((after & -after) - 1).astype(np.int64) + 1
        far = np.flatnonzero(after == 0)
        frequencies[far] = self._ones.find(first.take(far) + 1) - starts.take(far)
        # What comes after the last occurrence is something else.
        ends: Ints = np.minimum(starts + frequencies, self._positions_at)
        return (ends - starts).astype(np.int32)

    @lazy
    def _frequencies(self) -> NDArray[np.int32]:
        first = ones(self.stream, self._frequencies_at, self.frequency)
        frequencies = np.empty(self.count, np.int32)
        np.subtract(first[1:], first[:-1], out=frequencies[:-1], casting="unsafe")
        frequencies[-1] = self.frequency - first[-1]
        return frequencies

    @lazy
    def _ones(self) -> BitCounts:
        """The ones of everything but the positions."""
        return BitCounts(self.stream[: (self._positions_at >> 3) + WINDOW])

    def places(self, documents: NDArray[np.integer]) -> Ints:
        """Where documents that hold the term are among `documents`."""
        if self.dense:
            return self._ones.before(documents.astype(np.int64))
        return self.documents.searchsorted(documents)

    def positions(self, places: Ints | None = None) -> Positions:
        """Where the term stands, in all its documents or only in those at some ascending places among them."""
        if self.position_bits is None:
            raise ValueError("this field has no positions")
        documents, counts = self.documents, self.frequencies()
        widths = self.position_bits.take(documents)
        sizes = counts * widths
        ends = np.cumsum(sizes, dtype=np.int64)
        if places is not None:
            documents, counts, widths = documents.take(places), counts.take(places), widths.take(places)
            sizes, ends = sizes.take(places), ends.take(places)
        offsets = bounds(counts)
        # Where the first occurrence of all would be, if all took as many bits as those in this document.
        origins = self._positions_at + ends - sizes - offsets[:-1] * widths
        rows = np.repeat(np.arange(len(counts)), counts)
        width = widths.take(rows)
        starts = np.arange(len(rows)) * width + origins.take(rows)
        return Positions(documents, offsets, unpack(self.stream, starts, width).astype(np.int32))
