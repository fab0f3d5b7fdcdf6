"""The name of a place or a people's adjective goes in; whether it is another thing's where it stands comes out."""

from __future__ import annotations

import re
from collections.abc import Collection, Set

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import CHESS, CHILDREN, CODENAMED, COMPOSERS, DANCING, EATING, SONGS
from index.entities.lexicon.vocabulary import DETERMINERS, NOT_IN_NAMES, PREPOSITIONS, RANKS, word_set
from index.entities.namesakes.bearers import Bearers, before_article
from index.entities.namesakes.calling import (
    has_age,
    is_apposed,
    is_dated,
    is_end_of_joined,
    is_explained_as,
    is_heard,
    is_in_address,
    is_in_longer_name,
    is_inscription,
    is_likened,
    is_little,
    is_named_in_row,
    is_naming,
    is_nicknamed,
    is_performed,
    is_pet,
    is_quoted,
    is_sailed,
    is_small,
    is_tradesman,
    is_village,
    noun_before,
)
from index.entities.namesakes.elsewhere import is_elsewhere
from index.entities.text.passage import Passage, WordSpan

_SIDES = frozenset({"gauche", "droite"})
_BARE_OF = ("de", "d", "du")
_ANAPHOR = 12
"""Within so many words « celui » means a thing of its own kind: « le processus de Luanda et celui de Nairobi »."""

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

_GARDENS = frozenset({"parc", "jardin", "jardins"})
_CLUB = frozenset({"club"})
_WHERE = (("en",), ("au",), ("aux",), ("a",), ("dans",), ("vers",))
"""« En Syrie, la prison de … » goes on with what is there."""

_EXPLAINED = frozenset({"penitencier", "prison", "hebergeur", "parfum", "enseigne", "faubourg", "hameau"})
"""What says in apposition that no country is meant: « Angola, le grand pénitencier de Louisiane »."""

_SEATS = ("chaise", "fauteuil", "siege")
_PERFORMED = (("dansee",), ("jouee",), ("executee",), ("interpretee",))
_PLAYED_ON = (("au", "piano"), ("au", "violon"), ("au", "clavecin"), ("a", "orgue"))
_OF_SQUARES = (("de", "la"), ("sur", "la"))
_SHORTEST_ADJECTIVE = 2
_COMING = re.compile(
    r"(?:venu|arrive|importe|exporte|expedie|livre|achemine|parti|revenu|rapporte|achete)e?s?$|originaires?$"
    r"|(?:pro)?vien(?:t|nent|drait|draient)$"
)
"""Participles and verbs that tell where a thing comes from."""

_MODEST = (("vieille",), ("petite",), ("ancienne",), ("modeste",))
_QUARTERS = frozenset({"quartier", "ligne", "axe", "vol", "train"})

_FEASTS = word_set("fete fetait feter fetent fetaient celebre celebrait celebrent celebrer venere veneraient")
"""What is done for a saint: « la cavalerie fêtait Santiago, son patron »."""

_VILLAGES = (("au", "village"), ("du", "village"), ("le", "village"), ("au", "hameau"), ("du", "hameau"))

_AT_CHESS = re.compile(r"(?:parties?|joueu(?:r|se)s?|tournois?|champion(?:ne)?s?) d['’]échecs|aux échecs")
"""So a paragraph tells of chess; armies have « échecs », too."""

_NEAR_GAME = 400
"""Within so many characters."""

_JOINING = frozenset({"do", "da", "dos", "das", "di", "del", "della"})
"""Words of other languages by which the name of a town goes on: Santiago do Cacém."""

_ADDRESSED = word_set(
    "qui il elle on nous ne se"
    " la sa ma ta leur une cette chaque autre grande meme seule en sur a de du par premiere prendre prend prennent pris"
    " prenait prit avoir trouver trouve faire fait"
)
"""Before « place » these make it a common noun: what follows is no address."""


