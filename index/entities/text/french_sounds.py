"""A folded word goes in; how a French reader says it comes out, which speech recognition and hasty hands keep."""

from __future__ import annotations

import re

from index.entities.text.memory import remembered
from index.entities.text.transliteration import keys

# Spellings of one sound, the longest first; whatever is in no group stands for itself.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("eau|au|aw$", "o"),
    ("[ae][iyj](?=n(?![aeiouyn])|m(?![aeiouynm]))", "i"),  # the nasal of Rheinmetall and Ramstein
    ("ai|ei|ay|ey|ae|oe|[ae]j(?![aeiouy])", "e"),
    ("[ae](?=[nm](?![aeiouynm]))", "a"),  # that of Soudan
    ("o?u(?=[aeio])|w", "w"),
    ("ou|oo", "u"),
    ("ie(?=[bcdfghlmnprstvz])|ee|y", "i"),
    ("ph", "f"),
    ("s?ch(?=t)", "s"),  # German « st »
    ("sch|sh|ch(?![rl])", "S"),
    ("gu(?=[eiy])|gh", "g"),
    ("(?<=[aeiou])t(?=ion|ie$)", "s"),  # Croatie
    ("dj|g(?=[eiy])", "j"),
    ("c(?=[eiy])|tz|ts|z", "s"),
    ("kh|ck|qu|[ckq]", "k"),
    ("(?<=au)x$|(?<=[aio])t$", ""),  # Monuscaux, Énergot
    ("x+", "ks"),
    ("h", ""),
)
_SOUND = re.compile("|".join(f"({pattern})" for pattern, _ in _SOUNDS))
_SAID = ("", *(sound for _, sound in _SOUNDS))
# Letters that are called more than a vowel and themselves.
_CALLED = {"h": "ach", "j": "ji", "k": "ka", "q": "cu", "z": "zd"}
_SHORTEST = 5
"""Letters of a word that its sound in French tells from others."""

_REPEATED = re.compile(r"(.)\1+")
_DOUBLED = re.compile(r"([mn])\1$")
_MUTE = re.compile(r"(?<=...)es?$")


@remembered(1 << 16)
def heard(word: str) -> str:
    """Return one spelling for all that sound alike in French: Rainmetal and Rheinmetall, Souden and Soudan."""
    said = _SOUND.sub(lambda match: _SAID[match.lastindex or 0], _DOUBLED.sub(r"\1", word))
    return _MUTE.sub("", _REPEATED.sub(r"\1", said))


def spelt_out(acronym: str) -> str:
    """Return the key of a folded acronym for what its letters are called: PDVSA is pdvsa, KCNA is kacna."""
    return _REPEATED.sub(r"\1", "".join(_CALLED.get(letter, letter) for letter in acronym))


def as_letters(word: str) -> str:
    """Return the key of a folded word that may be letters as they are called, « Pédévésa »: without its e."""
    return _REPEATED.sub(r"\1", word.replace("e", ""))


@remembered(1 << 16)
def sounds(word: str) -> frozenset[str]:
    """Return the keys of a folded word: those of transliteration, and one of how it is said in French."""
    return keys(word) | ({f"~{heard(word)}"} if len(word) >= _SHORTEST else set())
