"""A page whose text is found goes in; what stands before, after and between is marked by how it looks there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from index.article import Zone
from index.cleaning.bylines import is_signed_day
from index.cleaning.captions import SPEAKER, has_credit
from index.cleaning.dates import is_dated, is_entry, without_times
from index.cleaning.evidence import (
    addresses_reader,
    content_words,
    interface_share,
    is_clause,
    is_name_like,
    is_other_language,
    speaks_of_page,
)
from index.cleaning.head import mark_head
from index.cleaning.headings import is_numbered
from index.cleaning.lines import Line, Shape, fold_line, is_headed
from index.cleaning.links import mark_boxes, mark_links, mark_offers
from index.cleaning.notes import SURE_NOTES, note_sign
from index.cleaning.page import (
    BODY,
    Page,
    has_lost_stop,
    reads_on,
)
from index.cleaning.pictures import ATTRIBUTION, NAMING, is_cited, mark_pictures
from index.cleaning.rules import CONTINUED, is_talk, is_told, sections
from index.cleaning.runs import continues, mark_runs, shortest_stopless
from index.cleaning.signatures import is_roll

# Rules of by-lines; several after the text belong to teasers of other articles, or to comments.
BYLINES = ("by-line", "date", "published")
# A text has some paragraphs before others are told of, each in so many lines: headline, summary, by-line.
FEWEST_PARAGRAPHS, LONGEST_TEASER = 2, 3
# A link to another article has no more words; below the text, more than this share of words about the page make one,
# of those of a clause more.
LONGEST_LINK, PAGE_SHARE, CLAUSE_SHARE = 11, 0.25, 0.5
# Initials or a name before what is said, and how often somebody speaks in an interview.
SPEAKING, FEWEST_TURNS = re.compile(r"[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*){0,2} ?: "), 2
# Shorter names of sites are words that texts begin with as well.
SHORTEST_SITE = 4
# « Bien à vous, » has no more words.
LONGEST_FAREWELL = 4
# « La mission en bref », « Repères »: below these, points of a list tell in short what the article is about.
BOXED = re.compile(
    r"\W*(?:[^:]{4,40} en (?:bref|chiffres|dates)|(?:chiffres|dates)[ -]cles|reperes|fiche technique)\W*"
)
FIELD, LONGEST_BOXED = re.compile(r"[^:.!?]{2,60}\s?: [^:.!?]{1,40}"), 12
# Whoever signs a release below « Fait à Cotonou, le 30 janvier 2025. » has an office of no more words.
LONGEST_OFFICE = 8
DRAWN_UP = re.compile(r"(?:Fait|Donné) (?:à|au) [A-ZÀ-Þ][\w'’ -]{2,40},? le \d.{4,30}")
# « * Ancien consul, auteur de … »
STARRED = re.compile(r"\(?\*+\)? ?[^\W\d*]")
# In so many letters a note names whom it is about.
FAR = 80
# So many words and a subject make a sentence.
FEWEST_WORDS = 4
SUBJECT = re.compile(
    r"\W*(?:L[ea]s?\b|L['’]|Une?\b|Des\b|Tou[ts]|Ils?\b|Elles?\b|On\b|Cett?e?\b|Leurs?\b|Nous\b|Ce\b|C['’]|Ces\b|Son\b|Sa\b|Ses\b)"
)
# « À propos Odile Brun », below the text of Odile Brun
ABOUT = re.compile(r"^(?:a propos|au sujet)(?: de| d')? ?")
# Given name and surname; places follow « à » and the like.
ARTICLE = re.compile(r"^(?:l'|(?:le|la|les) )")
NAME = re.compile(
    r"(?<!à )(?<!en )\b(?=(?!Par |By |Texte |Propos |Photos? |L[ea]s? [A-ZÀ-Þ]{2})"
    r"([A-ZÀ-Þ][\w'’.-]+ (?:de |du |d'|van |von |al )?[A-ZÀ-Þ](?:[\w'’-]+|\.)))"
)


def mark_surroundings(page: Page) -> None:
    """Everything around the text, and what interrupts it."""
    speakers = _speakers(page)
    _take_last_turns(page, speakers)
    mark_talk(page, speakers)
    mark_other_language(page)
    mark_pictures(page)
    mark_head(page)
    mark_signatures(page)
    mark_teasers(page)
    mark_notes(page, speakers)
    mark_tail(page)
    mark_links(page)
    mark_offers(page)
    mark_boxes(page)
    mark_runs(page)


def mark_talk(page: Page, speakers: Collection[str]) -> None:
    """What the site says to its readers before and after the text, and within it beside other furniture.

    What one of the `speakers` of an interview says is none of it.
    """
    own = {Zone.BODY, Zone.TITLE, Zone.DATELINE}
    for index in page.free(0, len(page.lines)):
        if _speaker(page.lines[index]) in speakers:
            continue
        beside = {page.marks.get(place, BODY).zone for place in (index - 1, index + 1)}
        outside = not page.start <= index < page.end
        leads = not outside and index + 1 < page.end and page.lines[index + 1].is_item
        spoken = leads or _answers(page, index) or page.is_told_at(index)
        if (outside or not beside <= own) and not spoken and is_talk(page.lines[index], 2 if outside else 3):
            page.mark(index, Zone.CHROME, "to the reader")


def _speaker(line: Line) -> str:
    """Who speaks in a line of an interview, "" where nobody is named: « RLJ : Merci d'avoir été notre invitée. »"""
    named = SPEAKING.match(line.text)
    return named[0] if named else ""


