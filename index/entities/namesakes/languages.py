"""The span of a people's adjective goes in; whether a language is meant comes out."""

from __future__ import annotations

from collections.abc import Collection

from index.entities.lexicon.vocabulary import (
    LANGUAGE_CUES,
    LANGUAGE_OWNERS,
    LANGUAGE_TEACHERS,
    LANGUAGES,
    SPOKEN_SO,
)
from index.entities.namesakes.longer_names import followed_by_capital
from index.entities.text.passage import WordSpan
from index.entities.text.words import Word

_QUOTES = ("«", "“", '"')
_BEFORE = ("le", "l", "du", "de", "d", "en", "et", "ou", "ni", "aussi", "bien", "mal", "couramment", "que")


def is_language(span: WordSpan, adjectives: Collection[str]) -> bool:
    """Return whether the adjective is a language: by itself, or after a verb like parler, alone or among others.

    `adjectives` are those of peoples.
    """
    passage, at = span.passage, span.first
    before = span.before(2)
    if before[-1:] == ("en",) or (before[:1] == ("en",) and before[1] in SPOKEN_SO) or _is_language_itself(span):
        return True
    if span.before(1) in (("de",), ("d",)) and span.before(2)[0] in LANGUAGE_TEACHERS:
        return True
    while at > 0 and not passage.starts_sentence(at) and _is_among_languages(passage.words[at - 1], adjectives):
        at -= 1
    return at > 0 and not passage.starts_sentence(at) and passage.words[at - 1].folded in LANGUAGE_CUES


def _is_among_languages(word: Word, adjectives: Collection[str]) -> bool:
    return word.folded in _BEFORE or (word.folded in adjectives and not word.capital)


def _is_language_itself(span: WordSpan) -> bool:
    """Return whether no noun is left that the adjective could tell of: « son russe », « dans un anglais pur »."""
    before = span.word_before
    if span.tokens[0] not in LANGUAGES or before is None:
        return False
    alone = before.folded in LANGUAGE_OWNERS or span.before(2) == ("dans", "un")
    return alone and not (followed_by_capital(span) or span.gap_after[:1] in _QUOTES)
