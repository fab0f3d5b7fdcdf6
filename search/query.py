"""What was asked: a `Query` holds everything a URL or a command line can say, and nothing an engine needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sort(StrEnum):
    """The order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Scope(StrEnum):
    """Where all the words must stand together."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"


class ValueMatch(StrEnum):
    """How several values of one facet combine."""

    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class FacetFilter:
    """The values of one facet that a reader chose, as typed: ids, labels or aliases.

    `spellings` restricts to mentions spelt so (folded), whatever their value.
    """

    kind: str
    values: tuple[str, ...] = ()
    match: ValueMatch = ValueMatch.ANY
    excluded: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """One question. `after` and `before` are inclusive; `page` counts from 1; `paragraphs` is how many of a hit's
    best paragraphs are wanted; `copies` true lists syndicated copies one by one instead of folded; `names` false
    switches the aliases of entities off for the words."""

    text: str = ""
    filters: tuple[FacetFilter, ...] = ()
    after: date | None = None
    before: date | None = None
    source: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    scope: Scope = Scope.ARTICLE
    page: int = 1
    per_page: int = 10
    paragraphs: int = 3
    copies: bool = False
    names: bool = True

    def filter(self, kind: str) -> FacetFilter:
        """The filter on one facet; an empty one where the reader chose nothing."""
        return next((f for f in self.filters if f.kind == kind), FacetFilter(kind))
