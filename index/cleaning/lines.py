"""A line of text goes in; a `Line`, which knows its folded form and its shape, comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from index.cleaning.templates import line_form, plain_line

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


def bare_words(folded: str) -> str:
    """The words and numbers of a folded line alone: what two printings of one line have in common."""
    return " ".join(re.findall(r"[a-z0-9]+", folded))


@dataclass(frozen=True)
class Line:
    """One line of a page, or several that were one before they were wrapped.

    `text` is the original; `plain` and `folded` are its `plain_line` and `fold_line`; `words` counts words; `gap` is
    how many blank lines stand before it.
    """

    text: str
    plain: str
    folded: str
    words: int
    gap: int
    shape: Shape

    @cached_property
    def form(self) -> str:
        """Its `line_form`; made when a rule looks at it, which no rule does at most paragraphs."""
        return line_form(self.plain)

    @property
    def is_item(self) -> bool:
        """Whether it begins with a bullet or a number, and is no line of a dialogue."""
        return bool(BULLET.match(self.text)) and not (self.is_terminated and DIALOGUE.match(self.text))

    @property
    def is_terminated(self) -> bool:
        """Whether it ends as a sentence or a quotation does."""
        return self.shape in (Shape.PROSE, Shape.SENTENCE)

    @property
    def is_stopped(self) -> bool:
        """Whether a full stop, a question mark or the like ends it, or a sign that leads on."""
        return self.text.endswith((":", ";", ",")) or bool(SENTENCE_END.search(self.text))

    @property
    def is_cut(self) -> bool:
        """Whether it ends with dots, as a shortened one does."""
        return bool(CUT_END.search(self.text))


def make_line(text: str, gap: int = 0) -> Line:
    """A `Line` of the text, blanks within it made single."""
    tidy = re.sub(r"[ \t]+", " ", text).strip()
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
