"""A method without arguments goes in, an attribute that is made when it is first asked for comes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    """What `functools.cached_property` is, without the lock that it takes before Python 3.12 for all instances.

    Two threads that ask at once make the same value twice: right for what is made of immutable things.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> T:
        value = self._make(instance)
        instance.__dict__[self._name] = value
        return value


def lazy(make: Callable[[Any], T]) -> Lazy[T]:
    """Decorates the method."""
    return Lazy(make)
