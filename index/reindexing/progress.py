"""What a reindexing run tells while it works: stages and steps go in; what shows them is the caller's."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Is told how far a run has come, by the process that runs it."""

    def begin(self, stage: str, total: int) -> None:
        """A stage of `total` files begins; the one before it has ended."""

    def advance(self, files: int = 1) -> None:
        """So many more files of the stage are done."""

    def say(self, message: str) -> None:
        """Something that a person should know now."""

    def end(self) -> None:
        """The last stage has ended."""


class Silence:
    """A `Progress` that shows nothing."""

    def begin(self, stage: str, total: int) -> None:
        """Do nothing."""

    def advance(self, files: int = 1) -> None:
        """Do nothing."""

    def say(self, message: str) -> None:
        """Do nothing."""

    def end(self) -> None:
        """Do nothing."""
