"""Sets of numbers below a size, as sorted arrays without repetitions, go in; their combinations come out.

Every operation has two ways: binary search where one set is much smaller than the other, so that a rare term costs
what it holds, and a flag for each number below the size otherwise. Sizes are numbers of documents or articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int32]
Mask: TypeAlias = NDArray[np.bool_]
Places: TypeAlias = NDArray[np.intp]

Integer = TypeVar("Integer", bound=np.integer[Any])

# Finding a number by binary search costs as much as setting or reading about this many flags.
SEARCH_COST = 16


def empty() -> Numbers:
    """The set of nothing."""
    return np.empty(0, np.int32)


def everything(size: int) -> Numbers:
    """The set of all numbers below `size`."""
    return np.arange(size, dtype=np.int32)


def flags(numbers: Numbers, size: int) -> Mask:
    """True at each of `numbers`."""
    mask = np.zeros(size, np.bool_)
    mask[numbers] = True
    return mask


def search(few: Numbers, many: Numbers) -> tuple[Places, Mask]:
    """Where each of `few` is or would be in `many`, and whether it is there."""
    places = many.searchsorted(few)
    if not len(many):
        return places, np.zeros(len(few), np.bool_)
    return places, many.take(places, mode="clip") == few


def member(numbers: Numbers, among: Numbers, size: int) -> Mask:
    """Whether each of `numbers`, which may repeat itself, is one of `among`."""
    if numbers is among:
        return np.ones(len(numbers), np.bool_)
    if len(numbers) * SEARCH_COST < max(len(among), size // SEARCH_COST):
        return search(numbers, among)[1]
    return flags(among, size).take(numbers)


def common(a: Numbers, b: Numbers, size: int) -> tuple[Places, Places]:
    """The places in `a` and in `b` of the numbers that are in both."""
    if len(a) > len(b):
        places_in_b, places_in_a = common(b, a, size)
        return places_in_a, places_in_b
    if len(a) * SEARCH_COST < len(b):
        places, there = search(a, b)
        return np.flatnonzero(there), places.compress(there)
    return np.flatnonzero(member(a, b, size)), np.flatnonzero(member(b, a, size))


def intersect(a: Numbers, b: Numbers, size: int) -> Numbers:
    """What is in both."""
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    return few if few is many else few.compress(member(few, many, size))


def subtract(a: Numbers, b: Numbers, size: int) -> Numbers:
    """What is in `a` and not in `b`."""
    if len(b) * SEARCH_COST < len(a):
        places, there = search(b, a)
        return np.delete(a, places.compress(there)) if there.any() else a
    return a.compress(~member(a, b, size))


def unite(sets: Sequence[Numbers], size: int) -> Numbers:
    """What is in any of the sets."""
    filled = [numbers for numbers in sets if len(numbers)]
    if len(filled) < 2:
        return filled[0] if filled else empty()
    if sum(map(len, filled)) * SEARCH_COST < size:
        return distinct(np.sort(np.concatenate(filled)))
    mask = flags(filled[0], size)
    for numbers in filled[1:]:
        mask[numbers] = True
    return np.flatnonzero(mask).astype(np.int32)


def distinct(ascending: NDArray[Integer]) -> NDArray[Integer]:
    """The different numbers of an array in ascending order."""
    return ascending.compress(firsts(ascending))


def firsts(ascending: NDArray[np.integer]) -> Mask:
    """Whether each number of an array in ascending order is the first of its kind."""
    first = np.ones(len(ascending), np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=first[1:])
    return first
