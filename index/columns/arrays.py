"""Runs of equal length or not, flat in one array: lengths go in, bounds and places come out; and types to store."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def bounds(lengths: NDArray[np.integer]) -> Ints:
    """Where runs of these lengths begin, and where the last one ends."""
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))


def spans(starts: Ints, lengths: Ints) -> Ints:
    """The numbers `start, start + 1, …` of each of several runs, one run after the other."""
    ends = bounds(lengths)
    return np.repeat(starts - ends[:-1], lengths) + np.arange(ends[-1])


def moved(values: Ints, firsts: Ints, counts: Ints, to: Ints) -> Ints:
    """Values of runs, each run moved so that its first value is its number in `to`; they begin at `firsts`."""
    result: Ints = np.repeat(to - values[firsts], counts)
    result += values
    return result


def unsigned(values: NDArray[np.integer]) -> NDArray[np.unsignedinteger[Any]]:
    """The same numbers, none negative, in the smallest unsigned type that holds them all: for columns."""
    return values.astype(np.min_scalar_type(int(values.max(initial=0))))


def signed(values: NDArray[np.integer]) -> NDArray[np.signedinteger[Any]]:
    """The same numbers as int32 if they fit, else as int64: for what is added and subtracted as it is stored."""
    return values.astype(np.int32 if values.max(initial=0) < 2**31 else np.int64)
