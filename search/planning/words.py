"""Typed words go in, the clauses that find them in a paragraph come out, with the forms that are searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from index.analysis import Analyzer, Reading, fold, is_stop_word, readings
from index.document import Token
from search.engine import Searcher
from search.plan import Clause, Fuzzy, Or, Phrase, Prefix, Term
from search.planning.cities import SPELLINGS

# What an exact form adds to a stem that matches anyway. Measured on known-item search: +.006 mean reciprocal rank,
# bootstrap interval [.002, .010].
EXACT_BOOST = 0.3
# Ways to read a quotation of hyphenated words; there are two for each of them.
_MOST_READINGS = 8
_SHORTEST_PREFIX = 2
# Words told for a prefix or an approximate word.
_SHOWN_FORMS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What a word or phrase is searched as: a clause for one paragraph, and its forms for the reader."""

    clause: Clause
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnalysedWord:
    """One word for the analyzer, in a typed word that may be several (« Kiev/Moscou »); `stop` if it says little."""

    typed: str
    readings: tuple[Reading, ...]
    stop: bool

    @property
    def joined(self) -> Token:
        """The word as one token, without its hyphens."""
        return self.readings[0][-1]


class WordPlanner:
    """Makes clauses of words with the analyzer of the index; `searcher` tells what prefixes stand for."""

    def __init__(self, analyzer: Analyzer, searcher: Searcher) -> None:
        self._analyzer = analyzer
        self._searcher = searcher

    def analysed(self, typed: str, shouted: bool) -> tuple[AnalysedWord, ...]:
        """The words in a typed one; `shouted` if all of the query is in capitals, so that they say nothing."""
        return tuple(
            AnalysedWord(
                _written(typed, word),
                word,
                stop=len(word) == 1 and is_stop_word(word[0][0], _written(typed, word), shouted),
            )
            for word in self._words(typed)
        )

    def word(self, word: AnalysedWord) -> Found:
        """A word in any of its forms: by its stem, by its exact form a little more."""
        if word.stop:
            return self.exact(word)
        own = _any(clause for reading in word.readings for clause in _stemmed(reading))
        others = SPELLINGS.get(word.joined.exact, ())
        spelt: list[Clause] = [own, *(Term("exact", other) for other in others)]
        found = Or(tuple(spelt), synonyms=True) if others else own
        return Found(found, (*_forms(word.readings), *others))

    def exact(self, word: AnalysedWord) -> Found:
        """A word in no form but this, accents apart."""
        return Found(_any(_phrase([_exact(token) for token in reading]) for reading in word.readings), ())

    def quoted(self, text: str) -> Found | None:
        """Words in exactly these forms and this order; None where there are none."""
        words = self._words(text)
        if not words:
            return None
        ways = islice(product(*map(reversed, words)), _MOST_READINGS)
        phrases = [_phrase([_as_written(text, token) for reading in way for token in reading]) for way in ways]
        forms = " ".join(token.accented or token.exact for word in words for token in word[-1])
        return Found(_any(phrases), (forms,))

    def truncated(self, word: AnalysedWord) -> Found | None:
        """Words that begin so; None where too little is left of the beginning."""
        prefix = word.joined.exact
        if len(prefix) < _SHORTEST_PREFIX:
            return None
        commonest = self._searcher.complete("exact", prefix, _SHOWN_FORMS)
        return Found(Prefix("exact", prefix), (f"{prefix}*", *(count.term for count in commonest)))

    def approximate(self, word: AnalysedWord, edits: int) -> Found | None:
        """Words within so many edits, fewer for very short words; None where none are left."""
        exact = word.joined.exact
        edits = min(edits, len(exact) - 2)
        if edits < 1:
            return None
        nearest = self._searcher.near("exact", exact, edits, _SHOWN_FORMS)
        # The nearer a word, the more of these it satisfies.
        levels: list[Clause] = [*(Fuzzy("exact", exact, each) for each in range(edits, 0, -1)), Term("exact", exact)]
        return Found(Or(tuple(levels)), (f"{exact}~{edits}", *(count.term for count in nearest)))

    def _words(self, text: str) -> tuple[tuple[Reading, ...], ...]:
        return readings(self._analyzer.tokens(text))


def _written(typed: str, word: Sequence[Reading]) -> str:
    tokens = [token for reading in word for token in reading]
    return typed[min(token.start for token in tokens) : max(token.end for token in tokens)]


def _stemmed(reading: Reading) -> Iterator[Clause]:
    if len(reading) == 1:
        yield Term("stem", reading[0].stem)
        yield Term("exact", reading[0].exact, EXACT_BOOST)
    else:
        yield Phrase(tuple((Term("stem", token.stem),) for token in reading))


def _exact(token: Token) -> tuple[Term, ...]:
    return (Term("exact", token.exact),)


def _as_written(text: str, token: Token) -> tuple[Term, ...]:
    """The terms of a quoted word: with its accents where it has any.

    The accent of a capital initial is not asked for, as it is often missing in print (Etats-Unis), only allowed.
    """
    if not token.accented:
        return _exact(token)
    initial = text[token.start]
    plain = fold(initial) + token.accented[1:]
    if not initial.isupper() or plain == token.accented:
        return (Term("accented", token.accented),)
    if plain == token.exact:
        return _exact(token)
    return (Term("accented", token.accented), Term("accented", plain))


def _phrase(slots: Sequence[tuple[Term, ...]]) -> Clause:
    return _any(slots[0]) if len(slots) == 1 else Phrase(tuple(slots))


def _any(clauses: Iterable[Clause]) -> Clause:
    distinct = tuple(dict.fromkeys(clauses))
    return distinct[0] if len(distinct) == 1 else Or(distinct)


def _forms(word: Sequence[Reading]) -> tuple[str, ...]:
    exact = [" ".join(token.exact for token in reading) for reading in word]
    stems = [" ".join(token.stem for token in reading) for reading in word]
    return tuple(dict.fromkeys([*exact, *stems]))
