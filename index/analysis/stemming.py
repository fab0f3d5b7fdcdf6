"""Stemming: a folded French word goes in, the form it shares with its other numbers and genders comes out.

FFL, a light stemmer for folded French: inflection of nouns and adjectives only; « arme » and « armement » stay apart.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from index.analysis.lexicon import IRREGULAR, ORDINARY, PROTECTED


class Rule(NamedTuple):
    """Words that end in `ending` and have at least `length` letters get `replacement` instead."""

    ending: str
    length: int
    replacement: str


_PLURAL = (
    Rule("eaux", 4, "eau"),
    Rule("aux", 5, "al"),
    Rule("ux", 5, "u"),
    Rule("ss", 0, "ss"),
    Rule("s", 0, ""),
)
_FEMININE = (
    Rule("trice", 7, "teur"),
    Rule("drice", 7, "deur"),
    Rule("euse", 6, "eu"),
    Rule("ouse", 6, "ou"),
    Rule("aise", 6, "ai"),
    Rule("oise", 6, "oi"),
    Rule("ive", 6, "if"),
    Rule("eure", 6, "eur"),
    Rule("ere", 6, "er"),
)
_FINAL = (
    Rule("ee", 6, ""),
    Rule("ee", 4, "e"),
    Rule("er", 6, ""),
    Rule("e", 5, ""),
    Rule("air", 0, "air"),
    Rule("oir", 0, "oir"),
    Rule("eir", 0, "eir"),
    Rule("ir", 7, "i"),
)


class Stemmer:
    """Stems folded words; names, given as `protected` (folded too), stay as they are unless they are words as well."""

    def __init__(self, protected: Collection[str] = ()) -> None:
        self._protected = PROTECTED | (frozenset(protected) - ORDINARY)

    def stem(self, word: str) -> str:
        """The stem of one folded word; what is not all letters, or has fewer than four, is its own."""
        if word in IRREGULAR:
            return IRREGULAR[word]
        if word in self._protected or len(word) < 4 or not (word.isascii() and word.isalpha()):
            return word
        singular = _rewrite(word, _PLURAL)
        masculine = _rewrite(singular, _FEMININE)
        if singular in self._protected or masculine in self._protected:
            return singular if singular in self._protected else masculine
        stem = masculine if masculine.endswith("eur") else _single(_rewrite(masculine, _FINAL))
        # « Danse » is not dans, nor « portée » port. Names are no such obstacle: Legrand, Petit are adjectives as well.
        return singular if stem in PROTECTED else stem


def _rewrite(word: str, rules: Sequence[Rule]) -> str:
    """The word after the first rule that fits it."""
    for ending, length, replacement in rules:
        if word.endswith(ending) and len(word) >= length:
            return word.removesuffix(ending) + replacement
    return word


def _single(word: str) -> str:
    """The word without the letter that the feminine doubles (bretonne, actuelle, cadette)."""
    return word[:-1] if len(word) > 4 and word.endswith(("ll", "nn", "tt")) else word
