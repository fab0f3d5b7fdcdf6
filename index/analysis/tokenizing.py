"""Tokenising: plain text goes in, the runs of characters that make up words and numbers come out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import compress, count
from operator import ne

from index.analysis.characters import INVISIBLE
from index.analysis.folding import LONGEST_TERM

MARKS = frozenset({"Mc", "Me", "Mn"})
# Groups of three digits belong together if the pattern fits to the end: « 20 000 », « 1.500.000,5 », not « 2023 000 ».
# English thousands (20,000) come with machine translation. A comma or point otherwise makes a decimal, unless there
# are several (lists, dates, versions).
_NUMBER = r"""
    (?<![0-9][.,])
    (?: [1-9][0-9]{0,2} (?P<group>[ .,']) [0-9]{3} (?: (?P=group) [0-9]{3} )* (?: [.,] [0-9]{1,2} )?
      | [0-9]+ [.,] [0-9]+ )
    (?! [.,]? [0-9] )
"""
_NUMBER_ALONE = re.compile(_NUMBER, re.VERBOSE)


@cache
def token_pattern() -> re.Pattern[str]:
    """What one token is, in text of plain characters: a number, or words joined by apostrophes and hyphens.

    A word is a dotted acronym (O.T.A.N.), or letters and digits; combining and invisible characters continue it. The
    last apostrophe comes along, so that « l' » before a quotation mark can be known for an article.
    """
    more = _combining_marks() + re.escape(INVISIBLE)
    letter = rf"[^\W\d][{more}]*+"
    word = rf"(?: {letter} (?: \.{letter} (?![\w{more}]) )++ \.? | \w[\w{more}]*+ )"
    return re.compile(rf"{_NUMBER} | {word} (?: ['-] {word} )*+ '?+", re.VERBOSE)


def number_digits(token: str) -> str | None:
    """The digits of a number with separators: « 20 000 » gives "20000", « 3,5 » "3.5"; None for any other token.

    At most `LONGEST_TERM` characters, as for words.
    """
    number = _NUMBER_ALONE.fullmatch(token)
    if number is None:
        return None
    return token.replace(number["group"] or "", "").replace(",", ".")[:LONGEST_TERM]


def _combining_marks() -> str:
    """The combining marks of the first two planes, as ranges of a character class."""
    # By iterators alone, because every run that reads a new article waits for it.
    marks = list(map(MARKS.__contains__, map(unicodedata.category, map(chr, range(0x20000)))))
    edges = list(compress(count(1), map(ne, marks[1:], marks)))
    return "".join(f"{chr(first)}-{chr(after - 1)}" for first, after in zip(edges[::2], edges[1::2], strict=True))
