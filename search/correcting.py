"""The words of a query that found little go in, the words that may have been meant come out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.analysis import STOP_WORDS, Analyzer, Reading, fold, readings
from index.document import Token
from index.documents import folded_spelling
from search.costing import ArticleCounter
from search.engine import Searcher
from search.highlighting import Highlighter
from search.lexicon import Lexicon
from search.naming import Naming
from search.plan import Plan, Term, Within
from search.syntax import FieldValue, Node, Quoted, Syntax, Word, as_value, leaves
from search.syntax.lexing import OPERATORS, UNKNOWN_FIELD

_MOST_EDITS = 2
_CANDIDATES = 20
# A long name is still recognised with an edit in so many letters.
_LETTERS_AN_EDIT = 6
# Nobody mistypes more words than this; each costs a look at the whole vocabulary.
_MOST_WORDS = 10
# How much less likely one more edit makes a word, and another first letter: as if it were e^4 and e^2 times rarer.
_EDIT, _FIRST_LETTER = 4.0, 2.0
# A word that is there is only doubted for one that is so much commoner, one edit away (Emanuel, for Emmanuel) or two.
_DOUBT = {1: 5, 2: 20}
# Paragraphs in which the spelling of a word is looked up.
_SAMPLE = 5


class Correction(NamedTuple):
    """A word of the query from `start` to `end`, and the word that may have been meant.

    `known` says whether any text holds the word as typed.
    """

    start: int
    end: int
    typed: str
    suggested: str
    known: bool


class Corrector:
    """Corrects queries by the words and names of one generation."""

    def __init__(
        self, searcher: Searcher, analyzer: Analyzer, lexicon: Lexicon, naming: Naming, highlighter: Highlighter
    ) -> None:
        self._searcher = searcher
        self._analyzer = analyzer
        self._lexicon = lexicon
        self._naming = naming
        self._highlighter = highlighter

    def corrections(self, syntax: Syntax, counter: ArticleCounter) -> tuple[Correction, ...]:
        """A correction for each wanted word that is rare and close to a common one, from left to right.

        When the time of `counter` is up, the words that are left get none.
        """
        found: list[Correction] = []
        wanted = iter(pairwise((*islice(_wanted(syntax.tree), _MOST_WORDS), None)))
        for leaf, following in takewhile(lambda _: counter.left, wanted):
            if leaf is not None and (joined := self._joined(syntax.text, leaf, following, counter)):
                found.append(joined)
                next(wanted, None)
            elif leaf is not None:
                found += self._leaf(leaf, syntax.text, counter)
        return tuple(found)

    def _leaf(self, leaf: Word | Quoted | FieldValue, text: str, counter: ArticleCounter) -> Iterator[Correction]:
        typed = text[leaf.start : leaf.end]
        if isinstance(leaf, FieldValue):
            yield from self._value(leaf, typed)
        elif not (typed in OPERATORS or UNKNOWN_FIELD.match(typed)):
            for word in readings(self._analyzer.tokens(typed))[:_MOST_WORDS]:
                yield from self._word(word, text, leaf.start, counter)

    def _joined(self, text: str, leaf: Node, following: Node | None, counter: ArticleCounter) -> Correction | None:
        """Two words that no text holds as the one that texts do: aujourd hui."""
        if not (isinstance(leaf, Word) and isinstance(following, Word) and text[leaf.end : following.start].isspace()):
            return None
        parts = fold(leaf.text), fold(following.text)
        whole = "".join(parts)
        if any(self._searcher.count("exact", part) for part in parts) or not self._searcher.count("exact", whole):
            return None
        typed = text[leaf.start : following.end]
        return Correction(leaf.start, following.end, typed, self._printed(whole, counter), known=False)

    def _word(self, word: Sequence[Reading], text: str, shift: int, counter: ArticleCounter) -> list[Correction]:
        """The corrections of a word as a whole, or else of its parts between hyphens."""
        for reading in word:
            found = [self._correction(text, shift, token, counter) for token in reading]
            if any(found):
                return [correction for correction in found if correction is not None]
        return []

    def _value(self, leaf: FieldValue, typed: str) -> Iterator[Correction]:
        """The nearest name of a facet value, in place of one that nobody knows."""
        wanted = folded_spelling(leaf.value)
        edits = max(_allowed(wanted), len(wanted) // _LETTERS_AN_EDIT)
        if self._naming.resolve(leaf.field, leaf.value) is None and edits:
            keys = [key for key in self._lexicon.names if key.kind == leaf.field]
            names = {" ".join(name): key for key in keys for name in self._lexicon.names[key]}
            near = process.extractOne(wanted, list(names), scorer=OSA.distance, score_cutoff=edits)
            if near is not None:
                name = typed[: typed.index(":") + 1] if ":" in typed else ""
                suggested = name + as_value(self._naming.label(*names[near[0]]))
                yield Correction(leaf.start, leaf.end, typed, suggested, known=False)

    def _correction(self, text: str, shift: int, token: Token, counter: ArticleCounter) -> Correction | None:
        start, end = token.start + shift, token.end + shift
        known = max(self._searcher.count("exact", token.exact), self._searcher.count("stem", token.stem))
        meant = self._meant(token, known)
        if meant is None or self._naming.named(text[start:end]):
            return None
        return Correction(start, end, text[start:end], self._printed(meant, counter), known > 0)

    def _meant(self, token: Token, known: int) -> str | None:
        """The likeliest word instead of one that `known` paragraphs hold, None where that is likely enough itself.

        What is known as a misspelt name means that name.
        """
        word = token.exact
        edits = _allowed(word)
        if not edits or not word.isalpha():
            return None
        names = dict(self._near_names(word, edits))
        counts = Counter(dict(self._near_words(word, edits))) | Counter(names)
        likely = [name for name in names if name != word and self._lexicon.misspells(word, name)]
        likely = likely or [each for each in counts if each != word and counts[each] > known * _doubt(word, each)]
        return max(likely, key=lambda each: (_likelihood(word, each, counts[each]), each), default=None)

    def _near_words(self, word: str, edits: int) -> Iterator[tuple[str, int]]:
        for count in self._searcher.near("exact", word, edits, _CANDIDATES):
            # Queries do without these: each of them would find more.
            if count.term not in STOP_WORDS:
                yield count.term, count.paragraphs

    def _near_names(self, word: str, edits: int) -> Iterator[tuple[str, int]]:
        names = self._lexicon.short_names
        for name, _, _ in process.extract(
            word, names.keys(), scorer=OSA.distance, score_cutoff=edits, limit=_CANDIDATES
        ):
            yield name, names[name]

    def _printed(self, word: str, counter: ArticleCounter) -> str:
        """How texts print a word; in lower case unless they never do."""
        if (name := self._lexicon.name(word)) is not None:
            return name
        match = Within(Term("exact", word))
        matches = counter.match(Plan(match, limit=_SAMPLE, paragraphs=1))
        hits = matches.hits if matches else ()
        stored = self._searcher.stored([hit.article for hit in hits])
        spellings: Counter[str] = Counter()
        for hit, found in zip(hits, stored, strict=True):
            if found is not None:
                ordinals = [paragraph.ordinal for paragraph in hit.paragraphs]
                spans = self._highlighter.highlights(match, found.article, found.mentions, ordinals)
                texts = found.article.paragraphs
                spellings.update(texts[ordinal].text[a:b] for ordinal in ordinals for a, b in spans[ordinal])
        common = [spelling for spelling, _ in spellings.most_common()] or [self._lexicon.printed(word)]
        return next(filter(str.islower, common), common[0])


def _allowed(word: str) -> int:
    """How many edits a word may be away from what is meant: one for three letters, two for five."""
    return min(_MOST_EDITS, (len(word) - 1) // 2)


def _wanted(node: Node | None) -> Iterator[Word | Quoted | FieldValue]:
    """The words, quotations and values that are not excluded."""
    for leaf in leaves(node, excluded=False) if node else ():
        if isinstance(leaf, Word | Quoted | FieldValue):
            yield leaf


def _doubt(typed: str, word: str) -> int:
    """How much commoner a word must be than a typed one that is there, too."""
    return _DOUBT[max(1, OSA.distance(typed, word))]


def _likelihood(typed: str, word: str, count: int) -> float:
    """The logarithm of how often `word` would be met typed so, but for a constant."""
    distance = OSA.distance(typed, word)
    return math.log(count) - _EDIT * distance - _FIRST_LETTER * (typed[0] != word[0])


def corrected(text: str, corrections: tuple[Correction, ...]) -> str:
    """The query with the suggested words put in."""
    for correction in reversed(corrections):
        text = text[: correction.start] + correction.suggested + text[correction.end :]
    return text
