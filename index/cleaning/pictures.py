"""A page whose text is found goes in; what stands under its pictures is marked, by its form or by what is beside it."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.article import Zone
from index.cleaning.captions import LONGEST_HEADING, SCENE, has_credit, is_caption, shows_scene
from index.cleaning.dates import WEEKDAYS
from index.cleaning.evidence import PICTURE, is_clause, is_name_like, stems
from index.cleaning.head import LONGEST_LABEL
from index.cleaning.headings import is_numbered
from index.cleaning.lines import Line, Shape, make_line
from index.cleaning.page import BODY, Page
from index.cleaning.rules import SENTENCES, is_told
from index.cleaning.tables import is_table

# Rules of by-lines that tell an author's name.
NAMING = ("by-line", "names")
# What is said of a picture has no more words, nor has a credit; the points of a list have more.
LONGEST_LEGEND, LONGEST_CREDIT, SHORTEST_POINT = 16, 6, 6
# Where or when a picture was taken; what is said of it in two sentences.
PLACED = re.compile(rf", (?:a |en |hier|{WEEKDAYS}|pres de|le \d|devant|dans )|\b(?:pendant|lors d[eu']|pres de)\b")
# « Au second plan, la tour. », « À l'arrière-plan le drone est visible. »
DEPTH = re.compile(r"[.;] (?:au (?:premier|second|deuxieme) plan|a l'arriere-plan|en arriere-plan)\b[^.]*\.?$")
AT_HOME = re.compile(r" chez (?:elle|lui|eux)\b")
LONGEST_TOLD, MOST_TOLD = 45, 2
# What two captions of one picture have in common, in stems of words.
FEWEST_TOLD = 3
# « KEYSTONE/P. Aeschlimann » is one piece.
STOP = re.compile(r"\w\w\. ")
INNER_STOP = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ])")
# « — Le ministre, devant les députés », below what he said.
ATTRIBUTION = re.compile(r"\s*[—–-]\s")


def mark_pictures(page: Page) -> None:
    """What stands under pictures: by its form, or beside a credit a few words without a verb."""
    above = page.free(page.start if page.title is None else page.title + 1, page.start)
    for index in above:
        if has_credit(page.lines[index]) or shows_scene(page.lines[index]):
            page.mark(index, Zone.CAPTION, "description and credit")
    if _shows_scene_above(page):
        page.mark(page.start, Zone.CAPTION, "description")
        page.find_text()
    _mark_shown(page)
    free = frozenset(page.free(page.start, page.end))
    for index in sorted(free):
        line = page.lines[index]
        if is_caption(line) and (has_credit(line) or _stands_alone(page, index, free)):
            page.mark(index, Zone.CAPTION, "description")
        elif ATTRIBUTION.match(line.text) and not line.is_terminated and _is_quoted_above(page, index):
            page.mark(index, Zone.CAPTION, "attribution")
    for index in page.free(0, page.end):
        line = page.lines[index]
        beside = {page.marks.get(place, BODY).zone for place in (index - 1, index + 1)}
        if beside & {Zone.CAPTION, Zone.DATELINE} and _is_beside_credit(page, index) and _is_legend(line):
            page.mark(index, Zone.CAPTION, "beside a credit")
        elif page.title is not None and page.title < index and _is_below_credit(page, index):
            page.mark(index, Zone.CAPTION, "below a credit")
        elif page.title is not None and page.title < index and _is_above_credit(page, index):
            page.mark(index, Zone.CAPTION, "above a credit")
        elif index < page.end - 1 and _is_alternative(page, index):
            page.mark(index, Zone.CAPTION, "alternative text")
    first = page.start if page.title is None else page.title + 1
    if (
        first in page.free(first, page.end - 1)
        and _is_legend(page.lines[first])
        and _is_marked(page, first + 1, "beside a credit")
    ):
        page.mark(first, Zone.CAPTION, "alternative text")


def _mark_shown(page: Page) -> None:
    """What tells of a background, as the first line of the text or beside a credit: that is seen in a picture."""
    start, lines = page.start, page.lines
    seen = (i for i in page.free(start, page.end) if lines[i].words <= LONGEST_TOLD and DEPTH.search(lines[i].folded))
    shown = [i for i in seen if i == start or any(_is_bare_credit(page, place) for place in (i - 1, i + 1))]
    for index in shown:
        page.mark(index, Zone.CAPTION, "description")
    if shown:
        page.find_text()


def _shows_scene_above(page: Page) -> bool:
    """Whether the first line of the text tells of a picture: where and when, without a verb, first.

    « Les sénateurs pendant le vote, mercredi matin. La gauche s'est divisée … » stands below what may be done with the
    page, and above a paragraph; one sentence alone, « Odile Brun chez elle, à Brest. », above who took it.
    """
    index = page.start
    below = next(iter(page.free(index + 1, page.end)), page.end)
    if below == page.end or page.lines[index].words > LONGEST_TOLD or index - 1 not in page.marks:
        return False
    scene, *rest = SENTENCES.split(page.lines[index].text)
    shown = make_line(AT_HOME.sub("", scene))
    if is_clause(shown) or PLACED.search(shown.folded) is None or len(rest) > MOST_TOLD:
        return False
    if not rest:
        return page.lines[index].is_terminated and is_name_like(page.lines[below])
    return SCENE.match(scene) is not None and page.lines[below].shape is Shape.PROSE


def _stands_alone(page: Page, index: int, free: Collection[int]) -> bool:
    """Whether a line is no heading, nor one of a list, a table or what a colon leads to."""
    is_listed = (
        page.is_led_to(index) or page.heads_told(index) or _is_point(page, index, free) or is_table(page.lines, index)
    )
    return not (is_listed or is_numbered(page, index) or page.lines[index].text in page.headings)


def _is_quoted_above(page: Page, index: int) -> bool:
    """Whether a quotation ends right above, in no point of a list."""
    above = page.lines[index - 1]
    return index - 1 not in page.marks and above.text[-1] in '»”"' and not above.is_item and not is_cited(page, index)


def is_cited(page: Page, index: int) -> bool:
    """Whether a quotation stands above, and above that the heading that releases give it."""
    above, heading = page.lines[index - 1], page.lines[max(index - 2, 0)]
    return above.text[-1] in '»”"' and heading.folded in ("citation", "citations")


def _is_point(page: Page, index: int, free: Collection[int]) -> bool:
    """Whether a line stands beside another of its kind, as the points of a list do and pictures do not."""
    beside = [page.lines[place] for place in (index - 1, index + 1) if place in free]
    return any(not (line.is_terminated or has_credit(line)) and line.words >= SHORTEST_POINT for line in beside)


def _is_beside_credit(page: Page, index: int) -> bool:
    """Whether a line stands beside a credit that has no description of its own."""
    credits = [place for place in (index - 1, index + 1) if _is_bare_credit(page, place)]
    others = [2 * place - index for place in credits]
    return any(not (_is_label(page, other) or _is_marked(page, other, "description")) for other in others)


def _is_marked(page: Page, index: int, rule: str) -> bool:
    """Whether a rule of this module has taken a line for what is said of a picture: "description", say."""
    return page.marks.get(index, BODY).rule == rule


def _is_above_credit(page: Page, index: int) -> bool:
    """Whether a line without verb and full stop stands right above a credit, as what voices read of a picture does."""
    return _is_bare_credit(page, index + 1) and _is_label(page, index)


def _is_below_credit(page: Page, index: int) -> bool:
    """Whether a line longer than a heading, without a full stop, stands between « PHOTO X, LE PHARE » and the text."""
    line, above = page.lines[index], page.lines[index - 1]
    credited = page.marks.get(index - 1, BODY).zone is Zone.CAPTION and above.text.isupper()
    if not credited or PICTURE.search(above.folded) is None or line.is_terminated or line.is_item:
        return False
    below = index + 1
    follows = below < len(page.lines) and below not in page.marks and page.lines[below].shape is Shape.PROSE
    return line.words > LONGEST_HEADING and line.text[-1].isalnum() and follows


def _is_alternative(page: Page, index: int) -> bool:
    """Whether a line says in other words what the caption right below it does: what voices read of the picture."""
    line, below = page.lines[index], page.lines[index + 1]
    if page.marks.get(index + 1, BODY).zone is not Zone.CAPTION or line.words > LONGEST_LEGEND:
        return False
    told, said = stems(line.folded), stems(below.folded)
    return len(told & said) >= FEWEST_TOLD and 2 * len(told & said) >= min(len(told), len(said))


def _is_bare_credit(page: Page, index: int) -> bool:
    mark = page.marks.get(index, BODY)
    if mark.rule in NAMING:  # « KEYSTONE », where a by-line of the page stands above
        above = {page.marks.get(place, BODY).zone for place in range((page.title or 0) + 1, index - 1)}
        return Zone.DATELINE in above and page.lines[index].words <= 2 and page.lines[index].text.isupper()
    line = page.lines[index] if mark.zone is Zone.CAPTION else None
    return line is not None and line.words <= LONGEST_CREDIT and not STOP.search(line.text)


def _is_label(page: Page, index: int) -> bool:
    """Whether a line that no rule has taken is a description without a verb, as pictures bear."""
    if index in page.marks or not 0 <= index < len(page.lines):
        return False
    line = page.lines[index]
    return LONGEST_LABEL < line.words <= LONGEST_LEGEND and not (line.is_terminated or is_clause(line) or line.is_item)


def _is_legend(line: Line) -> bool:
    """Whether a line could be what is said of a picture: few words, nobody's, and no verb or somebody not known."""
    if line.text.rstrip()[-1] in "?!" or len(INNER_STOP.findall(line.text)) > 1:
        return False
    describes = not is_clause(line) or (line.text.startswith(("Un ", "Une ", "Des ")) and not is_told(line))
    return describes and line.is_terminated and line.words <= LONGEST_LEGEND and not (line.is_item or '"' in line.plain)
