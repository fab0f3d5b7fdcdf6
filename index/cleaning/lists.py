"""A page whose title is known goes in; lists of other articles, and the comments, are marked on it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from index.article import Zone
from index.cleaning.dates import is_entry
from index.cleaning.evidence import is_clause, stems
from index.cleaning.headlines import SORT
from index.cleaning.lines import BULLET, Line, Shape, make_line
from index.cleaning.page import BODY, LONGEST_HEADING, LONGEST_PART, Page
from index.cleaning.rules import (
    CLOSING,
    CLOSINGS,
    COMMENTS,
    HEADING,
    QUOTATION,
    SENTENCES,
    SUMMARY,
    Mark,
    is_talk,
    is_told,
    sections,
)
from index.cleaning.signs import PICTOGRAM
from index.cleaning.tables import heads_quantities, tells_count

# What is said of another article below its headline has no more words.
LONGEST_SUMMARY = 24
# A heading among the last links of a page has no more.
LONGEST_LABEL = 4
# ... and what is said of it in one line with that, no more.
LONGEST_TEASER = 40
# So many lines that other rules have taken end a list.
MOST_BETWEEN = 100
# So many paragraphs below its heading, what it is about has been said.
MOST_BELOW = 2
# A headline that asks has no more.
LONGEST_QUESTION = 15
# « Roumanie : Bucarest renforce la surveillance du Prut »
PARTED = re.compile(r"\w\s?:\s[\w«\"]")
# « Brest. Le chantier du dock prend du retard » is a headline, too.
LOCATED = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?: (?:de |du |la )?[A-ZÀ-Þ][\w'’-]+){0,2}\. [A-ZÀ-Þ«](?:(?!\. ).){10,150}[^.!…]$"
)
# « - Troisième attaque en un mois - », as agencies head the parts of a text.
AGENCY_HEADING = re.compile(r"[-–] [^-–].{4,60}[^-–] [-–]")
# So many headlines that one sign opens are a list.
FEWEST_SIGNED = 2
# Rules of what stands among the comments of readers.
FEWEST_CUES = 2
COMMENT_CUES = ("comment form", "by-line", "date")


def mark_lists(page: Page) -> None:
    """Headlines under « Articles similaires », comments under « Commentaires », to where the text goes on."""
    prose = [index for index in page.free(0, len(page.lines)) if page.lines[index].shape is Shape.PROSE]
    prose = [index for index in prose if not is_talk(page.lines[index])]
    third, last = _last_third(page, prose)
    comments = _find_comments(page, prose)
    for index, mark in sorted(page.marks.items()):
        if index == comments:
            for following in page.free(index + 1, len(page.lines)):
                page.mark(following, Zone.CHROME, "below the article" if mark.rule != COMMENTS else "comment")
            return
        if mark.rule in (HEADING, CLOSING) and _leads_to_points(page, index):
            page.marks[index] = Mark(Zone.BODY, "heading")
        elif mark.rule == HEADING and not _is_menu_entry(page, index):
            _mark_headlines(page, index + 1, index > last, index > third)
        elif mark.rule == "read also" and page.lines[index].words <= 4:
            _mark_headlines(page, index + 1, index > last, index > third, within_text=None if index > last else 1)


def _is_menu_entry(page: Page, index: int) -> bool:
    """Whether the heading of a list is one word by which sites name a section, above the text and beside others."""
    beside = [page.marks.get(place, BODY).rule for place in (index - 1, index + 1)]
    return index < page.start and page.lines[index].folded in sections() and "menu" in beside


def _last_third(page: Page, prose: Sequence[int]) -> tuple[int, int]:
    """The line below which less than a third of the prose stands, and that below which no long paragraph does, too."""
    long = max((index for index in prose if page.lines[index].words > LONGEST_SUMMARY), default=-1)
    words, rest = sum(page.lines[index].words for index in prose), 0
    for index in reversed(prose):
        rest += page.lines[index].words
        if rest * 3 > words:
            return index, max(long, index)
    return -1, long


def _leads_to_points(page: Page, heading: int) -> bool:
    """Whether a heading stands above the points of a summary, which are sentences, or said below the title."""
    following = page.lines[heading + 1] if heading + 1 < len(page.lines) else None
    if _heads_entry(page, heading) or heads_quantities(page.lines, heading):
        return True
    title = -1 if page.is_given else page.title
    sums_up = SUMMARY.match(page.lines[heading].folded) and title is not None and title < heading < page.end
    if following is not None and following.is_terminated and tells_count(following.folded):
        return True
    if following is None or not BULLET.match(following.text):
        is_point = following is not None and (following.is_terminated or is_clause(following))
        return is_point and bool(sums_up) and heading + 1 not in page.marks
    if page.lines[heading].text.endswith(":") and following.text.endswith(";"):
        return True
    return following.shape is Shape.PROSE or bool(sums_up)


def _heads_entry(page: Page, heading: int) -> bool:
    """Whether the first line below a heading is an entry of a chronology or a calendar.

    Alone above a sentence, « Juillet 2006 : trente-trois jours de guerre » is the headline of another article.
    """
    following = page.lines[heading + 1 : heading + 3]
    if not following or not is_entry(following[0].folded):
        return False
    below = following[-1]
    parted = not below.is_terminated and not page.is_heading(heading + 2)
    return following[0].is_terminated or is_entry(below.folded) or parted


def _find_comments(page: Page, prose: Sequence[int]) -> int | None:
    """The first heading that opens the comments: what stands before it is the article, and what follows is not."""
    headings = sorted(index for index, mark in page.marks.items() if mark.rule in CLOSINGS)
    headings = [index for index in headings if not _heads_entry(page, index)]
    cues = sorted(index for index, mark in page.marks.items() if mark.rule in COMMENT_CUES)
    words = list(accumulate((page.lines[index].words for index in prose), initial=0))
    for heading in headings:
        before = words[bisect_left(prose, heading)]
        # Comments are prose too; names, dates and « Répondre » among what follows tell them.
        is_cued = len(cues) - bisect_left(cues, heading) >= FEWEST_CUES
        if page.lines[heading].is_terminated and not is_cued:
            # « Et vous, qu'en pensez-vous ? »
            continue
        share = 1 if page.marks[heading].rule == COMMENTS and is_cued else 2
        if before > (words[-1] - before) * share:
            return heading
    return None


def _mark_headlines(page: Page, start: int, last: bool, late: bool, within_text: int | None = None) -> None:
    """Mark the headlines that follow a heading: until the title, a by-line, a paragraph, or a gap that widens.

    `last` says that no text follows them; where it does, there may be `within_text` of them at most, or if they are
    `late` in it, as many as have their summaries beside them.
    """
    taken = passed = 0
    for index in range(start, len(page.lines)):
        passed = passed + 1 if index in page.marks else 0
        if passed > MOST_BETWEEN:
            return
        if index in page.marks:
            mark = page.marks[index]
            opens_entry = mark.rule == "clock" and page.heads_told(index + 1)
            if mark.zone in (Zone.TITLE, Zone.DATELINE) or mark.rule == HEADING or opens_entry:
                return
            is_taken = page.marks[index].rule == "headline" and not page.lines[index].is_item
            taken += is_taken or page.marks[index].rule == "repeated"
            continue
        line = page.lines[index]
        if (
            _is_point(page, index)
            or _is_point(page, index + 1)
            or _heads_numbered(page, index)
            or AGENCY_HEADING.fullmatch(line.text)
        ):
            return
        if _ends_signed_list(page, start, index):
            return
        if taken > 0 and (_text_goes_on(page, start, index) or _heads_text(page, index, last)):
            return
        if taken > 0 and not last and _is_heading_of_text(page, start, index):
            return
        widens = taken > 0 and line.gap > page.lines[start].gap and not line.is_item
        asks = taken == 0 and line.text.endswith("?") and line.words <= LONGEST_QUESTION
        follows = late and taken > 0 and page.lines[index - 1].is_terminated
        is_teaser = (index == start or follows) and _is_teaser(page, index, last or follows)
        is_linked = asks or is_teaser or _is_linked(line, last and within_text is None)
        is_full = within_text is not None and taken >= within_text
        is_last = is_full and not (late and is_teaser) and not _is_further_headline(page, index)
        if not is_linked or (not last and (is_last or widens)) or _is_marked_heading(page, index):
            return
        page.mark(index, Zone.RELATED, "headline")
        taken += 1


def _ends_signed_list(page: Page, start: int, index: int) -> bool:
    """Whether one sign opens all lines of a list above, two at least, and none this line: « ☞ Le Nord attaque »."""
    signs = {line.text[0] for line in page.lines[start:index]}
    alike = len(signs) == 1 and index - start >= FEWEST_SIGNED
    return alike and PICTOGRAM.match(signs.pop()) is not None and not PICTOGRAM.match(page.lines[index].text)


def _is_point(page: Page, index: int) -> bool:
    """Whether a line is a point of a list of the text's, which ends in a semicolon; headlines of others do not."""
    return index < len(page.lines) and page.lines[index].text.endswith(";")


