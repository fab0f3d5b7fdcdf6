"""A way to open the newest generation goes in; the service over it comes out, renewed when a newer one appears."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from index.errors import DepecheError

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class _Opened(Generic[S]):
    """What is being served, and the number of its generation."""

    number: int | None
    service: S


class Live(Generic[S]):
    """Serves the newest generation to many threads.

    `latest` gives the number of the newest generation and must be cheap: it is called at most every `interval` seconds.
    `open_newest` opens it; a request that finds a newer one opens it while the others go on with the old one, and the
    swap is one assignment. Readers never take a lock.
    """

    def __init__(self, latest: Callable[[], int | None], open_newest: Callable[[], S], interval: float = 0.25) -> None:
        self._latest = latest
        self._open = open_newest
        self._interval = interval
        self._opening = threading.Lock()
        self._looked = float("-inf")
        self._opened: _Opened[S] | None = None

    def current(self) -> S:
        """The service over the newest generation. Raises what `open_newest` raises when there is nothing older."""
        opened = self._opened
        if opened is None:
            with self._opening:
                return self._reopen(self._opened).service
        now = time.monotonic()
        if now - self._looked >= self._interval and self._opening.acquire(blocking=False):
            try:
                self._looked = now
                opened = self._reopen(opened)
            finally:
                self._opening.release()
        return opened.service

    def _reopen(self, opened: _Opened[S] | None) -> _Opened[S]:
        number = self._latest()
        if opened is None or (number is not None and number != opened.number):
            opened = self._opened = _Opened(number, self._service(opened))
        return opened

    def _service(self, opened: _Opened[S] | None) -> S:
        try:
            return self._open()
        except DepecheError as error:
            if opened is None:
                raise
            # A generation that cannot be opened must not take the one that can away from readers.
            logging.getLogger(__name__).error("%s", error)
            return opened.service
