"""The rules for who wrote where and when: by-lines and dates of publication; and the dates that these give."""

from __future__ import annotations

import re
from datetime import date

from index.article import Zone
from index.cleaning.datelines import is_dateline
from index.cleaning.dates import PARTIAL, TIME, WEEKDAYS, find_days, find_short_days, has_time, is_dated, without_times
from index.cleaning.evidence import interface_share, is_clause, is_name_like
from index.cleaning.lines import Line, fold_line, make_line
from index.cleaning.rules import Mark, byline_wordings, mark_wording
from index.cleaning.signatures import FULL_NAME
from index.cleaning.templates import plain_line

# A by-line of more words is a paragraph.
LONGEST = 26
# « par notre reporter à Kaboul »
LONGEST_SIGNATURE, LONGEST_BEARER = 8, 12
# « LCJ », « Le Phare du Sud », before a stroke and who wrote.
LONGEST_DESK, LONGEST_ISSUE = 4, 5
# What a sign divides from a day; the name of a source, where that and day and time are all.
LONGEST_BESIDE, LONGEST_SOURCE = 4, 7
# The parts of « InfoÉclair - 19/12/2024 à 09:26 - Lecture 1 min ».
STAMPED = 3
# « Revue de la presse allemande – mardi 16 septembre 2014 » is a title.
REVIEW = re.compile(rf"\W*(?:revues? de (?:la )?presse [a-z]|la presse (?:du|de ce) {WEEKDAYS})")
# « 9 février 2024 Paix et sécurité », « 17 juillet 2023 in Politique, À la une »
LONGEST_SECTION = 3
# « Semaine du 6 au 12 octobre 2021 »
SPAN_BEGUN = re.compile(r"\d(?:er)? (?:[a-z]+ )?au $")
# « Dans Horizons n° 1714, 24 novembre 2022 »
ISSUE = re.compile(r"\bn(?:o|umero)?(?: degres)? ?\d{1,5}\b")
DAY_FIRST = re.compile(
    rf"^(?:{WEEKDAYS} )?{PARTIAL} (?:19|20)\d\d,?(?P<time> (?:a )?{TIME})? (?P<filed>(?:in|dans) )?(?=[^\W\d])"
)

