"""A word and a number of edits go in, the terms of one vocabulary that are so near to it come out.

A term's signature has one bit for each letter in it. One edit adds at most one letter and removes at most one, so
comparing lengths and signatures of the whole vocabulary at once leaves few terms to measure.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from index.columns import Vocabulary


def signatures(texts: list[str]) -> NDArray[np.uint64]:
    """The signatures of words, none of them empty."""
    if not texts:
        return np.empty(0, np.uint64)
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), "<u4")
    # Sixty-four classes: lower-case Latin letters have one each, digits share theirs with a few signs.
    classes = np.where(letters < 64, letters & 31, letters & 63).astype(np.uint64)
    starts = np.cumsum([0, *map(len, texts[:-1])])
    return np.bitwise_or.reduceat(np.uint64(1) << classes, starts)


class Spellings:
    """The terms of one vocabulary, ready to be compared."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        texts = vocabulary.terms(0, len(vocabulary))
        self._vocabulary = vocabulary
        self._lengths = np.fromiter(map(len, texts), np.int32, len(texts))
        self._signatures = signatures(texts)

    def near(self, text: str, edits: int) -> dict[str, int]:
        """The terms within `edits` of `text`, and how far they are; a transposition is one edit.

        The distance is optimal string alignment (no part of a word is edited twice), as in Lucene's FuzzyQuery.
        """
        terms = [self._vocabulary.term(number) for number in self._candidates(text, edits).tolist()]
        distances = ((term, OSA.distance(text, term, score_cutoff=edits)) for term in terms)
        return {term: distance for term, distance in distances if distance <= edits}

    def _candidates(self, text: str, edits: int) -> NDArray[np.intp]:
        wanted = signatures([text])[0] if text else np.uint64(0)
        near = np.abs(self._lengths - len(text)) <= edits
        near &= np.bitwise_count(self._signatures & ~wanted) <= edits
        near &= np.bitwise_count(~self._signatures & wanted) <= edits
        return np.flatnonzero(near)
