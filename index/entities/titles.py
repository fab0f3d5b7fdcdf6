"""A passage and the place of a name go in; whether a title, an office or a verb of saying stands by it comes out."""

from __future__ import annotations

from enum import IntEnum

from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.reading import Reading
from index.entities.vocabulary import (
    ABBREVIATED_TITLES,
    COMPLEMENTS,
    HEAD_WORDS,
    NOT_IN_OFFICES,
    PREPOSITIONS,
    SAYING,
    TITLE_MODIFIERS,
)

_REACH = 10
"""How many words an office may have: « secrétaire général adjoint aux opérations de maintien de la paix »."""


class Title(IntEnum):
    """How a title stands by a name, from nothing to surely the name's own."""

    NONE = 0
    LOOSE = 1
    """Words stand between that may or may not belong to the office."""
    TIGHT = 2
    """Next to the name, or with nothing between but the office: « ministre polonais de la Défense X »."""


class Titles:
    """Recognises what introduces a person: titles, offices and trades, before or after the name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._titles = lexicon.titles

    def before(self, reading: Reading, passage: Passage, first: int) -> tuple[Title, int]:
        """Return how a title stands before the name at word `first`, and the title's place."""
        kind, first = Title.TIGHT, _list_start(passage, first)
        for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
            if not self._goes_on(passage, at, first):
                break
            word = passage.words[at]
            if self._is_title(passage, at):
                return kind, at
            if word.text in NOT_IN_OFFICES or (word.capital and not self._of_office(reading, passage, at)):
                break
            if not self._of_office(reading, passage, at):
                kind = Title.LOOSE
        return Title.NONE, first

    def after(self, passage: Passage, end: int) -> bool:
        """Return whether an office or institution follows in apposition: « X, ministre de … », « X, du Centre … »."""
        if end >= len(passage.words) or passage.gap(end).strip() not in (",", "(", "–", "-", ":"):
            return False
        at = end
        while at < len(passage.words) and passage.words[at].folded in TITLE_MODIFIERS | PREPOSITIONS:
            at += 1
        if at == len(passage.words):
            return False
        word = passage.words[at]
        return word.folded in HEAD_WORDS if word.capital else word.folded in self._titles | HEAD_WORDS

    def speaks(self, passage: Passage, first: int, end: int) -> bool:
        """Return whether a verb of saying stands by the name: « selon X », « a déclaré X », « X a affirmé »."""
        before = passage.folded(first - 2, first) if self._close(passage, first) else ()
        after = passage.folded(end, end + 3) if self._close(passage, end) else ()
        return not SAYING.isdisjoint(before) or not SAYING.isdisjoint(after)

    def quoted(self, passage: Passage, first: int, end: int) -> bool:
        """Return whether a verb between a quotation and the name gives it to a speaker: « … », résume X."""
        if first < 1 or end < 1 or not passage.joined(first):
            return False
        opens = first == 1 or passage.gap(first - 1).strip() in ("»,", "»", "”,", '",', ",")
        closes = end >= len(passage.words) or passage.gap(end).strip() in (",", ".", ":", ";", "(")
        return opens and closes and passage.words[first - 1].folded in SAYING - {"selon"}

    def _is_title(self, passage: Passage, at: int) -> bool:
        word = passage.words[at]
        return word.folded in self._titles and (word.capital or word.folded not in ABBREVIATED_TITLES)

    def _goes_on(self, passage: Passage, at: int, first: int) -> bool:
        """Return whether nothing between words `at` and `at + 1` ends the office; a comma may before the name."""
        gap = passage.gap(at + 1).strip()
        if gap == ".":
            return passage.words[at].folded in ABBREVIATED_TITLES
        return gap in ("", "'", "’", "-") or (gap == "," and at + 1 == first)

    def _of_office(self, reading: Reading, passage: Passage, at: int) -> bool:
        return passage.words[at].folded in COMPLEMENTS or not reading.free(passage, at, at + 1)

    def _close(self, passage: Passage, position: int) -> bool:
        return 0 < position < len(passage.words) and passage.gap(position).strip() in ("", ",", "»,", "”,", '",')


def _list_start(passage: Passage, first: int) -> int:
    """Return where a list of names begins: « MM. Austin et Blinken » is one title for both."""
    at = first
    while at > 1 and ((passage.words[at - 1].folded == "et" and passage.joined(at)) or passage.gap(at).strip() == ","):
        last = at - 2 if passage.words[at - 1].folded == "et" else at - 1
        if not passage.words[last].capital:
            break
        at = last
        while at > 0 and passage.joined(at) and passage.words[at - 1].capital and passage.gap(at) == " ":
            at -= 1
    return at
