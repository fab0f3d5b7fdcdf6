"""Selected articles, and the scores of their paragraphs, go in; the first articles in an order come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE
from search.columnar.collection import Articles, Collection
from search.columnar.contenders import ScoredDocuments, contenders
from search.columnar.counting import Counted
from search.columnar.found import Found
from search.columnar.ordering import Key, leading
from search.columnar.scoring import Scores
from search.columnar.sets import Places, firsts


class Ranking:
    """The orders of counted articles. Of each story only the first article is ranked, where copies are folded."""

    def __init__(self, collection: Collection, counted: Counted) -> None:
        self._collection = collection
        self._counted = counted
        # All matching documents of each part with their scores, where these had to be known to find the best.
        self.scored: list[ScoredDocuments | None] = [None] * len(counted.selections)

    def by_date(self, count: int, oldest: bool) -> Articles:
        """The first `count` articles by date, newest first unless `oldest`, then by id."""
        articles = self._counted.articles
        return self._first(count, lambda _: (articles, date_keys(self._collection, articles, oldest)))

    def by_score(self, count: int, found: Sequence[Found]) -> Articles:
        """The first `count` articles by score, then newest first, given what was found in each part."""

        def candidates(wanted: int) -> tuple[Articles, list[Key]]:
            articles, best = self._best(found, wanted)
            return articles, [lambda rows: -best.take(rows), *date_keys(self._collection, articles)]

        return self._first(count, candidates)

    def _first(self, count: int, candidates: Callable[[int], tuple[Articles, list[Key]]]) -> Articles:
        """`candidates(n)` gives articles among which are the first `n`, and their sort keys."""
        wanted = count
        while True:
            articles, keys = candidates(wanted)
            first = self._folded(articles.take(leading(keys, len(articles), wanted)))
            if len(first) >= count or wanted >= self._counted.unfolded:
                return first[:count]
            wanted *= 2

    def _folded(self, ranked: Articles) -> Articles:
        if not self._counted.fold:
            return ranked
        stories = self._collection.stories.take(ranked)
        first = stories < 0
        first[np.unique_all(stories).indices] = True
        return ranked.compress(first)

    def _best(self, found: Sequence[Found], wanted: int) -> tuple[Articles, Scores]:
        """Articles among which are the `wanted` best, and their scores: those of their best paragraphs."""
        floor = 0.0
        owners, scores = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
        for number, (selection, each) in enumerate(zip(self._counted.selections, found, strict=True)):
            scored, self.scored[number], floor = contenders(selection, each, wanted, floor)
            part = selection.part
            owners.append(part.segment.article_of.take(scored.documents.numbers) + np.int64(part.base))
            scores.append(scored.scores)
        articles, highest = best_of_each(np.concatenate(owners), np.concatenate(scores))
        if floor > 0:
            return articles, highest
        # Every paragraph was looked at. An article may match without a matching paragraph; it scores nothing.
        everywhere = np.zeros(self._counted.unfolded, np.float32)
        everywhere[self._counted.articles.searchsorted(articles)] = highest
        return self._counted.articles, everywhere


def best_of_each(owners: Articles, scores: Scores) -> tuple[Articles, Scores]:
    """The different owners of ascending ones, and the best score of each."""
    starts = firsts(owners).nonzero()[0]
    return owners.take(starts), np.maximum.reduceat(scores, starts) if len(starts) else scores


def date_keys(collection: Collection, articles: Articles, oldest: bool = False) -> list[Key]:
    """The sort keys of articles: their date, newest first unless `oldest`, undated last either way; then their id."""

    def date(rows: Places) -> NDArray[np.int64]:
        dates = collection.dates.take(articles.take(rows)).astype(np.int64)
        return np.where(dates == NO_DATE, np.iinfo(np.int64).max, dates if oldest else -dates)

    return [date, lambda rows: collection.article_ids.take(articles.take(rows))]
