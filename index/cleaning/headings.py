"""A page whose text is found goes in; lines within it that look like furniture by themselves become headings again."""

from __future__ import annotations

import re
from collections import Counter

from index.article import Zone
from index.cleaning.dates import find_days, has_time, is_day, is_entry
from index.cleaning.evidence import addresses_reader, page_words
from index.cleaning.lines import Line, Shape
from index.cleaning.page import BODY, LONGEST_HEADING, LONGEST_PART, Page
from index.cleaning.rules import HEADING, Mark

# Rules that guess by single words, which headings have as well.
GUESSES = (
    "words of the page",
    "menu",
    "figure",
    "pictogram",
    "player",
    "weather or markets",
    "single letter",
    "navigation",
    "thing to do",
    "product",
)
# Those that a question of an interview may have as well: « Votre mot de passe ? »
QUESTIONS = ("to the reader", "words of the page", "thing to do")
FEWEST_QUESTIONS = 2
TIMES = ("digits", "clock")
ABOVE_HEADINGS = (BODY.rule, *TIMES)
# « 1996 » counts nothing.
FIGURE = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d")
NUMBERED = re.compile(r"(\d{1,2}|I{2,3}|IV|VI{0,3}|IX|X)([.)] | ?[-–] )")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
# « Sponsorisé – Garage Fabre », « Article similaire : … »
DIVIDER = re.compile(r"[:|/]|\s[-–—]\s")
# « I. LES MOYENS », « LA QUESTION »
CAPITAL_HEADING = re.compile(r"(?:(?:[IVX]+|\d{1,2}|[A-H])[.)] ?[A-ZÀ-Þ ’']*|L(?:E|A|ES) |L['’])(?:[A-ZÀ-Þ’'-]+ ?)+$")
# The last entry of live coverage, above a farewell.
LAST_ENTRY = re.compile(r"(?:c'est la )?fin d[eu] (?:ce |notre )?(?:direct|live|suivi)\W*")
# « Le chiffre », above it and the sentence that explains it
IN_FIGURE = re.compile(r"\W*(?:le|les) (?:chiffres?|nombres?)(?: du jour| de la semaine)?\W*")
# « Une faute partagée »
QUALIFIED = re.compile(r"une? [a-z]+ [a-z]+ee?")
# A headline and a paragraph.
BOTH = 2
# A day alone has no more words: « mardi 18 août 2020 ».
LONGEST_DAY = 4
# The last entry of a chronology.
TODAY = re.compile(r"\W*(?:et )?aujourd'hui\W*")
# So many lines below the beginning of the text the date of publication may stand.
NEAR_HEAD = 2
# A heading between two paragraphs that may open a list elsewhere has no more words.
LONGEST_PARTING = 2
# A paragraph of so many words is no headline: « Nos recommandations » may stand above it.
LONG_PARAGRAPH = 30
# How paragraphs of Ukrainian and Russian news begin; the first of them names the source, in so many words at least.
LABELLED = re.compile(
    r"(?:details?|discours direct|paroles? directes?|citation|litteralement|mot a mot|precisions?|contexte)\b"
    r"[^.:]{0,40} ?:"
)
SHORTEST_SOURCE, NEAR_SOURCE = 6, 3


