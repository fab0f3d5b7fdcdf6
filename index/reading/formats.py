"""The table of formats: the ending of a file's name goes in, the function that reads such files comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TypeAlias

from index.article import RawArticle
from index.errors import UnreadableArticleError
from index.reading.source import Source

Reader: TypeAlias = Callable[[Source], Iterator[RawArticle | UnreadableArticleError]]
"""Reads one open file. Yields an error for a part that cannot be read, raises it for the file as a whole."""


MODULES: Mapping[str, str] = {
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".jsonl": "jsonl",
}
"""Which module beside this one reads which ending. A new format is a module with a `read`, and a line here."""


@cache
def reader_of(suffix: str) -> Reader | None:
    """The function that reads files of this ending, imported when the first of them comes; None for unknown ones."""
    if suffix not in MODULES:
        return None
    found: Reader = import_module(f"index.reading.{MODULES[suffix]}").read
    return found


def known_suffixes() -> frozenset[str]:
    """The endings that are read, in lower case; each may be followed by ".gz"."""
    return frozenset(MODULES)


def split_suffix(name: str) -> tuple[str, bool]:
    """The ending of a file's name in lower case, without ".gz", and whether ".gz" followed it."""
    lower = name.lower()
    plain_name = lower.removesuffix(".gz")
    dot = plain_name.rfind(".")
    return (plain_name[dot:] if dot > 0 else ""), plain_name != lower
