"""Posting lists go into bits and come out as arrays: one term at a time for searching, many for merging.

The documents of a term are coded by Elias and Fano's method (Vigna, "Quasi-succinct indices", WSDM 2013): of each
number the low bits as they are, the high bits as ones in a bitmap. A term in a quarter of all documents or more is a
plain bitmap, which is then no larger. Frequencies are a bitmap too, with a one for the first occurrence in each
document. A position takes as many bits as the highest position of its document needs. What a number means follows
from the counts of the term, so a term has no header. docs/index-format.md has an example.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds, moved, spans
from index.columns.bits import bit_length, pack, pack_ones, unpack


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


@dataclass(frozen=True, slots=True)
class CodedLists:
    """The bytes of consecutive terms, and for each its number of bytes and of occurrences."""

    stream: NDArray[np.uint8]
    sizes: Ints
    frequencies: Ints


class Layout(NamedTuple):
    """How the bits of a term are divided: the width of a low part, and where the other parts begin and end."""

    low_bits: Ints
    high: Ints
    frequencies: Ints
    positions: Ints


def is_dense(documents: int, counts: Ints) -> NDArray[np.bool_]:
    """Whether the documents of a term, `counts` of `documents`, are a plain bitmap."""
    return 4 * counts >= documents


def layout(documents: int, counts: Ints, frequencies: Ints) -> Layout:
    """The layout of terms in `counts` of `documents` documents, with `frequencies` occurrences."""
    dense = is_dense(documents, counts)
    low_bits = np.where(dense, 0, bit_length(documents // counts) - 1)
    high = counts * low_bits
    first = high + np.where(dense, documents, counts + ((documents - 1) >> low_bits))
    return Layout(low_bits, high, first, first + np.where(frequencies > counts, frequencies, 0))


def encode(lists: PostingLists, documents: int, position_bits: NDArray[np.uint8]) -> CodedLists:
    """Code the postings of at least one term, in a segment of `documents` documents.

    `position_bits[d]` is the number of bits that holds every position of document d.
    """
    counts, firsts = lists.document_frequencies, bounds(lists.document_frequencies)[:-1]
    frequencies = np.add.reduceat(lists.frequencies, firsts)
    parts = layout(documents, counts, frequencies)
    widths = position_bits[lists.documents].astype(np.int64)
    bits = parts.positions
    if lists.positions is not None:
        bits = bits + np.add.reduceat(widths * lists.frequencies, firsts)
    sizes = (bits + 7) // 8
    starts, total = 8 * bounds(sizes)[:-1], int(sizes.sum())

    # For each posting: its term, and its place among the postings of that.
    term = np.repeat(np.arange(len(counts)), counts)
    place = np.arange(len(term)) - firsts[term]
    low_bits = parts.low_bits[term]
    stream = pack(lists.documents & ~(-1 << low_bits), starts[term] + place * low_bits, low_bits, total)
    high = (lists.documents >> low_bits) + np.where(is_dense(documents, counts)[term], 0, place)
    stream |= pack_ones((starts + parts.high)[term] + high, total)
    first = moved(bounds(lists.frequencies)[:-1], firsts, counts, starts + parts.frequencies)
    stream |= pack_ones(first[(frequencies > counts)[term]], total)
    if lists.positions is not None:
        width = np.repeat(widths, lists.frequencies)
        places = moved(bounds(width)[:-1], bounds(frequencies)[:-1], frequencies, starts + parts.positions)
        stream |= pack(lists.positions, places, width, total)
    return CodedLists(stream, sizes, frequencies)


def decode(
    coded: CodedLists, terms: Sequence[str], counts: Ints, documents: int, position_bits: NDArray[np.uint8] | None
) -> PostingLists:
    """What `encode` was given, in a segment of `documents` documents; without `position_bits` without positions."""
    frequencies = coded.frequencies
    parts = layout(documents, counts, frequencies)
    starts, firsts = 8 * bounds(coded.sizes)[:-1], bounds(counts)[:-1]
    flags = np.unpackbits(coded.stream, bitorder="little").view(np.bool_)

    # For each posting: its term, and its place among the postings of that.
    term = np.repeat(np.arange(len(counts)), counts)
    place = np.arange(len(term)) - firsts[term]
    low_bits = parts.low_bits[term]
    high = _ones_of_runs(flags, starts + parts.high, parts.frequencies - parts.high, counts)
    high -= np.where(is_dense(documents, counts)[term], 0, place)
    numbers = (high << low_bits) | unpack(coded.stream, starts[term] + place * low_bits, low_bits)
    repeated = frequencies > counts
    first = place.copy()
    first[repeated[term]] = _ones_of_runs(
        flags, (starts + parts.frequencies)[repeated], frequencies[repeated], counts[repeated]
    )
    occurrences = np.diff(first + bounds(frequencies)[:-1][term], append=frequencies.sum())
    if position_bits is None:
        return PostingLists(terms, counts, numbers, occurrences, None)
    width = np.repeat(position_bits[numbers].astype(np.int64), occurrences)
    places = moved(bounds(width)[:-1], bounds(frequencies)[:-1], frequencies, starts + parts.positions)
    return PostingLists(terms, counts, numbers, occurrences, unpack(coded.stream, places, width))


def _ones_of_runs(flags: NDArray[np.bool_], starts: Ints, lengths: Ints, counts: Ints) -> Ints:
    """Where the ones are in runs of flags, counted from the start of each run; the i-th run has `counts[i]` ones."""
    found = np.flatnonzero(flags[spans(starts, lengths)])
    return found - np.repeat(bounds(lengths)[:-1], counts)
