"""`Results` go in; what the search page draws comes out: facet rows, removable filters, year bars, page links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from search.query import FacetFilter, Query, ValueMatch
from search.results import Facet, FacetValue, Results
from web.urls import parameters_of, query_string, with_filter

# Rows of a facet shown before « Voir plus », and pages linked on either side of the current one.
FIRST_ROWS = 8
NEIGHBOURS = 2
# Divides the entity from the spelling in the key of a spelling.
SPELLING_DIVIDER = "\x1f"


@dataclass(frozen=True, slots=True)
class SpellingRow:
    """One spelling of a selected value, with the link that restricts to it or lifts the restriction."""

    words: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value of a facet, with the link that excludes it."""

    value: FacetValue
    exclude_url: str
    spellings: tuple[SpellingRow, ...]


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One facet: the rows shown at once, those behind « Voir plus », and how many values are not listed at all."""

    kind: str
    match: ValueMatch
    first: tuple[FacetRow, ...]
    more: tuple[FacetRow, ...]
    unlisted: int


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter that is on: what it is about, its words, and the link without it.

    It is about a kind, "spelling", "after", "before" or "source".
    """

    about: str
    words: str
    excluded: bool
    url: str


@dataclass(frozen=True, slots=True)
class YearBar:
    """The hits of one year; `share` is its part of the largest year, in percent."""

    year: int
    count: int
    share: int
    url: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of the hits; `number` None is a gap."""

    number: int | None
    url: str = ""
    current: bool = False


def address(query: Query) -> str:
    """The search page's URL of a query."""
    text = query_string(query)
    return f"/?{text}" if text else "/"


def with_page(query: Query, page: int) -> str:
    """The URL of another page of the same hits."""
    return address(replace(query, page=page))


def with_text(query: Query, text: str) -> str:
    """The URL of the same filters with other words."""
    return address(replace(query, text=text, page=1))


def without_strays(query: Query) -> Query:
    """The query without spellings of values that are not chosen any more.

    The form carries spellings in fields of their own, which stay when the box of their value is unticked.
    """
    kept = (with_own_spellings(chosen) for chosen in query.filters)
    return replace(query, filters=tuple(chosen for chosen in kept if chosen != FacetFilter(chosen.kind)))


def with_own_spellings(chosen: FacetFilter) -> FacetFilter:
    """A filter with the spellings of its values only; one that does not say whose it is, is that of any of them."""
    owners = ((key, *key.partition(SPELLING_DIVIDER)[:2]) for key in chosen.spellings)
    kept = (key for key, value, divider in owners if (value in chosen.values if divider else chosen.values))
    return replace(chosen, spellings=tuple(kept))


def facet_groups(results: Results) -> tuple[FacetGroup, ...]:
    """The facets in their order, selected values before the fold whatever their count."""
    return tuple(_group(results.query, facet) for facet in results.facets)


def active_filters(results: Results) -> tuple[ActiveFilter, ...]:
    """Everything that narrows the hits besides the words, each with the link that lifts it."""
    query, names = results.query, Names(results)
    chips = [chip for chosen in query.filters for chip in _chips(query, chosen, names)]
    for source in query.source:
        lifted = replace(query, source=_without(query.source, source), page=1)
        chips.append(ActiveFilter("source", source, False, address(lifted)))
    if query.after:
        chips.append(ActiveFilter("after", query.after.isoformat(), False, address(replace(query, after=None, page=1))))
    if query.before:
        cleared = address(replace(query, before=None, page=1))
        chips.append(ActiveFilter("before", query.before.isoformat(), False, cleared))
    return tuple(chips)


def unseen_fields(results: Results) -> tuple[tuple[str, str], ...]:
    """The parameters of the query that no field of the form shows, and that it must carry along."""
    seen = {"q", "after", "before", "sort", "scope", "copies", "names", "page"}
    seen |= {f"{facet.kind}_match" for facet in results.facets if facet.values}
    rows = {(facet.kind, value.id) for facet in results.facets for value in facet.values if not value.excluded}
    rows |= {(f"not_{facet.kind}", value.id) for facet in results.facets for value in facet.values if value.excluded}
    return tuple(pair for pair in parameters_of(results.query) if pair[0] not in seen and pair not in rows)


def advised_filter(results: Results, part: str) -> ActiveFilter | None:
    """The filter that a part of the advice is about; None for words of the query."""
    about, divider, values = part.removeprefix("-").partition(":")
    names, kind = Names(results), part.removesuffix("_spelling")
    if kind != part and (keys := results.query.filter(kind).spellings):
        return ActiveFilter("spelling", ", ".join(names.spelling(kind, key) for key in keys), False, "")
    known = {"after", "before", "source", *(facet.kind for facet in results.facets)}
    if not divider or about not in known:
        return None
    words = ", ".join(names.value(about, value) for value in values.split(","))
    return ActiveFilter(about, words, part.startswith("-"), "")


