"""A function of one argument goes in; the same function comes out, its values remembered up to some number of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class _Memory(dict[K, V]):
    """Argument -> value; all are forgotten when there are too many.

    A hit touches one entry: a list in order of use, as `lru_cache` keeps, costs twice as much where there are
    hundred thousand, for its links lie scattered in memory.
    """

    __slots__ = ("_function", "_most")

    def __init__(self, function: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, argument: K) -> V:
        if len(self) >= self._most:
            self.clear()
        value = self[argument] = self._function(argument)
        return value


def remembered(most: int) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """Return what makes a function remember its values, at most so many."""
    return lambda function: _Memory(function, most).__getitem__
