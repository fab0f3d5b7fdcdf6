"""A line goes in; whether it stands under a picture, by its form, comes out."""

from __future__ import annotations

import re

from index.cleaning.dates import PARTIAL, WEEKDAYS, is_dated, is_entry, is_moment
from index.cleaning.evidence import GENRE, PICTURE, is_clause, is_name_like
from index.cleaning.lines import Line, asked_once, fold_line, make_line
from index.cleaning.notes import BOOK
from index.cleaning.rules import SAID_THAT, is_reported, is_told, offices

CREDIT_END = re.compile(r"\((?P<credit>[^()]*[A-ZÀ-Þ][^()]*)\)\W*$")
# « … ma femme ne le connaît pas. (Rires) »
STAGED = re.compile(
    r"[(<] ?(?:(?:long|court|nouveaux?|petit|grand)s? )?"
    r"(?:rires?|sourires?|soupirs?|silences?|pauses?|hesitations?|applaudissements?|(?:il|elle) [a-z]{3,12})\W*$"
)
# Institutions give pictures, who holds an office is quoted: « … (ministre de la Défense) », « … (Pr Odile Brun,
# politologue) »; and titles may end in a place and day, « … (Faya, 7 novembre) ».
SPEAKING = re.compile(r"(?!capture|source|via |minist[eè]re|armée|marine|police|gouvernement)[a-z]")
# « (Photo B.-S.) », « - Crédit : ambassade », « Coll. part. », « . ODILE ROUX POUR « LE PHARE » », « . | LE PHARE »: no
# sentence ends so. « PHOTO ODILE ROUX, LE PHARE » is nothing else.
PICTURE_END = re.compile(
    r"(?:\((?:(?i:photos?|ph\.|images?|dessin|illustration|cliché|coll\.|archives|afp|reuters)\b"
    r"|(?i:crédits?) (?=[A-ZÀ-Þ]))"
    r"[^()]{0,60}\)(?!\s*\.)"
    r"|\((?i:photos?|crédits?|images?|illustration)(?i: photos?)? ?[:/©][^()]{1,120}\)"
    r"|(?:[.!?»”|–-]\s+|^)(?i:photos?|ph\.(?! ?d\b)|crédits?(?: photos?)?|illustration|images?|dessin|coll\.|cliché)"
    r"(?: ?[:/©]| (?=[A-ZÀ-Þ]|part\.)).{2,80}"
    r"|[.!?] [A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{4,50} (?:POUR|pour|/) «[^»]{2,40}»"
    r"|[.!?] [A-ZÀ-Þ][A-ZÀ-Þ .'’-]{4,40} / [A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}"
    r"|\. \| (?=[^|]*[A-ZÀ-Þ]{2})[^|a-zà-ÿ]{2,80})\W*$"
    r"|[.!?»”] [–-] D\.? ?R\.?\W*$"
    r"|[.!?»”] © ?[A-ZÀ-Þ].{2,80}$"
    r"|[.!?»”] [–—-] [A-ZÀ-Þ]\w*(?:press|photos?|pix|images?)\.?$"
    r"|[.!?»”] \([A-ZÀ-Þ][A-ZÀ-Þ .'’/,&-]{8,80}\)$"
    r"|^(?:Figure|Fig\.|Carte|Graphique|Schéma) \d{1,2} ?[–—:.-] .*\bSources? ?: .{2,60}$"
    r"|[.!?»”] [–—-] [A-ZÀ-Þ][A-ZÀ-Þ .-]{2,20} ?/ ?[A-ZÀ-Þ][\w .'’-]{1,40}$"
    r"|[.!?»”] (?:Photo|Image)s? (?:fournie|transmise|diffusée|publiée|remise)s? par .{3,60}$"
    r"|[.!?»”] [–—-] [A-ZÀ-Þ]\. ?[A-ZÀ-Þ][\w'’-]+$"  # « … d'ici à 2027. – O. Brun »
    r"|[.!?»”] [–—-] [A-ZÀ-Þ]{4,20}\.?$"
    r"|[.!?»”] [–—-] Capture d['’]écran\b.{0,40}$"
    r"|[a-zà-ÿ]{2}[.!?»”] [A-ZÀ-Þ]{2,}(?:[ '’&/-]{1,3}[A-ZÀ-Þ]{2,}){1,4}$"
    r"|[.!?»”] (?:Photo|Image|Illustration|Cliché|Vue) d['’](?:illustration|archives?)\W*$"
    r"|^(?:PHOTOS?|ILLUSTRATION|IMAGES?) [A-ZÀ-Þ][A-ZÀ-Þ .'’-]{4,40}, [A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,60}$"
)
# « Un écran diffuse des images de l'armée, à Pékin, le 22 mai 2024. »
SCENE, SCENE_DAY = (
    re.compile(r"(?:Une?|Des|Les?|La)\s|L['’]"),
    re.compile(rf", (?:le )?(?:{WEEKDAYS} )?{PARTIAL} (?:19|20)\d\d\W*$"),
)
LONGEST_SCENE = 30
# « (Photo P. Escoffier) Le groupe devant l'ancienne amirauté », « Photo : Odile Brun, Presse du Nord. Un appareil … »
CREDIT_HEAD = re.compile(
    r"\((?i:photos?|ph\.|crédits?|cliché|dessin)[ :/] ?[A-ZÀ-Þ][^()]{1,60}\) \S"
    r"|Photos? ?: [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,2}(?:, [^.,]{2,40})?\. [A-ZÀ-Þ]"
)
# « Portée : 8 km, 13 km avec munition à propulsion additionnelle »
MEASURED = re.compile(r"^\W*[^:]{2,40} : (?:environ |plus de |jusqu'a |de |<|>)?\d")
# « Situation en Égypte – Audition de M. Lenormand, ancien ambassadeur »: a point of what is debated.
SESSION = re.compile(r"\b(?:audition|table ronde|examen|proposition de (?:loi|resolution)|projet de loi) d[eu']")
# « Défense : « Enfin des sous », titre le quotidien »; « Tableau 1 – Pertes revendiquées »
INTRODUCED = re.compile(r'[»"] ?, (?:titre|ecrit|note|juge|lance|resume|ironise)\b|^tableau \d')
# « Une réponse à la présence chinoise, mais pas seulement » argues, as no picture does.
ARGUED = re.compile(r", mais\b")
# « Et puis cette affaire de drones », « Mais d'abord les chiffres »
CONTINUING = ("Et ", "Mais ", "Or ", "Car ", "Puis ")
# « Mme Castelnou, présidente. – Voilà qui est clair. (Murmures) »
SPEAKER = re.compile(r"\. [–—-] ")
CREDIT_TAIL = re.compile(r"(?:\S+\s+){3,}?\S*\w{2,}[.!?]\s+(?P<credit>\W*[A-ZÀ-Þ][^.!?]*(?:\.[ -]?[A-ZÀ-Þ][^.!?]*)*)$")
# « Poser une charge, c'est facile. Revenir, moins » ends in no name.
PARTED = re.compile(r", [a-zà-ÿ]")
# Within the text, a line without a full stop of more words is no heading; of so many, it is a paragraph all the same.
LONGEST_HEADING, LONGEST_CAPTION, LONGEST_CREDITED = 10, 25, 45


