"""A page whose text is found goes in; what stands above the text is marked by how it looks there."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.article import Zone
from index.cleaning.bylines import press_event_day
from index.cleaning.captions import ARGUED, SESSION
from index.cleaning.dates import find_days, is_entry, without_times
from index.cleaning.evidence import addresses_reader, is_clause, is_name_like, speaks_of_page
from index.cleaning.headings import CAPITAL_HEADING, is_numbered
from index.cleaning.lines import Line, Shape, fold_line
from index.cleaning.notes import ABOUT_PAGE, BOOK, note_sign
from index.cleaning.page import BODY, Page
from index.cleaning.rules import Wordings, head_wordings, mark_wording
from index.cleaning.signatures import BEARER
from index.cleaning.tables import heads_quantities, is_table

LABEL, LONGEST_LABEL = "before the text", 3
# The rules of labels, of which several stand together.
LABELS = (LABEL, "menu", "tags", "names", "languages", "sharing", "digits", "neighbour")
# A promotion of the site above a title that is sure may be whole sentences, of up to so many words, a label before the
# title a question; a name alone, and the number of a publication, have no more.
LONGEST_PROMOTION, LONGEST_QUESTION, LONGEST_NAME, LONGEST_NUMBER = 45, 8, 12, 6
FEWEST_POINTS = 2
# « A. B. », « Odile LE GUEN. »
SIGNED = re.compile(r"\b[A-ZÀ-Þ]\.$|^(?:[A-ZÀ-Þ][\w'’-]+ ){1,2}(?:[A-ZÀ-Þ'’-]+ ){0,2}[A-ZÀ-Þ-]{3,}\.$")
# « Actualités locales, 12.09.2017 »
LABEL_BEFORE_DAY = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+){0,4},? (?:[-–—|] )?(?:le )?(?=\d)")
# « BANDE SAHÉLO-SAHARIENNE – BARKHANE » heads a text.
SECTION = re.compile(r"[^a-zà-ÿ]+ [–—-] [^a-zà-ÿ]+")
# « Le point sur la situation à 18 heures » heads what live coverage tells first.
STATE_OF_THINGS = re.compile(r"\W*(?:le point sur|ou en est)\b")
ISSUE = re.compile(r"\bn(?:o|umero| degres)\.? *\d")


def mark_head(page: Page) -> None:
    """What stands before the text: labels, and before the title anything short, or all where the title is sure."""
    # A title that the format gives and no line says stands above all of them.
    title = -1 if page.is_given else page.start if page.title is None else page.title
    for index in page.free(title + 1, page.head_end()):
        is_event = press_event_day(page.lines[index].folded) and index < page.start
        if is_event or (index == title + 1 and _is_label_and_day(page, index)):
            page.mark(index, Zone.DATELINE, "by-line")
        elif _is_name(page.lines[index]) and not _is_of_text(page, index):
            page.mark(index, Zone.DATELINE, "names")
    offices = head_wordings()
    for index in page.free(page.start + 1, page.head_end()):
        office = mark_wording(page.lines[index], offices)
        if office is not None:
            page.marks[index] = office
    owners = [page.lines[index].folded for index, mark in page.marks.items() if mark.rule == "copyright"]
    for index in page.free(0, page.start):
        if index == title - 1 and speaks_of_page(page.lines[index]) and _is_label_and_day(page, index):
            page.mark(index, Zone.DATELINE, "by-line")
        elif index < title:
            _mark_above_title(page, index)
        elif index > title:
            _mark_below_title(page, index, title, offices, owners)


def take_list(page: Page) -> None:
    """Let the text begin with the paragraph right above a list, « 17e bataillon », without furniture in between."""
    above = max((index for index in range(page.start) if index in page.marks), default=-1)
    first = next((index for index in range(above + 1, page.start) if page.lines[index].shape is Shape.PROSE), None)
    if first is not None and sum(line.is_item for line in page.lines[first : page.start]) >= FEWEST_POINTS:
        page.start = first


def _is_of_text(page: Page, index: int) -> bool:
    """Whether a line of names is the text's: a heading by its number, its capitals or a mark, or one of a table."""
    line, below = page.lines[index], index + 1
    marked = line.text in page.headings and below < len(page.lines) and page.lines[below].shape is Shape.PROSE
    if is_table(page.lines, index) or heads_quantities(page.lines, index):
        return True  # « Distance de Port-Louis : 2 150 km »
    return is_numbered(page, index) or marked or (index > page.start and SECTION.fullmatch(line.text) is not None)


