"""One segment of a collection goes in; its sets of documents and articles, and how they belong together, come out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE, Segment, Vocabulary
from index.columns.lazy import lazy
from search.columnar.occurrences import Occurrences
from search.columnar.runs import Runs
from search.columnar.sets import SEARCH_COST, Mask, NumberSet, distinct

# Finding the article of a document costs as much as spreading the flags of this many.
RUN_COST = 10


class Part:
    """A segment as a part of a collection; `live` tells which of its articles are not deleted, None: all.

    `base` is what is added to its article numbers to number the articles of the whole collection.
    """

    def __init__(self, segment: Segment, live: NDArray[np.bool_] | None, base: int) -> None:
        self.segment = segment
        self.base = base
        self._live = live

    @lazy
    def articles(self) -> NumberSet:
        """The articles that are not deleted."""
        count = self.segment.article_count
        return NumberSet.everything(count) if self._live is None else NumberSet(count, flags=self._live)

    @lazy
    def documents(self) -> NumberSet:
        """The documents that are not deleted."""
        return NumberSet.everything(self.segment.document_count) - self.deleted

    @lazy
    def deleted(self) -> NumberSet:
        """The documents of deleted articles."""
        size = self.segment.document_count
        if self._live is None:
            return NumberSet.empty(size)
        return NumberSet(size, np.flatnonzero(~self._live.take(self.segment.article_of)))

    # documents and their articles

    @lazy
    def _runs(self) -> Runs:
        return Runs(self.segment.article_starts)

    def owners(self, documents: NumberSet) -> NumberSet:
        """The articles of some documents."""
        count = self.segment.article_count
        if len(documents) * RUN_COST > documents.size:
            return NumberSet(count, flags=self._runs.any(documents.flags))
        return NumberSet(count, distinct(self.segment.article_of.take(documents.numbers)).astype(np.intp))

    def owned(self, documents: NumberSet, articles: NumberSet) -> NumberSet:
        """Those of some documents that are of some articles."""
        if len(articles) == self.segment.article_count:
            return documents
        if len(articles) * SEARCH_COST < self.segment.article_count and documents.many:
            return documents & self._documents_of(articles)
        if not documents.many:
            return documents.keep(articles.has(self.segment.article_of.take(documents.numbers)))
        return NumberSet(documents.size, flags=documents.flags & articles.has(self.segment.article_of))

    def _documents_of(self, articles: NumberSet) -> NumberSet:
        starts = self.segment.article_starts.take(articles.numbers).astype(np.intp)
        sizes = self.segment.article_starts.take(articles.numbers + 1) - starts
        shifts = starts - (np.cumsum(sizes) - sizes)
        numbers = np.repeat(shifts, sizes)
        numbers += np.arange(len(numbers))
        return NumberSet(self.segment.document_count, numbers)

    def published(self, after: int | None, before: int | None) -> NumberSet:
        """The documents of articles between two days, inclusive."""
        everything = NumberSet.everything(self.segment.document_count)
        return self.owned(
            everything, NumberSet(self.segment.article_count, flags=between(self.segment.dates, after, before))
        )

    # terms

    def vocabulary(self, field: str) -> Vocabulary | None:
        """The terms of a field, None where the segment has no such field."""
        fields = self.segment.fields
        known = field in fields.text or field in fields.keyword or field in fields.facets
        return self.segment.vocabulary(field) if known else None

    def occurrences(self, field: str, term: str) -> Occurrences | None:
        """Where a term is; None where it is nowhere in the segment."""
        vocabulary = self.vocabulary(field)
        number = -1 if vocabulary is None else vocabulary.find(term)
        return None if number < 0 else Occurrences(self.segment.term(field, number))

    def holders(self, field: str, term: str) -> NumberSet:
        """The documents that hold a term."""
        found = self.occurrences(field, term)
        return NumberSet.empty(self.segment.document_count) if found is None else found.documents


def between(dates: NDArray[np.int32], after: int | None, before: int | None) -> Mask:
    """Which of some dates are from `after` to `before`; `NO_DATE` is so only if neither is asked for."""
    if after is None and before is None:
        return np.ones(len(dates), np.bool_)
    mask: Mask = dates != NO_DATE
    if after is not None:
        mask &= dates >= after
    if before is not None:
        mask &= dates <= before
    return mask
