"""The first lines of a page go in; which of them is the title, and which a shortened path to it, comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.cleaning.lines import Line, Shape, bare_words
from index.cleaning.rules import Mark, sections

# A path to the page: « Accueil » or « Home » as a word, then a sign or a capital; « Accueil mitigé » is prose.
TRAIL_START = re.compile(
    r"\s*(?:Accueil|ACCUEIL|Home|HOME|Vous êtes ici)\b\s*(?P<next>[:>›»/|•·→-]|[^\W\d_a-zà-ÿ]|[«\"“]|$)"
)
SEPARATOR = re.compile(r"\s+[|›>»/•·→–—-]\s+|\s*[|›>•·→]\s*|\s*»\s+(?!$)")
# « Titre – Le Journal »: what a browser shows in the title bar.
SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,50}$")
LONGEST_TITLE = 32
LONGEST_MADE = 100


def is_trail(line: Line, titles: Sequence[str]) -> bool:
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
    parts = [part.strip() for part in SEPARATOR.split(line.text) if part.strip()]
    words = bare_words(line.folded).split()
    known = sum(word in sections() for word in words)
    if len(parts) >= 3 and max(len(part.split()) for part in parts) <= 4:
        return True
    if len(parts) == 2 and all(part.split() and bare_words(part.lower()) in sections() for part in parts):
        return True
    return len(words) >= 3 and known * 3 >= len(words) * 2


def is_shortened(line: Line, title: str) -> bool:
    """Whether a line is the beginning of the title cut short, or the title and a site's name."""
    words = bare_words(line.folded)
    if line.is_cut:
        # The last word may be cut in the middle.
        return len(words) >= 15 and title.startswith(words)
    return title != "" and len(words) > len(title) and words.startswith(title) and bool(SITE_SUFFIX.search(line.text))


def find_title(lines: Sequence[Line], marks: Mapping[int, Mark], start: int, end: int) -> int | None:
    """The index of the line that is the title; None without one.

    `start` and `end` bound the running text, `marks` are the lines that are none of it. Sure is a line of which a
    trail shows the beginning, or which is said twice, even if it ends in a full stop and looks like the first
    paragraph; else it is the first line before the text that looks like a headline, or the last label there.
    """
    head = [index for index in range(min(start + 1, len(lines))) if index not in marks]
    sure = [index for index in head if lines[index].words <= LONGEST_TITLE and _is_sure(lines, index, end)]
    before = [index for index in head if index < start]
    headlines = [index for index in before if is_headline(lines[index])]
    labels = [index for index in before if lines[index].shape is Shape.LABEL and lines[index].words >= 2]
    return next(iter([*sure, *headlines, *labels[-1:]]), None)


def _is_sure(lines: Sequence[Line], index: int, end: int) -> bool:
    words = bare_words(lines[index].folded)
    if lines[index].words < 3 or lines[index].is_cut:
        return False
    others = [(line, bare_words(line.folded)) for place, line in enumerate(lines[:end]) if place != index]
    return any(
        other == words or (TRAIL_START.match(line.text) is not None and _shows(other, words)) for line, other in others
    )


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
