"""`Results` go in; what the search page draws comes out: facet rows, removable filters, hits, page links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from index.article import Article, Zone
from index.documents import SEPARATOR
from search.query import FacetFilter, Query, Sort, ValueMatch
from search.results import AdvisedPart, Facet, FacetValue, Hit, ParagraphHit, Results, Span, UnderstoodWord
from web.urls import parameters_of, query_string, with_filter

# Rows of a facet shown before « Voir plus », and pages linked on either side of the current one.
FIRST_ROWS = 8
NEIGHBOURS = 2


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

    It is about a kind, "spelling", "source" or "dates"; this has `days` instead of words, both inclusive.
    """

    about: str
    words: str
    excluded: bool
    url: str
    days: tuple[date | None, date | None] = (None, None)


@dataclass(frozen=True, slots=True)
class SortOption:
    """One order of the hits: the value of its parameter, and what it is called."""

    value: Sort
    called: Sort
    selected: bool


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


def with_source(query: Query, source: str) -> str:
    """The URL of the same hits, those of one source only."""
    return address(replace(query, source=(source,), page=1))


def without_dates(query: Query) -> Query:
    """The query for articles of any day, and for those without one."""
    return replace(query, after=None, before=None, page=1)


def without_filters(query: Query) -> str:
    """The URL of the same words without any filter."""
    return address(replace(without_dates(query), filters=(), source=()))


def without_strays(query: Query) -> Query:
    """The query without spellings of values that are not chosen any more.

    The form carries spellings in fields of their own, which stay when the box of their value is unticked.
    """
    kept = (with_own_spellings(chosen) for chosen in query.filters)
    return replace(query, filters=tuple(chosen for chosen in kept if chosen != FacetFilter(chosen.kind)))


def with_own_spellings(chosen: FacetFilter) -> FacetFilter:
    """A filter with the spellings of its values only; one that does not say whose it is, is that of any of them."""
    owners = ((key, *key.partition(SEPARATOR)[:2]) for key in chosen.spellings)
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
    if query.after or query.before:
        chips.append(ActiveFilter("dates", "", False, address(without_dates(query)), (query.after, query.before)))
    return tuple(chips)


def unseen_fields(results: Results) -> tuple[tuple[str, str], ...]:
    """The parameters of the query that no field of the form shows, and that it must carry along."""
    seen = {"q", "after", "before", "sort", "scope", "copies", "names", "page"}
    seen |= {f"{facet.kind}_match" for facet in results.facets if facet.values}
    rows = {(facet.kind, value.id) for facet in results.facets for value in facet.values if not value.excluded}
    rows |= {(f"not_{facet.kind}", value.id) for facet in results.facets for value in facet.values if value.excluded}
    return tuple(pair for pair in parameters_of(results.query) if pair[0] not in seen and pair not in rows)


def advised_filter(results: Results, part: AdvisedPart) -> ActiveFilter | None:
    """The filter that a part of the advice is about; None for words of the query."""
    if part.chosen is None:
        return None if part.words else ActiveFilter("dates", "", False, "", (part.after, part.before))
    chips = list(_chips(results.query, part.chosen, Names(results)))
    return replace(chips[0], words=", ".join(chip.words for chip in chips))


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


def told_paragraphs(results: Results) -> tuple[int, bool]:
    """How many paragraphs to tell, and whether those of folded copies are among them.

    Only where one page shows every hit can the paragraphs of the copies be left out.
    """
    if results.query.copies:
        return results.paragraphs, False
    if results.pages == 1 and results.hits:
        return sum(hit.matching_paragraphs for hit in results.hits), False
    return results.paragraphs, True


def sort_options(results: Results) -> tuple[SortOption, ...]:
    """The orders to choose from. What has no score is shown newest first: then relevance is called that."""
    ranked, asked = any(hit.score for hit in results.hits), results.query.sort
    unwanted = Sort.NEWEST if asked is Sort.RELEVANCE else Sort.RELEVANCE
    kept = [sort for sort in Sort if ranked or not results.hits or sort is not unwanted]
    called = {Sort.RELEVANCE: Sort.RELEVANCE if Sort.NEWEST in kept else Sort.NEWEST}
    return tuple(SortOption(sort, called.get(sort, sort), sort is asked) for sort in kept)


def title_of(hit: Hit) -> tuple[str, tuple[Span, ...]]:
    """The title of a hit with what matches in it: as it is printed, where that is one of the paragraphs found."""
    for paragraph in hit.paragraphs:
        if _repeats_title(hit, paragraph):
            return paragraph.text, paragraph.highlights
    return hit.article.title, hit.title_highlights


def below_title(hit: Hit) -> tuple[ParagraphHit, ...]:
    """The paragraphs of a hit to show below its title, without the title."""
    return tuple(paragraph for paragraph in hit.paragraphs if not _repeats_title(hit, paragraph))


def numbered(article: Article) -> Mapping[int, int]:
    """The ordinal of each paragraph of the body -> its number, from 1, as a reader counts them."""
    body = (paragraph.ordinal for paragraph in article.paragraphs if paragraph.zone is Zone.BODY)
    return {ordinal: number for number, ordinal in enumerate(body, 1)}


def reading_of(word: UnderstoodWord) -> str:
    """How a word was searched: "listed" (its forms can be told), "as_typed", "inflected", "" for a value."""
    if word.typed.endswith("*") or "~" in word.typed:
        return "listed"
    if word.typed.startswith(('"', "«", "“")):
        return "as_typed"
    return "inflected" if word.forms else ""


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
        value, divider, folded = key.partition(SEPARATOR)
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


def _repeats_title(hit: Hit, paragraph: ParagraphHit) -> bool:
    """Whether a paragraph is the title; in print it may have other spaces."""
    return paragraph.text.split() == hit.article.title.split()
