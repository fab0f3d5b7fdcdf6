"""What is known of the article files goes into one file beside the segments, and comes back from it whole.

The file is UTF-8 with a checksum before it: texts divided by NUL, a header in JSON, then eight for each article file.
It is read by splitting, because it stands between a reader and the one new article among a hundred thousand.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, starmap
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from index.errors import DamagedIndexError

MAGIC = b"depeche catalogue 3\n"
# What versions before wrote: seven texts for each file, none for what is in doubt.
EARLIER = b"depeche catalogue 2\n"
PREFIX = "catalogue-"
CHECKSUM_SIZE = 4


class FileState(NamedTuple):
    """What is known of one article file since it was last read: all texts, because there are so many.

    `path` is its name in the archive; `stamp` is what `stat` said of it and `digest` a hash of its bytes, each ""
    where it is not known; `articles` are the ids in the index that came from it, divided by spaces; `contents` are
    hashes of them, in the same order, where there are several; `origins` says in JSON how many of them count to which
    source (see `cleaning.origin`), but for those that stay from an earlier version of the file; `faults` is a JSON
    list of (line or null, reason), "" where there are none; `doubts`, in the same form, tells what was indexed all the
    same and should be looked at.
    """

    path: str
    stamp: str = ""
    digest: str = ""
    articles: str = ""
    contents: str = ""
    origins: str = ""
    faults: str = ""
    doubts: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file, or line `line` (from 1) of it, is not in the index, or not in its present form, or is in doubt."""

    path: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}: line {self.line}"
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Learnt:
    """The furniture learnt of one source: the keys of its lines, and of how many articles they were learnt."""

    articles: int
    lines: frozenset[int]


NOTHING = Learnt(0, frozenset())
"""What is known of a source with too few articles to learn from."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is known of every article file, by its name in the archive, and of every source."""

    files: Mapping[str, FileState] = field(default_factory=dict)
    learnt: Mapping[str, Learnt] = field(default_factory=dict)


def faults_of(state: FileState) -> tuple[Fault, ...]:
    """The faults of a file, in the order of its lines."""
    return tuple(Fault(state.path, line, reason) for line, reason in json.loads(state.faults or "[]"))


def doubts_of(state: FileState) -> tuple[Fault, ...]:
    """What is in doubt of a file, in the order of its lines."""
    return tuple(Fault(state.path, line, reason) for line, reason in json.loads(state.doubts or "[]"))


def is_skipped(state: FileState) -> bool:
    """Whether a file as a whole, and not only a line of it, is not in the index as it stands."""
    return bool(state.faults) and (not state.articles or any(fault.line is None for fault in faults_of(state)))


def written_faults(faults: Iterable[Fault]) -> str:
    """Faults as `FileState.faults` and `FileState.doubts` keep them."""
    listed = [(fault.line, fault.reason) for fault in faults]
    return json.dumps(listed) if listed else ""


def save(folder: Path, catalogue: Catalogue, name: str | None = None) -> str:
    """Write a catalogue into the folder of an index, synced to disk; return the name of its file, new or as given."""
    content = "\0".join(chain([_header(catalogue)], chain.from_iterable(catalogue.files.values())))
    data = content.encode("utf-8", "surrogateescape")
    path = folder / (name or f"{PREFIX}{token_hex(8)}")
    temporary = path.with_name(f"{path.name}.new")
    with temporary.open("wb") as file:
        file.write(MAGIC + zlib.crc32(data).to_bytes(CHECKSUM_SIZE, "little") + data)
        file.flush()
        os.fsync(file.fileno())
    temporary.rename(path)
    return path.name


def load(folder: Path, name: str) -> Catalogue:
    """Read a catalogue. Raises `DamagedIndexError` where it is lost or not what was written."""
    path = folder / name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DamagedIndexError(path, f"it cannot be read ({error.strerror})") from None
    start = len(MAGIC) + CHECKSUM_SIZE
    magic, checksum = data[: len(MAGIC)], data[len(MAGIC) : start]
    if magic not in (MAGIC, EARLIER) or checksum != zlib.crc32(data[start:]).to_bytes(CHECKSUM_SIZE, "little"):
        raise DamagedIndexError(path, "it is not the catalogue that was written")
    header, *texts = data[start:].decode("utf-8", "surrogateescape").split("\0")
    width = len(FileState._fields) - (magic == EARLIER)
    if len(texts) % width:
        raise DamagedIndexError(path, "it is not the catalogue that was written")
    columns = (texts[n::width] for n in range(width))
    states = starmap(FileState, zip(*columns, strict=True))
    return Catalogue({state.path: state for state in states}, _learnt(header))


def bytes_known(folder: Path) -> int:
    """The bytes of the largest catalogue in the folder: how much there is to look at, told before it is read."""
    return max((path.stat().st_size for path in folder.glob(f"{PREFIX}*")), default=0)


def sweep(folder: Path, kept: Iterable[str]) -> None:
    """Remove the catalogues of the folder that are not among `kept`."""
    names = set(kept)
    for path in folder.glob(f"{PREFIX}*"):
        if path.name not in names:
            path.unlink(missing_ok=True)


def _header(catalogue: Catalogue) -> str:
    learnt = {source: [known.articles, sorted(known.lines)] for source, known in catalogue.learnt.items()}
    return json.dumps({"learnt": learnt})


def _learnt(header: str) -> dict[str, Learnt]:
    learnt = json.loads(header)["learnt"]
    return {source: Learnt(articles, frozenset(lines)) for source, (articles, lines) in learnt.items()}
