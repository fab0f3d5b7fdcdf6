"""What a stock Whoosh Searcher reads from one of our segments: terms, postings, lengths, dates and stored fields."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec import base
from whoosh.columns import ColumnReader
from whoosh.matching import LeafMatcher, Matcher, ReadTooFar
from whoosh.reading import TermInfo, TermNotFound

from index.columns.segment import Segment

DATE = "date"
STORED_FIELDS = ("id", "path", "title", "source", "url", "ordinal", "text")


class ColumnTermsReader(base.TermsReader):  # type: ignore[misc]
    """The terms of a segment, ordered by field and then by their bytes."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        fields = segment.fields
        self._text = fields.text
        self._fields = sorted((*fields.text, *fields.keyword, *fields.facets))

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._find(*term) >= 0

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return self._fields

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Every term."""
        return ((field, term.encode()) for field in self._fields for term in self._segment.vocabulary(field))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms from one on, to the end of the last field."""
        for field in self._fields[bisect_left(self._fields, fieldname) :]:
            vocabulary = self._segment.vocabulary(field)
            start = vocabulary.prefix_range(prefix.decode())[0] if field == fieldname else 0
            yield from ((field, term.encode()) for term in vocabulary.terms(start, len(vocabulary)))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Every term with what is known of it."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The terms from one on with what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, tbytes: bytes) -> TermInfo:
        """The statistics of a term. Raises KeyError, which Whoosh expects here and in the next two."""
        return self._term_info(fieldname, self._number(fieldname, tbytes))

    def frequency(self, fieldname: str, tbytes: bytes) -> int:
        """The number of occurrences of a term."""
        return int(self._segment.vocabulary(fieldname).frequencies[self._number(fieldname, tbytes)])

    def doc_frequency(self, fieldname: str, tbytes: bytes) -> int:
        """The number of documents that hold a term."""
        return int(self._segment.vocabulary(fieldname).document_frequencies[self._number(fieldname, tbytes)])

    def matcher(self, fieldname: str, tbytes: bytes, format_: Any, scorer: Any = None) -> ColumnMatcher:
        """A matcher over the postings of a term. Raises `TermNotFound`."""
        number = self._find(fieldname, tbytes)
        if number < 0:
            raise TermNotFound(f"No term {fieldname}:{tbytes!r}")
        info = self._term_info(fieldname, number)
        return ColumnMatcher(self._segment, (fieldname, tbytes), number, info, format_, scorer)

    def cursor(self, fieldname: str, fieldobj: Any) -> ColumnCursor:
        """A cursor over the terms of a field."""
        return ColumnCursor(self, fieldname, list(self._segment.vocabulary(fieldname)))

    def _find(self, fieldname: str, tbytes: bytes) -> int:
        return self._segment.vocabulary(fieldname).find(tbytes.decode()) if fieldname in self._fields else -1

    def _number(self, fieldname: str, tbytes: bytes) -> int:
        number = self._find(fieldname, tbytes)
        if number < 0:
            raise KeyError(f"No term {fieldname}:{tbytes!r}")
        return number

    def _term_info(self, field: str, number: int) -> TermInfo:
        documents, frequencies = self._segment.postings(field, number)
        lengths = self._segment.lengths(field)[documents] if field in self._text else frequencies
        return TermInfo(
            weight=float(frequencies.sum()),
            df=len(documents),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(frequencies.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )


class ColumnCursor(base.FieldCursor):  # type: ignore[misc]
    """A place among the terms of one field."""

    def __init__(self, reader: ColumnTermsReader, fieldname: str, terms: Sequence[str]) -> None:
        self._reader = reader
        self._field = fieldname
        self._terms = terms
        self._place = 0

    def first(self) -> str | None:
        """Go to the first term."""
        self._place = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        """Go to the first term that is not before `string`."""
        self._place = bisect_left(self._terms, string.decode() if isinstance(string, bytes) else string)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._place += 1
        return self.text()

    def text(self) -> str | None:
        """The term here, None past the last."""
        return self._terms[self._place] if self.is_valid() else None

    term = text

    def term_info(self) -> TermInfo | None:
        """What is known of the term here."""
        return self._reader.term_info(self._field, self._terms[self._place].encode()) if self.is_valid() else None

    def is_valid(self) -> bool:
        """Whether there is a term here."""
        return self._place < len(self._terms)


class ColumnMatcher(LeafMatcher):  # type: ignore[misc]
    """The postings of one term, one at a time; for Whoosh's estimates of quality the whole list is one block."""

    def __init__(
        self, segment: Segment, term: tuple[str, bytes], number: int, info: TermInfo, format_: Any, scorer: Any
    ) -> None:
        self._segment, self._term, self._number, self._info = segment, term, number, info
        self.format, self.scorer = format_, scorer
        documents, frequencies = segment.postings(term[0], number)
        self._documents: list[int] = documents.tolist()
        self._frequencies: list[int] = frequencies.tolist()
        self._place = 0

    items_as = Matcher.items_as

    def copy(self) -> ColumnMatcher:
        """Another matcher at the same place."""
        other = ColumnMatcher(self._segment, self._term, self._number, self._info, self.format, self.scorer)
        other._place = self._place
        return other

    def reset(self) -> None:
        """Go to the first posting."""
        self._place = 0

    def is_active(self) -> bool:
        """Whether there is a posting here."""
        return self._place < len(self._documents)

    def id(self) -> int:
        """The document here."""
        return self._documents[self._place]

    def weight(self) -> float:
        """The frequency in the document here."""
        return float(self._frequencies[self._place])

    def next(self) -> None:
        """Go to the next posting."""
        self._place += 1

    def skip_to(self, id: int) -> None:
        """Go to the first posting from here on whose document is not before `id`."""
        if not self.is_active():
            raise ReadTooFar
        self._place = bisect_left(self._documents, id, self._place)

    def skip_to_quality(self, minquality: float) -> int:
        """Go to the next block that may score above `minquality`: past the end, if this one may not."""
        if self.block_quality() > minquality:
            return 0
        self._place = len(self._documents)
        return 1

    def value(self) -> bytes:
        """The value of the posting here, coded as Whoosh would have stored it."""
        weight = int(self.weight())
        positions = self.value_as("positions") if self.supports("positions") else [0] * weight
        coded: bytes = self.format.encode(positions) if self.supports("positions") else weight.to_bytes(4)
        return coded

    def value_as(self, astype: str) -> Any:
        """The value of the posting here as "frequency", "weight", "positions" or "position_boosts"."""
        if astype == "positions":
            return self._positions[self._offsets[self._place] : self._offsets[self._place + 1]]
        if astype == "position_boosts":
            return [(position, 1) for position in self.value_as("positions")]
        return {"frequency": self._frequencies[self._place], "weight": self.weight()}[astype]

    def block_min_length(self) -> int:
        """The length of the shortest document."""
        return int(self._info.min_length())

    def block_max_length(self) -> int:
        """The length of the longest document."""
        return int(self._info.max_length())

    def block_max_weight(self) -> float:
        """The highest frequency."""
        return float(self._info.max_weight())

    def block_min_id(self) -> int:
        """The first document."""
        return self._documents[0]

    def block_max_id(self) -> int:
        """The last document."""
        return self._documents[-1]

    @cached_property
    def _offsets(self) -> list[int]:
        return [0, *np.cumsum(self._frequencies).tolist()]

    @cached_property
    def _positions(self) -> list[int]:
        positions: list[int] = self._segment.positions(self._term[0], self._number).positions.tolist()
        return positions


class ColumnDocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """What a segment holds of each document."""

    def __init__(self, segment: Segment, deleted: Sequence[int]) -> None:
        self._segment = segment
        self._deleted = frozenset(deleted)

    def doc_count(self) -> int:
        """The number of documents that are not deleted."""
        return self._segment.document_count - len(self._deleted)

    def doc_count_all(self) -> int:
        """The number of documents."""
        return self._segment.document_count

    def has_deletions(self) -> bool:
        """Whether any document is deleted."""
        return bool(self._deleted)

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return docnum in self._deleted

    def deleted_docs(self) -> frozenset[int]:
        """The deleted documents."""
        return self._deleted

    def supports_columns(self) -> bool:
        """That there are columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether a field is a column."""
        return fieldname == DATE

    def list_columns(self) -> tuple[str, ...]:
        """The fields that are columns."""
        return (DATE,)

    def column_reader(self, fieldname: str, column: Any) -> DateReader:
        """The dates."""
        return DateReader(self._segment.dates[self._segment.article_of])

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """The number of tokens of a document in a text field."""
        return int(self._segment.lengths(fieldname)[docnum]) if fieldname in self._segment.fields.text else default

    def field_length(self, fieldname: str) -> int:
        """The number of tokens of all documents in a text field."""
        return self._segment.total_length(fieldname) if fieldname in self._segment.fields.text else 0

    def min_field_length(self, fieldname: str) -> int:
        """The number of tokens of the shortest document."""
        return int(self._segment.lengths(fieldname).min()) if self.field_length(fieldname) else 0

    def max_field_length(self, fieldname: str) -> int:
        """The number of tokens of the longest document."""
        return int(self._segment.lengths(fieldname).max()) if self.field_length(fieldname) else 0

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """The paragraph that a document is, and the facts of its article."""
        article, _ = self._segment.stored(int(self._segment.article_of[docnum]))
        paragraph = article.paragraphs[int(self._segment.ordinals[docnum])]
        facts = {name: getattr(article, name) for name in ("id", "path", "title", "source", "url", DATE)}
        return facts | {"ordinal": paragraph.ordinal, "text": paragraph.text}


class DateReader(ColumnReader):  # type: ignore[misc]
    """The date of the article of each document, in days since 1970-01-01."""

    def __init__(self, days: NDArray[np.int32]) -> None:
        self._days = days
        self._sign = 1

    def __len__(self) -> int:
        return len(self._days)

    def __getitem__(self, docnum: int) -> int:
        return int(self._days[docnum])

    def sort_key(self, docnum: int) -> int:
        """What orders documents by date."""
        return self._sign * self[docnum]

    def __iter__(self) -> Iterator[int]:
        return iter(self._days.tolist())

    def set_reverse(self) -> None:
        """Order documents from the newest on."""
        self._sign = -1
