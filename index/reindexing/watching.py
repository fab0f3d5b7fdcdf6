"""Folders, files and a run go in; the run is made again, soon after every change in them, until it is told to stop."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from watchfiles import watch

# Milliseconds without a change after which a run begins, and after which it begins in any case.
SETTLED, LONGEST = 300, 2000
# Seconds after which a run is made unasked: network file systems tell of no changes, and kernels may lose some.
UNASKED = 60.0
# Milliseconds until the watch looks at the clock, at the folders and at single files.
TICK = 1000

Stamp: TypeAlias = tuple[int, ...] | None


def run_on_changes(
    folders: Sequence[Path],
    apart: Path,
    run: Callable[[], None],
    files: Sequence[Path],
    warn: Callable[[str], None],
) -> None:
    """Call `run` once, and again after changes below the folders but not in `apart`, or of `files`, until Ctrl-C comes.

    What changes during a run is seen by the next: watching begins before the first. `warn` is told where the system
    does not tell of changes.
    """
    schedule, is_due = _Schedule(run, files), True
    while True:
        watched = _identities(folders)
        for changed in _changes(folders, apart, warn):
            if _identities(folders) != watched:
                # The system goes on telling of the folder that was moved away, and not of the one in its place.
                is_due = True
                break
            schedule.look(is_due or changed)
            is_due = False


class _Schedule:
    """Says when it is time for a run, and makes it."""

    def __init__(self, run: Callable[[], None], files: Sequence[Path]) -> None:
        self._run = run
        self._files = files
        self._stamps: tuple[Stamp, ...] = ()
        self._last = float("-inf")

    def look(self, changed: bool) -> None:
        """Run where something has changed, or nothing has for long."""
        stamps = tuple(map(_stamp, self._files))
        if changed or stamps != self._stamps or time.monotonic() - self._last > UNASKED:
            self._stamps = stamps
            self._run()
            self._last = time.monotonic()


def _changes(folders: Sequence[Path], apart: Path, warn: Callable[[str], None]) -> Iterator[bool]:
    """Whether something has changed below the folders that are there, at least once a tick."""
    present = [folder.resolve() for folder in folders if folder.exists()]
    within = f"{apart.resolve()}{os.sep}"
    try:
        for changes in watch(
            *present,
            watch_filter=lambda _change, path: not path.startswith(within),
            debounce=LONGEST,
            step=SETTLED,
            rust_timeout=TICK,
            yield_on_timeout=True,
        ):
            yield bool(changes)
    except OSError as error:
        # A folder below that may not be read, or too many of them. Leaving out the one would lose others beside it.
        warn(f"The system tells of no changes ({error}): looking for some every {UNASKED:.0f} seconds.")
    while True:
        yield False
        time.sleep(TICK / 1000)


def _identities(folders: Sequence[Path]) -> list[Stamp]:
    """What tells each folder from another that takes its place; None where there is none."""
    return [stamp[:2] if (stamp := _stamp(folder)) else None for folder in folders]


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
