"""The first lines of a page go in; which of them is the title comes out, chosen by what speaks for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.article import Zone
from index.cleaning.bylines import is_press_event, is_review
from index.cleaning.captions import has_credit
from index.cleaning.dates import find_days
from index.cleaning.evidence import (
    PICTURE,
    addresses_reader,
    is_clause,
    is_name_like,
    page_words,
    stems,
)
from index.cleaning.headlines import (
    CLAUSE,
    DATED,
    DESCRIPTION,
    LABEL_LIKE,
    LISTED,
    LONGEST_TITLE,
    SENTENCES,
    SHARED,
    is_headline,
    is_label,
    likeness,
)
from index.cleaning.lines import Line, Shape, bare_words, fold_line, make_line
from index.cleaning.notes import ABOUT_PAGE, FEWEST_PAGE_WORDS, note_sign
from index.cleaning.page import BODY, Page
from index.cleaning.rules import HEADING
from index.cleaning.signatures import is_office, is_signature, names_office
from index.cleaning.trails import SITE_SUFFIX

# « EN DIRECT - », « VIDÉO. »
KICKER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ ]{3,19} ?[.:|–-]\s+(?=[^a-zà-ÿ])(?=(?:\S+\s+){3})")
# « …, suivez notre direct »
FOLLOWED = re.compile(r"\W+(?:suivez|revivez) (?:notre|le|ce) direct\W*$")
# Channels begin titles with a picture; arrows lead elsewhere.
EMOJI = re.compile("[\u2600-\u26ff\U0001f000-\U0001faff]")
FORUM = re.compile(r"\bforum d(?:es|e la|u) \w+")
# What the menu of a site begins with.
HOME = re.compile(r"\W*(?:accueil|home)\b")
# What the page itself says for a line: a trail ends in it, it is said twice, a by-line or the text follows.
ANNOUNCED, REPEATED, BYLINED, FARTHER, LED_TO, BEFORE_TEXT, PLACED = 100, 40, 20, 6, 8, 6, 5
# What speaks against it: a rule has taken it, or the like of it.
TAKEN = 4
# Up to so many lines, the head of a page is short enough to begin with its title.
SHORT_HEAD, FIRST_LINE = 15, 3
SURE, LIKELY = 20, 10
# What a line must have for it to be believed instead of the title that a page gives.
SURE_INSTEAD = 15
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
# Rules that know a line for sure; a title may begin as the others' do: « Direct – », « Vidéo : », « Lire Poutine ».
CERTAIN = (
    "by-line",
    "date",
    "published",
    "updated",
    "dateline",
    "breadcrumb",
    "learnt",
    "copyright",
    "consent",
    "legal",
    "menu",
    "address",
    "credit",
    "closing heading",
    "contents",
    "end of coverage",
    "navigation",
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
# A title that ends in a full stop has no more words.
LONGEST_SENTENCE = 14
# A title above a standfirst has so many words.
FEWEST_STANDING = 7
# ... and at most so many more than that has.
MORE_STANDING = 3


class Candidate(NamedTuple):
    """A line that may be the title; the higher the score, the surer. Of equals, the first line wins."""

    score: int
    line: int


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines of a page's head are judged by.

    `said` are the places of every line, `trails` those of the breadcrumbs, `subject` the stems of the text.
    """

    page: Page
    said: Mapping[str, Sequence[int]]
    trails: Sequence[int]
    subject: Collection[str]


def find_title(page: Page) -> Candidate | None:
    """The line that is most likely the title; None where nothing looks like one.

    Sure is a line in whose beginning a trail ends, or which is said twice, even if it ends in a full stop and looks
    like the first paragraph. Likely is a headline right above the by-line; else the first headline of a short head, or
    the nearest to the text; the more so the more words it shares with the text.
    """
    end = min(page.start + 1, len(page.lines))
    near = [*range(min(LONGEST_HEAD, end)), *range(max(LONGEST_HEAD, end - LONGEST_HEAD), end)]
    indices = [index for index in near if _may_be_title(page, index)]
    head = _head(page, several=len(indices) > 1)
    scores = {index: _evidence(head, index) for index in indices}
    likely = _likely(page, scores)
    above = [i for i, mark in page.marks.items() if i < max(likely, default=0) and mark.rule in ABOVE_TITLES]
    begins = [index for index in likely if index > max(above, default=-1)] if len(indices) <= SHORT_HEAD else []
    candidates = [
        Candidate(scores[index] + (FIRST_LINE if index in begins[:1] else -min(after, FIRST_LINE)), index)
        for after, index in zip(range(len(likely) - 1, -1, -1), likely, strict=True)
    ]
    best = max(candidates, key=lambda candidate: (candidate.score, -candidate.line), default=None)
    return _above_event(page, _above_standfirst(head, best), scores) if best else None


