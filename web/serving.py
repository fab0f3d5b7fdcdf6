"""A way to open the newest generation goes in; the service over it comes out, renewed when a newer one appears."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from index.errors import DepecheError

S = TypeVar("S")
# Seconds until what could not be opened is tried again: at first, and at most. Trying may cost a second of one thread.
SOON, LATE = 1.0, 30.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Opened(Generic[S]):
    """What is being served, and which generation it is of."""

    mark: Hashable
    service: S


@dataclass(frozen=True, slots=True)
class Failed:
    """Which generation cannot be opened, why, when it is tried again (monotonic) and how long that waited."""

    mark: Hashable
    error: Exception
    again: float
    waited: float


class Live(Generic[S]):
    """Serves the newest generation to many threads.

    `latest` marks the newest generation, None where there is none, and must be cheap: it is called at most every
    `interval` seconds. `open_newest` opens it; a request that finds a newer one opens it while the others go on with
    the old one, and the swap is one assignment. Readers never take a lock once there is something to serve. What cannot
    be opened leaves the old one served, and is tried again ever more seldom, first after `soon` seconds.
    """

    def __init__(
        self,
        latest: Callable[[], Hashable | None],
        open_newest: Callable[[], S],
        interval: float = 0.25,
        soon: float = SOON,
    ) -> None:
        self._latest = latest
        self._open = open_newest
        self._interval = interval
        self._soon = soon
        self._opening = threading.Lock()
        self._looked = float("-inf")
        self._opened: _Opened[S] | None = None
        self._failure: Failed | None = None

    @property
    def failure(self) -> Failed | None:
        """Why the newest generation is not the one that is served; None where it is, as far as is known."""
        return self._failure

    def current(self) -> S:
        """The service over the newest generation.

        Where there is nothing older, raises what `latest` or `open_newest` raises, or raised until that is tried again.
        """
        opened = self._opened
        if opened is None:
            with self._opening:
                return self._newest(self._opened).service
        now = time.monotonic()
        if now - self._looked >= self._interval and self._opening.acquire(blocking=False):
            try:
                self._looked = now
                opened = self._newest(opened)
            finally:
                self._opening.release()
        return opened.service

    def _newest(self, opened: _Opened[S] | None) -> _Opened[S]:
        """The newest generation, or the old one: what cannot be seen or opened must not take what can from readers."""
        mark: Hashable = None
        try:
            mark = self._latest()
            if opened is not None and mark in (None, opened.mark):
                self._failure = None
            elif self._is_due(mark):
                opened = self._opened = _Opened(mark, self._open())
                self._failure = None
        except Exception as error:
            self._remember(mark, error)
            if opened is None:
                raise
        if opened is None:
            assert self._failure is not None
            raise self._failure.error.with_traceback(None)
        return opened

    def _is_due(self, mark: Hashable) -> bool:
        failure = self._failure
        return failure is None or failure.mark != mark or time.monotonic() >= failure.again

    def _remember(self, mark: Hashable, error: Exception) -> None:
        """Remember a failure, and tell it: once, however often it is met; to the caller where nothing is served."""
        before = self._failure if self._failure and self._failure.mark == mark else None
        waited = min(before.waited * 2, LATE) if before else self._soon
        self._failure = Failed(mark, error, time.monotonic() + waited, waited)
        if self._opened is not None and (before is None or str(before.error) != str(error)):
            # A mistake of ours is told with its traceback; the errors we know explain themselves.
            unforeseen = None if isinstance(error, DepecheError) else error
            _log.error("The generation before is still served, and this is tried again: %s", error, exc_info=unforeseen)
