"""The span of a name goes in; whether the words around it say that something is called so comes out."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Set
from itertools import pairwise

from index.entities.lexicon.namings import (
    AVOIR,
    BAPTISED,
    CALLING,
    INSCRIPTIONS,
    NAMING,
    NICKNAMING,
    PERFORMING,
    PLACES,
    SAILING,
    SOMEBODY,
    VILLAGES,
    WORLD,
)
from index.entities.lexicon.vocabulary import DETERMINERS, word_set
from index.entities.text.passage import Passage, WordSpan

_OF = ("de", "d", "du", "des", "la", "l")
_SAID_SO = ("dit", "dite", "dits", "dites")
_OWNING = ("le", "la", "l", "son", "sa", "leur", "notre", "un", "une")
_OPENING = ("", "«", "“", '"')
_THAT = frozenset({"que", "qu"})
_CLAUSE, _FAR = 7, 14
"""Within so many words before its verb a relative clause opens: « que ses amis de Montparnasse appelaient X »."""

_ARTICLES = ("le", "au", "du")
_FULL = 2
_OF_ANOTHER = ("Petit", "Petite", "Little", "Saint", "Sainte", "San", "East", "West", "New")
_AS_THEN = (("de",), ("d",), ("des",), ("qui",), ("que",))
"""What follows where somebody is told from what he was or will be: « le Donald Trump de 2016 »."""

_LONGEST_APPOSITION = 8
"""Words that may tell of a town: « Moscou, ville universitaire de vingt-cinq mille âmes »."""

_LONGEST_QUOTED = 6
"""Words of what something is called at most."""

_SMALL = frozenset({"la", "le", "l", "petite", "petit"})
_THEIR = ("l", "leur", "son", "sa")
_OWNERS = frozenset({"sa", "son", "ma", "mon", "leur", "une"})
_BEING = word_set("est etait fut sera serait devient devenait devint devenu devenue reste restait")
_NAMING = NAMING | CALLING | BAPTISED | {"nom", "bord"}
"""One of these words stands where something is said to be called so."""

_GIVEN_NAMED = frozenset({"prenomme", "prenommee"})
_PAST_YEAR = re.compile(r"1[0-9]{3}")


def is_village(span: WordSpan) -> bool:
    """Return whether an apposition says that a small place is called so: « Argentine, petit village savoyard »."""
    if span.gap_after != ",":
        return False
    after = span.after(_LONGEST_APPOSITION)
    if after[:3] == ("une", "petite", "ville") or after[:2] in (("petite", "ville"), ("en", "banlieue")):
        return True
    peopled = "ames" in after and not {"million", "millions"}.intersection(after)
    return peopled or not VILLAGES.isdisjoint(after[:3])


def is_naming(before: tuple[str, ...]) -> bool:
    """Return whether these words say that what follows is a name: « nommé », « sous le nom de », « s'appelle »."""
    if _NAMING.isdisjoint(before) or not PLACES.isdisjoint(before[-3:]):
        return False
    if (before[-1] in NAMING and AVOIR.isdisjoint(before[-2:-1])) or before[-2:] == ("du", "nom"):
        return True
    if any(pair[0] in ("s", "se") and pair[1] in CALLING for pair in pairwise(before)):
        return True
    *_, verb, article, _ = ("", "", *before)
    if verb in BAPTISED and (article in DETERMINERS or article in _OWNERS):
        return True  # « a baptisé son camion Varsovie »
    if before[-2:] in (("nom", "de"), ("nom", "d")):
        return before[-3:-2] != ("au",)  # « au nom de la France » speaks for a country
    return before[-2:] in (("bord", "de"), ("bord", "du"))


def names_somebody(span: WordSpan, bearers: Set[str] = SOMEBODY) -> bool:
    """Return whether one of these is called so: « un serveur prénommé X », « un enfant qui s'appelait X »."""
    before = span.before(_CLAUSE)
    if not before or before[-1] in _GIVEN_NAMED:
        return bool(before)
    called = before[-2:-1] in (("s",), ("se",)) and before[-1] in CALLING
    return called and not bearers.isdisjoint(before)


