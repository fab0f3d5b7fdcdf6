"""One article file goes in; its raw articles come out, with an error value for each part that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.article import RawArticle
from index.errors import UnreadableArticleError
from index.reading.formats import reader_of, split_suffix
from index.reading.limits import Limits
from index.reading.source import opened


def read_file(path: Path, relative: str, limits: Limits) -> Iterator[RawArticle | UnreadableArticleError]:
    """The articles of a file, in its order.

    `relative` is the file's name in the archive, which its articles carry. An error that names a line concerns that
    line alone; one without a line concerns the file, and ends it. Nothing is raised for a bad file.
    """
    suffix, packed = split_suffix(path.name)
    reader = reader_of(suffix)
    if reader is None:
        yield UnreadableArticleError(path, f"its format ({suffix or 'no ending'}) is not known")
        return
    try:
        with opened(path, relative, limits, packed) as source:
            yield from reader(source)
    except UnreadableArticleError as error:
        yield error
