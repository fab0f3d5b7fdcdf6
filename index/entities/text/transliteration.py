"""A folded name goes in, the keys come out that it shares with its spellings in other languages' transliterations."""

from __future__ import annotations

import itertools
import re

from index.entities.text.memory import remembered

# What one sound of Russian, Ukrainian or Arabic is written as in French, English, German, Polish and Scandinavian:
# hushing and hissing sounds S, kh K, v F. Where a spelling means one thing here and another there (German ch is kh,
# German j is y), both are keys. Russian ё is said o, and written e as well: Khrouchtchev, Khrouchtchov. The commonest
# letters come first where they stand alone: most letters are these, and each costs what is tried before it.
_SOUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("a", ("A",)),
    ("[iy]", ("I",)),
    ("[mn](?!g$)", ("N",)),
    ("r(?!z)", ("R",)),
    ("(?<=ch)o(?=[vf]f?a?$)", ("E",)),
    ("o(?![oue])", ("O",)),
    ("e(?=[^aey])", ("E",)),
    ("(?<=[aeiou])ll(?=[ao]s?$)", ("L", "I")),
    ("l", ("L",)),
    ("s(?![chjtz])", ("S",)),
    ("u", ("U",)),
    ("d(?![jz])h?|t(?![cjsz])h?", ("T",)),
    ("k(?![hn])", ("K",)),
    ("[fvw]", ("F",)),
    ("[bp](?!h)", ("P",)),
    ("schtsch|chtch|shch|szcz|sjtj|stj", ("S",)),
    ("tsch|tch|cz|tj|sch|szh|sz|sj|sh|zh|dzh|dj|rz|tz|ts", ("S",)),
    ("dz", ("S", "TS")),
    ("ch", ("S", "K")),
    ("kh", ("K",)),
    ("j", ("S", "I")),
    ("^kn", ("N", "KN")),
    ("ou(?=[aeioy])", ("U", "F")),
    ("ng$", ("NK", "N")),
    ("^q(?=[iu])", ("K", "S")),
    ("^x(?=[iu])", ("KS", "S")),
    ("c(?=[eiy])|^c(?=v)|s|z", ("S",)),
    ("(?<=i)c$", ("K", "S")),
    ("^g(?=[ei])", ("K", "I")),
    ("ck(?=[ie])", ("K", "SK")),
    ("gu(?=a)", ("KU", "KF")),
    ("gu(?=[eiy])|ck|qu|[cgkq]", ("K",)),
    ("x+", ("KS",)),
    ("^h(?=[aeiouy])|(?<=[aeiouy])h(?=[aeiouy])", ("K",)),
    ("h", ("",)),
    ("ph", ("F",)),
    ("[dt]h?", ("T",)),
    ("b", ("P",)),
    ("m", ("N",)),
    ("ou|oo", ("U",)),
    ("ee", ("I", "E")),
    ("ea(?!u)", ("EA", "I")),
    ("ey$", ("EI", "I")),
    ("oe", ("U", "OE")),
    ("e(?=.)", ("E",)),
    ("e", ("",)),
    ("o", ("O",)),
    (".", ("",)),
)
_SPELT_OUT = str.maketrans(
    {"č": "tch", "ć": "tch", "š": "ch", "ž": "j", "đ": "dj", "Č": "Tch", "Š": "Ch", "Ž": "J", "Đ": "Dj"}
)
"""What single letters of Slavic languages sound like: folded, they are others'."""

_SOUND = re.compile("|".join(f"({pattern})" for pattern, _ in _SOUNDS))
_GLIDE = re.compile(r"I+(?=[AEU])")
_REPEATED = re.compile(r"(.)\1+")

_MOST_KEYS = 8
"""Names with more ambiguous letters than this allows are cut short; three are rare."""


@remembered(1 << 16)
def keys(word: str) -> frozenset[str]:
    """Return the keys of a folded word: Zelensky, Zelenskyy and Selenskyj share one."""
    choices = [_SOUNDS[(match.lastindex or 1) - 1][1] for match in _SOUND.finditer(word)]
    spelt = itertools.islice(itertools.product(*choices), _MOST_KEYS)
    return frozenset(_plain("".join(sounds)) for sounds in spelt)


def spelt_out(name: str) -> str:
    """Return a name with the letters of Slavic languages as French spells their sounds: Čović is Tchovitch."""
    return name if name.isascii() else name.translate(_SPELT_OUT)


def _plain(key: str) -> str:
    """Drop glides before vowels (Ievgueni, Yevgeny, Evgeny) and repetitions."""
    return _REPEATED.sub(r"\1", _GLIDE.sub("", key))
