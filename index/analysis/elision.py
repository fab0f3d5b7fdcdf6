"""Elision and hyphens: a run of letters with apostrophes and hyphens goes in, the places of its words come out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# The little words that lose their vowel before another, once or several times over (« jusqu'à », « d'aujourd'hui »).
ELIDED = r"(?:([cçdjlmnstz]|(?:jus|lors|puis|quoi)?qu)')+"
_ELIDED = re.compile(rf"{ELIDED}(?=\w|$)", re.IGNORECASE)
# Words with an apostrophe of their own: their parts are not words.
_UNDIVIDED = re.compile(r"aujourd'hui|quelqu'une?|prud'hom\w*", re.IGNORECASE)
# Elision is before a vowel or h; before these the letter is part of a name: N'Djamena, M'Bappé, T'Pau.
_CONSONANTS = frozenset("bcdfgjklmnpqrstvwxzç")
_SEPARATORS = re.compile(r"['-]+")
_HYPHENATED = re.compile(r"[^-]+")


class Span(NamedTuple):
    """Code points from `start` to `end` (excluded)."""

    start: int
    end: int


class Division(NamedTuple):
    """How a run of letters divides: `parts` follow each other, `wholes` are spellings of all of them as one word."""

    parts: tuple[Span, ...]
    wholes: tuple[Span, ...]


def divide(run: str) -> Division:
    """Divide a run with plain apostrophes and hyphens; elided articles are dropped.

    « l'Ukraine » has one part. « chef-d'œuvre » has two, and one whole. « N'Djamena » has one part and one whole, for
    either spelling of it may be met elsewhere. « l' » alone has none.
    """
    parts = tuple(part for match in _HYPHENATED.finditer(run) for part in _parts(run, match.start(), match.end()))
    starts = [start for start in (_start_of_name(run),) if start is not None]
    if len(parts) > 1:
        starts.append(parts[0].start)
    return Division(parts, tuple(Span(start, parts[-1].end) for start in starts))


def _parts(run: str, start: int, end: int) -> Iterator[Span]:
    """The words from `start` to `end`, where there is no hyphen; an apostrophe left over divides like one."""
    elided = _ELIDED.match(run, start, end)
    start = elided.end() if elided else start
    if not _UNDIVIDED.fullmatch(run, start, end):
        for separator in _SEPARATORS.finditer(run, start, end):
            yield Span(start, separator.start())
            start = separator.end()
    if start < end:
        yield Span(start, end)


def _start_of_name(run: str) -> int | None:
    """Where the last elided letter stands, if what follows shows that it is none."""
    elided = _ELIDED.match(run)
    if elided and len(elided[1]) == 1 and run[elided.end() : elided.end() + 1].lower() in _CONSONANTS:
        return elided.start(1)
    return None
