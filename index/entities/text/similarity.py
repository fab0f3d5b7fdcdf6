"""Two names go in, a score comes out: how likely a translation made the one of the other."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from index.entities.text.memory import remembered

# Consonants that translations and transliterations confuse, digraphs first; vowels, h and y have no class.
_CLASSES = {
    "n": "gn(?=[aeiouy])",
    "W": "^o?u(?=[aeioy])",
    "S": "tsch|tch|shch|sch|sh|ch(?![rl])|dj|dz|zh|c(?=[eiy])|[szj]",
    "K": "kh|ch(?=[rl])|gu(?=[eiy])|ck|qu",
    "s": "g(?=[eiy])",
    "k": "[cgkq]",
    "X": "x",
    "T": "th|[dt]",
    "F": "ph|[fvw]",
    "P": "[bp]",
    "L": "l",
    "R": "r",
    "N": "[mn]",
}
_CONSONANT = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _CLASSES.items()))
# What each class is in a skeleton, by its number: X stands for two, W for F.
_LETTERS = ("", *({"X": "KS", "W": "F"}.get(name, name.upper()) for name in _CLASSES))
_REPEATED = re.compile(r"(.)\1+")

_ARTICLES = frozenset({"al", "el", "as", "ad", "ash", "ach"})

# Below this a part of a name has nothing to do with the other one.
_LEAST_PART = 0.45


class Name(NamedTuple):
    """A person's name as it is compared, folded: the last part is the family name, the others together the given."""

    given: str
    surname: str

    @property
    def whole(self) -> str:
        """Both parts with a space between."""
        return f"{self.given} {self.surname}"


def names_of(tokens: tuple[str, ...]) -> frozenset[Name]:
    """Return how these folded words, two or more, may divide into given and family name.

    The family name is the last word, or all but the first: Ursula | von der Leyen, Kim | Jong-un (who is compared
    the other way round, which does no harm). An Arabic article before it may be left out or written together.
    """
    names = {Name("".join(tokens[:-1]), tokens[-1]), Name(tokens[0], "".join(tokens[1:]))}
    if len(tokens) > 2 and tokens[-2] in _ARTICLES:
        names |= {Name("".join(tokens[:-2]), tokens[-1]), Name("".join(tokens[:-2]), tokens[-2] + tokens[-1])}
    return frozenset(names)


@remembered(1 << 16)
def skeleton(text: str) -> str:
    """Return the consonant classes of a folded word, repetitions once: Zelensky and Jelenski are both SLNSK."""
    return _REPEATED.sub(r"\1", "".join([_LETTERS[match.lastindex or 0] for match in _CONSONANT.finditer(text)]))


@remembered(1 << 14)
def bones(surname: str) -> str:
    """Return the classes of consonants, German z and its transliterations as one: Merz, Mertz, Merts."""
    return skeleton(surname.replace("tz", "z").replace("ts", "z"))


@remembered(1 << 16)
def beginnings(text: str) -> frozenset[str]:
    """Return what a folded word may begin with for its reader: its letter and its first consonant class.

    H stands for KH too, J for Y and in Spanish for H (Hulusi and Khulusi, Jens and Yens, Javier and Havier), OU before
    a vowel for W, and in Chinese names X, Q and TS for S.
    """
    letter = {"kh": "h", "ts": "s"}.get(text[:2]) or {"y": "j", "x": "s"}.get(text[0], text[0])
    chinese = {"S"} if text[:2] == "ts" or text[0] == "x" or (text[0] == "q" and text[:2] != "qu") else set()
    consonant = _CONSONANT.search(text)
    first = (consonant.lastgroup or "").upper() if consonant else ""  # what `skeleton` begins with
    spanish = {"h"} if text[0] == "j" else set()
    return frozenset({letter, text[0], *spanish, {"X": "K", "W": "F"}.get(first, first), *chinese} - {""})


def part_score(one: str, other: str) -> float:
    """Return how alike two given names or two family names are, from 0 to 1, by letters and by consonants."""
    letters = OSA.normalized_similarity(one, other)
    bones, others = skeleton(one), skeleton(other)
    if len(bones) < 2 or len(others) < 2:
        return letters
    return max(letters, (letters + OSA.normalized_similarity(bones, others)) / 2)


def score(one: Name, other: Name) -> float:
    """Return how alike two names are, from 0 to 1; 0 where a part begins otherwise or has nothing in common.

    The weights and the gate are those of the project's measurements on 91 mangled and 8,192 other names.
    """
    if not (alike_begun(one.surname, other.surname) and alike_begun(one.given, other.given)):
        return 0.0
    surname, given = part_score(one.surname, other.surname), part_score(one.given, other.given)
    if min(surname, given) < _LEAST_PART:
        return 0.0
    return 0.4 * ratio(one.whole, other.whole) / 100 + 0.6 * (0.6 * surname + 0.4 * given)


def alike_begun(one: str, other: str) -> bool:
    """Return whether two folded words begin with the same letter or the same class of consonants."""
    return not beginnings(one).isdisjoint(beginnings(other))
