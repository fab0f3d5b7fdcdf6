"""A `Query` goes in, a `Planned` comes out: the plan for an engine, and how the query was understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from index.analysis import Analyzer, clean_text
from index.config.settings import LimitsConfig
from search.engine import Searcher
from search.naming import Naming
from search.plan import All, And, Clause, FacetRequest, Plan, Within, day_number
from search.planning.filters import Chosen, chosen_filters
from search.planning.interpreting import Interpretation, Interpreter, Part
from search.planning.meaning import Meaning, Searched, date_notation, every, in_articles, notation, scores
from search.planning.words import WordPlanner
from search.query import Query, Scope, Sort
from search.results import Ignored, Understanding
from search.syntax import Syntax, field_names, parse


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that articles must satisfy: parts of the text, filters chosen, days inclusive."""

    parts: tuple[Part, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    after: date | None = None
    before: date | None = None

    @property
    def meaning(self) -> Meaning | None:
        """All parts of the text together."""
        return every(part.meaning for part in self.parts)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and everything about the query that it was made from; `notes` are codes for the reader."""

    plan: Plan
    asked: Asked
    syntax: Syntax
    understanding: Understanding
    notes: tuple[str, ...] = ()


class Planner:
    """Makes plans for one generation."""

    def __init__(self, analyzer: Analyzer, searcher: Searcher, naming: Naming, limits: LimitsConfig) -> None:
        self._words = WordPlanner(analyzer, searcher)
        self._naming = naming
        self._limits = limits
        self._fields = field_names(naming.kinds)

    def plan(self, query: Query) -> Planned:
        """The plan for one page of a query. Never raises, whatever the text."""
        text, cut = _cut(clean_text(query.text), self._limits.query_length)
        syntax = parse(text, self._fields)
        interpretation = Interpreter(syntax, self._words, self._naming, query.names).interpret()
        asked = Asked(
            parts=interpretation.parts,
            chosen=chosen_filters(query, self._naming),
            after=max((day for day in (query.after, interpretation.after) if day), default=None),
            before=min((day for day in (query.before, interpretation.before) if day), default=None),
        )
        dated = interpretation.after or interpretation.before
        return Planned(
            plan=self._page(query, asked),
            asked=asked,
            syntax=syntax,
            understanding=_understanding(interpretation, asked, cut),
            notes=(
                *(("nothing_searchable",) if text.strip() and not (asked.parts or dated) else ()),
                *(("no_such_days",) if asked.after and asked.before and asked.after > asked.before else ()),
            ),
        )

    def counting(self, query: Query, asked: Asked) -> Plan:
        """The plan that only counts what satisfies `asked`, everything else as in `query`."""
        return Plan(
            match=article_clause(asked, query.scope),
            filters=tuple(wanted for each in asked.chosen if (wanted := each.filter)),
            together=query.scope == Scope.PARAGRAPH,
            after=day_number(asked.after),
            before=day_number(asked.before),
            limit=0,
            fold_copies=not query.copies,
            seconds=self._limits.search_seconds,
        )

    def _page(self, query: Query, asked: Asked) -> Plan:
        plan = self.counting(query, asked)
        return replace(
            plan,
            sort=Sort.NEWEST if query.sort is Sort.RELEVANCE and not scores(plan.match) else query.sort,
            offset=(query.page - 1) * query.per_page,
            limit=query.per_page,
            paragraphs=query.paragraphs,
            facets=self._facets(asked.chosen),
            histogram=True,
        )

    def _facets(self, chosen: Iterable[Chosen]) -> tuple[FacetRequest, ...]:
        always = {each.kind: each.values + each.excluded for each in chosen}
        limit = self._limits.facet_values
        return tuple(FacetRequest(kind, limit, always.get(kind, ())) for kind in self._naming.kinds)


def article_clause(asked: Asked, scope: Scope) -> Clause:
    """What articles must satisfy for the text, and for the spellings chosen."""
    meaning = asked.meaning
    match = in_articles(meaning, scope) if meaning else None
    spelt = [clause for each in asked.chosen if (clause := each.spelt) is not None]
    if not spelt:
        return match or All()
    if scope == Scope.PARAGRAPH and (match is None or isinstance(match, Within)):
        inside = [match.clause] if match else []
        return Within(And((*inside, *spelt)))
    clauses = [match] if match else []
    return And((*clauses, *map(Within, spelt)))


def spellings_narrow(asked: Asked, scope: Scope) -> bool:
    """Whether choosing a spelling leaves a part of what is found: not where titles have a paragraph of their own."""
    return scope != Scope.PARAGRAPH or isinstance(article_clause(asked, scope), Within | All)


def _cut(text: str, length: int) -> tuple[str, str]:
    """The first `length` characters, up to the end of a word where there is one, and the rest."""
    if len(text) <= length:
        return text, ""
    words = text[:length].rsplit(maxsplit=1)
    end = len(text[:length]) - len(words[1]) if len(words) == 2 and not text[length].isspace() else length
    return text[:end], text[end:]


def _understanding(interpretation: Interpretation, asked: Asked, cut: str) -> Understanding:
    dates = date_notation(interpretation.after, interpretation.before)
    read = [part.meaning for part in asked.parts] + [Searched(All(), dates)] * bool(dates)
    too_long = (Ignored(cut.strip()[:80], "too_long"),) if cut.strip() else ()
    return Understanding(
        words=interpretation.words,
        # A thousand unbalanced parentheses are one mistake.
        ignored=tuple(dict.fromkeys(interpretation.ignored + too_long)),
        unknown=interpretation.unknown
        + tuple(value for each in asked.chosen for value in (*each.unknown, *each.unknown_excluded)),
        notation=notation(meaning) if (meaning := every(read)) else "",
    )
