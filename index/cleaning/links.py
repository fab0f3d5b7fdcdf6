"""A page whose text is found goes in; lines within the text that lead elsewhere are marked: links, offers, polls."""

from __future__ import annotations

import re
from itertools import pairwise

from index.article import Zone
from index.cleaning.dates import find_days, has_time, is_moment
from index.cleaning.evidence import is_clause
from index.cleaning.headlines import SORT
from index.cleaning.page import BODY, Page, has_lost_stop
from index.cleaning.pictures import LONGEST_LEGEND
from index.cleaning.runs import is_counted, is_loose

# A headline has so many words at least; one that says what sort of article it leads to, these.
SHORTEST_LINK, SHORTEST_SORTED = 7, 5
LONGEST_POLL = 20
MOST_ANSWERS = 6
# What leads to one has no more: « LIRE PLUS : Le Tchad ferme sa frontière » is the link already.
LONGEST_LEADING = 6
# The rules of furniture that a link follows.
LEADING = ("player", "navigation", "words of the page", "advertising", "related heading", "read also", "newsletter")
# « La suite après cette publicité »: what follows is the text again.
GOES_ON = re.compile(r"\b(?:suite|continue|continuer|poursuit|poursuivre|reprend|reprendre)\b")
# So many lines may stand between the heading of a box and its field, and above the button of an offer.
LONGEST_BOX, LONGEST_OFFER = 2, 3


def mark_links(page: Page) -> None:
    """A headline within the text right below what leads to one, « Vidéo suivante », and too long for a heading.

    So is one that says in capitals what sort of article it leads to, and the only one with a time of its own, where the
    article's stands above the text.
    """
    for index in page.free(page.start + 1, page.end):
        line, above = page.lines[index], page.marks.get(index - 1, BODY).rule
        is_sorted = SORT.match(line.folded) and line.text.split()[0].isupper() and line.text not in page.headings
        if is_sorted and line.words >= SHORTEST_SORTED and (is_loose(line) or line.text.endswith("?")):
            page.mark(index, Zone.RELATED, "headline")
        if page.lines[index - 1].words > LONGEST_LEADING or has_lost_stop(line) or line.text.startswith("«"):
            continue
        if line.text in page.headings or is_moment(line.folded):
            continue
        is_link = is_loose(line) and not is_counted(page, index)
        goes_on = GOES_ON.search(page.lines[index - 1].folded) is not None
        is_led_to = above in LEADING and not goes_on and line.words >= SHORTEST_LINK and ". " not in line.text
        if is_link and (is_led_to or _is_told_of(page, index)):
            page.mark(index, Zone.RELATED, "headline")
    dated = [index for index in page.free(page.start + 1, page.end) if _is_dated_link(page, index)]
    is_dated_above = any(mark.zone is Zone.DATELINE for index, mark in page.marks.items() if index < page.start)
    if len(dated) == 1 and is_dated_above:
        page.mark(dated[0], Zone.RELATED, "headline")


def mark_polls(page: Page) -> None:
    """The question right below « Sondage » or « La question du jour », and the answers, down to « Voter »."""
    for index in page.free(1, len(page.lines)):
        line, label = page.lines[index], page.lines[index - 1]
        is_poll = page.marks.get(index - 1, BODY).rule == "reader poll" and label.words <= LONGEST_LEADING
        if is_poll and line.text.endswith("?") and line.words <= LONGEST_POLL:
            page.mark(index, Zone.CHROME, "reader poll")
            _mark_answers(page, index)


def _mark_answers(page: Page, question: int) -> None:
    """The few words of each answer between the question and what else belongs to the poll below."""
    below = range(question + 1, min(question + 2 + MOST_ANSWERS, len(page.lines)))
    end = next((index for index in below if page.marks.get(index, BODY).rule == "reader poll"), question)
    for index in page.free(question + 1, end):
        if page.lines[index].words <= LONGEST_LEADING:
            page.mark(index, Zone.CHROME, "reader poll")


def mark_offers(page: Page) -> None:
    """What stands without a full stop above a button, « Découvrir », of which something else is offered."""
    buttons = [index for index, mark in page.marks.items() if mark.rule == "button" and page.start < index < page.end]
    for button in buttons:
        for index in range(button - 1, max(button - 1 - LONGEST_OFFER, page.start), -1):
            if index in page.marks or not is_loose(page.lines[index]) or page.lines[index].text in page.headings:
                break
            page.mark(index, Zone.CHROME, "advertising")


def mark_boxes(page: Page) -> None:
    """What stands without a verb between two lines that offer a letter: its name, and what it is about."""
    offers = [index for index, mark in sorted(page.marks.items()) if mark.rule == "newsletter"]
    for first, last in pairwise(offers):
        between = page.free(first + 1, last)
        lines = [page.lines[index] for index in between]
        if last - first - 1 != len(between) or len(between) > LONGEST_BOX:
            continue
        if not any(is_clause(line) or line.words > LONGEST_LEGEND for line in lines):
            for index in between:
                page.mark(index, Zone.CHROME, "newsletter")


def _is_told_of(page: Page, index: int) -> bool:
    """Whether the line below says when another article was published: « Ce contenu a été publié le 22 août 2023 … »."""
    return page.marks.get(index + 1, BODY).rule == "provenance" and bool(find_days(page.lines[index + 1].folded))


def _is_dated_link(page: Page, index: int) -> bool:
    """Whether a line is as long as headlines are, and a day and a time of day follow, as below those of others."""
    line, is_date = page.lines[index], page.marks.get(index + 1, BODY).rule == "date"
    return is_date and has_time(page.lines[index + 1].folded) and is_loose(line) and line.words >= SHORTEST_LINK
