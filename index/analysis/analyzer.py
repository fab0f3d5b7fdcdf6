"""The whole analysis: a text goes in, its tokens come out; one analyzer serves indexing, queries and highlighting."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import version
from typing import NamedTuple

from index.analysis.characters import plain
from index.analysis.elision import Span, divide
from index.analysis.folding import fold, lower
from index.analysis.gluing import Vocabulary, glued_parts, may_be_glued
from index.analysis.lexicon import IRREGULAR, ORDINARY, PROTECTED
from index.analysis.stemming import Stemmer
from index.analysis.tokenizing import number_digits, token_pattern
from index.document import Token

NAME = "french"
# To be raised with every change of the terms that a text gets; a test reminds of it.
VERSION = 1

# A word is met ten times for each time it is new. Some 40 MB when full.
_REMEMBERED = 100_000
# Runs longer than this (walls of letters) are not worth remembering.
_LONGEST_REMEMBERED = 80

_NOTHING_SEEN = Vocabulary()


class _Run(NamedTuple):
    """A run of letters as first met: its tokens, counted from its beginning, and whether an article may divide it."""

    tokens: tuple[Token, ...]
    may_be_glued: bool


class Analyzer:
    """Turns French text into tokens; `protected` are folded names that must not be stemmed."""

    def __init__(self, protected: Collection[str] = frozenset()) -> None:
        self.fingerprint = _fingerprint(protected)
        self._stem = Stemmer(protected).stem
        self._find = token_pattern().finditer
        self._runs: dict[str, _Run] = {}

    def tokens(self, text: str, seen: Vocabulary = _NOTHING_SEEN) -> tuple[Token, ...]:
        """The tokens of a text, by position and then by start, with spans into `text` as it is given.

        A word with hyphens gives its parts at successive positions and, at the first, the joined form, whose span
        covers all parts. So does a word that `seen`, the vocabulary of the text's article, shows to be glued.
        """
        found: list[Token] = []
        position = 0
        for match in self._find(plain(text)):
            word = match.group()
            begin = match.start()
            run = self._runs.get(word) or self._meet(word)
            tokens = self._analyse(word, seen) if run.may_be_glued else run.tokens
            for offset, start, end, stem, exact, accented in tokens:
                found.append(Token(position + offset, begin + start, begin + end, stem, exact, accented))
            position = found[-1].position + 1 if tokens else position
        return tuple(found)

    def _meet(self, word: str) -> _Run:
        run = _Run(self._analyse(word, _NOTHING_SEEN), may_be_glued(word))
        if len(self._runs) >= _REMEMBERED:
            self._runs.clear()
        if len(word) <= _LONGEST_REMEMBERED:
            self._runs[word] = run
        return run

    def _analyse(self, word: str, seen: Vocabulary) -> tuple[Token, ...]:
        """The tokens of one run, counted from its own beginning."""
        if digits := number_digits(word):
            return (Token(0, 0, len(word), digits, digits, ""),)
        places = _places(word, glued_parts(word, seen) or (Span(0, len(word)),))
        return tuple(sorted((self._token(word, *place) for place in places), key=_reading_order))

    def _token(self, run: str, position: int, start: int, end: int) -> Token:
        exact, accented = fold(run[start:end]), lower(run[start:end])
        return Token(position, start, end, self._stem(exact), exact, "" if accented == exact else accented)


def _places(run: str, pieces: tuple[Span, ...]) -> Iterator[tuple[int, int, int]]:
    """Position, start and end of each token of a run that consists of `pieces`, several if it is glued."""
    if len(pieces) > 1:
        yield 0, 0, len(run)
    position = 0
    for first, last in pieces:
        parts, wholes = divide(run[first:last])
        for start, end in wholes:
            yield position, first + start, first + end
        for start, end in parts:
            yield position, first + start, first + end
            position += 1


def fold_phrase(text: str) -> tuple[str, ...]:
    """The folded words of a text, elided articles dropped and hyphenated words divided: « d'Orléans » is "orleans"."""
    runs = token_pattern().finditer(plain(text))
    return tuple(word for run in runs for word in _folded(run.group()))


def _folded(run: str) -> Iterator[str]:
    digits = number_digits(run)
    if digits is not None:
        return iter((digits,))
    return (fold(run[start:end]) for start, end in divide(run).parts)


def _reading_order(token: Token) -> tuple[int, int, int]:
    """By position, then from the left, the longer first."""
    return token.position, token.start, -token.end


def _fingerprint(protected: Iterable[str]) -> str:
    """Name, version, and a hash of everything else that decides about terms."""
    words = (word for some in (PROTECTED, ORDINARY, protected) for word in sorted(some))
    rules = [version("unidecode"), *map("=".join, sorted(IRREGULAR.items())), *words]
    return f"{NAME}-{VERSION}-{hashlib.sha256(' '.join(rules).encode()).hexdigest()[:16]}"
