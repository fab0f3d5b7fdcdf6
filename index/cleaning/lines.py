"""A line of text goes in; a `Line`, which knows its folded form and its shape, comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache, wraps
from typing import Any, TypeVar

from index.cleaning.templates import line_form, plain_line

Answer = TypeVar("Answer")

BULLET = re.compile(r"\s*(?:[-*•·▪●◦■►▶◇◆▷⁃∙‣+–—>]\s+|\(?\d{1,2}[.)]\s+|[a-h]\)\s+)")
DIALOGUE = re.compile(r"\s*[-–—]\s+[«“\"A-ZÀ-Ý]")
# A sentence may be closed by quotes, brackets, a note mark or a space that French typography puts before them; behind
# the last of an article, agencies say « Fin », and magazines put a square.
SENTENCE_END = re.compile(r"(?:[.!?]|\.\.\.|…)[\s»”\"'’)\]*]*(?:\s\(?(?:Fin|FIN|fin)\)?|[■□◼◆]+)?$")
# « … ont été tués mercredi. (Voir la dépêche d'hier) »
BRACKETED_END = re.compile(r"[a-zà-ÿ][.!?] \((?:[Vv]oir|[Ll]ire|[Cc]f)\b[^()]{3,60}\)$")
# Of several sentences the last may have lost its full stop; what is shorter may be a credit.
LAST_SENTENCE = re.compile(r"[a-zà-ÿ]{2}[.!?]\s+[«A-ZÀ-Þ]\S*(?:\s+\S+){6,}$")
# « Par Odile Marchandeau avec A.D. » ends in no full stop.
INITIALS_END, LONGEST_SIGNATURE = re.compile(r"(?:^|[\s(])(?:[A-ZÀ-Þ]\.[ -]?)+\)?$"), 8
CUT_END = re.compile(r"(?:…|\.{3}|\[(?:…|\.{3})\])\s*[»\"]?$")
BARE_WORD = re.compile("[a-z0-9]+")
BLANKS = re.compile(r"[ \t]+")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Shape(Enum):
    """What a line looks like, whatever it says: running text, a sentence, a headline, or a label of a few words."""

    PROSE = "prose"
    SENTENCE = "sentence"
    HEADLINE = "headline"
    LABEL = "label"


def fold_line(text: str) -> str:
    """The line in lower-case ASCII, with plain apostrophes, quotes, dashes and single spaces, for matching rules."""
    return _folded(plain_line(text))


def _folded(plain: str) -> str:
    return " ".join(plain.lower().split())


@lru_cache(maxsize=1 << 13)
def bare_words(folded: str) -> str:
    """The words and numbers of a folded line alone: what two printings of one line have in common."""
    return " ".join(BARE_WORD.findall(folded))


@dataclass(frozen=True)
class Line:
    """One line of a page, or several that were one before they were wrapped.

    `text` is the original; `plain` and `folded` are its `plain_line` and `fold_line`; `words` counts words; `gap` is
    how many blank lines stand before it. `told` holds what was `asked_once` of it.
    """

    text: str
    plain: str
    folded: str
    words: int
    gap: int
    shape: Shape
    told: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def form(self) -> str:
        """Its `line_form`; made when a rule looks at it, which no rule does at most paragraphs."""
        return line_form(self.plain)

    @cached_property
    def is_item(self) -> bool:
        """Whether it begins with a bullet or a number, and is no line of a dialogue."""
        return bool(BULLET.match(self.text)) and not (self.is_terminated and DIALOGUE.match(self.text))

    @cached_property
    def is_terminated(self) -> bool:
        """Whether it ends as a sentence or a quotation does."""
        return self.shape in (Shape.PROSE, Shape.SENTENCE)

    @cached_property
    def is_stopped(self) -> bool:
        """Whether a full stop, a question mark or the like ends it, or a sign that leads on."""
        return self.text.endswith((":", ";", ",")) or bool(SENTENCE_END.search(self.text))

    @cached_property
    def is_cut(self) -> bool:
        """Whether it ends with dots, as a shortened one does."""
        return bool(CUT_END.search(self.text))


def is_headed(
    lines: Sequence[Line], at: int, heading: re.Pattern[str], belongs: Callable[[Line], bool], most: int
) -> bool:
    """Whether a line is a heading above a line of a kind, or one of the `most` lines of that kind below it."""
    top = at
    while top and at - most < top and belongs(lines[top]):
        top -= 1
    is_above = top + 1 < len(lines) and belongs(lines[top + 1])
    return is_above and heading.fullmatch(lines[top].folded) is not None


def asked_once(ask: Callable[[Line], Answer]) -> Callable[[Line], Answer]:
    """The same question about a line, its answer kept with the line: many rules ask it of one line."""

    @wraps(ask)
    def answer(line: Line) -> Answer:
        if ask not in line.told:
            line.told[ask] = ask(line)
        kept: Answer = line.told[ask]
        return kept

    return answer


def make_line(text: str, gap: int = 0) -> Line:
    """A `Line` of the text, blanks within it made single."""
    tidy = BLANKS.sub(" ", text).strip()
    words = len(WORD.findall(tidy))
    plain = plain_line(tidy)
    return Line(tidy, plain, _folded(plain), words, gap, _shape(tidy, words))


def _shape(text: str, words: int) -> Shape:
    if words <= LONGEST_SIGNATURE and INITIALS_END.search(text):
        return Shape.HEADLINE if words > 3 else Shape.LABEL
    terminated = bool(
        SENTENCE_END.search(text) or BRACKETED_END.search(text) or (words >= 12 and LAST_SENTENCE.search(text))
    )
    # Translation loses full stops, so that length alone makes prose in the end.
    if words >= 30 or (terminated and words >= 12):
        return Shape.PROSE
    if terminated:
        return Shape.SENTENCE
    return Shape.HEADLINE if words > 3 else Shape.LABEL
