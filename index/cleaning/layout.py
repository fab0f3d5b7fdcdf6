"""The text of a page goes in; its lines come out, those that an editor had wrapped joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.cleaning.lines import BULLET, Line, make_line

# No editor or mailer wraps below or beyond these widths; what is shorter is a label, what is longer a paragraph.
NARROWEST, WIDEST = 38, 132
# The width is read off the lines that surely were wrapped; others may be longer by so much.
SLACK = 1.1
SENTENCE_STOP = re.compile(r"[.!?…:»”\"][\s»”\")]*$")
WORD = re.compile(r"\w+(?:-\w+)*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
STAMP = re.compile(r"\b\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\b")
HYPHENATED = re.compile(r"[^\W\d_]-$")
# First parts of compounds and endings of verbs, that keep the hyphen at which a line was broken.
COMPOUND_STARTS = frozenset(
    (
        "porte",
        "vice",
        "ex",
        "sous",
        "non",
        "contre",
        "après",
        "avant",
        "demi",
        "mi",
        "semi",
        "sud",
        "nord",
        "est",
        "ouest",
        "chef",
        "quasi",
        "anti",
        "pro",
        "franco",
        "russo",
        "anglo",
        "germano",
        "arrière",
        "aide",
        "garde",
        "haut",
        "grand",
        "sino",
        "israélo",
        "auto",
        "co",
        "inter",
        "peut",
        "là",
    )
)
COMPOUND_ENDS = frozenset(
    (
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "je",
        "tu",
        "nous",
        "vous",
        "ce",
        "t",
        "ci",
        "là",
        "même",
        "mêmes",
        "lui",
        "leur",
        "moi",
        "toi",
        "en",
        "y",
        "major",
        "être",
        "dire",
        "midi",
    )
)


@dataclass(frozen=True, slots=True)
class _RawLine:
    text: str
    indent: int
    gap: int


def layout(text: str) -> list[Line]:
    """The lines of a text, each a paragraph, a heading or a piece of the page around them.

    Lines are joined only where the text shows that it was wrapped: by breaks inside sentences, at a steady width.
    """
    raw = list(_raw_lines(text))
    groups = list(_groups(raw, _wrap_width(raw)))
    known = frozenset(WORD.findall(text)) if any(HYPHENATED.search(line.text) for line in raw) else frozenset()
    return [make_line(_join([line.text for line in group], known), group[0].gap) for group in groups]


def _raw_lines(text: str) -> Iterator[_RawLine]:
    gap = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            yield _RawLine(stripped, len(line) - len(line.lstrip()), gap)
            gap = 0
        else:
            gap += 1


def _wrap_width(lines: Sequence[_RawLine]) -> int | None:
    """The width at which the text was wrapped, None where it was not.

    A break inside a sentence is sure where the next line goes on in lower case. The text is wrapped if that happens
    again and again, or once and the next line ends the sentence (« par Jean Dupont » below a title does not).
    """
    breaks = [(one, two) for one, two in pairwise(lines) if two.gap == 0]
    possible = [pair for pair in breaks if NARROWEST <= len(pair[0].text) <= WIDEST]
    sure = [(one, two) for one, two in possible if _goes_on(one.text, two.text)]
    if len(sure) == 1 and not SENTENCE_STOP.search(sure[0][1].text):
        return None
    if not sure or len(sure) * 5 < len(possible):
        return None
    return max(len(one.text) for one, _ in sure)


def _goes_on(line: str, following: str) -> bool:
    # The points of a list that goes on from a colon end so, each on its line.
    if not following[0].islower() or SENTENCE_STOP.search(line) or line.endswith(";") or BULLET.match(following):
        return False
    if STAMP.search(following) and not SENTENCE_STOP.search(following):
        return False  # « information fournie par l'agence • 14/05/2024 à 10:22 »
    # « le mardi 5 novembre 2024 » and « par Jean Dupont » stand below titles, and end in no full stop.
    return len(following) >= NARROWEST or SENTENCE_STOP.search(following) is not None


def _groups(lines: Sequence[_RawLine], width: int | None) -> Iterator[list[_RawLine]]:
    group: list[_RawLine] = []
    for line in lines:
        if group and not _is_wrapped(group[-1], line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_wrapped(line: _RawLine, following: _RawLine, width: int | None) -> bool:
    """Whether the break between two lines was made by wrapping: the next word would not have fitted."""
    if width is None or following.gap or BULLET.match(following.text) or following.indent > line.indent + 1:
        return False
    if ADDRESS.match(following.text) or ADDRESS.match(line.text):
        return False
    if HYPHENATED.search(line.text):
        return True
    if not NARROWEST // 2 <= len(line.text) <= width * SLACK:
        return False
    needed = len(line.text) + 1 + len(following.text.split(maxsplit=1)[0])
    return needed > width or (_goes_on(line.text, following.text) and needed > width * 0.75)


def _join(parts: Sequence[str], known: frozenset[str]) -> str:
    """The pieces of a wrapped line in one; `known` are the words of the text, by which broken ones are made whole."""
    pieces = [parts[0]]
    for left, right in pairwise(parts):
        if not HYPHENATED.search(left):
            pieces.append(" ")
        elif not _keeps_hyphen(left, right, known):
            pieces[-1] = pieces[-1].removesuffix("-")
        pieces.append(right)
    return "".join(pieces)


def _keeps_hyphen(left: str, right: str, known: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end belongs to a compound: « porte-parole », « États-Unis », « a-t-il »."""
    start = re.split(r"[\s'’«(]", left)[-1].removesuffix("-")
    end = re.split(r"[^\w]", right, maxsplit=1)[0]
    if start.lower().split("-")[-1] in COMPOUND_STARTS or end.lower() in COMPOUND_ENDS:
        return True
    return f"{start}{end}" not in known and (not end[:1].islower() or f"{start}-{end}" in known)
