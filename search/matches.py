"""What an engine returns: totals, the hits of one window and facet counts, keys only."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import Article
from index.document import Mention


@dataclass(frozen=True, slots=True)
class ParagraphMatch:
    """A matching paragraph of a hit, by its ordinal in the article."""

    ordinal: int
    score: float


@dataclass(frozen=True, slots=True)
class ArticleMatch:
    """A hit: an article id, its score, how many of its paragraphs match, the best of them, and the ids of the
    near-copies folded into it (matching ones only, newest first)."""

    article: str
    score: float
    matching_paragraphs: int
    paragraphs: tuple[ParagraphMatch, ...]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueCount:
    """How many matching articles, and matching paragraphs of them, carry a facet value."""

    value: str
    articles: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The commonest values of a facet (most articles first, then by value), and how many values there are."""

    field: str
    values: tuple[ValueCount, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class Matches:
    """The answer of one generation to one plan.

    `articles` counts stories where copies are folded. `months` holds (year * 12 + month - 1, articles) pairs in
    order, and `undated` the rest, when a histogram was asked for. `holding` counts the articles
    that hold each term of the plan's. `notes` are codes of what was cut short: `expansion_limit`, and `deadline` (then
    `partial` is true and counts are lower bounds).
    """

    generation: str
    articles: int
    paragraphs: int
    hits: tuple[ArticleMatch, ...]
    facets: tuple[FacetCounts, ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    undated: int = 0
    holding: tuple[int, ...] = ()
    partial: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the index keeps it, with the evidence for its facet values."""

    article: Article
    mentions: tuple[Mention, ...]