@asked_once
def has_credit(line: Line) -> bool:
    """Whether a line is a description and, behind it, a credit."""
    if SAID_THAT.search(line.folded) or STAGED.search(line.folded):
        return False
    text = line.text.replace("\u00a0", " ").replace("\u202f", " ")  # « Crédit : », as French typography has it
    if 4 < line.words <= LONGEST_CREDITED and (PICTURE_END.search(text) or CREDIT_HEAD.match(text)):
        return True
    if line.words <= 4 or line.words > LONGEST_CAPTION or line.is_terminated or line.text.endswith(":"):
        return False
    tail = CREDIT_TAIL.match(line.text)
    if SPEAKER.search(line.text):  # « … où il a grandi. - Le Phare : M. Arseneau »
        return tail is not None and " : " in tail["credit"] and _is_credit(make_line(tail["credit"]))
    return _ends_in_credit(line) or (tail is not None and _is_credit(make_line(tail["credit"])))


def shows_scene(line: Line) -> bool:
    """Whether a sentence says what is seen in a picture: in the present, with the full date at its end."""
    if not SCENE.match(line.text) or line.words > LONGEST_SCENE or not line.is_terminated:
        return False
    seen = make_line(line.text.rpartition(", ")[0])
    return SCENE_DAY.search(line.folded) is not None and not (is_told(seen) or is_reported(seen))


def _ends_in_credit(line: Line) -> bool:
    """Whether what stands in brackets at the end may be a credit: no office of who speaks, no day of an event."""
    found = CREDIT_END.search(line.text)
    if found is None or PICTURE.search(fold_line(found["credit"])):
        return found is not None
    credit = found["credit"]
    spoken = SPEAKING.match(credit) or offices().match(fold_line(credit.partition(", ")[2]))
    return not (spoken or is_dated(fold_line(credit)))


def _is_credit(line: Line) -> bool:
    if is_clause(line) or GENRE.search(line.folded):
        return False
    holder = make_line(line.text.rpartition(":")[2])
    few = line.words <= 3 and PARTED.search(line.text) is None
    return few or is_name_like(line) or is_name_like(holder) or bool(PICTURE.search(line.folded))


def is_caption(line: Line) -> bool:
    """Whether a line is what stands under pictures: a description without a verb, or with a credit behind it."""
    if has_credit(line) or shows_scene(line):
        return True
    if (
        STAGED.search(line.folded)
        or line.is_terminated
        or line.is_item
        or line.words > LONGEST_CAPTION
        or line.text.endswith((":", ";", ","))
    ):
        return False
    if (
        is_clause(line)
        or line.text.startswith(CONTINUING)
        or is_moment(line.folded)
        or any(sign.search(line.folded) for sign in (BOOK, MEASURED, SESSION, INTRODUCED, ARGUED))
        or is_entry(line.folded)
    ):
        return False
    longest = LONGEST_HEADING - ("," in line.text)
    return line.words >= longest or (line.words > 5 and is_dated(line.folded))
