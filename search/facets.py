"""The counts of an engine and the filters that were chosen go in, labelled facets come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.documents import SEPARATOR, spelling_field
from search.engine import Searcher
from search.lexicon import Lexicon
from search.matches import FacetCounts, Matches, ValueCount
from search.naming import EntityKey, Naming
from search.planning import Chosen
from search.query import Query
from search.results import Facet, FacetValue, SpellingCount

# Spellings shown under a chosen value; mangled names have no end.
_MOST_SPELLINGS = 30


class FacetLabeller:
    """Makes the facets of one generation readable."""

    def __init__(self, searcher: Searcher, naming: Naming, lexicon: Lexicon) -> None:
        self._searcher = searcher
        self._naming = naming
        self._lexicon = lexicon

    def labelled(self, matches: Matches, chosen: Iterable[Chosen], query: Query) -> tuple[Facet, ...]:
        """Each facet with its values as readers see them: the chosen ones marked, and with their spellings."""
        by_kind = {each.kind: each for each in chosen}
        return tuple(self._facet(counts, by_kind.get(counts.field), query) for counts in matches.facets)

    def _facet(self, counts: FacetCounts, chosen: Chosen | None, query: Query) -> Facet:
        values = tuple(self._value(counts.field, count, chosen) for count in counts.values)
        return Facet(counts.field, values, counts.distinct, query.filter(counts.field).match)

    def _value(self, kind: str, count: ValueCount, chosen: Chosen | None) -> FacetValue:
        selected = chosen is not None and count.value in chosen.values
        return FacetValue(
            id=count.value,
            label=self._naming.label(kind, count.value),
            count=count.articles,
            paragraphs=count.paragraphs,
            selected=selected,
            excluded=chosen is not None and count.value in chosen.excluded,
            listed=self._naming.listed(kind, count.value),
            spellings=tuple(self._spellings(EntityKey(kind, count.value), chosen)) if chosen and selected else (),
        )

    def _spellings(self, key: EntityKey, chosen: Chosen) -> Iterator[SpellingCount]:
        """The spellings of a value in the whole generation, commonest first, counted in paragraphs."""
        for count in self._searcher.complete(spelling_field(key.kind), f"{key.id}{SEPARATOR}", _MOST_SPELLINGS):
            spelling = count.term.partition(SEPARATOR)[2]
            words = self._lexicon.printed_spelling(key, spelling)
            yield SpellingCount(count.term, words, count.paragraphs, selected=count.term in chosen.spellings)