PUBLISHED = (
    r"\b(?:publiee?s?|publication|parue?s?|parution(?= ?:)|(?:mise?s? )?en ligne(?: depuis)?|mise en place(?= ?:)"
    r"|ecrite?s?|redigee?s?|enregistree?s? a la presidence|diffusee?s?|rendue?s? publi(?:cs?|ques?)|postee?s?|creee?s?"
    r"|entree(?= ?:| ?(?:19|20)\d\d[./-])|(?:envoyee?|edition)(?= ?:| du\b)|published|posted"
    r"|(?:direct|live) (?:a commence|a debute|a ete ouvert|est ouvert|ouvert)(?= (?:le|a|depuis)\b)"
    r"|saisie(?= ?:)|(?:ajoutee?|affichee?)(?= le\b)|date(?: de (?:publication|parution))?|created|released)\b"
)
UPDATED = (
    r"\b(?:(?:derniere )?(?:mise?s? a jour|revision(?: de la [a-z]+)?|modifi(?:ee?s?|cation)|actualisee?s?|maj"
    r"|revisee?s?|corrigee?s?|correction(?= ?:? ?(?:19|20)\d\d[./-]))|(?:last )?(?:updated?|modified)|edited)\b"
)
# What says when the site, its terms, a comment or a printing was made, not when the article was.
OF_OTHERS = re.compile(
    r"^\W*copyright|copyright *\d{4}|\b(?:de|sur|a) (?:cette|la|ce) (?:page|site)\b"
    r"|\b(?:page|site|portail|charte|cgu|cgv|conditions|mentions|commentaire|avis|reponse)(?: [a-z]+)?"
    r" (?:mise?s?|modifiee?s?|actualisee?s?|publiee?s?|postee?s?|ecrite?|laissee?|creee?s?)\b"
    r"|^\W*(?:inscrite?|enregistree?|membre) (?:le|depuis)\b|\ba ecrit le\b"
    r"|\b\d+ (?:connectes|visiteurs)\b|^\W*date d(?:'impression|'enregistrement|e consultation|e telechargement)\b"
    r"|^\W*(?:page |article )?(?:imprimee?|consultee?|telechargee?|archivee?|capturee?)\b"
)
# What is to come, or lasts until then.
TO_COME = re.compile(
    r"\b(?:jusqu'au|valable|inscriptions?|prochaine?s?|a venir|rendez-vous|colloque|conference|webinaire)\b"
)
# « Guyana – Extrait du point de presse (19 décembre 2023) »
DATED_TITLE = re.compile(r"(?:[^\s()]+\s+){5,}\((?P<day>[^()]{6,30})\)")
# « Communiqué du ministre … (17 septembre 2021) », « Point de presse du 5 octobre 2022 »: what was said, and the day.
# Ministries name the countries first: « Soudan - Arménie - Point de presse du 18 septembre 2024 ».
PRESS_EVENT = re.compile(
    r"\W*(?:[^<>:.,-]{2,30} - ){0,5}(?:extraits? d[eu] (?:la )?)?"
    r"(?:communiques?|declarations?|(?:points?|conferences?|breves?) de presse|briefing"
    r"|comptes? rendus?|releves? de conclusions|allocution|discours"
    r"|rapports? (?:adopte|presente|remis|de (?:la )?commission))\b"
)
# What it was about may have a day of its own: « Déclaration sur l'attaque du 7 octobre 2023 ».
EVENT_DAY = re.compile(
    r"(?:.*(?:<|,| -)"
    r"|(?:(?!\b(?:sur|a|au|aux|en|apres|avant|contre|pour|lors|suite|relati\w+|concernant|face|attaques?|attentats?)\b)[^:,])*"
    r"\bdu)(?: le)? (?P<day>[^<]{6,30})\W*"
)
# Rules of what may share a line with a date: « 11 février 2021 Laisser un commentaire ».
BESIDE_DATES = ("comments heading", "counter", "reading time", "sharing")
# « Par Abakar Moursal 5 décembre 2022 1 127 vues »
COUNTER = re.compile(r"\b\d[\d ]* (?:vues?|lectures?|commentaires?|partages?|reactions?)\s*$", re.IGNORECASE)
# Words that stand around dates and names without telling anything.
FILLING = re.compile(
    r"\bmise en page\b|\bmin lire\b|\b[a-z][a-z-]+\.[a-z]{2,7}\b"
    r"|\b(?:le|la|l|the|a|au|on|at|in|dans|par|by|de|du|des|et|and|avec|pour|depuis|aujourd'hui|hier|ce jour|today"
    r"|yesterday|heures?|temps|lecture|lue?s?|min|mn|minutes?|read|vues?|gmt|utc|page|p|no|\d+"
    r"|printemps|ete|automne|hiver|agences?|admin|administrateur|webmaster|equipe|editoriale|redaction|correspondance|entretien"
    r"|interview|realisee?s?|rubrique|categorie|comments?|commentaires?)\b|[^a-z']"
)
# « N. B. », « Le Ponant Soizic LE BIHAN. »
AUTHOR = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){2,4}|(?:[A-ZÀ-Þ][a-zà-ÿ'-]+ ){1,5}[A-ZÀ-Þ]{2,}(?:[ -][A-ZÀ-Þ]{2,})*\.")
BY = re.compile(r"par |Par (?:le|la|les|notre|nos|un|une) |Par l['’]|Sources? ?: [^:]{3,50}[|,] ")
# « jeudi 14 mars, par le vieux sergent », « publié par le service de presse »
DAY_BY = re.compile(
    rf"(?:[^,:]{{2,40}}, |\W*(?:texte |article |ecrit |date )*(?:du |le )?)(?:{WEEKDAYS},? )?{PARTIAL}"
    r"(?: (?:19|20)\d\d)?,? (?:par|by) \w"
)
# « Reto Aebersold et Coralie Monnerat, 30.10.2023 », « Odile Brun – 8 novembre 2012 »
NAMES_BEFORE_DAY = re.compile(
    rf"(?:(?:Recueilli|Propos recueillis|Entretien|Texte) par )?{FULL_NAME}(?:(?:,| et) {FULL_NAME})*"
    r"(?:, à [A-ZÀ-Þ][\w'’-]+)?(?:,| [-–—|]) (?=\S)"
)
PUBLISHED_BY = re.compile(r"\W*(?:publie|redige|ecrit|poste|propose|mis en ligne)e?s? par (?!la suite|exemple)\w")
# « Consigné le 11 février 2014 par Odile Brun »
DONE_BY = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,12}[éit]e? le \d.{4,40} par [A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ]")
# « Question écrite de Mme Brun publiée dans le JO Sénat du 08/03/2012 »
GAZETTED = re.compile(r"\bpubliee? (?:dans le|au) (?:jo|journal [a-z ]{3,20})\b[^.]{0,30} du \d")
# « Rapport d'information n° 812 de Mme Brun, fait au nom de la commission …, déposé le 6 juillet 2022 »
DEPOSITED = re.compile(
    r"\W*(?:rapports?|avis|propositions?|projets?) (?:d'information |de (?:loi|resolution) |n\b).{10,}"
    rf"\b(?:depose|enregistre|remis)e?s? (?:a la presidence d[a-z' ]{{3,30}} )?le {PARTIAL} (?:19|20)\d\d\W*"
)
LONGEST_DEPOSITED = 60
# « Message par Papy » 06 fév 2008, 20:31 »
MESSAGE = re.compile(r"\W*(?:message|poste|envoye) (?:de|par) \S")
# « La Sentinelle de l'Est, 21 mars 2011 »: no word of an office is so short.
SOURCE_BEFORE_DAY = re.compile(
    r"(?:L[ea]s? |L['’]|[OA] |El |Il |The |Die |Der )[A-ZÀ-Þ][\w-]+"
    r"(?: (?:[a-zà-ÿ]{1,3} |[dl]['’])*[A-ZÀ-Þ][\w-]+| d(?:e|es|u|e la) [a-zà-ÿ]+)*, (?=\S)"
)
# « par Awa Sagna | mai 13, 2023 | Paix | 2 commentaires »
PARTS = re.compile(r" [|—–] ")
BY_NAME = re.compile(r"\W*(?:par|by) [A-ZÀ-Þ]", re.IGNORECASE)
SIGNATURE = re.compile(r"Par |(?:Propos|Entretien|Texte)s? (?:[a-z]+ )?par ")
SIGNED = re.compile(r"\W*(?:par|by|texte|propos|de notre)\b")
IN_BRACKETS = re.compile(r"^\W*\([^()]*\)")
# « Publié le : 03/06 - 22:41 », « Posté vendredi à 13:20 »: a day without its year.
YEARLESS = re.compile(
    rf"\W*(?:{PUBLISHED}|{UPDATED})(?: le)? ?:? ?"
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}(?![/.-]?\d)|{WEEKDAYS},? (?:a )?\d{{1,2}} ?[h:])"
)
# « Mercredi 17 juin 2015 – Présidence de M. Kervella, président »
PRESIDED = re.compile(r"\W*presidence de (?:m|mme)\b", re.IGNORECASE)
# « 6 avril 2019 . Yassine Ben Hmida »
PERSON_BEHIND = re.compile(rf"(?:19|20)\d\d ?[.,·|–-] ?(?P<name>{FULL_NAME})$")
# « Varsovie (AMP) », « TUNIS/Tunisie »
FILED = re.compile(r"[A-ZÀ-Þ][\w'’ -]{2,30} \([A-ZÀ-Þ][\w'’ /.-]{1,30}\)|[A-ZÀ-Þ]{3,}/[A-ZÀ-Þ][\w'’ -]{2,30}")
# « (12/03/25) – Naval – Rédaction »
BRACKETED_DAY = re.compile(r"\(\d{1,2}/\d{1,2}/\d{2}\)(?: [-–—] |$)")
# What divides the parts of a by-line from each other.
DIVISION = re.compile(r"\s[/*>~\"-]+\s")
PLACE_DIVISION = re.compile(rf"{DIVISION.pattern}|, ")


