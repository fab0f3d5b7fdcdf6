"""How far a reindexing run has come goes in; a bar on a terminal, or plain lines elsewhere, come out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Never, TextIO

from tqdm import tqdm

from index.reindexing.progress import Progress, Silence

STAGES = {
    "scan": "Looking for changes",
    "learn": "Learning what recurs",
    "read": "Indexing",
    "publish": "Publishing",
}
# Seconds between two plain lines: a log that nobody watches should stay readable.
INTERVAL = 10.0


def shown_on(stream: TextIO, quiet: bool = False) -> Progress:
    """The progress that suits a stream."""
    if quiet:
        return Silence()
    return Bar(stream) if stream.isatty() else Lines(stream)


class Bar:
    """A `Progress` on a terminal: one bar for each stage, with rate and time left."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: tqdm[Never] | None = None

    def begin(self, stage: str, total: int) -> None:
        """Replace the bar by that of a new stage."""
        self.end()
        name = STAGES.get(stage, stage)
        # Stages without files have nothing to count.
        form = None if total else "{desc} ..."
        self._bar = tqdm(
            total=total, desc=name, unit=" files", file=self._stream, leave=False, dynamic_ncols=True, bar_format=form
        )

    def advance(self, files: int = 1) -> None:
        """Move the bar."""
        if self._bar is not None:
            self._bar.update(files)

    def say(self, message: str) -> None:
        """Write a line above the bar."""
        tqdm.write(message, file=self._stream)

    def end(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None


class Lines:
    """A `Progress` in a log: a line when a stage has gone on for a while, with rate and time left."""

    def __init__(self, stream: TextIO, now: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._now = now
        self.begin("", 0)

    def begin(self, stage: str, total: int) -> None:
        """Count from 0 again."""
        self._stage = STAGES.get(stage, stage)
        self._done, self._total = 0, total
        self._began = self._told = self._now()

    def advance(self, files: int = 1) -> None:
        """Count, and write a line if the last one is some time ago."""
        self._done += files
        now = self._now()
        if now - self._told >= INTERVAL:
            self._told = now
            rate = self._done / (now - self._began)
            left = (self._total - self._done) / rate
            self.say(f"{self._stage}: {self._done} of {self._total} files, {rate:.0f} a second, {left:.0f} s left")

    def say(self, message: str) -> None:
        """Write a line."""
        print(message, file=self._stream, flush=True)

    def end(self) -> None:
        """Nothing is left to do."""