def names_animal(span: WordSpan, bearers: Set[str]) -> bool:
    """Return whether one of these is called so: « un malinois du nom de Leonardo », « le chien qui s'appelle Lula »."""
    before = span.before(_FAR)
    if _NAMING.isdisjoint(before[-2:]):
        return False
    if before[-2:-1] in (("s",), ("se",)) and before[-1] in CALLING:
        return not bearers.isdisjoint(before)
    named = before != () and (before[-1] in NAMING or before[-2:] == ("nom", "de"))
    return named and not bearers.isdisjoint(before[-_CLAUSE:])


def is_somebodys(span: WordSpan) -> bool:
    """Return whether somebody has one of the kind: « sa Saab rouillée », « son Nokia », « une Asahi »."""
    owned = not _OWNERS.isdisjoint(span.before(1))
    return owned and len(span.words) == 1 and span.words[0].text[1:].islower()


def is_nicknamed(span: WordSpan) -> bool:
    """Return whether people call it so: « appellent familièrement X », « que ses amis appelaient X »."""
    if NICKNAMING.isdisjoint(span.before(4)):
        return False
    before = span.before(2)
    if len(before) == 2 and before[0] in NICKNAMING:
        return before[1].endswith("ment")
    named = [token for token in span.before(4) if token not in _SMALL]  # « qu'ils appellent la petite Suisse »
    called = named != [] and named[-1] in NICKNAMING and span.word_after is None
    return called and not _THAT.isdisjoint(span.before(_CLAUSE))


def is_inscription(span: WordSpan) -> bool:
    """Return whether it is words that are written or spoken somewhere: « la mention UA »."""
    return not INSCRIPTIONS.isdisjoint(span.before(1)) and span.gap_before in _OPENING


def is_in_longer_name(span: WordSpan) -> bool:
    """Return whether the name ends a longer one that something is called by: « baptisé Perle de Chypre ».

    What stands in quotation marks there is one name, « baptisé « Dieu et Brésil » ».
    """
    if not span.gap_after and (span.word_before is None or span.before(1)[0] not in _OF):
        return False
    passage, start = span.passage, span.first
    if (opened := _quotation_start(span)) < span.first and passage.tokens[opened - 1] in BAPTISED:
        return True
    at, link = noun_before(span)
    while link and passage.words[at].capital:
        start = at
        at, link = noun_before(WordSpan(passage, at, at + 1))
    before = passage.folded(start - 5, start)
    if start == span.first or "nomme" in before[-1:]:  # « nommé Président de la Syrie »
        return False
    return is_naming(before[:-1] if before[-1:] in (("l",), ("la",), ("le",), ("les",)) else before)


def _quotation_start(span: WordSpan) -> int:
    """Return where the quotation begins that the name is near the end of; the place of the name where there is none."""
    passage = span.passage
    if span.gap_after[:2].lstrip()[:1] not in ("»", "”"):
        return span.first
    within = range(span.first, max(span.first - _LONGEST_QUOTED, 0), -1)
    return next((at for at in within if passage.gaps[at].rstrip()[-1:] in ("«", "“")), span.first)


def is_performed(span: WordSpan) -> bool:
    """Return whether it is what somebody plays or sings: « jouer La Havane », not « jouer Pékin contre Moscou »."""
    return span.word_before is not None and span.before(1)[0] in PERFORMING and "contre" not in span.after(3)


def is_heard(span: WordSpan, pieces: Collection[str]) -> bool:
    """Return whether whoever wrote or plays one of these pieces is called so: « un air d'Interpol »."""
    before = span.before(2)
    heard = before[-1:] in (("de",), ("d",)) and before[0] in pieces
    return heard and span.word_before is not None and span.passage.joined(span.first - 1)


