"""The coded postings of one term go in, as much of them as is asked for comes out decoded.

index/columns/coding.py says how they are coded. A term that is in most documents is asked for its frequencies and
positions in few of them when it is searched together with a rare one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds, spans
from index.columns.bits import BitCounts, ones, unpack, unpack_run

# Finding a one by counting costs as much as reading this many bits.
SELECT_COST = 64


class Positions(NamedTuple):
    """Where a term stands: in `documents[i]` (int32, ascending) at `positions[offsets[i]:offsets[i + 1]]`."""

    documents: NDArray[np.int32]
    offsets: Ints
    positions: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class TermPostings:
    """One term of a segment of `size` documents: in `count` of them, `frequency` times in all.

    `position_bits[d]` is the number of bits of each position in document d, None in a field without positions.
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
        holds[self.documents()] = True
        return holds

    def documents(self) -> NDArray[np.int32]:
        """The documents, ascending."""
        high = ones(self.stream, self._high_at, self._frequencies_at - self._high_at)
        if not self.dense:
            high -= np.arange(self.count)
        if width := self._low_bits:
            high = (high << width) | unpack_run(self.stream, self.count, width)
        return high.astype(np.int32)

    def offsets(self) -> Ints:
        """Where the occurrences of each document begin, and where those of the last end."""
        if self.count == self.frequency:
            return np.arange(self.count + 1)
        return np.append(ones(self.stream, self._frequencies_at, self.frequency), self.frequency)

    def frequencies(self, places: Ints | None = None) -> NDArray[np.int32]:
        """How often the documents hold the term, all or only those at some places among `documents()`."""
        if self.count == self.frequency:
            return np.ones(self.count if places is None else len(places), np.int32)
        if places is None:
            return np.diff(self.offsets()).astype(np.int32)
        if len(places) * SELECT_COST > self.frequency:
            offsets = self.offsets()
            return (offsets.take(places + 1) - offsets.take(places)).astype(np.int32)
        counts = BitCounts(self.stream)
        first = places + int(counts.before(np.array([self._frequencies_at]))[0])
        ends = np.where(places == self.count - 1, self._positions_at, counts.find(first + 1))
        return (ends - counts.find(first)).astype(np.int32)

    def places(self, documents: NDArray[np.integer]) -> Ints:
        """Where documents that hold the term are among `documents()`."""
        if self.dense:
            return BitCounts(self.stream).before(documents.astype(np.int64))
        return self.documents().searchsorted(documents)

    def positions(self, places: Ints | None = None) -> Positions:
        """Where the term stands, in all its documents or only in those at some ascending places among them."""
        if self.position_bits is None:
            raise ValueError("this field has no positions")
        documents, counts = self.documents(), np.diff(self.offsets())
        widths = self.position_bits.take(documents).astype(np.int64)
        starts = self._positions_at + np.cumsum(widths * counts) - widths * counts
        if places is not None:
            documents, counts = documents.take(places), counts.take(places)
            widths, starts = widths.take(places), starts.take(places)
        width = np.repeat(widths, counts)
        bits = np.repeat(starts, counts) + spans(np.zeros_like(counts), counts) * width
        offsets = bounds(counts)
        return Positions(documents, offsets, unpack(self.stream, bits, width).astype(np.int32))