def is_masthead(page: Page, title: str) -> bool:
    """Whether what a saved page gives for its title is rather the name of its site, and another title stands above.

    It is short, no line says it, and it has few words of the text or is in capitals: « Journal du Rhin », « VAUBAN ».
    """
    given = make_line(title)
    named = given.text.isupper() or is_name_like(given)
    if given.words > LONGEST_MASTHEAD or not named or any(line.folded == given.folded for line in page.lines):
        return False
    text = [page.lines[index] for index in page.free(page.start, page.end)]
    subject = frozenset().union(*(stems(line.folded) for line in text if _is_text(line)))
    told = stems(given.folded)
    if 2 * len(told & subject) > len(told) and not given.text.isupper():
        return False
    found = find_title(page)
    return found is not None and found.score >= SURE_INSTEAD and page.lines[found.line].words > given.words


def _may_be_title(page: Page, index: int) -> bool:
    mark, line = page.marks.get(index), page.lines[index]
    if mark is None:
        return True
    is_event = mark.rule == "date" and (is_press_event(line.folded) or is_review(line.folded))
    is_sure = (mark.rule in CERTAIN and not is_event) or (mark.rule == "pictogram" and not EMOJI.match(line.text))
    to_reader = addresses_reader(line) and not FOLLOWED.search(line.text)
    return not is_sure and line.words >= FEWEST_TAKEN and not to_reader


def _likely(page: Page, scores: dict[int, int]) -> list[int]:
    """The lines that may be the title, in order: headlines, and what has much for it; labels for want of better."""
    # « Qui paiera ? » ends like a sentence and so begins the text, but is a title.
    likely = [i for i, score in scores.items() if score >= SURE or is_headline(page.lines[i])]
    likely = [i for i in likely if i not in page.marks or scores[i] > 0]
    labels = [i for i in scores if i < page.start and i not in page.marks and is_label(page.lines[i])]
    short = [i for i in scores if scores[i] >= LIKELY and (i in labels or page.lines[i].words <= LONGEST_SENTENCE)]
    likely = sorted({*likely, *short})
    if not any(scores[i] >= 0 for i in likely):
        likely = sorted({*likely, *labels})
    return likely or [i for i in scores if i < page.start and is_headline(page.lines[i])]


def _above_standfirst(head: Head, best: Candidate) -> Candidate:
    """The headline above the best line, where both stand together: the first is the title, the second explains it."""
    before = best.line - 1
    if best.score >= REPEATED or before < 0 or before in head.page.marks:
        return best
    line, below = head.page.lines[before], head.page.lines[best.line]
    if not is_headline(line) or line.is_cut or not FEWEST_STANDING <= line.words <= below.words + MORE_STANDING:
        return best
    above, said = bare_words(line.folded), bare_words(below.folded)
    if said.startswith(above) or above.startswith(said) or above.endswith(said):
        # The end of a trail, cut short; or the title with a site behind it, or a trail before.
        return best
    is_title = likeness(line, head.subject) >= (CLAUSE if is_clause(line) else SHARED)
    return Candidate(best.score, before) if is_title else best


def _above_event(page: Page, best: Candidate, scores: Mapping[int, int]) -> Candidate:
    """The headline above a line that says what a text is, « Communiqué du ministre (17 septembre 2021) »."""
    above = max((index for index in scores if index < best.line), default=None)
    if above is None or not is_press_event(page.lines[best.line].folded) or best.score >= REPEATED:
        return best
    is_title = scores[above] > 0 and is_headline(page.lines[above]) and not page.free(above + 1, best.line)
    return Candidate(best.score, above) if is_title else best