class OtherPlaces:
    """Tells the names of countries and capitals, and their adjectives, from those of things and persons called so."""

    def __init__(self, lexicon: Lexicon, bearers: Bearers) -> None:
        self._bearers = bearers
        self._things = lexicon.things
        self._heads = lexicon.heads
        self._in_town = lexicon.heads.in_town
        self._given = lexicon.given
        self._common_given = lexicon.given.keys() & lexicon.common
        self._called_so = lexicon.heads.kin | lexicon.heads.makes | RANKS | lexicon.trades | lexicon.things.garments
        self._called_so |= lexicon.things.of_capitals
        self._trades = lexicon.trades
        self._children = CHILDREN | lexicon.things.animals

    def is_of_thing(self, span: WordSpan) -> bool:
        """Return whether an adjective tells of a dish, a breed, a dance: chat persan, à la française, la polonaise."""
        before = span.before(2)
        if before and _is_composed(span):
            return True
        if not before or span.words[0].capital:
            return False
        if before[0] in ("le", "la") and before[-1] in _SEATS:
            return False  # « la chaise américaine est restée libre »
        if self._is_of_address(span):
            return True
        noun = {before[-1], _with_prefix(span.passage, span.first - 1)}
        if span.word_before is not None and (not noun.isdisjoint(self._things.of_adjectives) or _is_eaten(before)):
            return True
        if self._is_breed(span) or _is_owned(span) or _is_opening(span):
            return True
        if before in (("a", "la"), ("a", "l")) and span.tokens[0].endswith("e"):
            return not _is_before_capital(span)
        if before[-1] not in DETERMINERS and before[-1] != "l":
            return False
        return before[0] in DANCING or is_explained_as(span, self._things.of_adjectives)

    def _is_of_address(self, span: WordSpan) -> bool:
        """Return whether a place in a town is called so, as a capital inside a sentence tells: « au Parc anglais »."""
        noun = span.word_before
        if noun is None or not noun.capital or span.gap_before or span.passage.starts_sentence(span.first - 1):
            return False
        return noun.folded in _GARDENS or noun.folded in self._in_town

    def _is_breed(self, span: WordSpan) -> bool:
        """Return whether the adjective is a breed's, which an animal before it tells: « le chien, un vieux danois »."""
        passage, at = span.passage, span.first - 1
        if at > 0 and passage.tokens[at] in _SIZES:
            at -= 1
        if at < 1 or passage.tokens[at] not in ("un", "une") or passage.gaps[at].strip() != ",":
            return False
        return passage.tokens[at - 1] in self._things.animals

    def is_other_people(self, span: WordSpan) -> bool:
        """Return whether an adjective or an inhabitant's name is another name's: « cette Suisse du Moyen-Orient »."""
        before = span.word_before
        called = (
            before is not None and span.gap_before == "" and before.folded.removesuffix("s") in self._heads.addresses
        )
        called = called or (before is not None and before.capital and before.folded in self._heads.houses)
        return (
            called
            or self._is_called_after(span, False)
            or self._bearers.follow(span)
            or is_likened(span)
            or is_village(span)
            or _is_quoted_with_article(span)
            or self._is_given_name(span)
            or self._is_named_so(span)
        )

    def is_other_place(self, span: WordSpan, capital: bool) -> bool:
        """Return whether the name of a place is that of something else: a ship, a street, a town elsewhere, a child.

        `capital` says that the name is that of a capital or a seat of power.
        """
        return (
            self._bearers.bear(span)
            or self._is_called_after(span, capital)
            or self._is_behind_noun(span)
            or is_elsewhere(span, self._heads.regions)
            or is_likened(span)
            or is_dated(span, capital)
            or is_end_of_joined(span)
            or is_explained_as(span, _CLUB)
            or (span.before(1) not in _WHERE and is_explained_as(span, _EXPLAINED))
            or is_named_in_row(span, self._in_town | _QUARTERS)
            or (capital and _is_feasted(span))
            or _is_born(span)
            or _is_old_town(span)
            or (span.before(1) in (("de",), ("d",)) and span.before(3)[:2] in _VILLAGES)
            or is_apposed(span, self._heads.called)
            or is_quoted(span)
            or _is_made_of(span, self._things.of_capitals)
            or (span.word_after is not None and span.word_after.text in _JOINING)
            or self._is_water(span)
            or self._is_named_so(span)
        )

    def _is_given_name(self, span: WordSpan) -> bool:
        """Return whether a family name stands behind it, and no article before: « sa collègue Philippine Garnier »."""
        named = span.words[0].capital and span.tokens[0] in self._given and _is_before_capital(span)
        return named and span.gap_after == "" and (DETERMINERS | {"l"}).isdisjoint(span.before(1))

    def _is_water(self, span: WordSpan) -> bool:
        """Return whether it is a river or a lake: « le lac Tchad », « remonter le Niger »."""
        before = span.word_before
        bears = before is not None and not before.capital and span.gap_before in ("", "'", "’")
        return is_sailed(span) or (bears and before is not None and before.folded in self._heads.waters)

    def _is_called_after(self, span: WordSpan, capital: bool) -> bool:
        """Return whether a thing bears the name behind « de »: rue de Rome, golfe du Mexique, boule de Berlin."""
        heads = self._heads
        at, link = noun_before(span)
        if self._is_served(span):
            return True
        if not link:
            return False
        if span.passage.words[at].capital and is_in_address(span.passage, at, self._in_town):
            return True
        if capital and link in ("de", "d"):
            at = _row_start(span.passage, at)
        word = span.passage.words[at]
        noun, bare = word.folded, link in _BARE_OF
        if noun in _SIDES:
            noun = _described(span.passage, at)  # « la rive gauche du Niger »
        if noun in ("celui", "celle", "ceux", "celles") and capital:
            return not heads.treaties.isdisjoint(span.before(_ANAPHOR))
        compound = _with_prefix(span.passage, at)
        if noun in heads.waters or (capital and not heads.treaties.isdisjoint((noun, compound))):
            return True
        if capital and bare and noun in heads.signed:
            return True
        if noun in heads.crossings and not capital:
            return True
        if (
            (bare and noun in heads.contests)
            or not heads.streets.isdisjoint((noun, compound))
            or _is_square(span, at, heads.addresses)
        ):
            return True
        if noun in heads.addresses and (word.capital or link in ("de", "d") or (capital and bare)):
            return True
        if word.capital and (noun in heads.houses or (bare and noun in heads.clubs)):
            return True
        things = self._things.of_capitals if capital else self._things.of_countries
        if bare and (noun in things or _described(span.passage, at) in things):
            return True
        return capital and span.before(2) == ("a", "la")

    def _is_served(self, span: WordSpan) -> bool:
        """Return whether a dish is made as in a country: « un sandwich à la Turquie »."""
        passage, noun = span.passage, span.first - 3
        return noun >= 0 and span.before(2) == ("a", "la") and passage.tokens[noun] in self._things.of_capitals

    def _is_behind_noun(self, span: WordSpan) -> bool:
        """Return whether a person or a garment is called so: son cousin Chad, l'amiral Togo, des bottes Wellington."""
        before = span.word_before
        called = before is not None and span.gap_before == ""
        return called and before is not None and (before.folded in self._called_so or before.folded in CODENAMED)

    def _is_named_so(self, span: WordSpan) -> bool:
        """Return whether something is called so (un cheval nommé Niger), or a child, an animal (Angola, leur fille)."""
        if is_naming(_before_capital_article(span)) or is_nicknamed(span) or is_in_longer_name(span):
            return True
        if is_inscription(span) or is_little(span) or is_performed(span) or is_heard(span, SONGS):
            return True
        if self._bearers.explain(span) or is_pet(span, self._heads.bare) or is_tradesman(span, self._trades):
            return True
        before = span.before(1)
        if span.word_before is not None and before[0] in PREPOSITIONS:
            return before[0] in ("le", "la", "l", "les") and is_explained_as(span, self._things.animals)
        if is_explained_as(span, self._children):
            return True
        small = is_small(span) or (span.word_before is None and has_age(span))
        return small and span.tokens[0] in self._common_given


