"""A name or an adjective in a passage goes in; whether it is another thing's, or another person's, there comes out."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from index.entities.lexicon import Lexicon
from index.entities.passage import Passage, WordSpan
from index.entities.titles import Titles
from index.entities.vocabulary import (
    AVOIR,
    CALLING,
    CHILDREN,
    COMPOSERS,
    DANCING,
    DETERMINERS,
    EATING,
    GENERATIONS,
    NAMING,
    NOT_IN_NAMES,
    PERFORMING,
    PLACES,
    PREPOSITIONS,
    RANKS,
    SAYING,
    TEAMS,
    TOWNS,
    VILLAGES,
    WORLD,
)

_OF = ("de", "d", "du", "des", "la", "l")
_BARE_OF = ("de", "d", "du")
_COMPLEMENT = ("de", "d", "a", "en")
_CAPITAL_ARTICLES = ("Le", "La", "L", "Les", "Au", "Aux", "Chez")
_ANAPHOR = 12
"""Within so many words « celui » means a thing of its own kind: « le processus de Luanda et celui de Nairobi »."""

_BRACKETS = 20
"""Characters in which brackets with the name of a region close."""

_SIZES = (
    "propre",
    "vieux",
    "vieille",
    "jeune",
    "gros",
    "grosse",
    "grand",
    "grande",
    "petit",
    "petite",
    "beau",
    "belle",
)
"""Adjectives that stand before the name of a breed or a thing."""

_SHORT_NAME = 2

_PAST_YEAR = re.compile(r"1[0-9]{3}")
_QUOTES = ("", "«", '"', "“", "‘")


class Namesakes:
    """Tells the names of places, organisations and persons from those of things and persons called so."""

    def __init__(self, lexicon: Lexicon, adjectives: Collection[str]) -> None:
        self._things = lexicon.things
        self._heads = lexicon.heads
        self._titles = Titles(lexicon)
        self._common_given = lexicon.given.keys() & lexicon.common
        self._adjectives = adjectives
        self._called_so = lexicon.heads.kin | RANKS | lexicon.trades | lexicon.things.garments
        self._children = CHILDREN | lexicon.things.animals

    def is_of_thing(self, span: WordSpan) -> bool:
        """Return whether an adjective tells of a dish, a breed, a dance: chat persan, à la française, la polonaise."""
        before = span.before(2)
        if before and _is_composed(span):
            return True
        if not before or span.words[0].capital:
            return False
        if span.word_before is not None and (before[-1] in self._things.of_adjectives or _is_eaten(before)):
            return True
        if self._is_breed(span) or _is_owned(span):
            return True
        if before in (("a", "la"), ("a", "l")) and span.tokens[0].endswith("e"):
            return not _is_before_capital(span)
        if before[-1] not in DETERMINERS and before[-1] != "l":
            return False
        return before[0] in DANCING or _is_explained_as(span, self._things.of_adjectives)

    def _is_breed(self, span: WordSpan) -> bool:
        """Return whether the adjective is a breed's, which an animal before it tells: « le chien, un vieux danois »."""
        passage, at = span.passage, span.first - 1
        if at > 0 and passage.tokens[at] in _SIZES:
            at -= 1
        if at < 1 or passage.tokens[at] not in ("un", "une") or passage.gap(at).strip() != ",":
            return False
        return passage.tokens[at - 1] in self._things.animals

    def is_other_people(self, span: WordSpan) -> bool:
        """Return whether an adjective or an inhabitant's name is another name's: « cette Suisse du Moyen-Orient »."""
        before = span.word_before
        called = before is not None and span.gap_before == "" and before.folded in self._heads.addresses
        return called or self.goes_on(span) or _is_likened(span) or _is_village(span) or self._is_named_so(span)

    def is_other_place(self, span: WordSpan, capital: bool) -> bool:
        """Return whether the name of a place is that of something else: a ship, a street, a town elsewhere, a child.

        `capital` says that the name is that of a capital or a seat of power.
        """
        return (
            self.is_of_head(span)
            or self._is_called_after(span, capital)
            or self._is_behind_noun(span)
            or self._is_elsewhere(span)
            or _is_likened(span)
            or _is_dated(span, capital)
            or _is_quoted(span)
            or self._is_named_so(span)
        )

    def is_other_organisation(self, span: WordSpan) -> bool:
        """Return whether the name of an organisation is that of a shop, a ship, or of a person: l'amiral Boeing."""
        before = span.before(1)
        ranked = bool(before) and before[0] in RANKS and span.word_before is not None and span.gap_before == ""
        aged = span.word_before is None and _has_age(span)
        explained = len(span.words) <= _SHORT_NAME and _is_explained_as(span, TEAMS)
        return ranked or aged or explained or self.is_of_head(span) or self._is_named_animal(span)

    def is_other_person(self, span: WordSpan) -> bool:
        """Return whether a full name is that of a street, a ship, or of somebody else with a trade or « Jr. »."""
        before = span.word_before
        called = before is not None and self._heads.is_memorial(before)
        return called or self.goes_on(span) or self._is_of_trade(span)

    def is_of_head(self, span: WordSpan) -> bool:
        """Return whether the name is that of a shop, a ship, a band: « bar Le Kremlin », « yacht "Irak" ».

        A complement or an adjective of a people may stand between: « groupe de rock X », « cargo russe X ».
        """
        passage, at = span.passage, _before_article(span)
        headed = at >= 0 and self._is_head(passage, at)
        return (headed and passage.gap(at + 1).strip(" \u00a0\u202f'’") in _QUOTES) or self.goes_on(span)

    def goes_on(self, span: WordSpan) -> bool:
        """Return whether a word follows that makes another name of it: Trump Tower, Donald Trump Jr."""
        after = span.after(1)
        if not after or (after[0] not in GENERATIONS and after[0] not in self._heads.followers):
            return False
        word = span.word_after
        return word is not None and span.gap_after in ("", "'", "’") and (word.capital or after[0] in GENERATIONS)

    def _is_head(self, passage: Passage, at: int) -> bool:
        """Return whether the word is a noun that bears names, or belongs to one."""
        word, heads = passage.words[at], self._heads
        if heads.is_bare(word):
            return not (word.folded in SAYING and passage.starts_clause(at))
        if word.folded in heads.waters and not word.capital:
            return True
        if word.capital and word.folded in heads.clubs:
            return True
        if word.capital or not passage.joined(at) or word.folded in PREPOSITIONS:
            return False
        if word.folded in self._adjectives:
            return heads.is_bare(passage.words[at - 1])
        linked = at > 1 and passage.tokens[at - 1] in _COMPLEMENT and passage.joined(at - 1)
        return linked and heads.is_bare(passage.words[at - 2])

    def _is_called_after(self, span: WordSpan, capital: bool) -> bool:
        """Return whether a thing bears the name behind « de »: rue de Rome, golfe du Mexique, boule de Berlin."""
        heads = self._heads
        at, link = _noun_before(span)
        if not link:
            return False
        word = span.passage.words[at]
        noun, bare = word.folded, link in _BARE_OF
        if noun in ("celui", "celle") and capital:
            return not heads.treaties.isdisjoint(span.before(_ANAPHOR))
        if noun in heads.waters or (capital and noun in heads.treaties) or (bare and noun in heads.contests):
            return True
        if noun in heads.streets or _with_prefix(span.passage, at) in heads.streets or _is_square(span, at):
            return True
        if noun in heads.addresses and (word.capital or link in ("de", "d") or (capital and bare)):
            return True
        if word.capital and (noun in heads.houses or (bare and noun in heads.clubs)):
            return True
        things = self._things.of_capitals if capital else self._things.of_countries
        if bare and (noun in things or _described(span.passage, at) in things):
            return True
        return capital and span.before(2) == ("a", "la")

    def _is_behind_noun(self, span: WordSpan) -> bool:
        """Return whether a person or a garment is called so: son cousin Chad, l'amiral Togo, des bottes Wellington."""
        before = span.word_before
        return before is not None and span.gap_before == "" and before.folded in self._called_so

    def _is_elsewhere(self, span: WordSpan) -> bool:
        """Return whether a region follows that has a town of the name: « Paris, au Texas », « Moscou (Idaho) »."""
        if span.before(1) in (("en",), ("au",), ("aux",)):
            return False  # « en Ukraine, en Géorgie » : no town stands behind these
        if _is_village(span):
            return True
        after = span.passage.words[span.end : span.end + 6] if span.gap_after in (",", "(", "") else ()
        if not any(word.capital and word.folded in self._heads.regions for word in after):
            return False
        if after[0].folded in ("au", "en", "dans", "pres"):
            return True
        if _in_brackets(span) or after[0].folded in self._heads.regions:
            return span.gap_after != ""
        return span.gap_after != "" and not TOWNS.isdisjoint(span.after(4))

    def _is_named_so(self, span: WordSpan) -> bool:
        """Return whether something is called so (un cheval nommé Niger), or a child, an animal (Angola, leur fille)."""
        if is_naming(span.before(4)) or _is_little(span) or self._is_work(span) or _is_in_longer_name(span):
            return True
        if _is_performed(span):
            return True
        before = span.before(1)
        if span.word_before is not None and before[0] in PREPOSITIONS:
            return before[0] in ("le", "la", "l", "les") and _is_explained_as(span, self._things.animals)
        if _is_explained_as(span, self._children):
            return True
        small = _is_small(span) or (span.word_before is None and _has_age(span))
        return small and span.tokens[0] in self._common_given

    def _is_named_animal(self, span: WordSpan) -> bool:
        """Return whether a child, an animal or a ship is called so: « un malinois du nom de Leonardo »."""
        before = span.before(6)
        named = bool(before) and (before[-1] in NAMING or before[-2:] == ("nom", "de"))
        return named and not (self._children | self._heads.called).isdisjoint(before)

    def _is_work(self, span: WordSpan) -> bool:
        """Return whether an apposition says that it is a film or a ship: « La Casbah d'Alger, film de 1938 »."""
        after = span.after(2) if span.gap_after == "," else ()
        return bool(after) and (
            after[0] in self._heads.called or (after[0] != "des" and after[-1] in self._heads.called)
        )

    def _is_of_trade(self, span: WordSpan) -> bool:
        """Return whether a trade stands by the name in which no listed person works, unless it is a former one."""
        return self._titles.is_of_trade(span) and not {"ancien", "ancienne", "ex"}.intersection(span.before(3))


