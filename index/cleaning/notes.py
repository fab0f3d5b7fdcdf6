"""A sentence below the text goes in; the sign by which it is a note of the page and not the article's end comes out."""

from __future__ import annotations

import re

from index.cleaning.evidence import READER, content_words, interface_share, is_clause, speaks_of_page
from index.cleaning.lines import Line, fold_line, make_line
from index.cleaning.rules import SENTENCES, is_reported, is_told, offices

ABOUT_PAGE, TO_READER, REFERENCE = "about the page", "to the reader", "reference"
# Signs of what cannot be said, though it may have quotation marks.
FORMAL = ("footnote", "imprint", REFERENCE, "notice")
# What is said of authors and sites, and notices, below which no text goes on.
SURE_NOTES = ("about the author", "about the site", "footnote", "notice")
LONGEST, LONGEST_SIGNATURE = 45, 25
# What tells more than of an event: « Le cadre sera examiné en juin. … Entrée libre le dimanche. »
LONGEST_EVENT = 25
# So short a sentence that begins with « cet article » says nothing else.
LONGEST_REMARK = 9
# How many words about the page, and which share of all, make a sentence one about it.
FEWEST_PAGE_WORDS, PAGE_SHARE = 2, 0.5
FOOTNOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.? ?[-–—]|↑|\*{1,3})\s*\S")
COMPANY = re.compile(r"\b(?:SARL|SAS|SA|RCS|SIRET|SIREN|Inc|Ltd|GmbH|ASBL|ISSN|CPPAP)\b")
BOOK = re.compile(
    r"\b(?:pp?\. ?\d|pages? \d|\d+ (?:pages\b|p\.)|(?:edition\w*|presses|isbn|issn|doi)\b|vol\.)"
    # A road, a reactor and a proposal have a number, too.
    r"|(?<!route )(?<!nationale )(?<!reacteur )(?<!tranche )(?<!recommandation )(?<!proposition )(?<!mesure )"
    r"\bn(?:o|umero| degres)\.? *\d+\b"
)
QUOTED = re.compile(r"«[^»]{1,200}»")
EVENT = re.compile(
    r"\b(?:entree libre|sur inscription|sur reservation|places limitees|inscription obligatoire"
    r"|se (?:desinscrire|desabonner)"
    r"|toute (?:reproduction|rediffusion|diffusion|reprise|copie|utilisation)\b.{0,50}"
    r"\b(?:interdite|autorisee|soumise))\b"
)
PRICE = re.compile(r"\d ?(?:\$|€|eur|euros?|francs?|chf|dollars?) (?:par|/|pour un) ?(?:mois|an|semaine)\b")
STAFF = re.compile(r"\bemploie (?:[a-z]+ )?\d[\d .]*(?:collaborateurs|personnes|salaries|agents)\b.*chiffre d'affaires")
IMPRINT = re.compile(
    r"\W*(?:(?:directeur|directrice|direction|responsable) (?:de )?(?:la )?(?:publication|redaction)"
    r"|acheve d'imprimer|depot legal)\b"
)
# « Cet article », « le présent document »: a text speaks of itself so where others speak for it.
SELF = re.compile(
    r"\W*(?:cet article|cette (?:page|publication|depeche|traduction)|ce (?:site|blog|contenu|billet|message|resume))\b"
)
PRESENT = re.compile(
    r"\W*(?:cet (?:entretien|echange)|cette (?:interview|conversation)) a ete"
    r" (?:relue?|editee?|amendee?|condensee?|realisee?)\b"
    r"|\W*(?:le present (?:communique|document|article|texte|bulletin)|la presente (?:note|page)"
    r"|prenez note que (?:ce|cet|cette) (?:article|reportage|texte|page)"
    r"|(?:ce|cet|cette) (?:article|reportage|enquete|dossier|texte|serie|recit|histoire) (?:a ete|est) (?:d'abord )?"
    r"(?:financee?|realisee?|soutenue?|produite?|publiee?|traduite?|ecrite?|initialement|mise a jour|corrigee?)"
    r"|(?:ce|cet|cette) (?:article|texte|contenu|entretien) (?:fait partie|appartient)"
    r"|(?:ce texte|cet article|ce contenu)(?: provenant [^.]{1,40})? est une production d"
    r"|une (?:version|edition) (?:precedente|anterieure|initiale) de (?:ce|cet|cette) (?:article|texte|depeche)"
    r"|les commentaires (?:sont|seront) (?:moderee?s|fermes|ouverts|reserves|publies))\b"
)
REQUEST = re.compile(r"\b(?!rendez-)\w+ez-(?:nous|vous|la|le|les|y)\b(?!-)")
IMPERATIVE = re.compile(r"(?:^\W*|[.?!] )(?!rendez-)[a-z]{2,}ez\b")
NOTE_LABEL = re.compile(
    r"\W*(?:avis|avertissement|nota|note|mention|precision|rectificatif|correctif|erratum|correction|nb|ndlr|disclaimer|clause)"
    r"(?: (?:de|d'|du|des|aux?|a la|importante?|editoriale?|apportee|ajoutee|publiee)\b[^:]{0,30}| ?\([^)]{1,20}\))? ?:"
    r"|\W*(?:a propos de|sur) (?:l'|les |nos )?auteur\w* ?:"
)
CORRECTED = re.compile(
    r"\W*(?:rectificatif|correctif|erratum|correction)(?: (?:du|le) \d[^:]{0,20}| ?\([^)]{1,20}\))? ?:"
)
SIGNATURE = re.compile(
    r"\W*(?:une? )?(?:textes?|synthese|veille|entretien|interview|propos|reportage|photos?|illustrations?|traduction"
    r"|traduit|adapte|emission|article|revue de presse|dossier|enquete)\b.{0,30}\bpar\b"
)
# « Agence et correspondants ont contribué à cet article. »
CONTRIBUTED = re.compile(
    r".*\b(?:a|ont)(?: egalement| aussi)? (?:contribue|participe|collabore) a"
    r" (?:cet article|cette depeche|ce reportage)\W*$"
    r"|.*\b(?:press\w*|journaliste|redact\w+|correspondant|reporter)\b.* (?:a|ont) contribue a ce rapport\W*$"
)
# « N. B. », « Gérard K. », « (nm/L.Q.) »
INITIALS = re.compile(
    r"(?:[A-ZÀ-Þ][\w-]+ )?(?:[A-ZÀ-Þ]\.[ -]?){1,4}(?:[A-ZÀ-Þ][a-z]{0,3}\.)?"
    r"|\((?:[A-Za-z]\.?){1,4}(?:/(?:[A-Za-z]\.?){1,4})+\)"
)
PERSON_IS = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]+ ){2,4}est (?:une? )?")
# « Journaliste à la section Décryptage, il a étudié l'économie. », « Né à Malmedy, il écrit pour le magazine. »
AUTHOR_IS = re.compile(
    r"(?:Journaliste|Reporter|Correspondante?|Éditorialiste|Chroniqueu\w+|Rédact\w+)\b[^.]*, (?:il|elle) "
)
# « Chercheuse associée au Centre, elle enseigne le droit du désarmement à Strasbourg. »
SCHOLAR_IS = re.compile(
    r"(?:Chercheu\w+|Professeure?|Enseignante?|Historienne?|Analyste|Politologue|Maître\w*|Spécialiste)\b[^.]*,"
    r" (?:il|elle) (?:enseigne|a publié|a dirigé|est l['’]aut|dirige|écrit|travaille|collabore)"
)
BORN = re.compile(r"Née? (?:à|en|au|le|aux)\b[^.]*, (?:il|elle) ")
BORN_SCHOLAR = re.compile(r"Née? en \d{4}, (?:il|elle) (?:enseigne|a publié|a dirigé|est l['’]aut|dirige|collabore)\b")
# « Odile Brun enseigne à Brest. Elle vient de publier … »
PERSON_WORKS = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.-]+ ){2,4}"
    r"(?:(?:enseigne|dirige|travaille)\b|(?:suit|couvre|lit|traduit|collabore)\b.* depuis (?:19|20)\d\d\b)"
)
# « … est professeure d'économie. Elle a publié « Le Prix de la poudre ». »
PUBLISHES = re.compile(
    r"\b(?:a (?:publie|traduit)|auteure? d[eu']?|derniers? (?:livres?|ouvrages?)|vient de (?:publier|faire paraitre))\b"
)
# « Kiosque du monde est une association loi 1901. »
ASSOCIATION = re.compile(
    r"\best une association (?:regie par la |sans but lucratif |a but non lucratif |de la )?(?:de )?loi"
    r" (?:de |du [\w ]+)?1901\b"
)
REMARK = re.compile(r"\W*(?:le )?\d{1,2} \w+ (?:20\d\d )?(?:a|,|-) \d{1,2}[:h]\d\d\W+(?:par|de|by)\b")


