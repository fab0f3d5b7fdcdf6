"""A number of seconds goes in; a `SearchTimeoutError` comes out of the first step after they have passed."""

from __future__ import annotations

from time import monotonic

from index.errors import SearchTimeoutError


class Deadline:
    """The moment by which an evaluation should be done; None gives it all the time it needs."""

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._end = None if seconds is None else monotonic() + seconds

    def check(self) -> None:
        """Raises `SearchTimeoutError` if the moment has passed."""
        if self._end is not None and self._seconds is not None and monotonic() >= self._end:
            raise SearchTimeoutError(self._seconds)
