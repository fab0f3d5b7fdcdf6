"""The table of formats: the ending of a file's name goes in, the function that reads such files comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from index.article import RawArticle
from index.errors import UnreadableArticleError
from index.reading.source import Source

Reader: TypeAlias = Callable[[Source], Iterator[RawArticle | UnreadableArticleError]]
"""Reads one open file. Yields an error for a part that cannot be read, raises it for the file as a whole."""


@cache
def readers() -> Mapping[str, Reader]:
    """Which function reads which ending. A new format is a module beside this one, and a line here."""
    from index.reading import html, jsonl, markdown, plain

    return {
        ".txt": plain.read,
        ".html": html.read,
        ".htm": html.read,
        ".md": markdown.read,
        ".jsonl": jsonl.read,
    }


def known_suffixes() -> frozenset[str]:
    """The endings that are read, in lower case; each may be followed by ".gz"."""
    return frozenset(readers())


def split_suffix(name: str) -> tuple[str, bool]:
    """The ending of a file's name in lower case, without ".gz", and whether ".gz" followed it."""
    lower = name.lower()
    plain_name = lower.removesuffix(".gz")
    dot = plain_name.rfind(".")
    return (plain_name[dot:] if dot > 0 else ""), plain_name != lower
