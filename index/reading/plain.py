"""A text file goes in, one raw article comes out."""

from __future__ import annotations

from collections.abc import Iterator

from index.article import RawArticle
from index.reading.repair import entities_read, remnants
from index.reading.source import Source
from index.reading.text import stored_text


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of a text file."""
    text = stored_text(entities_read(source.text()))
    yield RawArticle(path=source.relative, text=text, doubts=tuple(remnants(text)))
