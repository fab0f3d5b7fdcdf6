"""The head of a page and a line of it go in; how much the page says for that being the title comes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from index.article import Zone
from index.cleaning.bylines import is_review
from index.cleaning.captions import has_credit
from index.cleaning.dates import MONTHS, find_days
from index.cleaning.evidence import PICTURE, is_clause, is_name_like, page_words, stems
from index.cleaning.headlines import (
    DATED,
    DESCRIPTION,
    LABEL_LIKE,
    LISTED,
    SENTENCES,
    is_headline,
)
from index.cleaning.lines import Line, Shape, bare_words, fold_line
from index.cleaning.notes import ABOUT_PAGE, FEWEST_PAGE_WORDS, note_sign
from index.cleaning.page import BODY, LONGEST_PART, Page
from index.cleaning.rules import HEADING, sections
from index.cleaning.signatures import is_office, is_placed, is_signature, names_office
from index.cleaning.trails import SITE_SUFFIX

# « ANF – Agence nouvelle francophone », first of all lines
AGENCY = re.compile(r"[A-Z]{2,6} [–—-] (?:Agence|Radio|Télévision|Quotidien|Journal)\b")
FORUM = re.compile(r"\bforum d(?:es|e la|u) \w+")
# « Re: Marine brésilienne », « Sujet : Re: … », « Document de travail 2020/14 », « Septembre 2022, pages 14 et 15 »
REPLY = re.compile(rf"\W*(?:sujet ?: )?re ?: |.*\b(?:19|20)\d\d/\d{{1,3}}$|\W*(?:{MONTHS}) (?:19|20)\d\d, pages? \d")
# « Audition de M. Étienne Maurel »: what committees hear is told below.
HEARING = re.compile(r"\W*(?:audition|table ronde|communication) (?:de|d'|du|conjointe)")
# « Commission des affaires étrangères, de la défense et des forces armées »: what it decided is told below.
COMMITTEE = re.compile(r"commission (?:des|de la|du|d'enquete sur) [a-z' ,-]+")
# « Ministère délégué chargé de la Défense nationale », among the first lines: whose site it is.
MINISTRY, HIGHEST = re.compile(r"(?:ministere|ambassade|secretariat d'etat|institut|fondation) [a-z' ,-]+"), 3
# What the menu of a site begins with.
HOME = re.compile(r"\W*(?:accueil|home)\b")
# What the page itself says for a line: a trail ends in it, it is said twice, a by-line or the text follows.
ANNOUNCED, REPEATED, BYLINED, FARTHER, LED_TO, BEFORE_TEXT, PLACED = 100, 40, 20, 6, 8, 6, 5
# What speaks against it: a rule has taken it, or the like of it.
TAKEN = 4
# What stands above a title, seldom between it and the text.
ABOVE_TITLES = (
    "menu",
    "languages",
    "breadcrumb",
    "legal",
    "login",
    "consent",
    "neighbour",
    "weather or markets",
    "tags",
)
FEWEST_TAKEN = 4
# A name of so many words that is said twice is the site's; titles are said again within so many lines.
LONGEST_MASTHEAD, REPEATS = 5, 6
LONGEST_KICKER, LONGEST_SECTION = 3, 4
# Titles stand among so many lines at the top of a page, or above its text.
LONGEST_HEAD = 200
# How far up the heading of a list is looked for.
LONGEST_LIST = 20
# « ALP0417 4 I 0312 LBN /ALP-RT33 »: by what agencies know their dispatches.
CODES = re.compile(r"(?=(?:[^\d]*\d){4})[A-Z0-9 /.-]+")
# « I. Le constat » is a heading.
NUMBERED = re.compile(r"[IVX]{1,4}\. [A-ZÀ-Þ]")
# « ARMÉNIE. Le départ » heads a part of the text where « NIGER. Le retour » does another.
RUBRIC = re.compile(r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ' -]{3,30})\. [A-ZÀ-Þ]")
# A title that ends in a full stop has no more words.
LONGEST_SENTENCE = 14


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines of a page's head are judged by.

    `said` are the places of every line, `trails` those of the breadcrumbs, `subject` the stems of the text.
    """

    page: Page
    said: Mapping[str, Sequence[int]]
    trails: Sequence[int]
    subject: Collection[str]