def mark_byline(line: Line) -> Mark | None:
    """What the wording of a by-line, a date of publication or a dateline makes of a line; None for any other."""
    if DEPOSITED.fullmatch(line.folded) and line.words <= LONGEST_DEPOSITED:
        return Mark(Zone.DATELINE, "published")
    if line.words > LONGEST or OF_OTHERS.search(line.folded) or TO_COME.search(line.folded):
        return None
    if is_dated_title(line):
        return None
    if BRACKETED_DAY.match(line.text) and not (line.is_terminated or is_clause(line)):
        return Mark(Zone.DATELINE, "by-line")
    if is_dated(line.folded):
        # « Par Odile Brun . 6 février 2024 . 4 min » had points in the middle, which a translation took for stops.
        return _mark_dated(make_line(line.text.replace(" . ", " · ")) if line.text.startswith("Par ") else line)
    if PUBLISHED_BY.match(line.folded) and line.words <= LONGEST_SIGNATURE and not line.is_terminated:
        return Mark(Zone.DATELINE, "by-line")
    if YEARLESS.match(line.folded) and (not line.is_terminated or line.words <= LONGEST_BEARER):
        return Mark(Zone.DATELINE, "published")
    if is_dateline(line):
        return Mark(Zone.DATELINE, "dateline")
    return None


