"""Characters made plain: raw text goes in, text fit for storing and text fit for tokenising come out."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphen, zero-width spaces and joiners, marks of writing direction, word joiner, byte order mark: they show as
# nothing, and split or hide the words they stand in.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"

# What people, keyboards and converters put for an apostrophe; the last three turn into others of the list by NFC.
_APOSTROPHES = "’‘‛ʼʻʹ′`´＇\u0374\u1fef\u1ffd"
_HYPHENS = "‐‑−﹣－"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# Half characters, as JSON and command lines may hold them, cannot be written to any file.
_SURROGATES = "\ud800-\udfff"

# Patterns: of the accented letters of French, `str.translate` would look up each, which takes seven times as long.
_REMOVED = re.compile(f"[{INVISIBLE}{_SURROGATES}]+")
# An underscore divides words here, but belongs to a word for regular expressions.
_PLAIN = dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_SPACES + "_", " ")
# Marks of notes behind a word: « Macron¹ »; behind fewer letters they belong to a unit, « km² ».
_RAISED, _LONGEST_UNIT = "¹²³⁴⁵⁶⁷⁸⁹⁰", 3
_NOT_PLAIN = re.compile(f"[{re.escape(''.join(_PLAIN))}{_RAISED}]")


def clean_text(text: str) -> str:
    """The text as it is stored and shown: NFC, no invisible or half characters, a written-out "\\n" a line break.

    To be called once, before anything counts offsets. Cleaning twice changes nothing.
    """
    return unicodedata.normalize("NFC", _REMOVED.sub("", text).replace("\\n", "\n"))


def plain(text: str) -> str:
    """The text with every apostrophe, hyphen and space in its plain form; one character for one, so offsets hold.

    The marks of notes are spaces.
    """
    return _NOT_PLAIN.sub(_made_plain, text)


def _made_plain(found: re.Match[str]) -> str:
    sign, at = found[0], found.start()
    if sign not in _RAISED:
        return _PLAIN[sign]
    before = found.string[max(at - _LONGEST_UNIT - 1, 0) : at]
    return " " if len(before) > _LONGEST_UNIT and before.isalpha() else sign
