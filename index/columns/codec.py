"""The bridge to stock Whoosh: our segments go in, what its Searcher wants to read comes out.

A table of contents begins with Whoosh's own, in which each segment is pickled as a `ColumnSegment`; that names
`ColumnCodec`, whose readers serve Whoosh from the same arrays as our own evaluation. Nothing here is on our own read
path, which looks at no pickle. Writing goes through `SegmentBuilder` and `publish`, not through `ix.writer()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.analysis import IDAnalyzer, SpaceSeparatedTokenizer
from whoosh.codec import base
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, KEYWORD, STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from index.columns.codec_readers import STORED_FIELDS, ColumnDocumentReader, ColumnTermsReader
from index.columns.segment import NO_DATE, Segment, SegmentSummary
from index.document import Fields

INDEX_NAME = "MAIN"


def schema(fields: Fields) -> Schema:
    """The schema by which Whoosh knows an index: analysed text, whole values, a sortable date, and stored fields."""
    text = {name: TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True) for name in fields.text}
    whole = {name: KEYWORD(analyzer=IDAnalyzer()) for name in (*fields.keyword, *fields.facets)}
    stored = {name: STORED() for name in STORED_FIELDS}
    return Schema(date=COLUMN(NumericColumn("i", default=NO_DATE)), **(stored | text | whole))


def whoosh_contents(
    number: int, fields: Fields, segments: Sequence[Segment], deleted: Sequence[NDArray[np.int32]]
) -> bytes:
    """The bytes of Whoosh's table of contents for a generation; `deleted` articles are given for each segment."""
    entries = [
        ColumnSegment(segment.summary, _documents_of(segment, articles))
        for segment, articles in zip(segments, deleted, strict=True)
    ]
    storage = RamStorage()
    TOC(schema(fields), entries, number).write(storage, INDEX_NAME)
    data: bytes = storage.files[f"_{INDEX_NAME}_{number}.toc"]
    return data


def _documents_of(segment: Segment, articles: NDArray[np.int32]) -> bytes:
    """The documents of some articles as a bitmap, empty where there are none."""
    if not len(articles):
        return b""
    return np.packbits(np.isin(segment.article_of, articles), bitorder="little").tobytes()


class ColumnSegment(base.Segment):  # type: ignore[misc]
    """What Whoosh's table of contents holds of a segment."""

    def __init__(self, summary: SegmentSummary, deleted: bytes) -> None:
        self.indexname, self.segid = summary.name.split("_")
        self.compound = False
        self.summary = summary
        self._deleted = deleted

    def codec(self) -> ColumnCodec:
        """The codec that reads it."""
        return ColumnCodec()

    def doc_count_all(self) -> int:
        """The number of documents, deleted ones included."""
        return self.summary.documents

    def deleted_count(self) -> int:
        """The number of deleted documents."""
        return len(self.deleted_docs())

    def deleted_docs(self) -> list[int]:
        """The deleted documents, ascending."""
        bits = np.unpackbits(np.frombuffer(self._deleted, np.uint8), bitorder="little")
        return np.flatnonzero(bits[: self.summary.documents]).tolist()

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return bool(self._deleted) and bool(self._deleted[docnum >> 3] >> (docnum & 7) & 1)


class ColumnCodec(base.Codec):  # type: ignore[misc]
    """Reads our segments for Whoosh."""

    def terms_reader(self, storage: Any, segment: ColumnSegment) -> ColumnTermsReader:
        """The terms and postings of a segment."""
        return ColumnTermsReader(Segment(Path(storage.folder), segment.summary))

    def per_document_reader(self, storage: Any, segment: ColumnSegment) -> ColumnDocumentReader:
        """The lengths, dates and stored fields of the documents of a segment."""
        return ColumnDocumentReader(Segment(Path(storage.folder), segment.summary), segment.deleted_docs())