def _heads_numbered(page: Page, index: int) -> bool:
    """Whether a sentence with the number one stands right below: « Trois options », « 1. Pérenniser le groupe … »."""
    below = page.lines[index + 1 : index + 2]
    return bool(below) and below[0].is_terminated and below[0].text.startswith(("1. ", "1) ", "1 – ", "1- "))


def _is_teaser(page: Page, index: int, last: bool) -> bool:
    """Whether a headline and its summary are one line: « La ville qui attend. À Narva, personne ne dort. »

    The text goes on below, unless the line is among the `last` of a page. Articles tell what happened in other tenses.
    """
    line, below = page.lines[index], index + 1
    headline, *summary = SENTENCES.split(line.text)
    if len(summary) != 1 or not line.is_terminated or line.words > LONGEST_TEASER or '"' in line.plain:
        return False
    if len(headline.split()) > LONGEST_QUESTION or is_told(make_line(headline.partition(" : ")[0])):
        return False
    return last or (below < len(page.lines) and page.lines[below].shape is Shape.PROSE)


def _text_goes_on(page: Page, start: int, index: int) -> bool:
    """Whether two sentences stand together below headlines that end in no full stop: a summary stands alone.

    What somebody says may be their heading.
    """
    heading = QUOTATION.match(page.lines[index].text) and not page.lines[index].is_terminated
    first = index + bool(heading)
    together = [page.lines[place] for place in page.free(first, min(first + 2, len(page.lines)))]
    goes_on = len(together) == 2 and all(line.is_terminated and not (line.is_item or line.is_cut) for line in together)
    return goes_on and not page.lines[start].is_terminated


