"""The filters that a reader chose go in, filters over known facet values come out, and the values nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from index.analysis import clean_text
from index.documents import SEPARATOR, folded_spelling, spelling_field
from search.naming import Naming
from search.plan import Clause, Filter, Or, Term
from search.query import FacetFilter, Query, ValueMatch
from search.results import UnknownValue
from search.syntax import SOURCE

# A value that nothing carries, in place of one that nobody knows.
_NOBODY = "\0"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filter on one facet, resolved.

    `values` and `excluded` are the known ones, `unknown` and `unknown_excluded` the others; `spellings` are terms of
    the spelling field, one of which is wanted if there are any.
    """

    kind: str
    values: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    unknown: tuple[UnknownValue, ...] = ()
    unknown_excluded: tuple[UnknownValue, ...] = ()
    match: ValueMatch = ValueMatch.ANY
    spellings: tuple[str, ...] = ()

    @property
    def filter(self) -> Filter | None:
        """What an engine is asked; None where nothing is chosen. Unknown values match nothing."""
        asked = self.values + (_NOBODY,) * bool(self.unknown)
        if not asked and not self.excluded:
            return None
        if self.match is ValueMatch.ALL:
            return Filter(self.kind, allof=asked, noneof=self.excluded)
        return Filter(self.kind, anyof=asked, noneof=self.excluded)

    @property
    def spelt(self) -> Clause | None:
        """What a paragraph with one of the spellings satisfies; None where none are asked for."""
        if not self.spellings:
            return None
        return Or(tuple(Term(spelling_field(self.kind), term, 0.0) for term in self.spellings))

    def pieces(self) -> Iterator[tuple[FacetFilter, Chosen, Chosen]]:
        """What the filter asks for one by one: as it was chosen, it alone, and the rest of the filter.

        Values of which any will do are one thing.
        """
        nothing = Chosen(self.kind)
        for values, unknown in self._wanted():
            alone = replace(nothing, values=values, unknown=unknown, match=self.match)
            rest = replace(self, values=_but(self.values, values), unknown=_but(self.unknown, unknown))
            yield FacetFilter(self.kind, (*values, *(each.typed for each in unknown))), alone, rest
        for value in self.excluded:
            rest = replace(self, excluded=_but(self.excluded, (value,)))
            yield FacetFilter(self.kind, excluded=(value,)), replace(nothing, excluded=(value,)), rest
        if self.spellings:
            told = FacetFilter(self.kind, spellings=self.spellings)
            yield told, replace(nothing, spellings=self.spellings), replace(self, spellings=())

    def _wanted(self) -> Iterator[tuple[tuple[str, ...], tuple[UnknownValue, ...]]]:
        """Known and unknown values, those together of which any will do."""
        if self.match is ValueMatch.ALL:
            yield from (((value,), ()) for value in self.values)
            yield from (((), (value,)) for value in self.unknown)
        elif self.values or self.unknown:
            yield self.values, self.unknown


def chosen_filters(query: Query, naming: Naming) -> tuple[Chosen, ...]:
    """Every filter of a query on a facet that there is, and on the source."""
    facets = [_chosen(filter_, naming) for filter_ in query.filters if filter_.kind in naming.kinds]
    return (*facets, _chosen(FacetFilter(SOURCE, query.source), naming)) if query.source else tuple(facets)


def _chosen(asked: FacetFilter, naming: Naming) -> Chosen:
    known = {text: naming.resolve(asked.kind, text) for text in (*asked.values, *asked.excluded)}
    return Chosen(
        asked.kind,
        values=_distinct(known[text] for text in asked.values),
        excluded=_distinct(known[text] for text in asked.excluded),
        unknown=tuple(UnknownValue(asked.kind, text) for text in asked.values if known[text] is None),
        unknown_excluded=tuple(UnknownValue(asked.kind, text) for text in asked.excluded if known[text] is None),
        match=asked.match,
        spellings=_distinct(term for key in asked.spellings for term in _spelling_terms(asked, key, naming)),
    )


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value is not None))


def _but(members: tuple[T, ...], some: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(member for member in members if member not in some)


def _spelling_terms(asked: FacetFilter, key: str, naming: Naming) -> Iterator[str]:
    """A key is a term of the field, as results give it, or a spelling of any of the values chosen.

    Nothing carries a spelling of what nobody knows.
    """
    value, separator, spelling = key.partition(SEPARATOR)
    texts, spelling = ((value,), spelling) if separator else (asked.values or ("",), key)
    for text in texts:
        yield f"{naming.resolve(asked.kind, text) or text}{SEPARATOR}{folded_spelling(clean_text(spelling))}"
