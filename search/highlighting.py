"""A clause and a paragraph go in, the spans of the paragraph that satisfy the clause come out.

The paragraph is analysed as it was for the index, so what matched is what is marked, in the original spelling. A span
is evidence: nothing is marked in a paragraph that does not satisfy the clause, nor what a NOT excludes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from index.analysis import Analyzer, Vocabulary
from index.article import Article, Paragraph, Zone
from index.document import Mention, Token
from index.documents import article_vocabulary, keywords
from search.plan import All, And, Clause, Fuzzy, Not, Nothing, Or, Phrase, Prefix, Term, Within
from search.results import Span

Spans = frozenset[Span]

_NONE: Spans = frozenset()


class Highlighter:
    """Marks what matches in articles; `names` are the folded names of the gazetteer, as indexing knew them."""

    def __init__(self, analyzer: Analyzer, names: Collection[str]) -> None:
        self._analyzer = analyzer
        self._names = names

    def highlights(
        self, clause: Clause, article: Article, mentions: Iterable[Mention], paragraphs: Iterable[Paragraph]
    ) -> dict[int, tuple[Span, ...]]:
        """The spans to mark in each of `paragraphs` of an article, by ordinal; `clause` is that of a plan."""
        seen = article_vocabulary(article, self._names)
        by_ordinal: dict[int, list[Mention]] = {}
        for mention in mentions:
            by_ordinal.setdefault(mention.ordinal, []).append(mention)
        return {
            each.ordinal: marks(clause, self._passage(each, by_ordinal.get(each.ordinal, ()), seen, article.source))
            for each in paragraphs
        }

    def _passage(
        self, paragraph: Paragraph, mentions: Iterable[Mention], seen: Vocabulary, source: str | None
    ) -> Passage:
        tokens = self._analyzer.tokens(paragraph.text, seen) if paragraph.zone.searched else ()
        return Passage(tokens, paragraph.zone, mentions, source)


class Passage:
    """What an index holds of one paragraph: where each term and each value of it stands."""

    def __init__(
        self, tokens: Sequence[Token], zone: Zone, mentions: Iterable[Mention] = (), source: str | None = None
    ) -> None:
        self._tokens = tokens
        self._keywords: dict[tuple[str, str], set[Span]] = {
            ("zone", zone.value): set(),
            ("source", source or ""): set(),
        }
        for mention in mentions:
            for key in keywords(mention):
                self._keywords.setdefault(key, set()).add((mention.start, mention.end))

    def evidence(self, clause: Clause) -> Spans | None:
        """The spans by which the paragraph satisfies a clause; None where it does not."""
        match clause:
            case Term() | Prefix() | Fuzzy():
                return self._word(clause)
            case Phrase():
                return frozenset(self._phrases(clause)) or None
            case And():
                found = [self.evidence(each) for each in clause.clauses]
                return _NONE.union(*(spans or () for spans in found)) if None not in found else None
            case Or():
                return _union(self.evidence(each) for each in clause.clauses)
            case Not():
                return _NONE if self.evidence(clause.clause) is None else None
            case All():
                return _NONE
            case Nothing():
                return None
            case Within():
                return self.evidence(clause.clause)

    def _word(self, clause: Term | Prefix | Fuzzy) -> Spans | None:
        if clause.field in Token._fields:
            place = Token._fields.index(clause.field)
            return frozenset((t.start, t.end) for t in self._tokens if _fits(clause, str(t[place]))) or None
        spans = self._keywords.get((clause.field, clause.text))
        return None if spans is None else frozenset(spans)

    def _phrases(self, phrase: Phrase) -> Iterator[Span]:
        """From the first to the last word of each place where the phrase stands."""
        slots = [
            (number, {t.position: t for t in self._tokens if any(_fits(term, getattr(t, term.field)) for term in slot)})
            for number, slot in enumerate(phrase.slots)
            if slot
        ]
        if not slots:
            return
        first, places = slots[0]
        for position, token in places.items():
            following = [tokens.get(position + number - first) for number, tokens in slots]
            if None not in following:
                yield token.start, max(each.end for each in following if each)


def marks(clause: Clause, passage: Passage) -> tuple[Span, ...]:
    """The spans to mark in a paragraph, in order, never overlapping: the evidence for each positive `Within`."""
    found = [passage.evidence(within) for within in _positive(clause)]
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


def _positive(clause: Clause) -> Iterator[Within]:
    """The Within clauses outside a Not, which say what a paragraph matches for."""
    match clause:
        case And() | Or():
            for each in clause.clauses:
                yield from _positive(each)
        case Within():
            yield clause


def _union(found: Iterable[Spans | None]) -> Spans | None:
    matching = [spans for spans in found if spans is not None]
    return _NONE.union(*matching) if matching else None


@lru_cache(maxsize=1 << 14)
def _distance(text: str, other: str, most: int) -> int:
    return OSA.distance(text, other, score_cutoff=most)


def _fits(clause: Term | Prefix | Fuzzy, term: str) -> bool:
    match clause:
        case Term():
            return term == clause.text
        case Prefix():
            return term.startswith(clause.text)
        case Fuzzy():
            return bool(term) and _distance(clause.text, term, clause.edits) <= clause.edits
