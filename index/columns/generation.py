"""A folder goes in, one published state of its index comes out: immutable, and shared by threads without locks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.columns.sections import Sections, SectionsWriter
from index.columns.segment import Segment, SegmentSummary
from index.document import Fields
from index.errors import DamagedIndexError, IndexMissingError, UnreadableIndexError, UnsafeIndexError

WRITABLE_BY_OTHERS = 0o022
TOC_NAME = re.compile(r"_MAIN_([0-9]+)\.toc")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a table of contents says of one generation.

    For each segment: its summary, the numbers of its deleted articles (int32, ascending), and the story number of
    each of its articles, or None where each article is a story of its own. `created` is in UTC.
    """

    number: int
    created: datetime
    fields: Fields
    metadata: Mapping[str, str]
    segments: tuple[SegmentSummary, ...]
    deleted: tuple[NDArray[np.int32], ...]
    stories: tuple[NDArray[np.uint32] | None, ...]


@dataclass(frozen=True, slots=True)
class Generation:
    """One published state of an index.

    `live[s]` tells for each article of segment s whether it still belongs to the index; None: all do. `stories[s]`
    gives the story number of each article of segment s; None: each article is a story of its own. `name` is unique
    to the content.
    """

    number: int
    name: str
    created: datetime
    fields: Fields
    metadata: Mapping[str, str]
    segments: tuple[Segment, ...]
    live: tuple[NDArray[np.bool_] | None, ...]
    stories: tuple[NDArray[np.uint32] | None, ...]

    def left(self) -> Iterator[NDArray[np.bool_]]:
        """For each segment, which of its articles still belong to the index."""
        for segment, live in zip(self.segments, self.live, strict=True):
            yield np.ones(segment.article_count, np.bool_) if live is None else live


def toc_path(folder: Path, number: int) -> Path:
    """The file that publishes a generation."""
    return folder / f"_MAIN_{number}.toc"


def published(folder: Path) -> list[int]:
    """The numbers of all generations whose tables of contents are in a folder, ascending.

    Raises `UnreadableIndexError`, as all do that look for generations.
    """
    try:
        names = (TOC_NAME.fullmatch(path.name) for path in folder.iterdir())
        return sorted(int(match[1]) for match in names if match)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise UnreadableIndexError(folder, error.strerror or str(error)) from error


def latest_generation(folder: Path) -> int | None:
    """The number of the newest generation, None where there is no index; costs one listing of the folder."""
    return max(published(folder), default=None)


def check_private(folder: Path) -> None:
    """Raise `UnsafeIndexError` where group or others may write to a folder, because its tables hold pickles."""
    mode = folder.stat().st_mode
    if mode & WRITABLE_BY_OTHERS:
        raise UnsafeIndexError(folder, f"others may write here (its mode is {mode & 0o777:03o})")


def open_generation(folder: Path, number: int | None = None) -> Generation:
    """Open a generation, the newest unless told otherwise.

    Raises `IndexMissingError`, `DamagedIndexError`, and `UnsafeIndexError` for a folder that others can write to.
    """
    while True:
        wanted = latest_generation(folder) if number is None else number
        if wanted is None:
            raise IndexMissingError(folder)
        try:
            check_private(folder)
            return _open(folder, wanted)
        except FileNotFoundError as error:
            path = Path(error.filename)
            if number is not None and path in (folder, toc_path(folder, number)):
                raise IndexMissingError(path) from None
            # Where there is a newer one, a commit has removed this while it was being opened; else a file is lost.
            if wanted == latest_generation(folder) or number is not None:
                raise DamagedIndexError(path, "it is missing") from None
        except OSError as error:
            raise DamagedIndexError(Path(error.filename or folder), f"it cannot be read: {error.strerror}") from error


def _open(folder: Path, number: int) -> Generation:
    path = toc_path(folder, number)
    sections = Sections(path)
    contents = read_contents(sections)
    if contents.number != number:
        raise DamagedIndexError(path, f"it belongs to generation {contents.number}")
    segments = tuple(Segment(folder, summary) for summary in contents.segments)
    live = tuple(
        live_articles(segment.article_count, deleted)
        for segment, deleted in zip(segments, contents.deleted, strict=True)
    )
    name = f"{number}-{sections.checksum:08x}"
    return Generation(
        number, name, contents.created, contents.fields, contents.metadata, segments, live, contents.stories
    )


def live_articles(count: int, deleted: NDArray[np.int32]) -> NDArray[np.bool_] | None:
    """Which of `count` articles are left, None where all are."""
    if not len(deleted):
        return None
    live = np.ones(count, np.bool_)
    live[deleted] = False
    live.flags.writeable = False
    return live


def write_contents(path: Path, contents: Contents, whoosh: bytes) -> None:
    """Write a table of contents behind the bytes of Whoosh's own, which end where Whoosh stops reading."""
    with SectionsWriter(path, prefix=whoosh) as writer:
        for number, (deleted, stories) in enumerate(zip(contents.deleted, contents.stories, strict=True)):
            writer.write(f"{number}.deleted", deleted.astype(np.int32))
            if stories is not None:
                writer.write(f"{number}.stories", stories.astype(np.uint32))
        writer.close(
            {
                "number": contents.number,
                "created": contents.created.isoformat(),
                "fields": asdict(contents.fields),
                "metadata": dict(contents.metadata),
                "segments": [asdict(segment) for segment in contents.segments],
            }
        )


def read_contents(sections: Sections) -> Contents:
    """The table of contents in a file; Whoosh's pickles before it are not looked at."""
    about = sections.about
    count = range(len(about["segments"]))
    return Contents(
        number=about["number"],
        created=datetime.fromisoformat(about["created"]).astimezone(UTC),
        fields=Fields(**{kind: tuple(names) for kind, names in about["fields"].items()}),
        metadata=about["metadata"],
        segments=tuple(SegmentSummary(**summary) for summary in about["segments"]),
        deleted=tuple(sections.array(f"{n}.deleted") for n in count),
        stories=tuple(sections.array(f"{n}.stories") if f"{n}.stories" in sections else None for n in count),
    )
