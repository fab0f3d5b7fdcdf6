"""A line goes in; what speaks for its being furniture, whatever the site and its wording, comes out.

Sites word their furniture in ways nobody can foresee, but they speak of few things: the page, its medium, and what a
reader may do with them. Nor do they write labels as people write sentences. Each sign here has a name, and becomes the
rule of the lines that it decides alone; others only weigh with the place of a line on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from index.cleaning.dates import is_dated
from index.cleaning.lines import Line, make_line
from index.cleaning.rules import content, is_reported, is_told

WORDS = re.compile(r"[a-z0-9]+")
# Pictures of things, arrows, stars; no mark that prose has.
PICTOGRAM = re.compile("[\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\{.*\})\W*$")
# A label, and what it announces: « Prise de son : Odile Renaud », « [Carte] Où sont les mines ».
LABELLED = re.compile(r"\W*(?P<label>[^:|»\]—–.]{2,40}?)(?:\s*[:|»\]]|\s[-–—]\s|\.\s|\s*$)")
DOMAIN = re.compile(r"https?://|www\.|\b[a-z0-9-]{3,}\.(?:com|fr|org|net|info|eu|example)\b|[\w.+-]+@[\w-]+\.\w")
COPYRIGHT = re.compile(r"\W*(?:©|\(c\))", re.IGNORECASE)
# « KEYSTONE/Peter Aeschbach », and « liste 1 de 3 … », as voices read pages.
NAMES = r"[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,3}"
SLASHED = re.compile(rf"{NAMES} ?/ ?{NAMES}")
NUMBERED = re.compile(r"\W*(?:liste|page|diapositive|image|photo|article|etape) \d+ (?:de|sur|of|/) \d+")
FIGURE = re.compile(r"\d[\d .,  ]*(?:[a-z]{1,3}\d?|[%€$£])\.?")
PICTURE = re.compile(r"\b(?:photo|image|credit|illustration|legende|infographie|dessin|carte|video)")
INFINITIVE = re.compile(r"\W*(?:ne (?:plus|pas) )?[a-z]{2,}(?:er|ir|re)\b")
READER = re.compile(r"^\W*(?!rendez-)\w{2,}ez\b|\b(?<!rendez-)(?:vous|votre|vos|notre|nos)\b")
# The signs of who made a picture, and of what is said of the page.
CREDIT, ABOUT_PAGE = "credit", "about the page"
NICKNAME = re.compile(r"@?(?=\S*[\d_.])(?=\S*[a-z])[\w.-]{4,24}")
LETTERS = re.compile(r"[^\W\d_]+")
FINITE = re.compile(
    r"\b(?:qui|que|n['’e]|s['’]|se|il|elle|ils|elles|on|ça|est|sont|a|ont|j['’e]|nous|vous|faut"
    r"|\w{2,}(?:aient|èrent|eront|issent)|\w{2,}(?<!tr)(?<!por)(?<!for)(?<!souh)ait|\w{3,}era"
    r"|(?!client|patient|orient|content|absent|présent)\w{2,}(?:[bcdfglnprsv]i|ch|t|ss|y|qu|p|bl)ent"
    r"|\w+(?:nn|nc|nd|ill|[tfbvdp]r|iv|euv|oiv|rv|lv|rm|ng|rg)ent)\b",
    re.IGNORECASE,
)
CREDIT_END = re.compile(r"\([^()]*[A-ZÀ-Þ][^()]*\)\W*$")
# « (Photo B.-S.) », « - Crédit : ambassade », « Coll. part. »: no sentence ends so.
PICTURE_END = re.compile(
    r"(?:\((?i:photos?|crédits?|ph\.|images?|dessin|illustration|coll\.|archives|afp|reuters)\b[^()]{0,60}\)"
    r"|(?:[.!?»”|–-]\s+|^)(?i:photos?|crédits?(?: photos?)?|illustration|images?|dessin|coll\.|cliché)"
    r"(?: ?[:/©]| (?=[A-ZÀ-Þ]|part\.)).{2,45})\W*$"
)
CREDIT_TAIL = re.compile(r"(?:\S+\s+){3,}?\S*\w{2,}[.!?]\s+(?P<credit>\W*[A-ZÀ-Þ][^.!?]*(?:\.[ -]?[A-ZÀ-Þ][^.!?]*)*)$")
# Within the text, a line without a full stop of more words is no heading; of so many, it is a paragraph all the same.
LONGEST_HEADING, LONGEST_CAPTION = 10, 25
LONGEST_NOTE = 45
# A label of so many words may end in a full stop: « Temps de lecture : 4 min. ».
LONGEST_LABEL = 8
# So short a sentence that begins with « cet article » says nothing else.
LONGEST_REMARK = 9
# Of three words all must be about the page, of four, three.
MOSTLY = 0.7


@cache
def _empty() -> frozenset[str]:
    return frozenset(str(content()["empty"]).split())


def content_words(folded: str) -> list[str]:
    """The words of a folded line that tell what it is about."""
    empty = _empty()
    return [word for word in WORDS.findall(folded) if word not in empty]


def stems(folded: str) -> frozenset[str]:
    """The beginnings of the longer words of a folded line: what a title has in common with its text."""
    empty = _empty()
    return frozenset(word[:5] for word in WORDS.findall(folded) if len(word) > 3 and word not in empty)


@cache
def _interface() -> re.Pattern[str]:
    words = str(content()["interface"]).replace("~", "[a-z]*").split()
    return re.compile(rf"{'|'.join(words)}")


def interface_share(words: Iterable[str]) -> float:
    """The share of the words that speak of the page, its medium and their use."""
    known = _interface()
    telling = [known.fullmatch(word) is not None for word in words]
    return sum(telling) / len(telling) if telling else 0


def furniture_sign(line: Line) -> str | None:
    """The sign by which a line is furniture wherever it stands; None where there is none."""
    if COPYRIGHT.match(line.text):
        return "copyright"
    if NUMBERED.match(line.folded) and line.words <= LONGEST_CAPTION:
        return "numbered"
    if line.words > LONGEST_CAPTION or (line.is_terminated and line.words > LONGEST_LABEL):
        return None
    if FIGURE.fullmatch(line.text):
        return "figure"
    if line.is_terminated:
        return "words of the page" if line.words > 2 and is_interface(line) else None
    if DOMAIN.search(line.folded):
        return "address"
    if SLASHED.fullmatch(line.text):
        return CREDIT
    if PICTOGRAM.search(line.text) and not (line.is_item and line.text.endswith((";", ","))):
        return "pictogram"
    if BRACKETED.match(line.text) and (speaks_of_page(line) or is_name_like(line)):
        return "in brackets"
    if INFINITIVE.match(line.folded) and interface_share(content_words(line.folded)[1:]) > 0:
        return "thing to do"
    if NICKNAME.fullmatch(line.text):
        return "nickname"
    if is_interface(line):
        return CREDIT if PICTURE.search(line.folded) else "words of the page"
    return "to the reader" if addresses_reader(line) and speaks_of_page(line) else None


def addresses_reader(line: Line) -> bool:
    """Whether a line says « you » or « our », or tells somebody to do something."""
    return READER.search(line.folded) is not None


def speaks_of_page(line: Line) -> bool:
    """Whether a line has a word about the page, its medium or its use."""
    return interface_share(content_words(line.folded)) > 0


def is_interface(line: Line) -> bool:
    """Whether a line, or the label at its head, is made of words about the page and its use."""
    if is_dated(line.folded):
        return False
    words = [word for word in content_words(line.folded) if not word.isdecimal()]
    if PICTURE.search(line.folded) and is_name_like(line):
        return True
    if line.text.isupper() and len(words) < 3 and interface_share(words) > 0:
        return True
    if interface_share(words) >= MOSTLY and not is_clause(line):
        return True
    label = LABELLED.match(line.text)
    if label is None or len(label[0]) >= len(line.text):
        return False
    named = [word for word in content_words(line.folded[: len(label[0])]) if not word.isdecimal()]
    return 0 < len(named) <= 4 and interface_share(named) == 1


@cache
def _verbs() -> frozenset[str]:
    return frozenset(str(content()["verbs"]).split())


def is_clause(line: Line) -> bool:
    """Whether a line holds a verb or what goes with one, as sentences and standfirsts do and captions do not."""
    return FINITE.search(line.text) is not None or not _verbs().isdisjoint(LETTERS.findall(line.text.lower()))


def is_name_like(line: Line) -> bool:
    """Whether most words of a line begin with a capital: names, mastheads, rows of labels."""
    if is_clause(line) or (line.text.isupper() and len(_empty() & set(line.folded.split())) > 1):
        return False
    empty = _empty()
    words = [word for word in re.findall(r"[^\W\d_]{2,}", line.text)[1:] if word.lower() not in empty]
    # The first word of a sentence has a capital anyway.
    return len(words) > 0 and sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def has_credit(line: Line) -> bool:
    """Whether a line is a description and, behind it, a credit."""
    if line.words > 4 and line.words <= LONGEST_NOTE and PICTURE_END.search(line.text):
        return True
    if line.words <= 4 or line.words > LONGEST_CAPTION or line.is_terminated:
        return False
    tail = CREDIT_TAIL.match(line.text)
    return CREDIT_END.search(line.text) is not None or (tail is not None and _is_credit(make_line(tail["credit"])))


def _is_credit(line: Line) -> bool:
    holder = make_line(line.text.rpartition(":")[2])
    return line.words <= 3 or is_name_like(line) or is_name_like(holder) or bool(PICTURE.search(line.folded))


def is_caption(line: Line) -> bool:
    """Whether a line is what stands under pictures: a description without a verb, or with a credit behind it."""
    if has_credit(line):
        return True
    if line.is_terminated or line.is_item or line.words > LONGEST_CAPTION or line.text.endswith((":", ";", ",")):
        return False
    if is_clause(line):
        return False
    longest = LONGEST_HEADING - ("," in line.text)
    return line.words >= longest or (line.words > 5 and is_dated(line.folded))


# « Cet article », « le présent document »: a text speaks of itself so where others speak for it.
SELF = re.compile(
    r"\W*(?:cet article|cette (?:page|publication|depeche|traduction)|ce (?:site|contenu|billet|message|resume))\b"
)
PRESENT = re.compile(r"\W*(?:le present (?:communique|document|article|texte|bulletin)|la presente (?:note|page))\b")
SIGNATURE = re.compile(
    r"\W*(?:une? )?(?:textes?|entretien|interview|propos|reportage|photos?|illustrations?|traduction|traduit|adapte"
    r"|emission|article|revue de presse|dossier|enquete)\b.{0,30}\bpar\b"
)
NOTE_LABEL = re.compile(
    r"\W*(?:avis|avertissement|nota|note|mention|precision|rectificatif|erratum|correction|nb|ndlr|disclaimer|clause)"
    r"(?: (?:de|d'|du|des|aux?|a la|importante?|editoriale?)\b[^:]{0,30})? ?:"
)
EVENT = re.compile(r"\b(?:entree libre|sur inscription|sur reservation|places limitees|inscription obligatoire)\b")
PRICE = re.compile(r"\d ?(?:\$|€|eur|euros?|francs?|chf|dollars?) (?:par|/|pour un) ?(?:mois|an|semaine)\b")
STAFF = re.compile(r"\bemploie (?:[a-z]+ )?\d[\d .]*(?:collaborateurs|personnes|salaries|agents)\b.*chiffre d'affaires")
IMPERATIVE = re.compile(r"\W*(?!rendez-)[a-z]{2,}ez\b")
FOOTNOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.? ?[-–—]|↑|\*{1,3})\s*\S")
BOOK = re.compile(
    r"\b(?:p\. ?\d|pp\. ?\d|\d+ (?:pages|p\.)|edition\w*|presses|n(?:o| degres)\.? *\d+|vol\.|isbn|issn|doi)\b"
)
REQUEST = re.compile(r"\b(?!rendez-)\w+ez-(?:nous|vous|la|le|les|y)\b(?!-)")
REMARK = re.compile(r"\W*(?:le )?\d{1,2} \w+ (?:20\d\d )?(?:a|,|-) \d{1,2}[:h]\d\d\W+(?:par|de|by)\b")
COMPANY = re.compile(r"\b(?:SARL|SAS|SA|RCS|SIRET|SIREN|Inc|Ltd|GmbH|ASBL|ISSN|CPPAP)\b")
PROSE_OF_OTHERS = re.compile(r"\b(?:the|and|of|to|is|are|your|this|for|with|by|we|our|der|und|los|las|para)\b")
FRENCH = re.compile(r"\b(?:le|la|les|des|du|et|est|un|une|dans|pour|sur|qui|au|aux|ne|pas|il|elle)\b")
# How many words about the page, and which share of all, make a sentence below the text one about it.
FEWEST_PAGE_WORDS, PAGE_SHARE = 2, 0.5


def is_other_language(line: Line) -> bool:
    """Whether a sentence is written in English, as what publishing services put on every page is."""
    other = len(PROSE_OF_OTHERS.findall(line.folded))
    return other >= 3 and other > 2 * len(FRENCH.findall(line.folded))


def note_sign(line: Line) -> str | None:
    """The sign by which a sentence below the text is a note of the page, not the end of the article."""
    if line.words > LONGEST_NOTE:
        return None
    if FOOTNOTE.match(line.text):
        return "footnote"
    if line.text.endswith("?") and '"' not in line.plain and speaks_of_page(line):
        return "to the reader" if READER.search(line.folded) else None
    told = is_told(line)
    if COMPANY.search(line.text) and not told:
        return "imprint"
    if BOOK.search(line.folded) and not is_clause(line):
        return "reference"
    if EVENT.search(line.folded) or PRICE.search(line.folded) or STAFF.search(line.folded):
        return "notice"
    words = content_words(line.folded)
    asked = round(interface_share(words[1:]) * len(words[1:])) if IMPERATIVE.match(line.folded) else 0
    if is_reported(line):
        return None
    if (REQUEST.search(line.folded) and not line.text.endswith("?")) or asked >= FEWEST_PAGE_WORDS:
        return "to the reader"
    if NOTE_LABEL.match(line.folded):
        return "notice"
    if line.words <= LONGEST_CAPTION and SIGNATURE.match(line.folded):
        return "signature"
    if REMARK.match(line.folded):
        return "remark of a reader"
    words = sorted(set(words))
    telling = round(interface_share(words) * len(words))
    if PRESENT.match(line.folded) or (
        SELF.match(line.folded) and (telling >= FEWEST_PAGE_WORDS or line.words <= LONGEST_REMARK)
    ):
        return ABOUT_PAGE
    if not told and telling >= FEWEST_PAGE_WORDS and telling >= PAGE_SHARE * len(words):
        return ABOUT_PAGE
    return None
