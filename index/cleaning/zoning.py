"""The lines of a page go in; the zone of every line, with the rule that decided, comes out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from itertools import accumulate

from index.article import Zone
from index.cleaning.bylines import is_names_and_date, mark_byline, names_author, opens_with_day
from index.cleaning.dates import is_dated, is_entry
from index.cleaning.headings import unmark_headings
from index.cleaning.headlines import LONGEST_TITLE
from index.cleaning.learning import line_key
from index.cleaning.lines import BULLET, Line, Shape, bare_words, fold_line
from index.cleaning.notes import ABOUT_PAGE, note_sign
from index.cleaning.page import BODY, CELLS, LONGEST_HEADING, Page
from index.cleaning.repetitions import mark_contents, mark_cut, mark_repeated, mark_shortened, mark_table
from index.cleaning.rules import (
    CLOSING,
    CLOSINGS,
    COMMENTS,
    CONTINUED,
    HEADING,
    QUOTATION,
    SUMMARY,
    Mark,
    is_talk,
    mark_bare,
    mark_wording,
    sections,
    wordings,
)
from index.cleaning.signs import mark_sign
from index.cleaning.surroundings import mark_surroundings
from index.cleaning.tables import COUNTED
from index.cleaning.titles import SURE, find_title, is_masthead
from index.cleaning.trails import begins_trail, is_menu, is_trail

# Rules about a line alone are not asked of lines longer than this: they are text.
LONGEST_LABEL = 700
# What is said of another article below its headline has no more words.
LONGEST_SUMMARY = 24
# A headline that asks has no more.
LONGEST_QUESTION = 15
# No page needs more trails to itself.
MOST_TRAILS = 20
# Rules of what stands among the comments of readers.
FEWEST_CUES = 2
COMMENT_CUES = ("comment form", "by-line", "date")
# A recurring line of more words, full stop or not, reads like text; so many lines of furniture part it from an article.
LONGEST_RECURRING_LABEL = 20
PARTING = 2
# « Page 2 sur 2 » may stand between the points of a list.
COUNTED_PAGE = re.compile(r"\W*page \d+\b")
FURNITURE = (Zone.CHROME, Zone.RELATED)


def zone_lines(
    lines: Sequence[Line],
    title: str | None,
    learnt: Collection[int],
    author: str | None,
    composed: bool = False,
    extracted: bool = False,
) -> Page:
    """Mark every line of a page; if it is `composed`, by what the line says only, not by what stands around it.

    `title` is what the format says the title is; `learnt` holds the keys of lines known to recur over the articles
    of the source; `author` is who the format says wrote it. The title that is `extracted` from a saved page may be
    the site's name; `Page.given` is what is believed of it.
    """
    page = Page(lines, author=author)
    mark_by_wording(page)
    mark_learnt(page, learnt)
    mark_trails(page)
    mark_cut(page)
    mark_table(page)
    page.find_text()
    mark_opening_notes(page)
    mark_names_and_dates(page)
    page.given = None if extracted and title and is_masthead(page, title) else title
    mark_title(page, page.given)
    unmark_headings(page)
    mark_repeated(page, title is not None)
    if not composed:
        mark_contents(page)
        mark_lists(page)
        page.find_text()
        mark_surroundings(page)
    mark_body(page)
    return page


def mark_by_wording(page: Page) -> None:
    """Lines that their own wording gives away."""
    rules = wordings()
    for index, line in enumerate(page.lines):
        if len(line.folded) > LONGEST_LABEL or CONTINUED.fullmatch(line.text) or _is_point(page, index):
            continue
        found = mark_byline(line) or mark_bare(line) or mark_wording(line, rules)
        if found is None and is_menu(line) and not _counts(page, index):
            found = Mark(Zone.CHROME, "menu")
        found = found or mark_sign(line)
        if found is None and _explains_figure(page, index):
            found = Mark(Zone.CHROME, "figure")
        if found is not None:
            page.marks[index] = found


def _is_point(page: Page, index: int) -> bool:
    """Whether a line is a point of a list whose points end in semicolons, as those of sentences do, or leads to one."""
    if page.lines[index].text.endswith(":"):
        points = page.lines[index + 1 : index + 2]
        return bool(points) and points[0].is_item and points[0].text.endswith(";")
    if COUNTED_PAGE.match(page.lines[index].folded):
        return False
    near = page.lines[max(index - 1, 0) : index + 1]
    if page.lines[index].is_item:
        return any(line.text.endswith(";") for line in near)
    above, text = near[0].text if len(near) > 1 else "", near[-1].text
    return above.endswith(";") or (above.endswith(":") and text.endswith(";"))


def _counts(page: Page, index: int) -> bool:
    """Whether a line that could be a menu tells a day, a figure, or is a row of a table."""
    line = page.lines[index]
    return is_dated(line.folded) or COUNTED.match(line.folded) is not None or _is_row(page, index)


def _is_row(page: Page, index: int) -> bool:
    """Whether a line is a row of a table: one beside it has as many cells, and figures stand in either."""
    line, cells = page.lines[index], page.lines[index].text.count(CELLS)
    beside = [page.lines[place] for place in (index - 1, index + 1) if 0 <= place < len(page.lines)]
    return cells > 0 and any(
        other.text.count(CELLS) == cells and any(map(str.isdigit, line.text + other.text)) for other in beside
    )


def _explains_figure(page: Page, index: int) -> bool:
    """Whether a line goes on from a number alone: « 9 000 », « kilomètres de gazoducs »."""
    line, above = page.lines[index], page.marks.get(index - 1, BODY).rule
    return above in ("digits", "figure") and line.text[0].islower() and not line.is_terminated


def mark_learnt(page: Page, learnt: Collection[int]) -> None:
    """Lines that recur over many articles of one source are its furniture.

    Furniture is the lesser part of a page: where more of its sentences recur than do not, as in releases of one and the
    same wording, they are the text; and where no other sentence is left, so is every line. Sources do say one thing
    again in many articles, so that what reads like text is furniture only around what the page alone says.
    """
    recurring = [index for index, line in enumerate(page.lines) if line_key(line) in learnt] if learnt else []
    own = sum(line.words for line in page.lines if line.is_terminated)
    common = sum(page.lines[index].words for index in recurring if page.lines[index].is_terminated)
    if own <= common:
        return
    around = _around_own(page, frozenset(recurring))
    for index in recurring:
        line = page.lines[index]
        if _is_label_like(line) or (own >= 2 * common and around(index, line)):
            page.mark(index, Zone.CHROME, "learnt")


def _is_label_like(line: Line) -> bool:
    return not line.is_terminated and line.words <= LONGEST_RECURRING_LABEL


def _around_own(page: Page, recurring: Collection[int]) -> Callable[[int, Line], bool]:
    """Whether a recurring line stands around what is the page's own: above all of it, or below its last sentence.

    A paragraph below it may well be the article's last, unless other furniture parts them.
    """
    own = [index for index in page.free(0, len(page.lines)) if index not in recurring]
    first = min((index for index in own if page.lines[index].words > 3), default=len(page.lines))
    last = max((index for index in own if page.lines[index].is_terminated), default=-1)

    def is_around(index: int, line: Line) -> bool:
        parted = sum(page.marks.get(place, BODY).zone in FURNITURE for place in range(last + 1, index))
        return index < first or (index > last and (line.shape is Shape.SENTENCE or parted >= PARTING))

    return is_around


def mark_trails(page: Page) -> None:
    """The paths that lead to a page, which often end in the beginning of its title."""
    trails = [index for index, line in enumerate(page.lines) if begins_trail(line)][:MOST_TRAILS]
    titles = {bare_words(line.folded) for line in page.lines if 3 < line.words <= LONGEST_TITLE} if trails else set()
    for index in trails:
        if is_trail(page.lines[index], titles - {bare_words(page.lines[index].folded)}):
            page.marks[index] = Mark(Zone.CHROME, "breadcrumb")


def mark_opening_notes(page: Page) -> None:
    """Sentences about the page at the head of the text, « Ce blog n'engage que lui. », wherever they return."""
    while page.start < page.end - 1 and note_sign(page.lines[page.start]) == ABOUT_PAGE:
        note = page.lines[page.start].folded
        for index in page.free(page.start, len(page.lines)):
            if page.lines[index].folded == note:
                page.mark(index, Zone.CHROME, ABOUT_PAGE)
        page.find_text()


