"""The months of a query whatever its dates go in; the years and months to choose from come out."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from search.query import Query
from search.results import Months
from web.views import address, without_dates


@dataclass(frozen=True, slots=True)
class Bar:
    """The articles of one year or month, whose first day is `begin`; `share` is their part of the most, in percent.

    The link chooses it, or lifts the choice where it is `chosen`.
    """

    begin: date
    count: int
    share: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Year:
    """One year, with its months where it is open."""

    bar: Bar
    months: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years, whatever days are chosen, and the articles that no day can be told of."""

    years: tuple[Year, ...] = ()
    undated: int = 0


def calendar(query: Query, months: Months, undated: int) -> Calendar:
    """The calendar of a query, given what it finds without its dates. A single month is no choice."""
    counts = dict(months)
    if len(counts) < 2:
        return Calendar(undated=undated)
    by_year: Counter[int] = Counter()
    for month, count in counts.items():
        by_year[month.year] += count
    opened = {day.year if day else None for day in (query.after, query.before)} if len(by_year) > 1 else set(by_year)
    years = {date(year, 1, 1): count for year, count in by_year.items()}
    return Calendar(
        tuple(
            Year(bar, _months(query, counts, bar.begin.year) if opened == {bar.begin.year} else ())
            for bar in _bars(query, years, 12)
        ),
        undated,
    )


def _months(query: Query, counts: Mapping[date, int], year: int) -> tuple[Bar, ...]:
    return tuple(_bars(query, {month: count for month, count in counts.items() if month.year == year}, 1))


def _bars(query: Query, counts: Mapping[date, int], months: int) -> Iterator[Bar]:
    """A bar for each first day, of so many months."""
    most = max(counts.values())
    for begin, count in sorted(counts.items()):
        end = _last_day(begin, months)
        chosen = (query.after, query.before) == (begin, end)
        asked = without_dates(query) if chosen else replace(query, after=begin, before=end, page=1)
        yield Bar(begin, count, max(1, round(100 * count / most)), address(asked), chosen)


def _last_day(begin: date, months: int) -> date:
    month = begin.month + months - 1
    return begin.replace(month=month, day=monthrange(begin.year, month)[1])
