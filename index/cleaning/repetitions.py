"""The lines of a page go in; those that say again what stands elsewhere on it are marked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from index.article import Zone
from index.cleaning.lines import BULLET, CUT_END, Line, bare_words
from index.cleaning.page import BODY, Page
from index.cleaning.rules import Mark
from index.cleaning.trails import is_shortened

PAGED = re.compile(r"[\w»”\")] ?(?:,|\.{3,}|…+) ?p(?:age|\.) ?\d+$")
# « I. UNE DÉPENDANCE MAL MESURÉE 9 »
PAGE_NUMBER = re.compile(r"(?<=[^\W\d])[ .]+\d{1,3}$")
ANNOUNCING = re.compile(
    r"\W*(?:(?:sur|dans) cette page|dans (?:cet|ce) \w+|(?:au )?sommaire(?: de (?:cet(?:te)?|ce) \w+)?"
    r"|table des matieres)\W*"
)
# « Dans ce contexte » may head a part of the text.
OF_PAGE = re.compile(r"sommaire|table|page|article|dossier|numero|analyse|entretien|reportage|emission|episode|video")
NUMBER = re.compile(r"\d{1,2} ?[.)/–-] ?")
# A page announces so many headings; the points below one have so many words.
MOST_ANNOUNCED, SHORTEST_POINT = 12, 4
# A paragraph cut short has so many words left; no page cuts more of its own.
SHORTEST_CUT, MOST_CUT = 9, 20
# What is pulled out of the text has so many words, and stands at most so many lines below its paragraph, which has so
# much of it, in per cent: of nine such lines of the labelled pages the least had 72.9, of all headings the most 66.7.
SHORTEST_PULLED, LONGEST_PULLED, PULLED_BELOW, LEAST_PULLED = 5, 40, 3, 70
PULLED = re.compile(r"\W{0,4}[«“\"][^«»“”\"]{1,400}[»”\"][\s.,!?…]{0,4}")
# The name and the rank of whoever said it.
LONGEST_SPEAKER = 7
# What stands at the head or the foot of every printed page has no more words.
LONGEST_HEAD = 10


def mark_cut(page: Page) -> None:
    """Beginnings of lines that follow in full, as paths to a page end in."""
    for index, (line, following) in enumerate(pairwise(page.lines)):
        if line.is_cut and line.words > 3 and is_shortened(line, bare_words(following.folded)):
            page.mark(index, Zone.CHROME, "shortened title")


def mark_cut_paragraphs(page: Page) -> None:
    """Paragraphs that stand in full elsewhere, cut short with dots as descriptions of a page are."""
    lines = page.lines
    cut = [at for at in page.free(0, len(lines)) if lines[at].is_cut and lines[at].words >= SHORTEST_CUT]
    for index in cut[:MOST_CUT]:
        beginning, length = CUT_END.sub("", lines[index].text), len(lines[index].text)
        if any(line.text.startswith(beginning) and len(line.text) > length for line in lines):
            page.mark(index, Zone.CHROME, "repeated")


def mark_shortened(page: Page, title: str) -> None:
    """Shortened forms of the title, given in bare words."""
    for index in page.free(0, len(page.lines)):
        if is_shortened(page.lines[index], title):
            page.mark(index, Zone.CHROME, "shortened title")


def mark_repeated(page: Page, given: bool) -> None:
    """A line said again. What stands in the text is kept rather than what announces it above; the title stays.

    Short lines are left, since people do say « Non. » twice.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(page.lines):
        if line.words >= 4 and page.marks.get(index, BODY).zone in (Zone.BODY, Zone.TITLE):
            places[bare_words(line.folded)].append(index)
    for indices in places.values():
        within = [index for index in indices if page.start <= index < page.end]
        kept: int | None = page.title if page.title in indices else (within or indices)[0]
        if len(indices) > 1 and not given and _is_running_head(page, indices):
            kept = None
        for index in indices:
            if index != kept:
                page.mark(index, Zone.CHROME, "repeated")


def mark_pulled(page: Page) -> None:
    """A quotation that a paragraph right above has said, set off from the text, and the name of whoever said so below.

    One that stands above its paragraph is a heading.
    """
    for index in page.free(page.start, page.end):
        line = page.lines[index]
        if not (SHORTEST_PULLED <= line.words <= LONGEST_PULLED and PULLED.fullmatch(line.text)):
            continue
        above = page.lines[max(index - PULLED_BELOW, page.start) : index]
        if any(other.words > line.words and is_said(line.folded, other.folded) for other in above):
            page.mark(index, Zone.CHROME, "pulled quotation")
            below = page.lines[index + 1 : index + 2]
            if any(_is_speaker(other, above) for other in below):
                page.mark(index + 1, Zone.CHROME, "pulled quotation")


