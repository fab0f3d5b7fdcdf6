"""Decoding some postings of a term gives what decoding all of them does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.columns.bits import WINDOW, BitCounts
from index.columns.coding import PostingLists, encode
from index.columns.term_postings import TermPostings


@st.composite
def coded_terms(draw: st.DrawFn) -> tuple[TermPostings, PostingLists]:
    """A term in some of up to 3,000 documents, rare or common, once in each of them or more often."""
    size = draw(st.integers(1, 3000))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    count = draw(st.integers(1, size))
    documents = np.sort(rng.choice(size, count, replace=False)).astype(np.int64)
    frequencies = rng.integers(1, draw(st.sampled_from((2, 4, 40))), count)
    bits = rng.integers(6, 9, size).astype(np.uint8)
    positions = np.concatenate([np.sort(rng.choice(64, n, replace=False)) for n in frequencies.tolist()])
    lists = PostingLists(["x"], np.array([count]), documents, frequencies, positions)
    coded = encode(lists, size, bits)
    stream = np.concatenate([coded.stream, np.zeros(WINDOW, np.uint8)])
    return TermPostings(stream, size, count, int(frequencies.sum()), bits), lists


@given(coded_terms(), st.integers(0, 2**32), st.sampled_from((1, 5, 1000)))
def test_some_postings_are_those_of_all(drawn: tuple[TermPostings, PostingLists], seed: int, some: int) -> None:
    term, lists = drawn
    wanted = np.random.default_rng(seed).choice(term.count, min(some, term.count), replace=False)
    wanted.sort()
    assert np.array_equal(np.flatnonzero(term.flags()), lists.documents)
    assert np.array_equal(term.documents, lists.documents)
    assert np.array_equal(term.places(lists.documents.take(wanted)), wanted)
    assert np.array_equal(term.frequencies(), lists.frequencies)
    assert np.array_equal(term.frequencies(wanted), lists.frequencies.take(wanted))
    assert lists.positions is not None
    offsets = np.concatenate(([0], np.cumsum(lists.frequencies)))
    found = term.positions(wanted)
    assert np.array_equal(found.documents, lists.documents.take(wanted))
    for place, start, stop in zip(wanted, found.offsets[:-1], found.offsets[1:], strict=True):
        expected = lists.positions[offsets[place] : offsets[place + 1]]
        assert np.array_equal(found.positions[start:stop], expected)


def test_a_field_without_positions_has_none() -> None:
    with pytest.raises(ValueError, match="no positions"):
        TermPostings(np.zeros(9, np.uint8), 1, 1, 1, None).positions()


@given(st.binary(min_size=1, max_size=300))
def test_ones_are_counted_and_found(data: bytes) -> None:
    stream = np.frombuffer(data + bytes(WINDOW), np.uint8)
    places = np.flatnonzero(np.unpackbits(stream, bitorder="little"))
    counts = BitCounts(stream)
    assert np.array_equal(counts.find(np.arange(len(places))), places)
    every = np.arange(8 * len(data))
    assert np.array_equal(counts.before(every), places.searchsorted(every))
