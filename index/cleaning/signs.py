"""A line goes in; the sign by which it is furniture wherever it stands, if it bears one, comes out as a mark."""

from __future__ import annotations

import re

from index.article import Zone
from index.cleaning.dates import is_entry
from index.cleaning.evidence import (
    PICTURE,
    addresses_reader,
    content_words,
    interface_share,
    is_clause,
    is_interface,
    is_name_like,
    page_words,
    speaks_of_page,
)
from index.cleaning.lines import Line
from index.cleaning.rules import ASKED, OF_ONESELF, QUOTATION, Mark

# Pictures of things, arrows, stars; no mark that prose has.
PICTOGRAM = re.compile("[\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
# Korean papers put them before the headings of a text.
LOZENGES = "◇◆■□"
BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\{.*\})\W*$")
DOMAIN = re.compile(r"https?://|www\.|\b[a-z0-9-]{3,}\.(?:com|fr|org|net|info|eu|example)\b|[\w.+-]+@[\w-]+\.\w")
COPYRIGHT = re.compile(r"\W*(?:©|ⓒ|\(c\)|\[cc\])", re.IGNORECASE)
# « KEYSTONE/Peter Aeschbach »
# « abx/cdr/mlo », « bur-ef/pjl », « R. N./APS »: who wrote for an agency.
CODES = re.compile(
    r"\(?[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,4}(?:-[a-z]{2,4})?)+\)?"
    r"|(?:[A-Z]\. ?){2,3}/ ?[A-Z]{2,6}|[A-Z]{2,4}(?:/[A-Z]{2,4})*/[a-z]{2,4}"
)
NAMES = r"(?!Questions?\b)[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,3}"
# « Bureau civil/O. Haddad »
SLASHED = re.compile(rf"{NAMES} ?/ ?{NAMES}|[A-ZÀ-Þ][\w'’ -]{{2,30}}/[A-ZÀ-Þ]\. ?[A-ZÀ-Þ][\w'’-]+")
# « ▲ Un soldat devant la gare. » points to the picture above.
POINTER = re.compile(r"(?:[▲▼△▽◄◀]|>>)\s*[^\W\d]")
# « >>> Une équipe part pour Abyei » leads to another article.
LEADING = re.compile(r">>> ?[^\W\d]")
# « liste 1 de 3 Pourquoi … », as voices read pages.
NUMBERED = re.compile(r"\W*(?:liste|page|diapositive|image|photo|article|etape) \d+ (?:de|sur|of|/) \d+")
# « II. Les moyens ........... 4 »
LEADERS = re.compile(r"(?:\.{5,}|(?:\. ){5,}|…{3,})\s*\d{1,3}$")
# « Réponse : Non. »
SAID_IN_TURN = re.compile(r"\W*(?:question|reponse)\b[^:]{0,40}: \S")
# « JPEG - 84.2 ko », « {loadposition encart} »: what a system put there.
LEFTOVER = re.compile(r"(?:JPEG|PNG|PDF|GIF|WebP) ?[-–] ?[\d.,]+ ?[kM]i?o|\{[\w -]{3,60}\}", re.IGNORECASE)
# « 1 € le premier mois, puis 11,90 € »
PRICE = re.compile(r"\d ?(?:€|euros?|\$|CHF) ?(?:le premier mois|(?:par|/) ?(?:mois|an)\b|pendant \d+ (?:mois|jours))")
# « Télécharger la note complète (PDF, 18 p.) »
DOCUMENT, LONGEST_DOCUMENT = re.compile(r"\((?:pdf|docx?|mp3|epub|fichier|zip)\b[^()]*\)\W*$", re.IGNORECASE), 12
# « Afghanistan (41) budget (17) humour (22) »
COUNTS = re.compile(r"(?:[^()]{2,40} \(\d+\)[ ,·|]*){2,}$")
# « Télécharger la note (28 p.) »
LENGTH = re.compile(r"\(\d+ ?(?:p\.?|pages?|min\.?)\)\W*$")
FIGURE = re.compile(r"\d[\d .,  ]*(?:[a-z]{1,3}\d?|[%€$£])\.?")
# « Lire », « Répondre », « Transmettre », but not « Lettre », « Commentaire », « Guerre ».
INFINITIVE = re.compile(
    r"\W*(?:ne (?:plus|pas) )?"
    r"(?!lettre|livre|courrier|papier|hiver|avenir|souvenir|mer\b|hier\b|dernier|premier|reporter .*\d{4})"
    r"[a-z]*(?:[a-z]{2}(?:er|ir)|[lrdu]ire|faire|[nr]dre|ttre|vre)\b"
)
# « Suivre ses propres conseils »
OWN = re.compile(r"\b(?:ses|son|sa|leurs?) propres?\b")
# « dans le 12h45 / 2 min. / le 10 mars »
DURATION = re.compile(r"\s/ \d+ (?:min|sec)\b")
# « BotTalk », « BlogThis! »: what a page is made with.
PRODUCT = re.compile(r"(?!Ma?c[A-Z])[A-Z][a-z]+[A-Z][a-z]+!?")
# « Our » without « you », and nothing to be read or done.
OURS = re.compile(r"(?!.*\b(?:vous|votre|vos)\b)(?!\W*\w+ez\b)(?!.*\b(?:voir|lire)\b).*\b(?:notre|nos)\b.*")
# « Épisode 63 – Sous-marins australiens : anatomie d'une gifle » is a title.
PART = re.compile(r"\W*(?:episode|saison|numero|chapitre|acte|partie|tome|volet) \d+ ?[-:,.] ?(?:\S+ ){3}")
NICKNAME = re.compile(r"@?(?=\S*[\d_.])(?=\S*[a-z])[\w.-]{4,24}")
# « Partager le fardeau, oui, mais à sa taille » has one word of three that could be about the page.
LEAST_SHARE = 0.34
# « Recommandations : néant. », unlike « Traduction : Odile Brun. »
ANSWERED = re.compile(r"^[^:]{3,30} : [^A-ZÀ-Þ\d]+$")
# « Réalisation : Odile Brun. Mixage : Lina Fagel. »
STAFF = re.compile(r"(?:[A-ZÀ-Þ][a-zà-ÿ ]{2,25} ?: [A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,3}\. ?){2,}")
# Signs are borne by short lines; labels that end in a full stop (« Temps de lecture : 4 min. ») are shorter still.
LONGEST, LONGEST_TERMINATED = 25, 8
WORDS_OF_PAGE = "words of the page"


