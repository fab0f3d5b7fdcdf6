"""Analysed articles go in one by one; segment files of bounded size come out."""

from __future__ import annotations

from array import array
from pathlib import Path

import numpy as np

from index.columns.arrays import bounds
from index.columns.inversion import KeywordInverter, TextInverter
from index.columns.lock import writing
from index.columns.segment import ARTICLE_ID, NO_DATE, SegmentSummary
from index.columns.stored import encode_article
from index.columns.writing import SegmentContent, write_segment
from index.document import Document, Fields, IndexedArticle

# What is held and what writing it takes at its peak, in bytes: at least, and for each thing. They were measured as
# resident memory, and are on the safe side by a tenth.
LEAST_BYTES = 24 << 20
TOKEN_BYTES = 37
TERM_BYTES = 160
VALUE_BYTES = 46
ARTICLE_BYTES = 700
EPOCH = 719163  # date(1970, 1, 1).toordinal()


class SegmentBuilder:
    """Builds the segments of one process; several processes may build into one folder at once.

    `memory` is what building may take at its peak, in bytes; with less than 40 megabytes segments would be tiny. The
    caller holds the write lock.
    """

    def __init__(self, folder: Path, fields: Fields, memory: int) -> None:
        self._folder = folder
        self._fields = fields
        self._memory = memory
        self._written: list[SegmentSummary] = []
        self._content = _Content(fields)

    def add(self, article: IndexedArticle) -> None:
        """Take in an article; one of the same id that came before it will be replaced by it.

        Raises ValueError for an id that is not of 16 hexadecimal digits, and `UnwritableIndexError`.
        """
        if not ARTICLE_ID.fullmatch(article.article.id):
            raise ValueError(f"{article.article.path}: {article.article.id!r} is not an article id")
        self._content.add(article)
        if self._content.memory >= self._memory:
            self.flush()

    def flush(self) -> None:
        """Write what is held as a segment. Raises `UnwritableIndexError`."""
        if self._content.articles:
            with writing(self._folder):
                self._written.append(write_segment(self._folder, self._content.finished()))
            self._content = _Content(self._fields)

    def finish(self) -> tuple[SegmentSummary, ...]:
        """Write what is left; the segments of this builder, in the order of the articles."""
        self.flush()
        return tuple(self._written)


class _Content:
    """What has been added since the last flush."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._ids = array("Q")
        self._dates = array("i")
        self._signatures: list[tuple[int, ...]] = []
        self._stored: list[bytes] = []
        self._stored_bytes = 0
        self._document_counts = array("I")
        self._ordinals = array("I")
        self._text = TextInverter(fields.text)
        self._keywords = {field: KeywordInverter() for field in (*fields.keyword, *fields.facets)}
        self._labels: dict[str, dict[str, str]] = {field: {} for field in fields.facets}

    @property
    def articles(self) -> int:
        return len(self._ids)

    @property
    def memory(self) -> int:
        """An estimate, in bytes, of what is held and of what writing it will take."""
        keywords = self._keywords.values()
        return (
            LEAST_BYTES
            + self._stored_bytes
            + ARTICLE_BYTES * self.articles
            + TOKEN_BYTES * self._text.tokens
            + TERM_BYTES * (self._text.terms + sum(k.terms for k in keywords))
            + VALUE_BYTES * sum(k.occurrences for k in keywords)
        )

    def add(self, indexed: IndexedArticle) -> None:
        article = indexed.article
        self._ids.append(int(article.id, 16))
        self._dates.append(NO_DATE if article.date is None else article.date.toordinal() - EPOCH)
        self._signatures.append(indexed.signature)
        self._stored.append(encode_article(article, indexed.mentions))
        self._stored_bytes += len(self._stored[-1])
        self._document_counts.append(len(indexed.documents))
        for document in indexed.documents:
            self._add_document(document)
        for mention in indexed.mentions:
            if mention.kind in self._labels:
                self._labels[mention.kind][mention.entity] = mention.label

    def _add_document(self, document: Document) -> None:
        number = len(self._ordinals)
        self._ordinals.append(document.ordinal)
        self._text.add(document)
        for field, values in document.values.items():
            if field in self._keywords:
                self._keywords[field].add(number, values)

    def finished(self) -> SegmentContent:
        return SegmentContent(
            fields=self._fields,
            article_ids=np.frombuffer(self._ids, np.uint64),
            dates=np.frombuffer(self._dates, np.int32),
            signatures=np.array(self._signatures, np.uint64),
            stored=self._stored,
            stored_sizes=np.fromiter(map(len, self._stored), np.int64, self.articles),
            article_starts=bounds(np.frombuffer(self._document_counts, np.uint32)),
            ordinals=np.frombuffer(self._ordinals, np.uint32).astype(np.int64),
            position_bits=self._text.position_bits(),
            lengths={field: self._text.lengths(field) for field in self._fields.text},
            labels=self._labels,
            postings=lambda field: (
                self._keywords[field].postings() if field in self._keywords else self._text.postings(field)
            ),
        )
