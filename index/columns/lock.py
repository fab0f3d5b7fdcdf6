"""One writer at a time: a folder goes in, an exclusive lock on it comes out.

The lock is Whoosh's own: flock on MAIN_WRITELOCK. The kernel frees it when its holder dies.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from index.columns.generation import check_private
from index.columns.sweeping import LOCK_FILE
from index.errors import LockedIndexError, UnwritableIndexError


class WriteLock:
    """The right to write to an index; a context manager.

    Creates `folder` if need be, for its owner only. Without `wait`, raises `LockedIndexError` where another process
    holds the lock. Raises `UnsafeIndexError` for a folder that others can write to, and `UnwritableIndexError`.
    """

    def __init__(self, folder: Path, wait: bool = False) -> None:
        self.folder = folder
        self._wait = wait
        self._descriptor = -1

    def __enter__(self) -> Self:
        with writing(self.folder):
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self.folder.mkdir(mode=0o700, exist_ok=True)
            check_private(self.folder)
            self._descriptor = self._acquire()
        return self

    def let_go(self) -> None:
        """Close what a process has of the lock that forked off its holder's: the lock must not outlive the holder."""
        os.close(self._descriptor)

    def __exit__(self, kind: type[BaseException] | None, *_: TracebackType | BaseException | None) -> None:
        os.close(self._descriptor)

    def _acquire(self) -> int:
        descriptor = os.open(self.folder / LOCK_FILE, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if self._wait else fcntl.LOCK_NB))
        except BlockingIOError:
            os.close(descriptor)
            raise LockedIndexError(self.folder) from None
        return descriptor


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn what the system says of a failed write into an `UnwritableIndexError`."""
    try:
        yield
    except OSError as error:
        raise UnwritableIndexError(folder, error.strerror or str(error)) from error
