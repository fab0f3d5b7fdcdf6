"""New segments and deletions go in, a new generation comes out in one atomic step.

A commit syncs the new files, then the folder, writes and syncs the table of contents under a temporary name, renames
it, and syncs the folder again. Until the rename nothing has changed for readers; after it everything has.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.columns.codec import whoosh_contents
from index.columns.generation import (
    Contents,
    Generation,
    latest_generation,
    open_generation,
    published,
    read_contents,
    toc_path,
    write_contents,
)
from index.columns.lock import WriteLock, writing
from index.columns.merging import MergePolicy, Part, tidy
from index.columns.sections import Sections
from index.columns.segment import ARTICLE_ID, Segment, SegmentSummary
from index.columns.sweeping import sweep
from index.document import Fields
from index.errors import DamagedIndexError, IndexMissingError, UnreadableIndexError

# Told the parts of a generation, and the one it is built on, gives the story number of each article of each.
StoryTeller: TypeAlias = Callable[[Sequence[Part], Generation | None], Sequence[NDArray[np.uint32]]]

REPEATS = "repeats"
"""The key of a generation's metadata under which a rollback keeps the number of the one it published once more."""


def publish(
    lock: WriteLock,
    base: Generation | None,
    added: Sequence[SegmentSummary],
    removed: Collection[str],
    fields: Fields,
    metadata: Mapping[str, str],
    tell_stories: StoryTeller | None = None,
    policy: MergePolicy | None = None,
) -> int:
    """Publish `base` without the articles `removed` and with those `added`; return the number of the new generation.

    An added article replaces one of the same id; of several added under one id the last stays. Without a `base`
    the added articles are the whole index. The caller holds `lock` since before `base` was opened. Raises
    `UnwritableIndexError`; the newest generation is then still the one before.
    """
    folder = lock.folder
    with writing(folder):
        parts = tidy(folder, _parts(folder, base, added, removed), fields, policy or MergePolicy())
        contents = Contents(
            number=(latest_generation(folder) or 0) + 1,
            created=datetime.now(UTC),
            fields=fields,
            metadata=metadata,
            segments=tuple(part.segment.summary for part in parts),
            deleted=tuple(np.flatnonzero(~part.live).astype(np.int32) for part in parts),
            stories=tuple(tell_stories(parts, base)) if tell_stories else (None,) * len(parts),
        )
        _commit(folder, contents)
    return contents.number


def rollback(lock: WriteLock) -> int:
    """Publish the newest undamaged generation before the current one once more; return its new number.

    Its metadata say which one it `REPEATS`; where the current one does so itself, only generations before that count.
    Raises `IndexMissingError` where there is none, and `UnwritableIndexError`.
    """
    folder = lock.folder
    newest = latest_generation(folder) or 0
    for previous in earlier(folder):
        with suppress(DamagedIndexError, IndexMissingError):
            open_generation(folder, previous)
            contents = read_contents(Sections(toc_path(folder, previous)))
            told = {**contents.metadata, REPEATS: str(previous)}
            with writing(folder):
                _commit(folder, replace(contents, number=newest + 1, created=datetime.now(UTC), metadata=told))
            return newest + 1
    raise IndexMissingError(folder)


def earlier(folder: Path) -> list[int]:
    """The generations that a rollback would try, in this order."""
    numbers = published(folder)
    return [number for number in reversed(numbers) if number < _original(folder, numbers[-1])]


def _original(folder: Path, number: int) -> int:
    """The generation that this one repeats, or itself where it repeats none, or is damaged."""
    with suppress(DamagedIndexError, FileNotFoundError):
        return int(read_contents(Sections(toc_path(folder, number))).metadata.get(REPEATS, number))
    return number


def _parts(
    folder: Path, base: Generation | None, added: Sequence[SegmentSummary], removed: Collection[str]
) -> list[Part]:
    """The segments, and which of their articles stay: no later one replaces them."""
    parts: list[Part] = []
    replaced = np.zeros(0, np.uint64)
    for summary in reversed(added):
        segment = Segment(folder, summary)
        parts.insert(0, Part(segment, _last_of_each(segment.article_ids) & ~np.isin(segment.article_ids, replaced)))
        replaced = np.union1d(replaced, segment.article_ids)
    gone = np.union1d(
        replaced, np.array([int(article, 16) for article in removed if ARTICLE_ID.fullmatch(article)], np.uint64)
    )
    kept = zip(base.segments, base.left(), strict=True) if base else ()
    return [Part(segment, live & ~np.isin(segment.article_ids, gone)) for segment, live in kept] + parts


def _last_of_each(ids: NDArray[np.uint64]) -> NDArray[np.bool_]:
    last = np.zeros(len(ids), np.bool_)
    last[len(ids) - 1 - np.unique(ids[::-1], return_index=True)[1]] = True
    return last


def _commit(folder: Path, contents: Contents) -> None:
    """Make a generation the newest; its segments are in the folder already."""
    segments = [Segment(folder, summary) for summary in contents.segments]
    whoosh = whoosh_contents(contents.number, contents.fields, segments, contents.deleted)
    for summary in contents.segments:
        _sync(folder / summary.file_name)
    _sync(folder)
    path = toc_path(folder, contents.number)
    temporary = path.with_name(f"{path.name}.new")
    temporary.unlink(missing_ok=True)
    write_contents(temporary, contents, whoosh)
    _sync(temporary)
    temporary.rename(path)
    # It is published, whatever happens now. Nothing is removed before it is certain to last; the next run may do that.
    with suppress(OSError, UnreadableIndexError):
        _sync(folder)
        sweep(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
