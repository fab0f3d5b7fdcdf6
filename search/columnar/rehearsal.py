"""A collection goes in; plans come out that need everything which is compiled or read once for all answers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from search.columnar.collection import Collection
from search.plan import And, Clause, FacetRequest, Filter, Fuzzy, Or, Phrase, Plan, Prefix, Term, Within


def rehearsal(collection: Collection) -> Iterator[Plan]:
    """Plans with a clause of every kind: cheap ones, but for those with the commonest word."""
    for part in collection.parts[:1]:
        facets = tuple(FacetRequest(field, 1) for field in part.segment.fields.facets)
        for field in part.segment.fields.text:
            words = _words(collection, field)
            for clause in _clauses(field, words):
                yield Plan(Within(clause), facets=facets, together=True)
                yield Plan(And((Within(clause), Within(Term(field, words[0])))), facets=facets, histogram=True)
        for facet in part.segment.fields.facets:
            values = tuple(part.segment.vocabulary(facet).terms(0, 2))
            yield Plan(Or(()), (Filter(facet, anyof=values), Filter(facet, noneof=values[:1])), facets=facets)


def _words(collection: Collection, field: str) -> list[str]:
    """The first words of a field, and the commonest."""
    vocabulary = collection.parts[0].segment.vocabulary(field)
    if not len(vocabulary):
        return [""]
    return [*vocabulary.terms(0, 2), vocabulary.term(int(np.argmax(vocabulary.document_frequencies)))]


def _clauses(field: str, words: list[str]) -> Iterator[Clause]:
    terms = tuple(Term(field, word) for word in words)
    yield terms[-1]
    yield Or((*terms, And(terms)))
    yield And((Or((And(terms[:2]), terms[0])), Phrase((terms[:1], terms[-1:]))))
    yield Or((Phrase((terms[:1], terms[1:])), Prefix(field, words[0]), Fuzzy(field, words[0], 1)))
