"""A page whose lines are in zones goes in; the day on which its article was published comes out, if the page tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from index.article import RawArticle, Zone
from index.cleaning.bylines import is_review, press_event_day, publication_day
from index.cleaning.datelines import read_dateline
from index.cleaning.dates import PARTIAL, WEEKDAYS, has_time, without_times
from index.cleaning.lines import bare_words, fold_line
from index.cleaning.notes import REFERENCE
from index.cleaning.page import BODY, Page
from index.cleaning.rules import CLOSINGS, HEADING

# The rules of what tells a source and its day below a title: « Le Quotidien de la Rade, 11 juillet 2012 ».
OF_SOURCES = ("by-line", "dateline", "names")
# How many lines above the title, and below the text, a date is still the article's.
DATES_ABOVE, DATES_BELOW = 3, 4
# The rules of lines that tell the day of publication, the surest first.
DATING = ("published", "by-line", "date", "dateline")
# What a saved page shows its readers is surer than what it tells machines, which often is the day of another event.
SAID = ("published", "by-line")
# The address of a page that blogs make of its day: « https://…/2021/09/17/serbie ».
ADDRESS_DAY = re.compile(r"https?://[^\s/]{1,200}/(?:[^\s/]{1,60}/){0,4}((?:19|20)\d\d)/(\d\d)/(\d\d)/\S")
# « Revue de presse du jeudi 1er février 2024 »: what happens on a day is told without the year.
WEEKDAY_AND_DAY = re.compile(rf"\b{WEEKDAYS} {PARTIAL} 20\d\d\b")
# « Entretien avec le ministre estonien (22.01.24) »
DAY_IN_BRACKETS = re.compile(r"<([^<]{6,30})<\W*$")
# « Moldavie – Entretien de la ministre avec son homologue (Paris, 18 juillet 2024) », as offices date what they report.
PLACE = re.compile(r"[a-z' -]{3,30},(?: le)?")
MEETING = re.compile(
    r"\b(?:entretiens?|declarations?|communiques?|conferences?|discours|interventions?|allocutions?|visites?"
    r"|deplacements?|rencontres?|reunions?|points? de presse)\b"
)
# What is said of the text below it.
PRINTED = re.compile(r"\W*(?:publiee?|parue?) ")
# « Direct commencé le dimanche 18 février 2024 », « Ce direct a été animé par …, le mercredi 10 juillet 2024. »
COVERAGE = re.compile(
    r"\W*(?:(?:ce|le|notre) )?(?:direct|live|suivi) (?:(?:est|a ete) )?"
    r"(?:commence|ouvert|entame|debute|anime|assure|clos)\b"
)
# The rules of other articles: a date below them may be theirs.
OF_NEIGHBOURS = (HEADING, "read also", "headline", "neighbour", "teaser")
# « Publié dans Horizons n° 41, mis en ligne le 18 juin 2021. », below the text
ONLINE = re.compile(r"\bmise? en ligne le \d")
# The rules of what may stand between a date and the title below it, however many there are.
BETWEEN_DATES = ("digits", "counter", "sharing", "picture note", "credit")
# ... and below one that has its time of day, which a page's date of today seldom has, what is done with the page.
BELOW_TIMES = (*BETWEEN_DATES, "provenance", "words of the page", "navigation", "to the reader", "reading time")


def day_of(page: Page, raw: RawArticle, title: str) -> date | None:
    """The day of an article: what a saved page shows its readers, what the format said, what its lines or title say.

    None where nothing tells a full date: no year is guessed.
    """
    shown = find_date(page, SAID) if raw.extracted and not (raw.date and page.is_given) else None
    return shown or raw.date or find_date(page) or _day_in_title(fold_line(title)) or _day_of_url(raw.url or "")


def find_date(page: Page, rules: Sequence[str] = (*DATING, "below", "updated")) -> date | None:
    """The day of publication that the page itself states: « Publié le … », a by-line, a dateline with its year.

    What running text, footers, comments and lists of other articles say is no date of the article. What stands below
    the text is asked last: neighbours are dated there too. `rules` are asked in order.
    """
    by_rule: dict[str, list[date | None]] = {rule: [] for rule in (*DATING, "below", "updated")}
    title = page.title or 0
    for index, mark in sorted(page.marks.items(), key=lambda entry: (entry[0] < title, entry[0])):
        if mark.rule in by_rule and _is_own(page, index, mark.rule):
            # « Publié dans l'édition du … » right below the text says it of that.
            is_told = index < page.end or (index == page.end and PRINTED.match(page.lines[index].folded) is not None)
            rule = mark.rule if is_told else "below"
            by_rule[rule].append(publication_day(page.lines[index].folded))
        elif mark.rule == REFERENCE and index >= page.end and ONLINE.search(page.lines[index].folded):
            by_rule["below"].append(publication_day(page.lines[index].folded))
    if any(day is None for day in by_rule["published"]):
        # « Posté vendredi » is said of the article, what follows of its comments.
        by_rule |= {"below": [], "dateline": []}
    if page.title is not None:
        by_rule["updated"].append(_day_of_trail(page, page.title))
    leading = read_dateline(page.lines[page.start]) if page.start < len(page.lines) else None
    if leading is not None:
        by_rule["dateline"].append(leading.day)
    told = next((day for rule in rules for day in by_rule[rule] if day is not None), None)
    told = _day_beneath(page) or told
    if told or "updated" not in rules:
        return told
    return _day_of_coverage(page) or _day_of_entries(page) or _day_of_address(page)


def _day_beneath(page: Page) -> date | None:
    """The day of the source below the title, where « Posté le … » dates the posts in which the article is quoted."""
    published = [index for index, mark in page.marks.items() if mark.rule == "published"]
    if page.title is None or not published or any(page.title < index < page.end for index in published):
        return None
    beneath = page.marks.get(page.title + 1, BODY)
    is_source = beneath.zone is Zone.DATELINE and beneath.rule in OF_SOURCES
    return publication_day(page.lines[page.title + 1].folded) if is_source else None


def _day_of_coverage(page: Page) -> date | None:
    """The day on which live coverage began or was held, as a line above its text says."""
    above = (page.lines[index].folded for index, mark in page.marks.items() if index < page.start)
    days = {publication_day(folded) for folded in above if COVERAGE.match(folded)}
    return days.pop() if len(days) == 1 else None


def _day_of_entries(page: Page) -> date | None:
    """The one day on which all entries of live coverage were written that tell day and time within the text."""
    dated = (i for i, mark in page.marks.items() if mark.rule == "date" and page.start < i < page.end)
    stamps = (page.lines[index].folded for index in dated)
    days = {publication_day(stamp) for stamp in stamps if has_time(stamp)}
    return days.pop() if len(days) == 1 else None


def _day_of_address(page: Page) -> date | None:
    """The day in the address of the page itself, if it alone stands above the text: « …/2021/09/17/serbie »."""
    above = (index for index, mark in page.marks.items() if mark.rule == "address" and index < page.start)
    days = [page.lines[index].text for index in above if ADDRESS_DAY.search(page.lines[index].text)]
    return _day_of_url(days[0]) if len(days) == 1 else None


def _day_of_url(address: str) -> date | None:
    """The day in the path of an address, where many sites keep when an article was published."""
    found = ADDRESS_DAY.search(address)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _day_in_title(folded: str) -> date | None:
    """The day that a title says it is of: with its weekday, as what is said to the press, or at its end in brackets."""
    in_brackets = DAY_IN_BRACKETS.search(folded)
    if in_brackets:
        rest = without_times(in_brackets[1]).strip()
        if rest in ("", "le") or (PLACE.fullmatch(rest) and MEETING.search(folded)):
            return publication_day(in_brackets[1])
    if WEEKDAY_AND_DAY.search(folded) or is_review(folded):
        return publication_day(folded)
    return press_event_day(folded)


def _day_of_trail(page: Page, title: int) -> date | None:
    """The day and time with which the trail above the title ends, as some sites have it."""
    above = page.lines[title - 1].folded if page.marks.get(title - 1, BODY).rule == "breadcrumb" else ""
    return publication_day(above) if has_time(above) else None


def _is_own(page: Page, index: int, rule: str) -> bool:
    """Whether a date is so near the title or the text that it is the article's, not a page's or a neighbour's."""
    timed = rule == "date" and has_time(page.lines[index].folded)
    between = BELOW_TIMES if timed else BETWEEN_DATES
    top = 0 if page.title is None or rule == "published" else _dates_begin(page, between)
    if rule == "date":
        return top <= index < page.head_end()
    if rule == "updated":
        return top <= index < page.end
    if not top <= index < page.end + DATES_BELOW:
        return False
    passed = {page.marks[place].rule for place in range(page.end, index) if place in page.marks}
    return not passed & {*CLOSINGS, *OF_NEIGHBOURS}


def _dates_begin(page: Page, between: Collection[str]) -> int:
    """The first line above the title that may date the article; lines of the rules `between` them tell nothing."""
    at, left = _first_title(page), DATES_ABOVE
    while at > 0 and left:
        at -= 1
        left -= page.marks.get(at, BODY).rule not in between
    return at


def _first_title(page: Page) -> int:
    """The first line that says the title; sites say it again above the text."""
    title = bare_words(page.lines[page.title or 0].folded)
    return next(index for index, line in enumerate(page.lines) if bare_words(line.folded) == title)