def unmark_headings(page: Page) -> None:
    """What looks like furniture by itself, but stands within the text as its headings do, is one.

    A date alone opens an entry of a chronology, unless a by-line is beside it; « 340 depuis le 1er février. » is a
    sentence. « La carte » and « Vote » have a sentence below.
    """
    said = Counter(line.folded for line in page.lines)
    for index in range(page.start, page.end):
        line, rule = page.lines[index], page.marks.get(index, BODY).rule
        # A saved page may say a heading in its contents, too.
        is_guess = rule in GUESSES and (said[line.folded] == 1 or line.text in page.headings)
        opens_entry = (
            rule in ("date", "digits") and _is_entry_day(page, index, rule) and not _is_below_head(page, index)
        )
        # « Investiture le 20 mai » may be a place and a day elsewhere.
        is_event = rule == "dateline" and _is_event(line) and page.head_end() < index < page.end - 1
        is_heading = is_guess and (_is_heading(page, index, line) or _is_in_capitals(page, index))
        is_heading = is_heading or ((is_guess or rule in ("counter", "digits")) and is_numbered(page, index))
        # « Alerte levée dans la capitale » heads an entry of live coverage.
        is_heading = is_heading or (rule == "newsletter" and page.heads_told(index))
        # Sections that a saved page marks as headings, in capitals: « AFRIQUE » above « Tchad – Formation ».
        is_heading = is_heading or (rule == "menu" and line.text in page.headings and line.text.isupper())
        is_heading = is_heading or (rule in QUESTIONS and _asks(page, index))
        is_figure = rule in ("digits", "figure") and IN_FIGURE.fullmatch(page.lines[index - 1].folded) is not None
        if opens_entry or is_event or is_heading or is_figure or _parts_text(page, index):
            del page.marks[index]


def _asks(page: Page, index: int) -> bool:
    """Whether a question stands between two answers, as others do in an interview."""
    if not (page.lines[index].text.endswith("?") and page.start < index < page.end - 1):
        return False
    if {index - 1, index + 1} & page.marks.keys():
        return False
    asked = (place for place in page.free(page.start, page.end - 1) if page.lines[place].text.endswith("?"))
    return sum(place + 1 not in page.marks for place in asked) >= FEWEST_QUESTIONS


def unmark_parts(page: Page) -> None:
    """Sections in capitals, each above a headline and its paragraph, are the parts of a review: « EUROPE »."""
    parts = [index for index, mark in page.marks.items() if mark.rule == "menu" and _heads_headline(page, index)]
    for index in parts if len(parts) > 1 else ():
        page.marks[index] = Mark(Zone.BODY, "heading")


def unmark_source(page: Page) -> None:
    """« Source : le service de presse … » is a paragraph where others begin with « Détails : » and « Citation : »."""
    labelled = [index for index in page.free(0, len(page.lines)) if LABELLED.match(page.lines[index].folded)]
    for index in [index for index, mark in page.marks.items() if mark.rule == "provenance"]:
        line = page.lines[index]
        is_account = line.folded.startswith("source") and line.words >= SHORTEST_SOURCE
        if is_account and any(index < other <= index + NEAR_SOURCE for other in labelled):
            page.marks[index] = Mark(Zone.BODY, "paragraph")


def _heads_headline(page: Page, index: int) -> bool:
    """Whether a section in capitals stands above a headline, and a sentence below that."""
    below = page.lines[index + 1 : index + 3]
    if not page.lines[index].text.isupper() or len(below) < BOTH or {index + 1, index + 2} & page.marks.keys():
        return False
    return below[0].shape is Shape.HEADLINE and below[1].is_terminated


def _is_in_capitals(page: Page, index: int) -> bool:
    """Whether capitals with an article or a number, « LA RÉPONSE », stand right above a sentence."""
    below = index + 1
    told = below < page.end and below not in page.marks and page.lines[below].is_terminated
    return told and CAPITAL_HEADING.match(page.lines[index].text) is not None


def is_numbered(page: Page, index: int) -> bool:
    """Whether the heading before it in number stands within the text: « 3. Trois recommandations ».

    Of the first, with a hyphen, the next does: « 1 - Yémen », « 2 - Macédoine ».
    """
    line = page.lines[index]
    number = NUMBERED.match(line.text)
    if number is None or (line.is_terminated and not line.text.endswith("?")):
        return False
    if number[1] == "1":
        below = page.lines[index + 1 : index + LONGEST_PART]
        return number[2].strip() in "-–" and any(each.text.startswith(f"2{number[2]}") for each in below)
    roman = number[1] in ROMAN
    before = f"{ROMAN[max(ROMAN.index(number[1]) - 1, 0)] if roman else int(number[1]) - 1}{number[2]}"
    above = page.free(max(page.start, index - LONGEST_PART), min(page.end, index))
    return any(page.lines[place].text.startswith(before) for place in above)