def _is_village(span: WordSpan) -> bool:
    """Return whether an apposition says that a village is called so: « Argentine, petit village savoyard »."""
    return span.gap_after == "," and not VILLAGES.isdisjoint(span.after(3))


def _in_brackets(span: WordSpan) -> bool:
    """Return whether one or two words follow in brackets: « Rome (New York) »."""
    return span.gap_after == "(" and ")" in span.passage.text[span.points[1] : span.points[1] + _BRACKETS]


def is_naming(before: tuple[str, ...]) -> bool:
    """Return whether these words say that what follows is a name: « nommé », « sous le nom de », « s'appelle »."""
    if not before or not PLACES.isdisjoint(before[-3:]):
        return False
    if (before[-1] in NAMING and AVOIR.isdisjoint(before[-2:-1])) or before[-2:] == ("du", "nom"):
        return True
    if any(pair[0] == "s" and pair[1] in CALLING for pair in pairwise(before)):
        return True
    if before[-2:] in (("nom", "de"), ("nom", "d")):
        return before[-3:-2] != ("au",)  # « au nom de la France » speaks for a country
    return before[-2:] in (("bord", "de"), ("bord", "du"))


def _is_in_longer_name(span: WordSpan) -> bool:
    """Return whether the name ends a longer one that something is called by: « baptisé Perle de Chypre »."""
    passage, start = span.passage, span.first
    at, link = _noun_before(span)
    while link and passage.words[at].capital:
        start = at
        at, link = _noun_before(WordSpan(passage, at, at + 1))
    before = passage.folded(start - 5, start)
    if start == span.first or "nomme" in before[-1:]:  # « nommé Président de la Syrie »
        return False
    return is_naming(before[:-1] if before[-1:] in (("l",), ("la",), ("le",), ("les",)) else before)


