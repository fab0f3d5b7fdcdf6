"""A configuration goes in; what its index holds, and what has changed since it was made, comes out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from index.columns import open_generation
from index.config import Config
from index.reindexing.base import base_of, counted
from index.reindexing.catalogue import Fault
from index.reindexing.planning import doubtful, make_plan, skipped
from index.reindexing.recipe import Recipe
from index.reindexing.scanning import scan
from index.reindexing.summary import Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexStatus:
    """The newest generation, and what the next run would find.

    `created` is in UTC; `size` is in bytes, everything in the folder included. `pending` counts files; `why_full` says
    why the next run would read all of them, "" where it would not.
    """

    generation: str
    created: datetime
    articles: int
    paragraphs: int
    segments: int
    size: int
    pending: Counts
    why_full: str
    skipped: tuple[Fault, ...]
    doubts: tuple[Fault, ...]

    @property
    def is_current(self) -> bool:
        """Whether the next run would find nothing to do."""
        return not (self.why_full or self.pending.added or self.pending.changed or self.pending.removed)


def status_of(config: Config) -> IndexStatus:
    """The state of an index. Raises `IndexMissingError`, `DamagedIndexError`, `UnsafeIndexError`."""
    generation = open_generation(config.index)
    base = base_of(config.index, generation)
    recipe = Recipe.of(config)
    plan = make_plan(base, scan(base.named(config.articles), config.index), recipe, recipe.fingerprints())
    articles, paragraphs = counted(generation)
    return IndexStatus(
        generation=generation.name,
        created=generation.created,
        articles=articles,
        paragraphs=paragraphs,
        segments=len(generation.segments),
        size=_size(config.index),
        pending=plan.counts(len(plan.files), plan.known),
        why_full=plan.why_full,
        skipped=skipped(plan, plan.base.catalogue.files.values()),
        doubts=doubtful(plan.base.catalogue.files.values()),
    )


def _size(folder: Path) -> int:
    size = 0
    for path in folder.iterdir():
        # A run beside this may remove files at any time.
        with suppress(FileNotFoundError):
            size += path.stat().st_size
    return size
