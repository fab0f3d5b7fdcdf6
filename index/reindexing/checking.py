"""The folder of an index goes in; every file of it that is not what was written comes out, catalogues included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.columns import Problem, check, open_generation
from index.columns.generation import published
from index.errors import DamagedIndexError
from index.reindexing.base import CATALOGUE
from index.reindexing.catalogue import load


def check_index(folder: Path) -> tuple[Problem, ...]:
    """Read every file of every generation. Raises `IndexMissingError` and `UnsafeIndexError`."""
    return (*check(folder), *_damaged_catalogues(folder))


def _damaged_catalogues(folder: Path) -> Iterator[Problem]:
    for number in published(folder):
        try:
            name = open_generation(folder, number).metadata.get(CATALOGUE, "")
        except DamagedIndexError:
            # `check` has told of it.
            continue
        try:
            load(folder, name)
        except DamagedIndexError as error:
            yield Problem(error.path, error.reason)
