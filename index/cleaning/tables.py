"""The lines of a page and a place go in; whether a table's row, its heading or a figure stands there comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.cleaning.lines import Line

# « Opposition unie : 57 sièges », « Moteur : 6 cylindres, 380 ch »
COUNTED = re.compile(r"[^:]{2,40} ?: \d[\w .,/+%-]{0,24}$")
# « Mer du Nord 22 3 », as a table is saved that was printed.
ROW = re.compile(r"[^\W\d][^\d:|]{1,40}(?: [+-]?\d[\d.,]*%?){2,8}$")
FIGURE = re.compile(r" [+-]?\d[\d.,]*%?")
# « Tableau 1 – Ruptures recensées »
CAPTION = re.compile(r"\W*(?:tableau|graphique|encadre|annexe) (?:\d{1,2}|[ivx]+)(?:\W|$)")
# « 23 nationalités dans les tribunes »
QUANTITY = re.compile(r"\d[\d .,]* [a-zà-ÿ](?:[^\W\d]|['’-])+ ")
# So many words tell of what there are so many; a counter has fewer.
FEWEST_TOLD = 4
# A row has no more words and figures.
LONGEST_ROW = 25
# The names of columns have no more.
LONGEST_COLUMNS = 8


def is_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a line that is no sentence is a row of figures beside another, what stands above those, or a quantity."""
    line = lines[at]
    if line.is_terminated or line.words > LONGEST_ROW:
        return False
    if _is_row(lines, at) or (_is_quantity(line) and any(map(_is_quantity, _beside(lines, at)))):
        return True
    below = [place for place in (at + 1, at + 2) if place < len(lines) and _is_row(lines, place)]
    if CAPTION.match(line.folded):
        return bool(below)
    return at + 1 in below and line.words <= LONGEST_COLUMNS


def _is_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a name and figures, and one beside it has as many."""
    cells = _figures(lines[at])
    return cells > 0 and any(_figures(other) == cells for other in _beside(lines, at))


def _figures(line: Line) -> int:
    return len(FIGURE.findall(line.text)) if ROW.match(line.text) else 0


def _is_quantity(line: Line) -> bool:
    return QUANTITY.match(line.text) is not None and line.words >= FEWEST_TOLD and not line.is_terminated


def _beside(lines: Sequence[Line], at: int) -> Sequence[Line]:
    return [lines[place] for place in (at - 1, at + 1) if 0 <= place < len(lines)]
