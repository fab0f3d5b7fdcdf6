"""The names of countries and capitals have reasons here not to count: a street, a ship, a town elsewhere bears one."""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from functools import partial

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import CHILDREN, CODENAMED, SONGS
from index.entities.lexicon.vocabulary import DETERMINERS, PREPOSITIONS, RANKS, word_set
from index.entities.namesakes.bearers import Bearers, before_article
from index.entities.namesakes.calling import (
    has_age,
    is_apposed,
    is_dated,
    is_end_of_joined,
    is_explained_as,
    is_fancied,
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
    is_said_so,
    is_sailed,
    is_small,
    is_tradesman,
    noun_before,
    with_prefix,
)
from index.entities.namesakes.elsewhere import is_elsewhere
from index.entities.namesakes.refusals import Refusal
from index.entities.text.passage import Passage, WordSpan

_SIDES = frozenset({"gauche", "droite"})
_BARE_OF = ("de", "d", "du")
_ANAPHOR = 12
"""Within so many words « celui » means a thing of its own kind: « le processus de Luanda et celui de Nairobi »."""

_CLUB = frozenset({"club"})
_WHERE = (("en",), ("au",), ("aux",), ("a",), ("dans",), ("vers",))
"""« En Syrie, la prison de … » goes on with what is there."""

_EXPLAINED = frozenset({"penitencier", "prison", "hebergeur", "parfum", "enseigne", "faubourg", "hameau"})
"""What says in apposition that no country is meant: « Angola, le grand pénitencier de Louisiane »."""

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

_SMALL_TOWN = ("petite", "ville")
_JOINING = frozenset({"do", "da", "dos", "das", "di", "del", "della"})
"""Words of other languages by which the name of a town goes on: Santiago do Cacém."""

_ADDRESSED = word_set(
    "qui il elle on nous ne se"
    " la sa ma ta leur une cette chaque autre grande meme seule en sur a de du par premiere prendre prend prennent pris"
    " prenait prit avoir trouver trouve faire fait"
)
"""Before « place » these make it a common noun: what follows is no address."""


class OtherPlaces:
    """Tells the names of countries and capitals from those of things, other places and persons called so.

    `of_countries` are the reasons against a country's own name, `of_capitals` those against a capital or a seat of
    power, `of_peoples` what is called after either a country or its people.
    """

    def __init__(self, lexicon: Lexicon, bearers: Bearers) -> None:
        self._bearers = bearers
        self._things = lexicon.things
        self._heads = lexicon.heads
        self._in_town = lexicon.heads.in_town
        self._in_rows = lexicon.heads.in_town | _QUARTERS
        self._given = lexicon.given
        self._common_given = lexicon.given.keys() & lexicon.common
        self._called_so = lexicon.heads.kin | lexicon.heads.makes | RANKS | lexicon.trades | lexicon.things.garments
        self._called_so |= lexicon.things.of_capitals
        self._trades = lexicon.trades
        self._children = CHILDREN | lexicon.things.animals
        named, elsewhere = self._named(), self._elsewhere()
        self.of_peoples = (Refusal("called_after", partial(self._is_called_after, capital=False)), *named)
        self.of_countries = (*self.of_peoples, *elsewhere)
        self.of_capitals = (
            Refusal("called_after", partial(self._is_called_after, capital=True)),
            *named,
            *elsewhere,
            Refusal("event", is_dated),
            Refusal("saint", _is_feasted),
        )

    def _named(self) -> tuple[Refusal, ...]:
        """Return the reasons by which the words around say that something or somebody is called so."""
        return (
            Refusal("named_so", _is_named),
            Refusal("named_so", is_nicknamed),
            Refusal("named_so", is_said_so),
            Refusal("longer_name", is_in_longer_name),
            Refusal("inscription", is_inscription),
            Refusal("other_town", is_little),
            Refusal("performed", is_performed),
            Refusal("performed", partial(is_heard, pieces=SONGS)),
            Refusal("explained", self._bearers.explain),
            Refusal("animal", partial(is_pet, animals=self._heads.bare)),
            Refusal("person", partial(is_tradesman, trades=self._trades)),
            Refusal("animal", self._is_child_or_animal),
        )

    def _elsewhere(self) -> tuple[Refusal, ...]:
        """Return the reasons by which another place or thing is told from a country and a capital alike."""
        return (
            Refusal("ship_or_street", self._bearers.bear),
            Refusal("person", self._is_behind_noun),
            Refusal("other_town", partial(is_elsewhere, regions=self._heads.regions)),
            Refusal("likeness", is_likened),
            Refusal("likeness", is_fancied),
            Refusal("longer_name", is_end_of_joined),
            Refusal("longer_name", partial(is_named_in_row, nouns=self._in_rows)),
            Refusal("longer_name", _goes_on),
            Refusal("explained", _is_explained),
            Refusal("explained", partial(is_apposed, bearers=self._heads.called)),
            Refusal("animal", _is_born),
            Refusal("other_town", _is_old_town),
            Refusal("other_town", _is_of_village),
            Refusal("quoted", is_quoted),
            Refusal("thing", partial(_is_made_of, fabrics=self._things.of_capitals)),
            Refusal("water", self._is_water),
        )

    def _is_water(self, span: WordSpan) -> bool:
        """Return whether it is a river or a lake: « le lac Tchad », « remonter le Niger »."""
        before = span.word_before
        if before is None:
            return False
        bears = before.folded in self._heads.waters and not before.capital and span.gap_before in ("", "'", "’")
        return bears or is_sailed(span)

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
            if _ends_quoted(span, at):
                return True  # « des gâteaux « Napoléon de Prague » »
            at = _row_start(span.passage, at)
        word = span.passage.words[at]
        noun, bare = word.folded, link in _BARE_OF
        if noun in _SIDES:
            noun = _described(span.passage, at)  # « la rive gauche du Niger »
        if noun in ("celui", "celle", "ceux", "celles") and capital:
            return not heads.treaties.isdisjoint(span.before(_ANAPHOR))
        compound = with_prefix(span.passage, at)
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

    def _is_child_or_animal(self, span: WordSpan) -> bool:
        """Return whether a child or an animal is called so: « Angola, leur fille », « la petite Sofia »."""
        before = span.before(1)
        if span.word_before is not None and before[0] in PREPOSITIONS:
            return before[0] in ("le", "la", "l", "les") and is_explained_as(span, self._things.animals)
        if is_explained_as(span, self._children):
            return True
        small = is_small(span) or (span.word_before is None and has_age(span))
        return small and span.tokens[0] in self._common_given


