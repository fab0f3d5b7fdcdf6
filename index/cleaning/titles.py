"""The first lines of a page go in; which of them is the title comes out, chosen by what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from index.article import Zone
from index.cleaning.bylines import is_press_event, is_review
from index.cleaning.captions import LONGEST_CAPTION, has_credit
from index.cleaning.evidence import (
    addresses_reader,
    is_clause,
    is_name_like,
    stems,
)
from index.cleaning.headlines import (
    CLAUSE,
    LONGEST_TITLE,
    SHARED,
    is_headline,
    is_label,
    likeness,
)
from index.cleaning.lines import bare_words, fold_line, make_line
from index.cleaning.page import BODY, Page
from index.cleaning.repetitions import ANNOUNCING
from index.cleaning.signatures import names_office
from index.cleaning.standing import (
    ABOVE_TITLES,
    FEWEST_TAKEN,
    LONGEST_HEAD,
    LONGEST_MASTHEAD,
    LONGEST_SENTENCE,
    REPEATED,
    Head,
    ends_in_site,
    head_of,
    is_other,
    is_text,
    standing,
)

# « EN DIRECT - », « VIDÉO. »
KICKER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ ]{3,19} ?[.:|–-]\s+(?=[^a-zà-ÿ])(?=(?:\S+\s+){3})")
# « …, suivez notre direct »
FOLLOWED = re.compile(r"\W{1,8}(?:suivez|revivez) (?:notre|le|ce) direct\W*$")
# « DERNIÈRE MINUTE : Les taux n'ont pas changé », « Urgent : … »
BREAKING = re.compile(
    r"\W*(?:DERNI[ÈE]RE (?:MINUTE|HEURE)|FLASH(?: INFO)?|URGENT|ALERTE(?: INFO)?|BREAKING)\b\W{1,4}(?=\w)",
    re.IGNORECASE,
)
# What stands above the name of the programme that an article is from.
OF_PROGRAMME = re.compile(
    r"\W*(?:(?:a )?retrouver dans|(?:provenant|extraite?|issue?) d[eu]|dans)"
    r" (?:(?:l'|la |cette )?emission|(?:le |ce )?podcast)\W*"
)
# « 09:12 Dans le centre, on a renversé un cycliste »
TICKED = re.compile(r"\W*(?:[01]\d|2[0-3]):[0-5]\d\s+[A-ZÀ-Þ]")
# « KOROR (AFP) – Les dirigeants … » begins the text.
DESPATCH = re.compile(r"\s*[A-ZÀ-Þ][\w'’ -]{1,30} ?\((?:[A-Z]{2,6}|Reuters|Xinhua|Belga|Anadolu|Sputnik)\) ?[–—-] ?\S")
# « DIRECT Suivez les derniers événements »
CALL = re.compile(r"\W*(?:EN )?DIRECT\W+(?:Suivez|Revivez)\b")
QUOTED = re.compile(r'\s*(?:«[^»]{12,}»|“[^”]{12,}”|"[^"]{12,}")\s*')
# What a page calls all articles of a kind, « Revue de presse des Amériques », or one by its number.
RUBRIC = re.compile(
    r"\W*(?:(?:la )?revue de (?:la )?presse|chronique|editorial|edito|billet|tribune|le journal)\b[^:\d]{0,40}"
    r"|\W*(?:le )?point de vue d[eu']? ?[^:<]{2,30}"
    r"|\W*(?:l'invitee?|le grand (?:entretien|invite)|l'(?:entretien|interview)|la question) (?:de|du|d') ?[^:<]{2,30}"
    r"|\W*[^:.<\d]{3,40}\bn(?:o|umero| degres)\.? ?\d{1,5}(?:[/-]\d{2,4})?(?: ?<[\d -]{4,12}<)?\W*"
)
# Channels begin titles with a picture; arrows lead elsewhere.
EMOJI = re.compile("[\u2600-\u26ff\U0001f000-\U0001faff]")
# What an office decided is told below by whom.
DECLARED = re.compile(r"(?:communiques?|declarations?|conclusions|resolution) (?:final|conjoint|commun)e?s?")
# Up to so many lines, the head of a page is short enough to begin with its title.
SHORT_HEAD, FIRST_LINE = 15, 3
SURE, LIKELY = 20, 10
# Dots in a title of several headlines.
SEVERAL = 2
# ... and shares so many words with the text.
FEWEST_SHARED = 2
# What a line must have for it to be believed instead of the title that a page gives.
SURE_INSTEAD = 15
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
    "reading time",
    "address",
    "credit",
    "counter",
    "closing heading",
    "contents",
    "end of coverage",
    "navigation",
    "reader poll",
    "duration",
)
# Of these, a title may tell a day: « Point de presse du 18 avril 2024 ».
DATING = ("date", "by-line")
# A title above a standfirst has so many words.
FEWEST_STANDING = 7
# ... and at most so many more than that has.
MORE_STANDING = 3


class Candidate(NamedTuple):
    """A line that may be the title; the higher the score, the surer. Of equals, the first line wins."""

    score: int
    line: int


def find_title(page: Page) -> Candidate | None:
    """The line that is most likely the title; None where nothing looks like one.

    Sure is a line in whose beginning a trail ends, or which is said twice, even if it ends in a full stop and looks
    like the first paragraph. Likely is a headline right above the by-line; else the first headline of a short head, or
    the nearest to the text; the more so the more words it shares with the text.
    """
    end = min(_first_told(page) + 1, len(page.lines))
    near = [*range(min(LONGEST_HEAD, end)), *range(max(LONGEST_HEAD, end - LONGEST_HEAD), end)]
    indices = [index for index in near if _may_be_title(page, index)]
    head = head_of(page, several=len(indices) > 1)
    indices = _without_breaking(head, indices)
    scores = {index: _evidence(head, index) for index in indices}
    likely = _likely(page, scores)
    above = [i for i, mark in page.marks.items() if i < max(likely, default=0) and mark.rule in ABOVE_TITLES]
    begins = [index for index in likely if index > max(above, default=-1)] if len(indices) <= SHORT_HEAD else []
    candidates = [
        Candidate(scores[index] + (FIRST_LINE if index in begins[:1] else -min(after, FIRST_LINE)), index)
        for after, index in zip(range(len(likely) - 1, -1, -1), likely, strict=True)
    ]
    best = max(candidates, key=lambda candidate: (candidate.score, -candidate.line), default=None)
    if best is None:
        return None
    best = _above_question(page, _above_standfirst(head, best, scores), scores)
    best = _below_declared(page, _above_event(page, best, scores))
    return _completed(page, _below_rubric(page, best), scores)


def _first_told(page: Page) -> int:
    """Where the text begins, below a sentence that stands above the credit of a picture, and that credit."""
    start, credit = page.start, page.marks.get(page.start + 1, BODY).zone
    if credit is not Zone.CAPTION or page.lines[start].words > LONGEST_CAPTION:
        return start
    return next((index for index in page.free(start + 2, page.end) if is_text(page.lines[index])), start)


def is_masthead(page: Page, title: str) -> bool:
    """Whether what a saved page gives for its title is rather the name of its site, and another title stands above.

    It is short, no line says it, and it has few words of the text or is in capitals: « Journal du Rhin », « VAUBAN ».
    """
    given = make_line(title)
    named = given.text.isupper() or is_name_like(given)
    if given.words > LONGEST_MASTHEAD or not named or any(line.folded == given.folded for line in page.lines):
        return False
    text = [page.lines[index] for index in page.free(page.start, page.end)]
    subject = frozenset().union(*(stems(line.folded) for line in text if is_text(line)))
    told = stems(given.folded)
    if 2 * len(told & subject) > len(told) and not given.text.isupper():
        return False
    found = find_title(page)
    return found is not None and found.score >= SURE_INSTEAD and page.lines[found.line].words > given.words


def _may_be_title(page: Page, index: int) -> bool:
    mark, line = page.marks.get(index), page.lines[index]
    if _is_ticked(page, index) or has_credit(line) or CALL.match(line.text) or DESPATCH.match(line.text):
        return False
    above = page.lines[index - 1].folded if index else ""
    if ANNOUNCING.fullmatch(above) or OF_PROGRAMME.fullmatch(above):
        return False
    if mark is None:
        return True
    is_event = mark.rule in DATING and (is_press_event(line.folded) or is_review(line.folded))
    is_sure = (mark.rule in CERTAIN and not is_event) or (mark.rule == "pictogram" and not EMOJI.match(line.text))
    signed = index + 1 < page.start and page.marks.get(index + 1, BODY).rule == "by-line"
    to_reader = addresses_reader(line) and not (signed or FOLLOWED.search(line.text))
    return not is_sure and line.words >= FEWEST_TAKEN and not to_reader


def _without_breaking(head: Head, indices: list[int]) -> list[int]:
    """The lines that may be the title without breaking news, where another headline is left."""
    left = [index for index in indices if not _is_breaking(head, index)]
    lines = (head.page.lines[index] for index in left)
    return left if any(line.words > LONGEST_MASTHEAD and is_headline(line) for line in lines) else indices


def _is_breaking(head: Head, index: int) -> bool:
    """Whether a line is breaking news of something else than the text, of which a word or two may be in it by chance.

    The title may begin so, too: « DERNIÈRE MINUTE : la trêve est signée ».
    """
    line = head.page.lines[index]
    begun = BREAKING.match(line.text)
    told = stems(fold_line(line.text[begun.end() :])) & frozenset(head.subject) if begun else frozenset()
    return begun is not None and len(told) < FEWEST_SHARED


def _is_ticked(page: Page, index: int) -> bool:
    """Whether a time of day opens a line: one of the latest headlines of the site."""
    return TICKED.match(page.lines[index].text) is not None


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


def _completed(page: Page, best: Candidate, scores: Mapping[int, int]) -> Candidate:
    """The headline below that goes on from the best line: « Certificats de papier : ce que valent les promesses »."""
    begun = page.lines[best.line].folded
    whole = (i for i in scores if best.line < i < page.start and page.lines[i].folded.startswith(f"{begun} : "))
    return Candidate(best.score, next((i for i in whole if is_headline(page.lines[i])), best.line))


def _above_standfirst(head: Head, best: Candidate, scores: Mapping[int, int]) -> Candidate:
    """The headline above the best line, where both stand together: the first is the title, the second explains it."""
    before = best.line - 1
    if standing(head, best.line) >= REPEATED or before in head.page.marks or before not in scores:
        return best
    line, below = head.page.lines[before], head.page.lines[best.line]
    if not is_headline(line) or line.is_cut or not FEWEST_STANDING <= line.words <= below.words + MORE_STANDING:
        return best
    above, said = bare_words(line.folded), bare_words(below.folded)
    if said.startswith(above) or above.startswith(said) or above.endswith(said):
        # The end of a trail, cut short; or the title with a site behind it, or a trail before.
        return best
    least = CLAUSE if is_clause(line) else SHARED
    if is_other(head, before):  # one of a list, it may be: « Dernière minute », a headline, the title
        least = CLAUSE + SHARED
    is_title = likeness(line, head.subject) >= least and not ends_in_site(head.page, before)
    return Candidate(best.score, before) if is_title else best


def _above_question(page: Page, best: Candidate, scores: Mapping[int, int]) -> Candidate:
    """What somebody said above the first question of an interview: « La Moldavie vote », titled in quotation marks."""
    if best.score >= REPEATED or not page.lines[best.line].text.endswith("?"):
        return best
    said = [i for i, score in scores.items() if i < best.line and score > 0 and QUOTED.fullmatch(page.lines[i].text)]
    return Candidate(best.score, said[-1]) if said else best


def _above_event(page: Page, best: Candidate, scores: Mapping[int, int]) -> Candidate:
    """The headline above a line that says what a text is, « Communiqué du ministre (17 septembre 2021) »."""
    above = max((index for index in scores if index < best.line), default=None)
    if above is None or not is_press_event(page.lines[best.line].folded) or best.score >= REPEATED:
        return best
    is_title = scores[above] > 0 and is_headline(page.lines[above]) and not page.free(above + 1, best.line)
    return Candidate(best.score, above) if is_title else best


def _below_declared(page: Page, best: Candidate) -> Candidate:
    """The line above where that says what an office decided, « Communiqué final », and the best one by whom."""
    declared = best.line > 0 and DECLARED.fullmatch(page.lines[best.line - 1].folded)
    return Candidate(best.score, best.line - 1) if declared else best


def _below_rubric(page: Page, best: Candidate) -> Candidate:
    """The headline right below where the best line is the name of a rubric, that stands on all its pages."""
    below = best.line + 1
    if below >= len(page.lines) or below in page.marks or not RUBRIC.fullmatch(page.lines[best.line].folded):
        return best
    return Candidate(best.score, below) if is_headline(page.lines[below]) else best


def _evidence(head: Head, index: int) -> int:
    """What speaks for a line being the title, less what speaks against it."""
    line = head.page.lines[index]
    kicker, told = KICKER.match(line.text), FOLLOWED.sub("", line.text)
    # « 106 drones abattus… Réunion à Riyad la semaine prochaine… » ends in dots, as it has them inside.
    is_cut = line.is_cut and line.text.count("…") < SEVERAL and not kicker
    if line.words > LONGEST_TITLE or line.words < 2 or is_cut:
        return 0
    said = make_line(told[kicker.end() if kicker else 0 :]) if kicker or told != line.text else line
    # Who wrote the text is named in it, and shares no words with it for that.
    is_like = (is_headline(line) or is_label(line)) and not names_office(line)
    return standing(head, index) + (likeness(said, head.subject) if is_like else 0)
