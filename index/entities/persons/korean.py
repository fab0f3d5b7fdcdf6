"""A Korean name goes in, folded; the key comes out that it shares with its spellings in other romanisations."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Vowels that romanisations confuse are one (eo, o, u, ou), hushing sounds and their affricates another.
_SOUNDS = (
    ("tch|dj|ch|j|tsch|cz", "J"),
    ("sh|ss|s", "S"),
    ("ng|n", "N"),
    ("kk|ck|c|k|g|q", "K"),
    ("tt|d|t", "T"),
    ("pp|b|p", "P"),
    ("l|r", "L"),
    ("m", "M"),
    ("h", "H"),
    ("ai|ae|e(?![ou])", "E"),
    ("ee|i|y", "I"),
    ("e?[ou]+|w", "O"),
    ("a", "A"),
    (".", ""),
)
_SOUND = re.compile("|".join(f"({pattern})" for pattern, _ in _SOUNDS))
_FAMILY = {
    "lee": "i",
    "yi": "i",
    "li": "i",
    "ri": "i",
    "rhee": "i",
    "roh": "no",
    "noh": "no",
    "ahn": "an",
    "oui": "wi",
    "sohn": "son",
    "koh": "ko",
    "jun": "yun",
}
"""Family names whose first letter comes and goes."""

_FAMILIES = frozenset(_FAMILY) | frozenset(
    [
        "kim",
        "gim",
        "park",
        "pak",
        "bak",
        "choi",
        "choe",
        "tchoe",
        "cho",
        "jo",
        "tcho",
        "jung",
        "chung",
        "jeong",
        "djeong",
        "tchong",
        "kang",
        "gang",
        "yoon",
        "yun",
        "shin",
        "sin",
        "han",
        "no",
        "ryu",
        "yoo",
        "yu",
        "an",
        "woo",
        "moon",
        "mun",
        "wi",
        "hwang",
        "hong",
        "song",
        "seo",
        "suh",
        "kwon",
        "gwon",
        "oh",
        "cha",
        "baek",
        "paek",
        "nam",
        "bae",
        "pae",
        "hyun",
        "hyon",
        "tae",
        "thae",
        "son",
        "jeon",
        "shim",
        "jin",
        "yang",
        "joo",
        "ko",
        "go",
        "koo",
        "min",
        "heo",
        "hur",
        "lim",
        "im",
        "rim",
        "bang",
        "byun",
    ]
)

COUNTRIES = frozenset({"kr", "kp"})


def may_be_korean(tokens: Sequence[str]) -> bool:
    """Return whether a family name and one or two syllables make the name."""
    return 1 < len(tokens) < 5 and tokens[0] in _FAMILIES


def korean_key(tokens: Sequence[str]) -> str:
    """Return the key of the folded words of a name, the family name first: Li Jé-myong is Lee Jae-myung."""
    return _sounds(_FAMILY.get(tokens[0], tokens[0]) + " " + "".join(tokens[1:]))


def begin_alike(given: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether the syllables of two given names begin with the same sounds: Myong-chol is not Pyong-chol.

    One that goes on with a further syllable is another name: Hyun-woo is not Hyun.
    """
    if len(given) != len(other):
        return tuple(given[: len(other)]) != tuple(other)
    return all(
        _sounds(one)[:1].replace("I", "J") == _sounds(another)[:1].replace("I", "J")
        for one, another in zip(given, other, strict=True)
    )


def _sounds(text: str) -> str:
    return "".join(_SOUNDS[(match.lastindex or 1) - 1][1] for match in _SOUND.finditer(text))
