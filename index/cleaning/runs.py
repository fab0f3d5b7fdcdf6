"""A page whose text is found goes in; rows of lines that are no sentences are marked as menus and headlines."""

from __future__ import annotations

import re
from itertools import groupby

from index.article import Zone
from index.cleaning.dates import is_entry
from index.cleaning.evidence import is_clause
from index.cleaning.head import LONGEST_LABEL
from index.cleaning.lines import Line, Shape
from index.cleaning.lists import LONGEST_SUMMARY
from index.cleaning.page import (
    CELLS,
    LONGEST_HEADING,
    LONGEST_HEADLINE,
    SHORTEST_STOPLESS,
    Page,
    goes_on,
    has_lost_stop,
)
from index.cleaning.rules import QUOTATION, SUMMARY
from index.cleaning.tables import COUNTED, is_table

NUMBERED = re.compile(r"(\d{1,2})([-.)°] ?)")
# « II. Le général se fâche »
PART = re.compile(r"[IVX]{1,4}(?:[.)]| [-–—]) ?\S")
# « Deux radars transhorizon »
THING = re.compile(r"(?:L[ea]s?|L['’]|Une?|Des|Deux|Trois|Quatre|Cinq|Six|Dix|\d+)\b")


def mark_runs(page: Page) -> None:
    """Three lines or more in a row that are no sentences: a menu or a list of headlines, unless a colon led to it."""
    shortest = shortest_stopless(page)
    free, lines = page.free(page.start, page.end), page.lines
    numbered = {index for index in free if PART.match(lines[index].text)}
    parts = numbered if len(numbered) > 1 else set()

    def is_headline(index: int) -> bool:
        line = lines[index]
        told = continues(line, shortest) or is_table(lines, index) or is_counted(page, index) or page.heads_told(index)
        return is_loose(line) and not (told or index in parts)

    for loose, group in groupby(free, is_headline):
        run = _without_heading(page, list(group)) if loose else []
        if len(run) < 3:
            continue
        led_to = lines[run[0] - 1].text.rstrip().endswith((":", ";", ",")) or SUMMARY.match(lines[run[0]].folded)
        if not (led_to or _heads_points(page, run) or _is_enumeration(page, run)):
            for index in run:
                zone = Zone.CHROME if lines[index].shape is Shape.LABEL else Zone.RELATED
                page.mark(index, zone, "run of headlines")


def _heads_points(page: Page, run: list[int]) -> bool:
    """Whether a run stands between a paragraph and points of a list, as the headings of it do: « Force bleue »."""
    below = page.free(run[-1] + 1, min(run[-1] + 3, page.end))
    return (
        len(below) == 2 and all(page.lines[index].is_item for index in below) and page.lines[run[0] - 1].is_terminated
    )


def _is_enumeration(page: Page, run: list[int]) -> bool:
    """Whether a run between two paragraphs is a heading and things without a verb: « Deux radars, dont un au nord »."""
    above, below, (heading, *points) = run[0] - 1, run[-1] + 1, [page.lines[index] for index in run]
    parted = any(place in page.marks or not page.lines[place].is_terminated for place in (above, below))
    if parted or below >= page.end or heading.words > LONGEST_HEADING or above < page.start:
        return False
    return all(THING.match(point.text) and not is_clause(point) for point in points)


def is_counted(page: Page, index: int, numbered: re.Pattern[str] = NUMBERED, reach: int = 1) -> bool:
    """Whether a line is numbered, and another within `reach` lines as its neighbour: « 1- Le retrait », « 2- … »."""
    number = numbered.match(page.lines[index].text)
    if number is None:
        return False
    others = tuple(f"{int(number[1]) + step}{number[2]}" for step in (-1, 1))
    around = page.lines[max(index - reach, 0) : index + reach + 1]
    return any(line.text.startswith(others) for line in around)


def _without_heading(page: Page, run: list[int]) -> list[int]:
    """The run without its last line, where that is a heading: very short, marked so, or what is said right below."""
    below, last = run[-1] + 1, page.lines[run[-1]]
    is_told = below < page.end and below not in page.marks and page.lines[below].is_terminated
    marked = last.text in page.headings and is_told and page.lines[below].words > LONGEST_SUMMARY
    heads = last.words <= LONGEST_LABEL or marked or QUOTATION.match(last.text)
    return run[:-1] if heads and is_told else run


def shortest_stopless(page: Page) -> int:
    """How long a clause is that has lost its full stop; where these are not lost, headlines are clauses as well."""
    return SHORTEST_STOPLESS if page.lacks_stops() else LONGEST_HEADLINE


def continues(line: Line, shortest: int) -> bool:
    """Whether a line has lost its full stop, or speaks of what was named before."""
    return has_lost_stop(line, shortest) or goes_on(line)


def is_loose(line: Line) -> bool:
    """Whether a line neither ends a sentence nor leads on: a headline or a label, no point of a list, no row."""
    leads = line.text.endswith((":", ";", ",")) or is_entry(line.folded)
    counts = COUNTED.match(line.folded) is not None or CELLS in f" {line.text} "
    return not (line.is_terminated or line.is_item or line.words > 25 or leads or counts)
