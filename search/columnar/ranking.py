"""Selected articles, and the scores of their paragraphs, go in; the first articles in an order come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE
from search.columnar.collection import Articles, Collection, joined
from search.columnar.counting import Counted
from search.columnar.ordering import Key, leading
from search.columnar.scoring import Scores
from search.columnar.sets import Places, firsts

# How many paragraphs are looked at first for each article that is wanted.
PARAGRAPHS = 4


class Ranking:
    """The orders of counted articles. Of each story only the first article is ranked, where copies are folded."""

    def __init__(self, collection: Collection, counted: Counted) -> None:
        self._collection = collection
        self._counted = counted

    def by_date(self, count: int, oldest: bool) -> Articles:
        """The first `count` articles by date, newest first unless `oldest`, then by id."""
        articles = self._counted.articles
        return self._first(count, lambda _: (articles, date_keys(self._collection, articles, oldest)))

    def by_score(self, count: int, scores: Sequence[Scores]) -> Articles:
        """The first `count` articles by score, then newest first; `scores` are those of each part's paragraphs."""
        every = scores[0] if len(scores) == 1 else joined(scores, np.float32)

        def candidates(wanted: int) -> tuple[Articles, list[Key]]:
            articles, best = self._best(every, wanted)
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

    def _best(self, scores: Scores, wanted: int) -> tuple[Articles, Scores]:
        """Articles among which are the `wanted` best, and their scores: those of their best paragraphs.

        Only the best paragraphs are looked at, until they are of enough articles.
        """
        taken = wanted * PARAGRAPHS
        while taken < len(scores):
            floor = np.partition(scores, len(scores) - taken)[len(scores) - taken]
            if floor <= 0:
                break
            articles, best = self._grouped(np.flatnonzero(scores >= floor), scores)
            if len(articles) >= wanted:
                return articles, best
            taken *= PARAGRAPHS
        # An article may match without a matching paragraph; it scores nothing.
        articles, best = self._grouped(np.arange(len(scores)), scores)
        everywhere = np.zeros(self._counted.unfolded, np.float32)
        everywhere[self._counted.articles.searchsorted(articles)] = best
        return self._counted.articles, everywhere

    def _grouped(self, places: Places, scores: Scores) -> tuple[Articles, Scores]:
        """The articles (ascending) of the paragraphs at some places, and the best score of these."""
        owners = self._owners(places)
        starts = np.flatnonzero(firsts(owners))
        if not len(starts):
            return owners, scores[:0]
        return owners.take(starts), np.maximum.reduceat(scores.take(places), starts)

    def _owners(self, places: Places) -> Articles:
        """The articles of the paragraphs at some ascending places among those of all parts."""
        owners, start = [], 0
        for selection in self._counted.selections:
            first, last = places.searchsorted([start, start + len(selection.documents)]).tolist()
            documents = selection.documents.numbers.take(places[first:last] - start)
            owners.append(selection.part.segment.article_of.take(documents) + np.int64(selection.part.base))
            start += len(selection.documents)
        return joined(owners, np.int64)


def date_keys(collection: Collection, articles: Articles, oldest: bool = False) -> list[Key]:
    """The sort keys of articles: their date, newest first unless `oldest`, undated last either way; then their id."""

    def date(rows: Places) -> NDArray[np.int64]:
        dates = collection.dates.take(articles.take(rows)).astype(np.int64)
        return np.where(dates == NO_DATE, np.iinfo(np.int64).max, dates if oldest else -dates)

    return [date, lambda rows: collection.article_ids.take(articles.take(rows))]
