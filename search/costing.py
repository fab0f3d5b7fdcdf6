"""What could be asked instead of a query goes in, how many articles that finds comes out, until the time is up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.errors import SearchTimeoutError
from search.engine import Searcher
from search.matches import Matches
from search.plan import Plan, Term
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

    def match(self, plan: Plan) -> Matches | None:
        """What matches a plan; None where there is no time left to find all of it."""
        try:
            matches = self.searcher.match(replace(plan, seconds=self.left))
        except SearchTimeoutError:
            return None
        return None if matches.partial else matches

    def articles(self, asked: Asked) -> int | None:
        """The number of articles; None where there is no time left to count them."""
        matches = self.match(self.planner.counting(self.query, asked))
        return matches.articles if matches else None

    def holding(self, asked: Asked, terms: Sequence[Term]) -> tuple[int | None, ...]:
        """For each of some terms the number of articles that hold it, too; None where there is no time left.

        With scope=paragraph it is the paragraph of the words that must hold it.
        """
        matches = self.match(replace(self.planner.counting(self.query, asked), holding=tuple(terms)))
        return matches.holding if matches else (None,) * len(terms)
