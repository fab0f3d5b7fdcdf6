"""A corpus goes in; the questions that every engine is asked come out, chosen by how common their words are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of every engine: paragraphs with all `words` (or the `phrase`, or a word beginning with `prefix`),
    and with the facet value `country`, if any. A question without any of these browses everything."""

    name: str
    words: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    prefix: str = ""
    country: str = ""


def questions(corpus: Corpus) -> tuple[Question, ...]:
    """One, two and three words, rare and common; a phrase; a prefix; a filter with a word; browsing."""
    frequencies = document_frequencies(corpus)

    def near(share: float, skip: int = 0) -> str:
        """The word that is in about this share of the paragraphs (the `skip`-th nearest)."""
        nearest = np.argsort(np.abs(frequencies - share * corpus.paragraphs), kind="stable")
        return corpus.words[int(nearest[skip])]

    common, often, some, few = near(0.9), near(0.1), near(0.02), near(0.001)
    return (
        Question("one word, common", (common,)),
        Question("one word, 10 %", (often,)),
        Question("one word, 2 %", (some,)),
        Question("one word, rare", (few,)),
        Question("two words, common", (common, near(0.5))),
        Question("two words, 10 %", (often, near(0.1, 1))),
        Question("two words, common and rare", (common, few)),
        Question("three words, common", (common, near(0.5), near(0.4))),
        Question("three words, mixed", (common, often, some)),
        Question("phrase, common", phrase=(common, near(0.5))),
        Question("phrase, 10 %", phrase=(often, near(0.5))),
        Question("prefix", prefix=some[:4]),
        Question("filter and word, common", (common,), country="country-3"),
        Question("filter and word, 2 %", (some,), country="country-3"),
        Question("browse a facet value", country="country-3"),
        Question("browse everything"),
    )


def document_frequencies(corpus: Corpus) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """For each word the number of paragraphs that hold it."""
    paragraphs = np.repeat(np.arange(corpus.paragraphs), np.diff(corpus.starts))
    pairs = np.unique(paragraphs * len(corpus.words) + corpus.tokens)
    return np.bincount(pairs % len(corpus.words), minlength=len(corpus.words))
