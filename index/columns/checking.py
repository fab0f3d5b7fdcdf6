"""A folder goes in; every file of its index that is not what was written comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index.columns.generation import check_private, published, read_contents, toc_path
from index.columns.sections import Sections
from index.columns.segment import Segment, SegmentSummary
from index.errors import DamagedIndexError, IndexMissingError

# Sections of a file that are named one by one.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file."""

    path: Path
    reason: str


def check(folder: Path) -> tuple[Problem, ...]:
    """Read every file of every generation; none is good news.

    Raises `IndexMissingError`, and `UnsafeIndexError` for a folder that others can write to.
    """
    numbers = published(folder)
    if not numbers:
        raise IndexMissingError(folder)
    check_private(folder)
    problems: list[Problem] = []
    segments: dict[str, SegmentSummary] = {}
    for number in numbers:
        path = toc_path(folder, number)
        found = _problems(path, partial(Sections, path))
        problems += found
        if not found:
            segments |= {summary.file_name: summary for summary in read_contents(Sections(path)).segments}
    for name, summary in segments.items():
        problems += _problems(folder / name, partial(Segment, folder, summary))
    return tuple(problems)


def _problems(path: Path, opener: Callable[[], Sections | Segment]) -> list[Problem]:
    try:
        damaged = opener().damaged_sections()
        return [Problem(path, f"damaged in {_listed(damaged)}")] if damaged else []
    except FileNotFoundError:
        return [Problem(path, "it is missing")]
    except DamagedIndexError as error:
        return [Problem(path, error.reason)]
    except OSError as error:
        return [Problem(path, f"it cannot be read: {error.strerror}")]


def _listed(names: Sequence[str]) -> str:
    """The first of these names, and how many more there are: one bad byte touches every section of its block."""
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more section{'s' * (more > 1)}" if more > 0 else "")
