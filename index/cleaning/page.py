"""The lines of a page go in; a `Page`, on which the rules write down what they know, comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cache

from index.article import Zone
from index.cleaning.dates import has_time, is_entry, is_moment
from index.cleaning.evidence import addresses_reader, is_clause, is_name_like, speaks_of_page, stems
from index.cleaning.lines import Line, Shape
from index.cleaning.rules import Mark, is_talk
from index.cleaning.tables import is_table

# What a line that is no prose costs the text it stands in, in words of prose: furniture may stand between any two
# paragraphs, but a by-line or a date does so mostly between two articles.
LOOSE_COST, HEADING_COST, MARKED_COST, ITEM_COST, BYLINE_COST = 7, 3, 3, 2, 15
# A paragraph counts up to so many words, so that a long one does not outweigh a menu.
MOST_WORDS = 60
# How many lines that are no sentences may stand between the text and its last ones, points of lists aside.
LONGEST_BREAK, LONGEST_SECTION = 3, 5
# So many may stand above a paragraph that has so many words in common with the text: a box that asks for an address.
LONGEST_BOX, FEWEST_SHARED = 8, 2
# A clause of so many words may be a sentence that has lost its full stop, of so many it is one.
SHORTEST_UNENDED, LONGEST_HEADLINE = 12, 26
# Behind a sentence of so many on the same line, of so many: « La herse se relève. Dehors, un homme pêche ».
SHORTEST_BEFORE, SHORTEST_AFTER = 4, 9
# What ends a sentence, and what parts labels.
ENDED, PARTED = re.compile(r"[a-zà-ÿ]{3}$"), re.compile(r"[:|/]")
# Where others of the page have lost theirs, of so many.
SHORTEST_STOPLESS, FEWEST_STOPLESS, STOPLESS_SHARE = 6, 2, 0.25
# What answers a question without a full stop.
ANSWERS = frozenset({"oui", "non", "si", "jamais", "aucun", "aucune", "rien", "peut-etre", "certainement"})
# A heading has no more words: most headlines have more.
LONGEST_HEADING = 6
# The rules of what stands between two articles rather than in one.
DIVIDING = ("by-line", "published", "tags", "copyright", "comments heading", "closing heading")
# A paragraph of more words above a by-line is no standfirst.
LONGEST_STANDFIRST = 45
ANAPHOR = re.compile(r"(?:Il|Elle|Ils|Elles|On|Cela|Celui-ci|Celle-ci|Ceux-ci|Ce dernier|Cette dernière)\s")
JOINED = re.compile(r"(?:Mais|Et|Ou|Puis|Or|Car|Donc|Lui|Eux|D['’]ici là|Ni|Pourtant|Depuis)\b[,\s]")
ALSO = re.compile(
    r"(?:et|ou|mais) (?:aussi|encore|egalement|puis|apres|si|vous)\b|depuis \w|il y a\b|on en (?:parle|parlait)\b"
)
SAID = re.compile(r"\b(?:a|ont|a-t-il|a-t-elle) (?:dit|declare|ajoute|affirme|indique|explique|annonce)\b|\bil a dit\b")
FIRST = re.compile(r"(I|1|A)([.)] | ?[-–] )\w")
SECOND = {"I": "II", "1": "2", "A": "B"}
# Rules of lines that a time of day may be.
TIMES = ("digits", "clock")
# What is told in a live entry has so many words.
SHORTEST_TOLD = 12
# Between two headings in number, or of one kind, stand fewer lines.
LONGEST_PART = 300
# How many lines a colon leads to at most, other than list items.
LONGEST_LIST = 12
# What stands between the cells of a row, in tables and menus.
CELLS = " | "
# What a line is that no rule has taken.
BODY = Mark(Zone.BODY, "paragraph")


@dataclass(slots=True)
class Page:
    """A page while its lines are being marked: what is known so far, and where the text begins and ends.

    `start` and `end` bound the running text: the first paragraph, and one past the last. `given` is the title that
    the format gives, unless it is the site's name; `title` is the line of the
    title, `titled` whether that is sure; `is_given` says that the format gives a title which no line says; `author` is
    who wrote the article, `headings` are lines that are some, where the format says so.
    """

    lines: Sequence[Line]
    marks: dict[int, Mark] = field(default_factory=dict)
    author: str | None = None
    headings: Collection[str] = ()
    given: str | None = None
    title: int | None = None
    titled: bool = False
    is_given: bool = False
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
        """The lines of a range that no rule has taken yet; what the range has beyond the page is none."""
        return [index for index in range(start, min(end, len(self.lines))) if index not in self.marks]

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
        while best and self._is_first_heading(self.start - 1):
            self.start -= 1
        self._extend_end()

    def _is_first_heading(self, index: int) -> bool:
        """Whether a line is numbered as the first of several headings are: « I. Introduction », « A. Birmanie »."""
        first = FIRST.match(self.lines[index].text) if index >= 0 and index not in self.marks else None
        if first is None or self.lines[index].is_terminated:
            return False
        second = SECOND[first[1]] + first[2]
        return any(line.text.startswith(second) for line in self.lines[index + 1 : index + LONGEST_PART])

    def _weight(self, index: int) -> int:
        mark, line = self.marks.get(index), self.lines[index]
        if mark is not None and mark.zone is Zone.BODY:
            return 0
        if mark is not None:
            return -BYLINE_COST if mark.rule in DIVIDING else -MARKED_COST
        if (is_talk(line) and not self.is_told_at(index)) or not (
            line.is_terminated or has_lost_stop(line, LONGEST_HEADLINE)
        ):
            if self.is_led_to(index) or is_entry(line.folded) or has_lost_stop(line) or is_table(self.lines, index):
                return 0
            if self.heads_moment(index):
                return 0
            if line.is_item:
                return -ITEM_COST
            return -HEADING_COST if self.is_heading(index) else -LOOSE_COST
        return min(line.words, MOST_WORDS)

    def is_heading(self, index: int) -> bool:
        """Whether a line is as short as headings are, and right above a sentence."""
        line, below = self.lines[index], index + 1
        if line.words > LONGEST_HEADING or below >= len(self.lines) or below in self.marks:
            return False
        if is_name_like(line):
            return False
        return self.lines[below].is_terminated and not is_talk(self.lines[below])

    def heads_moment(self, index: int) -> bool:
        """Whether a line heads an entry of live coverage: a time of day, a headline, and a sentence right below."""
        below = index + 1
        told = below < len(self.lines) and self.lines[below].is_terminated and not is_talk(self.lines[below])
        return told and not self.lines[index].is_terminated and is_moment(self.lines[index].folded)

    def heads_told(self, index: int) -> bool:
        """Whether a line right below the time of day heads the text of a live entry."""
        return self._is_time(index - 1) and index + 1 < len(self.lines) and self.is_told_at(index + 1)

    def is_told_at(self, index: int) -> bool:
        """Whether a line is the text of a live entry: some sentences below the time of day, its headline between."""
        line, above = self.lines[index], range(max(index - 2, 0), index)
        if line.words < SHORTEST_TOLD or not line.is_terminated:
            return False
        return any(map(self._is_time, above))

    def _is_time(self, index: int) -> bool:
        return self.marks.get(index, BODY).rule in TIMES and has_time(self.lines[index].folded)

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

    def lacks_stops(self) -> bool:
        """Whether the text has lost many of its full stops, so that a line without one is no headline for that."""
        free = self.free(self.start, self.end)
        lost = sum(has_lost_stop(line) or goes_on(line) for line in (self.lines[index] for index in free))
        return lost >= max(FEWEST_STOPLESS, len(free) * STOPLESS_SHARE)

    def _extend_end(self) -> None:
        """Take what follows the text and goes on with it: its last sentences, below headings, points or a little else.

        Where furniture parts a paragraph from the text, it may begin another: not one below a headline is taken, and
        below much else only one that speaks of what the text does.
        """
        loose, parted, subject = 0, False, cache(self._subject)
        shortest = SHORTEST_STOPLESS if self.lacks_stops() else SHORTEST_UNENDED
        for index in range(self.end, len(self.lines)):
            line, weight = self.lines[index], self._weight(index)
            if loose > LONGEST_BOX or (weight == -BYLINE_COST and not self._is_of_link(index)):
                return
            far = loose > (LONGEST_BREAK if parted else LONGEST_SECTION)
            # A question below something else is more often a headline.
            asks = line.text.endswith("?") and index > self.end
            is_text = weight > 3 and self._is_parted_text(index, subject, far) if parted or far else weight > 0
            is_told = is_entry(line.folded) or is_table(self.lines, index)
            is_point = weight == 0 and not parted and loose <= 1 and is_told
            if (is_text and not asks) or is_point or line.text.endswith(";") or self._answers(index):
                self.end, loose, parted = index + 1, 0, False
            else:
                loose += weight <= -MARKED_COST and not has_lost_stop(line, shortest)
                parted = parted or self.marks.get(index, BODY).zone is not Zone.BODY

    def _is_of_link(self, index: int) -> bool:
        """Whether a date belongs to a link within the text, to which « Lire aussi » leads right above."""
        above = [self.marks.get(at, BODY).rule for at in range(max(index - 2, 0), index)]
        return "read also" in above and self.marks[index].rule in ("by-line", "published")

    def _answers(self, index: int) -> bool:
        """Whether a word right below the last question of an interview answers it, without a full stop: « Oui »."""
        above = self.lines[index - 1]
        asked = index == self.end and above.text.endswith("?") and index not in self.marks
        return asked and self.lines[index].folded in ANSWERS

    def _is_parted_text(self, index: int, subject: Callable[[], Collection[str]], far: bool) -> bool:
        """Whether a sentence goes on with the text, though furniture parts them; `far`, where that is much of it."""
        line, above = self.lines[index], self.marks.get(index - 1, BODY).zone
        if far:
            is_near_furniture = line.shape is Shape.PROSE and above is Zone.CHROME
            return is_near_furniture and len(stems(line.folded) & set(subject())) >= FEWEST_SHARED
        is_summary = above is Zone.RELATED or (above is Zone.BODY and self.lines[index - 1].shape is Shape.HEADLINE)
        return line.shape is Shape.SENTENCE or (line.shape is Shape.PROSE and not is_summary)

    def _subject(self) -> frozenset[str]:
        """The stems of the paragraphs of the text: what it tells of."""
        text = (self.lines[index] for index in self.free(self.start, self.end))
        return frozenset().union(*(stems(line.folded) for line in text if line.shape is Shape.PROSE))


def goes_on(line: Line) -> bool:
    """Whether a line without a full stop speaks of somebody named before, or tells what somebody said."""
    return not line.is_stopped and line.words > 3 and bool(ANAPHOR.match(line.text) or SAID.search(line.folded))


def reads_on(line: Line) -> bool:
    """Whether a line of a few words goes on from the text by its first one: « Elle attend toujours », « Ou samedi »."""
    if line.is_stopped or line.text.endswith("…") or addresses_reader(line) or speaks_of_page(line):
        return False
    return bool(ANAPHOR.match(line.text) or JOINED.match(line.text)) and not ALSO.match(line.folded)


def has_lost_stop(line: Line, shortest: int = SHORTEST_UNENDED) -> bool:
    """Whether a line may be a sentence that has lost its full stop: a clause of some length, or behind another one."""
    if line.is_item or line.is_stopped:
        return False
    least = min(shortest, SHORTEST_AFTER) if _goes_on_behind(line) else shortest
    return line.words >= least and is_clause(line)


def _goes_on_behind(line: Line) -> bool:
    """Whether a sentence ends within a line, and another begins, the last."""
    before, stop, after = line.text.rpartition(". ")
    told = stop != "" and len(before.split()) >= SHORTEST_BEFORE and ENDED.search(before[-3:]) is not None
    return told and after[:1].isupper() and "." not in after and PARTED.search(after) is None