def _is_composed(span: WordSpan) -> bool:
    """Return whether it is a dance by somebody, or on an instrument: « une polonaise de Chopin », « … au piano »."""
    after = span.after(2)
    danced = span.gap_after == "," and after[:1] in _PERFORMED
    return danced or (after[:1] in (("de",), ("d",)) and after[-1] in COMPOSERS) or after in _PLAYED_ON


def _before_capital_article(span: WordSpan) -> tuple[str, ...]:
    """Return the words before the name, and before an article that belongs to it: « appelé L'Angola »."""
    end = before_article(span) + 1
    return span.passage.folded(end - 4, end)


def _is_quoted_with_article(span: WordSpan) -> bool:
    """Return whether quotation marks hold an inhabitant's name and its article only: un pain, « la Gambienne »."""
    passage, article = span.passage, span.first - 1
    if article < 0 or passage.tokens[article] not in ("le", "la", "l"):
        return False
    closing = span.gap_after or passage.text[span.points[1] :].strip()
    return passage.gaps[article].rstrip()[-1:] in ("«", "“", '"') and closing[:1] in ("»", "”", '"')


def _is_opening(span: WordSpan) -> bool:
    """Return whether it is one of chess: « une défense hollandaise », and others beside gambits."""
    if span.word_before is None or span.word_before.text != "défense":
        return False
    if span.tokens[0] == "hollandaise" or not CHESS.isdisjoint(span.passage.tokens):
        return True
    start, end = span.points
    return _AT_CHESS.search(span.passage.text, max(start - _NEAR_GAME, 0), end + _NEAR_GAME) is not None