def mark_names_and_dates(page: Page) -> None:
    """By-lines of bare names with a date, which are such only above the text; below its standfirst they say « par ».

    An address may stand among them.
    """
    for index, line in enumerate(page.lines[: page.head_end()]):
        rule, above = page.marks.get(index, BODY).rule, index < page.start
        if rule not in (BODY.rule, "address") or not is_names_and_date(line):
            continue
        is_sure = above or names_author(line) or opens_with_day(line)
        if (above and rule == BODY.rule) or (is_sure and is_dated(line.folded)):
            page.marks[index] = Mark(Zone.DATELINE, "by-line")


def mark_title(page: Page, given: str | None) -> None:
    """The title, and its shortened forms."""
    if given is None:
        found = find_title(page)
        page.title, page.titled = (found.line, found.score >= SURE) if found else (None, False)
    else:
        page.title = _given_title(page, bare_words(fold_line(given)))
        page.titled = page.title is not None
        page.is_given = page.title is None
    if page.title is not None:
        page.marks[page.title] = Mark(Zone.TITLE, "title")
        given = page.lines[page.title].text
    if given is not None:
        mark_shortened(page, bare_words(fold_line(given)))


def _given_title(page: Page, title: str) -> int | None:
    return next((i for i, line in enumerate(page.lines) if title and bare_words(line.folded) == title), None)