def head_of(page: Page, several: bool) -> Head:
    """What the lines of the head are judged by; what the text tells only where there are `several` to choose from."""
    forms = [bare_words(line.folded) for line in page.lines]
    said: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        if page.marks.get(index, BODY).rule != "contents":
            said[form].append(index)
    trails = [i for i, mark in page.marks.items() if mark.rule == "breadcrumb"]
    text = [line for line in map(page.lines.__getitem__, page.free(0, page.end)) if is_text(line)]
    subject = frozenset().union(*(stems(line.folded) for line in text)) if several else frozenset()
    return Head(page, said, trails, subject)


def is_text(line: Line) -> bool:
    """Whether a line tells what the text is about: its paragraphs do, and its standfirst."""
    return line.shape is Shape.PROSE and not is_headline(line)


def standing(head: Head, index: int) -> int:
    """What the page says for the line."""
    page, line = head.page, head.page.lines[index]
    words = bare_words(line.folded)
    # A section that a trail ends in stands above it, too.
    is_section = line.words <= LONGEST_SECTION
    headed = is_section and index + 1 not in page.marks and is_headline(page.lines[min(index + 1, len(page.lines) - 1)])
    heads_title = headed and not is_clause(line)
    trails = [i for i in head.trails if (i < index or not is_section) and _shows(page.lines[i], words)]
    announced = not headed and any(not (is_section and _has_headline(page, i + 1, index)) for i in trails)
    masthead = _is_masthead(line)
    again = [other for other in head.said[words] if other != index]
    near = any(other < page.start or abs(other - index) <= REPEATS for other in again)
    # What stands under a picture is said twice in a row by some sites, and so are the first words of the text.
    in_a_row = not {index - 1, index + 1}.isdisjoint(again)
    is_note = (
        SENTENCES.match(line.text)
        or note_sign(line) == ABOUT_PAGE
        or (in_a_row and (has_credit(line) or (line.text.endswith(".") and line.words > LONGEST_SENTENCE)))
    )
    repeated = line.words > (3 if is_clause(line) else LONGEST_SECTION) and near and not (masthead or is_note)
    led_to = index - 1 in page.marks and page.marks[index - 1].rule == "breadcrumb" and page.lines[index - 1].words > 1
    before_text = index == page.start or all(after in page.marks for after in range(index + 1, page.start))
    return (
        ANNOUNCED * announced
        + REPEATED * repeated
        + LED_TO * (led_to and not heads_title)
        + BEFORE_TEXT * before_text
        + DATED * (before_text and _is_below_byline(page, index))
        + (0 if masthead or heads_title else _byline_below(page, index))
        - LISTED * is_other(head, index)
        - 2 * TAKEN * (len(again) > 0 and not near and not _heads_pages(page, again))
        - _beside_credit(page, index)
        - TAKEN * (index in page.marks)
        - DESCRIPTION * is_office(line, page.lines[index - 1] if index else None)
        - LABEL_LIKE * heads_title
        + REPEATED * _is_cut_above(page, index, words)
        - DATED * _is_above_menu(page, index)
        + _reviews(line)
        + DATED * (before_text and HEARING.match(line.folded) is not None)
    )


def is_other(head: Head, index: int) -> bool:
    """Whether a line is something else than a title, however it stands: one of a list, a number, a reply, an office."""
    page, line = head.page, head.page.lines[index]
    return (
        _is_listed(page, index)
        or (NUMBERED.match(line.text) or CODES.fullmatch(line.text)) is not None
        or (_is_masthead(line) and line.text.isupper())
        or REPLY.match(line.folded) is not None
        or COMMITTEE.fullmatch(line.folded) is not None
        or (index < HIGHEST and MINISTRY.fullmatch(line.folded) is not None and not is_clause(line))
        or (index == 0 and (FORUM.search(line.folded) or AGENCY.match(line.text)) is not None)
        or _is_rubric(page, index)
        or names_office(line)
        or _holds_another(line, head.said, page.start)
        or ends_in_site(page, index)
    )


