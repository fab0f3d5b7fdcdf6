"""The first lines of a page go in; which of them is the title, and which a shortened path to it, comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from index.article import Zone
from index.cleaning.lines import Line, Shape, bare_words, fold_line
from index.cleaning.page import Page
from index.cleaning.rules import HEADING, sections

# A path to the page: « Accueil » or « Home » as a word, then a sign or a capital; « Accueil mitigé » is prose.
TRAIL_START = re.compile(
    r"\s*(?:Accueil|ACCUEIL|Home|HOME|Vous êtes ici)\b\s*(?P<next>[:>›»/|•·→-]|[^\W\d_a-zà-ÿ]|[«\"“]|$)"
)
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
SEPARATOR = re.compile(r"\]\s*\[|\s+[|›>»/•·→–—-]\s+|\s*[|›>•·→]\s*|\s*»\s+(?!$)")
# « Fermeture Défense Collectivités »: tags or names in a row, without a word between them.
TITLE_CASE = re.compile(r"[A-ZÀ-Þ][^\W\d_]*[a-zà-ÿ](?:\s+[A-ZÀ-Þ][^\W\d_]*[a-zà-ÿ])+")
# « Titre – Le Journal »: what a browser shows in the title bar.
SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,50}$")
LONGEST_TITLE = 32
LONGEST_MADE = 100
# What speaks for a line being the title. Up to so many lines, the head of a page is short enough to begin with it.
ANNOUNCED, REPEATED, BYLINED, LISTED, FIRST_LINE = 100, 40, 20, 30, 5
SURE = BYLINED
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
LONGEST_KICKER = 3
SHORT_HEAD = 15
# How far up the heading of a list is looked for.
LONGEST_LIST = 20


def is_trail(line: Line, titles: Collection[str]) -> bool:
    """Whether a line is a breadcrumb trail: it starts with Accueil or Home and is cut, divided, or ends in a title.

    `titles` are the bare words of the lines that may be the page's title.
    """
    start = TRAIL_START.match(line.text)
    words = bare_words(line.folded)
    if start is None:
        return False
    if line.is_cut or start["next"] in tuple(":>›»/|•·→-") or not start["next"]:
        return True
    if any(title and title in words for title in titles):
        return True
    second = words.split()[1:2]
    return not line.is_terminated and bool(second) and (second[0] in sections() or line.words <= 4)


def is_menu(line: Line) -> bool:
    """Whether a line is a row of short labels: divided by signs, or words that name sections of a site."""
    if line.is_terminated and not line.is_cut:
        return False
    parts = [part.strip() for part in SEPARATOR.split(TAG.sub("", line.text)) if part.strip()]
    words = bare_words(line.folded).split()
    known = sum(word in sections() for word in words)
    if len(parts) >= 3 and max(len(part.split()) for part in parts) <= 4:
        return True
    if len(parts) >= 4 and len(line.text.split()) <= 4 * len(parts):
        return True
    if len(words) >= 3 and TITLE_CASE.fullmatch(line.text):
        return True
    if len(parts) == 2 and all(part.split() and bare_words(part.lower()) in sections() for part in parts):
        return True
    return known == len(words) > 0 or (len(words) >= 3 and known * 3 >= len(words) * 2)


def is_shortened(line: Line, title: str) -> bool:
    """Whether a line is the beginning of the title cut short, or the title and a site's name."""
    words = bare_words(line.folded)
    if line.is_cut:
        # The last word may be cut in the middle.
        return len(words) >= 15 and title.startswith(words)
    return title != "" and len(words) > len(title) and words.startswith(title) and bool(SITE_SUFFIX.search(line.text))


class Candidate(NamedTuple):
    """A line that may be the title; the higher the score, the surer. Of equals, the first line wins."""

    score: int
    line: int


def find_title(page: Page) -> Candidate | None:
    """The line that is most likely the title; None where nothing looks like one.

    Sure is a line of which a trail shows the beginning, or which is said twice, even if it ends in a full stop and
    looks like the first paragraph. Likely is a headline right above the by-line; else the first headline of a short
    head, or the nearest to the text.
    """
    head = [index for index in range(min(page.start + 1, len(page.lines))) if index not in page.marks]
    evidence = _gather_evidence(page, head)
    # « Qui paiera ? » ends like a sentence and so begins the text, but is a title.
    likely = [i for i in head if evidence[i] >= SURE or (i <= page.start and is_headline(page.lines[i]))]
    if not likely:
        likely = [index for index in head if index < page.start and is_label(page.lines[index])]
    above = [
        index for index, mark in page.marks.items() if index < max(likely, default=0) and mark.rule in ABOVE_TITLES
    ]
    begins = [index for index in likely if index > max(above, default=-1)] if len(head) <= SHORT_HEAD else []
    candidates = [
        Candidate(evidence[index] + (FIRST_LINE if index in begins[:1] else -min(after, FIRST_LINE)), index)
        for after, index in zip(range(len(likely) - 1, -1, -1), likely, strict=True)
    ]
    return max(candidates, key=lambda candidate: (candidate.score, -candidate.line), default=None)


