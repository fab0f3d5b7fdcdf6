"""What is selected in each segment, and how it scores, go in; the hits of one window come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from search.columnar.collection import Collection
from search.columnar.counting import Counted
from search.columnar.ordering import leading
from search.columnar.ranking import Articles, Ranking, date_keys
from search.columnar.scoring import Scores
from search.columnar.sets import Numbers
from search.matches import ArticleMatch, ParagraphMatch
from search.plan import Plan
from search.query import Sort

Scorer = Callable[[Numbers], Scores]


class Hits:
    """The hits of one plan; `scorers` score documents of each segment, `scoring` tells if any scores more than 0."""

    def __init__(
        self, collection: Collection, plan: Plan, counted: Counted, scorers: Sequence[Scorer], scoring: bool
    ) -> None:
        self._collection = collection
        self._plan = plan
        self._counted = counted
        self._selections = counted.selections
        self._scorers = scorers
        self._by_score = scoring and plan.sort is Sort.RELEVANCE
        # What was scored in each segment, ascending, and its scores.
        self._scored: list[tuple[Numbers, Scores]] = []

    def window(self) -> tuple[ArticleMatch, ...]:
        """The hits from `plan.offset` on, `plan.limit` at most."""
        if not self._plan.limit:
            return ()
        wanted = self._plan.offset + self._plan.limit
        ranking = Ranking(self._collection, self._counted.articles, self._counted.fold, self._plan.sort is Sort.OLDEST)
        if self._by_score:
            self._score([selection.documents for selection in self._selections])
            ranked = ranking.by_score(wanted, *self._scores_and_owners())[self._plan.offset :]
        else:
            ranked = ranking.by_date(wanted)[self._plan.offset :]
            self._score(self._documents_of(ranked))
        return tuple(self._hit(article) for article in ranked.tolist())

    def _score(self, documents: Sequence[Numbers]) -> None:
        pairs = zip(self._scorers, documents, strict=True)
        self._scored = [(numbers, scorer(numbers)) for scorer, numbers in pairs]

    def _scores_and_owners(self) -> tuple[Scores, Articles]:
        bases = self._collection.bases
        owners = [s.segment.article_of.take(s.documents) + np.int64(bases[n]) for n, s in enumerate(self._selections)]
        scores = [scores for _, scores in self._scored]
        if len(owners) == 1:
            return scores[0], owners[0]
        return np.concatenate([np.empty(0, np.float32), *scores]), np.concatenate([np.empty(0, np.int64), *owners])

    def _documents_of(self, articles: Articles) -> list[Numbers]:
        """The matching documents of some articles, in each segment."""
        documents: list[list[Numbers]] = [[np.empty(0, np.int32)] for _ in self._selections]
        for article in np.sort(articles).tolist():
            segment, number = self._collection.place(article)
            documents[segment].append(self._selections[segment].documents_of(number))
        return [np.concatenate(each) for each in documents]

    def _hit(self, article: int) -> ArticleMatch:
        number, local = self._collection.place(article)
        segment = self._collection.segments[number]
        documents, scores = self._scored[number]
        start, stop = documents.searchsorted(segment.article_starts[local : local + 2]).tolist()
        best = start + np.argsort(-scores[start:stop], kind="stable")[: self._plan.paragraphs]
        paragraphs = zip(segment.ordinals.take(documents.take(best)).tolist(), scores.take(best).tolist(), strict=True)
        return ArticleMatch(
            article=self._id(article),
            score=float(scores[start:stop].max(initial=0.0)),
            matching_paragraphs=stop - start,
            paragraphs=tuple(ParagraphMatch(ordinal, score) for ordinal, score in paragraphs),
            copies=tuple(self._id(copy) for copy in self._copies(article)),
        )

    def _copies(self, article: int) -> list[int]:
        """The other selected articles of the same story, newest first."""
        told = self._counted.told_like(article)
        return told.take(leading(date_keys(self._collection, told), len(told), len(told))).tolist() if len(told) else []

    def _id(self, article: int) -> str:
        return f"{int(self._collection.article_ids[article]):016x}"
