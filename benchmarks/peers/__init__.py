"""The engines that are measured, each behind one small interface: a corpus goes in, answers come out."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from benchmarks.corpus import Corpus
from benchmarks.workloads import Question


class Peer(Protocol):
    """One engine. What is counted is said by each: not every engine can count articles."""

    name: str
    # Corpora above this many paragraphs are left out, where an engine would take hours.
    most: int

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Index a corpus into an empty folder, until it can be searched."""

    def open(self, folder: Path) -> None:
        """Open what `build` left."""

    def ask(self, question: Question, facets: bool) -> int:
        """The number of matching paragraphs, after finding the ten best, and counting three facets if asked to."""

    def add_one(self, corpus: Corpus, folder: Path) -> None:
        """Index one more article (the corpus's first, again) into what `build` left."""


def available() -> tuple[Peer, ...]:
    """Every engine that is installed here, ours first."""
    from benchmarks.peers import depeche, sqlite, tantivy, whoosh, xapian

    made = (module.peer() for module in (depeche, tantivy, sqlite, xapian, whoosh))
    return tuple(peer for peer in made if peer is not None)
