"""Text goes in, words come out: folded, with their spans, divided at spaces, hyphens and apostrophes."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import NamedTuple

from index.analysis.folding import LONGEST_TERM, fold

# Two initials (J. D. Vance, but not M. A. Dupont) and dotted acronyms (O.T.A.N.), then runs of letters and digits,
# where a combining mark continues a word.
_WORD = re.compile(
    r"((?!M\. )[A-ZÀ-Þ]\.(?: [A-ZÀ-Þ]\.(?= [A-ZÀ-Þ])|(?:[A-ZÀ-Þ]\.)+)|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*)"
)
_JOINT = re.compile(r"[ \u00a0\u202f\u2009]?['’ʼ′‐‑-]?[ \u00a0\u202f\u2009]?")


_MOST_SHAPES = 1 << 17
"""Words whose shapes are kept: more than an archive uses often, some 30 MB."""

Shape = tuple[str, str, bool, bool]
"""What of a `Word` is the same wherever it stands."""


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
    parts = _WORD.split(text[begin:])  # what is no word, a word, what is no word, …
    ends = list(itertools.accumulate(map(len, parts), initial=begin))
    shapes = map(_shapes.__getitem__, parts[1::2])
    return tuple(
        [_new(Word, (start, end, *shape)) for start, end, shape in zip(ends[1:-1:2], ends[2::2], shapes, strict=True)]
    )


# What `Word(…)` comes to, without its call of a Python function: a third of the time for a hot loop.
_new = tuple.__new__


def _shape(text: str) -> Shape:
    """Return what is the same for a word wherever it stands: its text, folded form, whether it has a capital.

    Letters of scripts without capitals count as capitals: in a French text they are a name. Most words have no accent:
    for them lower case is what folding comes to, at a tenth of the cost of a word never seen.
    """
    plain = text.isascii() and text.isalnum() and len(text) <= LONGEST_TERM
    return text, text.lower() if plain else fold(text), text[0].isalpha() and not text[0].islower(), False


class _Shapes(dict[str, Shape]):
    """The shapes of the words seen: faster than `lru_cache`, which keeps up their order at every look."""

    def __missing__(self, text: str) -> Shape:
        if len(self) >= _MOST_SHAPES:
            self.clear()
        shape = self[text] = _shape(text)
        return shape


_shapes = _Shapes()


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`: the form in which names are compared."""
    return tuple(word.folded for word in words(text))


@lru_cache(maxsize=1 << 12)
def joins(gap: str) -> bool:
    """Return whether words with `gap` between them may belong to one name (a space, a hyphen, an apostrophe)."""
    return _JOINT.fullmatch(gap) is not None


def slug(label: str) -> str:
    """Return the id that goes with a label: folded words with hyphens between."""
    return "-".join(folded(label))
