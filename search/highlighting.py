"""A clause and a paragraph go in, the spans of the paragraph that satisfy the clause come out.

The paragraph is analysed as it was for the index, so what matched is what is marked, in the original spelling. A span
is evidence: nothing is marked in a paragraph that does not satisfy the clause, nor what a NOT excludes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.analysis import Analyzer, may_be_glued, plain
from index.article import Article, Paragraph
from index.document import Mention, Token, by_paragraph
from index.documents import article_vocabulary, keywords
from search.plan import (
    All,
    And,
    Clause,
    Fuzzy,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Published,
    Term,
    Within,
    day_number,
    positive,
)
from search.results import Span

Spans = frozenset[Span]

_NONE: Spans = frozenset()
# Paragraphs kept analysed, as readers who tick a facet or leaf on see the same articles again. About 10 MB.
_REMEMBERED = 500


class Words:
    """Where the terms of one text stand."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._places: dict[str, dict[str, list[Token]]] = {}

    def places(self, field: str) -> dict[str, list[Token]]:
        """The tokens of each term of a stream: "stem", "exact" or "accented"."""
        if field not in self._places:
            places: dict[str, list[Token]] = {}
            for token in self._tokens:
                places.setdefault(getattr(token, field), []).append(token)
            places.pop("", None)
            self._places[field] = places
        return self._places[field]

    def of(self, clause: Term | Prefix | Fuzzy) -> list[Token]:
        """The tokens of every term that a clause stands for."""
        places = self.places(clause.field)
        match clause:
            case Term():
                return places.get(clause.text, [])
            case Prefix():
                terms = [term for term in places if term.startswith(clause.text)]
            case Fuzzy():
                near = process.extract(
                    clause.text, places.keys(), scorer=OSA.distance, score_cutoff=clause.edits, limit=None
                )
                terms = [term for term, *_ in near]
        return [token for term in terms for token in places[term]]


class Passage:
    """What an index holds of one paragraph: its words, and the values that mentions of it give."""

    def __init__(self, words: Words, paragraph: Paragraph, mentions: Sequence[Mention], article: Article) -> None:
        self._words = words
        self._mentions = mentions
        self._values = {("zone", paragraph.zone.value), ("source", article.source)}
        self._day = day_number(article.date)

    def evidence(self, clause: Clause) -> Spans | None:
        """The spans by which the paragraph satisfies a clause; None where it does not."""
        match clause:
            case Term() | Prefix() | Fuzzy():
                return self._word(clause) if clause.field in Token._fields else self._value(clause.field, clause.text)
            case Phrase():
                return frozenset(self._phrases(clause)) or None
            case And():
                found = [self.evidence(each) for each in clause.clauses]
                return _NONE.union(*(spans or () for spans in found)) if None not in found else None
            case Or():
                matching = [spans for each in clause.clauses if (spans := self.evidence(each)) is not None]
                return _NONE.union(*matching) if matching else None
            case Not():
                return _NONE if self.evidence(clause.clause) is None else None
            case All():
                return _NONE
            case Nothing():
                return None
            case Published():
                return _NONE if self._is_between(clause.after, clause.before) else None
            case Within():
                return self.evidence(clause.clause)

    def _word(self, clause: Term | Prefix | Fuzzy) -> Spans | None:
        return frozenset((token.start, token.end) for token in self._words.of(clause)) or None

    def _phrases(self, phrase: Phrase) -> Iterator[Span]:
        """From the first to the last word of each place where the phrase stands."""
        slots = [
            {token.position - number: token for term in slot for token in self._words.of(term)}
            for number, slot in enumerate(phrase.slots)
            if slot
        ]
        for begin in set.intersection(*map(set, slots)) if slots else ():
            yield slots[0][begin].start, max(slot[begin].end for slot in slots)

    def _is_between(self, after: int | None, before: int | None) -> bool:
        day = self._day
        if day is None:
            return after is None and before is None
        return (after is None or after <= day) and (before is None or day <= before)

    def _value(self, field: str, value: str) -> Spans | None:
        if (field, value) in self._values:
            return _NONE
        spans = (
            (mention.start, mention.end)
            for mention in self._mentions
            if field.startswith(mention.kind)
            and value.startswith(mention.entity)
            and (field, value) in keywords(mention)
        )
        return frozenset(spans) or None


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph of an article; known by their numbers alone, so that finding it again is quick."""

    article_id: str
    ordinal: int
    article: Article = field(compare=False)


class Highlighter:
    """Marks what matches in articles of one generation; `names` are the gazetteer's folded names, as for indexing."""

    def __init__(self, analyzer: Analyzer, names: Collection[str]) -> None:
        self._analyzer = analyzer
        self._names = names
        self._words: Callable[[_Place], Words] = lru_cache(_REMEMBERED)(self._analyse)

    def highlights(
        self, clause: Clause, article: Article, mentions: Iterable[Mention], ordinals: Iterable[int]
    ) -> dict[int, tuple[Span, ...]]:
        """The spans to mark in some searched paragraphs of an article, by ordinal; `clause` is that of a plan."""
        wanted = positive(clause)
        if not wanted:
            return dict.fromkeys(ordinals, ())
        inside = by_paragraph(mentions)
        passages = ((ordinal, self._passage(article, ordinal, inside.get(ordinal, ()))) for ordinal in ordinals)
        return {ordinal: marks(wanted, passage) for ordinal, passage in passages}

    def _passage(self, article: Article, ordinal: int, mentions: Sequence[Mention]) -> Passage:
        words = self._words(_Place(article.id, ordinal, article))
        return Passage(words, article.paragraphs[ordinal], mentions, article)

    def _analyse(self, place: _Place) -> Words:
        """The words of a paragraph as they were indexed; the whole article is read only where one looks glued."""
        text = place.article.paragraphs[place.ordinal].text
        tokens = self._analyzer.tokens(text)
        written = plain(text)
        if any(self._looks_glued(written[token.start : token.end], token) for token in tokens):
            tokens = self._analyzer.tokens(text, article_vocabulary(place.article, self._names))
        return Words(tokens)

    def _looks_glued(self, written: str, token: Token) -> bool:
        return may_be_glued(written) and token.exact not in self._names


def marks(wanted: Iterable[Clause], passage: Passage) -> tuple[Span, ...]:
    """The evidence for each clause that the passage satisfies, in order, never overlapping."""
    found = [passage.evidence(clause) for clause in wanted]
    return merged(span for spans in found if spans for span in spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, overlapping and adjacent ones united."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