def mark_sign(line: Line) -> Mark | None:
    """What the sign of a line makes of it; None where it bears none."""
    if COPYRIGHT.match(line.text):
        return Mark(Zone.CHROME, "copyright")
    if (
        line.words > LONGEST
        or QUOTATION.match(line.text)
        or ASKED.match(line.text)
        or (line.is_terminated and SAID_IN_TURN.match(line.folded))
    ):
        return None
    if NUMBERED.match(line.folded):
        return Mark(Zone.CHROME, "numbered")
    if LEFTOVER.fullmatch(line.text):
        return Mark(Zone.CHROME, "leftover")
    if LEADERS.search(line.text):
        return Mark(Zone.CHROME, "contents")
    if DOCUMENT.search(line.text) and line.words <= LONGEST_DOCUMENT:
        return Mark(Zone.CHROME, "download")
    if LENGTH.search(line.text) and _is_to_do(line):
        return Mark(Zone.CHROME, "thing to do")
    if LEADING.match(line.text):
        return Mark(Zone.RELATED, "read also")
    if POINTER.match(line.text) and not speaks_of_page(line):
        return Mark(Zone.CAPTION, "pointer")
    if CODES.fullmatch(line.text):
        return Mark(Zone.DATELINE, "signature")
    if FIGURE.fullmatch(line.text):
        return Mark(Zone.CHROME, "figure")
    if line.is_terminated:
        if STAFF.fullmatch(line.text) and is_interface(line):
            return Mark(Zone.CHROME, WORDS_OF_PAGE)
        is_short = line.words <= LONGEST_TERMINATED and len(content_words(line.folded)) > 1
        tells = (is_clause(line) or ANSWERED.search(line.text) is not None) and not addresses_reader(line)
        return Mark(Zone.CHROME, WORDS_OF_PAGE) if is_short and not tells and is_interface(line) else None
    if SLASHED.fullmatch(line.text) or (PICTURE.search(line.folded) and is_interface(line)):
        return Mark(Zone.CAPTION, "credit")
    sign = _label_sign(line)
    return Mark(Zone.CHROME, sign) if sign else None


def _label_sign(line: Line) -> str | None:
    """The sign of a line that ends in no full stop."""
    if DOMAIN.search(line.folded):
        return "address"
    is_point = line.is_item and (line.text.endswith((";", ",")) or line.text[0] in LOZENGES)
    if PICTOGRAM.search(line.text) and not is_point:
        return "pictogram"
    if DURATION.search(line.folded):
        return "duration"
    if BRACKETED.match(line.text) and (speaks_of_page(line) or is_name_like(line)):
        return "in brackets"
    if _is_to_do(line):
        return "thing to do"
    if PRICE.search(line.text):
        return "subscription"
    if COUNTS.match(line.text):
        return "tags"
    if PRODUCT.fullmatch(line.text):
        return "product"
    if NICKNAME.fullmatch(line.text):
        return "nickname"
    if is_interface(line) and not PART.match(line.folded):
        return WORDS_OF_PAGE
    # « Rappel de nos ambassadeurs pour consultations » is an office's title.
    if line.text.endswith(":") and OF_ONESELF.search(line.folded):
        return None  # « Je souhaiterais vous poser les questions suivantes : »
    is_of_page = page_words(line) > 1 or (speaks_of_page(line) and not OURS.fullmatch(line.folded))
    return "to the reader" if addresses_reader(line) and is_of_page else None


def _is_to_do(line: Line) -> bool:
    """Whether a line tells a reader to do something with the page: « Imprimer cette page »."""
    if INFINITIVE.match(line.folded) is None or is_entry(line.folded) or OWN.search(line.folded):
        return False
    return interface_share(content_words(line.folded)[1:]) > (LEAST_SHARE if "," in line.text else 0)
