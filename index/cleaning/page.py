"""The lines of a page go in; a `Page`, on which the rules write down what they know, comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.article import Zone
from index.cleaning.lines import Line, Shape
from index.cleaning.rules import Mark, is_talk

# What a line that is no prose costs the text it stands in, in words of prose: furniture may stand between any two
# paragraphs, but a by-line or a date does so mostly between two articles.
LOOSE_COST, MARKED_COST, ITEM_COST, BYLINE_COST = 7, 3, 2, 15
# A paragraph counts up to so many words, so that a long one does not outweigh a menu.
MOST_WORDS = 60
# How many lines that are no sentences may stand between the text and its last ones.
LONGEST_BREAK = 3
# A paragraph of more words above a by-line is no standfirst.
LONGEST_STANDFIRST = 45
# How many lines a colon leads to at most, other than list items.
LONGEST_LIST = 12
# What a line is that no rule has taken.
BODY = Mark(Zone.BODY, "paragraph")


@dataclass(slots=True)
class Page:
    """A page while its lines are being marked: what is known so far, and where the text begins and ends.

    `start` and `end` bound the running text: the first paragraph, and one past the last. `title` is the line of the
    title, `titled` whether that is sure; `author` is who wrote the article, where the format says so.
    """

    lines: Sequence[Line]
    marks: dict[int, Mark] = field(default_factory=dict)
    author: str | None = None
    title: int | None = None
    titled: bool = False
    start: int = 0
    end: int = 0

    @property
    def has_text(self) -> bool:
        """Whether there is any running text."""
        return self.start < len(self.lines)

    @property
    def is_furnished(self) -> bool:
        """Whether anything but the article has been found."""
        return any(mark.zone in (Zone.CHROME, Zone.RELATED, Zone.CAPTION) for mark in self.marks.values())

    def mark(self, index: int, zone: Zone, rule: str) -> None:
        """Put a line into a zone, unless it is in one already."""
        self.marks.setdefault(index, Mark(zone, rule))

    def free(self, start: int, end: int) -> list[int]:
        """The lines of a range that no rule has taken yet."""
        return [index for index in range(start, end) if index not in self.marks]

    def find_text(self) -> None:
        """Find where the running text begins and ends: the range of lines with the most prose and the least else."""
        best = total = 0
        start = self.start = self.end = 0
        for index in range(len(self.lines)):
            if total <= 0:
                total, start = 0, index
            total += self._weight(index)
            if total > best:
                best, self.start, self.end = total, start, index + 1
        if not best:
            self.start = self.end = len(self.lines)
        self._extend_end()

    def _weight(self, index: int) -> int:
        mark, line = self.marks.get(index), self.lines[index]
        if mark is not None:
            return -BYLINE_COST if mark.rule in ("by-line", "published") else -MARKED_COST
        if not line.is_terminated or is_talk(line):
            return 0 if self.is_led_to(index) else -ITEM_COST if line.is_item else -LOOSE_COST
        return min(line.words, MOST_WORDS)

    def head_end(self) -> int:
        """Where the head of the page ends: at the first paragraph, or the second where a standfirst stands above it.

        By-lines and dates stand below standfirsts as well as above them.
        """
        standfirst = False
        for index in range(self.start, self.end):
            line = self.lines[index]
            if self.marks.get(index, BODY).zone is not Zone.BODY or line.shape is not Shape.PROSE:
                continue
            if standfirst or line.words > LONGEST_STANDFIRST:
                return index
            standfirst = True
        return self.start

    def is_led_to(self, index: int) -> bool:
        """Whether a line leads to others by a colon, or is one of those."""
        for before in range(index, max(index - LONGEST_LIST, -1), -1):
            if self.lines[before].is_terminated:
                return False
            if self.lines[before].text.endswith(":"):
                return True
        return False

    def _extend_end(self) -> None:
        """Take the short sentences that follow the text, as the last words of an article do."""
        last = self.end
        for index in range(self.end, len(self.lines)):
            if index - last > LONGEST_BREAK or self._weight(index) == -BYLINE_COST:
                return
            # A question below something else is more often a headline.
            asks = self.lines[index].text.endswith("?") and index > last
            if self._weight(index) > 3 and self.lines[index].shape is Shape.SENTENCE and not asks:
                last, self.end = index + 1, index + 1
