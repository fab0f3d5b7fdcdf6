"""The folders of articles and the catalogue go in; which files are new, changed, gone or as they were comes out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from index.errors import UnreadableArticleError
from index.reading import ArticleFile, discover
from index.reading.discovery import readable
from index.reindexing.catalogue import Catalogue, Fault, FileState

DIGEST_SIZE = 16
CHUNK = 1 << 20
# A file may change again without a new time in its inode until the clock of the file system has ticked, which takes
# two seconds on the coarsest; what was touched so lately before a scan is compared by its content next time.
TICK = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Scan:
    """What the folders, of which the names of their articles begin so, hold: files by name, and what was left out.

    A file touched just before has "" for its stamp.
    """

    folders: Mapping[Path, str]
    files: Mapping[str, ArticleFile]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """How the folders differ from the catalogue.

    `touched` are the states, with their new stamps, of files whose content is as it was; `unseen` those of files that
    may still stand behind something that cannot be read, and therefore stay in the index.
    """

    added: tuple[ArticleFile, ...]
    changed: tuple[ArticleFile, ...]
    unchanged: tuple[FileState, ...]
    touched: tuple[FileState, ...]
    removed: tuple[FileState, ...]
    unseen: tuple[FileState, ...]


def scan(folders: Mapping[Path, str], apart: Path | None = None) -> Scan:
    """Look at every file once, without opening any; the folder `apart` is left alone.

    `folders` says what the names of each one's articles begin with.
    """
    settled = time.time_ns() - TICK
    files: dict[str, ArticleFile] = {}
    faults = []
    for found in discover(folders, apart):
        if isinstance(found, UnreadableArticleError):
            faults.append(Fault(relative_name(found.path, folders), None, found.reason))
        elif found.relative in files:
            # Accents composed or not, or one folder that is called like a part of another.
            both = f"{files[found.relative].location!a} and {found.location!a}"
            faults.append(Fault(found.relative, None, f"is the name of two files, of which one must change ({both})"))
        else:
            files[found.relative] = found if found.changed < settled else found._replace(stamp="")
    return Scan(folders, files, tuple(faults))


def compare(found: Scan, catalogue: Catalogue) -> Changes:
    """Tell what has changed; only files with another stamp than the catalogue's are opened."""
    sorter = _Sorter(catalogue)
    for file in found.files.values():
        sorter.sort(file)
    gone = [state for path, state in catalogue.files.items() if path not in found.files]
    blocked = frozenset(fault.path for fault in found.faults)
    unseen = {state.path for state in gone if _is_behind(state.path, blocked)}
    return Changes(
        tuple(sorter.added),
        tuple(sorter.changed),
        tuple(sorter.unchanged),
        tuple(sorter.touched),
        tuple(state for state in gone if state.path not in unseen),
        tuple(state for state in gone if state.path in unseen),
    )


class _Sorter:
    """Puts found files into heaps."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = catalogue.files
        self.added: list[ArticleFile] = []
        self.changed: list[ArticleFile] = []
        self.unchanged: list[FileState] = []
        self.touched: list[FileState] = []

    def sort(self, file: ArticleFile) -> None:
        state = self._known.get(file.relative)
        if state is None:
            self.added.append(file)
        elif file.stamp and state.stamp == file.stamp and state.digest:
            self.unchanged.append(state)
        elif state.digest and digest(file.path) == state.digest:
            self.touched.append(state._replace(stamp=file.stamp))
        else:
            self.changed.append(file)


def digest(path: Path) -> str:
    """A hash of the bytes of a file; "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            hashed = blake2b(digest_size=DIGEST_SIZE)
            while chunk := file.read(CHUNK):
                hashed.update(chunk)
    except OSError:
        return ""
    return hashed.hexdigest()


def relative_name(path: Path, folders: Mapping[Path, str]) -> str:
    """The name in the archive of a path in one of the folders; the path itself where it is in none."""
    for folder, prefix in folders.items():
        if path.is_relative_to(folder):
            inner = path.relative_to(folder).as_posix()
            return readable((prefix + inner).removesuffix("/."))
    return readable(str(path))


def _is_behind(path: str, blocked: frozenset[str]) -> bool:
    """Whether a file, or a folder above it, could not be looked at."""
    return any(str(part) in blocked for part in (PurePosixPath(path), *PurePosixPath(path).parents))
