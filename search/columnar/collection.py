"""One generation goes in; what its segments have to know of each other comes out: statistics, numbers, stories.

Articles are numbered over the whole generation, segment by segment. Everything here is made from immutable arrays
when it is first asked for and then kept; two threads that ask at once make the same thing twice, and need no lock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_DATE, Generation
from index.columns.lazy import lazy
from search.columnar.facets import Facet
from search.columnar.occurrences import Occurrences
from search.columnar.part import Part
from search.columnar.scoring import Bm25, Norms
from search.columnar.spelling import Spellings

# Numbers of articles over all segments.
Articles = NDArray[np.int64]
# After every date.
UNDATED = np.int32(2**31 - 1)
# Misspelt words whose neighbours are kept: some hundred terms each.
_REMEMBERED = 64
Column = TypeVar("Column", bound=np.generic)


class Collection:
    """A generation as one collection of paragraphs and articles; `formula` scores."""

    def __init__(self, generation: Generation, formula: Bm25) -> None:
        self.generation = generation.name
        self.formula = formula
        sizes = [segment.article_count for segment in generation.segments]
        # The number of the first article of each segment, and of all articles.
        self.bases = np.cumsum([0, *sizes])
        bases = self.bases.tolist()
        self.parts = tuple(map(Part, generation.segments, generation.live, bases))
        self._told = generation.stories
        self._norms: dict[str, tuple[Norms, ...]] = {}
        self._facets: dict[str, Facet] = {}
        self._spellings: dict[str, tuple[Spellings | None, ...]] = {}
        # A query asks twice, for what is searched and for what is told; so do its pages and facets.
        self.near = lru_cache(maxsize=_REMEMBERED)(self._near)

    # articles

    @lazy
    def dates(self) -> NDArray[np.int32]:
        """The date of each article, in days since 1970-01-01, or `NO_DATE`."""
        return joined([part.segment.dates for part in self.parts], np.int32)

    @lazy
    def newest(self) -> NDArray[np.int32]:
        """For each article what sorts it by its date, newest first and undated last."""
        return np.where(self.dates == NO_DATE, UNDATED, -self.dates)

    @lazy
    def article_ids(self) -> NDArray[np.uint64]:
        """The id of each article."""
        return joined([part.segment.article_ids for part in self.parts], np.uint64)

    @lazy
    def stories(self) -> NDArray[np.int64]:
        """The story of each article that shares it with another, -1 for every other article."""
        stories = np.full(self.bases[-1], -1)
        for part, told in zip(self.parts, self._told, strict=True):
            if told is not None:
                living = part.articles.numbers
                stories[part.base + living] = told.take(living)
        _, _, numbers, tellings = np.unique_all(stories)
        return np.where(tellings.take(numbers) == 1, -1, stories)

    @lazy
    def has_copies(self) -> bool:
        """Whether there is a story of two articles."""
        return any(told is not None for told in self._told) and bool((self.stories >= 0).any())

    def find(self, article_id: str) -> tuple[Part, int] | None:
        """The part that holds an article, and its number there; None where it is unknown or deleted."""
        for part in self.parts:
            number = part.segment.find_article(article_id)
            if number >= 0 and number in part.articles:
                return part, number
        return None

    def copies(self, article: int) -> tuple[str, ...]:
        """The ids of the other articles of the story of one, by its number, newest first."""
        if self.stories[article] < 0:
            return ()
        others = np.setdiff1d(np.flatnonzero(self.stories == self.stories[article]), [article])
        return tuple(map(self.name, self.by_date(others).tolist()))

    def by_date(self, articles: Articles) -> Articles:
        """Some articles, newest first."""
        return articles.take(np.lexsort((self.article_ids.take(articles), self.newest.take(articles))))

    def name(self, article: int) -> str:
        """The id of an article, as it is written."""
        return f"{int(self.article_ids[article]):016x}"

    # terms

    @lazy
    def paragraphs(self) -> int:
        """The number of paragraphs that are not deleted."""
        return sum(part.segment.document_count - len(part.deleted) for part in self.parts)

    def document_frequency(self, occurrences: Iterable[Occurrences | None]) -> int:
        """The number of paragraphs that hold a term and are not deleted, given where it is in each part."""
        pairs = [(part, found) for part, found in zip(self.parts, occurrences, strict=True) if found is not None]
        deleted = (len(part.deleted & found.documents) if len(part.deleted) else 0 for part, found in pairs)
        return sum(len(found) for _, found in pairs) - sum(deleted)

    def count(self, field: str, term: str) -> int:
        """The number of paragraphs that hold a term and are not deleted."""
        return self.document_frequency([part.occurrences(field, term) for part in self.parts])

    def spellings(self, field: str) -> tuple[Spellings | None, ...]:
        """The terms of a field ready to be compared with a misspelt one, None in a part that has no such field."""
        if field not in self._spellings:
            vocabularies = [part.vocabulary(field) for part in self.parts]
            self._spellings[field] = tuple(None if each is None else Spellings(each) for each in vocabularies)
        return self._spellings[field]

    def _near(self, field: str, text: str, edits: int) -> tuple[Mapping[str, int], ...]:
        """For each part the terms within some edits of a text, and how far each is."""
        return tuple({} if each is None else each.near(text, edits) for each in self.spellings(field))

    # columns

    def norms(self, field: str) -> tuple[Norms, ...]:
        """For each part, what the formula makes of the lengths of its documents in a field.

        All documents count as equally long in a field that has no lengths.
        """
        if field not in self._norms:
            self._norms[field] = self._make_norms(field)
        return self._norms[field]

    def _make_norms(self, field: str) -> tuple[Norms, ...]:
        lengths = [lengths_of(part, field) for part in self.parts]
        pairs = zip(self.parts, lengths, strict=True)
        total = sum(int(each.sum()) - int(each.take(part.deleted.numbers).sum()) for part, each in pairs)
        longest = max((int(each.max(initial=0)) for each in lengths), default=0)
        norms = self.formula.norms(longest, total / self.paragraphs if self.paragraphs else 0.0)
        return tuple(Norms(each, norms) for each in lengths)

    def facet(self, field: str) -> Facet | None:
        """The columns of a facet field, None where the index has no such facet."""
        if any(field not in part.segment.fields.facets for part in self.parts):
            return None
        if field not in self._facets:
            self._facets[field] = Facet([part.segment for part in self.parts], field)
        return self._facets[field]


def lengths_of(part: Part, field: str) -> NDArray[np.integer]:
    """The length of each document in a field; zeros in one that has no lengths."""
    segment = part.segment
    return segment.lengths(field) if field in segment.fields.text else np.zeros(segment.document_count, np.uint8)


def joined(columns: Sequence[NDArray[Column]], kind: type[Column]) -> NDArray[Column]:
    """Columns of several segments as one."""
    return np.concatenate([np.empty(0, kind), *columns])
