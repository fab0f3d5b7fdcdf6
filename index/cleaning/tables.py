"""The lines of a page and a place go in; whether a table's row, its heading or a figure stands there comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.cleaning.dates import is_dated
from index.cleaning.evidence import is_clause, is_interface
from index.cleaning.lines import Line, asked_once

# « Opposition unie : 57 sièges », « Moteur : 6 cylindres, 380 ch »
COUNTED = re.compile(r"[^:]{2,60} ?: \d[\w .,/+%-]{0,24}$")
# « Mer du Nord 22 3 », as a table is saved that was printed.
ROW = re.compile(r"[^\W\d][^\d:|]{1,40}(?: [+-]?\d[\d.,]*%?){2,8}$")
PLAIN_ROW = re.compile(r"[^\W\d][^\d:|.]{1,40} [+-]?\d[\d.,]* ?[%€$]?$")
FIGURE = re.compile(r" [+-]?\d[\d.,]*%?")
# « Tableau 1 – Ruptures recensées »
CAPTION = re.compile(r"\W*(?:tableau|graphique|encadre|annexe) (?:\d{1,2}|[ivx]+)(?:\W|$)")
NUMBER = r"(?:(?:environ|pres de|plus de|jusqu'a|quelque) )?\d[\d .,]*"
# « 23 nationalités dans les tribunes », « 41 : brise-glaces russes », « Japon : 180 militaires, 3,5 M$ »
COUNT = re.compile(rf"{NUMBER}(?: [a-z]{{1,3}})? : [a-z]")
QUANTITIES = (
    re.compile(rf"{NUMBER} (?!h\b(?! d['e]))[a-z](?:[a-z]|['-])*(?:,? |$)"),
    COUNT,
    re.compile(rf"[^:]{{2,60}} ?: {NUMBER} ?(?:[a-z%€$£][^:.!?]{{0,50}}| [^\W\d][^:.!?]{{0,50}})?$"),
)
# « Charge utile : quatre missiles », below figures of its kind.
PAIR = re.compile(r"[^:]{2,40} : [a-z][^:.!?]{2,60}$")
# « Matériels : 5 chars, 13 blindés », « Plafond. 9 000 mètres » where a translation has a full stop
FACT = re.compile(r"[A-ZÀ-Þ][^:.!?]{2,55}(?:\s?:|\.(?= \d)) [^:!?]{2,90}")
# What a page counts, and its telephones.
COUNTER = re.compile(r"\b(?:min|mn|minutes?|lectures?|vues?|partages?|commentaires?|avis|votes?|likes?|pages?|tel)\b")
# Services call a kind of picture so, too, and lists of other articles.
IN_FIGURES = re.compile(r"\W*(?:(?:.{2,20} )?en (?:chiffres|bref)|(?:les )?chiffres(?: cles)?|reperes)\W*")
# So many words, or so many lines in a row, tell of what there are so many; a counter has fewer.
FEWEST_TOLD, FEWEST_LINES = 4, 3
# A row has no more words and figures.
LONGEST_ROW = 25
# The names of columns have no more, and what figures are headed by.
LONGEST_COLUMNS, LONGEST_HEADING = 8, 6
# A table has so many rows at most.
LONGEST_TABLE = 40
# A box of facts has so many lines, and figures in so many of them.
LONGEST_BOX, FEWEST_FIGURES = 12, 2


def is_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a line that is no sentence is a row of figures beside another, what stands above those, or a quantity.

    Counters of a page have fewer words: « Partages : 12 », « 3 commentaires ».
    """
    line = lines[at]
    if line.is_terminated or line.words > LONGEST_ROW:
        return False
    if _is_row(lines, at) or _is_among_quantities(lines, at) or _is_in_box(lines, at):
        return True
    if PAIR.match(line.folded) and at > 0 and _is_among_quantities(lines, at - 1):
        return True
    below = [place for place in (at + 1, at + 2) if place < len(lines) and _is_row(lines, place)]
    if CAPTION.match(line.folded):
        return bool(below) or _is_below_caption(lines, at + 1)
    if _is_below_caption(lines, at):
        return True
    may_head = at + 1 < len(lines) and line.words <= LONGEST_HEADING
    heads = may_head and (_is_among_quantities(lines, at + 1) or _is_in_box(lines, at + 1))
    return heads or (at + 1 in below and line.words <= LONGEST_COLUMNS)