def note_sign(line: Line) -> str | None:
    """The sign by which a sentence below the text is a note; None where there is none.

    What happened, and what somebody said, is told by articles.
    """
    if line.words > LONGEST:
        return None
    sign = _form_sign(line)
    is_author = any(sign.match(line.text) for sign in (AUTHOR_IS, SCHOLAR_IS, BORN_SCHOLAR)) or (
        BORN.match(line.text) and speaks_of_page(line)
    )
    is_bearer = _is_about_somebody(line) or PERSON_WORKS.match(line.text) is not None
    if is_author or (PUBLISHES.search(line.folded) and is_bearer):
        return "about the author"
    if is_reported(line) and sign not in FORMAL:
        return None
    return sign or _wording_sign(line) or _subject_sign(line)


def _form_sign(line: Line) -> str | None:
    if FOOTNOTE.match(line.text):
        return "footnote"
    if (COMPANY.search(line.text) and not is_told(line)) or IMPRINT.match(line.folded):
        return "imprint"
    if INITIALS.fullmatch(line.text) or CONTRIBUTED.match(line.folded):
        return "signature"
    if BOOK.search(line.folded) and not is_clause(make_line(QUOTED.sub(" ", line.text))):
        return REFERENCE
    if CORRECTED.match(line.folded):
        return "notice"
    is_event = EVENT.search(line.folded) and not (line.words > LONGEST_EVENT and is_told(line))
    return "notice" if is_event or STAFF.search(line.folded) else None