def _heads_labels(line: Line) -> bool:
    """Whether a full date stands first in a row of labels, « 12 février 2015 | Traductions », or day and time last."""
    first, *rest = PARTS.split(line.text)
    if len(rest) == 1 and " | " not in line.text and _is_day(first):
        return False  # « 3 mars 2024 – Les chars passent la frontière »
    if not rest or _is_day(first):
        return bool(rest)
    stamped = _is_day(rest[-1]) and has_time(fold_line(rest[-1]))
    return stamped and len(first.split()) <= LONGEST_ISSUE and not is_clause(line)


def is_dated_title(line: Line) -> bool:
    """Whether a line of some length ends in its day in brackets, as the titles of offices do."""
    found = DATED_TITLE.fullmatch(line.text)
    return found is not None and bool(find_days(fold_line(found["day"])))


def is_press_event(folded: str) -> bool:
    """Whether a folded line names what an office says to the press: a release, a statement, a briefing."""
    return PRESS_EVENT.match(folded) is not None


def is_review(folded: str) -> bool:
    """Whether a folded line names a review of the press: of whom, or of which day."""
    return REVIEW.match(folded) is not None


def press_event_day(folded: str) -> date | None:
    """The day of the press event that a folded line names: « Point de presse du 5 octobre 2022 »."""
    event = PRESS_EVENT.match(folded)
    found = EVENT_DAY.fullmatch(folded, event.end()) if event else None
    days = find_days(found["day"]) if found else []
    return days[0].day if found and days and not _telling(without_times(found["day"])) else None


def is_byline(text: str) -> bool:
    """Whether a line of text is a by-line, a date of publication or a dateline by its own wording."""
    line = make_line(text)
    return (mark_byline(line) or mark_wording(line, byline_wordings())) is not None


def _mark_dated(line: Line) -> Mark | None:
    if GAZETTED.search(line.folded) or (
        MESSAGE.match(line.folded) and has_time(line.folded) and find_days(line.folded)
    ):
        return Mark(Zone.DATELINE, "published")
    rest = without_times(plain_line(line.text))
    if _is_dating(rest, PUBLISHED) or _is_published_by_sender(line, rest):
        return Mark(Zone.DATELINE, "published")
    if _is_dating(rest, UPDATED):
        return Mark(Zone.DATELINE, "updated")
    if not _telling(rest.lower()) or _heads_labels(line) or PRESIDED.match(rest):
        return Mark(Zone.DATELINE, "date")
    if _is_updated_in_part(line):
        return Mark(Zone.DATELINE, "updated")
    if is_dateline(line):
        return Mark(Zone.DATELINE, "dateline")
    if ISSUE.search(line.folded) and len(_telling(rest.lower())) <= LONGEST_ISSUE and not line.is_terminated:
        return Mark(Zone.DATELINE, "published")
    if (
        _is_signed_in_part(line)
        or _is_beside_source(line)
        or any(told(line) for told in (_is_stamped, _is_timed, _is_filed))
    ):
        return Mark(Zone.DATELINE, "by-line")
    if _is_published_in_part(line):
        return Mark(Zone.DATELINE, "published")
    if BY.match(line.text) and line.words <= LONGEST_BEARER and has_time(line.folded) and not is_clause(line):
        return Mark(Zone.DATELINE, "by-line")
    done_by = DAY_BY.match(line.folded) or DONE_BY.match(line.text)
    if done_by and line.words <= LONGEST_BEARER and not line.is_terminated:
        return Mark(Zone.DATELINE, "by-line")
    uncounted = COUNTER.sub(" ", rest)
    undated = make_line(re.sub(r"(?:\W|\b(?:le|a|at|on|du)\b)+$", "", uncounted))
    if mark_wording(undated, byline_wordings(*BESIDE_DATES)):
        return Mark(Zone.DATELINE, "by-line")
    return None


