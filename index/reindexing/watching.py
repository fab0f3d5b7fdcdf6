"""Folders and a run go in; the run is made again, soon after every change in them, until it is told to stop."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from watchfiles import watch

# Milliseconds without a change after which a run begins, and after which it begins in any case.
SETTLED, LONGEST = 300, 2000
# Seconds after which a run is made unasked: network file systems tell of no changes, and kernels may lose some.
UNASKED = 60.0
# Milliseconds until the watch looks at the clock.
TICK = 1000


def run_on_changes(folders: Sequence[Path], apart: Path, run: Callable[[], None]) -> None:
    """Call `run` once, and again after changes below the folders but not in `apart`, until Ctrl-C comes.

    What changes during a run is seen by the next: watching begins before the first.
    """
    within = f"{apart.resolve()}{os.sep}"
    last = float("-inf")
    for changes in watch(
        *(folder.resolve() for folder in folders),
        watch_filter=lambda _change, path: not path.startswith(within),
        debounce=LONGEST,
        step=SETTLED,
        rust_timeout=TICK,
        yield_on_timeout=True,
    ):
        if changes or time.monotonic() - last > UNASKED:
            run()
            last = time.monotonic()