def _is_performed(span: WordSpan) -> bool:
    """Return whether it is what somebody plays or sings: « jouer La Havane », not « jouer Pékin contre Moscou »."""
    return span.word_before is not None and span.before(1)[0] in PERFORMING and "contre" not in span.after(3)


def _is_composed(span: WordSpan) -> bool:
    """Return whether it is a dance by somebody: « une polonaise de Chopin », « la Polonaise d'Oginski »."""
    after = span.after(2)
    return after[:1] in (("de",), ("d",)) and after[-1] in COMPOSERS


def _before_article(span: WordSpan) -> int:
    """Return the place of the word before the name and its capitalised article."""
    at = span.first - 1
    return at - 1 if at > 0 and span.passage.words[at].text in _CAPITAL_ARTICLES else at


def _noun_before(span: WordSpan) -> tuple[int, str]:
    """Return the place of the noun that rules the name and the words between them; the latter "" if there is none."""
    passage, at = span.passage, span.first - 1
    while at >= 0 and passage.words[at].folded in _OF and passage.joined(at + 1):
        at -= 1
    if at < 0 or not passage.joined(at + 1):
        return 0, ""
    return at, " ".join(passage.folded(at + 1, span.first))


def _is_owned(span: WordSpan) -> bool:
    """Return whether somebody has such a thing, with no noun beside it: « sa vieille canadienne et ses gants »."""
    passage, at = span.passage, span.first - 1
    while at > 0 and passage.tokens[at] in _SIZES:
        at -= 1
    after = span.word_after
    return passage.tokens[at] in ("sa", "ma", "ta") and (after is None or after.text in NOT_IN_NAMES)