def _is_published_by_sender(line: Line, rest: str) -> bool:
    """Whether a by-line follows the day: « Paru le : 19-03-2018 Notre correspondante à Médenine, Odile Brun »."""
    told = re.match(rf"\W*{PUBLISHED}[\W\d]*(?:le\b)?\W*", rest, re.IGNORECASE)
    sender = make_line(rest[told.end() :]) if told and not line.is_terminated else None
    return sender is not None and sender.words > 0 and mark_wording(sender, byline_wordings()) is not None


def _is_beside_source(line: Line) -> bool:
    """Whether a day is all that is left without a source in brackets: « ( Source: Agence X ) 05.06.2023 08h26 »."""
    rest = fold_line(IN_BRACKETS.sub(" ", line.text, count=1))
    return IN_BRACKETS.match(line.text) is not None and bool(find_days(rest)) and not _telling(without_times(rest))


def _is_stamped(line: Line) -> bool:
    """Whether a source, day and time, and its length are all: « InfoÉclair - 19/12/2024 à 09:26 - Lecture 1 min »."""
    parts = DIVISION.split(line.plain)
    if len(parts) != STAMPED or len(parts[0].split()) > LONGEST_DESK:
        return False
    return has_time(fold_line(parts[1])) and _is_day(parts[1]) and _is_reading_time(parts[2])


def _is_timed(line: Line) -> bool:
    """Whether a day and how long the article is stand first in a row of labels: « 5 décembre 2022 · 7 min · Brun »."""
    parts = DIVISION.split(line.plain)
    if len(parts) == 1 or max(len(part.split()) for part in parts) > LONGEST_DESK:
        return False
    return _is_day(parts[0]) and _is_reading_time(parts[1])


def _is_day(text: str) -> bool:
    """Whether a full date, and perhaps a time, is all that a text tells."""
    return bool(find_days(fold_line(text))) and not _telling(without_times(fold_line(text)))


def _is_reading_time(text: str) -> bool:
    lasts = mark_wording(make_line(text), byline_wordings("reading time"))
    return lasts is not None and lasts.rule == "reading time"


def _is_filed(line: Line) -> bool:
    """Whether day and time stand before where a dispatch was written: « 15/11/2022 - 22:41 - Varsovie (AMP) »."""
    *moment, place = PLACE_DIVISION.split(line.text)
    return _is_day(" ".join(moment)) and FILED.fullmatch(place) is not None


def _is_updated_in_part(line: Line) -> bool:
    """Whether « Mise à jour : … » stands before what a sign divides from it: « MAJ : 20/02/2014 – Auteur : … »."""
    first, *rest = DIVISION.split(line.plain)
    updated = bool(find_days(fold_line(first))) and _is_dating(without_times(first), UPDATED)
    return updated and bool(rest) and not line.is_terminated


def _is_published_in_part(line: Line) -> bool:
    """Whether « Publié le » follows behind what a sign divides from it: « Direction : état-major / Publié le : … »."""
    _, *parts = DIVISION.split(line.plain)
    told = any(re.match(PUBLISHED, part.lower()) and _is_dating(without_times(part), PUBLISHED) for part in parts)
    return told and not (line.is_terminated or is_clause(line))


def _is_signed_in_part(line: Line) -> bool:
    """Whether, behind what a sign divides from it, « Par » follows and a day: « LCJ / Par notre envoyée …, le … »."""
    first, *parts = DIVISION.split(line.plain)
    if line.is_terminated or not find_days(line.folded):
        return False
    if any(map(SIGNED.match, parts)) and find_days(fold_line(first)):
        return True  # « Genève, le 3 octobre 2016 - de notre correspondant au Palais »
    if len(first.split()) > LONGEST_DESK:
        return False
    return any(SIGNATURE.match(part) for part in parts) or (bool(parts) and BY_NAME.match(first) is not None)


