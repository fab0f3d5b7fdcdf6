"""URL parameters go in, a `Query` and complaints come out, and back without loss; nothing a stranger sends raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import TypeVar
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from search.query import FacetFilter, Query, Scope, Sort, ValueMatch
from search.syntax import field_names
from search.syntax.dates import period

MAX_PAGE = 1_000_000
MAX_PER_PAGE = 100
MAX_PARAGRAPHS = 100
# Values chosen in all filters together; no reader ticks more boxes, and every link of a page repeats them all.
MAX_VALUES = 50
DEFAULT = Query()
# Parameters besides the facets. `lang` is no part of a query, and belongs to every page.
PLAIN = ("q", "source", "after", "before", "sort", "scope", "page", "per_page", "paragraphs", "copies", "names", "lang")
# How the name of a facet becomes that of what is asked of it.
OF_A_KIND = ("{}", "not_{}", "{}_match", "{}_spelling")
A_DAY = "a day such as 2024-03-31 or 31/03/2024"
# Strange parameters that are told: nobody writes more of them by mistake.
MOST_STRANGERS = 5

T = TypeVar("T")
Parameters = MultiDict[str, str]


@dataclass(frozen=True, slots=True)
class Complaint:
    """A parameter that could not be used as it stands, and what was expected of it."""

    parameter: str
    value: str
    expected: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """A parameter that means nothing here, and the one that may have been meant ("" where none is like it)."""

    name: str
    meant: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query, with complaints about the parameters that were left at their defaults for it, and those unknown."""

    query: Query
    complaints: tuple[Complaint, ...] = ()
    strangers: tuple[Stranger, ...] = ()


def parse(parameters: Parameters, kinds: Sequence[str]) -> Parsed:
    """The query that `parameters` ask for; `kinds` are the facets. Never raises.

    Facets and dates go by every name that the search box has for them: `pays` is `country`.
    """
    names = _names(kinds)
    known = MultiDict((names[name], value) for name, value in parameters.items(multi=True) if name in names)
    reader = _Reader(known, [], [])
    query = Query(
        text=known.get("q") or "",
        filters=tuple(f for kind in kinds if (f := reader.filter(kind)) != FacetFilter(kind)),
        after=reader.one("after", _first_day, None, A_DAY),
        before=reader.one("before", _last_day, None, A_DAY),
        source=reader.many("source"),
        sort=reader.one("sort", Sort, DEFAULT.sort, "relevance, newest or oldest"),
        scope=reader.one("scope", Scope, DEFAULT.scope, "article or paragraph"),
        page=reader.number("page", DEFAULT.page, 1, MAX_PAGE),
        per_page=reader.number("per_page", DEFAULT.per_page, 1, MAX_PER_PAGE),
        paragraphs=reader.number("paragraphs", DEFAULT.paragraphs, 0, MAX_PARAGRAPHS),
        copies=reader.one("copies", _switch, DEFAULT.copies, "0 or 1"),
        names=reader.one("names", _switch, DEFAULT.names, "0 or 1"),
    )
    return Parsed(query, tuple(reader.complaints), tuple(_strangers(parameters, names))[:MOST_STRANGERS])


def parameters_of(query: Query) -> list[tuple[str, str]]:
    """The parameters that give `query`, in a fixed order and without defaults, so that equal queries have one URL."""
    pairs = [("q", query.text)] if query.text else []
    for chosen in query.filters:
        pairs += _filter_parameters(chosen)
    pairs += [("source", source) for source in query.source]
    pairs += [(name, day.isoformat()) for name in ("after", "before") if (day := getattr(query, name))]
    pairs += [
        (name, _written(getattr(query, name)))
        for name in ("sort", "scope", "copies", "names", "per_page", "paragraphs", "page")
        if getattr(query, name) != getattr(DEFAULT, name)
    ]
    return pairs


def query_string(query: Query) -> str:
    """The query as the part of a URL after the question mark; "" for the default query."""
    return urlencode(parameters_of(query))


def with_filter(query: Query, changed: FacetFilter) -> Query:
    """The query with one facet's filter replaced, on its first page."""
    others = [f for f in query.filters if f.kind != changed.kind]
    kept = [*others, changed] if changed != FacetFilter(changed.kind) else others
    order = {f.kind: place for place, f in enumerate(query.filters)}
    kept.sort(key=lambda f: order.get(f.kind, len(order)))
    return replace(query, filters=tuple(kept), page=1)


def _names(kinds: Sequence[str]) -> Mapping[str, str]:
    """Every name of a parameter -> the one that it goes by here."""
    names = dict(zip(PLAIN, PLAIN, strict=True))
    for alias, field in field_names(kinds).items():
        if field in kinds:
            names |= {form.format(alias): form.format(field) for form in OF_A_KIND}
        elif field in PLAIN:
            names[alias] = field
    return names


def _strangers(parameters: Parameters, names: Mapping[str, str]) -> Iterator[Stranger]:
    """The parameters with a value that have no meaning."""
    for name in parameters:
        if name not in names and any(parameters.getlist(name)):
            yield Stranger(name[:80], next(iter(get_close_matches(name[:80], names, 1, 0.75)), ""))


def _first_day(text: str) -> date:
    return _period(text)[0]


def _last_day(text: str) -> date:
    return _period(text)[1]


def _period(text: str) -> tuple[date, date]:
    """The days that a date covers; a French one begins with the day. Raises `ValueError` where it is none."""
    if (days := period(text)) is None:
        raise ValueError
    return days


def _filter_parameters(chosen: FacetFilter) -> list[tuple[str, str]]:
    kind = chosen.kind
    pairs = [(kind, value) for value in chosen.values]
    if chosen.match is not ValueMatch.ANY:
        pairs.append((f"{kind}_match", chosen.match.value))
    pairs += [(f"not_{kind}", value) for value in chosen.excluded]
    return pairs + [(f"{kind}_spelling", spelling) for spelling in chosen.spellings]


def _written(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def _switch(text: str) -> bool:
    return {"0": False, "1": True}[text]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads parameters one by one, noting what is wrong with them, and the values chosen so far."""

    parameters: Parameters
    complaints: list[Complaint]
    chosen: list[str]

    def one(self, name: str, convert: Callable[[str], T], default: T, expected: str) -> T:
        text = self.parameters.get(name) or ""
        if not text:
            return default
        try:
            return convert(text)
        except (ValueError, KeyError):
            self.complaints.append(Complaint(name, text[:80], expected))
            return default

    def number(self, name: str, default: int, low: int, high: int) -> int:
        def convert(text: str) -> int:
            value = int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else low - 1
            if not low <= value <= high:
                raise ValueError
            return value

        return self.one(name, convert, default, f"a whole number from {low} to {high}")

    def many(self, name: str) -> tuple[str, ...]:
        values = tuple(dict.fromkeys(value for value in self.parameters.getlist(name) if value.strip()))
        room = MAX_VALUES - len(self.chosen)
        if len(values) > room:
            expected = f"at most {MAX_VALUES} values, those of other filters included"
            self.complaints.append(Complaint(name, f"{len(values)} values", expected))
        self.chosen.extend(values[:room])
        return values[:room]

    def filter(self, kind: str) -> FacetFilter:
        return FacetFilter(
            kind,
            self.many(kind),
            self.one(f"{kind}_match", ValueMatch, ValueMatch.ANY, "any or all"),
            self.many(f"not_{kind}"),
            self.many(f"{kind}_spelling"),
        )
