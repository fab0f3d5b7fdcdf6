"""What a reindexing run is asked and what it answers: `Options` go in, a `Summary` comes out."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.errors import DepecheError
from index.reindexing.catalogue import Fault
from index.reindexing.stopwatch import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is asked of a run.

    `full`: read every file again. `dry_run`: only say what would change. `if_needed`: where nothing has changed, be
    content with the index as it is, skipped files included. `jobs`: processes, None as configured. `wait`: wait for
    another run to end. `allow_loss`: publish whatever share of the articles is lost.
    """

    full: bool = False
    dry_run: bool = False
    if_needed: bool = False
    jobs: int | None = None
    wait: bool = True
    allow_loss: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files a run indexed as new or changed, found gone and left as they were; how many it read.

    What is there and could not be indexed as it stands is `skipped`, and counted nowhere else.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    read: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did.

    `generation` is the name of the newest one, None where there is none; `published` whether this run made it;
    `articles` and `paragraphs` are those it holds. `why_full` says why everything was read, "" where it was not.
    `skipped` are the files, and lines of files, that are not in the index in their present form, this run's and those
    of earlier runs that have not changed since; `doubts`, likewise, what is in it and should be looked at. `changes`
    lists (path, what became of it) where not every file was read, and for a dry run what would become of it; `refusal`
    is the error that the run would end with. `seconds` is wall-clock time; `stages` is time by stage, summed over
    processes.
    """

    generation: str | None
    published: bool
    articles: int
    paragraphs: int
    counts: Counts
    skipped: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()
    why_full: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    refusal: str = ""
    seconds: float = 0.0
    stages: Mapping[Stage, float] = field(default_factory=dict)


class LossError(DepecheError):
    """A run that would lose more articles than `reindex.max_loss` allows; nothing was published.

    `summary` tells what the run had found until then, None where nothing was read.
    """

    def __init__(self, lost: int, before: int, allowed: float) -> None:
        super().__init__(
            f"{lost} of {before} articles would vanish from the index, more than reindex.max_loss allows "
            f"({allowed:.0%}). Nothing was changed. Are the folders of `articles` complete? If so, run again with "
            "--allow-loss."
        )
        self.lost = lost
        self.before = before
        self.allowed = allowed
        self.summary: Summary | None = None


class WorkerError(DepecheError):
    """A process of a run ended before its work did; nothing was published."""

    def __init__(self, exitcode: int | None) -> None:
        super().__init__(
            "A reindexing process was killed, perhaps for want of memory. Nothing was changed. "
            "Run again, with --jobs 1 or a smaller reindex.memory."
            if exitcode == -signal.SIGKILL
            else f"A reindexing process died (exit code {exitcode}). Nothing was changed. Run again."
        )
        self.exitcode = exitcode
