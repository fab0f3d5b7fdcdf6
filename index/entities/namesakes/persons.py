"""A person's name in a text goes in; the reason why somebody else or a thing is called so there comes out."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import partial

from index.entities.gazetteer.entity import Entity
from index.entities.gazetteer.forms import Form
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import BAPTISED, CHILDREN, DISCOVERIES, SONGS
from index.entities.lexicon.vocabulary import NOT_IN_NAMES
from index.entities.namesakes.bearers import Bearers
from index.entities.namesakes.calling import is_heard, is_joined, is_quoted, is_vessel, names_animal
from index.entities.namesakes.longer_names import ends_name
from index.entities.namesakes.refusals import Refusal, first_reason
from index.entities.persons.support import has_role
from index.entities.persons.titles import Titles
from index.entities.text.passage import WordSpan
from index.entities.text.words import folded

_NUMERAL = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})")
_OF_OLD = re.compile(r"1[0-8]\d\d|19[0-3]\d")
_CLAUSE = 12
"""Words behind a monarch's name within which a year says that one of old is meant."""

_SHORTEST = 4
_LONGEST_SYLLABLE = 5
_ORDINALS = ("premier", "second")
_FORMER = frozenset({"ancien", "ancienne", "ex"})
_CALLED = BAPTISED | {"nomme", "nommee", "prenomme", "prenommee"}


class OtherPersons:
    """Tells the names of persons from those of streets, ships and other persons."""

    def __init__(self, lexicon: Lexicon, bearers: Bearers, adjectives: Set[str], known: Set[str]) -> None:
        self._bearers = bearers
        self._adjectives = adjectives
        self._known = known
        self._animals = CHILDREN | lexicon.things.animals | lexicon.heads.called
        self._titles = Titles(lexicon)
        self._given = lexicon.given
        self._family_first = lexicon.family_first
        self._trades = lexicon.trades
        self._apposed = lexicon.titles | lexicon.trades | adjectives  # « le Brésilien Lula »
        self._of_parts = (
            Refusal("longer_name", self._ends_longer),
            Refusal("longer_name", self._is_doubled),
            Refusal("monarch", _is_numbered),
        )
        self._of_names = (
            Refusal("ship_or_street", self._is_ship_of_people),
            Refusal("named_so", _is_baptised),
            Refusal("ship_or_street", bearers.heads.name_somebody),
            Refusal("animal", self._is_lone_name),
            Refusal("longer_name", bearers.follow),
            Refusal("person", self._is_of_trade),
            Refusal("ship_or_street", partial(is_vessel, given=self._given)),
            Refusal("performed", partial(is_heard, pieces=SONGS)),
            Refusal("discovery", partial(is_heard, pieces=DISCOVERIES)),
            Refusal("monarch", _is_of_old),
        )

    def refusal(self, form: Form, span: WordSpan) -> str:
        """Return why a name is only a part of somebody else's: « Ratna Sugiono », « Charles VI »; "" if it is not."""
        if reason := first_reason(self._of_parts, span):
            return reason
        person = form.entity
        longer = person is not None and (self._is_prolonged(span, person) or self._is_of_longer(span, person))
        return "longer_name" if longer else ""

    def namesake(self, form: Form, span: WordSpan) -> str:
        """Return what else is called so: a street, a ship, somebody with a trade or « Jr. »; "" if nothing is."""
        joined = is_joined(span) and "-" not in form.alias.form
        return "ship_or_street" if joined else first_reason(self._of_names, span)

    def _ends_longer(self, span: WordSpan) -> bool:
        """Return whether a name of one word ends another: « Anselm Moroni », not « le Brésilien Lula »."""
        return span.end - span.first == 1 and ends_name(span) and span.before(1)[0] not in self._apposed

    def _is_lone_name(self, span: WordSpan) -> bool:
        """Return whether quotation marks hold no more than one word, or an animal is called so: « un chat nommé X »."""
        return span.end - span.first == 1 and (is_quoted(span) or names_animal(span, self._animals))

    def _is_ship_of_people(self, span: WordSpan) -> bool:
        """Return whether a ship and the adjective of a people stand before: « le porte-avions américain X »."""
        return self._bearers.heads.describe_ship(span) and span.before(1)[0] in self._adjectives

    def _is_doubled(self, span: WordSpan) -> bool:
        """Return whether a hyphen joins a second family name to it, or a syllable: Gryparis-Lemos, Cho Hyun-woo."""
        after = span.word_after
        if after is None or not span.hyphen_after:
            return False
        syllable = len(span.words) > 1 and len(after.text) <= _LONGEST_SYLLABLE
        if not after.capital:
            return syllable
        # « Macron-Olaf Scholz » are two, « Ricardo Martinelli-Baptiste » is one
        return after.folded not in self._given or (len(span.words) > 1 and not _goes_on(span))

    def _is_prolonged(self, span: WordSpan, person: Entity) -> bool:
        """Return whether one more family name follows, of somebody in no office of the person: Omar Béchir Abdelmoneim.

        Some are called by both family names, as « le président Daniel Noboa Azín ».
        """
        after = span.word_after
        if (
            after is None
            or after.folded in _ORDINALS
            or span.passage.gaps[span.end] != " "
            or len(after.text) < _SHORTEST
        ):
            return False
        if not after.capital or after.text.isupper() or span.passage.shouts or after.text.lower() in NOT_IN_NAMES:
            return False
        known = (
            after.folded in self._given or after.folded in self._known or self._titles.is_title(span.passage, span.end)
        )
        return not (known or has_role(span, person))

    def _is_of_longer(self, span: WordSpan, person: Entity) -> bool:
        """Return whether another family name stands before one that begins with its own: « Dinh *To Lam* »."""
        before = span.word_before
        if before is None or not before.capital or span.gap_before or span.passage.starts_sentence(span.first - 1):
            return False
        return before.folded in self._family_first and span.tokens[:1] == folded(person.surname or "")

    def _is_of_trade(self, span: WordSpan) -> bool:
        """Return whether a trade stands by the name in which no listed person works, unless it is a former one."""
        if not _CALLED.isdisjoint(span.before(1)):
            return not self._trades.isdisjoint(span.before(2))  # « un mécanicien nommé Hugo Chávez »
        former = _FORMER.intersection((*span.before(3), *span.after(1)))  # « Mikhaïl X, ancien footballeur »
        return not former and self._titles.is_of_trade(span)


def _goes_on(span: WordSpan) -> bool:
    """Return whether another capital stands behind the word that follows, as a family name behind a given one."""
    second = span.end + 1
    return span.passage.joined(second) and span.passage.words[second].capital


def _is_numbered(span: WordSpan) -> bool:
    """Return whether a number makes another monarch of the name: « le roi Charles VI »."""
    after = span.word_after
    return after is not None and span.gap_after == "" and _NUMERAL.fullmatch(after.text) is not None


def _is_baptised(span: WordSpan) -> bool:
    """Return whether a thing is called so: « le cargo rebaptisé X »."""
    return not BAPTISED.isdisjoint(span.before(1))


def _is_of_old(span: WordSpan) -> bool:
    """Return whether a year makes it another monarch's: « le roi Charles III, monté sur le trône en 1759 »."""
    if _NUMERAL.fullmatch(span.words[-1].text) is None:
        return False
    passage, end = span.passage, min(span.end + _CLAUSE, len(span.passage.words))
    stop = next((at for at in range(span.end, end) if passage.starts_sentence(at) and passage.words[at].capital), end)
    return any(_OF_OLD.fullmatch(token) for token in passage.tokens[span.end : stop])
