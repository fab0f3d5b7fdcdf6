"""A function of loops over numpy arrays goes in; the same as machine code, made when it is first called, comes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Decorates the function. It runs without the interpreter's lock, so threads search side by side.

    The machine code is kept beside the source or in the user's cache folder; where neither can be written, it is made
    anew in every process.
    """
    try:
        return cast(F, njit(nogil=True, error_model="numpy", cache=True)(function))
    except RuntimeError:
        return cast(F, njit(nogil=True, error_model="numpy")(function))
