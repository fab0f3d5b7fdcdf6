"""The folder of an index goes in; every file of it that is not what was written comes out, catalogues included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from index.columns import Problem, check, earlier, files_of, open_generation
from index.columns.generation import published, toc_path
from index.errors import DamagedIndexError, IndexMissingError
from index.reindexing.base import CATALOGUE
from index.reindexing.catalogue import load


@dataclass(frozen=True, slots=True)
class Checked:
    """The problems of the newest generation, and those that only the ones before it have.

    `has_refuge`: whether a rollback would find an undamaged generation.
    """

    newest: tuple[Problem, ...]
    before: tuple[Problem, ...]
    has_refuge: bool


def check_index(folder: Path) -> Checked:
    """Read every file of every generation. Raises `IndexMissingError` and `UnsafeIndexError`."""
    problems = (*check(folder), *_damaged_catalogues(folder))
    bad = {problem.path.name for problem in problems}
    # As they are now: what a run beside this has removed meanwhile is no loss.
    *others, newest = (_files(folder, number) for number in published(folder))
    before = set[str]().union(*others) - newest
    return Checked(
        newest=tuple(problem for problem in problems if problem.path.name in newest),
        before=tuple(problem for problem in problems if problem.path.name in before),
        has_refuge=any(bad.isdisjoint(_files(folder, number)) for number in earlier(folder)),
    )


def _files(folder: Path, number: int) -> set[str]:
    """The names of the files that a generation needs, as far as it can say."""
    files = {toc_path(folder, number).name} | files_of(folder, number)
    with suppress(DamagedIndexError, IndexMissingError):
        files.add(open_generation(folder, number).metadata.get(CATALOGUE, ""))
    return files


def _damaged_catalogues(folder: Path) -> Iterator[Problem]:
    for number in published(folder):
        try:
            name = open_generation(folder, number).metadata.get(CATALOGUE, "")
        except (DamagedIndexError, IndexMissingError):
            # `check` has told of it, or it has gone since.
            continue
        try:
            load(folder, name)
        except DamagedIndexError as error:
            yield Problem(error.path, error.reason)