def _speakers(page: Page) -> frozenset[str]:
    """Who speaks in the lines of a page again and again."""
    turns = Counter(map(_speaker, page.lines))
    return frozenset(speaker for speaker, times in turns.items() if speaker and times > FEWEST_TURNS)


def _take_last_turns(page: Page, speakers: Collection[str]) -> None:
    """Let the text go on over what the speakers of an interview say last: « Merci à vous. »"""
    while page.end < len(page.lines) and page.end not in page.marks and _speaker(page.lines[page.end]) in speakers:
        page.end += 1


def mark_other_language(page: Page) -> None:
    """English sentences of a French page: what publishing services say in the midst of a text."""
    prose = [index for index in page.free(0, len(page.lines)) if page.lines[index].is_terminated]
    english = [index for index in prose if is_other_language(page.lines[index])]
    if len(english) * 3 <= len(prose):
        for index in english:
            page.mark(index, Zone.CHROME, "other language")


def _answers(page: Page, index: int) -> bool:
    """Whether a sentence stands within the text right below a question that is not the site's to its readers."""
    above, asked = page.lines[index - 1], page.start <= index - 1 and index - 1 not in page.marks
    return (
        asked
        and index < page.end
        and page.lines[index].is_terminated
        and above.text.endswith("?")
        and not is_talk(above)
    )


def mark_signatures(page: Page) -> None:
    """The names of authors and site, said again alone within the text, and what a star at a by-line stands for."""
    names, site = _authors(page), _site(page)
    for index in page.free(page.start, page.end):
        if page.lines[index].folded in names or (site and page.lines[index].folded == page.lines[0].folded):
            page.mark(index, Zone.DATELINE, "names")
        elif ABOUT.sub("", page.lines[index].folded, count=1) in names:
            page.mark(index, Zone.CHROME, "closing heading")
            named = page.lines[index].folded.split()[-2:]
            if index + 1 < len(page.lines) and page.lines[index + 1].folded.startswith(tuple(named)):
                page.mark(index + 1, Zone.CHROME, "about the author")
    dated = [page.lines[index].text for index, mark in page.marks.items() if mark.zone is Zone.DATELINE]
    for index in page.free(page.start, len(page.lines)) if any(text.endswith("*") for text in dated) else ():
        if STARRED.match(page.lines[index].text):
            page.mark(index, Zone.CHROME, "about the author")


