"""An article file goes in; its articles, and the state of the file for the catalogue, come out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from index.article import RawArticle
from index.cleaning import article_id
from index.cleaning.learning import origin
from index.errors import UnreadableArticleError
from index.reading import ArticleFile, Limits, read_file
from index.reindexing.catalogue import Fault, FileState, written_faults
from index.reindexing.scanning import digest


class Entry(NamedTuple):
    """An article of a file that stands in the index: its id, a hash of its content, its source, what is in doubt."""

    article: str
    content: str
    origin: str
    doubts: tuple[Fault, ...]


def articles_of(file: ArticleFile, limits: Limits) -> Iterator[RawArticle | UnreadableArticleError]:
    """The articles of a file; whatever happens, no exception."""
    try:
        yield from read_file(file.path, file.relative, limits)
    except Exception as error:
        yield stumbled(file.path, error)


def entry_of(raw: RawArticle) -> Entry:
    """What the catalogue says of an article that stands in the index."""
    content = blake2b(repr(raw).encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()
    doubts = tuple(Fault(raw.path, raw.line, doubt) for doubt in raw.doubts)
    return Entry(article_id(raw.path, raw.key), content, origin(raw), doubts)


def state_of(file: ArticleFile, found: Iterable[Entry | UnreadableArticleError]) -> FileState:
    """The state of a file in which so much was found; of several articles of one id the last counts.

    The file is read while `found` is gone through, and hashed before: if it changes meanwhile, the next run sees
    another hash, and reads it again.
    """
    hashed = digest(file.path)
    entries: dict[str, Entry] = {}
    faults: list[Fault] = []
    for each in found:
        if isinstance(each, UnreadableArticleError):
            faults.append(Fault(file.relative, each.line, each.reason))
        else:
            entries[each.article] = each
    return FileState(
        file.relative,
        file.stamp,
        hashed,
        " ".join(entries),
        " ".join(entry.content for entry in entries.values()) if len(entries) > 1 else "",
        json.dumps(Counter(entry.origin for entry in entries.values())),
        written_faults(faults),
        written_faults(doubt for entry in entries.values() for doubt in entry.doubts),
    )


def stumbled(path: Path, error: Exception, line: int | None = None) -> UnreadableArticleError:
    """A mistake of ours costs the article that brought it to light, and not the other hundred thousand."""
    reason = f"cannot be indexed, please report this ({type(error).__name__}: {error})"
    return UnreadableArticleError(path, reason, line)