def heads_quantities(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the heading of figures that stand below: « En chiffres »."""
    below = lines[at + 1 : at + 1 + FEWEST_FIGURES]
    if IN_FIGURES.fullmatch(lines[at].folded) is None or not below:
        return False
    counted = all(line.is_item and line.text.lstrip("-•– ")[:1].isdigit() for line in below)
    return counted or is_table(lines, at + 1)


def tells_count(folded: str) -> bool:
    """Whether a folded line is a figure and what it counts: « 6 200 : chars inscrits dans les inventaires »."""
    return COUNT.match(folded) is not None


def _is_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a name and figures, and one beside it has as many."""
    cells = _figures(lines[at])
    return cells > 0 and any(_figures(other) == cells for other in _beside(lines, at))


def _is_below_caption(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a name and one figure, and lines of its kind lead up to the caption of a table."""
    for row in range(at, max(at - LONGEST_TABLE, 0), -1):
        if row >= len(lines) or PLAIN_ROW.match(lines[row].text) is None:
            return False
        if CAPTION.match(lines[row - 1].folded):
            return True
    return False


@asked_once
def _figures(line: Line) -> int:
    return len(FIGURE.findall(line.text)) if ROW.match(line.text) else 0


def _is_among_quantities(lines: Sequence[Line], at: int) -> bool:
    """Whether a line tells how many or how much of something, as others beside it do."""
    run = _run(lines, at, _is_quantity, FEWEST_LINES)
    is_told = any(line.words >= FEWEST_TOLD or ":" in line.text for line in run)
    told = len(run) >= FEWEST_LINES or (len(run) > 1 and is_told)
    return told and _is_quantity(lines[at])


def _is_in_box(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one of three or more labels with what they stand for, no clauses, and figures in several.

    « Effectif : 270 salariés », « Clients : la France et le Royaume-Uni »; headlines of others are clauses, mostly.
    """
    box = _run(lines, at, _is_fact, LONGEST_BOX)
    figures = sum(any(map(str.isdigit, line.text)) for line in box)
    return len(box) >= FEWEST_LINES and figures >= FEWEST_FIGURES and _is_fact(lines[at])


def _run(lines: Sequence[Line], at: int, belongs: Callable[[Line], bool], most: int) -> Sequence[Line]:
    """The line with those of a kind that stand right above and below it, `most` and one at most."""
    first = last = at
    while first > 0 and last - first < most and belongs(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and last - first < most and belongs(lines[last + 1]):
        last += 1
    return lines[first : last + 1]


@asked_once
def _is_fact(line: Line) -> bool:
    if line.is_terminated or line.words > LONGEST_ROW or FACT.fullmatch(line.text) is None:
        return False
    return not (COUNTER.search(line.folded) or is_dated(line.folded) or is_interface(line) or is_clause(line))


@asked_once
def _is_quantity(line: Line) -> bool:
    if line.is_terminated or line.words > LONGEST_ROW or not any(map(str.isdigit, line.text)):
        return False
    if COUNTER.search(line.folded) or is_dated(line.folded) or is_interface(line):
        return False
    told = line.folded.lstrip("-* ") if line.is_item else line.folded
    return any(quantity.match(told) for quantity in QUANTITIES)


def _beside(lines: Sequence[Line], at: int) -> Sequence[Line]:
    return [lines[place] for place in (at - 1, at + 1) if 0 <= place < len(lines)]
