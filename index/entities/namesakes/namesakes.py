"""A name or an adjective in a passage goes in; whether it is another thing's, or another person's, there comes out."""

from __future__ import annotations

from collections.abc import Collection

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import (
    BOROUGHS,
    CHILDREN,
    CODENAMED,
    COMPOSERS,
    DANCING,
    EATING,
    GENERATIONS,
    NAMING,
    NUMERALS,
    SONGS,
    TEAMS,
    TOWNS,
    TUNES,
    UNIONS,
)
from index.entities.lexicon.vocabulary import DETERMINERS, NOT_IN_NAMES, PREPOSITIONS, RANKS, SAYING
from index.entities.namesakes.calling import (
    has_age,
    is_apposed,
    is_author,
    is_dated,
    is_explained_as,
    is_heard,
    is_in_longer_name,
    is_inscription,
    is_likened,
    is_little,
    is_naming,
    is_nicknamed,
    is_performed,
    is_pet,
    is_quoted,
    is_sailed,
    is_small,
    is_somebodys,
    is_village,
    names_somebody,
    noun_before,
)
from index.entities.organisations.words import PARTNERS
from index.entities.persons.titles import Titles
from index.entities.text.passage import Passage, WordSpan

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
_LONGEST_COUNTED = 3
"""Letters of an acronym that may be a common noun's, too."""

_YEARS = 1900
_LONGEST_NUMBER = 4  # digits: int() refuses a number of several thousand

_AFTER_STREETS = (("de",), ("d",), ("du",), ("des",), ("la",), ("l",))
_WHERE = (("a",), ("au",), ("dans",), ("en",))
"""What follows a square behind a comma: « place des Nations unies, à Genève »."""

_QUOTES = ("", "«", '"', "“", "‘")


