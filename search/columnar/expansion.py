"""A prefix or a misspelt word goes in, the terms of the collection that it stands for come out, and what they weigh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.columnar.collection import Collection
from search.columnar.occurrences import Occurrences
from search.engine import TermCount
from search.plan import Fuzzy, Phrase, Prefix, Term

Ints: TypeAlias = NDArray[np.int64]
# For each part the numbers of some terms.
Names: TypeAlias = list[dict[str, int]]
# The sort key of a term that so many paragraphs hold.
Order: TypeAlias = Callable[[str, int], tuple[int | str, ...]]
# How many terms a prefix or a fuzzy term stands for at most.
PREFIX_LIMIT, FUZZY_LIMIT = 1024, 64


class Expansion(NamedTuple):
    """The terms that a prefix or a fuzzy term stands for.

    Their numbers in each part, ascending; how many paragraphs hold the commonest; whether it stands for more.
    """

    numbers: tuple[Ints, ...]
    frequency: int
    cut: bool


class Lexicon:
    """What the clauses of one plan stand for; `notes` says whether one of them stands for less than it could."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._expansions: dict[Prefix | Fuzzy, Expansion] = {}
        self._weights: dict[Term | Prefix | Fuzzy | Phrase, float] = {}
        self._occurrences: dict[tuple[str, str], tuple[Occurrences | None, ...]] = {}

    @property
    def notes(self) -> tuple[str, ...]:
        """Codes of what was cut short."""
        return ("expansion_limit",) if any(each.cut for each in self._expansions.values()) else ()

    def occurrences(self, field: str, term: str) -> tuple[Occurrences | None, ...]:
        """Where a term is, in each part."""
        if (field, term) not in self._occurrences:
            found = tuple(part.occurrences(field, term) for part in self._collection.parts)
            self._occurrences[field, term] = found
        return self._occurrences[field, term]

    def expansion(self, clause: Prefix | Fuzzy) -> Expansion:
        """The commonest terms that begin with a prefix, or the nearest to a fuzzy term."""
        if clause not in self._expansions:
            self._expansions[clause] = (
                expand_prefix(self._collection, clause)
                if isinstance(clause, Prefix)
                else expand_fuzzy(self._collection, clause)
            )
        return self._expansions[clause]

    def weight(self, clause: Term | Prefix | Fuzzy | Phrase) -> float:
        """What the score of a clause stays below; the weight of its rarity and boost.

        Terms that stand for one word are as frequent as the commonest of them (Lucene's `SynonymQuery`); the idf of
        a phrase is the sum over its words (Lucene's `PhraseQuery`). Deleted paragraphs do not count.
        """
        if clause not in self._weights:
            frequencies = self._frequencies(clause)
            weight = self._collection.formula.weight(self._collection.paragraphs, frequencies)
            self._weights[clause] = clause.boost * weight if all(frequencies) else 0.0
        return self._weights[clause]

    def _frequencies(self, clause: Term | Prefix | Fuzzy | Phrase) -> list[int]:
        """How many paragraphs hold each word of a clause."""
        match clause:
            case Term():
                return [self._frequency(clause.field, clause.text)]
            case Phrase():
                slots = (slot for slot in clause.slots if slot)
                return [max(self._frequency(term.field, term.text) for term in slot) for slot in slots]
            case _:
                return [self.expansion(clause).frequency]

    def _frequency(self, field: str, term: str) -> int:
        return self._collection.document_frequency(self.occurrences(field, term))


def expand_prefix(collection: Collection, clause: Prefix) -> Expansion:
    """The commonest terms that begin with it."""
    names = beginning(collection, clause.field, clause.text)
    return expanded(collection, clause.field, names, lambda term, count: (-count, term), PREFIX_LIMIT)


def expand_fuzzy(collection: Collection, clause: Fuzzy) -> Expansion:
    """The nearest terms, of those equally near the commonest."""
    names, distances = within(collection, clause.field, clause.text, clause.edits)
    return expanded(collection, clause.field, names, lambda term, count: (distances[term], -count, term), FUZZY_LIMIT)


def expanded(collection: Collection, field: str, names: Names, order: Order, limit: int) -> Expansion:
    """The first of some terms, of which there are names in each part, by an order."""
    totals = counted(collection, field, names)
    first = sorted(totals, key=lambda term: order(term, totals[term]))[:limit]
    numbers = tuple(np.array(sorted(numbers[term] for term in first if term in numbers), np.int64) for numbers in names)
    frequency = 0
    for term in sorted(first, key=lambda term: -totals[term]):
        if totals[term] <= frequency:
            break
        frequency = max(frequency, collection.count(field, term))
    return Expansion(numbers, frequency, len(totals) > limit)


def beginning(collection: Collection, field: str, prefix: str) -> Names:
    """The terms that begin with a prefix."""
    vocabularies = [part.vocabulary(field) for part in collection.parts]
    ranges = [(0, 0) if each is None else each.prefix_range(prefix) for each in vocabularies]
    return [
        {} if each is None else dict(zip(each.terms(*where), range(*where), strict=True))
        for each, where in zip(vocabularies, ranges, strict=True)
    ]


def within(collection: Collection, field: str, text: str, edits: int) -> tuple[Names, dict[str, int]]:
    """The terms within some edits of a text, and how far each is."""
    names: Names = []
    distances: dict[str, int] = {}
    for part, near in zip(collection.parts, collection.near(field, text, edits), strict=True):
        vocabulary = part.vocabulary(field)
        names.append({term: vocabulary.find(term) for term in near} if vocabulary is not None else {})
        distances |= near
    return names, distances


def counted(collection: Collection, field: str, names: Names) -> Counter[str]:
    """How many paragraphs hold each of some terms, by the dictionaries: deleted ones count until a merge."""
    totals: Counter[str] = Counter()
    for part, numbers in zip(collection.parts, names, strict=True):
        vocabulary = part.vocabulary(field)
        if vocabulary is not None and numbers:
            counts = vocabulary.document_frequencies.take(list(numbers.values()))
            totals.update(dict(zip(numbers, counts.tolist(), strict=True)))
    return totals


def frequencies(collection: Collection, field: str) -> dict[str, int]:
    """Every term of a field and the number of paragraphs that hold it, deleted ones included."""
    return counted(collection, field, beginning(collection, field, ""))


def commonest(collection: Collection, field: str, prefix: str, limit: int) -> list[TermCount]:
    """The commonest terms that begin with a prefix, equally common ones in their order.

    They are chosen by the counts of the dictionaries; the counts given back are without deleted paragraphs, and so
    are the terms that only these held.
    """
    totals = counted(collection, field, beginning(collection, field, prefix))
    return living(collection, field, sorted(totals, key=lambda term: (-totals[term], term))[:limit])


def living(collection: Collection, field: str, terms: Iterable[str]) -> list[TermCount]:
    """The terms that a paragraph still holds, commonest first, then by term."""
    counts = [TermCount(term, collection.count(field, term)) for term in terms]
    return sorted((count for count in counts if count.paragraphs), key=lambda count: (-count.paragraphs, count.term))


def nearest(collection: Collection, field: str, text: str, edits: int, limit: int) -> list[TermCount]:
    """The terms within `edits` of a text: nearest first, then commonest, then by term.

    They are chosen like `commonest` ones, by the counts of the dictionaries.
    """
    names, distances = within(collection, field, text, edits)
    totals = counted(collection, field, names)
    chosen = sorted(totals, key=lambda term: (distances[term], -totals[term], term))[:limit]
    return sorted(living(collection, field, chosen), key=lambda count: distances[count.term])
