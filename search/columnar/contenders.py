"""What was found goes in, the paragraphs that may make their article one of those wanted come out.

This is MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995) on whole sets: the part
that may score most is added first, for all paragraphs. So many articles then have a certain score at least; a
paragraph that stays below it even with all that the other parts may add is left out, before these are looked at.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from search.columnar.found import Found, add_scores, by_bound, summands
from search.columnar.scoring import Scores
from search.columnar.selection import Selection
from search.columnar.sets import NumberSet, firsts

# How many paragraphs are looked at first for each article that is wanted.
PARAGRAPHS = 4
# So few documents are not worth being looked at twice.
FEW = 1024
# Scores are sums of numbers with 24 bits, which may be rounded up more often than down.
ROUNDING = 1e-4


class ScoredDocuments(NamedTuple):
    """Documents, and the score of each."""

    documents: NumberSet
    scores: Scores


class Contenders(NamedTuple):
    """Documents that may be the best of a wanted article; all matching ones, if all had to be scored for that.

    `floor` is a score that enough articles are known to reach.
    """

    best: ScoredDocuments
    every: ScoredDocuments | None
    floor: float


def contenders(selection: Selection, found: Found, wanted: int, floor: float) -> Contenders:
    """Matching documents, among them the best one of each article that is among the `wanted` best.

    `floor` is a score that so many articles of other parts are known to reach.
    """
    documents = selection.documents
    if len(documents) <= FEW:
        scored = ScoredDocuments(documents, found.scores(documents))
        return Contenders(scored, scored, floor)
    scores = np.zeros(len(documents), np.float32)
    parts = by_bound(list(summands(found)))
    left = sum(part.bound for part in parts)
    every: ScoredDocuments | None = None
    for part in parts:
        add_scores(scores, documents, part)
        if part is parts[-1] and len(documents) == len(selection.documents):
            every = ScoredDocuments(documents, scores)
        left -= part.bound
        floor = max(floor, reached(selection, documents, scores, wanted))
        promising = scores >= floor - left * (1 + ROUNDING) - floor * ROUNDING
        documents, scores = documents.keep(promising), scores.compress(promising)
    return Contenders(ScoredDocuments(documents, scores), every, floor)


def reached(selection: Selection, documents: NumberSet, scores: Scores, wanted: int) -> float:
    """A score that documents of `wanted` different articles have at least, as high as is quickly found; or 0."""
    taken = wanted * PARAGRAPHS
    while taken < len(scores):
        floor = float(np.partition(scores, len(scores) - taken)[len(scores) - taken])
        best = documents.numbers.compress(scores >= floor)
        if floor <= 0 or np.count_nonzero(firsts(selection.part.segment.article_of.take(best))) >= wanted:
            return floor
        taken *= 2
    return 0.0