def histogram(results: Results) -> tuple[YearBar, ...]:
    """The hits by year, each bar a link to that year alone; empty for a single year."""
    years: Counter[int] = Counter()
    for month, count in results.months:
        years[month.year] += count
    if len(years) < 2:
        return ()
    largest = max(years.values())
    return tuple(
        YearBar(year, count, max(1, round(100 * count / largest)), _year_url(results.query, year))
        for year, count in sorted(years.items())
    )


def page_links(results: Results) -> tuple[PageLink, ...]:
    """The first and the last page, the neighbours of the current one, and gaps between."""
    query, last = results.query, results.pages
    near = range(query.page - NEIGHBOURS, query.page + NEIGHBOURS + 1)
    wanted = [number for number in sorted({1, last, *near}) if 1 <= number <= last]
    links: list[PageLink] = []
    for number in wanted:
        if links and links[-1].number is not None and number - links[-1].number > 1:
            links.append(PageLink(None))
        links.append(PageLink(number, with_page(query, number), number == query.page))
    return tuple(links) if last > 1 else ()


def counts_copies(results: Results) -> bool:
    """Whether paragraphs may be counted of copies that are folded; sure of it only where one page shows every hit."""
    return not results.query.copies and (results.pages > 1 or any(hit.copies for hit in results.hits))


class Names:
    """How values and spellings of one answer are called; what it does not hold goes by its own id."""

    def __init__(self, results: Results) -> None:
        values = [(facet.kind, value) for facet in results.facets for value in facet.values]
        self._labels = {(kind, value.id): value.label for kind, value in values}
        self._printed = {(kind, each.key): each.words for kind, value in values for each in value.spellings}

    def value(self, kind: str, value: str) -> str:
        """The label of a value."""
        return self._labels.get((kind, value), value)

    def spelling(self, kind: str, key: str) -> str:
        """A spelling, and in brackets whose it is where its key says so."""
        value, divider, folded = key.partition(SPELLING_DIVIDER)
        words = self._printed.get((kind, key), folded if divider else key)
        return f"{words} ({self.value(kind, value)})" if divider else words


def _group(query: Query, facet: Facet) -> FacetGroup:
    rows = [_row(query, facet.kind, value) for value in facet.values]
    first = [row for place, row in enumerate(rows) if place < FIRST_ROWS or row.value.selected or row.value.excluded]
    more = [row for row in rows if row not in first]
    return FacetGroup(facet.kind, facet.match, tuple(first), tuple(more), max(0, facet.distinct - len(rows)))


def _row(query: Query, kind: str, value: FacetValue) -> FacetRow:
    chosen = query.filter(kind)
    excluding = replace(
        _lifted(chosen, value.id),
        excluded=tuple(dict.fromkeys((*chosen.excluded, value.id))),
    )
    spellings = tuple(
        SpellingRow(s.words, s.count, s.selected, address(with_filter(query, _toggled(chosen, s.key, s.selected))))
        for s in value.spellings
    )
    return FacetRow(value, address(with_filter(query, excluding)), spellings)


def _toggled(chosen: FacetFilter, spelling: str, selected: bool) -> FacetFilter:
    left = _without(chosen.spellings, spelling)
    return replace(chosen, spellings=left if selected else (*left, spelling))


def _chips(query: Query, chosen: FacetFilter, names: Names) -> Iterator[ActiveFilter]:
    def chip(about: str, words: str, lifted: FacetFilter, excluded: bool = False) -> ActiveFilter:
        return ActiveFilter(about, words, excluded, address(with_filter(query, lifted)))

    for value in chosen.values:
        yield chip(chosen.kind, names.value(chosen.kind, value), _lifted(chosen, value))
    for value in chosen.excluded:
        lifted = replace(chosen, excluded=_without(chosen.excluded, value))
        yield chip(chosen.kind, names.value(chosen.kind, value), lifted, excluded=True)
    for key in chosen.spellings:
        lifted = replace(chosen, spellings=_without(chosen.spellings, key))
        yield chip("spelling", names.spelling(chosen.kind, key), lifted)


def _lifted(chosen: FacetFilter, value: str) -> FacetFilter:
    """A filter without a value, and without what only says how that is spelt."""
    return with_own_spellings(replace(chosen, values=_without(chosen.values, value)))


def _without(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _year_url(query: Query, year: int) -> str:
    return address(replace(query, after=date(year, 1, 1), before=date(year, 12, 31), page=1))
