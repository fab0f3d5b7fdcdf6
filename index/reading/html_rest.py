"""The lines that a page shows and the text taken out of it go in; the lines that were left out come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from index.reading.text import cut, stored_line

# A page has so many lines at most to show beside its text, and each so many characters: menus end somewhere.
MOST_LINES, LONGEST_LINE = 300, 300
# Shorter lines stand by chance within a paragraph as well.
SHORTEST_PART = 4


def left_out(shown: Iterable[str], text: str, title: str | None) -> tuple[str, ...]:
    """The lines of a page that are neither lines of its text nor parts of one, in order, each once.

    No more than 300 are kept, and of each the first 300 characters.
    """
    kept = [_bare(line) for line in (*text.split("\n"), title or "")]
    lines, whole = {part for line in kept for part in (line, *_cells(line))}, "\n".join(kept)

    def is_kept(line: str) -> bool:
        return line in lines or (len(line.split()) >= SHORTEST_PART and line in whole)

    rest = (line for line in dict.fromkeys(map(stored_line, shown)) if line and not is_kept(_bare(line)))
    return tuple(cut(line, LONGEST_LINE) for line in islice(rest, MOST_LINES))


def _bare(line: str) -> str:
    """A line without its bullet, its blanks made single."""
    return " ".join(line.split()).removeprefix("- ")


def _cells(line: str) -> Sequence[str]:
    """The cells of a row of a table."""
    return [cell.strip() for cell in line.split("|")] if "|" in line else ()
