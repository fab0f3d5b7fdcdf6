"""Loops over sets do what Python's own sets do."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.columnar.kernels import sets as kernels
from search.columnar.sets import NumberSet, Words, unite

SIZE = 300
numbers = st.sets(st.integers(0, SIZE - 1))


def array(some: set[int]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array(sorted(some), np.int32)


def bits(some: set[int]) -> Words:
    words = np.zeros(SIZE // 64 + 1, np.uint64)
    kernels.set_bits(words, array(some))
    return words


@given(numbers)
@settings(deadline=None)
def test_bits_give_back_the_numbers_that_were_set(some: set[int]) -> None:
    assert kernels.numbers_of(bits(some), len(some)).tolist() == sorted(some)


@given(numbers, numbers)
@settings(deadline=None)
def test_numbers_are_kept_by_their_bits_and_found_by_strides(some: set[int], others: set[int]) -> None:
    assert kernels.with_bits(array(some), bits(others), True).tolist() == sorted(some & others)
    assert kernels.with_bits(array(some), bits(others), False).tolist() == sorted(some - others)
    place_of = {number: place for place, number in enumerate(sorted(others))}
    assert kernels.places_of(array(some), array(others)).tolist() == [place_of.get(n, -1) for n in sorted(some)]


@given(numbers, numbers, st.lists(st.booleans(), min_size=2, max_size=2))
@settings(deadline=None)
def test_sets_combine_as_sets_in_either_form(some: set[int], others: set[int], as_bits: list[bool]) -> None:
    a, b = (
        NumberSet(SIZE, words=bits(each)) if form else NumberSet(SIZE, array(each))
        for each, form in zip((some, others), as_bits, strict=True)
    )
    assert (a & b).numbers.tolist() == sorted(some & others)
    assert (a - b).numbers.tolist() == sorted(some - others)
    assert unite([a, b], SIZE).numbers.tolist() == sorted(some | others)
    assert len(a) == len(some)
    assert [n for n in range(SIZE) if n in a] == sorted(some)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30), st.data())
@settings(deadline=None)
def test_documents_and_articles_belong_together(sizes: list[int], data: st.DataObject) -> None:
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    article_of = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    articles = data.draw(st.sets(st.integers(0, len(sizes) - 1)))
    documents = data.draw(st.sets(st.integers(0, max(len(article_of) - 1, 0)))) if len(article_of) else set()
    owned = [d for d in range(len(article_of)) if article_of[d] in articles]
    assert kernels.documents_of(array(articles), starts).tolist() == owned
    assert kernels.of_articles(array(documents), article_of, bits(articles)).tolist() == sorted({*owned} & documents)
    assert kernels.articles_of(array(documents), article_of).tolist() == sorted({int(article_of[d]) for d in documents})


@given(st.lists(st.integers(-(2**33), 2**34)))
@settings(deadline=None)
def test_upper_halves_are_counted(some: list[int]) -> None:
    halves, counts = kernels.upper_halves(np.array(sorted(some), np.int64))
    expected = [number >> 32 for number in sorted(some) if number >= 0]
    assert halves.tolist() == sorted(set(expected))
    assert counts.tolist() == [expected.count(half) for half in halves.tolist()]
