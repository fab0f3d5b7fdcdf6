"""One segment of a collection goes in; its sets of documents and articles, and how they belong together, come out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE, Segment, Vocabulary
from index.columns.lazy import lazy
from search.columnar.kernels import sets as kernels
from search.columnar.occurrences import Occurrences
from search.columnar.sets import NumberSet


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
        return NumberSet.everything(self.segment.article_count) if self._live is None else NumberSet.flagged(self._live)

    @lazy
    def documents(self) -> NumberSet:
        """The documents that are not deleted."""
        return NumberSet.everything(self.segment.document_count) - self.deleted

    @lazy
    def deleted(self) -> NumberSet:
        """The documents of deleted articles."""
        gone = NumberSet.everything(self.segment.article_count) - self.articles
        return self.documents_of(gone)

    # documents and their articles

    def owners(self, documents: NumberSet) -> NumberSet:
        """The articles of some documents."""
        if documents.whole:
            return self._filled
        articles = kernels.articles_of(documents.numbers, self.segment.article_of)
        return NumberSet(self.segment.article_count, articles)

    @lazy
    def _filled(self) -> NumberSet:
        """The articles that have a document."""
        return NumberSet.flagged(np.diff(self.segment.article_starts) > 0)

    def owned(self, documents: NumberSet, articles: NumberSet) -> NumberSet:
        """Those of some documents that are of some articles."""
        if articles.whole:
            return documents
        if documents.many and not articles.many:
            return self.documents_of(articles) & documents
        return NumberSet(
            documents.size, kernels.of_articles(documents.numbers, self.segment.article_of, articles.words)
        )

    def documents_of(self, articles: NumberSet) -> NumberSet:
        """All documents of some articles."""
        documents = kernels.documents_of(articles.numbers, self.segment.article_starts)
        return NumberSet(self.segment.document_count, documents)

    def published(self, after: int | None, before: int | None) -> NumberSet:
        """The documents of articles between two days, inclusive."""
        everything = NumberSet.everything(self.segment.document_count)
        return self.owned(everything, NumberSet.flagged(between(self.segment.dates, after, before)))

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
        return None if number < 0 else Occurrences(self.segment.coded_term(field, number))

    def holders(self, field: str, term: str) -> NumberSet:
        """The documents that hold a term."""
        found = self.occurrences(field, term)
        return NumberSet.empty(self.segment.document_count) if found is None else found.documents


def between(dates: NDArray[np.int32], after: int | None, before: int | None) -> NDArray[np.bool_]:
    """Which of some dates are from `after` to `before`; `NO_DATE` is so only if neither is asked for."""
    if after is None and before is None:
        return np.ones(len(dates), np.bool_)
    mask: NDArray[np.bool_] = dates != NO_DATE
    if after is not None:
        mask &= dates >= after
    if before is not None:
        mask &= dates <= before
    return mask
