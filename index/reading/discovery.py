"""Folders go in; the article files in them come out, in an order that stays the same."""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import UnreadableArticleError
from index.reading.formats import known_suffixes, split_suffix

# What a download in progress, an editor or a file manager leaves beside articles; it is theirs, not a bad article.
PASSING_SUFFIXES = ("~", ".tmp", ".part", ".partial", ".crdownload", ".swp")
PASSING_NAMES = frozenset({"thumbs.db", "desktop.ini"})
# Browsers save the images and scripts of « page.html » into one of these.
COMPANION_ENDINGS = ("_files", "_fichiers", "-Dateien", ".files")


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file to read: where it is, and its name in the archive (relative, "/" between parts, NFC)."""

    path: Path
    relative: str


def discover(folders: Sequence[Path]) -> Iterator[ArticleFile | UnreadableArticleError]:
    """Every article file under the folders, at any depth, sorted by name within each folder.

    Names are relative to the folder; with several folders they begin with as much of its own path as tells it from
    the others. Hidden files, README files and passing ones (editors, downloads, a saved page's images) are left out
    silently; what looks like an article but cannot be one is given as an error. A folder is visited once, however
    many links lead to it.
    """
    visited: set[tuple[int, int]] = set()
    for folder, prefix in zip(folders, prefixes(folders), strict=True):
        yield from _walk(folder, prefix, visited)


def prefixes(folders: Sequence[Path]) -> list[str]:
    """What the names of each folder's articles begin with: nothing for one folder, else its distinguishing path."""
    if len(folders) == 1:
        return [""]
    parts = [folder.absolute().parts for folder in folders]
    longest = max((len(part) for part in parts), default=0)
    for depth in range(1, longest + 1):
        names = ["/".join(part[-depth:]).lstrip("/") + "/" for part in parts]
        if len(set(names)) == len(set(parts)):
            return names
    return [""] * len(folders)


def _walk(folder: Path, prefix: str, visited: set[tuple[int, int]]) -> Iterator[ArticleFile | UnreadableArticleError]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in visited:
            return
        visited.add((status.st_dev, status.st_ino))
        entries = sorted(folder.iterdir(), key=lambda entry: unicodedata.normalize("NFC", entry.name))
    except OSError as error:
        yield UnreadableArticleError(folder, f"the folder cannot be read ({error.strerror})")
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if not _is_passed_over(entry.name, names):
            yield from _visit(entry, prefix + unicodedata.normalize("NFC", entry.name), visited)


def _visit(entry: Path, relative: str, visited: set[tuple[int, int]]) -> Iterator[ArticleFile | UnreadableArticleError]:
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        reason = "is a dangling link" if entry.is_symlink() else f"cannot be examined ({error.strerror})"
        yield UnreadableArticleError(entry, reason)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(entry, relative + "/", visited)
    elif not stat.S_ISREG(mode):
        yield UnreadableArticleError(entry, "is not a regular file")
    elif split_suffix(entry.name)[0] in known_suffixes():
        yield ArticleFile(entry, relative)
    else:
        known = ", ".join(sorted(known_suffixes()))
        yield UnreadableArticleError(entry, f"its format is not known (known are {known}, and .gz of each)")


def _is_passed_over(name: str, beside: set[str]) -> bool:
    lower = name.lower()
    if lower.startswith((".", "readme")) or lower.endswith(PASSING_SUFFIXES) or lower in PASSING_NAMES:
        return True
    stem = next((name.removesuffix(ending) for ending in COMPANION_ENDINGS if name.endswith(ending)), None)
    return stem is not None and any(f"{stem}{suffix}" in beside for suffix in (".html", ".htm"))