def _head(page: Page, several: bool) -> Head:
    forms = [bare_words(line.folded) for line in page.lines]
    said: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        if page.marks.get(index, BODY).rule != "contents":
            said[form].append(index)
    trails = [i for i, mark in page.marks.items() if mark.rule == "breadcrumb"]
    text = [line for line in map(page.lines.__getitem__, page.free(0, page.end)) if _is_text(line)]
    subject = frozenset().union(*(stems(line.folded) for line in text)) if several else frozenset()
    return Head(page, said, trails, subject)


def _is_text(line: Line) -> bool:
    """Whether a line tells what the text is about: its paragraphs do, and its standfirst."""
    return line.shape is Shape.PROSE and not is_headline(line)


def _evidence(head: Head, index: int) -> int:
    """What speaks for a line being the title, less what speaks against it."""
    line = head.page.lines[index]
    if line.words > LONGEST_TITLE or line.words < 2 or line.is_cut:
        return 0
    kicker, told = KICKER.match(line.text), FOLLOWED.sub("", line.text)
    said = make_line(told[kicker.end() if kicker else 0 :]) if kicker or told != line.text else line
    return _standing(head, index) + (likeness(said, head.subject) if is_headline(line) or is_label(line) else 0)


def _standing(head: Head, index: int) -> int:
    """What the page says for the line."""
    page, line = head.page, head.page.lines[index]
    words = bare_words(line.folded)
    # A section that a trail ends in stands above it, too.
    is_section = line.words <= LONGEST_SECTION
    headed = is_section and index + 1 not in page.marks and is_headline(page.lines[min(index + 1, len(page.lines) - 1)])
    announced = any(_shows(page.lines[i], words) and (i < index or not is_section) for i in head.trails) and not headed
    masthead = line.words <= LONGEST_MASTHEAD and (is_name_like(line) or (line.words < 5 and line.text.isupper()))
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
    against = (
        _is_listed(page, index)
        or (NUMBERED.match(line.text) or CODES.fullmatch(line.text)) is not None
        or (masthead and line.text.isupper())
        or (index == 0 and FORUM.search(line.folded) is not None)
        or names_office(line)
        or _holds_another(line, head.said, page.start)
    )
    return (
        ANNOUNCED * announced
        + REPEATED * repeated
        + LED_TO * led_to
        + BEFORE_TEXT * before_text
        + DATED * (before_text and _is_below_byline(page, index))
        + (0 if masthead else _byline_below(page, index))
        - LISTED * against
        - 2 * TAKEN * (len(again) > 0 and not near)
        - _beside_credit(page, index)
        - TAKEN * (index in page.marks)
        - DESCRIPTION * is_office(line, page.lines[index - 1] if index else None)
        - LABEL_LIKE * (headed and not is_clause(line))
        + REPEATED * _is_cut_above(page, index, words)
        - DATED * _is_above_menu(page, index)
        + DATED * (is_review(line.folded) and bool(find_days(line.folded)))
    )


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
    """What it costs a line without a verb that a credit stands above; some of these are sections: « Monde / Asie »."""
    if page.marks.get(index - 1, BODY).rule != "credit" or is_clause(page.lines[index]):
        return 0
    return DESCRIPTION if PICTURE.search(page.lines[index - 1].folded) else LABEL_LIKE


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
        return DATED * (not line.is_terminated and page.marks.get(index + 1, BODY).rule in ("by-line", "published"))
    if line.is_terminated and not is_headline(line):
        following = page.marks.get(index + 1)
        follows = following is not None and following.zone is Zone.DATELINE
        return DATED * (line.words <= 20 and follows and page_words(line) < FEWEST_PAGE_WORDS)
    skipped = 0
    for after in range(index + 1, min(index + 6, len(page.lines))):
        mark = page.marks.get(after)
        if mark is not None and mark.zone is Zone.DATELINE:
            placed = PLACED * bool(stems(line.folded) & stems(page.lines[after].folded))
            worth = {"dateline": placed, "date": DATED}.get(mark.rule, BYLINED)
            return max(worth - FARTHER * skipped, 0)
        if mark is None and is_signature(page.lines[after]):
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
