"""Sets of numbers below a size, of documents or of articles, go in; their combinations come out.

Few numbers are held as an ascending array, many as a flag for each number below the size, so that a rare term costs
what it holds and a common one a few operations on bytes. Either form is made from the other when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.intp]
Places: TypeAlias = NDArray[np.intp]
Mask: TypeAlias = NDArray[np.bool_]
Integer = TypeVar("Integer", bound=np.integer[Any])

# Finding a number by binary search costs as much as setting or reading about this many flags.
SEARCH_COST = 16
# So many flags are cleared in the time that one is set.
CLEARED = 64
# Flags are looked up so many at a time: numpy widens the places first, and that much stays in the processor's cache.
CHUNK = 1 << 14


class NumberSet:
    """An immutable set of numbers below `size`; made of ascending `numbers`, or of `flags`, one for each number.

    `count` is how many flags are set, where that is known.
    """

    __slots__ = ("_count", "_flags", "_numbers", "size")

    def __init__(
        self, size: int, numbers: Numbers | None = None, flags: Mask | None = None, count: int | None = None
    ) -> None:
        self.size = size
        self._numbers = numbers
        self._flags = flags
        self._count = count if numbers is None else len(numbers)

    @staticmethod
    def empty(size: int) -> NumberSet:
        """No number."""
        return NumberSet(size, np.empty(0, np.intp))

    @staticmethod
    def everything(size: int) -> NumberSet:
        """All numbers below the size."""
        return NumberSet(size, flags=np.ones(size, np.bool_), count=size)

    @property
    def numbers(self) -> Numbers:
        """The numbers, ascending."""
        if self._numbers is None:
            self._numbers = np.flatnonzero(self.flags)
        return self._numbers

    @property
    def flags(self) -> Mask:
        """True for each number below the size that is in the set."""
        if self._flags is None:
            self._flags = np.zeros(self.size, np.bool_)
            self._flags[self.numbers] = True
        return self._flags

    @property
    def flagged(self) -> bool:
        """Whether there are flags already."""
        return self._flags is not None

    @property
    def many(self) -> bool:
        """Whether flags are the better form."""
        return self.flagged or len(self) * SEARCH_COST > self.size

    def __len__(self) -> int:
        if self._count is None:
            self._count = int(np.count_nonzero(self.flags))
        return self._count

    def has(self, numbers: NDArray[np.integer]) -> Mask:
        """Whether each of some numbers is in the set."""
        if not self.flagged and len(numbers) * SEARCH_COST < max(len(self), self.size // CLEARED):
            return search(numbers, self.numbers)
        return lookup(self.flags, numbers)

    def places(self, some: NumberSet) -> Numbers:
        """Where the numbers of `some`, all in this set, are among its own."""
        if len(some) * SEARCH_COST < len(self):
            return self.numbers.searchsorted(some.numbers)
        return np.flatnonzero(some.has(self.numbers))

    def keep(self, mask: Mask) -> NumberSet:
        """The numbers that a mask, with one entry for each, keeps."""
        return self if mask.all() else NumberSet(self.size, self.numbers.compress(mask))

    def __and__(self, other: NumberSet) -> NumberSet:
        if self is other:
            return self
        if self.flagged and other.flagged:
            return NumberSet(self.size, flags=self.flags & other.flags)
        if self.flagged or (not other.flagged and len(other) < len(self)):
            return other & self
        return self.keep(other.has(self.numbers))

    def __sub__(self, other: NumberSet) -> NumberSet:
        if not len(other):
            return self
        if not self.flagged:
            return self.keep(~other.has(self.numbers))
        flags = self.flags.copy()
        flags[other.flags if other.flagged else other.numbers] = False
        return NumberSet(self.size, flags=flags)


def unite(sets: Sequence[NumberSet], size: int) -> NumberSet:
    """What is in any of some sets."""
    filled = [each for each in sets if len(each)]
    if len(filled) < 2:
        return filled[0] if filled else NumberSet.empty(size)
    if not any(each.flagged for each in filled) and sum(map(len, filled)) * SEARCH_COST < size:
        return NumberSet(size, distinct(np.sort(np.concatenate([each.numbers for each in filled]))))
    flags = np.zeros(size, np.bool_)
    for each in filled:
        if each.flagged:
            flags |= each.flags
        else:
            flags[each.numbers] = True
    return NumberSet(size, flags=flags)


def search(numbers: NDArray[np.integer], ascending: Numbers) -> Mask:
    """Whether each of some numbers is in a sorted array, by binary search."""
    if not len(ascending):
        return np.zeros(len(numbers), np.bool_)
    found: Mask = ascending.take(ascending.searchsorted(numbers), mode="clip") == numbers
    return found


def lookup(flags: Mask, numbers: NDArray[np.integer]) -> Mask:
    """The flag of each of some numbers."""
    if len(numbers) <= CHUNK or numbers.dtype == np.intp:
        return flags.take(numbers)
    found = np.empty(len(numbers), np.bool_)
    for start in range(0, len(numbers), CHUNK):
        flags.take(numbers[start : start + CHUNK], out=found[start : start + CHUNK], mode="clip")
    return found


def distinct(ascending: NDArray[Integer]) -> NDArray[Integer]:
    """The different numbers of an array in ascending order."""
    return ascending.compress(firsts(ascending))


def firsts(ascending: NDArray[np.integer]) -> Mask:
    """Whether each number of an array in ascending order is the first of its kind."""
    first = np.ones(len(ascending), np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=first[1:])
    return first


class Tally(NamedTuple):
    """Different numbers, ascending, and how often each is there."""

    values: NDArray[np.int64]
    counts: NDArray[np.int64]


def tallied(ascending: NDArray[np.integer]) -> Tally:
    """The different numbers of an array in ascending order, and how often each is there."""
    starts = np.append(firsts(ascending).nonzero()[0], len(ascending))
    return Tally(ascending.take(starts[:-1]).astype(np.int64), starts[1:] - starts[:-1])
