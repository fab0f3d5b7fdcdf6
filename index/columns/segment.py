"""One immutable segment of an index: a file goes in, articles and their paragraphs come out of it as mapped arrays.

Articles and documents are numbered from 0 within the segment. A document is one searched paragraph; those of an
article are contiguous and in reading order.
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.article import Article
from index.columns.coding import PostingLists
from index.columns.postings import CodedTerm, CodedTerms, Positions, Postings, PostingsReader
from index.columns.sections import Sections
from index.columns.stored import decode_article
from index.columns.values import Values, read_values
from index.columns.vocabulary import Vocabulary
from index.document import Fields, Mention
from index.errors import DamagedIndexError

# The date of an article that has none.
NO_DATE = -(2**31)
# Ids come from strangers, too: what is no id is the id of no article.
ARTICLE_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class SegmentSummary:
    """What tells one segment from another: its name, its file's size in bytes and checksum, and what it counts."""

    name: str
    size: int
    checksum: int
    documents: int
    articles: int

    @property
    def file_name(self) -> str:
        """The name of its file in the folder of the index."""
        return f"{self.name}.dpc"


class Segment:
    """One segment, open for reading; every array is read-only, and any number of threads may share it.

    Reading raises `DamagedIndexError` where the file is not what was written.
    """

    def __init__(self, folder: Path, summary: SegmentSummary) -> None:
        self.name = summary.name
        self.summary = summary
        self._sections = Sections(folder / summary.file_name)
        if (self._sections.size, self._sections.checksum) != (summary.size, summary.checksum):
            raise DamagedIndexError(self._sections.path, "it is not the file that was committed")
        self.document_count = summary.documents
        self.article_count = summary.articles
        self._labels: dict[str, dict[str, str]] = {}
        fields = self._sections.about["fields"]
        self.fields = Fields(**{kind: tuple(names) for kind, names in fields.items()})

    @cached_property
    def article_starts(self) -> NDArray[np.int32]:
        """Where the documents of each article begin, and where the last one's end: (article_count + 1,)."""
        return self._sections.array("article_starts")

    @cached_property
    def article_of(self) -> NDArray[np.int32]:
        """The article of each document."""
        return np.repeat(np.arange(self.article_count, dtype=np.int32), np.diff(self.article_starts))

    @cached_property
    def ordinals(self) -> NDArray[np.integer]:
        """The ordinal in its article of the paragraph that each document is."""
        return self._sections.array("ordinals")

    @cached_property
    def dates(self) -> NDArray[np.int32]:
        """The date of each article in days since 1970-01-01, `NO_DATE` where it has none."""
        return self._sections.array("dates")

    @cached_property
    def article_ids(self) -> NDArray[np.uint64]:
        """The id of each article, its 16 hexadecimal digits read as a number."""
        return self._sections.array("article_ids")

    @cached_property
    def signatures(self) -> NDArray[np.uint64]:
        """The signature of each article, by which copies are found: (article_count, its length)."""
        return self._sections.array("signatures")

    def lengths(self, field: str) -> NDArray[np.integer]:
        """The number of tokens of each document in a text field."""
        return self._sections.array(f"{field}.lengths")

    def total_length(self, field: str) -> int:
        """The number of tokens of all documents in a text field."""
        return int(self.vocabulary(field).frequencies.sum(dtype=np.int64))

    def vocabulary(self, field: str) -> Vocabulary:
        """The terms of a field; none where the index has no such field."""
        return self._postings[field].vocabulary

    def postings(self, field: str, term: int) -> Postings:
        """The documents that hold a term, and how often each does."""
        return self._postings[field].postings(term)

    def positions(self, field: str, term: int) -> Positions:
        """The documents that hold a term of a text field, and where."""
        return self._postings[field].positions(term)

    def coded_term(self, field: str, term: int) -> CodedTerm:
        """A term as it is stored, for those who decode as little of it as they need."""
        return self._postings[field].coded(term)

    def coded_terms(self, field: str, terms: NDArray[np.int64]) -> CodedTerms:
        """Terms as they are stored, given their ascending numbers; everything between them is read, too."""
        return self._postings[field].coded_terms(terms)

    def posting_offsets(self, field: str) -> NDArray[np.signedinteger[Any]]:
        """Where the bytes of each term of a field begin, and where the last one's end."""
        return self._postings[field].offsets

    def posting_lists(self, field: str, start: int, stop: int, positions: bool = True) -> PostingLists:
        """The postings of the terms from `start` to before `stop`, decoded at once, with or without positions."""
        return self._postings[field].lists(start, stop, positions)

    def values(self, field: str) -> Values:
        """The values of a facet field, by paragraph and by article."""
        return self._values[field]

    def labels(self, field: str) -> dict[str, str]:
        """The label of each value of a facet field that has one; not to be changed."""
        if field not in self._labels:
            data = self._sections.array(f"{field}.labels").tobytes()
            self._labels[field] = json.loads(zlib.decompress(data))
        return self._labels[field]

    def stored(self, article: int) -> tuple[Article, tuple[Mention, ...]]:
        """An article, and the evidence for its facet values."""
        return decode_article(self.stored_bytes(article, article + 1))

    @cached_property
    def stored_offsets(self) -> NDArray[np.signedinteger[Any]]:
        """Where the stored form of each article begins, and where the last one's ends."""
        return self._sections.array("stored_offsets")

    def stored_bytes(self, start: int, stop: int) -> bytes:
        """The stored forms of the articles from `start` to before `stop`, one after the other."""
        first, last = self.stored_offsets[start], self.stored_offsets[stop]
        return self._sections.part("stored", int(first), int(last)).tobytes()

    def find_article(self, article_id: str) -> int:
        """The number of the article of this id, -1 where there is none; deleted articles are found too."""
        if not ARTICLE_ID.fullmatch(article_id):
            return -1
        number = np.uint64(int(article_id, 16))
        place = np.searchsorted(self.article_ids, number, sorter=self._id_order)
        if place == self.article_count or self.article_ids[self._id_order[place]] != number:
            return -1
        return int(self._id_order[place])

    @cached_property
    def _id_order(self) -> NDArray[np.intp]:
        return np.argsort(self.article_ids)

    @cached_property
    def position_bits(self) -> NDArray[np.uint8]:
        """The number of bits that holds every position of each document."""
        return self._sections.array("position_bits")

    @cached_property
    def _postings(self) -> dict[str, PostingsReader]:
        fields, count = self.fields, self.document_count
        text = {f: PostingsReader(self._sections, f, count, self.position_bits) for f in fields.text}
        rest = {f: PostingsReader(self._sections, f, count, None) for f in (*fields.keyword, *fields.facets)}
        return text | rest

    @cached_property
    def _values(self) -> dict[str, Values]:
        return {field: read_values(self._sections, field, self.vocabulary(field)) for field in self.fields.facets}

    def damaged_sections(self) -> tuple[str, ...]:
        """Read the whole file and name the sections that are not what was written."""
        return self._sections.damaged_sections()
