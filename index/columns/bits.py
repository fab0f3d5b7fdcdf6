"""Numbers of any width go in and out of a stream of bits, many at a time.

Bit n of a stream is bit n % 8, counted from the least significant, of byte n // 8; a number's least significant bit
comes first. This is the only place that shifts and masks.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints

# A number is read through a window of eight bytes that begins at the byte of its first bit.
WINDOW = 8
PART = 1 << 14


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
