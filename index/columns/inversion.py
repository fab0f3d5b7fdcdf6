"""Tokens and values of documents go in, in the order of the documents; posting lists in the order of terms come out.

A term is a number from the moment it is first seen: what is kept of an occurrence is that number and a place, in
flat arrays, and numpy sorts them in the end.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds
from index.columns.bits import bit_length
from index.columns.coding import PostingLists
from index.document import Document, Token

# Occurrences that are sorted out at once: enough to make numpy's cost per call negligible, few enough to stay small.
CHUNK = 1 << 17


class TermNumbers(dict[str, int]):
    """Numbers texts as they come, from 0."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


class TextInverter:
    """The token streams of documents, inverted by text field."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._columns = {field: Token._fields.index(field) for field in fields}
        self._numbers = {field: TermNumbers({"": 0}) for field in fields}
        self._terms = {field: array("I") for field in fields}
        self._positions = array("I")
        self._counts = array("I")

    @property
    def tokens(self) -> int:
        """How many tokens are held."""
        return len(self._positions)

    @property
    def terms(self) -> int:
        """How many distinct terms are held."""
        return sum(map(len, self._numbers.values()))

    def add(self, document: Document) -> None:
        """Take in the next document."""
        self._counts.append(len(document.tokens))
        if document.tokens:
            columns = tuple(zip(*document.tokens, strict=True))
            self._positions.extend(columns[0])
            for field, column in self._columns.items():
                self._terms[field].extend(map(self._numbers[field].__getitem__, columns[column]))

    def position_bits(self) -> NDArray[np.uint8]:
        """The number of bits that holds every position of each document."""
        counts = np.frombuffer(self._counts, np.uint32)
        highest = np.zeros(len(counts), np.int64)
        filled = counts > 0
        if filled.any():
            firsts = bounds(counts)[:-1][filled]
            highest[filled] = np.maximum.reduceat(np.frombuffer(self._positions, np.uint32), firsts)
        return bit_length(highest).astype(np.uint8)

    def lengths(self, field: str) -> Ints:
        """The number of tokens of each document that a field holds."""
        held = np.frombuffer(self._terms[field], np.uint32) != 0
        return np.diff(bounds(held)[bounds(np.frombuffer(self._counts, np.uint32))])

    def postings(self, field: str) -> Iterator[PostingLists]:
        """The postings of a field, in chunks."""
        counts = np.frombuffer(self._counts, np.uint32)
        documents = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
        positions = np.frombuffer(self._positions, np.uint32)
        terms = np.frombuffer(self._terms[field], np.uint32)
        order = _reading_order(documents, positions)
        documents, positions, terms = documents[order], positions[order], terms[order]
        yield from _invert(self._numbers[field], terms, documents, positions)


class KeywordInverter:
    """The values of one keyword field of documents, inverted."""

    def __init__(self) -> None:
        self._numbers = TermNumbers({"": 0})
        self._terms = array("I")
        self._documents = array("I")

    @property
    def occurrences(self) -> int:
        """How many values are held, repetitions included."""
        return len(self._terms)

    @property
    def terms(self) -> int:
        """How many distinct values are held."""
        return len(self._numbers)

    def add(self, document: int, values: Sequence[str]) -> None:
        """Take in the values of a document, whose number is not below that of any before."""
        self._terms.extend(map(self._numbers.__getitem__, values))
        self._documents.extend([document] * len(values))

    def postings(self) -> Iterator[PostingLists]:
        """The postings of the field, in chunks."""
        terms, documents = np.frombuffer(self._terms, np.uint32), np.frombuffer(self._documents, np.uint32)
        yield from _invert(self._numbers, terms, documents, None)


def _reading_order(documents: NDArray[np.uint32], positions: NDArray[np.uint32]) -> slice | NDArray[np.intp]:
    """What puts tokens in the order of their positions: nothing to do in nearly all cases."""
    falls = (positions[1:] < positions[:-1]) & (documents[1:] == documents[:-1])
    return np.lexsort((positions, documents)) if falls.any() else slice(None)


def _invert(
    numbers: TermNumbers, terms: NDArray[np.uint32], documents: NDArray[np.uint32], positions: NDArray[np.uint32] | None
) -> Iterator[PostingLists]:
    """Sort occurrences by the text of their term; the empty text is no term."""
    texts = sorted(numbers)
    order = np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts))
    ranks = np.empty_like(order)
    ranks[order] = np.arange(len(order))
    # One number sorts an occurrence by term, then by its place in the reading order.
    keys = ranks[terms]
    keys <<= 32
    keys |= np.arange(len(terms))
    keys.sort()
    ends = bounds(np.bincount(terms, minlength=len(texts))[order])
    for start, stop in chunks(ends, CHUNK, first=1):
        chunk = keys[ends[start] : ends[stop]]
        term, token = (chunk >> 32) - start, chunk & 0xFFFFFFFF
        where = None if positions is None else positions[token].astype(np.int64)
        yield group(texts[start:stop], term, documents[token].astype(np.int64), where)


def chunks(ends: Ints, size: int, first: int = 0) -> Iterator[tuple[int, int]]:
    """Ranges of terms with at most `size` occurrences, or one term; term t has those from `ends[t]` to `ends[t+1]`."""
    start = first
    while start < len(ends) - 1:
        stop = max(start + 1, int(np.searchsorted(ends, ends[start] + size, side="right")) - 1)
        yield start, stop
        start = stop


def group(texts: Sequence[str], terms: Ints, documents: Ints, positions: Ints | None) -> PostingLists:
    """Gather occurrences, sorted by term and document, into postings; every one of `texts` occurs."""
    new = (np.diff(terms, prepend=-1) != 0) | (np.diff(documents, prepend=-1) != 0)
    firsts = np.flatnonzero(new)
    frequencies = np.diff(firsts, append=len(terms))
    counts = np.bincount(terms[firsts], minlength=len(texts))
    return PostingLists(texts, counts, documents[firsts], frequencies, positions)
