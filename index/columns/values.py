"""Which values of a facet each paragraph and each article carries: the postings of a facet field, turned round."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columns.bits import Ints, ones, pack_ones
from index.columns.postings import bounds
from index.columns.sections import Sections, SectionsWriter
from index.columns.vocabulary import Vocabulary, narrow


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one facet field, as numbers of `names`.

    Paragraph p carries `paragraph_values[paragraph_offsets[p]:paragraph_offsets[p + 1]]`, article a carries
    `article_values[article_offsets[a]:article_offsets[a + 1]]`: distinct, ascending.
    """

    names: Vocabulary
    paragraph_offsets: Ints
    paragraph_values: NDArray[np.unsignedinteger]
    article_offsets: Ints
    article_values: NDArray[np.unsignedinteger]


def write_values(writer: SectionsWriter, field: str, documents: Ints, values: Ints, article_starts: Ints) -> None:
    """Write the columns of a facet, given all its (document, value) pairs."""
    articles = np.searchsorted(article_starts, documents, side="right") - 1
    _write_rows(writer, f"{field}.paragraph", documents, values, int(article_starts[-1]))
    _write_rows(writer, f"{field}.article", articles, values, len(article_starts) - 1)


def _write_rows(writer: SectionsWriter, name: str, rows: Ints, values: Ints, count: int) -> None:
    pairs = np.unique(rows << 32 | values)
    writer.write(f"{name}_values", narrow(pairs & 0xFFFFFFFF))
    ends = bounds(np.bincount(pairs >> 32, minlength=count))[1:]
    # One bit for each value and one for each row: ends[i] + i are the places of the latter.
    writer.write(f"{name}_rows", pack_ones(ends + np.arange(count), (len(pairs) + count + 7) // 8))


def _read_rows(sections: Sections, name: str, count: int) -> tuple[Ints, NDArray[np.unsignedinteger]]:
    values = sections.array(f"{name}_values")
    ends = ones(sections.array(f"{name}_rows"), 0, len(values) + count) - np.arange(count)
    return np.concatenate(([0], ends)), values


def read_values(sections: Sections, field: str, names: Vocabulary, documents: int, articles: int) -> Values:
    """The columns of a facet in a segment of so many documents and articles."""
    paragraph_rows = _read_rows(sections, f"{field}.paragraph", documents)
    article_rows = _read_rows(sections, f"{field}.article", articles)
    return Values(names, *paragraph_rows, *article_rows)
