"""What could be asked instead of a query goes in, how many articles that finds comes out, until the time is up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.errors import SearchTimeoutError
from search.engine import Searcher
from search.plan import Term
from search.planning import Asked, Planner
from search.query import Query


@dataclass(frozen=True, slots=True)
class ArticleCounter:
    """Counts what would be found instead of `query`, until `end` (of the monotonic clock, in seconds)."""

    searcher: Searcher
    planner: Planner
    query: Query
    end: float

    @property
    def left(self) -> float:
        """The seconds that are left, 0 when the time is up."""
        return max(0.0, self.end - time.monotonic())

    def articles(self, asked: Asked) -> int | None:
        """The number of articles; None where there is no time left to count them."""
        try:
            matches = self.searcher.match(replace(self.planner.counting(self.query, asked), seconds=self.left))
        except SearchTimeoutError:
            return None
        return None if matches.partial else matches.articles

    def holding(self, asked: Asked, terms: Sequence[Term]) -> tuple[int | None, ...]:
        """For each of some terms the number of articles that hold it, too; None where there is no time left.

        With scope=paragraph it is the paragraph of the words that must hold it.
        """
        plan = replace(self.planner.counting(self.query, asked), seconds=self.left, holding=tuple(terms))
        try:
            matches = self.searcher.match(plan)
        except SearchTimeoutError:
            return (None,) * len(terms)
        return (None,) * len(terms) if matches.partial else matches.holding
