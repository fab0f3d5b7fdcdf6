"""One generation goes in; what its segments have to know of each other comes out: statistics, numbers, stories.

Articles are numbered over the whole generation, segment by segment. Everything here is made from immutable arrays
when it is first asked for and then kept; two threads that ask at once make the same thing twice, and need no lock.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.columns import Generation, Segment, Vocabulary
from search.columnar.facets import Facet
from search.columnar.scoring import Bm25, Scores
from search.columnar.sets import Numbers, empty, member
from search.columnar.spelling import Spellings


class Collection:
    """A generation as one collection of paragraphs and articles; `formula` scores."""

    def __init__(self, generation: Generation, formula: Bm25) -> None:
        self.generation = generation.name
        self.segments = generation.segments
        self.formula = formula
        self._live = generation.live
        self._stories = generation.stories
        self._norms: dict[str, tuple[Scores, ...]] = {}
        self._facets: dict[str, Facet] = {}
        self._spellings: dict[str, tuple[Spellings, ...]] = {}
        # The number of the first article of each segment, and of all articles.
        self.bases = [0]
        for segment in self.segments:
            self.bases.append(self.bases[-1] + segment.article_count)

    # what is deleted

    @cached_property
    def deleted_articles(self) -> tuple[Numbers, ...]:
        """The deleted articles of each segment, by their numbers in it."""
        return tuple(empty() if live is None else np.flatnonzero(~live).astype(np.int32) for live in self._live)

    @cached_property
    def deleted(self) -> tuple[Numbers, ...]:
        """The deleted documents of each segment."""
        return tuple(
            empty() if live is None else np.flatnonzero(~live.take(segment.article_of)).astype(np.int32)
            for segment, live in zip(self.segments, self._live, strict=True)
        )

    @cached_property
    def paragraphs(self) -> int:
        """The number of paragraphs that are not deleted."""
        return sum(segment.document_count for segment in self.segments) - sum(map(len, self.deleted))

    # articles, by their numbers over all segments

    @cached_property
    def dates(self) -> NDArray[np.int32]:
        """The date of each article, in days since 1970-01-01, or `NO_DATE`."""
        return np.concatenate([np.empty(0, np.int32), *(segment.dates for segment in self.segments)])

    @cached_property
    def article_ids(self) -> NDArray[np.uint64]:
        """The id of each article."""
        return np.concatenate([np.empty(0, np.uint64), *(segment.article_ids for segment in self.segments)])

    @cached_property
    def stories(self) -> NDArray[np.int64]:
        """The story of each article that shares it with another, -1 for every other article."""
        stories = np.full(self.bases[-1], -1)
        for base, told, deleted in zip(self.bases, self._stories, self.deleted_articles, strict=False):
            if told is not None:
                stories[base : base + len(told)] = told
                stories[base + deleted] = -1
        if len(stories):
            stories[np.bincount(stories + 1).take(stories + 1) == 1] = -1
        return stories

    @cached_property
    def has_copies(self) -> bool:
        """Whether there is a story of two articles."""
        return any(told is not None for told in self._stories) and bool((self.stories >= 0).any())

    def place(self, article: int) -> tuple[int, int]:
        """The segment that holds an article, and the article's number in it."""
        segment = int(np.searchsorted(self.bases, article, side="right")) - 1
        return segment, article - self.bases[segment]

    # terms

    def find(self, segment: int, field: str, term: str) -> int:
        """The number of a term in a segment, -1 where it has no such term or field."""
        vocabulary = self.vocabulary(segment, field)
        return -1 if vocabulary is None else vocabulary.find(term)

    def vocabulary(self, segment: int, field: str) -> Vocabulary | None:
        """The terms of a field in a segment, None where it has no such field."""
        return self.segments[segment].vocabulary(field) if field in known(self.segments[segment]) else None

    def document_frequency(self, field: str, term: str) -> int:
        """The number of paragraphs that hold a term and are not deleted."""
        return sum(self._document_frequency(number, field, term) for number in range(len(self.segments)))

    def _document_frequency(self, number: int, field: str, term: str) -> int:
        found = self.find(number, field, term)
        if found < 0:
            return 0
        segment, deleted = self.segments[number], self.deleted[number]
        if not len(deleted):
            return int(segment.vocabulary(field).document_frequencies[found])
        documents = segment.documents(field, found)
        return len(documents) - int(np.count_nonzero(member(deleted, documents, segment.document_count)))

    def spellings(self, field: str) -> tuple[Spellings, ...]:
        """The terms of a field in each segment that has it, ready to be compared with a misspelt one."""
        if field not in self._spellings:
            vocabularies = [self.vocabulary(number, field) for number in range(len(self.segments))]
            self._spellings[field] = tuple(Spellings(each) for each in vocabularies if each is not None)
        return self._spellings[field]

    # columns

    def norms(self, field: str) -> tuple[Scores, ...]:
        """For each segment, what the formula makes of the lengths of its documents in a field.

        All documents count as equally long in a field that has no lengths.
        """
        if field not in self._norms:
            self._norms[field] = self._make_norms(field)
        return self._norms[field]

    def _make_norms(self, field: str) -> tuple[Scores, ...]:
        lengths = [
            segment.lengths(field) if field in segment.fields.text else np.zeros(segment.document_count, np.int32)
            for segment in self.segments
        ]
        total = sum(int(each.sum()) - int(each[gone].sum()) for each, gone in zip(lengths, self.deleted, strict=True))
        average = total / self.paragraphs if self.paragraphs else 0.0
        return tuple(self.formula.norms(each, average) for each in lengths)

    def facet(self, field: str) -> Facet | None:
        """The columns of a facet field, None where the index has no such facet."""
        if any(field not in segment.fields.facets for segment in self.segments):
            return None
        if field not in self._facets:
            self._facets[field] = Facet([segment.values(field) for segment in self.segments])
        return self._facets[field]


def known(segment: Segment) -> tuple[str, ...]:
    """The fields of a segment."""
    return (*segment.fields.text, *segment.fields.keyword, *segment.fields.facets)