def mark_notes(page: Page, speakers: Collection[str]) -> None:
    """The last sentences above the end of the text that are none of it: on its authors, its site, its sources."""
    names = _authors(page)
    site = _site(page)

    def above(last: int) -> bool:
        """Whether a note stands right above a line, which then is none of the text either."""
        before = page.free(page.start, last)[-1:]
        return bool(before) and _note(page.lines[before[0]], names, site) in SURE_NOTES

    found = False
    while page.end > page.start:
        last = page.end - 1
        if any(_is_farewell(page.lines[place]) for place in (last, last - 1)):
            return
        if last not in page.marks:
            line = page.lines[last]
            if _answers(page, last) or page.is_told_at(last) or _speaker(line) in speakers:
                return
            sign = _note(line, names, site)
            loose = line.words <= LONGEST_LINK and not (reads_on(line) or has_lost_stop(line))
            if sign is None and loose and ((found and not line.is_terminated) or above(last)):
                sign = "below the text"
            if sign is None:
                return
            found = True
            page.mark(last, Zone.CHROME, sign)
        page.end = last


def _note(line: Line, names: Collection[str], site: str) -> str | None:
    if (line.is_item and not line.text.startswith("[")) or is_entry(line.folded):
        return None
    if any(0 <= line.folded.find(name) < FAR for name in names) and not SPEAKER.search(line.text):
        return "about the author"
    if site and ARTICLE.sub("", line.folded).startswith(site) and not is_told(line):
        return "about the site"
    if is_other_language(line):
        return "other language"
    return "to the reader" if is_talk(line) else note_sign(line)


def mark_teasers(page: Page) -> None:
    """What is said below the text of other articles: headline, summary, by-line, and the next."""
    dated = [
        i
        for i, m in page.marks.items()
        if m.zone is Zone.DATELINE and i > page.start and is_dated(page.lines[i].folded)
    ]
    before = page.free(page.start, min(dated, default=page.start))
    if len(dated) < 2 or sum(page.lines[index].shape is Shape.PROSE for index in before) < FEWEST_PARAGRAPHS:
        return
    shortest = shortest_stopless(page)
    loose = [i for i in before if not (page.lines[i].is_terminated or continues(page.lines[i], shortest))]
    headlines = [i for i in loose if without_times(page.lines[i].folded).strip()]  # a day heads an entry
    if headlines and min(dated) - headlines[-1] <= LONGEST_TEASER:
        page.end = min(page.end, headlines[-1])
        for index in page.free(headlines[-1], len(page.lines)):
            page.mark(index, Zone.RELATED, "teaser")


def _site(page: Page) -> str:
    """The name at the head of the page, as its site is called."""
    if not page.lines or page.marks.get(0, BODY).zone is not Zone.CHROME:
        return ""
    name = re.split(r"\s*(?:[,|:]|\s-)\s", page.lines[0].folded)[0]
    name = ARTICLE.sub("", name)
    return name if len(name) > SHORTEST_SITE and name not in sections() else ""


def _authors(page: Page) -> frozenset[str]:
    """The names in the by-lines, by which a note about their bearers is known."""
    marks = [(i, mark) for i, mark in page.marks.items() if i < page.end and mark.zone is Zone.DATELINE]
    lines = [page.lines[i].text for i, mark in marks if mark.rule in NAMING or page.lines[i].text.startswith("Par ")]
    lines.append(page.author or "")
    owners = [line.folded for line in page.lines if "copyright" in line.folded]
    names = {fold_line(name) for text in lines for name in NAME.findall(text) if not text.isupper()}
    # « Par Salimata Ouédraogo, Vigie Info Dakar », of the site « © Vigie Info »
    return frozenset(name for name in names if not any(name in owner for owner in owners))


