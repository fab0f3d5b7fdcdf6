"""What an engine evaluates: a `Plan` of analysed terms, without syntax, language or field names typed by readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from search.query import Sort


@dataclass(frozen=True, slots=True)
class Term:
    """Paragraphs that hold a term in a field; `boost` multiplies its score, 0 means it only filters."""

    field: str
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Paragraphs where, at consecutive positions, each slot holds one of its terms (of positional fields).

    An empty slot stands for any word.
    """

    slots: tuple[tuple[Term, ...], ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Prefix:
    """Paragraphs that hold a term beginning with `text`; an engine may stop expanding at its limit, and says so."""

    field: str
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Paragraphs that hold a term within `edits` (1 or 2) of `text`, a transposition counting as one."""

    field: str
    text: str
    edits: int
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Published:
    """Paragraphs of articles between two days, in days since 1970-01-01 and inclusive; scores nothing.

    An article without a date is between none, unless neither is asked for.
    """

    after: int | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class And:
    """What matches every clause; scores add up."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What matches any clause; scores of the matching ones add up, of `synonyms` the best counts."""

    clauses: tuple[Clause, ...]
    synonyms: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What does not match; scores nothing."""

    clause: Clause


@dataclass(frozen=True, slots=True)
class All:
    """Everything, scoring 0."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing at all: an unknown facet value, a word the analyser cannot use."""


@dataclass(frozen=True, slots=True)
class Within:
    """Articles of which one paragraph matches `clause` as a whole.

    The seam between the two levels of a match: above it And, Or and Not combine sets of articles, below it sets of
    paragraphs. A Within never contains a Within; a level above without Within holds only All and Nothing.
    """

    clause: Clause


def positive(clause: Clause) -> tuple[Within, ...]:
    """The Within clauses outside a Not, which say what paragraphs match for."""
    match clause:
        case Within():
            return (clause,)
        case And() | Or():
            return tuple(within for each in clause.clauses for within in positive(each))
        case _:
            return ()


def day_number(day: date | None) -> int | None:
    """A day as plans count them: since 1970-01-01; None for none."""
    return None if day is None else (day - date(1970, 1, 1)).days


Clause: TypeAlias = Term | Phrase | Prefix | Fuzzy | Published | And | Or | Not | All | Nothing | Within


@dataclass(frozen=True, slots=True)
class Filter:
    """Known values of one facet field: any of `anyof` (if there are any), all of `allof`, none of `noneof`."""

    field: str
    anyof: tuple[str, ...] = ()
    allof: tuple[str, ...] = ()
    noneof: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetRequest:
    """Count the values of `field`, at most `limit` of the commonest (None: all), and always those in `always`.

    Counts obey every filter but the `anyof` of the field's own.
    """

    field: str
    limit: int | None
    always: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """One evaluation.

    `match` is an article-level clause (see `Within`). `together` says that filters must hold in the very paragraph
    that matches (scope=paragraph) instead of anywhere in its article. `after`, `before`: days since 1970-01-01,
    inclusive; an article without a date fails either. `offset`, `limit`: the window of hits; `paragraphs`: best
    paragraphs per hit (None for either: all there are); `holding`: terms, for each of which the articles that hold it
    are counted (if `together`: in a matching paragraph); `fold_copies`: near-copies count and show as one.
    `seconds` bounds the evaluation.

    `matching paragraphs` of an article are those that satisfy any Within clause outside a Not (all searched ones
    where there is none) and, if `together`, the filters.
    """

    match: Clause
    filters: tuple[Filter, ...] = ()
    together: bool = False
    after: int | None = None
    before: int | None = None
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int | None = 10
    paragraphs: int | None = 3
    facets: tuple[FacetRequest, ...] = ()
    histogram: bool = False
    holding: tuple[Term, ...] = ()
    fold_copies: bool = True
    seconds: float | None = None