def mark_lists(page: Page) -> None:
    """Headlines under « Articles similaires », comments under « Commentaires », to where the text goes on."""
    prose = [index for index in page.free(0, len(page.lines)) if page.lines[index].shape is Shape.PROSE]
    prose = [index for index in prose if not is_talk(page.lines[index])]
    last = _last_third(page, prose)
    comments = _find_comments(page, prose)
    for index, mark in sorted(page.marks.items()):
        if index == comments:
            for following in page.free(index + 1, len(page.lines)):
                page.mark(following, Zone.CHROME, "below the article" if mark.rule != COMMENTS else "comment")
            return
        if mark.rule in (HEADING, CLOSING) and _leads_to_points(page, index):
            page.marks[index] = Mark(Zone.BODY, "heading")
        elif mark.rule == HEADING and not _is_menu_entry(page, index):
            _mark_headlines(page, index + 1, index > last)
        elif mark.rule == "read also" and page.lines[index].words <= 4:
            _mark_headlines(page, index + 1, index > last, within_text=None if index > last else 1)


def _is_menu_entry(page: Page, index: int) -> bool:
    """Whether the heading of a list is one word by which sites name a section, above the text and beside others."""
    beside = [page.marks.get(place, BODY).rule for place in (index - 1, index + 1)]
    return index < page.start and page.lines[index].folded in sections() and "menu" in beside


def _last_third(page: Page, prose: Sequence[int]) -> int:
    """The line below which less than a third of the prose stands, and no long paragraph."""
    long = max((index for index in prose if page.lines[index].words > LONGEST_SUMMARY), default=-1)
    words, rest = sum(page.lines[index].words for index in prose), 0
    for index in reversed(prose):
        rest += page.lines[index].words
        if rest * 3 > words:
            return max(long, index)
    return long


def _leads_to_points(page: Page, heading: int) -> bool:
    """Whether a heading stands above the points of a summary, which are sentences, or said below the title."""
    following = page.lines[heading + 1] if heading + 1 < len(page.lines) else None
    if _heads_entry(page, heading):
        return True
    sums_up = SUMMARY.match(page.lines[heading].folded) and page.title is not None and page.title < heading < page.end
    if following is None or not BULLET.match(following.text):
        return following is not None and bool(sums_up) and following.is_terminated and heading + 1 not in page.marks
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
    return following[0].is_terminated or is_entry(below.folded) or not below.is_terminated


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


def _mark_headlines(page: Page, start: int, last: bool, within_text: int | None = None) -> None:
    """Mark the headlines that follow a heading: until the title, a by-line, a paragraph, or a gap that widens.

    `last` says that no text follows them; where it does, there may be `within_text` of them at most.
    """
    taken = 0
    for index in range(start, len(page.lines)):
        if index in page.marks:
            if page.marks[index].zone in (Zone.TITLE, Zone.DATELINE) or page.marks[index].rule == HEADING:
                return
            taken += page.marks[index].rule == "repeated"
            continue
        line = page.lines[index]
        if taken > 0 and (_text_goes_on(page, start, index) or (not last and _heads_text(page, index))):
            return
        widens = taken > 0 and line.gap > page.lines[start].gap and not line.is_item
        asks = taken == 0 and line.text.endswith("?") and line.words <= LONGEST_QUESTION
        is_linked = asks or _is_linked(line, last and within_text is None)
        if not is_linked or (not last and (taken == within_text or widens)):
            return
        page.mark(index, Zone.RELATED, "headline")
        taken += 1


def _text_goes_on(page: Page, start: int, index: int) -> bool:
    """Whether two sentences stand together below headlines that end in no full stop: a summary stands alone.

    What somebody says may be their heading.
    """
    heading = QUOTATION.match(page.lines[index].text) and not page.lines[index].is_terminated
    first = index + bool(heading)
    together = [page.lines[place] for place in page.free(first, min(first + 2, len(page.lines)))]
    goes_on = len(together) == 2 and all(line.is_terminated and not (line.is_item or line.is_cut) for line in together)
    return goes_on and not page.lines[start].is_terminated


def _heads_text(page: Page, index: int) -> bool:
    """Whether a line is so short, and so near a paragraph below, that it may be its heading."""
    below, line = index + 1, page.lines[index]
    is_near = below < len(page.lines) and below not in page.marks and page.lines[below].shape is Shape.PROSE
    return is_near and line.words <= LONGEST_HEADING and not line.is_item and ":" not in line.text


def _is_linked(line: Line, last: bool) -> bool:
    if line.is_item and line.shape is Shape.PROSE:
        return last
    return (
        line.is_item
        or not line.is_terminated
        or (last and line.words <= 30 and not line.text.rstrip('»”" ').endswith("."))
        or (line.is_cut and line.words <= 30)
    )


def mark_body(page: Page) -> None:
    """All that is left is the article's own."""
    for index in page.free(0, len(page.lines)):
        page.mark(index, Zone.BODY, _kind(page.lines[index]))


def _kind(line: Line) -> str:
    if line.is_item:
        return "list item"
    return "paragraph" if line.is_terminated or line.words > 20 else "heading"