def _is_event(line: Line) -> bool:
    """Whether a day without its year is all that follows what may be a place: no agency, no dash."""
    return line.text[-1].isalnum() and not find_days(line.folded)


def _parts_text(page: Page, index: int) -> bool:
    """Whether a heading that may open a list of other articles, « Le contexte », stands between two paragraphs."""
    beside = (index - 1, index + 1)
    if page.marks.get(index, BODY).rule != HEADING or not page.start < index < page.end - 1:
        return False
    above, below = (page.lines[place] for place in beside)
    in_text = page.marks.keys().isdisjoint(beside) and above.shape is Shape.PROSE and below.is_terminated
    in_text = in_text and not below.text.endswith("?")
    told = below.words >= LONG_PARAGRAPH or not addresses_reader(page.lines[index])
    return in_text and page.lines[index].words <= LONGEST_PARTING and told


def _is_entry_day(page: Page, index: int, rule: str) -> bool:
    line = page.lines[index]
    is_sentence = rule == "date" and line.is_terminated
    if rule == "digits" and is_day(line.folded) and is_entry(page.lines[min(index + 1, page.end - 1)].folded):
        return True
    if TODAY.fullmatch(line.folded) and not line.is_terminated:
        return _follows_entries(page, index) and index + 1 not in page.marks
    if has_time(line.folded) or not (find_days(line.folded) or is_day(line.folded) or is_sentence):
        return False
    beside = {page.marks.get(place, BODY).zone for place in (index - 1, index + 1)}
    if beside & {Zone.DATELINE, Zone.CHROME}:
        # Furniture may stand above an entry, where others have none.
        return Zone.DATELINE not in beside and index + 1 not in page.marks and _heads_entries(page, index)
    return True


def _is_below_head(page: Page, index: int) -> bool:
    """Whether a line is the only full date in the text, and near its beginning, as that of publication may be."""
    days = (at for at in range(page.start, page.end) if page.marks.get(at, BODY).rule in ("date", "digits"))
    return index - page.start <= NEAR_HEAD and [at for at in days if find_days(page.lines[at].folded)] == [index]


def _heads_entries(page: Page, index: int) -> bool:
    """Whether days alone stand above the sentences of a text before and after this line, too."""
    after = range(index + 1, min(page.end, index + LONGEST_PART))
    return _follows_entries(page, index) and any(_heads_entry(page, place) for place in after)


def _follows_entries(page: Page, index: int) -> bool:
    """Whether a day alone stands above a sentence of the text before this line."""
    return any(_heads_entry(page, place) for place in range(max(page.start, index - LONGEST_PART), index))


def _heads_entry(page: Page, index: int) -> bool:
    line, below = page.lines[index], index + 1
    is_told = below not in page.marks and below < page.end and page.lines[below].is_terminated
    return is_told and line.words <= LONGEST_DAY and bool(find_days(line.folded))


def _is_heading(page: Page, index: int, line: Line) -> bool:
    """Whether a label that announces nothing stands in the text right above a sentence.

    One word may be about the page by chance, two are not. Entries of live coverage stand below the time of day.
    """
    is_marked = line.text in page.headings
    counts = FIGURE.search(line.text) and not (line.is_terminated or has_time(line.folded))
    if (counts and not is_marked) or line.words > LONGEST_HEADING or line.is_cut or DIVIDER.search(line.text):
        return False
    in_coverage = page.marks.get(index - 1, BODY).rule in TIMES
    is_told = (
        is_marked or in_coverage or (LAST_ENTRY.fullmatch(line.folded) or QUALIFIED.fullmatch(line.folded)) is not None
    )
    if (
        addresses_reader(line)
        or (page_words(line) > 1 and not is_told)
        or page.marks.get(index - 1, BODY).rule not in ABOVE_HEADINGS
    ):
        return False
    if index + 1 in page.marks or not page.start < index < page.end - 1:
        return False
    below = page.lines[index + 1]
    return below.is_terminated or below.text.endswith((":", ";")) or is_entry(below.folded)
