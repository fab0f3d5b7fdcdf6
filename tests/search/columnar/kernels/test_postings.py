"""What is decoded of a term's postings is what was encoded, whatever is asked of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.columns import CodedTerm
from index.columns.bits import WINDOW
from index.columns.coding import PostingLists, encode
from search.columnar.kernels import postings as kernels
from search.columnar.scoring import Norms


@dataclass(frozen=True)
class Drawn:
    """A term, what it was made of, and the widths of positions."""

    term: CodedTerm
    documents: NDArray[np.int32]
    frequencies: NDArray[np.int32]
    positions: list[list[int]]
    widths: NDArray[np.uint8]


@st.composite
def drawn_terms(draw: st.DrawFn) -> Drawn:
    """A term in some of up to 3,000 documents, rare or common, once in each of them or more often."""
    size = draw(st.integers(1, 3000))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    count = draw(st.integers(1, size))
    documents = np.sort(rng.choice(size, count, replace=False))
    frequencies = rng.integers(1, draw(st.sampled_from((2, 4, 40))), count)
    widths = rng.integers(6, 9, size).astype(np.uint8)
    positions = [np.sort(rng.choice(64, n, replace=False)) for n in frequencies.tolist()]
    lists = PostingLists(["x"], np.array([count]), documents, frequencies, np.concatenate(positions))
    # What comes after the term is another one's.
    stream = np.concatenate([encode(lists, size, widths).stream, np.full(WINDOW, 0xFF, np.uint8)])
    term = CodedTerm(stream, size, count, int(frequencies.sum()))
    places = [each.tolist() for each in positions]
    return Drawn(term, documents.astype(np.int32), frequencies.astype(np.int32), places, widths)


def some_of(numbers: NDArray[np.int32], seed: int, most: int) -> NDArray[np.int32]:
    """Some of ascending numbers."""
    return np.sort(np.random.default_rng(seed).choice(numbers, min(most, len(numbers)), replace=False))


seeds, sizes = st.integers(0, 2**32), st.sampled_from((1, 5, 1000))


@given(drawn_terms(), seeds, sizes)
@settings(deadline=None)
def test_documents_and_their_places_are_those_that_were_encoded(drawn: Drawn, seed: int, most: int) -> None:
    assert np.array_equal(kernels.documents_of(drawn.term), drawn.documents)
    some = some_of(np.arange(drawn.term.size, dtype=np.int32), seed, most)
    place_of = {document: place for place, document in enumerate(drawn.documents.tolist())}
    expected = [place_of.get(document, -1) for document in some.tolist()]
    assert kernels.places_of(drawn.term, some).tolist() == expected


@given(drawn_terms(), seeds, sizes)
@settings(deadline=None)
def test_scores_are_those_of_the_frequencies_that_were_encoded(drawn: Drawn, seed: int, most: int) -> None:
    rng = np.random.default_rng(seed)
    lengths = rng.integers(0, 9, drawn.term.size).astype(np.uint8)
    norms, weight = Norms(lengths, rng.random(9).astype(np.float32)), np.float32(2.5)
    tf = np.zeros(drawn.term.size, np.float32)
    tf[drawn.documents] = drawn.frequencies
    expected = 1 + weight * tf / (tf + norms.of_length[lengths])
    assert np.array_equal(kernels.frequencies_of(drawn.term), drawn.frequencies)
    scores = np.ones(drawn.term.holders, np.float32)
    kernels.add_all_scores(scores, drawn.term, drawn.documents, norms, weight)
    np.testing.assert_allclose(scores, expected[drawn.documents], rtol=1e-6)
    some = some_of(np.arange(drawn.term.size, dtype=np.int32), seed, most)
    places = kernels.places_of(drawn.term, some)
    scores = np.ones(len(some), np.float32)
    kernels.add_some_scores(scores, drawn.term, some, places, norms, weight)
    np.testing.assert_allclose(scores, expected[some], rtol=1e-6)


@given(drawn_terms(), seeds, sizes)
@settings(deadline=None)
def test_spots_are_the_positions_that_were_encoded(drawn: Drawn, seed: int, most: int) -> None:
    some = some_of(drawn.documents, seed, most)
    position_of = dict(zip(drawn.documents.tolist(), drawn.positions, strict=True))
    expected = [document << 32 | place for document in some.tolist() for place in position_of[document]]
    found = kernels.spots_of(drawn.term, drawn.documents, drawn.widths, some)
    assert found.tolist() == expected


@given(drawn_terms(), seeds, sizes, st.integers(-3, 3))
@settings(deadline=None)
def test_spots_meet_where_the_term_stands_at_the_distance(drawn: Drawn, seed: int, most: int, distance: int) -> None:
    rng = np.random.default_rng(seed)
    starts = np.unique(rng.integers(0, drawn.term.size, most).astype(np.int64) << 32 | rng.integers(0, 64, most))
    there = {d << 32 | p for d, places in zip(drawn.documents.tolist(), drawn.positions, strict=True) for p in places}
    expected = [start for start in starts.tolist() if start + distance in there]
    found = kernels.meeting_spots(drawn.term, drawn.documents, drawn.widths, starts, distance)
    assert found.tolist() == expected
