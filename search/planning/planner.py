"""A `Query` goes in, a `Planned` comes out: the plan for an engine, and how the query was understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from index.analysis import Analyzer, clean_text
from index.config.settings import LimitsConfig
from search.naming import Naming
from search.plan import All, And, Clause, FacetRequest, Plan, Within
from search.planning.filters import Chosen, chosen_filters
from search.planning.interpreting import Interpretation, Interpreter
from search.planning.meaning import Meaning, in_articles, in_paragraph, notation, scores
from search.planning.words import WordPlanner
from search.query import Query, Scope, Sort
from search.results import Ignored, Understanding
from search.syntax import Syntax, field_names, parse

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and everything about the query that it was made from; `notes` are codes for the reader."""

    plan: Plan
    syntax: Syntax
    interpretation: Interpretation
    chosen: tuple[Chosen, ...]
    understanding: Understanding
    notes: tuple[str, ...] = ()


class Planner:
    """Makes plans for one generation."""

    def __init__(self, analyzer: Analyzer, naming: Naming, limits: LimitsConfig) -> None:
        self._words = WordPlanner(analyzer)
        self._naming = naming
        self._limits = limits
        self._fields = field_names(naming.kinds)

    def plan(self, query: Query) -> Planned:
        """The plan for one page of a query. Never raises, whatever the text."""
        text, cut = _cut(clean_text(query.text), self._limits.query_length)
        syntax = parse(text, self._fields)
        interpretation = Interpreter(syntax, self._words, self._naming, query.names).interpret()
        chosen = chosen_filters(query, self._naming)
        typed_something = bool(text.strip()) and interpretation.meaning is None
        searches_nothing = typed_something and not (interpretation.after or interpretation.before)
        return Planned(
            plan=self._plan(query, interpretation, chosen),
            syntax=syntax,
            interpretation=interpretation,
            chosen=chosen,
            understanding=_understanding(interpretation, chosen, cut),
            notes=("nothing_searchable",) if searches_nothing else (),
        )

    def _plan(self, query: Query, interpretation: Interpretation, chosen: Iterable[Chosen]) -> Plan:
        match = article_clause(interpretation.meaning, chosen, query.scope)
        after = max((day for day in (query.after, interpretation.after) if day), default=None)
        before = min((day for day in (query.before, interpretation.before) if day), default=None)
        return Plan(
            match=match,
            filters=tuple(asked for each in chosen if (asked := each.filter)),
            together=query.scope is Scope.PARAGRAPH,
            after=(after - _EPOCH).days if after else None,
            before=(before - _EPOCH).days if before else None,
            sort=Sort.NEWEST if query.sort is Sort.RELEVANCE and not scores(match) else query.sort,
            offset=(query.page - 1) * query.per_page,
            limit=query.per_page,
            paragraphs=query.paragraphs,
            facets=self._facets(chosen),
            histogram=True,
            fold_copies=not query.copies,
            seconds=self._limits.search_seconds,
        )

    def _facets(self, chosen: Iterable[Chosen]) -> tuple[FacetRequest, ...]:
        always = {each.kind: each.values + each.excluded for each in chosen}
        limit = self._limits.facet_values
        return tuple(FacetRequest(kind, limit, always.get(kind, ())) for kind in self._naming.kinds)


def article_clause(meaning: Meaning | None, chosen: Iterable[Chosen], scope: Scope) -> Clause:
    """What articles must satisfy: the meaning of the text, and the spellings chosen."""
    spelt = [each.spellings for each in chosen if each.spellings is not None]
    if not spelt:
        return in_articles(meaning, scope) if meaning else All()
    match = in_articles(meaning, scope) if meaning else None
    if scope is Scope.PARAGRAPH and (match is None or isinstance(match, Within)):
        inside = [in_paragraph(meaning)] if meaning else []
        return Within(And((*inside, *spelt)))
    clauses = ([match] if match else []) + [Within(clause) for clause in spelt]
    return clauses[0] if len(clauses) == 1 else And(tuple(clauses))


def _cut(text: str, length: int) -> tuple[str, str]:
    """The first `length` characters, up to the end of a word where there is one, and the rest."""
    if len(text) <= length:
        return text, ""
    words = text[:length].rsplit(maxsplit=1)
    end = len(text[:length]) - len(words[1]) if len(words) == 2 and not text[length].isspace() else length
    return text[:end], text[end:]


def _understanding(interpretation: Interpretation, chosen: Iterable[Chosen], cut: str) -> Understanding:
    too_long = (Ignored(cut.strip()[:80], "too_long"),) if cut.strip() else ()
    meaning = interpretation.meaning
    return Understanding(
        words=interpretation.words,
        ignored=interpretation.ignored + too_long,
        unknown=interpretation.unknown + tuple(value for each in chosen for value in each.unknown),
        notation=notation(meaning) if meaning else "",
    )


def alone(plan: Plan, match: Clause) -> Plan:
    """The plan with another clause, for its number of articles only."""
    return replace(plan, match=match, offset=0, limit=0, facets=(), histogram=False)