def _gather_evidence(page: Page, head: Sequence[int]) -> dict[int, int]:
    said = Counter(bare_words(line.folded) for line in page.lines[: page.end])
    trails = [bare_words(page.lines[i].folded) for i, mark in page.marks.items() if mark.rule == "breadcrumb"]
    return {index: _evidence(page, index, said, trails) for index in head}


def _evidence(page: Page, index: int, said: Counter[str], trails: Sequence[str]) -> int:
    """What the page itself says for a line being its title."""
    line = page.lines[index]
    words = bare_words(line.folded)
    if line.words > LONGEST_TITLE or line.words < 3 or line.is_cut:
        return 0
    announced = any(_shows(trail, words) for trail in trails)
    repeated = line.words > 3 and said[words] > 1
    evidence = ANNOUNCED * announced + REPEATED * repeated + BYLINED * _is_above_byline(page, index)
    masthead = line.words <= 4 and line.text.isupper()
    return evidence - LISTED * (_is_listed(page, index) or masthead or _has_site_behind(line, said))


def _has_site_behind(line: Line, said: Counter[str]) -> bool:
    """Whether a line is another one and a site's name, as browsers show it."""
    site = SITE_SUFFIX.search(line.text)
    return site is not None and said[bare_words(fold_line(line.text[: site.start()]))] > 0


def _is_listed(page: Page, index: int) -> bool:
    """Whether a line stands in a list of headlines below a heading, other than at its end."""
    below = index + 1 < len(page.lines) and index + 1 not in page.marks and is_headline(page.lines[index + 1])
    for before in range(index - 1, max(index - LONGEST_LIST, 0) - 1, -1):
        if before in page.marks:
            return below and page.marks[before].rule == HEADING
        if not is_headline(page.lines[before]):
            break
    return False


def _is_above_byline(page: Page, index: int) -> bool:
    """Whether a by-line or a date follows at once, or after one line of another kind (a standfirst)."""
    if page.lines[index].shape is Shape.LABEL:
        return False
    if page.lines[index].is_terminated and not is_headline(page.lines[index]):
        following = page.marks.get(index + 1)
        return page.lines[index].words <= 20 and following is not None and following.zone is Zone.DATELINE
    skipped = 0
    for after in range(index + 1, min(index + 6, len(page.lines))):
        mark = page.marks.get(after)
        if mark is not None and mark.zone is Zone.DATELINE:
            return mark.rule != "dateline"
        skipped += mark is None
        parts = mark is not None and mark.rule in ABOVE_TITLES and page.lines[after].words > LONGEST_KICKER
        if skipped > 1 or parts or (mark is not None and mark.zone is Zone.RELATED):
            return False
    return False


def is_label(line: Line) -> bool:
    """Whether a line of two or three words could be a title, where there is nothing better."""
    return line.shape is Shape.LABEL and line.words >= 2 and not line.is_item


def is_headline(line: Line) -> bool:
    """Whether a line could be a title: of some length, and not ending in a full stop as a paragraph does."""
    if not 4 <= line.words <= LONGEST_TITLE or line.is_item:
        return False
    return not line.text.rstrip('»”"’) \u00a0\u202f').endswith((".", ":", ",", ";")) or line.is_cut


def _shows(trail: str, title: str) -> bool:
    """Whether a trail ends in a beginning of the title of three words or more."""
    words = title.split()
    if title in trail:
        return True
    for count in range(len(words), 2, -1):
        if trail.endswith(" " + " ".join(words[:count])):
            return True
    # The last word of the trail may be cut in the middle.
    rest = trail.rpartition(" ")
    return any(
        rest[0].endswith(" " + " ".join(words[:count])) and words[count].startswith(rest[2])
        for count in range(3, len(words))
    )


def made_title(text: str) -> str:
    """A title for an article without one: the beginning of its first paragraph, cut between words."""
    if len(text) <= LONGEST_MADE:
        return text
    return text[: LONGEST_MADE + 1].rsplit(maxsplit=1)[0].rstrip(" ,;:«“(–-\u00a0\u202f") + "…"
