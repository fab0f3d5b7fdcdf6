"""Sets of numbers below a size, of documents or of articles, go in; their combinations come out.

Few numbers are held as an ascending array, many as a bit for each number below the size, so that a rare term costs
what it holds and a common one a few operations on words. Either form is made from the other when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.columnar.kernels import sets as kernels

Numbers = NDArray[np.int32]
# Bit n of a set is bit n % 64, counted from the least significant, of word n // 64; bits from the size on are zero.
Words = NDArray[np.uint64]

# A number takes the room of so many bits.
WIDTH = 32
# Finding a number among others by strides costs as much as setting the bits of this many.
STRIDE_COST = 16


class NumberSet:
    """An immutable set of numbers below `size`: of ascending `numbers`, or of the `count` bits set in `words`."""

    __slots__ = ("_count", "_numbers", "_words", "size")

    def __init__(
        self, size: int, numbers: Numbers | None = None, words: Words | None = None, count: int | None = None
    ) -> None:
        self.size = size
        self._numbers = numbers
        self._words = words
        self._count = count if numbers is None else len(numbers)

    @staticmethod
    def empty(size: int) -> NumberSet:
        """No number."""
        return NumberSet(size, np.empty(0, np.int32))

    @staticmethod
    def everything(size: int) -> NumberSet:
        """All numbers below the size."""
        words = np.full((size + 63) >> 6, ~np.uint64(0))
        if size & 63:
            words[-1] = (1 << (size & 63)) - 1
        return NumberSet(size, words=words, count=size)

    @staticmethod
    def flagged(flags: NDArray[np.bool_]) -> NumberSet:
        """The numbers of true flags."""
        return NumberSet(len(flags), np.flatnonzero(flags).astype(np.int32))

    @property
    def numbers(self) -> Numbers:
        """The numbers, ascending."""
        if self._numbers is None:
            self._numbers = kernels.numbers_of(self.words, len(self))
        return self._numbers

    @property
    def words(self) -> Words:
        """The numbers as bits."""
        if self._words is None:
            words = np.zeros((self.size + 63) >> 6, np.uint64)
            kernels.set_bits(words, self.numbers)
            self._words = words
        return self._words

    @property
    def many(self) -> bool:
        """Whether bits are the better form."""
        return self._numbers is None or len(self._numbers) * WIDTH > self.size

    @property
    def whole(self) -> bool:
        """Whether every number below the size is in the set."""
        return len(self) == self.size

    def __len__(self) -> int:
        if self._count is None:
            self._count = int(np.bitwise_count(self.words).sum(dtype=np.int64))
        return self._count

    def __contains__(self, number: int) -> bool:
        return bool(self.words[number >> 6] >> np.uint64(number & 63) & np.uint64(1))

    def __and__(self, other: NumberSet) -> NumberSet:
        if self is other or other.whole:
            return self
        if self.whole:
            return other
        if self.many and other.many:
            return NumberSet(self.size, words=self.words & other.words)
        few, rest = (other, self) if self.many or (not other.many and len(other) < len(self)) else (self, other)
        return few._chosen(rest, wanted=True)

    def __sub__(self, other: NumberSet) -> NumberSet:
        if not len(other):
            return self
        if self.many:
            return NumberSet(self.size, words=self.words & ~other.words)
        return self._chosen(other, wanted=False)

    def _chosen(self, other: NumberSet, wanted: bool) -> NumberSet:
        """Those of few numbers that are in another set or, if not `wanted`, that are not."""
        if other.many or len(other) < len(self) * STRIDE_COST:
            return NumberSet(self.size, kernels.with_bits(self.numbers, other.words, wanted))
        there = self.places_of(other) >= 0
        return NumberSet(self.size, self.numbers.compress(there if wanted else ~there))

    def places_of(self, others: NumberSet) -> NDArray[np.int32]:
        """Where each of its numbers is among others, -1 where it is not."""
        return kernels.places_of(self.numbers, others.numbers)


def unite(sets: Sequence[NumberSet], size: int) -> NumberSet:
    """What is in any of some sets."""
    filled = [each for each in sets if len(each)]
    if len(filled) < 2:
        return filled[0] if filled else NumberSet.empty(size)
    words = np.zeros((size + 63) >> 6, np.uint64)
    for each in filled:
        if each.many:
            words |= each.words
        else:
            kernels.set_bits(words, each.numbers)
    return NumberSet(size, words=words)
