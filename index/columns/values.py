"""Which values of a facet each paragraph and each article carries: the postings of a facet field, turned round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds, signed, unsigned
from index.columns.sections import Sections, SectionsWriter
from index.columns.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one facet field, as numbers of `names`.

    Paragraph p carries `paragraph_values[paragraph_offsets[p]:paragraph_offsets[p + 1]]`, article a carries
    `article_values[article_offsets[a]:article_offsets[a + 1]]`: distinct, ascending.
    """

    names: Vocabulary
    paragraph_offsets: NDArray[np.signedinteger[Any]]
    paragraph_values: NDArray[np.unsignedinteger[Any]]
    article_offsets: NDArray[np.signedinteger[Any]]
    article_values: NDArray[np.unsignedinteger[Any]]


def write_values(writer: SectionsWriter, field: str, documents: Ints, values: Ints, article_starts: Ints) -> None:
    """Write the columns of a facet, given all its (document, value) pairs."""
    articles = np.searchsorted(article_starts, documents, side="right") - 1
    _write_rows(writer, f"{field}.paragraph", documents, values, int(article_starts[-1]))
    _write_rows(writer, f"{field}.article", articles, values, len(article_starts) - 1)


def _write_rows(writer: SectionsWriter, name: str, rows: Ints, values: Ints, count: int) -> None:
    pairs = np.unique(rows << 32 | values)
    writer.write(f"{name}_values", unsigned(pairs & 0xFFFFFFFF))
    writer.write(f"{name}_offsets", signed(bounds(np.bincount(pairs >> 32, minlength=count))))


def read_values(sections: Sections, field: str, names: Vocabulary) -> Values:
    """The columns of a facet."""
    columns = ("paragraph_offsets", "paragraph_values", "article_offsets", "article_values")
    return Values(names, *(sections.array(f"{field}.{column}") for column in columns))