def _wording_sign(line: Line) -> str | None:
    if line.text.endswith("?"):
        return TO_READER if READER.search(line.folded) and speaks_of_page(line) else None
    if (REQUEST.search(line.folded) and (speaks_of_page(line) or not line.is_terminated)) or (
        IMPERATIVE.search(line.folded) and _page_words(line, 1)[0] >= FEWEST_PAGE_WORDS
    ):
        return TO_READER
    if _is_about_somebody(line):
        return "about the author"
    if ASSOCIATION.search(line.folded):
        return "about the site"
    if NOTE_LABEL.match(line.folded) or (PRICE.search(line.folded) and speaks_of_page(line)):
        return "notice"
    if line.words <= LONGEST_SIGNATURE and SIGNATURE.match(line.folded):
        return "signature"
    return "remark of a reader" if REMARK.match(line.folded) else None


def _is_about_somebody(line: Line) -> bool:
    """Whether a line says of somebody what authors are: « Jeanne Morel est chercheuse à l'institut. »"""
    named = PERSON_IS.match(line.text)
    first = make_line(SENTENCES.split(line.text)[0])
    return named is not None and not is_told(first) and offices().match(fold_line(line.text[named.end() :])) is not None


def _subject_sign(line: Line) -> str | None:
    telling, words = _page_words(line, 0)
    of_itself = SELF.match(line.folded) and (telling >= FEWEST_PAGE_WORDS or line.words <= LONGEST_REMARK)
    if PRESENT.match(line.folded) or (of_itself and (telling >= FEWEST_PAGE_WORDS or not is_told(line))):
        return ABOUT_PAGE
    is_about = not is_told(line) and telling >= max(FEWEST_PAGE_WORDS, PAGE_SHARE * words)
    return ABOUT_PAGE if is_about and not line.text.endswith("?") else None


def _page_words(line: Line, start: int) -> tuple[int, int]:
    """How many of the different words of a line, from one on, are about the page, and how many there are."""
    words = sorted(set(content_words(line.folded)[start:]))
    return round(interface_share(words) * len(words)), len(words)
