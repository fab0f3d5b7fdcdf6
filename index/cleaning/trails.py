"""A line goes in; whether it is a path to the page, a row of labels, or the title in another shape, comes out."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.cleaning.dates import is_dated
from index.cleaning.lines import Line, bare_words, fold_line
from index.cleaning.rules import sections

# A path to the page: « Accueil » or « Home » as a word, then a sign or a capital; « Accueil mitigé » is prose.
TRAIL_START = re.compile(
    r"\s*(?:Fil d['’]Ariane ?: ?)?(?:Accueil|ACCUEIL|Home|HOME|Vous êtes ici|(?:Ta|Votre) position|Index du forum)\b"
    r"\s*(?P<next>[:<>›‹»/|•·→-]|[^\W\d_a-zà-ÿ]|[«\"“]|$)"
)
# What leads back to the first page stands between two articles, or in a menu.
HOME = ("accueil", "home", "page d'accueil")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
SEPARATOR = re.compile(r"\]\s*\[|\s+[|›‹>»/•·→–—-]\s+|\s*[|›‹>•·→]\s*|\s*»\s+(?!$)")
# « Fermeture Défense Collectivités »: tags or names in a row, without a word between them.
TITLE_CASE = re.compile(r"[A-ZÀ-Þ][^\W\d_]*[a-zà-ÿ](?:\s+[A-ZÀ-Þ][^\W\d_]*[a-zà-ÿ])+")
# « Titre – Le Journal »: what a browser shows in the title bar.
SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,50}$")
# « Re: », « 4 réflexions sur » and the like stand beside a title said again.
LONGEST_ADDITION, SHORTEST_CUT = 25, 30


# « Principal / Guerre / Les forces avancent »: labels, then the beginning of a title, so many letters of each.
DIVIDED = re.compile(r" [/|›] ")
LONGEST_LABEL, SHORTEST_END, LONGEST_PATH = 40, 16, 250
# « Monde » Europe de l'Est »: arrows between labels, which prose has not.
ARROWS = re.compile(r"[^«»›>|]{2,40}(?:\s[»›>]\s[^«»›>|]{2,120})+")


def begins_trail(line: Line) -> bool:
    """Whether a line may be a breadcrumb trail."""
    return bool(TRAIL_START.match(line.text) or (ARROWS.fullmatch(line.text) and not is_dated(line.folded)))


def path_end(line: Line) -> str:
    """What a line ends in that may be a path to the page, in bare words: « Principal / Guerre / Kiev avance … »."""
    *labels, last = DIVIDED.split(line.text) if len(line.text) <= LONGEST_PATH else ("",)
    is_path = labels != [] and max(map(len, labels)) <= LONGEST_LABEL and len(last) >= SHORTEST_END
    return bare_words(fold_line(last)) if is_path else ""


def is_trail(line: Line, titles: Collection[str]) -> bool:
    """Whether a line is a breadcrumb trail: it starts with Accueil or Home and is cut, divided, or ends in a title.

    `titles` are the bare words of the lines that may be the page's title.
    """
    start = TRAIL_START.match(line.text)
    words = bare_words(line.folded)
    if start is None:
        return begins_trail(line)
    if line.is_cut or start["next"] in tuple(":<>›‹»/|•·→-") or not start["next"]:
        return True
    if any(title and title in words for title in titles):
        return True
    second = words.split()[1:2]
    return not line.is_terminated and bool(second) and (second[0] in sections() or line.words <= 4)


def is_menu(line: Line) -> bool:
    """Whether a line is a row of short labels: divided by signs, or words that name sections of a site."""
    parts = [part.strip() for part in SEPARATOR.split(TAG.sub("", line.text)) if part.strip()]
    if any(bare_words(fold_line(part)) in HOME for part in parts[1:-1]):
        return True  # « Un hiver à Tallinn | Accueil | Faut-il encore des consulats ? », between two articles of a blog
    if line.is_terminated and not line.is_cut:
        return False
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
    if len(words) > SHORTEST_CUT and title.startswith(words + " "):
        return True
    if len(title) > 25 and title in words and 0 < len(words) - len(title) <= LONGEST_ADDITION:
        return True
    return title != "" and len(words) > len(title) and words.startswith(title) and bool(SITE_SUFFIX.search(line.text))
