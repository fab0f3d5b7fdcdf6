"""A text file goes in, one raw article comes out."""

from __future__ import annotations

from collections.abc import Iterator

from index.article import RawArticle
from index.reading.source import Source
from index.reading.text import stored_text


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of a text file."""
    yield RawArticle(path=source.relative, text=stored_text(source.text()))
