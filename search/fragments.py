"""A paragraph and its highlights go in, the part worth showing comes out, and its pieces, marked or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.results import Span

# Paragraphs of the news have 300 to 500 characters; what is longer is cut to about so many.
LONGEST_WHOLE = 400
FRAGMENT = 320
# A run of letters longer than this may be cut anywhere.
_WALL = 80


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
    end = min(len(text), start + FRAGMENT)
    return min(_word_start(text, start), _begin_of_word(text, first)), max(
        _word_end(text, end), _end_of_word(text, last)
    )


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
    space = text.find(" ", place - 1, place + _WALL) if place else -1
    return space + 1 if space >= 0 else place


def _word_end(text: str, place: int) -> int:
    """The last place up to `place` where a word ends; `place` itself inside a wall of letters."""
    space = text.rfind(" ", place - _WALL, place + 1) if place < len(text) else -1
    return space if space >= 0 else place


def _begin_of_word(text: str, place: int) -> int:
    """Where the word begins that `place` is in, or at; `place` itself inside a wall of letters."""
    space = text.rfind(" ", max(place - _WALL, 0), place)
    return space + 1 if space >= 0 else (0 if place < _WALL else place)


def _end_of_word(text: str, place: int) -> int:
    """Where the word ends that `place` is in, or at the end of; `place` itself inside a wall of letters."""
    space = text.find(" ", place, place + _WALL)
    return space if space >= 0 else (len(text) if len(text) - place < _WALL else place)
