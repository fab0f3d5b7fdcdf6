"""A line goes in; how much it looks like a headline, whatever stands around it, comes out."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.cleaning.bylines import is_dated_title, is_review
from index.cleaning.captions import has_credit
from index.cleaning.dates import find_days, without_times
from index.cleaning.evidence import (
    addresses_reader,
    content_words,
    interface_share,
    is_clause,
    is_name_like,
    speaks_of_page,
    stems,
)
from index.cleaning.lines import Line, Shape
from index.cleaning.notes import BOOK

DIVIDER = re.compile(r"[|›•·→]|\s[/>]\s")
# « Q : La France soutient-elle … ? », « Bonjour Odile. Que dit la presse ? »
INTERVIEW = re.compile(r"(?:q|r|question|reponse) ?:|bonjour [\w ]{2,30}[.,!]")
# « … – 2 min. 14 »
LENGTH = re.compile(r"\b\d{1,3} ?(?:min(?:utes?)?|mn|sec)\b\.?(?: ?\d{1,2})?\W*$")
# « Code de la dépêche : 5591320 », « Communiqué (2024) 001 »
CODE = re.compile(r"(?::\s*\d{4,}|\(\d{4}\) ?\d+)$")
# « Direct. Liban : … » is a title, « Elle a duré neuf heures. Qui a gagné ? » is none.
SENTENCES = re.compile(r"(?:\S+\s+){4,}\S*[^\W\d_]{3}[\s»”\"]*\.\s+[«A-ZÀ-Þ]")
# « Les chars sont là. « Ce que nous attendions » »
QUOTED_END = re.compile(r"^[^.«]*\. «[^«».]*»$")
# « Le drone ne pose pas de questions ». Comment une pianiste apprend à entendre
QUOTED_START = re.compile(r"\s*«[^«»]{10,80}»\. [^.!?:;«]{20,120}[\w»]$")
# « Les obusiers vont à l'est. La brigade aura d'abord des canons empruntés »
TWO = re.compile(r"^[^.!?:;«»]{12,50}[a-zà-ÿ]{3}\. [A-ZÀ-Þ][^.!?:;«»]{20,90}[a-zà-ÿ]{3}$")
MOVEMENT = re.compile(r"\b(?:a|en|sur|contre|vers|sous)\b")
WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b")
LONGEST_TITLE, LONGEST_USUAL, LONGEST_MADE = 32, 20, 100
# What speaks for a line: the words it shares with the text, a verb, its day; and against it: words about the page, the
# look of a label, of a description, of a row of links.
SHARED, MOST_SHARED, CLAUSE, CAPITALS, DATED = 5, 4, 3, 4, 10
PAGE_WORD, LABEL_LIKE, SHORT, LONG, DESCRIPTION, LISTED = 5, 6, 8, 6, 15, 30
# « Chronique | Le prix du givre », « RÉCIT. La fin de la république fantôme »: what sort of article it leads to.
SORT = re.compile(
    r"\W*(?:analyse|carte|chronique|decryptage|dossier|edito(?:rial)?|enquete|entretien|grand format|infographie"
    r"|interview|podcast|portrait|recit|reportage|tribune|video)s? ?(?:[/.]| [-–—]) ?[\w«]"
)


def likeness(line: Line, subject: Collection[str]) -> int:
    """How much a line looks like a headline of a text, of which `subject` are the stems, rather than like a label."""
    words = content_words(line.folded)
    page_words = round(interface_share(words) * len(words))
    of_site = addresses_reader(line) and (page_words > 0 or not is_clause(line))
    # « … demande où était l'alerte » is not about the page.
    page_words -= page_words == 1 and is_clause(line) and not of_site
    return (
        SHARED * min(len(stems(line.folded) & set(subject)), MOST_SHARED)
        + CLAUSE * (not line.text.endswith(".") and line.words > 4 and is_clause(line))
        + DATED * is_dated_title(line)
        + CAPITALS * (line.text.isupper() and line.words > 4 and not is_name_like(line))
        - PAGE_WORD * page_words
        - LABEL_LIKE * (2 * _is_named(line) + _is_date(line) + _is_divided(line) + of_site)
        - SHORT * (line.words < 4)
        - LONG * (line.words > LONGEST_USUAL)
        - LISTED * (line.text[0].islower() or INTERVIEW.match(line.folded) is not None)
        - DESCRIPTION * (has_credit(line) or LENGTH.search(line.folded) is not None)
    )


def _is_named(line: Line) -> bool:
    """Whether a line is names; « Retour à Kaboul » is more."""
    return is_name_like(line) and not (line.words < 4 and MOVEMENT.search(line.folded))


def _is_divided(line: Line) -> bool:
    """Whether signs divide a line into labels, or it is numbered as an issue is."""
    return bool(DIVIDER.search(line.text) or BOOK.search(line.folded) or CODE.search(line.text))


def _is_date(line: Line) -> bool:
    """Whether a line is a date and little else, or an offer that ends on a day."""
    if is_review(line.folded):
        return False
    if WEEKDAY.search(line.folded) and not is_clause(line):
        # « L'épave, jeudi matin » describes a picture.
        return True
    days = find_days(line.folded)
    return bool(days) and (len(without_times(line.plain).split()) < 5 or speaks_of_page(line))


def is_label(line: Line) -> bool:
    """Whether a line of two or three words could be a title, where there is nothing better."""
    return line.shape is Shape.LABEL and line.words >= 2 and not line.is_item


def is_headline(line: Line) -> bool:
    """Whether a line could be a title: of some length, and not ending in a full stop as a paragraph does."""
    if not 4 <= line.words <= LONGEST_TITLE or line.is_item:
        return False
    if SENTENCES.match(line.text) and not any(pattern.search(line.text) for pattern in (QUOTED_END, QUOTED_START, TWO)):
        return False
    return not line.text.rstrip('»”"’) \u00a0\u202f').endswith((".", ":", ",", ";")) or line.is_cut


def made_title(text: str) -> str:
    """A title for an article without one: the beginning of its first paragraph, cut between words."""
    if len(text) <= LONGEST_MADE:
        return text
    return text[: LONGEST_MADE + 1].rsplit(maxsplit=1)[0].rstrip(" ,;:«“(–-\u00a0\u202f") + "…"