class Namesakes:
    """Tells the names of places, organisations and persons from those of things and persons called so."""

    def __init__(self, lexicon: Lexicon, adjectives: Collection[str]) -> None:
        self._things = lexicon.things
        self._heads = lexicon.heads
        self._titles = Titles(lexicon)
        self._given = lexicon.given
        self._common_given = lexicon.given.keys() & lexicon.common
        self._adjectives = adjectives
        self._called_so = lexicon.heads.kin | RANKS | lexicon.trades | lexicon.things.garments
        self._explaining = TEAMS | lexicon.trades
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
        return before[0] in DANCING or is_explained_as(span, self._things.of_adjectives)

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
        called = before is not None and span.gap_before == "" and before.folded in self._heads.addresses
        return (
            called
            or self._is_called_after(span, False)
            or self.goes_on(span)
            or is_likened(span)
            or is_village(span)
            or self._is_named_so(span)
        )

    def is_other_place(self, span: WordSpan, capital: bool) -> bool:
        """Return whether the name of a place is that of something else: a ship, a street, a town elsewhere, a child.

        `capital` says that the name is that of a capital or a seat of power.
        """
        return (
            self.is_of_head(span)
            or self._is_called_after(span, capital)
            or self._is_behind_noun(span)
            or self._is_elsewhere(span)
            or is_likened(span)
            or is_dated(span, capital)
            or is_apposed(span, self._heads.called)
            or is_quoted(span)
            or self._is_water(span)
            or self._is_named_so(span)
        )

    def _is_water(self, span: WordSpan) -> bool:
        """Return whether it is a river or a lake: « le lac Tchad », « remonter le Niger »."""
        before = span.word_before
        bears = before is not None and not before.capital and span.gap_before in ("", "'", "’")
        return is_sailed(span) or (bears and before is not None and before.folded in self._heads.waters)

    def is_other_organisation(self, span: WordSpan) -> bool:
        """Return whether the name of an organisation is that of a shop, a ship, or of a person: l'amiral Boeing."""
        before = span.before(1)
        ranked = bool(before) and before[0] in RANKS and span.word_before is not None and span.gap_before == ""
        aged = span.word_before is None and has_age(span)
        explained = len(span.words) <= _SHORT_NAME and is_explained_as(span, self._explaining)
        return (
            ranked
            or aged
            or explained
            or self.is_of_head(span)
            or self._is_named_animal(span)
            or is_apposed(span, self._heads.called)
            or self._is_work(span)
            or is_author(span)
            or self._is_street_or_town(span)
            or is_inscription(span)
            or is_heard(span, TUNES)
            or is_village(span)
            or _is_counted(span)
            or is_somebodys(span)
            or names_somebody(span)
        )

    def _is_street_or_town(self, span: WordSpan) -> bool:
        """Return whether a street or a town bears the name: boulevard de la Croix-Rouge, le port de Kongsberg."""
        if span.before(1) not in _AFTER_STREETS:
            return False
        at, link = noun_before(span)
        noun = span.passage.tokens[at] if link else ""
        if noun in self._heads.streets or (noun == "place" and span.gap_after == "," and span.after(1) in _WHERE):
            return True
        return " " not in span.text and link in ("de", "d") and noun in BOROUGHS

    def is_other_person(self, span: WordSpan) -> bool:
        """Return whether a full name is that of a street, a ship, or of somebody else with a trade or « Jr. »."""
        before = span.word_before
        called = before is not None and self._heads.is_memorial(before)
        return called or self.goes_on(span) or self._is_of_trade(span)

    def is_doubled(self, span: WordSpan) -> bool:
        """Return whether a hyphen joins a second family name to it: Vasileios Gryparis-Lemos."""
        after = span.word_after
        return after is not None and span.gap_after == "-" and after.capital and after.folded not in self._given

    def is_of_head(self, span: WordSpan) -> bool:
        """Return whether the name is that of a shop, a ship, a band: « bar Le Kremlin », « yacht "Irak" ».

        A complement or an adjective of a people may stand between: « groupe de rock X », « cargo russe X ».
        """
        passage, at = span.passage, _before_article(span)
        headed = at >= 0 and self._is_head(passage, at)
        return (headed and passage.gaps[at + 1].strip(" \u00a0\u202f'’") in _QUOTES) or self.goes_on(span)

    def goes_on(self, span: WordSpan) -> bool:
        """Return whether a word follows that makes another name of it: Trump Tower, Donald Trump Jr."""
        after = span.after(1)
        if span.gap_after == "&":
            return after[0] in PARTNERS
        if not after or (after[0] not in GENERATIONS and after[0] not in self._heads.followers):
            return False
        word = span.word_after
        return word is not None and span.gap_after in ("", "'", "’") and (word.capital or after[0] in GENERATIONS)

    def _is_head(self, passage: Passage, at: int) -> bool:
        """Return whether the word is a noun that bears names, or belongs to one."""
        word, heads = passage.words[at], self._heads
        if heads.is_bare(word):
            return not (word.folded in SAYING and passage.starts_clause(at))
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
        at, link = noun_before(span)
        if not link:
            return False
        word = span.passage.words[at]
        noun, bare = word.folded, link in _BARE_OF
        if noun in ("celui", "celle") and capital:
            return not heads.treaties.isdisjoint(span.before(_ANAPHOR))
        compound = _with_prefix(span.passage, at)
        if noun in heads.waters or (capital and not heads.treaties.isdisjoint((noun, compound))):
            return True
        if (bare and noun in heads.contests) or not heads.streets.isdisjoint((noun, compound)) or _is_square(span, at):
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
        called = before is not None and span.gap_before == ""
        return called and before is not None and (before.folded in self._called_so or before.folded in CODENAMED)

    def _is_elsewhere(self, span: WordSpan) -> bool:
        """Return whether a region follows that has a town of the name: « Paris, au Texas », « Moscou (Idaho) »."""
        if span.before(1) in (("en",), ("au",), ("aux",)):
            return False  # « en Ukraine, en Géorgie » : no town stands behind these
        if is_village(span):
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
        if is_naming(_before_capital_article(span, 4)) or is_nicknamed(span) or is_in_longer_name(span):
            return True
        if is_inscription(span) or is_little(span) or is_performed(span) or is_heard(span, SONGS):
            return True
        if self._is_work(span) or is_pet(span, self._heads.bare):
            return True
        before = span.before(1)
        if span.word_before is not None and before[0] in PREPOSITIONS:
            return before[0] in ("le", "la", "l", "les") and is_explained_as(span, self._things.animals)
        if is_explained_as(span, self._children):
            return True
        small = is_small(span) or (span.word_before is None and has_age(span))
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


