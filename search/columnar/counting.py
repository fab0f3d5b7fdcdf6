"""What is selected in each segment goes in; the number of articles, of each facet value and month, comes out.

Where copies are folded, articles are counted in stories. Only the repeated ones, those whose story was selected
twice, have to be looked at for that; every other article is a story of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE
from index.columns.lazy import lazy
from search.columnar.collection import Articles, Collection, joined
from search.columnar.facets import Facet, Ints, Tally, combined, count_distinct, counts_of
from search.columnar.kernels import counting as kernels
from search.columnar.selection import Selection
from search.columnar.sets import NumberSet
from search.matches import FacetCounts, ValueCount
from search.plan import FacetRequest

# Finding more values by insertion costs more than sorting them all.
FEW = 100


class Counted:
    """Selections of the first parts of a collection; `together`: only matching paragraphs carry facet values."""

    def __init__(self, collection: Collection, selections: Sequence[Selection], fold: bool, together: bool) -> None:
        self._collection = collection
        self.selections = selections
        self.fold = fold and collection.has_copies
        self._together = together

    @lazy
    def articles(self) -> Articles:
        """The selected articles by their numbers over all segments, ascending."""
        return joined([each.articles.numbers + np.int64(each.part.base) for each in self.selections], np.int64)

    @lazy
    def _repeated(self) -> Articles:
        """The articles that share their story with another selected one, by story."""
        if not self.fold:
            return np.empty(0, np.int64)
        stories = self._collection.stories.take(self.articles)
        shared, stories = self.articles.compress(stories >= 0), stories.compress(stories >= 0)
        order = np.argsort(stories, kind="stable")
        _, counts = kernels.tally(stories.take(order))
        return shared.take(order).compress(np.repeat(counts > 1, counts))

    @property
    def total(self) -> int:
        """The number of articles, or of stories."""
        if not len(self._repeated):
            return self.unfolded
        return self.unfolded - len(self._repeated) + len(np.unique(self._stories_of(self._repeated)))

    @property
    def unfolded(self) -> int:
        """The number of articles, copies included."""
        return sum(len(each.articles) for each in self.selections)

    @property
    def paragraphs(self) -> int:
        """The number of matching paragraphs, those of copies included."""
        return sum(len(each.documents) for each in self.selections)

    def copies(self, article: int) -> Articles:
        """The other selected articles of the story of one; none where copies are not folded."""
        if not len(self._repeated) or self._collection.stories[article] < 0:
            return np.empty(0, np.int64)
        same = self._stories_of(self._repeated) == self._collection.stories[article]
        return self._repeated.compress(same & (self._repeated != article))

    def _stories_of(self, articles: Articles) -> Articles:
        return self._collection.stories.take(articles) if len(articles) else articles

    # facets

    def facet(self, request: FacetRequest) -> FacetCounts:
        """The commonest values, and those that are always wanted."""
        facet = self._collection.facet(request.field)
        if facet is None:
            return nothing_counted(request)
        articles, paragraphs = self._tallies(facet)
        best = articles.values.take(commonest(articles.counts, request.limit)).tolist()
        always = {facet.numbers[value] for value in request.always if value in facet.numbers}
        wanted = np.array([*best, *(always - set(best))], np.int64)
        names = [facet.names[number] for number in wanted.tolist()]
        counts = list(
            map(ValueCount, names, counts_of(articles, wanted).tolist(), counts_of(paragraphs, wanted).tolist())
        )
        counts += [ValueCount(value, 0, 0) for value in set(request.always) - facet.numbers.keys()]
        if always or request.always:
            counts.sort(key=lambda count: (-count.articles, count.value))
        return FacetCounts(request.field, tuple(counts), len(articles.values))

    def _tallies(self, facet: Facet) -> tuple[Tally, Tally]:
        """In how many stories, and in how many matching paragraphs, each value is carried.

        A story carries what a selected article of it does; if `together`, what a matching paragraph of that does.
        """
        articles, paragraphs = [], []
        for number, each in enumerate(self.selections):
            found = facet.paragraphs[number].count(each.documents)
            values = facet.numbered(number, found.values)
            paragraphs.append(Tally(values, found.rows))
            if not self._together:
                found = facet.articles[number].count(each.articles)
                values = facet.numbered(number, found.values)
            articles.append(Tally(values, found.groups))
        return combined([*articles, *self._corrections(facet)]), combined(paragraphs)

    def _corrections(self, facet: Facet) -> list[Tally]:
        """What counting by stories adds to counting by articles: each story of repeated articles instead of these."""
        if not len(self._repeated):
            return []
        pairs = [self._repeated_pairs(facet, number) for number in range(len(self.selections))]
        articles, values = (np.concatenate(column) for column in zip(*pairs, strict=True))
        by_article = count_distinct(articles, values)
        return [Tally(by_article.values, -by_article.counts), count_distinct(self._stories_of(articles), values)]

    def _repeated_pairs(self, facet: Facet, number: int) -> tuple[Articles, Ints]:
        """The repeated articles of a part, once for each value they carry, and the numbers of these values."""
        selection = self.selections[number]
        part = selection.part
        repeated = np.sort(self._repeated) - part.base
        here = repeated.compress((repeated >= 0) & (repeated < part.segment.article_count)).astype(np.int32)
        if self._together:
            documents = part.owned(selection.documents, NumberSet(part.segment.article_count, here)).numbers
            places, values = facet.paragraphs[number].pairs(documents)
            here = part.segment.article_of.take(documents)
        else:
            places, values = facet.articles[number].pairs(here)
        return here.take(places).astype(np.int64) + part.base, facet.numbered(number, values)

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
        months, counts = kernels.tally(np.sort(dated.astype("M8[D]").astype("M8[M]").astype(np.int64) + 1970 * 12))
        return tuple(zip(months.tolist(), counts.tolist(), strict=True)), len(dates) - len(dated)

    def _earliest(self) -> NDArray[np.int32]:
        """The earliest date of each story of the repeated articles."""
        dates = self._collection.dates.take(self._repeated)
        never = np.iinfo(np.int32).max
        _, starts = np.unique(self._stories_of(self._repeated), return_index=True)
        earliest = np.minimum.reduceat(np.where(dates == NO_DATE, never, dates), starts)
        return np.where(earliest == never, NO_DATE, earliest).astype(np.int32)


def commonest(counts: Ints, limit: int | None) -> Ints:
    """The places of the largest counts, at most `limit` of them, largest first, equal ones in their order."""
    if limit is not None and limit <= FEW:
        return kernels.largest(counts, limit)
    return np.argsort(-counts, kind="stable")[:limit]


def nothing_counted(request: FacetRequest) -> FacetCounts:
    """No values but those that are always wanted."""
    return FacetCounts(request.field, tuple(ValueCount(value, 0, 0) for value in sorted(set(request.always))), 0)
