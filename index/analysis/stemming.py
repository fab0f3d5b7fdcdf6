"""Stemming: a folded French word goes in, the form it shares with its other numbers and genders comes out.

FFL, a light stemmer for folded French: inflection of nouns and adjectives only; « arme » and « armement » stay apart.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from index.analysis.lexicon import IRREGULAR, PROTECTED


class Rule(NamedTuple):
    """Words that end in `ending` and have at least `length` letters get `replacement` instead."""

    ending: str
    length: int
    replacement: str


_PLURAL = (
    Rule("eaux", 4, "eau"),
    Rule("aux", 5, "al"),
    Rule("x", 5, ""),
    Rule("ss", 0, "ss"),
    Rule("s", 0, ""),
)
_FEMININE = (
    Rule("trice", 7, "teur"),
    Rule("euse", 6, "eu"),
    Rule("aise", 6, "ai"),
    Rule("oise", 6, "oi"),
    Rule("ive", 6, "if"),
    Rule("eure", 6, "eur"),
    Rule("ere", 6, "er"),
)
_FINAL = (
    Rule("ee", 6, ""),
    Rule("er", 6, ""),
    Rule("e", 5, ""),
    Rule("air", 0, "air"),
    Rule("oir", 0, "oir"),
    Rule("eir", 0, "eir"),
    Rule("ir", 7, "i"),
)
_CONSONANT = (Rule("cqu", 5, "c"), Rule("qu", 5, "c"), Rule("gu", 5, "g"))


class Stemmer:
    """Stems folded words, leaving `protected` ones (folded too) as they are."""

    def __init__(self, protected: Collection[str] = ()) -> None:
        self._protected = PROTECTED | frozenset(protected)

    def stem(self, word: str) -> str:
        """The stem of one folded word; what is not all letters, or has fewer than four, is its own."""
        if word in IRREGULAR:
            return IRREGULAR[word]
        if word in self._protected or len(word) < 4 or not (word.isascii() and word.isalpha()):
            return word
        singular = _rewrite(word, _PLURAL)
        if singular in self._protected:
            return singular
        masculine = _rewrite(singular, _FEMININE)
        if masculine.endswith("eur"):
            return masculine
        return _single(_rewrite(_rewrite(masculine, _FINAL), _CONSONANT))


def _rewrite(word: str, rules: Sequence[Rule]) -> str:
    """The word after the first rule that fits it."""
    for ending, length, replacement in rules:
        if word.endswith(ending) and len(word) >= length:
            return word.removesuffix(ending) + replacement
    return word


def _single(word: str) -> str:
    """The word without the second of two equal consonants at its end."""
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouy":
        return word[:-1]
    return word
