"""Selected articles, and the scores of their paragraphs, go in; the first articles in an order come out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.columns import NO_DATE
from search.columnar.collection import Articles, Collection
from search.columnar.counting import Counted
from search.columnar.kernels import ranking as kernels
from search.columnar.scoring import Scores


class Ranking:
    """The orders of counted articles. Of each story only the first article is ranked, where copies are folded."""

    def __init__(self, collection: Collection, counted: Counted) -> None:
        self._collection = collection
        self._counted = counted

    def by_date(self, count: int, oldest: bool) -> Articles:
        """The first `count` articles by date, newest first unless `oldest`, then by id; undated ones come last."""
        days = self._collection.dates.take(self._counted.articles).astype(np.float32)
        scores = np.where(days == NO_DATE, np.float32(-np.inf), -days if oldest else days)
        return self._first(count, scores)

    def by_score(self, count: int, scores: Sequence[Scores]) -> Articles:
        """The first `count` articles by score, then newest first, given the scores of the documents of each part."""
        best = [selection.best(each) for selection, each in zip(self._counted.selections, scores, strict=True)]
        return self._first(count, best[0] if len(best) == 1 else np.concatenate(best))

    def _first(self, count: int, scores: Scores) -> Articles:
        articles, wanted = self._counted.articles, count
        columns = articles, scores, self._collection.newest, self._collection.article_ids
        while True:
            first = self._folded(articles.take(kernels.leading(wanted, *columns)))
            if len(first) >= count or wanted >= len(articles):
                return first[:count]
            wanted *= 2

    def _folded(self, ranked: Articles) -> Articles:
        if not self._counted.fold:
            return ranked
        stories = self._collection.stories.take(ranked)
        first = stories < 0
        first[np.unique_all(stories).indices] = True
        return ranked.compress(first)
