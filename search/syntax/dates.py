"""A date as a reader types it goes in, the days that it covers come out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from index.analysis import fold

_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
_SHORT = {"janv": 1, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_NUMBER_OF = {name: number for number, name in enumerate(_MONTHS.split(), 1)} | _SHORT

_ISO = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?", re.ASCII)
_FRENCH_NUMBERS = re.compile(r"(?:(?P<day>\d{1,2})[-/.])?(?P<month>\d{1,2})[-/.](?P<year>\d{4})", re.ASCII)
# « 3 mars 2024 », « 1er mars 2024 », « mars 2024 »; any letters may stand for the month, as lexing has to know where
# the date ends.
FRENCH_WORDS = re.compile(r"(?:(?P<day>\d{1,2})(?:er)?\s+)?(?P<month>[^\W\d_]{3,9})\.?\s+(?P<year>\d{4})(?!\w)")


def period(text: str) -> tuple[date, date] | None:
    """The first and last day of a day, month or year; None for anything else, 30 February included."""
    text = text.strip()
    for pattern in (_ISO, _FRENCH_NUMBERS, FRENCH_WORDS):
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
