"""Numbers of any width go in and out of a stream of bits, many at a time.

Bit n of a stream is bit n % 8, counted from the least significant, of byte n // 8; a number's least significant bit
comes first. This is the only place that shifts and masks.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds

# A number is read through a window of eight bytes that begins at the byte of its first bit.
WINDOW = 8
# From about this count on unpacking by lanes is faster than by places.
FEW = 4096
PART = 1 << 14
# A number has at most so many bits.
WIDEST = 8 * WINDOW - 7


def bit_length(values: Ints) -> Ints:
    """How many bits hold each value (0 for 0); exact below 2**53."""
    return np.frexp(values)[1].astype(np.int64)


def pack(values: NDArray[np.integer], starts: Ints, widths: Ints | int, size: int) -> NDArray[np.uint8]:
    """A stream of `size` bytes with `values[i]` in the `widths[i]` bits from bit `starts[i]` on, and zeros elsewhere.

    `starts` ascend, the bits of different values do not overlap, and no value is wider than its width.
    """
    words, all_widths = np.zeros(size // 8 + 2, np.uint64), np.broadcast_to(widths, starts.shape)
    for part in parts(len(starts)):
        bits, start, width = values[part].astype(np.uint64), starts[part], all_widths[part]
        word, shift = start >> 6, (start & 63).astype(np.uint64)
        firsts = np.flatnonzero(np.diff(word, prepend=-1))
        words[word[firsts]] |= np.bitwise_or.reduceat(bits << shift, firsts)
        split = np.flatnonzero((start & 63) + width > 64)
        words[word[split] + 1] |= bits[split] >> (np.uint64(64) - shift[split])
    return words.astype("<u8", copy=False).view(np.uint8)[:size]


def pack_ones(places: Ints, size: int) -> NDArray[np.uint8]:
    """A stream of `size` bytes with ones at the bits `places`, ascending, and zeros elsewhere."""
    return pack(np.broadcast_to(np.int64(1), places.shape), places, 1, size)


def unpack(stream: NDArray[np.uint8], starts: Ints, widths: NDArray[np.integer] | int) -> Ints:
    """The numbers of `widths` (at most 57) bits that begin at bits `starts`.

    `stream` is contiguous and goes on for `WINDOW` bytes after the last number.
    """
    windows = np.ndarray((len(stream) - WINDOW + 1,), "<u8", stream.data, strides=(1,))
    numbers, all_widths = np.empty(len(starts), np.int64), np.broadcast_to(widths, starts.shape)
    for part in parts(len(starts)):
        start, masks = starts[part], (np.int64(1) << all_widths[part]) - 1
        numbers[part] = (windows[start >> 3] >> (start & 7).astype(np.uint64)).view(np.int64) & masks
    return numbers


def parts(count: int) -> Iterator[slice]:
    """Parts of an array of `count` numbers that fit the cache with everything that is made of them."""
    return (slice(start, start + PART) for start in range(0, count, PART))


def unpack_run(stream: NDArray[np.uint8], count: int, width: int) -> Ints:
    """`count` numbers of `width` bits that follow one another from the first bit on: what `unpack` would give."""
    if count < FEW:
        return unpack(stream, np.arange(count) * width, width)
    # Eight numbers take `width` whole bytes: the k-th of every eight lie at equal distances, behind equal shifts.
    rows, mask = count // 8, np.uint64((1 << width) - 1)
    numbers = np.empty((rows, 8), np.uint64)
    for lane in range(8):
        windows: NDArray[np.uint64] = np.ndarray((rows,), "<u8", stream.data, lane * width >> 3, (width,))
        np.bitwise_and(windows >> np.uint64(lane * width & 7), mask, out=numbers[:, lane])
    rest = unpack(stream, np.arange(8 * rows, count) * width, width)
    return np.concatenate((numbers.view(np.int64).ravel(), rest))


def ones(stream: NDArray[np.uint8], start: int, count: int) -> Ints:
    """Where the ones are among the `count` bits from bit `start` on, counted from `start`, ascending."""
    flags = np.unpackbits(stream[start >> 3 : (start + count + 7) >> 3], bitorder="little")
    return np.flatnonzero(flags[start & 7 :][:count].view(np.bool_))


class BitCounts:
    """The ones of a stream, counted once to be found many times.

    This is rank and select by counts of words (González et al., "Practical implementation of rank and select
    queries", WEA 2005). Only whole words count: what is asked for lies before the last `WINDOW` bytes.
    """

    def __init__(self, stream: NDArray[np.uint8]) -> None:
        self._words = np.frombuffer(stream.data, "<u8", len(stream) // 8)
        self._before = bounds(np.bitwise_count(self._words))

    def before(self, places: Ints) -> Ints:
        """How many ones there are before each bit."""
        words = places >> 6
        below = (np.uint64(1) << (places & 63).astype(np.uint64)) - np.uint64(1)
        within: Ints = np.bitwise_count(self._words.take(words) & below).astype(np.int64)
        return self._before.take(words) + within

    def find(self, numbers: Ints) -> Ints:
        """Where the ones of these numbers are, counted from 0."""
        words = self._before.searchsorted(numbers, side="right") - 1
        rest, word = numbers - self._before.take(words), self._words.take(words, mode="clip")
        places = words << 6
        for half in (32, 16, 8, 4, 2, 1):
            count = np.bitwise_count(word & np.uint64((1 << half) - 1))
            upper = rest >= count
            rest -= np.where(upper, count, 0)
            places += np.where(upper, half, 0)
            word = np.where(upper, word >> np.uint64(half), word)
        return places
