"""The adjectives and names of peoples have reasons here not to count: a thing, a place or somebody is called so."""

from __future__ import annotations

import re

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import CHESS, COMPOSERS, DANCING, EATING
from index.entities.lexicon.vocabulary import ARTICLES, DETERMINERS, NOT_IN_NAMES
from index.entities.namesakes.bearers import Bearers
from index.entities.namesakes.calling import is_explained_as, is_likened, is_village, with_prefix
from index.entities.namesakes.places import OtherPlaces
from index.entities.namesakes.refusals import Refusal
from index.entities.text.passage import WordSpan

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
_SEATS = ("chaise", "fauteuil", "siege")
_PERFORMED = (("dansee",), ("jouee",), ("executee",), ("interpretee",))
_PLAYED_ON = (("au", "piano"), ("au", "violon"), ("au", "clavecin"), ("a", "orgue"))
_AT_CHESS = re.compile(r"(?:parties?|joueu(?:r|se)s?|tournois?|champion(?:ne)?s?) d['’]échecs|aux échecs")
"""So a paragraph tells of chess; armies have « échecs », too."""

_NEAR_GAME = 400
"""Within so many characters."""


class OtherPeoples:
    """Tells what names a people from dishes, dances, gardens and given names.

    `of_names` are the reasons against a word with a capital, `of_adjectives` those against one without.
    """

    def __init__(self, lexicon: Lexicon, bearers: Bearers, places: OtherPlaces) -> None:
        self._things = lexicon.things
        self._heads = lexicon.heads
        self._given = lexicon.given
        self.of_names = (
            Refusal("family_name", _begins_noble_name),
            Refusal("other_town", _is_town),
            Refusal("dance", _is_composed),
            Refusal("ship_or_street", self._is_address_or_house),
            *places.of_peoples,
            Refusal("longer_name", bearers.follow),
            Refusal("likeness", is_likened),
            Refusal("other_town", is_village),
            Refusal("quoted", _is_quoted_with_article),
            Refusal("given_name", self._is_given_name),
        )
        self.of_adjectives = (
            Refusal("dance", _is_composed),
            Refusal("ship_or_street", self._is_of_address),
            Refusal("thing", self._is_of_thing),
            Refusal("thing", _is_eaten),
            Refusal("animal", self._is_breed),
            Refusal("thing", _is_owned),
            Refusal("thing", _is_opening),
            Refusal("manner", _is_manner),
            Refusal("thing", self._is_thing_itself),
        )

    def _is_address_or_house(self, span: WordSpan) -> bool:
        """Return whether a street or a house with a capital of its own is called so: « la rue Suisse »."""
        before = span.word_before
        if before is None:
            return False
        street = span.gap_before == "" and before.folded.removesuffix("s") in self._heads.addresses
        return street or (before.capital and before.folded in self._heads.houses)

    def _is_given_name(self, span: WordSpan) -> bool:
        """Return whether a family name stands behind it, and no article before: « sa collègue Philippine Garnier »."""
        named = span.words[0].capital and span.tokens[0] in self._given and _is_before_capital(span)
        return named and span.gap_after == "" and (DETERMINERS | {"l"}).isdisjoint(span.before(1))

    def _is_of_address(self, span: WordSpan) -> bool:
        """Return whether a place in a town is called so, as a capital inside a sentence tells: « au Parc anglais »."""
        noun = span.word_before
        if noun is None or not noun.capital or span.gap_before or span.passage.starts_sentence(span.first - 1):
            return False
        return noun.folded in _GARDENS or noun.folded in self._heads.in_town

    def _is_of_thing(self, span: WordSpan) -> bool:
        """Return whether it tells of a thing that is called so: « chat persan », « salade russe »."""
        if span.word_before is None or _is_seat(span):
            return False
        noun = {span.before(1)[0], with_prefix(span.passage, span.first - 1)}
        return not noun.isdisjoint(self._things.of_adjectives)

    def _is_breed(self, span: WordSpan) -> bool:
        """Return whether the adjective is a breed's, which an animal before it tells: « le chien, un vieux danois »."""
        passage, at = span.passage, span.first - 1
        if at > 0 and passage.tokens[at] in _SIZES:
            at -= 1
        if at < 1 or passage.tokens[at] not in ("un", "une") or passage.gaps[at].strip() != ",":
            return False
        return passage.tokens[at - 1] in self._things.animals

    def _is_thing_itself(self, span: WordSpan) -> bool:
        """Return whether it is a dance or what an apposition says: « danser la polonaise », « l'argentine, ce … »."""
        before = span.before(2)
        if not before or (before[-1] not in DETERMINERS and before[-1] != "l"):
            return False
        return before[0] in DANCING or is_explained_as(span, self._things.of_adjectives)