def _with_prefix(passage: Passage, at: int) -> str:
    """Return the noun with what a hyphen joins to it: rond-point."""
    return passage.tokens[at - 1] + passage.tokens[at] if at and passage.gap(at) == "-" else ""


def _described(passage: Passage, at: int) -> str:
    """Return the noun that an adjective at this place describes: « chat *sacré* de Birmanie »; "" where none may."""
    word = passage.words[at]
    return passage.tokens[at - 1] if at and passage.joined(at) and not word.capital and len(word.text) > 2 else ""


def _is_square(span: WordSpan, at: int) -> bool:
    """Return whether a clause opens with a square: « Hier, sur la place du Luxembourg, … », not « … dans l'Union »."""
    opens = span.passage.folded(at - 2, at + 1) == ("sur", "la", "place") and span.passage.starts_clause(at - 2)
    return opens and span.after(1) not in (("dans",), ("au",), ("en",), ("parmi",))


def _is_dated(span: WordSpan, capital: bool) -> bool:
    """Return whether a year of another century makes an event of a capital: « la conférence de Berlin de 1885 »."""
    after = span.after(2)
    dated = capital and len(after) == 2 and after[0] in ("de", "en") and _PAST_YEAR.fullmatch(after[1]) is not None
    return dated and span.before(1) in (("de",), ("d",))


def _is_quoted(span: WordSpan) -> bool:
    """Return whether quotation marks hold the name and nothing else: « gagnée par « Koweït » »."""
    opens = span.first > 0 and span.gap_before[-1:] in ("«", "“", '"')
    closing = span.gap_after or span.passage.text[span.points[1] :].strip()
    return opens and closing[:1] in ("»", "”", '"')


def _is_likened(span: WordSpan) -> bool:
    """Return whether another place is called so: « cette Suisse du Moyen-Orient », « la Corée de l'Afrique »."""
    after = [token for token in span.after(3) if token not in ("de", "d", "du", "des", "la", "le", "l", "les")]
    follows = span.word_after is not None and span.after(1)[0] in ("de", "d", "du", "des")
    return follows and span.word_before is not None and bool(after) and after[0] in WORLD


def _is_eaten(before: tuple[str, ...]) -> bool:
    """Return whether a verb of eating rules the adjective: « manger chinois », « avaler un grec »."""
    return before[-1] in EATING or (before[-1] == "un" and before[0] in EATING)


def _is_little(span: WordSpan) -> bool:
    """Return whether it is a part of a town (le quartier Petit Maroc, Little Italy), or far away: Nouvelle-Irlande."""
    before = span.word_before
    if before is None:
        return False
    small = before.text in ("Petit", "Petite", "Little") and span.gap_before in ("", "-")
    return small or (before.text in ("Nouvelle", "Nouveau") and span.gap_before == "-")


def _is_small(span: WordSpan) -> bool:
    return span.word_before is not None and span.before(1)[0] in ("petite", "petit", "jeune")


def _has_age(span: WordSpan) -> bool:
    """Return whether an age follows: « Sofia, huit ans », « France a eu dix ans »."""
    after = span.after(4)
    return "ans" in after and (span.gap_after == "," or after[0] in ("a", "aura", "avait", "fete"))


def _is_explained_as(span: WordSpan, nouns: Collection[str]) -> bool:
    """Return whether an apposition says what is meant: « l'argentine, ce petit poisson »."""
    words = span.after(4)
    explained = span.gap_after in (",", "(") and bool(words) and (words[0] in DETERMINERS or words[0] in ("l", "leur"))
    return explained and any(word in nouns for word in words[1:])


def _is_before_capital(span: WordSpan) -> bool:
    return span.word_after is not None and span.word_after.capital
