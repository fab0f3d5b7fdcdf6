"""The postings of one field go into a segment term by term, and come out for one term or for a range of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds, signed
from index.columns.bits import WINDOW
from index.columns.coding import CodedLists, PostingLists, decode, encode
from index.columns.sections import Sections, SectionsWriter
from index.columns.vocabulary import Vocabulary, write_vocabulary


class Postings(NamedTuple):
    """The documents (int32, ascending) that hold a term, and how often each does."""

    documents: NDArray[np.int32]
    frequencies: NDArray[np.int32]


class Positions(NamedTuple):
    """Where a term stands: in `documents[i]` (int32, ascending) at `positions[offsets[i]:offsets[i + 1]]`."""

    documents: NDArray[np.int32]
    offsets: Ints
    positions: NDArray[np.int32]


class CodedTerm(NamedTuple):
    """A term as it is stored, in `holders` of the `size` documents of a segment, `frequency` times in all.

    `stream` begins with its bits, which docs/index-format.md tells, and goes on for `WINDOW` bytes after them.
    """

    stream: NDArray[np.uint8]
    size: int
    holders: int
    frequency: int


class CodedTerms(NamedTuple):
    """Several terms as they are stored: where the bits of each begin in `stream`, and what `CodedTerm` counts."""

    stream: NDArray[np.uint8]
    offsets: Ints
    holders: NDArray[np.int32]
    frequencies: NDArray[np.int32]


def write_postings(
    writer: SectionsWriter,
    field: str,
    chunks: Iterable[PostingLists],
    documents: int,
    position_bits: NDArray[np.uint8],
) -> None:
    """Write the vocabulary and the postings of a field, given in the order of its terms; see `coding.encode`."""
    terms: list[str] = []
    columns: list[tuple[Ints, Ints, Ints]] = [(np.zeros(0, np.int64),) * 3]
    writer.begin(f"{field}.postings", np.dtype(np.uint8))
    for chunk in chunks:
        coded = encode(chunk, documents, position_bits)
        writer.append(coded.stream)
        terms += chunk.terms
        columns.append((chunk.document_frequencies, coded.frequencies, coded.sizes))
    writer.append(np.zeros(WINDOW, np.uint8))
    counts, frequencies, sizes = (np.concatenate(column) for column in zip(*columns, strict=True))
    writer.write(f"{field}.document_frequencies", signed(counts))
    writer.write(f"{field}.frequencies", signed(frequencies))
    writer.write(f"{field}.posting_offsets", signed(bounds(sizes)))
    write_vocabulary(writer, field, terms)


class PostingsReader:
    """The postings of one field in a segment of `documents` documents; without `position_bits` it has no positions."""

    def __init__(self, sections: Sections, field: str, documents: int, position_bits: NDArray[np.uint8] | None) -> None:
        self._sections = sections
        self._field = field
        self._documents = documents
        self._position_bits = position_bits
        self.vocabulary = Vocabulary(sections, field)

    def postings(self, term: int) -> Postings:
        """The documents that hold a term, and how often."""
        lists = self.lists(term, term + 1, positions=False)
        return Postings(lists.documents.astype(np.int32), lists.frequencies.astype(np.int32))

    def positions(self, term: int) -> Positions:
        """The documents that hold a term, and where in each."""
        lists = self.lists(term, term + 1)
        if lists.positions is None:
            raise ValueError("this field has no positions")
        documents, positions = lists.documents.astype(np.int32), lists.positions.astype(np.int32)
        return Positions(documents, bounds(lists.frequencies), positions)

    def coded(self, term: int) -> CodedTerm:
        """A term as it is stored."""
        stream = self._stream(int(self.offsets[term]), int(self.offsets[term + 1]))
        count, frequency = self.vocabulary.document_frequencies[term], self.vocabulary.frequencies[term]
        return CodedTerm(stream, self._documents, int(count), int(frequency))

    def coded_terms(self, terms: Ints) -> CodedTerms:
        """Terms as they are stored, given their ascending numbers; everything between them is read, too."""
        offsets = self.offsets.take(terms).astype(np.int64)
        stream = self._stream(int(offsets[0]), int(self.offsets[terms[-1] + 1]))
        counts, frequencies = self.vocabulary.document_frequencies, self.vocabulary.frequencies
        return CodedTerms(stream, offsets - offsets[0], counts.take(terms), frequencies.take(terms))

    def lists(self, start: int, stop: int, positions: bool = True) -> PostingLists:
        """The postings of the terms from `start` to before `stop`, all at once; with `positions`, if there are any."""
        if start < 0:
            raise IndexError(f"there is no term {start}")
        vocabulary, ends = self.vocabulary, self.offsets[start : stop + 1].astype(np.int64)
        counts = vocabulary.document_frequencies[start:stop].astype(np.int64)
        frequencies = vocabulary.frequencies[start:stop].astype(np.int64)
        coded = CodedLists(self._stream(int(ends[0]), int(ends[-1])), np.diff(ends), frequencies)
        bits = self._position_bits if positions else None
        return decode(coded, vocabulary.terms(start, stop), counts, self._documents, bits)

    @cached_property
    def offsets(self) -> NDArray[np.signedinteger[Any]]:
        """Where the bytes of each term begin, and where the last one's end."""
        return self._sections.array(f"{self._field}.posting_offsets")

    def _stream(self, start: int, stop: int) -> NDArray[np.uint8]:
        return self._sections.part(f"{self._field}.postings", start, stop + WINDOW)
