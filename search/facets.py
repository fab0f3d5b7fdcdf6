"""The counts of an engine and the filters that were chosen go in, labelled facets come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.analysis import fold
from index.documents import SEPARATOR, spelling_field
from search.costing import ArticleCounter
from search.engine import Searcher
from search.lexicon import Lexicon
from search.matches import FacetCounts, Matches, ValueCount
from search.naming import EntityKey, Naming
from search.plan import Term
from search.planning import Asked, Chosen, spellings_narrow
from search.printing import PrintedSpellings
from search.results import Facet, FacetValue, SpellingCount

# Spellings counted under one chosen value, and under all of them; mangled names have no end.
_MOST_SPELLINGS = 30
_MOST_COUNTED = 60


class FacetLabeller:
    """Makes the facets of one generation readable."""

    def __init__(self, searcher: Searcher, naming: Naming, lexicon: Lexicon) -> None:
        self._searcher = searcher
        self._naming = naming
        self._lexicon = lexicon
        self._printed = PrintedSpellings(searcher)

    def labelled(self, matches: Matches, asked: Asked, counter: ArticleCounter) -> tuple[Facet, ...]:
        """Each facet with its values as readers see them: the chosen ones marked, and with their spellings.

        `counter` counts the articles of each spelling; those that it has no time for are left out.
        """
        spellings = _Spellings(self._searcher, self._lexicon, self._printed, asked, counter)
        return tuple(self._facet(counts, spellings) for counts in matches.facets)

    def _facet(self, counts: FacetCounts, spellings: _Spellings) -> Facet:
        values = (self._value(counts.field, count, spellings) for count in counts.values)
        # An engine orders equal counts by ids, which readers do not see; whom no list knows is the less likely sought.
        ordered = sorted(values, key=lambda value: (-value.count, not value.listed, fold(value.label), value.id))
        return Facet(counts.field, tuple(ordered), counts.distinct, spellings.counter.query.filter(counts.field).match)

    def _value(self, kind: str, count: ValueCount, spellings: _Spellings) -> FacetValue:
        chosen = spellings.chosen(kind)
        selected = count.value in chosen.values
        return FacetValue(
            id=count.value,
            label=self._naming.label(kind, count.value),
            count=count.articles,
            paragraphs=count.paragraphs,
            selected=selected,
            excluded=count.value in chosen.excluded,
            listed=self._naming.listed(kind, count.value),
            spellings=spellings.of(EntityKey(kind, count.value)) if selected else (),
        )


class _Spellings:
    """The spellings of the chosen values of one query, counted under everything else that it asks for."""

    def __init__(
        self,
        searcher: Searcher,
        lexicon: Lexicon,
        printed: PrintedSpellings,
        asked: Asked,
        counter: ArticleCounter,
    ) -> None:
        self._searcher = searcher
        self._lexicon = lexicon
        self._printed = printed
        self._asked = asked
        self.counter = counter
        values = sum(len(each.values) for each in asked.chosen)
        self._most = min(_MOST_SPELLINGS, _MOST_COUNTED // max(values, 1))

    def chosen(self, kind: str) -> Chosen:
        """The filter on a kind; an empty one where there is none."""
        return next((each for each in self._asked.chosen if each.kind == kind), Chosen(kind))

    def of(self, key: EntityKey) -> tuple[SpellingCount, ...]:
        """The spellings of a value that would find something, most articles first, and those that were chosen."""
        return tuple(sorted(self._counted(key), key=lambda each: -each.count))

    def _counted(self, key: EntityKey) -> Iterator[SpellingCount]:
        chosen = self.chosen(key.kind)
        terms = self._candidates(key, chosen)
        for term, count in zip(terms, self._counts(chosen, terms), strict=True):
            if count is None:
                continue
            selected = term in chosen.spellings
            if count or selected:
                spelling = term.partition(SEPARATOR)[2]
                words = self._printed.printed(key, term, self.counter) or self._lexicon.printed_spelling(key, spelling)
                yield SpellingCount(term, words, count, selected)

    def _counts(self, chosen: Chosen, terms: Sequence[str]) -> tuple[int | None, ...]:
        """For each spelling the articles there would be with it alone: by one evaluation without any, if that will do.

        It does not where words are looked for in titles and the spelling in one paragraph: either may match.
        """
        free = self._with(replace(chosen, spellings=()))
        if spellings_narrow(free, self.counter.query.scope):
            field = spelling_field(chosen.kind)
            return self.counter.holding(free, [Term(field, term, 0.0) for term in terms])
        return tuple(self.counter.articles(self._with(replace(chosen, spellings=(term,)))) for term in terms)

    def _candidates(self, key: EntityKey, chosen: Chosen) -> tuple[str, ...]:
        """The spellings of a value that were chosen, then its commonest ones in the whole generation."""
        own = f"{key.id}{SEPARATOR}"
        commonest = self._searcher.complete(spelling_field(key.kind), own, self._most)
        picked = (term for term in chosen.spellings if term.startswith(own))
        return tuple(dict.fromkeys((*picked, *(each.term for each in commonest))))[: self._most]

    def _with(self, changed: Chosen) -> Asked:
        """What is asked, with one filter replaced."""
        others = tuple(changed if each.kind == changed.kind else each for each in self._asked.chosen)
        return replace(self._asked, chosen=others)