def is_sailed(span: WordSpan) -> bool:
    """Return whether it is a river: « deux pirogues qui remontaient le Niger »."""
    article, verb = span.before(2)[-1:], span.before(2)[:1]
    if article not in (("le",), ("la",), ("l",)) or verb == article or not verb[0].startswith(SAILING):
        return False
    return span.word_before is not None and span.passage.joined(span.first - 1)  # « … sans descendre ». Le Japon »


def is_author(span: WordSpan) -> bool:
    """Return whether somebody of one name made what a title in quotation marks goes before: « La Chute » de Bruegel."""
    link = span.first - 1
    if len(span.words) > 1 or span.passage.folded(link, link + 1) not in (("de",), ("d",)):
        return False
    titled = span.passage.gaps[link].rstrip()[-1:] in ("»", "”") and span.word_before is not None
    return titled and not span.words[0].text.isupper()


def is_pet(span: WordSpan, animals: Collection[str]) -> bool:
    """Return whether an animal is named in apposition: « le chien, Malte, », « un dauphin dit Biden »."""
    before = span.before(2)
    if len(before) == 2 and before[1] in _SAID_SO:
        return before[0] in animals
    owned = len(before) == 2 and before[0] in _OWNING and before[1] in animals
    return owned and span.gap_before == "," and span.word_after is None


def is_joined(span: WordSpan) -> bool:
    """Return whether hyphens join all words of a name, as where streets and schools are called so: Ronald-Reagan."""
    gaps = span.passage.gaps[span.first + 1 : span.end]
    return gaps != () and all(gap == "-" for gap in gaps)


def is_end_of_joined(span: WordSpan) -> bool:
    """Return whether hyphens bind the name to the noun that rules it: « le jardin du Roi-de-Danemark »."""
    gaps, tokens = span.passage.gaps, span.passage.tokens
    link = span.first - 1
    return link > 0 and tokens[link] in _OF and gaps[link] == "-" and span.hyphen_before


def is_named_in_row(span: WordSpan, nouns: Collection[str]) -> bool:
    """Return whether a hyphen binds it to a name that a noun bears with it: « le quartier Paris-Londres »."""
    passage, noun = span.passage, span.first - 2
    return span.hyphen_before and passage.joined(noun + 1) and passage.tokens[noun] in nouns


def is_vessel(span: WordSpan, given: Container[str]) -> bool:
    """Return whether an article makes a full name a ship's: « le John F. Kennedy, trop jeune, … »."""
    before = span.word_before
    if before is None or before.folded not in _ARTICLES or span.tokens[0] not in given or span.end - span.first < _FULL:
        return False
    return span.gap_after != "" or span.after(1) not in _AS_THEN


def is_tradesman(span: WordSpan, trades: Container[str]) -> bool:
    """Return whether somebody with a trade is called so in apposition: « son cuisinier, Rafael, »."""
    if span.gap_before != ",":
        return False
    before, name = span.before(2), span.words[0].text
    named = len(before) > 1 and before[0] in _OWNING and before[1] in trades
    return named and len(span.words) == 1 and name[1:].islower() and span.gap_after[:1] in (",", ".")


def noun_before(span: WordSpan) -> tuple[int, str]:
    """Return the place of the noun that rules the name and the words between them; the latter "" if there is none."""
    passage, at = span.passage, span.first - 1
    while at >= 0 and passage.words[at].folded in _OF and passage.joined(at + 1):
        at -= 1
    if at < 0 or not passage.joined(at + 1):
        return 0, ""
    return at, " ".join(passage.folded(at + 1, span.first))


def with_prefix(passage: Passage, at: int) -> str:
    """Return the noun with what a hyphen joins to it: rond-point."""
    return passage.tokens[at - 1] + passage.tokens[at] if at and passage.gaps[at] == "-" else ""


def is_in_address(passage: Passage, at: int, addresses: Container[str]) -> bool:
    """Return whether a street is called after the word: « le boulevard de la *Confédération* de Russie »."""
    street, link = noun_before(WordSpan(passage, at, at + 1))
    return link != "" and passage.tokens[street] in addresses