def _is_label_and_day(page: Page, index: int) -> bool:
    """Whether a line beside the title is a label and a day, and no other below it tells one."""
    label = LABEL_BEFORE_DAY.match(page.lines[index].text)
    day = fold_line(page.lines[index].text[label.end() :]) if label else ""
    if not find_days(day) or without_times(day).strip():
        return False
    dated = (page.marks.get(place, BODY).zone is Zone.DATELINE for place in range(index + 1, page.head_end()))
    return not any(dated)


def _is_name(line: Line) -> bool:
    """Whether a line is who wrote the text; « Mesdames et Messieurs, » is not."""
    if (
        line.text.endswith((",", ";", ":"))
        or "%" in line.text
        or is_entry(line.folded)
        or line.words > LONGEST_NAME
        or line.is_item
    ):
        return False
    if BOOK.search(line.folded) or SESSION.search(line.folded) or CAPITAL_HEADING.match(line.text):
        return False
    # One word with a hyphen may be a country, by which a review of the press is divided.
    named = (is_name_like(line) and (line.words > 1 or line.text.isupper())) or BEARER.match(line.text)
    return bool(named and (not line.is_terminated or SIGNED.search(line.text)))


def _mark_above_title(page: Page, index: int) -> None:
    line = page.lines[index]
    if line.words <= (LONGEST_PROMOTION if page.titled else LONGEST_QUESTION):
        page.mark(index, Zone.CHROME, "before the title")
    elif page.has_text and not line.is_terminated:
        page.mark(index, Zone.CHROME, LABEL)


def _mark_below_title(page: Page, index: int, title: int, offices: Wordings, owners: Collection[str]) -> None:
    line = page.lines[index]
    office = mark_wording(line, offices)
    if office is not None:
        page.marks[index] = office
    elif note_sign(line) == ABOUT_PAGE:
        page.mark(index, Zone.CHROME, ABOUT_PAGE)
    elif not page.has_text or line.is_terminated:
        return
    elif _is_publisher(line, owners):
        page.mark(index, Zone.CHROME, "publisher")
    elif page.heads_moment(index) or _belongs_to_text(page, index):
        return
    elif line.words <= LONGEST_LABEL or _is_number(line) or (addresses_reader(line) and not line.is_item):
        page.mark(index, Zone.CHROME, LABEL)
    elif index > title + 1 and not (is_clause(line) or line.is_item or _leads_on(line) or is_entry(line.folded)):
        # The standfirst follows the title at once, or is a sentence.
        page.mark(index, Zone.CAPTION, "above the text")


def _leads_on(line: Line) -> bool:
    """Whether a line says what follows: by its last sign, as a point of a debate, an argument, the state of things."""
    told = SESSION.search(line.folded) or STATE_OF_THINGS.match(line.folded) or ARGUED.search(line.folded)
    return line.text.endswith((":", ";", ",")) or told is not None


def _is_publisher(line: Line, owners: Collection[str]) -> bool:
    """Whether a label is the name that the copyright of the page names, one of these folded lines."""
    return line.words <= LONGEST_LABEL and any(re.search(rf"\b{re.escape(line.folded)}\b", owner) for owner in owners)


def _is_number(line: Line) -> bool:
    """Whether a line is the number of a publication: « Note n° 12/24 »."""
    return bool(ISSUE.search(line.folded)) and line.words <= LONGEST_NUMBER and not is_clause(line)


def _belongs_to_text(page: Page, index: int) -> bool:
    """Whether a line that is no sentence, below the title, is a salutation or a heading of the text."""
    line = page.lines[index]
    return line.text.endswith(",") or (not addresses_reader(line) and _heads_text(page, index))


def _heads_text(page: Page, index: int) -> bool:
    """Whether a line heads the sentence right below: below another or another heading, or as short as labels are.

    Right below the title, or below other labels, labels are those of sections and subjects.
    """
    if index + 1 in page.marks or not page.lines[index + 1].is_terminated:
        return False
    above = [page.marks.get(place, BODY) for place in (index - 1, index - 2) if place >= 0]
    if not above:
        return False
    if above[0].zone is Zone.BODY and (index - 1 in page.marks or page.lines[index - 1].is_terminated):
        return True
    in_row = above[0].rule == LABEL and all(mark.rule in LABELS for mark in above)
    parted = above[0].zone is not Zone.TITLE and above[0].rule not in LABELS[1:] and not in_row
    return parted and page.lines[index].words <= LONGEST_LABEL
