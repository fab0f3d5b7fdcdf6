"""The match of a plan goes in; the articles of one part that match, their paragraphs and their scores come out."""

from __future__ import annotations

from functools import reduce

import numpy as np

from search.columnar.found import Found
from search.columnar.matching import Matcher
from search.columnar.scoring import Scores
from search.columnar.selection import Selection
from search.columnar.sets import Mask, NumberSet, unite
from search.plan import All, And, Clause, Not, Nothing, Or


class ArticleMatcher:
    """Evaluates an article-level clause in one part, and scores its paragraphs."""

    def __init__(self, match: Clause, matcher: Matcher) -> None:
        self._match = match
        self._matcher = matcher
        self._part = matcher.part
        self._within = positive(match)
        # What each Within found, by its identity: the same clause may stand in several places of one plan.
        self._found: dict[int, Found] = {}

    def select(self) -> Selection:
        """The articles that match, and their paragraphs that match.

        These are the ones that satisfy any Within outside a Not, or all where there is none.
        """
        found = [self._find(each).documents for each in self._within]
        documents = self._part.documents
        if found:
            documents = unite(found, documents.size) - self._part.deleted
        if len(self._within) == 1 and self._within[0] is self._match:
            return Selection(self._part, self._part.owners(documents), documents)
        articles = self._articles(self._match) & self._part.articles
        return Selection(self._part, articles, self._part.owned(documents, articles))

    def _find(self, within: Clause) -> Found:
        if id(within) not in self._found:
            self._found[id(within)] = self._matcher.find(within)
        return self._found[id(within)]

    def _articles(self, clause: Clause) -> NumberSet:
        size = self._part.segment.article_count
        match clause:
            case And():
                wanted = sorted((self._articles(each) for each in clause.clauses), key=len)
                return reduce(NumberSet.__and__, wanted) if wanted else NumberSet.everything(size)
            case Or():
                return unite([self._articles(each) for each in clause.clauses], size)
            case Not():
                return NumberSet.everything(size) - self._articles(clause.clause)
            case All():
                return NumberSet.everything(size)
            case Nothing():
                return NumberSet.empty(size)
            case _:
                return self._part.owners(self._find(clause).documents)

    def scores(self, documents: NumberSet) -> Scores:
        """The scores of matching documents: the sum of what the Within clauses outside a Not give.

        Where an And asks for several of them, documents that satisfy the match by themselves come before all that do
        not: they get as much as all the clauses together could give.
        """
        scores = np.zeros(len(documents), np.float32)
        for each in self._within:
            self._find(each).add_scores(documents, scores)
        if combines(self._match):
            bonus = sum(self._matcher.lexicon.bound(each) for each in self._within)
            scores[self._satisfied(self._match, documents)] += np.float32(bonus)
        return scores

    def _satisfied(self, clause: Clause, documents: NumberSet) -> Mask:
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
                return self._find(clause).documents.has(documents.numbers)


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