def is_apposed(span: WordSpan, bearers: Collection[str]) -> bool:
    """Return whether the name, with an article, stands in apposition to what bears it: « une frégate, la Jersey, »."""
    passage, article = span.passage, span.first - 1
    if article < 1 or passage.tokens[article] not in ("le", "la", "l") or passage.gaps[article].strip() != ",":
        return False
    return span.word_before is not None and span.word_after is None and passage.tokens[article - 1] in bearers


def is_dated(span: WordSpan) -> bool:
    """Return whether a year of another century makes an event of a capital: « la conférence de Berlin de 1885 »."""
    after = span.after(2)
    dated = len(after) == 2 and after[0] in ("de", "en") and _PAST_YEAR.fullmatch(after[1]) is not None
    return dated and span.before(1) in (("de",), ("d",))


def is_quoted(span: WordSpan) -> bool:
    """Return whether quotation marks hold the name and nothing else: « gagnée par « Koweït » »."""
    opens = span.first > 0 and span.gap_before[-1:] in ("«", "“", '"')
    if opens and span.before(1)[0] in _SAID_SO:
        return True  # « une tisane dite « Guinée verte » »
    closing = span.gap_after or span.passage.text[span.points[1] :].strip()
    return opens and closing[:1] in ("»", "”", '"')


def is_likened(span: WordSpan) -> bool:
    """Return whether another place is called so: « cette Suisse du Moyen-Orient », « la Corée de l'Afrique »."""
    if span.after(1) not in (("de",), ("d",), ("du",), ("des",)) or span.word_after is None:
        return False
    after = [token for token in span.after(3) if token not in ("de", "d", "du", "des", "la", "le", "l", "les")]
    return span.word_before is not None and bool(after) and after[0] in WORLD


def is_fancied(span: WordSpan) -> bool:
    """Return whether something is said to be like the place: « l'île fut le Tahiti des jeunes mariés »."""
    before, after = span.before(2), span.after(1)
    said = len(before) > 1 and before[0] in _BEING and before[1] in ("le", "la", "l", "un", "une")
    return said and after in (("des",), ("du",)) and span.word_after is not None


def is_said_so(span: WordSpan) -> bool:
    """Return whether a thing is called so: « un thé dit Ceylan. », « dans un bar dit Le Niagara »."""
    before = span.before(3)
    named = before[-1:] and before[-1] in _SAID_SO and span.word_after is None and span.word_before is not None
    return bool(named) and before[0] in ("un", "une") and span.passage.joined(span.first - 1)


def is_little(span: WordSpan) -> bool:
    """Return whether it is a part of a town (Petit Maroc), a saint, or another one: East London, Nouvelle-Irlande."""
    before = span.word_before
    if before is None:
        return False
    small = before.text in _OF_ANOTHER and span.gap_before in ("", "-")
    return small or (before.text in ("Nouvelle", "Nouveau", "Vieux", "Vieille") and span.hyphen_before)


def is_small(span: WordSpan) -> bool:
    """Return whether what is called so is small or young: « la petite France »."""
    return span.word_before is not None and span.before(1)[0] in ("petite", "petit", "jeune")


def has_age(span: WordSpan) -> bool:
    """Return whether an age follows: « Sofia, huit ans », « France a eu dix ans »."""
    after = span.after(4)
    return "ans" in after and (span.gap_after == "," or after[0] in ("a", "aura", "avait", "fete"))


def is_explained_as(span: WordSpan, nouns: Collection[str], reach: int = 3) -> bool:
    """Return whether an apposition says what is meant: « l'argentine, ce petit poisson ».

    The noun is one of `reach` words behind the determiner.
    """
    if span.gap_after not in (",", "("):
        return False
    words = span.after(1 + reach)
    explained = bool(words) and (words[0] in DETERMINERS or words[0] in _THEIR)
    return explained and any(word in nouns for word in words[1:])
