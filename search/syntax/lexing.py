"""The text of a query goes in, its lexemes come out: words, quotes, field names, parentheses and operators."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple

from index.analysis import fold
from search.syntax.dates import IN_WORDS
from search.syntax.fields import AFTER, BEFORE, TITLE


class Kind(Enum):
    """What a lexeme is."""

    WORD = auto()
    TRUNCATED = auto()
    APPROXIMATE = auto()
    QUOTED = auto()
    FIELD = auto()
    VALUE = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NOISE = auto()


class Lexeme(NamedTuple):
    """A piece of the query from `start` to `end`; `text` is what counts of it.

    That is the word without signs, the inside of quotes, the field that a name stands for, or why noise is noise.
    `edits` belongs to approximate words.
    """

    kind: Kind
    text: str
    start: int
    end: int
    edits: int = 0


# In capitals only: « et » and « ou » are words.
OPERATORS = {
    "AND": Kind.AND,
    "ET": Kind.AND,
    "OR": Kind.OR,
    "OU": Kind.OR,
    "NOT": Kind.NOT,
    "NON": Kind.NOT,
    "SAUF": Kind.NOT,
}
# What closes a quote, by what opens it: keyboards, telephones and languages differ, and readers mix them.
_CLOSERS = {"«": "»", '"': '"”', "“": '”"“', "”": '”"', "„": '“”"'}
_QUOTES = '"“”„«»'
_SPACE = re.compile(r"\s+")
_CHUNK = re.compile(rf"[^\s()\[\]{{}}{_QUOTES}]+")
# « 20 000 » is one number, as it is in the articles.
_NUMBER = re.compile(r"[1-9][0-9]{0,2}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?!\w)")
_FIELD = re.compile(r"([^\W\d_]+):\s*")
# « pays : ukraine », as French is printed; only where a field is called so.
_SPACED_FIELD = re.compile(r"([^\W\d_]+)[ \u00a0\u202f]:\s*")
# « auteur:Dupont »; not an address (http://…).
UNKNOWN_FIELD = re.compile(r"[^\W\d_]{2,}:(?=\w)")
_MINUSES = ("-", "\u2212")
# « U.S.A. » is an acronym with its last point only.
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_MINUS = re.compile(r"[-\u2212]+(?=[\w(«“”„\"])")
# What may follow a closing quote in other search engines, and means nothing here.
_AFTER_QUOTE = re.compile(r"[~*^][0-9]*")
_EDITS = re.compile("[0-9]*")
_WILDCARDS = str.maketrans("", "", "*?~")
_PUNCTUATION = ",;:.!?…"
_STOPS = re.compile(f"[{_PUNCTUATION}]+")
_SIGNS = re.compile(rf"[^\w\s()\[\]{{}}{_QUOTES}]+")
_SHORTEST_PREFIX = 2
_MOST_EDITS = 2
# Words of this many letters may be misspelt twice.
_LONG = 6


def lexemes(text: str, fields: Mapping[str, str]) -> list[Lexeme]:
    """The lexemes of a query; `fields` maps folded names to fields. Never raises; takes time linear in the text."""
    lexer = _Lexer(text, fields)
    found: list[Lexeme] = []
    position, field = 0, None
    while position < len(text):
        if space := _SPACE.match(text, position):
            position = space.end()
        else:
            found += lexer.at(position, field)
            position = lexer.after(found[-1])
            if found[-1].kind is not Kind.NOT:
                field = found[-1].text if found[-1].kind is Kind.FIELD else None
    return found


class _Lexer:
    def __init__(self, text: str, fields: Mapping[str, str]) -> None:
        self._text = text
        self._fields = fields
        self._last = {sign: text.rfind(sign) for sign in _QUOTES}

    def at(self, start: int, field: str | None) -> Iterator[Lexeme]:
        """What begins at `start`, where no space is; `field` is the one whose name stands before, but for a NOT."""
        sign = self._text[start]
        if sign in "()":
            yield Lexeme(Kind.OPEN if sign == "(" else Kind.CLOSE, sign, start, start + 1)
        elif sign in _QUOTES:
            yield self._quoted(start)
        elif lexeme := self._value(start, field) or self._opening(start):
            yield lexeme
        elif chunk := _CHUNK.match(self._text, start):
            yield from _word(chunk[0], start)
        else:
            yield Lexeme(Kind.NOISE, "no_letters", start, start + 1)

    def after(self, lexeme: Lexeme) -> int:
        """Where to go on: signs that hang on the end of a word belong to it and mean nothing."""
        pattern = _SIGNS if lexeme.kind in (Kind.WORD, Kind.TRUNCATED, Kind.APPROXIMATE) else _STOPS
        signs = pattern.match(self._text, lexeme.end) if lexeme.kind is not Kind.FIELD else None
        return signs.end() if signs else lexeme.end

    def _opening(self, start: int) -> Lexeme | None:
        """A minus, a field's name or a number in several groups, if one begins here."""
        if minus := _MINUS.match(self._text, start):
            return Lexeme(Kind.NOT, "-", start, minus.end())
        for pattern in (_FIELD, _SPACED_FIELD):
            if (name := pattern.match(self._text, start)) and (field := self._fields.get(fold(name[1]))):
                return Lexeme(Kind.FIELD, field, start, name.end())
        if number := _NUMBER.match(self._text, start):
            return Lexeme(Kind.WORD, number[0], start, number.end())
        return None

    def _quoted(self, start: int) -> Lexeme:
        """What stands in quotes; a quote that is never closed is noise."""
        closers = _CLOSERS.get(self._text[start], "")
        if max((self._last[closer] for closer in closers), default=-1) <= start:
            return Lexeme(Kind.NOISE, "unbalanced_quote", start, start + 1)
        end = start + 1
        while self._text[end] not in closers:
            end += 1
        after = _AFTER_QUOTE.match(self._text, end + 1)
        return Lexeme(Kind.QUOTED, self._text[start + 1 : end], start, after.end() if after else end + 1)

    def _value(self, start: int, field: str | None) -> Lexeme | None:
        """The bare value after a field's name; None where a word or anything else should be looked for."""
        if field in (None, TITLE):
            return None
        if field in (AFTER, BEFORE) and (date := IN_WORDS.match(self._text, start)):
            return Lexeme(Kind.VALUE, date[0], start, date.end())
        chunk = _CHUNK.match(self._text, start)
        if chunk is None or chunk[0] in OPERATORS or _MINUS.match(chunk[0]) or not any(map(str.isalnum, chunk[0])):
            return None
        return Lexeme(Kind.VALUE, chunk[0].rstrip(",;"), start, chunk.end())


