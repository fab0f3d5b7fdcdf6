"""A folder goes in; the files that no generation needs any more go out of it."""

from __future__ import annotations

from pathlib import Path

from index.columns.generation import published, read_contents, toc_path
from index.columns.sections import Sections
from index.errors import DamagedIndexError

LOCK_FILE = "MAIN_WRITELOCK"
# The newest generation, and the one before it, which readers may still be opening and `rollback` publishes again.
KEPT = 2


def sweep(folder: Path) -> None:
    """Remove older generations, and what writers that died have left; the caller holds the write lock.

    Where the newest generation is damaged nothing is removed: it takes a new one to know what is of use.
    """
    kept: list[set[str]] = []
    for number in reversed(published(folder)):
        files = files_of(folder, number)
        if files:
            kept.append(files)
        if len(kept) == KEPT or not kept:
            break
    if kept:
        needed = {LOCK_FILE}.union(*kept)
        for path in folder.iterdir():
            if path.name.startswith(("_MAIN_", "MAIN_")) and path.name not in needed:
                path.unlink(missing_ok=True)


def files_of(folder: Path, number: int) -> set[str]:
    """The names of the files of a generation, empty where its table of contents is damaged."""
    path = toc_path(folder, number)
    try:
        contents = read_contents(Sections(path))
    except (DamagedIndexError, FileNotFoundError):
        return set()
    return {path.name, *(summary.file_name for summary in contents.segments)}
