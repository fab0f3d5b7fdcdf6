"""What is selected in each part, and how it scores, go in; the hits of one window come out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from search.columnar.collection import Articles, Collection
from search.columnar.counting import Counted
from search.columnar.found import Found, scored
from search.columnar.ranking import Ranking
from search.columnar.scoring import Scores
from search.columnar.sets import NumberSet
from search.matches import ArticleMatch, ParagraphMatch
from search.plan import Plan
from search.query import Sort


class ScoredDocuments(NamedTuple):
    """Documents, and the score of each."""

    documents: NumberSet
    scores: Scores


class Hits:
    """The hits of one plan, given what was found in each part."""

    def __init__(self, collection: Collection, plan: Plan, counted: Counted, found: Sequence[Found]) -> None:
        self._collection = collection
        self._plan = plan
        self._counted = counted
        self._found = found

    def window(self) -> tuple[ArticleMatch, ...]:
        """The hits from `plan.offset` on, `plan.limit` at most."""
        limit = self._plan.limit
        if limit == 0:
            return ()
        ranking = Ranking(self._collection, self._counted)
        wanted = len(self._counted.articles) if limit is None else self._plan.offset + limit
        if self._plan.sort is Sort.RELEVANCE and any(found.bound for found in self._found):
            every = [self._score(number, each.documents) for number, each in enumerate(self._counted.selections)]
            window = ranking.by_score(wanted, [each.scores for each in every])[self._plan.offset :]
        else:
            window = ranking.by_date(wanted, self._plan.sort is Sort.OLDEST)[self._plan.offset :]
            every = [self._score(number, self._documents(number, window)) for number in range(len(self._found))]
        hits = {number: hit for part in range(len(every)) for number, hit in self._hits_of(part, window, every[part])}
        return tuple(hits[article] for article in window.tolist())

    def _score(self, part: int, documents: NumberSet) -> ScoredDocuments:
        return ScoredDocuments(documents, scored(self._found[part], documents))

    def _documents(self, part: int, window: Articles) -> NumberSet:
        """The matching documents of those articles of a window that are in a part."""
        selection = self._counted.selections[part]
        articles = NumberSet(selection.part.segment.article_count, self._here(part, window).astype(np.int32))
        return selection.part.documents_of(articles) & selection.documents

    def _here(self, number: int, window: Articles) -> Articles:
        """The numbers in a part of those articles of a window that are there, ascending."""
        part = self._counted.selections[number].part
        here: Articles = np.sort(window) - part.base
        return here.compress((here >= 0) & (here < part.segment.article_count))

    def _hits_of(self, number: int, window: Articles, scored: ScoredDocuments) -> Iterator[tuple[int, ArticleMatch]]:
        """The hits that are in a part, each with the number of its article."""
        part, articles = self._counted.selections[number].part, self._here(number, window)
        documents = scored.documents.numbers
        starts, stops = (
            documents.searchsorted(part.segment.article_starts.take(articles + step)).tolist() for step in (0, 1)
        )
        spans = list(zip(starts, stops, strict=True))
        rows = np.array([row for span in spans for row in range(*span)], np.intp)
        # What sorts paragraphs: the best score first, then the order of reading.
        scores, ordinals = -scored.scores.take(rows), part.segment.ordinals.take(documents.take(rows))
        keys = list(zip(scores.tolist(), ordinals.tolist(), strict=True))
        ends = itertools.accumulate(stop - start for start, stop in spans)
        for article, (start, stop), end in zip((articles + part.base).tolist(), spans, ends, strict=True):
            yield article, self._hit(article, sorted(keys[end - stop + start : end]))

    def _hit(self, article: int, ranked: list[tuple[float, int]]) -> ArticleMatch:
        return ArticleMatch(
            article=self._collection.name(article),
            score=-ranked[0][0] if ranked else 0.0,
            matching_paragraphs=len(ranked),
            paragraphs=tuple(ParagraphMatch(ordinal, -key) for key, ordinal in ranked[: self._plan.paragraphs]),
            copies=self._copies(article) if self._counted.fold else (),
        )

    def _copies(self, article: int) -> tuple[str, ...]:
        """The ids of the other selected articles of the same story, newest first."""
        return tuple(map(self._collection.name, self._collection.by_date(self._counted.copies(article)).tolist()))
