"""A paragraph-level clause goes in, what it finds in one part of a collection comes out."""

from __future__ import annotations

from functools import reduce
from typing import TypeAlias

from search.columnar.blending import blended
from search.columnar.collection import Collection
from search.columnar.deadline import Deadline
from search.columnar.expansion import Lexicon
from search.columnar.found import Best, Combined, Constant, Found, Scored
from search.columnar.occurrences import Occurrences, Occurring
from search.columnar.phrases import find_phrase
from search.columnar.sets import NumberSet, unite
from search.plan import All, And, Clause, Fuzzy, Not, Nothing, Or, Phrase, Prefix, Published, Term, Within

Leaf: TypeAlias = Term | Prefix | Fuzzy | Phrase


class Matcher:
    """Evaluates the clauses of one plan in one part; deleted documents are still among those found."""

    def __init__(self, collection: Collection, number: int, lexicon: Lexicon, deadline: Deadline) -> None:
        self.part = collection.parts[number]
        self.lexicon = lexicon
        self._collection = collection
        self._number = number
        self._deadline = deadline
        self._size = self.part.segment.document_count
        # What each Within found, by its identity: the same clause may stand in several places of one plan.
        self._within: dict[int, Found] = {}

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
                documents = unite([part.documents for part in parts], self._size)
                return Best(documents, parts) if clause.synonyms else Combined(documents, parts, every=False)
            case Not():
                return Constant(NumberSet.everything(self._size) - self.find(clause.clause).documents)
            case All():
                return Constant(NumberSet.everything(self._size))
            case Nothing():
                return Constant(NumberSet.empty(self._size))
            case Published():
                return Constant(self.part.published(clause.after, clause.before))
            case Within():
                if id(clause) not in self._within:
                    self._within[id(clause)] = self.find(clause.clause)
                return self._within[id(clause)]

    def _find_word(self, clause: Term | Prefix | Fuzzy) -> Found:
        occurring: Occurring | None
        if isinstance(clause, Term):
            occurring = self.lexicon.occurrences(clause.field, clause.text)[self._number]
        elif len(numbers := self.lexicon.expansion(clause).numbers[self._number]):
            occurring = blended(self.part.segment, clause.field, numbers, self._deadline.check)
        else:
            occurring = None
        if occurring is None:
            return Constant(NumberSet.empty(self._size), self._weight(clause))
        return self._scored(clause, clause.field, occurring)

    def _find_phrase(self, phrase: Phrase) -> Found:
        slots = [(number, self._alternatives(slot)) for number, slot in enumerate(phrase.slots) if slot]
        widths = self.part.segment.position_bits
        field = next((term.field for slot in phrase.slots for term in slot), "")
        return self._scored(phrase, field, find_phrase(slots, self._size, widths, self._deadline.check))

    def _alternatives(self, slot: tuple[Term, ...]) -> list[Occurrences]:
        """Where the terms of a slot are that have positions."""
        positional = [term for term in slot if term.field in self.part.segment.fields.text]
        found = [self.lexicon.occurrences(term.field, term.text)[self._number] for term in positional]
        return [each for each in found if each is not None]

    def _scored(self, clause: Leaf, field: str, occurring: Occurring) -> Found:
        return Scored(occurring, self._weight(clause), self._collection.norms(field)[self._number])

    def _weight(self, clause: Leaf) -> float:
        """What the clause may score, the same in every part: it also says which paragraphs come before all others."""
        return self.lexicon.weight(clause) if clause.boost else 0.0

    def _find_all(self, clause: And) -> Found:
        """What is wanted is intersected, rarest first; what is not wanted is then taken away."""
        parts = tuple(self.find(each) for each in clause.clauses if not isinstance(each, Not | All))
        unwanted = [self.find(each.clause).documents for each in clause.clauses if isinstance(each, Not)]
        first, *others = sorted(parts, key=len) or [Constant(NumberSet.everything(self._size))]
        documents = reduce(lambda held, part: part.among(held), others, first.documents)
        return Combined(reduce(NumberSet.__sub__, unwanted, documents), parts, every=True)