def _is_owned(span: WordSpan) -> bool:
    """Return whether somebody has such a thing, with no noun beside it: « sa vieille canadienne et ses gants »."""
    passage, at = span.passage, span.first - 1
    while at > 0 and passage.tokens[at] in _SIZES:
        at -= 1
    after = span.word_after
    coat = span.tokens[0] == "canadienne" and span.after(1) not in (("de",), ("a",), ("est",), ("qui",))
    owned = passage.tokens[at] in ("sa", "ma", "ta") or (coat and passage.tokens[at] == "une")
    return owned and (after is None or after.text in NOT_IN_NAMES)


def _described(passage: Passage, at: int) -> str:
    """Return the noun that an adjective at this place describes: « chat *sacré* de Birmanie »; "" where none may."""
    word = passage.words[at]
    if not at or word.capital or len(word.text) <= _SHORTEST_ADJECTIVE or _COMING.match(word.folded):
        return ""  # « des bananes venues d'Équateur »
    return passage.tokens[at - 1] if passage.joined(at) else ""


def _with_prefix(passage: Passage, at: int) -> str:
    """Return the noun with what a hyphen joins to it: rond-point."""
    return passage.tokens[at - 1] + passage.tokens[at] if at and passage.gaps[at] == "-" else ""


def _row_start(passage: Passage, at: int) -> int:
    """Return the place of the noun that rules two names, « accords de Zurich et de Londres », or `at`."""
    first = at - 3
    row = first >= 0 and passage.tokens[at] == "et" and passage.tokens[first + 1] in ("de", "d")
    return first if row and passage.words[at - 1].capital else at


def _is_square(span: WordSpan, at: int, addresses: Set[str]) -> bool:
    """Return whether it is that of a square: « la place du Luxembourg, … », « une foule place du Mexique »."""
    passage = span.passage
    if passage.tokens[at] != "place":
        return False
    after = span.after(3)
    if after[:1] == ("a",) and not addresses.isdisjoint(after):
        return True  # « de la place du Luxembourg à la rue du Canada »
    if span.gap_after == "," or (passage.joined(at) and passage.tokens[at - 1] not in _ADDRESSED):
        return True
    if passage.folded(at - 2, at) in _OF_SQUARES and span.word_after is None:
        return True  # « une brasserie de la place du Luxembourg. »
    opens = passage.folded(at - 2, at) == ("sur", "la") and passage.starts_clause(at - 2)
    return opens and span.after(1) not in (("dans",), ("au",), ("en",), ("parmi",))


def _is_born(span: WordSpan) -> bool:
    """Return whether an animal or a child is called so: « Togo, né en 2022 », « Oman, de la portée de 2018 »."""
    after = span.after(3) if span.gap_after == "," else ()
    ruled = span.word_before is not None and span.before(1)[0] in (*PREPOSITIONS, *DETERMINERS, "l")
    born = after[:1] in (("ne",), ("nee",)) and after[1:2] in (("en",), ("le",), ("a",))
    return not ruled and (born or after == ("de", "la", "portee"))


def _is_old_town(span: WordSpan) -> bool:
    """Return whether a town of no great name is called so: « Rome, vieille ville cotonnière »."""
    after = span.after(2) if span.gap_after == "," else ()
    return after[:1] in _MODEST and after[1:] in (("ville",), ("cite",), ("bourgade",), ("localite",))


def _is_feasted(span: WordSpan) -> bool:
    """Return whether it is a saint: « la cavalerie fêtait Santiago, son patron »."""
    return not _FEASTS.isdisjoint(span.before(1)) and is_explained_as(span, ("patron", "patronne", "saint", "sainte"))


def _is_made_of(span: WordSpan, fabrics: Collection[str]) -> bool:
    """Return whether it is a piece of some fabric: « un Togo de velours brun »."""
    after = span.after(2)
    return span.before(1) in (("un",), ("une",)) and after[:1] in (("de",), ("d",)) and after[-1] in fabrics


def _is_eaten(before: tuple[str, ...]) -> bool:
    """Return whether a verb of eating rules the adjective: « manger chinois », « avaler un grec »."""
    return before[-1] in EATING or (before[-1] == "un" and before[0] in EATING)


def _is_before_capital(span: WordSpan) -> bool:
    return span.word_after is not None and span.word_after.capital
