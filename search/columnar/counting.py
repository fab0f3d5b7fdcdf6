"""What is selected in each segment goes in; the number of articles, of each facet value and month, comes out.

Where copies are folded, articles are counted in stories. Only articles whose story was selected twice (the repeated
ones) need to be looked at for that; the others are stories of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE
from search.columnar.collection import Collection
from search.columnar.facets import Counts, Facet
from search.columnar.ordering import largest
from search.columnar.selection import Selection
from search.columnar.sets import firsts
from search.matches import FacetCounts, ValueCount
from search.plan import FacetRequest

Articles = NDArray[np.int64]


class Counted:
    """One selection for each of the first segments of a collection; `together`: only matching paragraphs carry."""

    def __init__(self, collection: Collection, selections: Sequence[Selection], fold: bool, together: bool) -> None:
        self._collection = collection
        self.selections = selections
        self.fold = fold and collection.has_copies
        self._together = together
        bases = collection.bases
        parts = [each.articles + np.int64(bases[n]) for n, each in enumerate(selections)]
        # By their numbers over all segments, ascending.
        self.articles: Articles = np.concatenate([np.empty(0, np.int64), *parts])
        self._repeated = self._find_repeated()

    def _find_repeated(self) -> Articles:
        """The articles that share their story with another selected one, by story."""
        if not self.fold:
            return np.empty(0, np.int64)
        stories = self._collection.stories.take(self.articles)
        shared, stories = self.articles.compress(stories >= 0), stories.compress(stories >= 0)
        order = np.argsort(stories, kind="stable")
        first = firsts(stories.take(order))
        alone = first & np.append(first[1:], True)
        return shared.take(order).compress(~alone)

    @property
    def total(self) -> int:
        """The number of articles, or of stories."""
        stories = firsts(self._collection.stories.take(self._repeated)) if len(self._repeated) else np.empty(0)
        return len(self.articles) - len(stories) + int(np.count_nonzero(stories))

    def told_like(self, article: int) -> Articles:
        """The other articles of the story of one of the articles; none where copies are not folded."""
        if not len(self._repeated) or self._collection.stories[article] < 0:
            return np.empty(0, np.int64)
        same = self._collection.stories.take(self._repeated) == self._collection.stories[article]
        return self._repeated.compress(same & (self._repeated != article))

    @property
    def paragraphs(self) -> int:
        """The number of matching paragraphs, those of copies included."""
        return sum(len(each.documents) for each in self.selections)

    # facets

    def facet(self, request: FacetRequest) -> FacetCounts:
        """The commonest values, and those that are always wanted."""
        facet = self._collection.facet(request.field)
        if facet is None:
            return nothing_counted(request)
        articles = self._distinct_pairs(facet) if self._together else self._carried(facet)
        paragraphs = np.zeros(len(facet), np.int64)
        for number, selection in enumerate(self.selections):
            facet.add(number, facet.paragraphs[number].count(selection.documents), paragraphs)
        distinct = int(np.count_nonzero(articles))
        best = largest(articles, min(request.limit, distinct)).tolist()
        wanted = {*best, *(facet.numbers[value] for value in request.always if value in facet.numbers)}
        counts = [ValueCount(facet.names[n], int(articles[n]), int(paragraphs[n])) for n in wanted]
        counts += [ValueCount(value, 0, 0) for value in set(request.always) - facet.numbers.keys()]
        counts.sort(key=lambda count: (-count.articles, count.value))
        return FacetCounts(request.field, tuple(counts), distinct)

    def _carried(self, facet: Facet) -> Counts:
        """The number of stories of which a selected article carries each value."""
        total = np.zeros(len(facet), np.int64)
        for number, selection in enumerate(self.selections):
            facet.add(number, facet.articles[number].count(selection.articles), total)
        if len(self._repeated):
            stories, values = self._repeated_pairs(facet)
            total -= np.bincount(values, minlength=len(facet))
            total += count_distinct(stories, values, len(facet))
        return total

    def _repeated_pairs(self, facet: Facet) -> tuple[Articles, Articles]:
        """The stories of repeated articles and the values these carry, one for each value of each article."""
        stories, values = [], []
        for number in range(len(self.selections)):
            base, end = self._collection.bases[number : number + 2]
            here = self._repeated.compress((self._repeated >= base) & (self._repeated < end))
            places, carried = facet.articles[number].pairs(here - base)
            stories.append(self._collection.stories.take(here).take(places))
            values.append(facet.number(number, carried))
        return np.concatenate(stories), np.concatenate(values)

    def _distinct_pairs(self, facet: Facet) -> Counts:
        """The number of stories of which a selected paragraph carries each value."""
        told, values = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for number, selection in enumerate(self.selections):
            places, carried = facet.paragraphs[number].pairs(selection.documents)
            of = selection.segment.article_of.take(selection.documents).take(places)
            told.append(self._told(of + np.int64(self._collection.bases[number])))
            values.append(facet.number(number, carried))
        return count_distinct(np.concatenate(told), np.concatenate(values), len(facet))

    def _told(self, articles: Articles) -> Articles:
        """A number for each article that only those of the same story share."""
        if not self.fold:
            return articles
        stories = self._collection.stories.take(articles)
        return np.where(stories < 0, articles, stories + self._collection.bases[-1])

    # months

    def months(self) -> tuple[tuple[tuple[int, int], ...], int]:
        """The number of articles of each month (year * 12 + month - 1), and of those without a date.

        A story belongs to the month of its earliest selected article.
        """
        dates = self._collection.dates.take(self.articles)
        if len(self._repeated):
            alone = ~np.isin(self.articles, self._repeated, assume_unique=True)
            dates = np.concatenate([dates.compress(alone), self._earliest()])
        dated = dates.compress(dates != NO_DATE)
        months = dated.astype("M8[D]").astype("M8[M]").astype(np.int64) + 1970 * 12
        numbers, counts = np.unique_counts(months)
        return tuple(zip(numbers.tolist(), counts.tolist(), strict=True)), len(dates) - len(dated)

    def _earliest(self) -> NDArray[np.int32]:
        """The earliest date of each story of the repeated articles."""
        dates = self._collection.dates.take(self._repeated)
        never = np.iinfo(np.int32).max
        starts = np.flatnonzero(firsts(self._collection.stories.take(self._repeated)))
        earliest = np.minimum.reduceat(np.where(dates == NO_DATE, never, dates), starts)
        return np.where(earliest == never, NO_DATE, earliest).astype(np.int32)


def nothing_counted(request: FacetRequest) -> FacetCounts:
    """No values but those that are always wanted."""
    return FacetCounts(request.field, tuple(ValueCount(value, 0, 0) for value in sorted(set(request.always))), 0)


def count_distinct(owners: Articles, values: NDArray[np.integer], size: int) -> Counts:
    """How many different owners each value below `size` is paired with."""
    if not len(owners):
        return np.zeros(size, np.int64)
    pairs = np.sort(owners * size + values)
    return np.bincount(pairs.compress(firsts(pairs)) % size, minlength=size)