def _in_brackets(span: WordSpan) -> bool:
    """Return whether one or two words follow in brackets: « Rome (New York) »."""
    return span.gap_after == "(" and ")" in span.passage.text[span.points[1] : span.points[1] + _BRACKETS]


def _is_composed(span: WordSpan) -> bool:
    """Return whether it is a dance by somebody: « une polonaise de Chopin », « la Polonaise d'Oginski »."""
    after = span.after(2)
    return after[:1] in (("de",), ("d",)) and after[-1] in COMPOSERS


def _is_counted(span: WordSpan) -> bool:
    """Return whether a number or « en » makes another thing of an acronym: six UE, la RN 85, conçu en FAO."""
    if not span.words[0].text.isupper() or len(span.tokens[0]) > _LONGEST_COUNTED:
        return False
    before, after = span.before(1), span.word_after
    numbered = after is not None and span.gap_after == "" and _is_small_number(after.text)
    counted = span.word_before is not None and before[0] in NUMERALS
    in_it = span.word_before is not None and before[0] == "en" and span.tokens[0] not in UNIONS
    return numbered or counted or in_it


def _is_small_number(text: str) -> bool:
    """Return whether it is a number below the years: « 85 », neither « 2024 » nor the mark « ² » of a note."""
    return text.isdecimal() and len(text) <= _LONGEST_NUMBER and int(text) < _YEARS


def _before_capital_article(span: WordSpan, count: int) -> tuple[str, ...]:
    """Return the words before the name, and before an article that belongs to it: « appelé L'Angola »."""
    return span.passage.folded(_before_article(span) + 1 - count, _before_article(span) + 1)


def _before_article(span: WordSpan) -> int:
    """Return the place of the word before the name and its capitalised article."""
    at = span.first - 1
    return at - 1 if at > 0 and span.passage.words[at].text in _CAPITAL_ARTICLES else at


def _is_owned(span: WordSpan) -> bool:
    """Return whether somebody has such a thing, with no noun beside it: « sa vieille canadienne et ses gants »."""
    passage, at = span.passage, span.first - 1
    while at > 0 and passage.tokens[at] in _SIZES:
        at -= 1
    after = span.word_after
    return passage.tokens[at] in ("sa", "ma", "ta") and (after is None or after.text in NOT_IN_NAMES)


def _with_prefix(passage: Passage, at: int) -> str:
    """Return the noun with what a hyphen joins to it: rond-point."""
    return passage.tokens[at - 1] + passage.tokens[at] if at and passage.gaps[at] == "-" else ""


def _described(passage: Passage, at: int) -> str:
    """Return the noun that an adjective at this place describes: « chat *sacré* de Birmanie »; "" where none may."""
    word = passage.words[at]
    return passage.tokens[at - 1] if at and passage.joined(at) and not word.capital and len(word.text) > 2 else ""


def _is_square(span: WordSpan, at: int) -> bool:
    """Return whether a clause opens with a square, or a comma follows: « sur la place du Luxembourg, … »."""
    if span.passage.tokens[at] == "place" and span.gap_after == ",":
        return True
    opens = span.passage.folded(at - 2, at + 1) == ("sur", "la", "place") and span.passage.starts_clause(at - 2)
    return opens and span.after(1) not in (("dans",), ("au",), ("en",), ("parmi",))


def _is_eaten(before: tuple[str, ...]) -> bool:
    """Return whether a verb of eating rules the adjective: « manger chinois », « avaler un grec »."""
    return before[-1] in EATING or (before[-1] == "un" and before[0] in EATING)


def _is_before_capital(span: WordSpan) -> bool:
    return span.word_after is not None and span.word_after.capital
