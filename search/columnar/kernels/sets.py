"""Sets of numbers, as ascending numbers or as words of bits, go in; their combinations come out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.columnar.kernels.bits import lowest
from search.columnar.kernels.compiled import compiled

Numbers = NDArray[np.int32]
Words = NDArray[np.uint64]

U = np.uint64


@compiled
def numbers_of(words: Words, count: int) -> Numbers:
    """The numbers whose bits are set, `count` of them."""
    numbers = np.empty(count, np.int32)
    found = 0
    for place in range(len(words)):
        word = words[place]
        while word:
            numbers[found] = place * 64 + lowest(word)
            found += 1
            word &= word - U(1)
    return numbers


@compiled
def set_bits(words: Words, numbers: Numbers) -> None:
    """Set the bits of some numbers."""
    for number in numbers:
        words[number >> 6] |= U(1) << U(number & 63)


@compiled
def with_bits(numbers: Numbers, words: Words, wanted: bool) -> Numbers:
    """Those numbers whose bit is set or, if not `wanted`, is not set."""
    kept = np.empty(len(numbers), np.int32)
    found = 0
    for number in numbers:
        kept[found] = number
        found += (words[number >> 6] >> U(number & 63) & U(1) == U(1)) == wanted
    return kept[:found]


@compiled
def of_articles(documents: Numbers, article_of: Numbers, words: Words) -> Numbers:
    """Those documents whose article's bit is set."""
    kept = np.empty(len(documents), np.int32)
    found = 0
    for document in documents:
        article = article_of[document]
        kept[found] = document
        found += words[article >> 6] >> U(article & 63) & U(1) == U(1)
    return kept[:found]


@compiled
def articles_of(documents: Numbers, article_of: Numbers) -> Numbers:
    """The articles of ascending documents, each once."""
    articles = np.empty(len(documents), np.int32)
    found, last = -1, -1
    for document in documents:
        article = article_of[document]
        found += article != last
        articles[found] = last = article
    return articles[: found + 1]


@compiled
def documents_of(articles: Numbers, starts: Numbers) -> Numbers:
    """The documents of ascending articles."""
    size = 0
    for article in articles:
        size += starts[article + 1] - starts[article]
    documents = np.empty(size, np.int32)
    found = 0
    for article in articles:
        for document in range(starts[article], starts[article + 1]):
            documents[found] = document
            found += 1
    return documents


@compiled
def places_of(few: Numbers, many: Numbers) -> Numbers:
    """Where each of some ascending numbers is among many, -1 where it is not.

    From one to the next the place is found by strides that double (Bentley and Yao, "An almost optimal algorithm for
    unbounded searching", 1976): the cost follows the shorter of both.
    """
    places = np.full(len(few), -1, np.int32)
    low = 0
    for row in range(len(few)):
        number, stride = few[row], 1
        while low + stride < len(many) and many[low + stride] < number:
            stride *= 2
        high = min(low + stride, len(many))
        while low < high:
            middle = (low + high) // 2
            if many[middle] < number:
                low = middle + 1
            else:
                high = middle
        if low < len(many) and many[low] == number:
            places[row] = low
    return places


@compiled
def upper_halves(numbers: NDArray[np.int64]) -> tuple[Numbers, NDArray[np.int32]]:
    """The upper 32 bits of ascending numbers, each once, and how often each is there; negative numbers are left out."""
    halves, counts = np.empty(len(numbers), np.int32), np.zeros(len(numbers), np.int32)
    found = -1
    for number in numbers:
        if number >= 0:
            half = number >> 32
            if found < 0 or half != halves[found]:
                found += 1
                halves[found] = half
            counts[found] += 1
    return halves[: found + 1], counts[: found + 1]