def _begins_noble_name(span: WordSpan) -> bool:
    """Return whether « de » and a name follow a word that no article makes a people's: Philippine de Courtenvaux."""
    passage, link = span.passage, span.end
    if span.before(1) and (span.before(1)[0] in ARTICLES or span.gap_before in ("'", "’") or span.hyphen_before):
        return False
    noble = passage.joined(link) and passage.tokens[link] in ("de", "d") and passage.joined(link + 1)
    return noble and passage.words[link + 1].capital


def _is_town(span: WordSpan) -> bool:
    """Return whether « de » or « à » stands right before one inhabitant's name: « le port bulgare de Russe »."""
    one = len(span.words) == 1 and not span.tokens[0].endswith(("s", "x"))
    return one and span.before(1) in (("de",), ("d",), ("a",)) and span.gap_before in ("", "'", "’")


def _is_seat(span: WordSpan) -> bool:
    """Return whether a country's place at a table is told of: « la chaise américaine est restée libre »."""
    return span.before(2)[:1] in (("le",), ("la",)) and span.before(1)[0] in _SEATS


def _is_composed(span: WordSpan) -> bool:
    """Return whether it is a dance by somebody, or on an instrument: « une polonaise de Chopin », « … au piano »."""
    if not span.first:
        return False
    after = span.after(2)
    danced = span.gap_after == "," and after[:1] in _PERFORMED
    return danced or (after[:1] in (("de",), ("d",)) and after[-1] in COMPOSERS) or after in _PLAYED_ON


def _is_quoted_with_article(span: WordSpan) -> bool:
    """Return whether quotation marks hold an inhabitant's name and its article only: un pain, « la Gambienne »."""
    passage, article = span.passage, span.first - 1
    if article < 0 or passage.tokens[article] not in ("le", "la", "l"):
        return False
    closing = span.gap_after or passage.text[span.points[1] :].strip()
    return passage.gaps[article].rstrip()[-1:] in ("«", "“", '"') and closing[:1] in ("»", "”", '"')


def _is_eaten(span: WordSpan) -> bool:
    """Return whether a verb of eating rules the adjective: « manger chinois », « avaler un grec »."""
    before = span.before(2)
    eaten = before != () and (before[-1] in EATING or (before[-1] == "un" and before[0] in EATING))
    return eaten and span.word_before is not None


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
    if at < 0:
        return False
    after = span.word_after
    coat = span.tokens[0] == "canadienne" and span.after(1) not in (("de",), ("a",), ("est",), ("qui",))
    owned = passage.tokens[at] in ("sa", "ma", "ta") or (coat and passage.tokens[at] == "une")
    return owned and (after is None or after.text in NOT_IN_NAMES)


def _is_manner(span: WordSpan) -> bool:
    """Return whether something is done so: « à la française »."""
    in_manner = span.before(2) in (("a", "la"), ("a", "l")) and span.tokens[0].endswith("e")
    return in_manner and not _is_before_capital(span)


def _is_before_capital(span: WordSpan) -> bool:
    return span.word_after is not None and span.word_after.capital
