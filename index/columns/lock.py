"""One writer at a time: a folder goes in, an exclusive lock on it comes out.

The lock is Whoosh's own: flock on MAIN_WRITELOCK. The kernel frees it when its holder dies.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from index.errors import LockedIndexError, UnsafeIndexError

LOCK_FILE = "MAIN_WRITELOCK"
WRITABLE_BY_OTHERS = 0o022


class WriteLock:
    """The right to write to an index; a context manager.

    Creates `folder` if need be, for its owner only. Without `wait`, raises `LockedIndexError` where another process
    holds the lock. Raises `UnsafeIndexError` for a folder that others can write to.
    """

    def __init__(self, folder: Path, wait: bool = False) -> None:
        self.folder = folder
        self._wait = wait
        self._descriptor = -1

    def __enter__(self) -> Self:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        check_private(self.folder)
        descriptor = os.open(self.folder / LOCK_FILE, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if self._wait else fcntl.LOCK_NB))
        except BlockingIOError:
            os.close(descriptor)
            raise LockedIndexError(self.folder) from None
        self._descriptor = descriptor
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: TracebackType | BaseException | None) -> None:
        os.close(self._descriptor)


def check_private(folder: Path) -> None:
    """Raise `UnsafeIndexError` where group or others may write to a folder, because its tables hold pickles."""
    mode = folder.stat().st_mode
    if mode & WRITABLE_BY_OTHERS:
        raise UnsafeIndexError(folder, f"others may write here (its mode is {mode & 0o777:03o})")
