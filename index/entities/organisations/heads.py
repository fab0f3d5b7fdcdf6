"""A name that begins with a head-word (Institut, Conseil) goes in; whether it is an organisation's comes out."""

from __future__ import annotations

import re

from index.entities.lexicon.vocabulary import COMPLEMENT_OPENERS, DETERMINERS, HEAD_WORDS
from index.entities.organisations.complements import ARTICLES
from index.entities.organisations.cues import ADJECTIVE
from index.entities.organisations.ends import is_head
from index.entities.organisations.words import (
    NEXT_TO_NAMES,
    OF_MANY,
    PARTS_OF_TOWNS,
    RAISING,
    SCHOOLS_OF_THOUGHT,
    SPORTS,
    SURE_OFFICIAL_HEADS,
    UNITING,
)
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import Word

_YEAR = re.compile("1[0-9]{3}")
_INDEFINITE = DETERMINERS - {"le", "la", "les", "du", "au"} | {"son", "sa", "leur", "chaque", "aucun", "aucune"}

_TRADES = frozenset({"industrie", "industries"})
"""With a capital these may be a minister's: only one that is listed has a name of them."""

_CORPS = ("corps", "d", "armee")
_COMPLEMENT = 2
"""Words of « des détroits »."""

_LONG = 3
"""Letters that a word has to exceed to say something."""


def begins_with_head(passage: Passage, at: int) -> bool:
    """Return whether a head-word stands here, perhaps raised: *Haut* Conseil; and no other name goes on with it."""
    if not is_head(passage.words[at]):
        return _is_raised(passage, at)
    return not (passage.joined(at) and _is_raised(passage, at - 1)) and not _is_cut(passage, at)


def is_headed_name(span: WordSpan, acronym: bool) -> bool:
    """Return whether enough follows the head-word, and not what makes it a team, a school of thought, a place."""
    raised = _is_raised(span.passage, span.first)
    if len(span.words) < 2 + raised or _is_of_sports_or_school(span):
        return False
    if span.tokens[0] in _TRADES or span.tokens[:3] == _CORPS or _is_dated(span):
        return False
    if span.tokens[0] in NEXT_TO_NAMES and not (acronym or _is_named(span.words[1]) or _is_house(span)):
        return False
    return acronym or (_is_proper(span, raised) and not (span.tokens[0] in PARTS_OF_TOWNS and _has_only_a_place(span)))


def _is_dated(span: WordSpan) -> bool:
    """Return whether it is what was agreed on in a year: « l'Union de Lublin de 1569 »."""
    *_, link, year = ("", *span.tokens)
    return link in ("de", "en") and _YEAR.fullmatch(year) is not None


def _is_house(span: WordSpan) -> bool:
    """Return whether it is that of many, or of a thing, and of a place: Maison des femmes de Katindo."""
    return span.tokens[0] == "maison" and span.tokens[1] in ("des", "du") and span.tokens[-2] in ("de", "d")


def _is_named(word: Word) -> bool:
    """Return whether the word is a proper name: Maison Syunik, not Maison Rouge."""
    return word.capital and ADJECTIVE.fullmatch(word.text.lower()) is None


def _is_raised(passage: Passage, at: int) -> bool:
    """Return whether the word makes another name of the head-word behind it: Haut Conseil, Grande Mosquée."""
    return (
        passage.tokens[at] in RAISING
        and passage.joined(at + 1)
        and passage.words[at + 1].capital
        and is_head(passage.words[at + 1])
    )


def _is_cut(passage: Passage, at: int) -> bool:
    """Return whether the head belongs to a longer name whose beginning is none of ours: Racing *Club* de Montevideo."""
    before = at - 1
    named = passage.joined(at) and passage.gaps[at] == " " and passage.words[before].capital
    return named and passage.tokens[at] in SCHOOLS_OF_THOUGHT and not passage.starts_sentence(before)


def _is_of_sports_or_school(span: WordSpan) -> bool:
    """Return whether the name is that of a sports club, or a head with a place alone: École d'Athènes."""
    if span.tokens[0] not in SCHOOLS_OF_THOUGHT:
        return False
    return not SPORTS.isdisjoint(span.tokens) or _has_only_a_place(span)


def _has_only_a_place(span: WordSpan) -> bool:
    """Return whether only « de » and a name follow; for a club, too, without « de » or with an adjective between."""
    inside = [word for word in span.words[1:] if word.folded not in ARTICLES]
    if span.tokens[0] == "club" and inside[0].folded not in COMPLEMENT_OPENERS:
        del inside[0]
        if not inside:
            return True
    return len(inside) == 2 and inside[0].folded in ("de", "d") and inside[1].capital


def _is_proper(span: WordSpan, raised: bool) -> bool:
    """Return whether the words are a name: the head-word has its capital inside a sentence, and enough follows.

    « Institut X », « Ligue des disparus du Sahel », « Conseil national de transition »; « le Conseil italien » and
    « la Commission mixte paritaire » are none.
    """
    head, *inside = span.words
    if span.passage.starts_sentence(span.first):
        return inside[0].capital
    if any(word.capital for word in inside[raised:]):
        return True
    if head.folded in OF_MANY and inside[0].folded == "des" and len(inside) == _COMPLEMENT:
        return inside[1].folded[-1] in "sx"
    if raised or head.folded in HEAD_WORDS:
        return sum(len(word.text) > _LONG for word in inside) > 1
    if span.before(1) and span.before(1)[0] in _INDEFINITE:
        return False
    telling = sum(len(word.text) > _LONG and word.folded not in COMPLEMENT_OPENERS for word in inside)
    if head.folded in UNITING and inside[0].folded == "des":
        return telling > 1
    shaped = inside[0].folded not in COMPLEMENT_OPENERS and any(word.folded in ("de", "d", "des") for word in inside)
    return telling > (1 if shaped or head.folded in SURE_OFFICIAL_HEADS else 2)
