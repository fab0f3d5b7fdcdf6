"""A line goes in; the calendar days written in it come out, where day, month and year all stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

MONTHS = (
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    "|janv|fevr|fev|avr|juill|juil|aou|sept|oct|nov|dec"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sep"
)
WEEKDAYS = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\b"
)
# The first letters that tell the months apart in French and English, folded.
MONTH_STARTS = (
    (1, ("janv", "jan")),
    (2, ("fev", "feb")),
    (3, ("mar",)),
    (4, ("avr", "apr")),
    (5, ("mai", "may")),
    (6, ("juin", "june", "jun")),
    (7, ("juil", "jul")),
    (8, ("aou", "aug")),
    (9, ("sep",)),
    (10, ("oct",)),
    (11, ("nov",)),
    (12, ("dec",)),
)
# « 12. mai 2023 » is Serbian and German.
DAY = r"(?P<day>\d{1,2})(?:er|st|nd|rd|th|e|\.)?"
# Saving glues what stood apart: « Administrateur18 juillet 2024 ».
DAY_START = r"(?:\b|(?<=[a-z]{4}))"
MONTH = rf"(?P<month>{MONTHS})\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
YEARS = re.compile(r"(?:19|20)\d\d")
FORMS = (
    re.compile(rf"{DAY_START}{DAY} (?:de |of )?{MONTH},? (?:de |of )?{YEAR}\b"),
    re.compile(rf"\b{DAY}(?P<sign>[/-]){MONTH}(?P=sign){YEAR}\b"),
    re.compile(rf"\b{MONTH} {DAY},? {YEAR}\b"),
    re.compile(rf"\b{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    # Day first, as everywhere where French is written.
    re.compile(
        rf"(?<![\d./-])(?P<day>\d{{1,2}}) ?(?P<sign>[./-]) ?(?P<month>\d{{1,2}}) ?(?P=sign) ?{YEAR}(?![\d./-]\d)"
    ),
    re.compile(rf"(?<![\d./-]){YEAR}(?P<sign>[./])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})(?![\d./-]\d)"),
)
# « 06/09/24 »: asked only of what is sure to be a date of publication.
SHORT_FORM = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d\d)(?![\d./-])"
)
HOUR = r"\d{1,2} ?h(?: ?\d\d)?"
# « 18 décembre : sommet », « Février 2025 : », « 1994 : », « 17-21 février : », « 23 mai, de 10 h à 17 h : »,
# « Jeudi 3 octobre – Table ronde »
ENTRY = re.compile(
    rf"\W*(?:(?:(?:le |du )?(?:{WEEKDAYS} )?(?:\d{{1,2}}(?:er)?(?: ?[-/] ?| au | et ))?\d{{1,2}}(?:er)? )?"
    rf"(?:{MONTHS})\b\.?(?: (?:19|20)\d\d)?(?:,? (?:a |de |vers )?{HOUR}(?: a {HOUR})?)?|(?:1\d|20)\d\d) ?: \S"
    rf"|\W*(?:{WEEKDAYS} )?\d{{1,2}}(?:er)? (?:{MONTHS})\b [-–—] [^\W\d]"
    rf"|\W*{WEEKDAYS} \d{{1,2}}(?:er)?(?: et (?:{WEEKDAYS} )?\d{{1,2}}| au (?:{WEEKDAYS} )?\d{{1,2}})? : \S"
)
PARTIAL = rf"\d{{1,2}}(?:er|e)? (?:{MONTHS})\b\.?"
TIME = (
    r"(?:\b(?:a |at |- ?|t)?|(?<= )t)\d{1,2} ?(?:h(?:eures?)? ?(?:\d{2}(?:min)?)?|: ?\d{2}(?::\d{2})?)"
    r"(?:\b|(?=[ap]m\b))(?: ?[ap]m\b)?"
    r"(?: ?(?:gmt|utc|cest|cet|suis\b|[ecmp][sd]t|h[an]e|heure de \w+))?(?:[+-]\d{1,2}(?::?\d{2})?)?"
)
AGO = (
    r"\b(?:il y a|depuis) (?:environ )?(?:\d+|une?|quelques) "
    r"(?:secondes?|minutes?|min|mn|heures?|h|jours?|j|semaines?|mois|ans?)\b"
)
WEEKDAY = rf"\b{WEEKDAYS},?"
NEAR_DAY = re.compile(rf"{AGO}|\b(?:aujourd'hui|hier|today|yesterday|{PARTIAL})")


class Found(NamedTuple):
    """A day, and where it stands in the folded line."""

    day: date
    start: int
    end: int


def find_days(folded: str) -> list[Found]:
    """Every full date in a folded line, in the order of the line; impossible ones (31 February) are none.

    Understood: « 3 mars 2024 », « 1er mars 2024 », « 3/mars/2024 », « March 3, 2024 », 2024-03-03, and with points,
    strokes or hyphens day first (06.09.2024) or year first (2024/09/06). The day is the one written, whatever the time
    zone.
    """
    return sorted(_found(folded), key=lambda found: found.start)


def find_short_days(folded: str) -> list[Found]:
    """Dates whose year has two digits; of this century, since the web is."""
    found = []
    for match in SHORT_FORM.finditer(folded):
        try:
            day = date(2000 + int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        found.append(Found(day, match.start(), match.end()))
    return found


def _found(folded: str) -> Iterator[Found]:
    if not YEARS.search(folded):
        return  # as most lines
    for form in FORMS:
        for match in form.finditer(folded):
            try:
                day = date(int(match["year"]), _month(match["month"]), int(match["day"]))
            except ValueError:
                continue
            yield Found(day, match.start(), match.end())


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return next(number for number, starts in MONTH_STARTS if text.startswith(starts))


def without_times(plain: str) -> str:
    """The line, in plain ASCII, without its dates, times of day, weekdays and « il y a 3 heures »."""
    for form in (*(form.pattern for form in (*FORMS, SHORT_FORM)), AGO, TIME, rf"\b{PARTIAL}", WEEKDAY):
        plain = re.sub(form, " ", plain, flags=re.IGNORECASE)
    return plain


@lru_cache(maxsize=1 << 12)
def is_dated(folded: str) -> bool:
    """Whether a folded line tells a day in any manner: a date, « il y a 3 heures », « hier », « 3 mars »."""
    return bool(find_days(folded) or find_short_days(folded) or NEAR_DAY.search(folded))


def is_entry(folded: str) -> bool:
    """Whether a folded line goes on from a day, a month or a year, as those of chronologies and calendars do."""
    return ENTRY.match(folded) is not None


def is_day(folded: str) -> bool:
    """Whether a folded line is a year, or a day without one, as those above the entries of chronologies are."""
    return (
        re.fullmatch(rf"\W*(?:(?:le )?(?:{WEEKDAYS} )?{PARTIAL}|(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?)\W*", folded)
        is not None
    )


def is_moment(folded: str) -> bool:
    """Whether a folded line goes on from a time of day, as the entries of live coverage do: « 22h14 - Le métro … »."""
    return re.match(rf"\W*{TIME} ?[-–—|:] [^\W\d]", folded) is not None


def has_time(folded: str) -> bool:
    """Whether a folded line tells a time of day."""
    return re.search(TIME, folded) is not None