def _ends_quoted(span: WordSpan, at: int) -> bool:
    """Return whether quotation marks hold a word with a capital, « de » and the name, and nothing else."""
    gaps, word = span.passage.gaps, span.passage.words[at]
    opened = gaps[at].rstrip()[-1:] in ("«", "“") and word.capital and at + 2 == span.first
    return opened and span.gap_after[:1] in ("»", "”")


def _is_named(span: WordSpan) -> bool:
    """Return whether something is called so, with an article in its name or not: « un cheval nommé Niger »."""
    end = before_article(span) + 1
    return is_naming(span.passage.folded(end - 4, end))


def _described(passage: Passage, at: int) -> str:
    """Return the noun that an adjective at this place describes: « chat *sacré* de Birmanie »; "" where none may."""
    word = passage.words[at]
    if not at or word.capital or len(word.text) <= _SHORTEST_ADJECTIVE or _COMING.match(word.folded):
        return ""  # « des bananes venues d'Équateur »
    return passage.tokens[at - 1] if passage.joined(at) else ""


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
    if span.gap_after != ",":
        return False
    after = span.after(3)
    ruled = span.word_before is not None and span.before(1)[0] in (*PREPOSITIONS, *DETERMINERS, "l")
    born = after[:1] in (("ne",), ("nee",)) and after[1:2] in (("en",), ("le",), ("a",))
    return not ruled and (born or after == ("de", "la", "portee"))


def _is_old_town(span: WordSpan) -> bool:
    """Return whether a town of no great name is called so: « Rome, vieille ville cotonnière »."""
    if span.gap_after != ",":
        return False
    after = span.after(2)
    return after[:1] in _MODEST and after[1:] in (("ville",), ("cite",), ("bourgade",), ("localite",))


def _is_of_village(span: WordSpan) -> bool:
    """Return whether a village is called so: « le village de Rome », « la petite ville voisine de Montenegro »."""
    if span.before(1) not in (("de",), ("d",)):
        return False
    small = _SMALL_TOWN in (span.before(3)[:2], span.before(4)[:2])
    return small or span.before(3)[:2] in _VILLAGES


def _goes_on(span: WordSpan) -> bool:
    """Return whether a word of another language makes a longer name of it: « Santiago do Cacém »."""
    return span.word_after is not None and span.word_after.text in _JOINING


def _is_explained(span: WordSpan) -> bool:
    """Return whether an apposition says that it is a club, a prison, a suburb: « Angola, le grand pénitencier »."""
    if not span.gap_after:
        return False
    return is_explained_as(span, _CLUB) or (span.before(1) not in _WHERE and is_explained_as(span, _EXPLAINED))


def _is_feasted(span: WordSpan) -> bool:
    """Return whether it is a saint: « la cavalerie fêtait Santiago, son patron »."""
    return not _FEASTS.isdisjoint(span.before(1)) and is_explained_as(span, ("patron", "patronne", "saint", "sainte"))


def _is_made_of(span: WordSpan, fabrics: Collection[str]) -> bool:
    """Return whether it is a piece of some fabric: « un Togo de velours brun »."""
    after = span.after(2)
    return span.before(1) in (("un",), ("une",)) and after[:1] in (("de",), ("d",)) and after[-1] in fabrics
