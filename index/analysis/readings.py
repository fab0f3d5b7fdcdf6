"""Readings: the tokens of a query go in, each of its words comes out with the ways it can be met in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    for token in tokens:
        if word and token.start >= max(other.end for other in word):
            yield word
            word = []
        word.append(token)
    if word:
        yield word


def _readings(word: list[Token]) -> tuple[Reading, ...]:
    parts = [token for token in word if not any(_covers(token, other) for other in word)]
    wholes = [token for token in word if token not in parts]
    joined = (
        (
            *(part for part in parts if part.end <= whole.start),
            whole,
            *(part for part in parts if part.start >= whole.end),
        )
        for whole in wholes
    )
    return (*joined, tuple(parts))


def _covers(whole: Token, part: Token) -> bool:
    return whole != part and whole.start <= part.start and part.end <= whole.end