def is_names_and_date(line: Line) -> bool:
    """Whether a line is names or labels and a date with a sign between or a time of day, as around many titles.

    Too little to go by anywhere else: « Sommet de Vilnius, 12 juillet 2023 » may stand under a picture.
    """
    if is_dated_title(line) or OF_OTHERS.search(line.folded):
        return False
    if is_review(line.folded):
        return False
    if line.words > LONGEST or (line.is_terminated and not AUTHOR.fullmatch(line.text)):
        return False
    if AUTHOR.fullmatch(line.text) or (line.words <= LONGEST_SIGNATURE and BY.match(line.text)):
        return True
    if SIGNED.match(line.folded) and is_name_like(line):
        return True
    if not (find_days(line.folded) or find_short_days(line.folded)) or TO_COME.search(line.folded):
        return False
    rest = without_times(plain_line(line.text))
    parts = [part for part in DIVISION.split(rest) if part.strip()]
    longest = LONGEST_BESIDE if len(parts) > 1 or not has_time(line.folded) else LONGEST_SOURCE
    if DIVISION.search(rest) and not is_clause(line) and all(len(_telling(part.lower())) <= longest for part in parts):
        return True
    if all(interface_share([word]) for word in _telling(rest.lower())):
        return True
    if opens_with_day(line) or is_signed_day(line) or _is_before_day(line, SOURCE_BEFORE_DAY):
        return True
    return (has_time(line.folded) or re.search(r"\bp\. ?\d*\s*$", rest) is not None) and _is_named(rest)


def is_signed_day(line: Line) -> bool:
    """Whether a line is nothing but who wrote the article and when: « Gaston Ebanga, à Mora | 8 novembre 2023 »."""
    behind = PERSON_BEHIND.search(line.text)
    is_behind = behind is not None and _is_day(line.text[: behind.start("name")])
    return is_behind or _is_before_day(line, NAMES_BEFORE_DAY)


def _is_before_day(line: Line, names: re.Pattern[str]) -> bool:
    """Whether nothing but a full date follows the names: « Reto Aebersold et Coralie Monnerat, 30.10.2023 »."""
    named = names.match(line.text)
    day = fold_line(line.text[named.end() :]) if named else ""
    return bool(find_days(day)) and not _telling(without_times(day))


def opens_with_day(line: Line) -> bool:
    """Whether a line is a full date, or day and time, and the name of a section."""
    first = DAY_FIRST.match(line.folded)
    if first is None or line.is_terminated or (is_clause(line) and not first["filed"]):
        return False
    return len(_telling(line.folded[first.end() :])) <= LONGEST_SECTION + bool(first["time"])


def names_author(line: Line) -> bool:
    """Whether a line, or a part of it, begins with « par »."""
    return any(SIGNED.match(part) for part in DIVISION.split(line.folded))


def _is_named(rest: str) -> bool:
    """Whether names are all that is left of a line, but for a few words about the page."""
    telling = [word for word in _telling(rest.lower()) if not interface_share([word])]
    return len(telling) < 2 or (
        len(telling) <= 6 and sum(word[0].isupper() for word in re.findall(r"[a-zA-Z]{2,}", rest)) >= len(telling)
    )


def publication_day(folded: str) -> date | None:
    """The day of a folded by-line: the one that follows « publié » where there are several, not the end of a span."""
    found = find_days(folded) or find_short_days(folded)
    days = [each for each in found if not SPAN_BEGUN.search(folded, 0, each.start)]
    published = re.search(PUBLISHED, folded)
    after = [each for each in days if published is not None and each.start >= published.end()]
    return (after or days)[0].day if days else None


def _is_dating(rest: str, words: str) -> bool:
    """Whether a line, its dates taken out, says « publié » and little else: a name may stand beside, no sentence."""
    if re.search(words, rest.lower()) is None:
        return False
    return _is_named(re.sub(rf"{PUBLISHED}|{UPDATED}", " ", rest, flags=re.IGNORECASE))


def _telling(folded: str) -> list[str]:
    return FILLING.sub(" ", folded).split()
