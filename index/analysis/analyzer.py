"""The whole analysis: a text goes in, its tokens come out; one analyzer serves indexing, queries and highlighting."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import version

from index.analysis import lexicon
from index.analysis.characters import plain
from index.analysis.elision import Span, divide
from index.analysis.folding import fold, lower
from index.analysis.gluing import Vocabulary, glued_parts, may_be_glued
from index.analysis.stemming import Stemmer
from index.analysis.tokenizing import number_digits, token_pattern
from index.document import Token

NAME = "french"
# To be raised with every change of the terms that a text gets; a test reminds of it.
VERSION = 1

# A type is looked up ten times for each time it is analysed. About 30 MB when full.
_CACHE_LIMIT = 100_000
# Runs longer than this (walls of letters) are not worth remembering.
_LONGEST_CACHED = 80

_NOTHING_SEEN = Vocabulary()


class Analyzer:
    """Turns French text into tokens; `protected` are folded names that must not be stemmed."""

    def __init__(self, protected: Collection[str] = frozenset()) -> None:
        self.fingerprint = _fingerprint(protected)
        self._stem = Stemmer(protected).stem
        self._find = token_pattern().finditer
        self._cache: dict[str, tuple[Token, ...]] = {}

    def tokens(self, text: str, seen: Vocabulary = _NOTHING_SEEN) -> tuple[Token, ...]:
        """The tokens of a text, by position and then by start, with spans into `text` as it is given.

        A word with hyphens gives its parts at successive positions and, at the first, the joined form, whose span
        covers all parts. So does a word that `seen`, the vocabulary of the text's article, shows to be glued.
        """
        found: list[Token] = []
        position = 0
        for match in self._find(plain(text)):
            run = match.group()
            start = match.start()
            for offset, first, end, stem, exact, accented in self._analysed(run, seen):
                found.append(Token(position + offset, start + first, start + end, stem, exact, accented))
            position = found[-1].position + 1
        return tuple(found)

    def _analysed(self, run: str, seen: Vocabulary) -> tuple[Token, ...]:
        """The tokens of one run, counted from its own beginning; from memory if it has been met."""
        tokens = self._cache.get(run)
        if tokens is None:
            tokens = tuple(self._analyse(run, glued_parts(run, _NOTHING_SEEN)))
            self._remember(run, tokens)
        if seen is not _NOTHING_SEEN and may_be_glued(run) and (parts := glued_parts(run, seen)):
            return tuple(self._analyse(run, parts))
        return tokens

    def _remember(self, run: str, tokens: tuple[Token, ...]) -> None:
        if len(self._cache) >= _CACHE_LIMIT:
            self._cache.clear()
        if len(run) <= _LONGEST_CACHED:
            self._cache[run] = tokens

    def _analyse(self, run: str, glued: tuple[Span, ...] | None) -> list[Token]:
        if digits := number_digits(run):
            return [Token(0, 0, len(run), digits, digits, "")]
        whole = Span(0, len(run))
        tokens = [self._token(0, run, whole)] if glued else []
        position = 0
        for piece in glued or (whole,):
            parts, wholes = divide(run[piece.start : piece.end])
            tokens += (self._token(position, run, span, piece.start) for span in wholes)
            tokens += (self._token(position + n, run, span, piece.start) for n, span in enumerate(parts))
            position += len(parts)
        return sorted(tokens, key=_reading_order)

    def _token(self, position: int, run: str, span: Span, shift: int = 0) -> Token:
        start, end = span.start + shift, span.end + shift
        word = run[start:end]
        exact, accented = fold(word), lower(word)
        return Token(position, start, end, self._stem(exact), exact, "" if accented == exact else accented)


def fold_phrase(text: str) -> tuple[str, ...]:
    """The folded words of a text, elided articles dropped and hyphenated words divided: « d'Orléans » is "orleans"."""
    return tuple(word for _, _, word in folded_words(text))


def folded_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and folded form of each word, as `fold_phrase` divides them, in order."""
    for match in token_pattern().finditer(plain(text)):
        run, start = match.group(), match.start()
        if digits := number_digits(run):
            yield start, match.end(), digits
        else:
            for part in divide(run).parts:
                yield start + part.start, start + part.end, fold(run[part.start : part.end])


def _reading_order(token: Token) -> tuple[int, int, int]:
    """By position, then from the left, the longer first."""
    return token.position, token.start, -token.end


def _fingerprint(protected: Iterable[str]) -> str:
    """Name, version and a hash of everything else that decides about terms."""
    rules = [version("unidecode"), *sorted(lexicon.IRREGULAR.items()), *sorted(lexicon.PROTECTED), *sorted(protected)]
    digest = hashlib.sha256("\n".join(map(str, rules)).encode()).hexdigest()
    return f"{NAME}-{VERSION}-{digest[:16]}"
