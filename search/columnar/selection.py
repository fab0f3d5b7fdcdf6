"""The match of a plan goes in; the articles of one segment that match, and their matching paragraphs, come out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np

from index.columns import Segment
from search.columnar.found import Found
from search.columnar.matching import Matcher
from search.columnar.scoring import Scores
from search.columnar.sets import Mask, Numbers, distinct, empty, everything, intersect, member, subtract, unite
from search.plan import All, And, Clause, Not, Nothing, Or


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles of a segment, and the matching paragraphs (documents) of these; both ascending."""

    segment: Segment
    articles: Numbers
    documents: Numbers

    def with_articles(self, mask: Mask) -> Selection:
        """The articles that `mask`, which has one entry for each, keeps, and their documents."""
        if mask.all():
            return self
        articles = self.articles.compress(mask)
        owners = self.segment.article_of.take(self.documents)
        documents = self.documents.compress(member(owners, articles, self.segment.article_count))
        return Selection(self.segment, articles, documents)

    def with_documents(self, mask: Mask) -> Selection:
        """The documents that `mask`, which has one entry for each, keeps, and the articles that keep one."""
        documents = self.documents.compress(mask)
        return Selection(self.segment, owners(self.segment, documents), documents)

    def documents_of(self, article: int) -> Numbers:
        """The documents of one of the articles."""
        start, stop = np.searchsorted(self.documents, self.segment.article_starts[article : article + 2])
        return self.documents[start:stop]


def owners(segment: Segment, documents: Numbers) -> Numbers:
    """The articles that these documents are of."""
    return distinct(segment.article_of.take(documents))


class ArticleMatcher:
    """Evaluates an article-level clause in one segment, and scores its paragraphs."""

    def __init__(self, match: Clause, matcher: Matcher) -> None:
        self._match = match
        self._matcher = matcher
        self._deleted = matcher.deleted
        self._deleted_articles = matcher.deleted_articles
        self._segment = matcher.segment
        # What each Within found, by its identity: the same clause may stand in several places of one plan.
        self._found: dict[int, Found] = {}

    def select(self) -> Selection:
        """The articles that match, and their paragraphs that match.

        These are the ones that satisfy any Within outside a Not, or all where there is none.
        """
        within = positive(self._match)
        documents = self._living_documents(within)
        if len(within) == 1 and within[0] is self._match:
            return Selection(self._segment, owners(self._segment, documents), documents)
        articles = subtract(self._articles(self._match), self._deleted_articles, self._segment.article_count)
        kept = member(self._segment.article_of.take(documents), articles, self._segment.article_count)
        return Selection(self._segment, articles, documents if kept.all() else documents.compress(kept))

    def _living_documents(self, within: list[Clause]) -> Numbers:
        size = self._segment.document_count
        found = [self._find(each).documents for each in within]
        return subtract(unite(found, size) if within else everything(size), self._deleted, size)

    def _find(self, within: Clause) -> Found:
        if id(within) not in self._found:
            self._found[id(within)] = self._matcher.find(within)
        return self._found[id(within)]

    def _articles(self, clause: Clause) -> Numbers:
        size = self._segment.article_count
        match clause:
            case And():
                wanted = [self._articles(each) for each in clause.clauses]
                return (
                    reduce(lambda a, b: intersect(a, b, size), sorted(wanted, key=len)) if wanted else everything(size)
                )
            case Or():
                return unite([self._articles(each) for each in clause.clauses], size)
            case Not():
                return subtract(everything(size), self._articles(clause.clause), size)
            case All():
                return everything(size)
            case Nothing():
                return empty()
            case _:
                documents = self._find(clause).documents
                return owners(self._segment, subtract(documents, self._deleted, self._segment.document_count))

    def scores(self, documents: Numbers) -> Scores:
        """The scores of matching documents: the sum of what the Within clauses outside a Not give.

        Where an And asks for several of them, documents that satisfy the match by themselves come before all that do
        not: they get as much as all the clauses together could give.
        """
        within = positive(self._match)
        scores = np.zeros(len(documents), np.float32)
        for each in within:
            self._find(each).add_scores(documents, scores, self._segment.document_count)
        if combines(self._match):
            bonus = sum(self._matcher.lexicon.bound(each) for each in within)
            scores[self._satisfied(self._match, documents)] += np.float32(bonus)
        return scores

    def _satisfied(self, clause: Clause, documents: Numbers) -> Mask:
        """Whether each document satisfies the clause by itself."""
        match clause:
            case And():
                satisfied = (self._satisfied(each, documents) for each in clause.clauses)
                return reduce(np.logical_and, satisfied, np.ones(len(documents), np.bool_))
            case Or():
                satisfied = (self._satisfied(each, documents) for each in clause.clauses)
                return reduce(np.logical_or, satisfied, np.zeros(len(documents), np.bool_))
            case Not():
                return ~self._satisfied(clause.clause, documents)
            case All() | Nothing():
                return np.full(len(documents), isinstance(clause, All))
            case _:
                return member(documents, self._find(clause).documents, self._segment.document_count)


def positive(clause: Clause) -> list[Clause]:
    """The Within clauses outside a Not."""
    match clause:
        case And() | Or():
            return [within for each in clause.clauses for within in positive(each)]
        case Not() | All() | Nothing():
            return []
        case _:
            return [clause]


def combines(clause: Clause) -> bool:
    """Whether an And asks for several things that one paragraph may satisfy."""
    match clause:
        case And():
            return sum(bool(positive(each)) for each in clause.clauses) > 1 or any(map(combines, clause.clauses))
        case Or():
            return any(map(combines, clause.clauses))
        case _:
            return False
