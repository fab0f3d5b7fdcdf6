"""Folding: a word goes in, the same word comes out without case, accents, ligatures or foreign letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from unidecode import unidecode

from index.analysis.characters import INVISIBLE

# Nothing a reader would type is longer; what is longer (a wall of letters, base64) is cut, in text and query alike.
LONGEST_TERM = 64
# Enough for any number of marks on each letter.
_LONGEST_READ = 8 * LONGEST_TERM

_NOT_FOLDED = re.compile(r"[^a-z0-9]+")
# Ligatures are typography, not spelling: « "cœur" » in quotes means "coeur" too.
_SPELT_OUT = str.maketrans({"œ": "oe", "æ": "ae"} | dict.fromkeys("'-. " + INVISIBLE))


def fold(word: str) -> str:
    """Fold one word to a–z and 0–9: « Łódź » to "lodz", « Œuvre » to "oeuvre", « Шойгу » to "shoigu".

    What folds to nothing keeps its lower-case form, so that no word is lost. Words are folded one by one, never texts,
    because folding changes lengths. At most `LONGEST_TERM` characters come out.
    """
    return _fold(word[:_LONGEST_READ])


@lru_cache(maxsize=100_000)
def _fold(word: str) -> str:
    plain = in_latin_letters(word)
    if plain.isascii() and plain.isalnum():  # as nearly all words are, at a tenth of the cost
        return plain[:LONGEST_TERM]
    return _transliterated(unicodedata.normalize("NFC", word))[:LONGEST_TERM]


def _transliterated(word: str) -> str:
    return _NOT_FOLDED.sub("", unidecode(word).lower()) or word.lower()


_LATIN = {code: _transliterated(chr(code)) for code in range(0xDF, 0x17F) if chr(code).islower()}
"""What single accented letters, and ligatures, are folded to."""


def in_latin_letters(text: str) -> str:
    """The text in small letters, accents and ligatures of Latin script folded, all other characters as they were."""
    small = text.lower()
    return small if small.isascii() else small.translate(_LATIN)


def lower(word: str) -> str:
    """The word without case but with its accents, and without the apostrophes, hyphens and stops inside it."""
    return unicodedata.normalize("NFC", word[:_LONGEST_READ].casefold().translate(_SPELT_OUT))[:LONGEST_TERM]