def _heads_text(page: Page, index: int, last: bool) -> bool:
    """Whether a line is so short, and so near a paragraph below, that it may be its heading.

    Among the `last` links of a page the paragraph must be longer than the summary of another article.
    """
    below, line = index + 1, page.lines[index]
    is_near = _is_above_paragraph(page, index) and not SORT.match(line.folded)
    if last and is_near:
        is_near = line.words <= LONGEST_LABEL and page.lines[below].words > LONGEST_SUMMARY
    return is_near and line.words <= LONGEST_HEADING and not line.is_item and ":" not in line.text


def _is_above_paragraph(page: Page, index: int) -> bool:
    below = index + 1
    return below < len(page.lines) and below not in page.marks and page.lines[below].shape is Shape.PROSE


def _is_heading_of_text(page: Page, start: int, index: int) -> bool:
    """Whether a line has a bullet or capitals that the headlines above have not, and a paragraph stands right below."""
    line, first = page.lines[index], page.lines[start]
    differs = (line.is_item and not first.is_item) or (line.text.isupper() and not first.text.isupper())
    return differs and _is_above_paragraph(page, index)


def _is_further_headline(page: Page, index: int) -> bool:
    """Whether a line is the headline of another article, too: by its sort, a colon in it, or a heading right below."""
    below, line = index + 1, page.lines[index]
    if SORT.match(line.folded):
        return True
    if line.words <= LONGEST_HEADING or (line.is_terminated and not LOCATED.match(line.text)):
        return False
    heads = below < len(page.lines) and below not in page.marks and page.is_heading(below)
    return heads or PARTED.search(line.text) is not None or _is_foreign(page, index)


def _is_foreign(page: Page, index: int) -> bool:
    """Whether a line tells of something, and has no word in common with the title and what stands below: no heading."""
    line = page.lines[index]
    names = any(word[0].isupper() for word in line.text.split()[1:])
    if not (names or (line.words > LONGEST_HEADING + 1 and is_clause(line))):
        return False
    title = page.lines[page.title].folded if page.title is not None else ""
    below = [
        page.lines[place].folded for place in page.free(index + 1, min(index + LONGEST_PART, page.end))[:MOST_BELOW]
    ]
    told = frozenset().union(*map(stems, (title, *below)))
    return bool(stems(line.folded)) and told.isdisjoint(stems(line.folded))


def _is_marked_heading(page: Page, index: int) -> bool:
    """Whether a saved page marks a line as a heading without a link, and a paragraph stands right below it."""
    below, line = index + 1, page.lines[index]
    heads = below < len(page.lines) and below not in page.marks and page.lines[below].words > LONGEST_SUMMARY
    return line.text in page.headings and (page.is_heading(index) or heads)


def _is_linked(line: Line, last: bool) -> bool:
    if line.is_item and line.shape is Shape.PROSE:
        return last
    return (
        line.is_item
        or not line.is_terminated
        or LOCATED.match(line.text) is not None
        or (last and line.words <= 30 and not line.text.rstrip('»”" ').endswith("."))
        or (line.is_cut and line.words <= 30)
    )
