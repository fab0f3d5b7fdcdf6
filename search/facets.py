"""The counts of an engine and the filters that were chosen go in, labelled facets come out."""

from __future__ import annotations

from collections.abc import Iterable

from search.matches import FacetCounts, Matches
from search.naming import Naming
from search.planning.filters import Chosen
from search.query import Query
from search.results import Facet, FacetValue


def labelled(matches: Matches, chosen: Iterable[Chosen], query: Query, naming: Naming) -> tuple[Facet, ...]:
    """Each facet with its values as readers see them, the chosen ones marked."""
    by_kind = {each.kind: each for each in chosen}
    return tuple(_facet(counts, by_kind.get(counts.field), query, naming) for counts in matches.facets)


def _facet(counts: FacetCounts, chosen: Chosen | None, query: Query, naming: Naming) -> Facet:
    kind = counts.field
    selected = chosen.values if chosen else ()
    excluded = chosen.excluded if chosen else ()
    values = tuple(
        FacetValue(
            id=count.value,
            label=naming.label(kind, count.value),
            count=count.articles,
            paragraphs=count.paragraphs,
            selected=count.value in selected,
            excluded=count.value in excluded,
            listed=naming.listed(kind, count.value),
        )
        for count in counts.values
    )
    return Facet(kind, values, counts.distinct, query.filter(kind).match)
