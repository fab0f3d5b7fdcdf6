"""A line goes in; the dateline at its head, with the agency and the day that it tells, comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from index.cleaning.dates import PARTIAL, find_days
from index.cleaning.lines import Line, fold_line

# A dateline takes no more characters, whatever follows it.
LONGEST = 160
PLACE = r"[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:[A-ZÀ-Þ][\w'’.-]*|(?:de|du|la|le|les|des|sur|en|d'|l')(?=\s*[A-ZÀ-Þ])))*"
# « Paris, 23 mai (Agence) – »: a place, perhaps a country, a day, perhaps an agency, then a dash or nothing more.
DATELINE = re.compile(
    rf"\s*{PLACE}(?:\s*\([^)]{{2,30}}\))?(?:\s*[,/]\s*{PLACE})?\s*(?:,|-|–|—|\ble\b)\s*(?:le\s+)?"
    r"(?P<day>(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+|dimanche\s+)?\d{1,2}(?:er)?\s+[a-zéûA-Z]{3,9}\.?(?:\s+\d{4})?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
    r"\s*(?P<agency>[\[(/][^\])/]{2,40}[\])/])?\s*(?P<dash>[-–—:.][-–—:.\s]*)?"
)
AGENCY_LINE = re.compile(
    r"\s*[A-ZÀ-Þ][\w'’. -]{1,30}?(?:,\s*[A-ZÀ-Þ][\w'’ -]{1,30})?\s*[\[(](?P<agency>[^\])]{2,40})[\])]\s*[-–—:.]*\s*$"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: the agency in its brackets, and the day, where the year is given too."""

    agency: str | None
    day: date | None
    length: int


def read_dateline(line: Line) -> Dateline | None:
    """The dateline at the head of a line; None where there is none.

    A place and a day alone are one only where a bracketed agency or a dash follows them.
    """
    match = DATELINE.match(line.text[:LONGEST])
    if match is None or not (re.match(PARTIAL, _day_and_month(match["day"])) or find_days(match["day"])):
        return None
    if not match["agency"] and not match["dash"] and match.end() < len(line.text):
        return None
    days = find_days(fold_line(match["day"]))
    agency = match["agency"][1:-1].strip() if match["agency"] else None
    return Dateline(agency, days[0].day if days else None, match.end())


def is_dateline(line: Line) -> bool:
    """Whether a line is a dateline and nothing else."""
    found = read_dateline(line)
    if found is not None:
        return found.length >= len(line.text.rstrip())
    return line.words <= 8 and AGENCY_LINE.match(line.text) is not None and line.text.rstrip()[-1] in "-–—:"


def _day_and_month(text: str) -> str:
    return re.sub(r"^[a-z]+ ", "", fold_line(text))
