"""A place's name or adjective in a passage goes in; whether it names something else there comes out."""

from __future__ import annotations

from collections.abc import Collection

from index.entities.passage import WordSpan
from index.entities.things import Things
from index.entities.vocabulary import (
    ADDRESSES,
    CHILDREN,
    DANCING,
    DETERMINERS,
    NAMING,
    PLACES,
    REGIONS,
    SIGNS,
    TREATIES,
    VESSELS,
    WATERS,
)

_OF = ("de", "d", "du", "des", "la", "l")


def is_of_thing(span: WordSpan, things: Things) -> bool:
    """Return whether an adjective tells of a dish, a breed, a dance: chat persan, à la française, la polonaise."""
    before = span.before(2)
    if not before or span.words[0].capital:
        return False
    if span.word_before is not None and before[-1] in things.of_adjectives:
        return True
    if before in (("a", "la"), ("a", "l")) and span.tokens[0].endswith("e"):
        return not _is_before_capital(span)
    if before[-1] not in DETERMINERS and before[-1] != "l":
        return False
    return before[0] in DANCING or _is_explained_as(span, things.of_adjectives)


def is_called_after(span: WordSpan, capital: bool, things: Things) -> bool:
    """Return whether another thing bears the name of the place: rue de Rome, golfe du Mexique, boule de Berlin.

    `capital` says that the name is that of a capital or a seat of power.
    """
    noun, link = _noun_before(span)
    if noun in ADDRESSES or noun in WATERS or (capital and noun in TREATIES):
        return True
    if link in ("de", "d", "du") and noun in (things.of_capitals if capital else things.of_countries):
        return True
    return capital and (span.before(2) == ("a", "la") or _is_elsewhere(span))


def names_other(span: WordSpan) -> bool:
    """Return whether something is called so (un cheval nommé Niger, le bar Niger), or a child (Angola, leur fille)."""
    before = span.before(3)
    if before and before[-1] in NAMING and PLACES.isdisjoint(before):
        return True
    if is_sign(span):
        return True
    return span.word_before is None and _is_explained_as(span, CHILDREN)


def is_sign(span: WordSpan) -> bool:
    """Return whether the name is that of a shop, a ship, a band: « bar Le Kremlin », « yacht "Irak" »."""
    at = span.first - 1
    if at > 0 and span.passage.words[at].text in ("Le", "La", "L"):
        at -= 1
    noun = span.passage.words[at].folded if at >= 0 else ""
    quoted = span.passage.gap(at + 1).strip(" \u00a0\u202f'’") in ("", "«", '"', "“") if at >= 0 else False
    return quoted and (noun in VESSELS or noun in SIGNS)


def _noun_before(span: WordSpan) -> tuple[str, str]:
    """Return the noun that rules the name, and the word between them, both "" where there are none."""
    passage, at = span.passage, span.first - 1
    while at >= 0 and passage.words[at].folded in _OF and passage.joined(at + 1):
        at -= 1
    if at < 0 or not passage.joined(at + 1):
        return "", ""
    between = passage.folded(at + 1, span.first)
    return passage.words[at].folded, between[0] if len(between) == 1 else ""


def _is_elsewhere(span: WordSpan) -> bool:
    """Return whether a region follows that has a town of the name: « Paris, au Texas », « Moscou (Idaho) »."""
    after = span.after(4) if span.gap_after in (",", "(", "") else ()
    if after and after[0] in ("au", "en", "dans"):
        return not REGIONS.isdisjoint(after)
    return bool(after) and after[0] in REGIONS


def _is_explained_as(span: WordSpan, nouns: Collection[str]) -> bool:
    """Return whether an apposition says what is meant: « l'argentine, ce petit poisson »."""
    words = span.after(4)
    explained = span.gap_after in (",", "(") and bool(words) and (words[0] in DETERMINERS or words[0] in ("l", "leur"))
    return explained and any(word in nouns for word in words[1:])


def _is_before_capital(span: WordSpan) -> bool:
    return span.word_after is not None and span.word_after.capital
