"""The first word of a name and a place behind it go in; whether the words there end a slogan comes out."""

from __future__ import annotations

import re

from index.entities.lexicon.vocabulary import PREPOSITIONS, WEAK_HEADS, word_set
from index.entities.organisations.words import SLOGANS, SURE_HEADS
from index.entities.text.passage import Passage

_ADVERBS = frozenset({"ensemble", "debout", "autrement", "dehors"})
"""Adverbs of slogans: le collectif Vérifier *ensemble*."""

_CAUSES = word_set("exil noir blanc colere marche lutte danger mouvement action deuil resistance commun")
"""What those are in who call themselves so: le collectif Plumes *en exil*, les Femmes *en noir*."""

_ALIVE = frozenset({"vivant", "vivante", "vivants", "vivantes"})
_NAMERS = SLOGANS | {"comite"}
_SINGULAR = frozenset(["le", "la", "l", "un", "une", "du", "d", "son", "sa", "leur", "cet", "cette", "ce", "notre"])
_FAR = 6
"""Words before a name within which « entre » rules it."""

_PARTICIPLE = re.compile(r".{2,}ée?s?")
_TELLING = (*PREPOSITIONS, "par", "il", "depuis")
"""Behind a participle these tell something of who is named before it: le collectif X fondé *en* 2019."""


def is_introduced(passage: Passage, first: int) -> bool:
    """Return whether a noun in the singular stands right before the name, and no « entre » that asks for two."""
    determiner, noun = ("", "", *passage.folded(first - 2, first))[-2:]
    introduced = noun in SURE_HEADS or noun in WEAK_HEADS
    single = determiner in _SINGULAR and "entre" not in passage.folded(first - _FAR, first)
    return introduced and single and passage.joined(first)


def is_motto(passage: Passage, first: int, at: int) -> bool:
    """Return whether two words go on with a slogan that a noun introduces: Plumes *en exil*, Libres *et debout*."""
    if at != first + 1 or not passage.joined(at + 1) or not is_introduced(passage, first):
        return False
    if passage.tokens[at] == "en" and passage.words[at + 1].capital and passage.tokens[first - 1] in SLOGANS:
        return True  # « le collectif Casernes en Partage »
    ends = {"en": _CAUSES, "et": _ADVERBS}.get(passage.tokens[at], frozenset())
    return passage.tokens[at + 1] in ends


def is_end_of_slogan(passage: Passage, first: int, at: int) -> bool:
    """Return whether one word ends a slogan: Vérifier *ensemble*, le comité Pain *partagé*, Rade *vivante*."""
    if at != first + 1 or not is_introduced(passage, first):
        return False
    word, noun = passage.words[at], passage.tokens[first - 1]
    if word.folded in _ADVERBS:
        return True
    return noun in _NAMERS and (word.folded in _ALIVE or _is_shared(passage, at))


def _is_shared(passage: Passage, at: int) -> bool:
    """Return whether it is a participle behind which a sentence goes on with its verb."""
    following = passage.tokens[at + 1] if passage.joined(at + 1) else ""
    participle = _PARTICIPLE.fullmatch(passage.words[at].text) is not None
    return participle and following != "" and following not in _TELLING
