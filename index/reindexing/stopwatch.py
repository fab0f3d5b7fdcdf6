"""Pieces of work go in, the seconds that each stage took come out."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum


class Stage(StrEnum):
    """The stages of a run that time is counted for, in their order."""

    SCAN = "scan"
    LEARN = "learn"
    PREPARE = "prepare"
    READ = "read"
    CLEAN = "clean"
    RECOGNISE = "recognise"
    ANALYSE = "analyse"
    SIGN = "sign"
    WRITE = "write"
    PUBLISH = "publish"


class Stopwatch:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self._started = time.perf_counter()
        self._seconds: defaultdict[Stage, float] = defaultdict(float)

    @contextmanager
    def timed(self, stage: Stage) -> Iterator[None]:
        """Count what is done within to a stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[stage] += time.perf_counter() - started

    def add(self, seconds: Mapping[Stage, float]) -> None:
        """Count in what another process has counted."""
        for stage, count in seconds.items():
            self._seconds[stage] += count

    @property
    def elapsed(self) -> float:
        """The seconds since it was started."""
        return time.perf_counter() - self._started

    @property
    def seconds(self) -> dict[Stage, float]:
        """The seconds of each stage that took any, in the order of the stages."""
        return {stage: self._seconds[stage] for stage in Stage if stage in self._seconds}