def _word(chunk: str, start: int) -> Iterator[Lexeme]:
    """What a run of characters between spaces is; `*`, `?` and `~` count only at its end."""
    if chunk in OPERATORS:
        yield Lexeme(OPERATORS[chunk], chunk, start, start + len(chunk))
        return
    if unknown := UNKNOWN_FIELD.match(chunk):
        yield Lexeme(Kind.NOISE, "unknown_field", start, start + unknown.end())
    first, last = _letters(chunk)
    word = chunk[first:last].translate(_WILDCARDS)
    body, tilde, edits = chunk[first:].rstrip(_PUNCTUATION).rpartition("~")
    if first == last:
        reason = "lone_minus" if chunk in _MINUSES else "no_letters"
        yield Lexeme(Kind.NOISE, reason, start, start + len(chunk))
    elif chunk.startswith("*", last):
        yield from _truncated(word, start + first, start + last)
    elif tilde and body and _EDITS.fullmatch(edits):
        end = start + first + len(body + tilde + edits)
        word = body.translate(_WILDCARDS)
        yield _approximate(word, int(edits[:2]) if edits else _usual_edits(word), start + first, end)
    else:
        yield Lexeme(Kind.WORD, word, start + first, start + last)


def _truncated(word: str, start: int, end: int) -> Iterator[Lexeme]:
    if len(fold(word)) >= _SHORTEST_PREFIX:
        yield Lexeme(Kind.TRUNCATED, word, start, end + 1)
    else:
        yield Lexeme(Kind.WORD, word, start, end)
        yield Lexeme(Kind.NOISE, "too_short", end, end + 1)


def _usual_edits(word: str) -> int:
    """How far off a word may be where the reader does not say: a long one, and most names, by two letters."""
    return _MOST_EDITS if len(fold(word)) >= _LONG else 1


def _approximate(word: str, edits: int, start: int, end: int) -> Lexeme:
    kind = Kind.APPROXIMATE if edits else Kind.WORD
    return Lexeme(kind, word, start, end, min(edits, _MOST_EDITS))


def _letters(chunk: str) -> tuple[int, int]:
    """Where the first letter or digit of a chunk stands, and where the last ends, with the marks upon it."""
    first = next((place for place, sign in enumerate(chunk) if sign.isalnum()), None)
    if first is None:
        return 0, 0
    last = len(chunk)
    if (dotted := _DOTTED.match(chunk, first)) and not any(map(str.isalnum, chunk[dotted.end() :])):
        return first, dotted.end()
    while not chunk[last - 1].isalnum() and not unicodedata.category(chunk[last - 1]).startswith("M"):
        last -= 1
    return first, last
