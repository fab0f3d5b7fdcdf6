"""The match of a plan goes in; the articles of one part that match, their paragraphs and their scores come out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from search.columnar.found import Best, Combined, Constant, Found
from search.columnar.matching import Matcher
from search.columnar.selection import Selection
from search.columnar.sets import NumberSet, unite
from search.plan import All, And, Clause, Not, Nothing, Or, positive


class ArticleMatcher:
    """Evaluates an article-level clause in one part; `found` tells how its paragraphs score."""

    def __init__(self, match: Clause, matcher: Matcher) -> None:
        self._match = match
        self._matcher = matcher
        self._part = matcher.part
        self._within = tuple(matcher.find(each) for each in positive(match))
        self.found = self._combined()

    def select(self) -> Selection:
        """The articles that match, and their paragraphs that match.

        These are the ones that satisfy any Within outside a Not, or all where there is none.
        """
        documents = self.found.documents - self._part.deleted if self._within else self._part.documents
        if is_paragraph_level(self._match):
            return Selection(self._part, documents)
        articles = self._articles(self._match) & self._part.articles
        return Selection(self._part, self._part.owned(documents, articles), articles)

    def _combined(self) -> Found:
        """The matching paragraphs: they score the sum of what the Within clauses outside a Not give.

        Where an And asks for several of them, paragraphs that satisfy the match by themselves come before all that do
        not: they get as much more as all the clauses together could give.
        """
        if is_paragraph_level(self._match):
            return self._within[0]
        documents = self._united(self._within)
        parts = tuple(self._scoring(self._match))
        if combines(self._match):
            together = self._matcher.find(self._match).documents
            parts = (*parts, Constant(together, sum(part.bound for part in parts)))
        return Combined(documents, parts, every=False)

    def _scoring(self, clause: Clause) -> Iterator[Found]:
        """What gives scores: each Within outside a Not, of synonyms the best."""
        match clause:
            case Or(clauses, synonyms=True):
                parts = tuple(self._sum(tuple(self._scoring(each))) for each in clauses)
                yield Best(self._united(parts), parts)
            case And() | Or():
                for each in clause.clauses:
                    yield from self._scoring(each)
            case Not() | All() | Nothing():
                return
            case _:
                yield self._matcher.find(clause)

    def _sum(self, parts: tuple[Found, ...]) -> Found:
        return parts[0] if len(parts) == 1 else Combined(self._united(parts), parts, every=False)

    def _united(self, parts: tuple[Found, ...]) -> NumberSet:
        return unite([part.documents for part in parts], self._part.segment.document_count)

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
                return self._part.owners(self._matcher.find(clause).documents)


def is_paragraph_level(match: Clause) -> bool:
    """Whether an article matches just because one of its paragraphs does."""
    return not isinstance(match, And | Or | Not | All | Nothing)


def combines(clause: Clause) -> bool:
    """Whether an And asks for several things that one paragraph may satisfy."""
    match clause:
        case And():
            return sum(bool(positive(each)) for each in clause.clauses) > 1 or any(map(combines, clause.clauses))
        case Or():
            return any(map(combines, clause.clauses))
        case _:
            return False
