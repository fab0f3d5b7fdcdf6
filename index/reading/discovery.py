"""Folders go in; the article files in them come out, in an order that stays the same."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from index.errors import UnreadableArticleError
from index.reading.formats import known_suffixes, split_suffix

# What a download in progress, an editor or a file manager leaves beside articles; it is theirs, not a bad article.
PASSING_SUFFIXES = ("~", ".tmp", ".part", ".partial", ".crdownload", ".swp")
PASSING_NAMES = frozenset({"thumbs.db", "desktop.ini"})
# Browsers save the images and scripts of « page.html » into one of these.
COMPANION_ENDINGS = ("_files", "_fichiers", "-Dateien", ".files")
# What names begin with that are looked at twice: hidden files and README.
SUSPICIOUS = ".rR"


class ArticleFile(NamedTuple):
    """A file to read.

    `location` is where it is, `relative` its name in the archive ("/" between parts, NFC). `stamp` changes whenever the
    file does (its size, times and inode); it was last touched at `changed`, in nanoseconds since 1970.
    """

    location: str
    relative: str
    stamp: str
    changed: int

    @property
    def path(self) -> Path:
        """Where it is; made only when asked for, because an archive may hold a hundred thousand files."""
        return Path(self.location)


def discover(folders: Mapping[Path, str], apart: Path | None = None) -> Iterator[ArticleFile | UnreadableArticleError]:
    """Every article file under the folders, at any depth, sorted by name within each folder.

    Names are relative to the folder, behind what is given for it. Hidden files, README files and passing ones (editors,
    downloads, a saved page's images) are left out silently; what looks like an article but cannot be one is given as
    an error. A folder is visited once, however many links lead to it, and `apart` not at all: the index may stand among
    the articles.
    """
    visited: set[tuple[int, int]] = {_identity(apart.stat())} if apart is not None and apart.exists() else set()
    for folder, prefix in folders.items():
        yield from _walk(str(folder), prefix, visited)


def readable(name: str) -> str:
    """A file's name in NFC; one that is not UTF-8 is taken for the Windows-1252 of old archives."""
    try:
        name.encode()
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("cp1252", "replace")
    return unicodedata.normalize("NFC", name)


def _walk(folder: str, prefix: str, visited: set[tuple[int, int]]) -> Iterator[ArticleFile | UnreadableArticleError]:
    try:
        identity = _identity(Path(folder).stat())
        if identity in visited:
            return
        visited.add(identity)
        with os.scandir(folder) as found:
            entries = [
                (entry.name if entry.name.isascii() else readable(entry.name), entry.name, entry) for entry in found
            ]
    except OSError as error:
        yield UnreadableArticleError(Path(folder), f"the folder cannot be read ({error.strerror})")
        return
    # Two names may differ in nothing but how their accents are made.
    entries.sort(key=itemgetter(0, 1))
    names, ordinary = {name for name, _, _ in entries}, tuple(known_suffixes())
    for name, _, entry in entries:
        # Nearly all names tell at a glance what they are, and there may be a hundred thousand.
        plain = name.endswith(ordinary) and name[0] not in SUSPICIOUS
        if plain or not _is_passed_over(name, names):
            seen = _look_at(entry, prefix + name, plain)
            if seen is None:
                yield from _walk(entry.path, f"{prefix}{name}/", visited)
            else:
                yield seen


def _look_at(entry: os.DirEntry[str], relative: str, known: bool) -> ArticleFile | UnreadableArticleError | None:
    """The article file that an entry of a folder is, or why it is none; None for a folder.

    `known` says that its format is.
    """
    try:
        status = entry.stat()
    except OSError as error:
        reason = "is a dangling link" if entry.is_symlink() else f"cannot be examined ({error.strerror})"
        return UnreadableArticleError(Path(entry.path), reason)
    kind = stat.S_IFMT(status.st_mode)
    if kind == stat.S_IFDIR:
        return None
    if kind != stat.S_IFREG:
        return UnreadableArticleError(Path(entry.path), "is not a regular file")
    if known or split_suffix(entry.name)[0] in known_suffixes():
        return ArticleFile(entry.path, relative, _stamp(status), status.st_ctime_ns)
    formats = ", ".join(sorted(known_suffixes()))
    return UnreadableArticleError(Path(entry.path), f"its format is not known (known are {formats}, and .gz of each)")


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _stamp(status: os.stat_result) -> str:
    # The change time tells of edits that set the other time back; the inode, of files that were replaced.
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _is_passed_over(name: str, beside: set[str]) -> bool:
    lower = name.lower()
    if lower.startswith((".", "readme")) or lower.endswith(PASSING_SUFFIXES) or lower in PASSING_NAMES:
        return True
    return name.endswith(COMPANION_ENDINGS) and any(
        f"{name.removesuffix(ending)}{suffix}" in beside
        for ending in COMPANION_ENDINGS
        if name.endswith(ending)
        for suffix in (".html", ".htm")
    )
