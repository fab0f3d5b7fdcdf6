"""Posting lists go into bits and come out as arrays.

The documents of a term are coded by Elias and Fano's method (Vigna, "Quasi-succinct indices", WSDM 2013): of each
number the low bits as they are, the high bits as ones in a bitmap; a term in a quarter of all documents or more is a
plain bitmap. Frequencies are a bitmap with a one for the first occurrence of each document. A position takes as many
bits as the highest position of its document needs. docs/index-format.md has the layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns.bits import WINDOW, Ints, bit_length, ones, pack, pack_ones, spans, unpack
from index.columns.sections import Sections, SectionsWriter
from index.columns.vocabulary import Vocabulary, narrow, write_vocabulary


class Postings(NamedTuple):
    """The documents (int32, ascending) that hold a term, and how often each does."""

    documents: NDArray[np.int32]
    frequencies: NDArray[np.int32]


class Positions(NamedTuple):
    """Where a term stands: in `documents[i]` (int32, ascending) at `positions[offsets[i]:offsets[i + 1]]`."""

    documents: NDArray[np.int32]
    offsets: NDArray[np.int64]
    positions: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class PostingLists:
    """The postings of consecutive terms, flat: by term, then by document, then by position.

    `terms` are the texts; `document_frequencies[t]` entries of `documents` and `frequencies` belong to the t-th.
    `positions` has one entry for each occurrence, or is None in a field without positions.
    """

    terms: Sequence[str]
    document_frequencies: Ints
    documents: Ints
    frequencies: Ints
    positions: Ints | None


class Layout(NamedTuple):
    """How the bits of a term are divided: the width of a low part, and where the other parts begin and end."""

    low_bits: Ints
    high: Ints
    frequencies: Ints
    positions: Ints


def is_dense(documents: int, document_frequency: Ints) -> NDArray[np.bool_]:
    """Whether the documents of a term are a plain bitmap, which is then no larger than what it replaces."""
    return 4 * document_frequency >= documents


def layout(documents: int, document_frequency: Ints, frequency: Ints) -> Layout:
    """The layout of terms in `document_frequency` of `documents` documents, with `frequency` occurrences."""
    dense = is_dense(documents, document_frequency)
    low_bits = np.where(dense, 0, bit_length(documents // document_frequency) - 1)
    high = document_frequency * low_bits
    frequencies = high + np.where(dense, documents, document_frequency + ((documents - 1) >> low_bits))
    positions = frequencies + np.where(frequency > document_frequency, frequency, 0)
    return Layout(low_bits, high, frequencies, positions)


def bounds(lengths: NDArray[np.integer]) -> Ints:
    """Where runs of these lengths begin, and where the last one ends."""
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))


@dataclass(frozen=True, slots=True)
class EncodedLists:
    """The bytes of some terms one after the other, and for each term its number of bytes and of occurrences."""

    stream: NDArray[np.uint8]
    sizes: Ints
    frequencies: Ints


def encode(lists: PostingLists, documents: int, position_bits: NDArray[np.uint8]) -> EncodedLists:
    """Code the postings of at least one term, in an index of `documents` documents.

    `position_bits[d]` is the number of bits that holds every position of document d.
    """
    counts = lists.document_frequencies
    firsts = bounds(counts)[:-1]
    occurrences = np.add.reduceat(lists.frequencies, firsts)
    parts = layout(documents, counts, occurrences)
    widths = position_bits[lists.documents].astype(np.int64)
    bits = parts.positions
    if lists.positions is not None:
        bits = bits + np.add.reduceat(widths * lists.frequencies, firsts)
    sizes = (bits + 7) // 8
    starts, total = 8 * bounds(sizes)[:-1], int(sizes.sum())

    term = np.repeat(np.arange(len(counts)), counts)
    place = np.arange(len(term)) - firsts[term]
    low_bits = parts.low_bits[term]
    stream = pack(lists.documents & ~(-1 << low_bits), starts[term] + place * low_bits, low_bits, total)
    high = (lists.documents >> low_bits) + np.where(is_dense(documents, counts)[term], 0, place)
    stream |= pack_ones((starts + parts.high)[term] + high, total)
    repeated = occurrences > counts
    first = within(bounds(lists.frequencies)[:-1], firsts, counts)
    stream |= pack_ones(((starts + parts.frequencies)[term] + first)[repeated[term]], total)
    if lists.positions is not None:
        width = np.repeat(widths, lists.frequencies)
        offset = within(bounds(width)[:-1], bounds(occurrences)[:-1], occurrences)
        stream |= pack(lists.positions, np.repeat(starts + parts.positions, occurrences) + offset, width, total)
    return EncodedLists(stream, sizes, occurrences)


def within(values: Ints, firsts: Ints, counts: Ints) -> Ints:
    """Values of runs, counted from the first of their run; runs begin at `firsts` and hold `counts` values."""
    return values - np.repeat(values[firsts], counts)


def write_postings(
    writer: SectionsWriter,
    field: str,
    chunks: Iterable[PostingLists],
    documents: int,
    position_bits: NDArray[np.uint8],
) -> None:
    """Write the vocabulary and the postings of a field, given in the order of its terms."""
    terms: list[str] = []
    columns: list[tuple[Ints, Ints, Ints]] = [(np.zeros(0, np.int64),) * 3]
    writer.begin(f"{field}.postings", np.dtype(np.uint8))
    for chunk in chunks:
        encoded = encode(chunk, documents, position_bits)
        writer.append(encoded.stream)
        terms += chunk.terms
        columns.append((chunk.document_frequencies, encoded.frequencies, encoded.sizes))
    writer.append(np.zeros(WINDOW, np.uint8))
    for name, arrays in zip(
        ("document_frequencies", "frequencies", "posting_sizes"), zip(*columns, strict=True), strict=True
    ):
        writer.write(f"{field}.{name}", narrow(np.concatenate(arrays)))
    write_vocabulary(writer, field, terms)


class PostingsReader:
    """The postings of one field in one segment of `documents` documents."""

    def __init__(self, sections: Sections, field: str, documents: int, position_bits: NDArray[np.uint8] | None) -> None:
        self._sections = sections
        self._section = f"{field}.postings"
        self._sizes = f"{field}.posting_sizes"
        self._documents = documents
        self._position_bits = position_bits
        self.vocabulary = Vocabulary(sections, field)

    def documents(self, term: int) -> NDArray[np.int32]:
        """The documents that hold a term, ascending."""
        return self._coded(term).documents()

    def postings(self, term: int) -> Postings:
        """The documents that hold a term, and how often."""
        coded = self._coded(term)
        return Postings(coded.documents(), np.diff(coded.offsets()).astype(np.int32))

    def positions(self, term: int) -> Positions:
        """The documents that hold a term, and where in each."""
        if self._position_bits is None:
            raise ValueError(f"{self._section}: this field has no positions")
        coded = self._coded(term)
        documents, offsets = coded.documents(), coded.offsets()
        widths = np.repeat(self._position_bits[documents].astype(np.int64), np.diff(offsets))
        return Positions(documents, offsets, coded.positions(widths))

    def lists(self, start: int, stop: int) -> PostingLists:
        """The postings of the terms from `start` to before `stop`, all at once."""
        counts = self.vocabulary.document_frequencies[start:stop].astype(np.int64)
        occurrences = self.vocabulary.frequencies[start:stop].astype(np.int64)
        offsets = self._offsets[start : stop + 1]
        stream = self._sections.part(self._section, int(offsets[0]), int(offsets[-1]) + WINDOW)
        parts = layout(self._documents, counts, occurrences)
        starts, firsts = 8 * (offsets[:-1] - offsets[0]), bounds(counts)[:-1]
        flags = np.unpackbits(stream, bitorder="little").view(np.bool_)

        term = np.repeat(np.arange(len(counts)), counts)
        place = np.arange(len(term)) - firsts[term]
        high = ones_of_runs(flags, starts + parts.high, parts.frequencies - parts.high, counts)
        high -= np.where(is_dense(self._documents, counts)[term], 0, place)
        low_bits = parts.low_bits[term]
        documents = (high << low_bits) | unpack(stream, starts[term] + place * low_bits, low_bits)
        repeated = occurrences > counts
        first = place.copy()
        first[repeated[term]] = ones_of_runs(
            flags, (starts + parts.frequencies)[repeated], occurrences[repeated], counts[repeated]
        )
        first += bounds(occurrences)[:-1][term]
        frequencies = np.diff(first, append=occurrences.sum())
        terms = self.vocabulary.terms(start, stop)
        if self._position_bits is None:
            return PostingLists(terms, counts, documents, frequencies, None)
        width = np.repeat(self._position_bits[documents].astype(np.int64), frequencies)
        offset = within(bounds(width)[:-1], bounds(occurrences)[:-1], occurrences)
        positions = unpack(stream, np.repeat(starts + parts.positions, occurrences) + offset, width)
        return PostingLists(terms, counts, documents, frequencies, positions)

    @cached_property
    def _offsets(self) -> Ints:
        return bounds(self._sections.array(self._sizes))

    def _coded(self, term: int) -> CodedTerm:
        if term < 0:
            raise IndexError(f"there is no term {term}")
        start, stop = int(self._offsets[term]), int(self._offsets[term + 1])
        stream = self._sections.part(self._section, start, stop + WINDOW)
        count = self.vocabulary.document_frequencies[term : term + 1].astype(np.int64)
        frequency = self.vocabulary.frequencies[term : term + 1].astype(np.int64)
        parts = [int(part[0]) for part in layout(self._documents, count, frequency)]
        dense = bool(is_dense(self._documents, count)[0])
        return CodedTerm(stream, int(count[0]), int(frequency[0]), dense, *parts)


@dataclass(frozen=True, slots=True)
class CodedTerm:
    """The bits of one term, and what is known of them; see `Layout`."""

    stream: NDArray[np.uint8]
    count: int
    frequency: int
    dense: bool
    low_bits: int
    high_at: int
    frequencies_at: int
    positions_at: int

    def documents(self) -> NDArray[np.int32]:
        """The documents, ascending."""
        documents = ones(self.stream, self.high_at, self.frequencies_at - self.high_at)
        if not self.dense:
            documents -= np.arange(self.count)
        if self.low_bits:
            low = unpack(self.stream, np.arange(self.count) * self.low_bits, self.low_bits)
            documents = (documents << self.low_bits) | low
        return documents.astype(np.int32)

    def offsets(self) -> Ints:
        """Where the occurrences of each document begin, and where those of the last end."""
        if self.count == self.frequency:
            return np.arange(self.count + 1)
        return np.append(ones(self.stream, self.frequencies_at, self.frequency), self.frequency)

    def positions(self, widths: Ints) -> NDArray[np.int32]:
        """The position of each occurrence, given how many bits it takes."""
        return unpack(self.stream, self.positions_at + bounds(widths)[:-1], widths).astype(np.int32)


def ones_of_runs(flags: NDArray[np.bool_], starts: Ints, lengths: Ints, counts: Ints) -> Ints:
    """Where the ones are in runs of flags, counted from the start of each run; the i-th run has `counts[i]` ones."""
    found = np.flatnonzero(flags[spans(starts, lengths)])
    return found - np.repeat(bounds(lengths)[:-1], counts)
