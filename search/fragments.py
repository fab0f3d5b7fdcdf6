"""A paragraph and its highlights go in, the part worth showing comes out, and its pieces, marked or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.results import Span

# Paragraphs of the news have 300 to 500 characters; what is longer is cut to about so many.
LONGEST_WHOLE = 400
FRAGMENT = 320


class Piece(NamedTuple):
    """A run of text, marked or not."""

    text: str
    marked: bool


def fragment(text: str, highlights: Sequence[Span]) -> Span:
    """The part of a paragraph to show: all of a short one, else the stretch with most highlights, in whole words."""
    if len(text) <= LONGEST_WHOLE:
        return 0, len(text)
    if not highlights:
        return 0, _word_end(text, FRAGMENT)
    first, last = _densest(highlights)
    room = max(FRAGMENT - (last - first), 0)
    start = max(0, min(first - room // 2, len(text) - FRAGMENT))
    end = max(last, min(len(text), start + FRAGMENT))
    return min(first, _word_start(text, start)), max(last, _word_end(text, end))


def pieces(text: str, highlights: Sequence[Span], part: Span | None = None) -> Iterator[Piece]:
    """The text of a part (all by default) in order, divided where marks begin and end; no piece is empty."""
    start, end = part or (0, len(text))
    for mark_start, mark_end in highlights:
        if mark_end <= start or mark_start >= end:
            continue
        if mark_start > start:
            yield Piece(text[start:mark_start], marked=False)
        yield Piece(text[max(start, mark_start) : min(end, mark_end)], marked=True)
        start = min(end, mark_end)
    if start < end:
        yield Piece(text[start:end], marked=False)


def _densest(highlights: Sequence[Span]) -> Span:
    """From the first to the last highlight of the stretch that holds most of them; the earliest of equals."""
    best, most = highlights[0], 0
    last = 0
    for first, (start, _) in enumerate(highlights):
        last = max(last, first)
        while last + 1 < len(highlights) and highlights[last + 1][1] - start <= FRAGMENT:
            last += 1
        if last - first + 1 > most:
            best, most = (start, highlights[last][1]), last - first + 1
    return best


def _word_start(text: str, place: int) -> int:
    """The first place from `place` on where a word may begin; `place` itself inside a wall of letters."""
    if place == 0:
        return 0
    space = text.find(" ", place - 1, place + FRAGMENT // 4)
    return space + 1 if space >= 0 else place


def _word_end(text: str, place: int) -> int:
    """The last place up to `place` where a word ends; `place` itself inside a wall of letters."""
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - FRAGMENT // 4, place + 1)
    return space if space >= 0 else place