def _is_speaker(line: Line, above: Sequence[Line]) -> bool:
    """Whether a line ends in a name that a paragraph above has: « Lieutenant-colonel Odile Brun »."""
    name = " ".join(line.text.split()[-2:])
    return line.words <= LONGEST_SPEAKER and name.istitle() and any(name in other.text for other in above)


def is_said(quotation: str, text: str) -> bool:
    """Whether a text, folded as the quotation is, has nearly all of it at one place."""
    return fuzz.partial_ratio(bare_words(quotation), bare_words(text), score_cutoff=LEAST_PULLED) > 0


def mark_contents(page: Page) -> None:
    """Points above the text that name the headings within it: a table of contents."""
    headings = {line.text: index for index, line in enumerate(page.lines) if not (line.is_terminated or line.is_item)}
    for index in page.free(0, page.end):
        line = page.lines[index]
        if line.is_item and index < headings.get(BULLET.sub("", line.text, count=1), 0) < page.end:
            page.mark(index, Zone.CHROME, "contents")


def mark_table(page: Page) -> None:
    """Three labels in a row that are said again below, in order and with sentences between: a table of contents.

    So are two in a row that end with their page: « Le cas polonais, p. 3 ».
    """
    paged = {index for index, line in enumerate(page.lines) if PAGED.search(line.text)}
    for index in paged:
        if paged & {index - 1, index + 1}:
            page.mark(index, Zone.CHROME, "contents")
    last = {line.folded: index for index, line in enumerate(page.lines) if not line.is_terminated}
    heads = [last.get(line.folded, 0) for line in page.lines]
    pairs = {
        index
        for index, (one, two) in enumerate(pairwise(heads))
        if index + 1 < one < two and any(line.is_terminated for line in page.lines[one + 1 : two])
    }
    for index in pairs:
        if pairs & {index - 1, index + 1}:
            page.mark(index, Zone.CHROME, "contents")
            page.mark(index + 1, Zone.CHROME, "contents")


def mark_announced(page: Page) -> None:
    """Labels below « Sur cette page » and the headings of the text that they announce, with the points under these."""
    announcing = [index for index, line in enumerate(page.lines) if ANNOUNCING.fullmatch(line.folded)]
    for start in announcing[:1]:
        if OF_PAGE.search(page.lines[start].folded):
            page.mark(start, Zone.CHROME, "contents")
        for index in range(start + 1, min(start + 1 + MOST_ANNOUNCED, len(page.lines))):
            found = _said_again(page, index)
            if found is not None:
                page.marks[index] = Mark(Zone.CHROME, "contents")
                page.marks[found] = Mark(Zone.BODY, "heading")
                _mark_points(page, found + 1)


def _said_again(page: Page, index: int) -> int | None:
    """The place below a line where the same label stands alone again, without a page's number or with its own."""
    line = page.lines[index]
    is_label = not line.is_terminated or (line.text.endswith("?") and line.words <= LONGEST_HEAD)
    later = range(index + 1, len(page.lines)) if is_label else ()
    label = PAGE_NUMBER.sub("", line.folded)
    labels = (line.folded, label)
    return next((place for place in later if NUMBER.sub("", page.lines[place].folded, count=1) in labels), None)


def _mark_points(page: Page, start: int) -> None:
    """Two or more lines right below a heading that are no sentences, and longer than the labels of a page."""
    end = start
    while end < len(page.lines) and end not in page.marks and not page.lines[end].is_terminated:
        if page.lines[end].words < SHORTEST_POINT:
            break
        end += 1
    for index in range(start, end if end - start > 1 else start):
        page.marks[index] = Mark(Zone.BODY, "list item")


def _is_running_head(page: Page, indices: Sequence[int]) -> bool:
    """Whether a label returns within the text, as at the head or the foot of the pages of a printed bulletin."""
    line = page.lines[indices[0]]
    if line.is_terminated or line.words > LONGEST_HEAD or page.title in indices:
        return False
    within = sum(index >= page.start for index in indices)
    return within > 1 or indices[0] < (page.title or 0)
