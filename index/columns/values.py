"""Which values of a facet each paragraph and each article carries: the postings of a facet field, turned round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds, signed, unsigned
from index.columns.coding import PostingLists
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


def pairs_of(lists: PostingLists, first: int) -> Ints:
    """One number for each document and term, the document in its upper 32 bits; terms are numbered from `first` on."""
    return lists.documents << 32 | np.repeat(first + np.arange(len(lists.terms)), lists.document_frequencies)


def write_values(writer: SectionsWriter, field: str, pairs: Ints, article_starts: Ints) -> None:
    """Write the columns of a facet, given all its pairs (see `pairs_of`) in any order."""
    pairs.sort()
    _write_rows(writer, f"{field}.paragraph", pairs, int(article_starts[-1]))
    articles = np.searchsorted(article_starts, pairs >> 32, side="right") - 1
    _write_rows(writer, f"{field}.article", np.unique(articles << 32 | pairs & 0xFFFFFFFF), len(article_starts) - 1)


def _write_rows(writer: SectionsWriter, name: str, pairs: Ints, count: int) -> None:
    writer.write(f"{name}_values", unsigned(pairs & 0xFFFFFFFF))
    writer.write(f"{name}_offsets", signed(bounds(np.bincount(pairs >> 32, minlength=count))))


def read_values(sections: Sections, field: str, names: Vocabulary) -> Values:
    """The columns of a facet."""
    columns = ("paragraph_offsets", "paragraph_values", "article_offsets", "article_values")
    return Values(names, *(sections.array(f"{field}.{column}") for column in columns))
