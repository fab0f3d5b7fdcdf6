"""Text goes in, words come out: folded, with their spans, divided at spaces, hyphens and apostrophes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from index.analysis.folding import fold

# Dotted acronyms first (O.T.A.N.), then runs of letters and digits; a combining mark continues a word.
WORD = re.compile(r"(?:[A-ZÀ-Þ]\.){2,}|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
JOINT = re.compile(r"[ \u00a0\u202f\u2009]?['’ʼ′‐‑-]?[ \u00a0\u202f\u2009]?")


class Word(NamedTuple):
    """One word of a text: `start` and `end` are code points, `folded` is what is compared.

    `capital` says whether it begins with an upper-case letter; `glued` whether it was cut out of two words run
    together by a lost space.
    """

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    glued: bool = False


def words(text: str, begin: int = 0) -> tuple[Word, ...]:
    """Return the words of `text` in order, from code point `begin`."""
    found = ((match.start(), match.end(), match.group()) for match in WORD.finditer(text, begin))
    return tuple(Word(start, end, word, fold(word), word[0].isupper()) for start, end, word in found)


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`: the form in which names are compared."""
    return tuple(word.folded for word in words(text))


@lru_cache(maxsize=1 << 12)
def joins(gap: str) -> bool:
    """Return whether words with `gap` between them may belong to one name (a space, a hyphen, an apostrophe)."""
    return JOINT.fullmatch(gap) is not None


def slug(label: str) -> str:
    """Return the id that goes with a label: folded words with hyphens between."""
    return "-".join(folded(label))
