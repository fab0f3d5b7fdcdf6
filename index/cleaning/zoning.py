"""The lines of a page go in; the zone of every line, with the rule that decided, comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from index.article import RawArticle, Zone
from index.cleaning.bylines import is_names_and_date, is_signed_day, mark_byline, names_author, opens_with_day
from index.cleaning.dates import is_dated
from index.cleaning.evidence import addresses_reader
from index.cleaning.head import take_list
from index.cleaning.headings import unmark_headings, unmark_parts, unmark_source
from index.cleaning.headlines import LONGEST_TITLE
from index.cleaning.learning import line_key
from index.cleaning.lines import Line, Shape, bare_words, fold_line
from index.cleaning.links import mark_polls
from index.cleaning.lists import mark_lists
from index.cleaning.notes import ABOUT_PAGE, REFERENCE, note_sign
from index.cleaning.page import BODY, CELLS, LONGEST_PART, Page
from index.cleaning.repetitions import (
    mark_announced,
    mark_contents,
    mark_cut,
    mark_cut_paragraphs,
    mark_pulled,
    mark_repeated,
    mark_shortened,
    mark_table,
)
from index.cleaning.rules import CONTINUED, Mark, mark_bare, mark_wording, wordings
from index.cleaning.runs import is_counted
from index.cleaning.signs import mark_sign
from index.cleaning.surroundings import mark_surroundings
from index.cleaning.tables import COUNTED, heads_quantities
from index.cleaning.titles import SURE, find_title, is_masthead
from index.cleaning.trails import begins_trail, is_menu, is_trail, path_end

SHORTEST_LEADING = 5
# Rules about a line alone are not asked of lines longer than this: they are text.
LONGEST_LABEL = 700
# No page needs more trails to itself.
MOST_TRAILS = 20
# A recurring line of more words, full stop or not, reads like text; so many lines of furniture part it from an article.
LONGEST_RECURRING_LABEL = 20
PARTING = 2
# So many lines below a path stands the title in whose beginning it ends.
TITLE_BELOW = 3
# « Page 2 sur 2 » may stand between the points of a list.
COUNTED_PAGE = re.compile(r"\W*page \d+\b")
RULED = re.compile(r"[|\s:-]+")
# « 1 - Yémen - Situation humanitaire »
HYPHENED = re.compile(r"(\d{1,2})( ?[-–] )")
FURNITURE = (Zone.CHROME, Zone.RELATED)


def zone_lines(lines: Sequence[Line], raw: RawArticle, learnt: Collection[int]) -> Page:
    """Mark every line of an article; if it is `composed`, by what the line says only, not by what stands around it.

    `learnt` holds the keys of lines known to recur over the articles of the source. The title that is `extracted` from
    a saved page may be the site's name; `Page.given` is what is believed of it.
    """
    page = Page(lines, author=raw.author, headings=raw.headings)
    mark_by_wording(page)
    if raw.composed:
        mark_learnt(page, learnt)
        _zone_composed(page, raw)
    else:
        mark_polls(page)
        mark_learnt(page, learnt)
        _zone_inferred(page, raw)
    mark_body(page)
    return page


def _zone_composed(page: Page, raw: RawArticle) -> None:
    """What the format says is left as it says it: only the title is looked for, and headings are not furniture."""
    page.find_text()
    page.given = raw.title
    mark_title(page, page.given)
    unmark_headings(page)


def _zone_inferred(page: Page, raw: RawArticle) -> None:
    """Where the text begins and ends is found in steps, each by what those before it have marked.

    Paths, contents and tables are told first, for they look like text; then the title, which by-lines and dates stand
    around; then what is said twice, for one of the two is the title or a heading; what surrounds the text comes last.
    """
    mark_trails(page)
    mark_cut(page)
    mark_table(page)
    mark_announced(page)
    unmark_parts(page)
    unmark_source(page)
    page.find_text()
    mark_opening_notes(page)
    mark_names_and_dates(page)
    page.given = None if raw.extracted and raw.title and is_masthead(page, raw.title) else raw.title
    mark_title(page, page.given)
    unmark_headings(page)
    mark_repeated(page, raw.title is not None)
    mark_cut_paragraphs(page)
    mark_pulled(page)
    mark_contents(page)
    mark_lists(page)
    page.find_text()
    take_list(page)
    mark_surroundings(page)


def mark_by_wording(page: Page) -> None:
    """Lines that their own wording gives away."""
    rules = wordings()
    for index, line in enumerate(page.lines):
        if len(line.folded) > LONGEST_LABEL or CONTINUED.fullmatch(line.text):
            continue
        if _is_point(page, index) or heads_quantities(page.lines, index):
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
    return above.endswith(";") or (above.endswith(":") and text.endswith((";", ",")))


def _counts(page: Page, index: int) -> bool:
    """Whether a line that could be a menu tells a day, a figure, or is a row of a table or a point of a list."""
    line = page.lines[index]
    counted = is_dated(line.folded) or COUNTED.match(line.folded) is not None
    counted = counted or _is_row(page, index) or page.heads_moment(index) or _is_led_to(page, index)
    return counted or is_counted(page, index, HYPHENED, LONGEST_PART)


def _is_led_to(page: Page, index: int) -> bool:
    """Whether a line is a point of a list that a sentence leads to: « Elle énonce les axes suivants : »."""
    above = range(index - 1, max(index - LONGEST_PART, 0) - 1, -1)
    first = next((page.lines[place] for place in above if not page.lines[place].is_item), None)
    if first is None or not page.lines[index].is_item:
        return False
    return first.text.endswith(":") and first.words >= SHORTEST_LEADING and not addresses_reader(first)


def _is_row(page: Page, index: int) -> bool:
    """Whether a line is a row of a table: one beside it has as many cells, and figures stand in either."""
    line, cells = page.lines[index], page.lines[index].text.count(CELLS)
    # Below the names of its columns a table of a saved page has a line of hyphens.
    ruled = index + 1 < len(page.lines) and RULED.fullmatch(page.lines[index + 1].text) is not None
    beside = [page.lines[place] for place in (index - 1, index + 1 + ruled) if 0 <= place < len(page.lines)]
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
        others = titles - {bare_words(page.lines[index].folded)}
        if is_trail(page.lines[index], others) or _leads_to_section(page, index):
            page.marks[index] = Mark(Zone.CHROME, "breadcrumb")
            if _goes_on_below(page, index):
                page.marks[index + 1] = Mark(Zone.CHROME, "breadcrumb")
    for index, line in enumerate(page.lines[:-1]):
        below = page.lines[index + 1 : index + 1 + TITLE_BELOW]
        if (end := path_end(line)) and any(bare_words(other.folded).startswith(end) for other in below):
            page.marks[index] = Mark(Zone.CHROME, "breadcrumb")


def _goes_on_below(page: Page, index: int) -> bool:
    """Whether a path ends in its sign, « Accueil » Politique » », and the title in which it ends stands right below."""
    if not page.lines[index].text.endswith((">", "»", "/", "›")) or index + 1 >= len(page.lines):
        return False
    title = bare_words(page.lines[index + 1].folded)
    below = page.lines[index + 2 : index + 2 + TITLE_BELOW]
    return any(bare_words(line.folded) == title for line in below)


def _leads_to_section(page: Page, index: int) -> bool:
    """Whether a label of the menu above is the second word: « Accueil Suisse La Suisse pourra-t-elle … ? »."""
    labels = {line.folded for line in page.lines[:index] if line.words == 1}
    first, *rest = page.lines[index].text.split()
    return bool(rest) and fold_line(first) == "accueil" and fold_line(rest[0]) in labels


def mark_opening_notes(page: Page) -> None:
    """Sentences about the page at the head of the text, « Ce blog n'engage que lui. », wherever they return.

    So is what stands below « Citer cet article ».
    """

    def is_note(index: int) -> bool:
        sign, above = note_sign(page.lines[index]), page.marks.get(index - 1, BODY).rule
        return sign == ABOUT_PAGE or (sign == REFERENCE and above == "provenance")

    while page.start < page.end - 1 and is_note(page.start):
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
        is_sure = above or names_author(line) or opens_with_day(line) or is_signed_day(line)
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


def mark_body(page: Page) -> None:
    """All that is left is the article's own."""
    for index in page.free(0, len(page.lines)):
        page.mark(index, Zone.BODY, _kind(page.lines[index]))


def _kind(line: Line) -> str:
    if line.is_item:
        return "list item"
    return "paragraph" if line.is_terminated or line.words > 20 else "heading"
