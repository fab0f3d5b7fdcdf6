"""A paragraph-level clause goes in, what it finds in one segment comes out."""

from __future__ import annotations

from functools import reduce

import numpy as np
from numpy.typing import NDArray

from search.columnar.collection import Collection
from search.columnar.deadline import Deadline
from search.columnar.expansion import Lexicon
from search.columnar.found import AllFound, AnyFound, Found, Frequencies, Scored
from search.columnar.phrases import Slot, find_phrase
from search.columnar.scoring import Scores
from search.columnar.sets import Numbers, common, empty, everything, intersect, subtract, unite
from search.plan import All, And, Clause, Fuzzy, Not, Nothing, Or, Phrase, Prefix, Term, Within


class Matcher:
    """Evaluates the clauses of one plan in one segment; deleted documents are still among those found."""

    def __init__(self, collection: Collection, number: int, lexicon: Lexicon, deadline: Deadline) -> None:
        self._collection = collection
        self._number = number
        self.lexicon = lexicon
        self._deadline = deadline
        self.segment = collection.segments[number]
        self.size = self.segment.document_count
        self.deleted = collection.deleted[number]
        self.deleted_articles = collection.deleted_articles[number]

    def find(self, clause: Clause) -> Found:
        """Raises `SearchTimeoutError` between two steps."""
        self._deadline.check()
        match clause:
            case Term() | Prefix() | Fuzzy():
                return self._find_word(clause)
            case Phrase():
                return self._find_phrase(clause)
            case And():
                return self._find_all(clause)
            case Or():
                parts = tuple(self.find(each) for each in clause.clauses)
                return AnyFound(unite([part.documents for part in parts], self.size), parts)
            case Not():
                return Found(subtract(everything(self.size), self.find(clause.clause).documents, self.size))
            case All():
                return Found(everything(self.size))
            case Nothing():
                return Found(empty())
            case Within():
                return self.find(clause.clause)

    def _numbers(self, field: str, terms: tuple[str, ...]) -> list[int]:
        found = [self._collection.find(self._number, field, term) for term in terms]
        return [number for number in found if number >= 0]

    def _find_word(self, clause: Term | Prefix | Fuzzy) -> Found:
        numbers = self._numbers(clause.field, self.lexicon.terms(clause))
        documents = unite([self.segment.documents(clause.field, number) for number in numbers], self.size)
        if not clause.boost or not len(documents):
            return Found(documents)

        def frequencies() -> NDArray[np.integer]:
            postings = [self.segment.postings(clause.field, number) for number in numbers]
            if len(postings) == 1:
                return postings[0].frequencies
            total = np.zeros(len(documents), np.int32)
            for each in postings:
                there, here = common(documents, each.documents, self.size)
                total[there] += each.frequencies.take(here)
            return total

        return self._scored(clause, clause.field, documents, frequencies)

    def _find_phrase(self, phrase: Phrase) -> Found:
        text = self.segment.fields.text
        slots: list[Slot] = []
        for number, slot in enumerate(phrase.slots):
            terms = [(t.field, n) for t in slot if t.field in text for n in self._numbers(t.field, (t.text,))]
            if slot:
                slots.append((number, terms))
        documents, frequencies = find_phrase(self.segment, slots, self._deadline.check)
        if not phrase.boost or not len(documents):
            return Found(documents)
        field = next(term.field for slot in phrase.slots for term in slot)
        return self._scored(phrase, field, documents, lambda: frequencies)

    def _scored(
        self, clause: Term | Prefix | Fuzzy | Phrase, field: str, documents: Numbers, frequencies: Frequencies
    ) -> Found:
        def norms() -> Scores:
            return self._collection.norms(field)[self._number]

        return Scored(documents, self.lexicon.weight(clause), frequencies, norms)

    def _find_all(self, clause: And) -> Found:
        """What is wanted is intersected, rarest first; what is not wanted is then taken away."""
        parts = tuple(self.find(each) for each in clause.clauses if not isinstance(each, Not | All))
        unwanted = [self.find(each.clause).documents for each in clause.clauses if isinstance(each, Not)]
        wanted = sorted((part.documents for part in parts), key=len)
        documents = reduce(lambda a, b: intersect(a, b, self.size), wanted) if wanted else everything(self.size)
        for each in unwanted:
            documents = subtract(documents, each, self.size)
        return AllFound(documents, parts)
