"""A date as a reader types it goes in, the days that it covers come out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from index.analysis import fold

# The names of each month, French and English, and how they are shortened.
_MONTHS = (
    "janvier january janv jan",
    "fevrier february fevr fev feb",
    "mars march mar",
    "avril april avr apr",
    "mai may",
    "juin june jun",
    "juillet july juil jul",
    "aout august aug",
    "septembre september sept sep",
    "octobre october oct",
    "novembre november nov",
    "decembre december dec",
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_ISO = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(?:(?P<day>\d{1,2})[-/.])?(?P<month>\d{1,2})[-/.](?P<year>\d{4})", re.ASCII)
# « 3 mars 2024 », « 1er mars 2024 », « mars 2024 »; any letters may stand for the month, as lexing has to know where
# the date ends.
IN_WORDS = re.compile(r"(?:(?P<day>\d{1,2})(?:er)?\s+)?(?P<month>[^\W\d_]{3,9})\.?\s+(?P<year>\d{4})(?!\w)")


def period(text: str) -> tuple[date, date] | None:
    """The first and last day of a day, month or year; None for anything else, 30 February included."""
    text = text.strip().rstrip(".…")
    for pattern in (_ISO, _DAY_FIRST, IN_WORDS):
        if found := pattern.fullmatch(text):
            return _days(found)
    return None


def _days(found: re.Match[str]) -> tuple[date, date] | None:
    month, day = _month(found["month"]), found["day"]
    try:
        year = int(found["year"])
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, int(day)), date(year, month, int(day))
    except ValueError:
        return None


def _month(text: str | None) -> int | None:
    """The number of a month; 0, which is none, for an unknown word."""
    if text is None:
        return None
    return int(text) if text.isascii() and text.isdigit() else _NUMBER_OF.get(fold(text), 0)