def _is_masthead(line: Line) -> bool:
    """Whether a line is so short and so like a name, or in capitals, that it may be the site's."""
    return line.words <= LONGEST_MASTHEAD and (is_name_like(line) or (line.words < 5 and line.text.isupper()))


def _reviews(line: Line) -> int:
    """What it is worth that a line names a review of the press and its day, the more so where it says of what."""
    days = find_days(line.folded) if is_review(line.folded) else []
    return DATED * (1 + 2 * (":" in line.folded[days[-1].end :])) if days else 0


def _is_rubric(page: Page, index: int) -> bool:
    """Whether a line above a paragraph is one of several labels in capitals with a headline behind, or below it."""
    end = min(page.end, index + LONGEST_PART)
    heads = index + 1 < len(page.lines) and index + 1 not in page.marks and page.lines[index + 1].is_terminated
    if heads and _is_part_label(page, index - 1):
        return any(_is_part_label(page, place) for place in range(index + 1, end))
    own = RUBRIC.match(page.lines[index].text) if heads else None
    others = map(RUBRIC.match, (line.text for line in page.lines[index + 1 : end])) if own else ()
    return own is not None and any(other and other["label"] != own["label"] for other in others)


def _is_part_label(page: Page, index: int) -> bool:
    """Whether a line is a section in capitals, as parts of a review are headed: « EUROPE »."""
    return index > 0 and page.lines[index].text.isupper() and page.lines[index].folded in sections()


def _has_headline(page: Page, start: int, end: int) -> bool:
    """Whether a headline stands between a trail and a label in which it ends: that is the section's, not the title."""
    return any(is_headline(page.lines[index]) for index in page.free(start, end))


def _is_cut_above(page: Page, index: int, words: str) -> bool:
    """Whether a line above is the beginning of this one, cut short as trails cut titles."""
    return any(
        line.is_cut and line.words >= FEWEST_TAKEN and words.startswith(bare_words(line.folded))
        for line in page.lines[max(index - LONGEST_LIST, 0) : index]
    )


def _is_above_menu(page: Page, index: int) -> bool:
    """Whether the site's menu stands below a line, and between that and the text something else to choose."""
    below = range(index + 1, min(page.start, LONGEST_HEAD))
    menu = next((place for place in below if place in page.marks and HOME.match(page.lines[place].folded)), None)
    return menu is not None and any(is_headline(page.lines[place]) for place in page.free(menu + 1, page.start + 1))


def _beside_credit(page: Page, index: int) -> int:
    """What it costs a line that a credit stands above; some of these are sections, « Monde / Asie », above a clause."""
    above = page.lines[index - 1]
    credited = page.marks.get(index - 1, BODY).rule == "credit" or (above.text.isupper() and has_credit(above))
    if credited and PICTURE.search(above.folded):
        return DESCRIPTION
    return LABEL_LIKE if credited and not is_clause(page.lines[index]) else 0


def _is_below_byline(page: Page, index: int) -> bool:
    """Whether a headline stands between a by-line and the text; a description with a credit may as well.

    So does a clause right below a date, though it be a question and so seem to begin the text.
    """
    line, above = page.lines[index], page.marks.get(index - 1, BODY).rule
    if above == "date":
        return index <= page.start and is_clause(line) and is_headline(line)
    return index < page.start and above in ("by-line", "published") and ". " not in line.text and not has_credit(line)


