"""What matches in one segment and the filters of a plan go in; what passes, for hits and for each facet, comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.columns import NO_DATE
from search.columnar.collection import Collection
from search.columnar.selection import Selection, owners
from search.columnar.sets import SEARCH_COST, Mask, Numbers, member, unite
from search.plan import Plan


@dataclass(frozen=True, slots=True)
class Filtered:
    """What passes everything but the `anyof` filters, and for each of these its field and what passes it.

    A mask has one entry for each document of `passing` where filters hold for paragraphs (`together`), otherwise for
    each of its articles.
    """

    passing: Selection
    anyof: tuple[tuple[str, Mask], ...]
    together: bool

    def selection(self, free: str | None = None) -> Selection:
        """What passes every filter, but for the `anyof` of the field `free`."""
        masks = [mask for field, mask in self.anyof if field != free]
        if not masks:
            return self.passing
        return self._keep(self.passing, np.logical_and.reduce(masks))

    def _keep(self, selection: Selection, mask: Mask) -> Selection:
        return selection.with_documents(mask) if self.together else selection.with_articles(mask)

    def concerns(self, field: str) -> bool:
        """Whether a field has an `anyof` filter, so that its counts are of another selection than the hits."""
        return any(name == field for name, _ in self.anyof)


class FilterSet:
    """The filters and dates of a plan in one segment of a collection."""

    def __init__(self, plan: Plan, collection: Collection, number: int) -> None:
        self._plan = plan
        self._collection = collection
        self._number = number
        self._segment = collection.segments[number]

    def apply(self, selection: Selection) -> Filtered:
        """What of a selection passes."""
        selection = self._in_time(selection)
        for each in self._plan.filters:
            for value in each.allof:
                selection = self._keep(selection, self._carry(selection, each.field, [value]))
            if each.noneof:
                selection = self._keep(selection, ~self._carry(selection, each.field, each.noneof))
        anyof = [each for each in self._plan.filters if each.anyof]
        masks = tuple((each.field, self._carry(selection, each.field, each.anyof)) for each in anyof)
        return Filtered(selection, masks, self._plan.together)

    def _keep(self, selection: Selection, mask: Mask) -> Selection:
        return selection.with_documents(mask) if self._plan.together else selection.with_articles(mask)

    def _in_time(self, selection: Selection) -> Selection:
        after, before = self._plan.after, self._plan.before
        if after is None and before is None:
            return selection
        dates = self._segment.dates.take(selection.articles)
        mask = dates != NO_DATE
        if after is not None:
            mask &= dates >= after
        if before is not None:
            mask &= dates <= before
        return selection.with_articles(mask)

    def _carry(self, selection: Selection, field: str, values: Sequence[str]) -> Mask:
        """Which documents (if filters hold for paragraphs) or articles carry any of some values."""
        size = self._segment.document_count
        numbers = [self._collection.find(self._number, field, value) for value in values]
        holders = unite([self._segment.documents(field, number) for number in numbers if number >= 0], size)
        if self._plan.together:
            return member(selection.documents, holders, size)
        return self._articles_carry(selection.articles, holders)

    def _articles_carry(self, articles: Numbers, holders: Numbers) -> Mask:
        if len(articles) * SEARCH_COST >= len(holders):
            return member(articles, owners(self._segment, holders), self._segment.article_count)
        starts = self._segment.article_starts
        first = holders.searchsorted(starts.take(articles))
        return first < holders.searchsorted(starts.take(articles + 1))
