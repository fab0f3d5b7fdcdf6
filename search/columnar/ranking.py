"""Selected articles, their paragraphs' scores and a sort order go in; the first articles in that order come out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE
from search.columnar.collection import Collection
from search.columnar.ordering import Key, leading
from search.columnar.scoring import Scores
from search.columnar.sets import Places, firsts

# By their numbers over all segments.
Articles = NDArray[np.int64]


class Ranking:
    """An order of selected articles (ascending): by date, newest first unless `oldest`, then by id.

    If `fold`, only the first article of each story is ranked.
    """

    def __init__(self, collection: Collection, articles: Articles, fold: bool, oldest: bool = False) -> None:
        self._collection = collection
        self._articles = articles
        self._fold = fold
        self._oldest = oldest

    def by_date(self, count: int) -> Articles:
        """The first `count` articles by date."""
        return self._first(count, lambda _: (self._articles, []))

    def by_score(self, count: int, scores: Scores, owners: Articles) -> Articles:
        """The first `count` articles by score, ties by date.

        `scores` and `owners` tell the score and the article of each matching paragraph; owners ascend.
        """

        def candidates(wanted: int) -> tuple[Articles, list[Key]]:
            articles, best = best_articles(self._articles, scores, owners, wanted)
            return articles, [lambda rows: -best.take(rows)]

        return self._first(count, candidates)

    def _first(self, count: int, candidates: Callable[[int], tuple[Articles, list[Key]]]) -> Articles:
        """`candidates(n)` gives articles among which are the first `n`, and keys that go before their dates."""
        wanted = count
        while True:
            articles, keys = candidates(wanted)
            order = leading([*keys, *date_keys(self._collection, articles, self._oldest)], len(articles), wanted)
            first = self._folded(articles.take(order))
            if len(first) >= count or wanted >= len(self._articles):
                return first[:count]
            wanted *= 2

    def _folded(self, ranked: Articles) -> Articles:
        if not self._fold:
            return ranked
        stories = self._collection.stories.take(ranked)
        first = np.zeros(len(ranked), np.bool_)
        first[np.unique_all(stories).indices] = True
        return ranked.compress(first | (stories < 0))


def best_articles(articles: Articles, scores: Scores, owners: Articles, wanted: int) -> tuple[Articles, Scores]:
    """Articles among which are the `wanted` best, and their scores: those of their best paragraphs.

    Only the best paragraphs are looked at, until they are of enough articles.
    """
    taken = wanted
    while 0 < taken < len(scores):
        floor = np.partition(scores, len(scores) - taken)[len(scores) - taken]
        if floor <= 0:
            break
        places = np.flatnonzero(scores >= floor)
        found, best = group_best(owners.take(places), scores.take(places))
        if len(found) >= wanted:
            return found, best
        taken *= 4
    found, best = group_best(owners, scores)
    # An article may match without a matching paragraph; it scores nothing.
    everywhere = np.zeros(len(articles), np.float32)
    everywhere[articles.searchsorted(found)] = best
    return articles, everywhere


def group_best(owners: Articles, scores: Scores) -> tuple[Articles, Scores]:
    """Each different owner (ascending) and its best score."""
    if not len(owners):
        return owners, scores
    starts = np.flatnonzero(firsts(owners))
    return owners.take(starts), np.maximum.reduceat(scores, starts)


def date_keys(collection: Collection, articles: Articles, oldest: bool = False) -> list[Key]:
    """The sort keys of articles: their date, newest first unless `oldest`, undated last either way; then their id."""

    def date(rows: Places) -> NDArray[np.int64]:
        dates = collection.dates.take(articles.take(rows)).astype(np.int64)
        return np.where(dates == NO_DATE, np.iinfo(np.int64).max, dates if oldest else -dates)

    return [date, lambda rows: collection.article_ids.take(articles.take(rows))]