def _holds_another(line: Line, said: Mapping[str, Sequence[int]], start: int) -> bool:
    """Whether a line is another one and a site's name, as browsers show it, or with what mailers put before it."""
    site = SITE_SUFFIX.search(line.text)
    if site is not None and bare_words(fold_line(line.text[: site.start()])) in said:
        return True
    words = bare_words(line.folded)
    return any(words.endswith(" " + other) for other, at in said.items() if at[0] <= start and other.count(" ") >= 3)


def ends_in_site(page: Page, index: int) -> bool:
    """Whether the name at the top of the page stands behind a line, as browsers show it: « Le maréchal | Le Phare »."""
    site = SITE_SUFFIX.search(page.lines[index].text)
    name = bare_words(fold_line(site[0])) if site else ""
    return index > 0 and name != "" and name == bare_words(page.lines[0].folded)


def _is_listed(page: Page, index: int) -> bool:
    """Whether a line stands in a list of headlines below a heading, other than at its end."""
    following = page.lines[index + 1] if index + 1 < len(page.lines) and index + 1 not in page.marks else None
    # « publiée par les ministres réunis à Tallinn » goes on from the title.
    below = following is not None and is_headline(following) and not following.text[0].islower()
    for before in range(index - 1, max(index - LONGEST_LIST, 0) - 1, -1):
        if before in page.marks:
            return below and page.marks[before].rule == HEADING
        if not is_headline(page.lines[before]):
            break
    return False


def _byline_below(page: Page, index: int) -> int:
    """What it is worth that a by-line or a date follows at once, or after one line of another kind (a standfirst)."""
    line = page.lines[index]
    if (SENTENCES.match(line.text) and line.words > LONGEST_SENTENCE) or has_credit(line):
        return 0
    if line.words < 4:
        return DATED * (
            line.text[0].isupper()
            and not line.is_terminated
            and page.marks.get(index + 1, BODY).rule in ("by-line", "published")
        )
    if line.is_terminated and not is_headline(line):
        following = page.marks.get(index + 1)
        follows = following is not None and following.zone is Zone.DATELINE
        return DATED * (line.words <= 20 and follows and page_words(line) < FEWEST_PAGE_WORDS)
    skipped = 0
    for after in range(index + 1, min(index + 6, len(page.lines))):
        mark = page.marks.get(after)
        # « Archives » may be a credit, and is a section of the site here.
        if mark is not None and mark.zone is Zone.DATELINE and page.lines[after].folded not in sections():
            placed = PLACED * bool(stems(line.folded) & stems(page.lines[after].folded))
            worth = {"dateline": placed, "date": DATED}.get(mark.rule, BYLINED)
            return max(worth - FARTHER * skipped, 0)
        dated = page.marks.get(after + 1, BODY).rule == "date"
        if mark is None and (is_signature(page.lines[after]) or (dated and is_placed(page.lines[after]))):
            return max(DATED - FARTHER * skipped, 0)
        skipped += mark is None
        parts = mark is not None and mark.rule in ABOVE_TITLES and page.lines[after].words > LONGEST_KICKER
        if skipped > 2 or parts or (mark is not None and mark.zone is Zone.RELATED):
            return 0
    return 0


def _shows(line: Line, title: str) -> bool:
    """Whether a trail ends in a beginning of the title: of three words or more where it is cut, else of five."""
    trail, words = bare_words(line.folded), title.split()
    fewest = 3 if line.is_cut else 5
    if trail.endswith(title) or (len(words) > 3 and title in trail):
        return True
    for count in range(len(words), fewest - 1, -1):
        if trail.endswith(" " + " ".join(words[:count])):
            return True
    # The last word of the trail may be cut in the middle.
    rest = trail.rpartition(" ")
    return any(
        rest[0].endswith(" " + " ".join(words[:count])) and words[count].startswith(rest[2])
        for count in range(fewest, len(words))
    )


def _heads_pages(page: Page, places: Sequence[int]) -> bool:
    """Whether a line that is said again heads the pages of a printed text: below their numbers."""
    return any(page.marks.get(place - 1, BODY).rule in ("digits", "running head") for place in places)
