"""A prefix or a misspelt word goes in, the terms of the collection that it stands for come out, and what they weigh."""

from __future__ import annotations

from collections import Counter

import numpy as np

from search.columnar.collection import Collection
from search.columnar.occurrences import Occurrences
from search.columnar.ordering import largest
from search.engine import TermCount
from search.plan import Fuzzy, Phrase, Prefix, Term

# How many terms a prefix or a fuzzy term stands for at most.
PREFIX_LIMIT, FUZZY_LIMIT = 1024, 64


class Lexicon:
    """What the clauses of one plan stand for; `notes` says which of them stand for less than they could."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._terms: dict[Prefix | Fuzzy, tuple[str, ...]] = {}
        self._weights: dict[Term | Prefix | Fuzzy | Phrase, float] = {}
        self._occurrences: dict[tuple[str, str], tuple[Occurrences | None, ...]] = {}
        self.notes: tuple[str, ...] = ()

    def occurrences(self, field: str, term: str) -> tuple[Occurrences | None, ...]:
        """Where a term is, in each part."""
        if (field, term) not in self._occurrences:
            found = tuple(part.occurrences(field, term) for part in self._collection.parts)
            self._occurrences[field, term] = found
        return self._occurrences[field, term]

    def terms(self, clause: Term | Prefix | Fuzzy) -> tuple[str, ...]:
        """The terms a clause stands for: the commonest that begin with a prefix, the nearest to a fuzzy term."""
        if isinstance(clause, Term):
            return (clause.text,)
        if clause not in self._terms:
            self._terms[clause] = self._expand(clause)
        return self._terms[clause]

    def _expand(self, clause: Prefix | Fuzzy) -> tuple[str, ...]:
        if isinstance(clause, Prefix):
            limit = PREFIX_LIMIT
            found = commonest(self._collection, clause.field, clause.text, limit + 1)
        else:
            limit = FUZZY_LIMIT
            found = nearest(self._collection, clause.field, clause.text, clause.edits, limit + 1)
        if len(found) > limit:
            self.notes = ("expansion_limit",)
        return tuple(count.term for count in found[:limit])

    def weight(self, clause: Term | Prefix | Fuzzy | Phrase) -> float:
        """What the score of a clause stays below; the weight of its rarity and boost.

        Terms that stand for one word are as frequent as the commonest of them (Lucene's `SynonymQuery`); the idf of
        a phrase is the sum over its words (Lucene's `PhraseQuery`). Deleted paragraphs do not count.
        """
        if clause not in self._weights:
            words = slots(clause) if isinstance(clause, Phrase) else [[(clause.field, t) for t in self.terms(clause)]]
            frequencies = [max((self._frequency(*term) for term in word), default=0) for word in words]
            weight = self._collection.formula.weight(self._collection.paragraphs, frequencies)
            self._weights[clause] = clause.boost * weight if all(frequencies) else 0.0
        return self._weights[clause]

    def _frequency(self, field: str, term: str) -> int:
        return self._collection.document_frequency(self.occurrences(field, term))


def slots(phrase: Phrase) -> list[list[tuple[str, str]]]:
    """The alternatives of each slot that is not empty."""
    return [[(term.field, term.text) for term in slot] for slot in phrase.slots if slot]


def commonest(collection: Collection, field: str, prefix: str, limit: int) -> list[TermCount]:
    """The commonest terms that begin with a prefix, equally common ones in their order.

    Terms are chosen by the counts of the dictionaries, in which deleted paragraphs stay until a merge; the counts
    given back are without them, and so are the terms that only they held.
    """
    vocabularies = [part.vocabulary(field) for part in collection.parts]
    totals: Counter[str] = Counter()
    for vocabulary in vocabularies:
        if vocabulary is None:
            continue
        start, stop = vocabulary.prefix_range(prefix)
        counts = vocabulary.document_frequencies[start:stop].astype(np.int64)
        if len(vocabularies) == 1:
            return living(collection, field, [vocabulary.term(start + n) for n in largest(counts, limit).tolist()])
        totals.update(dict(zip(vocabulary.terms(start, stop), counts.tolist(), strict=True)))
    return living(collection, field, sorted(totals, key=lambda term: (-totals[term], term))[:limit])


def frequencies(collection: Collection, field: str) -> dict[str, int]:
    """Every term of a field and the number of paragraphs that hold it, deleted ones included."""
    totals: Counter[str] = Counter()
    for part in collection.parts:
        if (vocabulary := part.vocabulary(field)) is not None:
            terms = vocabulary.terms(0, len(vocabulary))
            totals.update(dict(zip(terms, vocabulary.document_frequencies.tolist(), strict=True)))
    return totals


def living(collection: Collection, field: str, terms: list[str]) -> list[TermCount]:
    """The terms that a paragraph still holds, commonest first, then by term."""
    counts = [TermCount(term, collection.count(field, term)) for term in terms]
    return sorted((count for count in counts if count.paragraphs), key=lambda count: (-count.paragraphs, count.term))


def nearest(collection: Collection, field: str, text: str, edits: int, limit: int) -> list[TermCount]:
    """The terms within `edits` of a text: nearest first, then commonest, then by term."""
    distances: dict[str, int] = {}
    for spellings in collection.spellings(field):
        distances.update(spellings.near(text, edits))
    found = living(collection, field, list(distances))
    return sorted(found, key=lambda count: distances[count.term])[:limit]
