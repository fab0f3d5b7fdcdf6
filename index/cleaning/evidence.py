"""A line goes in; what it speaks of and how, whatever the site and its wording, comes out.

Sites word their furniture in ways nobody can foresee, but they speak of few things: the page, its medium, and what a
reader may do with them. Nor do they write labels as people write sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from index.cleaning.dates import is_dated
from index.cleaning.lines import Line, asked_once
from index.cleaning.rules import content

WORDS, LETTERS = re.compile(r"[a-z0-9]+"), re.compile(r"[^\W\d_]+")
# « un lance-roquettes », unlike « lance-t-il »: a noun.
COMPOUND = re.compile(
    r"\b(?:lance|porte|garde|coupe|tire|brise|passe)-(?!(?:t|il|elle|on|ils|elles|je|nous|vous|ce|la|le)\b)\w+"
)
# A label, and what it announces: « Prise de son : Odile Renaud », « [Carte] Où sont les mines ».
LABELLED = re.compile(r"\W*(?P<label>[^:|»\]—–.]{2,40}?)(?:\s*[:|»\]]|\s[-–—]\s|\.\s|\s*$)")
# « Article 4, pas encore »: an article of a treaty.
OF_LAW = re.compile(r"\barticles? \d+\b")
# « Le précédent de 2018 » is a heading.
OF_YEAR = re.compile(r"(?:le|la|les) .{3,40} (?:de|en) (?:19|20)\d\d")
PICTURE = re.compile(r"\b(?:photo|image|credit|illustration|legende|infographie|(?<!planche a )dessin|carte|video)")
# Words in -ez that tell nobody to do anything, and the commonest names: « Cessez-le-feu à Gaza », « Chez les Kurdes ».
NO_CALL = (
    r"rendez-|cessez-le-feu|(?:chez|assez|suez|sanchez|chavez|lopez|perez|gomez|fernandez|hernandez|martinez|gonzalez"
    r"|rodriguez|ramirez|alvarez|jimenez|gutierrez|dominguez|va[sz]quez|velazquez|nunez|jerez)\b"
)
READER = re.compile(rf"^\W*(?!{NO_CALL})\w{{2,}}ez\b|\b(?<!rendez-)(?:vous|votre|vos|notre|nos)\b")
# « … redevient strategique. Notre reportage »: what sort of article it is.
GENRE = re.compile(
    r"(?:^|[.!?] )(?:notre |nos )?(?:reportages?|analyse|decryptage|entretien|interview|portrait|recit|enquete)\W*$"
)
# « CE QU'IL FAUT SAVOIR » heads what a live coverage tells first.
OPENING = "ce qu'il faut "
# What somebody is quoted with, to the end of the line where the quotation goes on below.
QUOTED = re.compile(r'"[^"]*(?:"|$)')
# What only verbs, or words that go with them, look like. Most nouns in -ent are told by the letters before it, and
# « opéra », « extra » from futures; names have capitals.
FINITE = re.compile(
    r"\b(?:qui|que|n['’e]|s['’]|se|il|elle|ils|elles|on|ça|est|sont|a|ont|j['’e]|nous|vous|faut"
    r"|\w{2,}(?:aient|èrent|eront|issent)|\w{2,}(?<!tr)(?<!por)(?<!for)(?<!souh)ait|\w{3,}era"
    r"|(?!client|patient|orient|content|absent|présent)\w{2,}(?:[bcdfglnprsv]i|ch|t|ss|y|qu|p|bl)ent"
    r"|(?!sergents?\b|argent\b|urgent|divergent|detergent)"
    r"\w+(?:nn|nc|nd|ill|[tfbvdp]r|iv|euv|oiv|rv|lv|rm|ng|rg|gn|rd|[nrlu]s|è\w{1,2}|é|oi)ent"
    r"|(?!influ|afflu|conflu|efflu)\w*[ntlbs]uent|(?-i:[a-zà-ÿ]{2,}(?:ir|dr|vr|rr|[^xl]tr|ser)(?:a|ont))"
    r")\b",
    re.IGNORECASE,
)
OTHER_LANGUAGE = re.compile(r"\b(?:the|and|of|to|is|are|your|this|for|with|by|we|our|der|und|los|las|para)\b")
FRENCH = re.compile(r"\b(?:le|la|les|des|du|et|est|un|une|dans|pour|sur|qui|au|aux|ne|pas|il|elle)\b")
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


@lru_cache(maxsize=1 << 14)
def _is_of_interface(word: str) -> bool:
    return _interface().fullmatch(word) is not None


def interface_share(words: Iterable[str]) -> float:
    """The share of the words that speak of the page, its medium and their use."""
    telling = [_is_of_interface(word) for word in words]
    return sum(telling) / len(telling) if telling else 0


@asked_once
def addresses_reader(line: Line) -> bool:
    """Whether a line says « you » or « our », or tells somebody to do something, other than in quotation marks."""
    return READER.search(GENRE.sub("", QUOTED.sub(" ", line.folded))) is not None


def page_words(line: Line) -> int:
    """How many different words of a line are about the page, its medium or its use."""
    words = set(content_words(line.folded))
    return round(interface_share(words) * len(words))


def speaks_of_page(line: Line) -> bool:
    """Whether a line has a word about the page, its medium or its use."""
    return interface_share(content_words(line.folded)) > 0


@asked_once
def is_interface(line: Line) -> bool:
    """Whether a line, or the label at its head, is made of words about the page and its use."""
    if is_dated(line.folded) or line.folded.startswith(OPENING) or OF_YEAR.fullmatch(line.folded):
        return False
    words = [word for word in content_words(OF_LAW.sub(" ", line.folded)) if not word.isdecimal()]
    if PICTURE.search(line.folded) and is_name_like(line):
        return True
    if line.text.isupper() and len(words) < 3 and interface_share(words) > 0:
        return True
    share = interface_share(words)
    if share >= MOSTLY and not is_clause(line):
        return True
    if share == 1 and len(words) < len(content_words(line.folded)):
        # A number and words of the page: « 7 lecteurs ont réagi ».
        return True
    label = LABELLED.match(line.text)
    if label is None or len(label[0]) >= len(line.text):
        return False
    named = [word for word in content_words(line.folded[: len(label[0])]) if not word.isdecimal()]
    return 0 < len(named) <= 4 and interface_share(named) == 1


@cache
def _verbs() -> frozenset[str]:
    return frozenset(str(content()["verbs"]).split())


@asked_once
def is_clause(line: Line) -> bool:
    """Whether a line holds a verb or what goes with one, as sentences and standfirsts do and captions do not."""
    words = LETTERS.findall(COMPOUND.sub(" ", line.text.lower()))
    return FINITE.search(line.text) is not None or not _verbs().isdisjoint(words)


@asked_once
def is_name_like(line: Line) -> bool:
    """Whether most words of a line begin with a capital: names, mastheads, rows of labels."""
    if is_clause(line) or (line.text.isupper() and len(_empty() & set(line.folded.split())) > 1):
        return False
    empty = _empty()
    words = [word for word in re.findall(r"[^\W\d_]{2,}", line.text)[1:] if word.lower() not in empty]
    # The first word of a sentence has a capital anyway.
    return len(words) > 0 and sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def is_other_language(line: Line) -> bool:
    """Whether a sentence is written in English, as what publishing services put on every page is."""
    other = len(OTHER_LANGUAGE.findall(line.folded))
    return other >= 3 and other > 2 * len(FRENCH.findall(line.folded))
