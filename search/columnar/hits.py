"""What is selected in each part, and how it scores, go in; the hits of one window come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from search.columnar.collection import Articles, Collection
from search.columnar.counting import Counted
from search.columnar.ordering import leading
from search.columnar.ranking import Ranking, date_keys
from search.columnar.scoring import Scores
from search.columnar.selection import Selection
from search.columnar.sets import NumberSet
from search.matches import ArticleMatch, ParagraphMatch
from search.plan import Plan
from search.query import Sort

Scorer = Callable[[NumberSet], Scores]


class Hits:
    """The hits of one plan; `scorers` score documents of each part, `scoring` tells if any may score more than 0."""

    def __init__(
        self, collection: Collection, plan: Plan, counted: Counted, scorers: Sequence[Scorer], scoring: bool
    ) -> None:
        self._collection = collection
        self._plan = plan
        self._counted = counted
        self._scorers = scorers
        self._by_score = scoring and plan.sort is Sort.RELEVANCE

    def window(self) -> tuple[ArticleMatch, ...]:
        """The hits from `plan.offset` on, `plan.limit` at most."""
        if not self._plan.limit:
            return ()
        ranking = Ranking(self._collection, self._counted)
        wanted = self._plan.offset + self._plan.limit
        documents = [selection.documents for selection in self._counted.selections]
        if self._by_score:
            scores = self._score(documents)
            ranked = ranking.by_score(wanted, scores)[self._plan.offset :]
        else:
            ranked = ranking.by_date(wanted, self._plan.sort is Sort.OLDEST)[self._plan.offset :]
            documents = [self._documents_of(selection, ranked) for selection in self._counted.selections]
            scores = self._score(documents)
        return self._hits(ranked, documents, scores)

    def _score(self, documents: Sequence[NumberSet]) -> list[Scores]:
        return [scorer(each) for scorer, each in zip(self._scorers, documents, strict=True)]

    def _documents_of(self, selection: Selection, articles: Articles) -> NumberSet:
        """The matching documents of those articles that are in a part."""
        count = selection.part.segment.article_count
        here = np.sort(articles) - selection.part.base
        here = here.compress((here >= 0) & (here < count))
        return selection.part.owned(selection.documents, NumberSet(count, here))

    def _hits(
        self, articles: Articles, documents: Sequence[NumberSet], scores: Sequence[Scores]
    ) -> tuple[ArticleMatch, ...]:
        parts = self._collection.bases.searchsorted(articles, side="right") - 1
        return tuple(
            self._hit(article, number, documents[number], scores[number])
            for article, number in zip(articles.tolist(), parts.tolist(), strict=True)
        )

    def _hit(self, article: int, number: int, documents: NumberSet, scores: Scores) -> ArticleMatch:
        part = self._collection.parts[number]
        first = article - part.base
        start, stop = documents.numbers.searchsorted(part.segment.article_starts[first : first + 2]).tolist()
        ordinals = part.segment.ordinals.take(documents.numbers[start:stop]).tolist()
        ranked = sorted(zip(scores[start:stop].tolist(), ordinals, strict=True), key=lambda pair: (-pair[0], pair[1]))
        return ArticleMatch(
            article=self._id(article),
            score=ranked[0][0] if ranked else 0.0,
            matching_paragraphs=len(ranked),
            paragraphs=tuple(ParagraphMatch(ordinal, score) for score, ordinal in ranked[: self._plan.paragraphs]),
            copies=tuple(map(self._id, self._copies(article))),
        )

    def _copies(self, article: int) -> list[int]:
        """The other selected articles of the same story, newest first."""
        copies = self._counted.copies(article)
        order = leading(date_keys(self._collection, copies), len(copies), len(copies))
        return [int(copy) for copy in copies.take(order)]

    def _id(self, article: int) -> str:
        return f"{int(self._collection.article_ids[article]):016x}"