def mark_tail(page: Page) -> None:
    """What stands after the text, but for the last words of an article that have lost their full stop."""
    while (last := _line_below(page)) < len(page.lines) and _goes_on(page, last):
        page.end = last + 1
    free = page.free(page.end, len(page.lines))
    if free[:1] == [page.end] and is_signed_day(page.lines[page.end]) and not _is_dated_above(page):
        page.mark(page.end, Zone.DATELINE, "by-line")
    if sum(mark.rule in BYLINES for index, mark in page.marks.items() if index >= page.end) > 1:
        for index in free:
            page.mark(index, Zone.RELATED, "teaser")
    for index in free:
        line = page.lines[index]
        if not line.is_terminated or page.is_furnished:
            zone = Zone.RELATED if line.shape is Shape.HEADLINE else Zone.CHROME
            page.mark(index, zone, "after the text")


def _is_dated_above(page: Page) -> bool:
    marks = (index for index, mark in page.marks.items() if index < page.end and mark.zone is Zone.DATELINE)
    return any(is_dated(page.lines[index].folded) for index in marks)


def _is_farewell(line: Line) -> bool:
    """Whether a line ends a letter: « Bien à vous, »."""
    return line.text.endswith(",") and line.words <= LONGEST_FAREWELL


def _line_below(page: Page) -> int:
    """The line below the text, or below what stands between: the time of a live entry, the number of a page."""
    parted = page.end + 1 < len(page.lines) and page.end in page.marks
    numbered = parted and is_numbered(page, page.end + 1)
    return page.end + (numbered or page.marks.get(page.end, BODY).rule in ("digits", "clock"))


def _goes_on(page: Page, index: int) -> bool:
    """Whether the line below the text belongs to it, though it has lost its full stop.

    Where nothing else stands on the page, it does; else it must look like a sentence. Headlines of others seldom follow
    a text without anything between.
    """
    line, last = page.lines[index], index + 1 == len(page.lines)
    if index in page.marks:
        return False
    listed = line.text.endswith(";") or (line.is_item and page.lines[index - 1].text.endswith(";"))
    listed = listed or (index > page.end and is_numbered(page, index))
    signs = line.words <= LONGEST_OFFICE and DRAWN_UP.fullmatch(page.lines[index - 1].text) is not None
    leads = signs or _is_farewell(line) or CONTINUED.fullmatch(line.text) is not None or reads_on(line)
    if (
        listed
        or leads
        or _is_in_box(page, index)
        or is_roll(page.lines, index)
        or _heads_last(page, index)
        or (ATTRIBUTION.match(line.text) and is_cited(page, index))
    ):
        return True
    if line.is_terminated or is_name_like(line) or has_credit(line) or note_sign(line):
        return False
    if line.text.endswith(":") and index + 1 in page.marks:
        return False
    if last and (not page.is_furnished or line.words > LONGEST_LINK):
        return True
    share = CLAUSE_SHARE if is_clause(line) else PAGE_SHARE
    about_page = interface_share(content_words(line.folded)) > share or addresses_reader(line)
    if line.words <= LONGEST_LINK and (about_page or is_dated(line.folded)):
        return False
    return line.words > FEWEST_WORDS and (is_clause(line) or SUBJECT.match(line.text) is not None)


def _is_in_box(page: Page, index: int) -> bool:
    """Whether a line heads the points that close an article, « La mission en bref », or is one of them."""
    return is_headed(page.lines, index, BOXED, _is_boxed, LONGEST_BOXED)


def _is_boxed(line: Line) -> bool:
    return line.is_item or FIELD.fullmatch(line.text) is not None


def _heads_last(page: Page, index: int) -> bool:
    """Whether a line is as short as headings, and the last line of all stands below it and tells something."""
    below = page.lines[index + 1] if index + 2 == len(page.lines) and index + 1 not in page.marks else None
    told = below is not None and below.words > FEWEST_WORDS and is_clause(below) and not addresses_reader(below)
    return told and page.lines[index].words <= LONGEST_FAREWELL and not speaks_of_page(page.lines[index])
