"""Words and streams of bits go in; ones, and the numbers that bits make, come out.

Counting the ones of whole words finds one of them without looking at those before it (González et al., "Practical
implementation of rank and select queries", WEA 2005).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.columnar.kernels.compiled import compiled

Bytes = NDArray[np.uint8]

U = np.uint64


@compiled
def count_ones(word: np.uint64) -> int:
    """The number of ones in a word; LLVM knows this form, and makes one instruction of it."""
    word = word - ((word >> U(1)) & U(0x5555555555555555))
    word = (word & U(0x3333333333333333)) + ((word >> U(2)) & U(0x3333333333333333))
    word = (word + (word >> U(4))) & U(0x0F0F0F0F0F0F0F0F)
    return int(np.int64((word * U(0x0101010101010101)) >> U(56)))


@compiled
def lowest(word: np.uint64) -> int:
    """Which bit of a word is the lowest one."""
    return count_ones((word & (~word + U(1))) - U(1))


@compiled
def window(stream: Bytes, at: int) -> np.uint64:
    """The bits from `at` to the end of the eight bytes that begin with its byte, zeros above them.

    The places are unsigned, so that no code is made for negative ones, and the bytes are read as one word.
    """
    byte = U(at) >> U(3)
    word = U(stream[byte]) | U(stream[byte + U(1)]) << U(8)
    word |= U(stream[byte + U(2)]) << U(16) | U(stream[byte + U(3)]) << U(24)
    word |= U(stream[byte + U(4)]) << U(32) | U(stream[byte + U(5)]) << U(40)
    word |= U(stream[byte + U(6)]) << U(48) | U(stream[byte + U(7)]) << U(56)
    return word >> (U(at) & U(7))


@compiled
def following(at: int) -> int:
    """The first bit after the window of a bit; it begins a byte, so that its own window is a whole word."""
    return (at & -8) + 64


@compiled
def number_at(stream: Bytes, at: int, width: int) -> int:
    """The number in the `width` bits, at most 57, from `at` on."""
    return int(np.int64(window(stream, at) & ((U(1) << U(width)) - U(1))))


@compiled
def next_one(stream: Bytes, at: int, end: int) -> int:
    """The first one from bit `at` on, `end` where there is none before."""
    while at < end:
        ones = window(stream, at)
        if ones:
            return min(at + lowest(ones), end)
        at = following(at)
    return end


@compiled
def later_one(stream: Bytes, at: int, skipped: int) -> int:
    """The first one from bit `at` on after so many others; there is one."""
    ones = window(stream, at)
    count = count_ones(ones)
    while count <= skipped:
        skipped -= count
        at = following(at)
        ones = window(stream, at)
        count = count_ones(ones)
    for _ in range(skipped):
        ones &= ones - U(1)
    return at + lowest(ones)
