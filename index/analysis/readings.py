"""Readings: the tokens of a query go in, each of its words comes out with the ways it can be met in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from index.document import Token

Reading: TypeAlias = tuple[Token, ...]


def readings(tokens: Sequence[Token]) -> tuple[tuple[Reading, ...], ...]:
    """For each word, its readings: any of them may match; the tokens of one reading must follow each other.

    « F-16 » can be read as the token f16, or as f and 16. Most words have one reading of one token.
    """
    return tuple(_readings(word) for word in _words(tokens))


def _words(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Tokens that overlap, directly or through a third, belong to one word."""
    word: list[Token] = []
    end = 0
    for token in tokens:
        if word and token.start >= end:
            yield word
            word = []
        word.append(token)
        end = max(end, token.end)
    if word:
        yield word


def _readings(word: list[Token]) -> tuple[Reading, ...]:
    """A whole comes before the parts it covers, so it is what the next token begins in."""
    wholes = [token for token, following in pairwise(word) if following.start < token.end]
    parts = [token for token in word if token not in wholes]
    return (*(_joined(whole, parts) for whole in wholes), tuple(parts))


def _joined(whole: Token, parts: list[Token]) -> Reading:
    before = [part for part in parts if part.end <= whole.start]
    after = [part for part in parts if part.start >= whole.end]
    return (*before, whole, *after)
