"""A passage goes in; its runs of capitalised words that no rule has claimed come out, and the names they may hold."""

from __future__ import annotations

from collections.abc import Container, Iterator

from index.entities.lexicon.vocabulary import (
    DAYS,
    HYPHENATED_PRONOUNS,
    MONTHS,
    NOT_IN_NAMES,
    OFFICES,
    PARTICLES,
    PREPOSITIONS,
)
from index.entities.reading import Reading
from index.entities.text.passage import Passage, WordSpan

ENDING_OFFICES = frozenset({"nationale"})
"""With a capital these end an office and begin no name: « le ministre de la Défense *Nationale* Wellington Koo »."""

_LONGEST = 4
"""Words of a name that are compared as a whole; particles between them are not counted."""


_SAINTS = frozenset({"saint", "sainte", "st", "ste"})
_PLACING = frozenset({"de", "d", "du", "des", "en", "la", "le", "les", "sur", "sous", "aux", "l"})
"""What joins the name of a saint to that of a place."""

_SYLLABLE = 8
"""What hangs on a name by a hyphen has fewer letters: Seo Ha-ryeong."""

_SHORT = 2
"""Letters of syllables that are French words, too: Si, Un."""


def name_windows(reading: Reading, passage: Passage, given: Container[str]) -> Iterator[list[WordSpan]]:
    """Yield for each run of capitalised words the spans of two to four words in it that may be a person's name.

    None begins behind a given name: what follows one is not the beginning of another name.
    """
    for run in capital_runs(reading, passage):
        windows = [
            WordSpan(passage, start, stop)
            for start in range(run.first, run.end - 1)
            if start == run.first or passage.words[start - 1].folded not in given
            for stop in range(start + 2, _farthest(run, start) + 1)
            if _may_begin(passage, start) and _may_end(passage, stop - 1) and not _is_cut(passage, stop, run.end)
        ]
        if windows:
            yield windows


def capital_runs(reading: Reading, passage: Passage) -> Iterator[WordSpan]:
    """Yield the longest spans of joined, unclaimed words that begin and end with a capital, particles between."""
    words, done = passage.words, 0
    for first in passage.capitals:
        if first < done or not reading.is_free(passage, first):
            continue
        if passage.tokens[first] in _SAINTS and (village := _village_end(passage, first)):
            done = village
            continue
        end = done = first + 1
        while end < len(words) and _continues(reading, passage, end):
            end += 1
            if words[end - 1].capital or is_syllable(passage, end - 1):
                done = end
        if done - first > 1:
            yield WordSpan(passage, first, done)


def _village_end(passage: Passage, first: int) -> int:
    """Return where a place called after a saint here and another place ends: Saint-Bernard-de-Lacolle; 0 for none."""
    end = first + 1
    while end < len(passage.words) and passage.gaps[end] == "-":
        end += 1
    return 0 if _PLACING.isdisjoint(passage.tokens[first + 1 : end - 1]) else end


def is_syllable(passage: Passage, at: int) -> bool:
    """Return whether a word without capital hangs by a hyphen on a capitalised one: Jong-un, not Est-il."""
    word = passage.words[at]
    return (
        passage.gaps[at] == "-"
        and 1 < len(word.text) < _SYLLABLE
        and passage.words[at - 1].capital
        and word.text.isalpha()
        and (word.folded not in HYPHENATED_PRONOUNS or not passage.starts_sentence(at - 1))
    )


def stands_beside_capital(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the word before or after, joined to it, has a capital and is unclaimed: both may be one name."""
    before = passage.joined(at) and _is_capitalised(passage, at - 1) and reading.is_free(passage, at - 1)
    return before or (passage.joined(at + 1) and passage.words[at + 1].capital)


def _is_capitalised(passage: Passage, at: int) -> bool:
    """Return whether the word has a capital that is not merely that of a sentence or of the State: « Selon X »."""
    word = passage.words[at]
    office = word.folded == "etat" or (passage.starts_sentence(at) and word.text.lower() in NOT_IN_NAMES)
    return word.capital and not office


def _continues(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether a name may go on here: a capital, a particle, or the last syllable of Jong-un."""
    word = passage.words[at]
    goes_on = word.capital or word.folded in PARTICLES or (passage.gaps[at] == "-" and is_syllable(passage, at))
    return goes_on and reading.is_free(passage, at) and passage.joined(at)


def _farthest(run: WordSpan, start: int) -> int:
    """Return where a name that begins there ends at the latest."""
    count, stop = 0, start
    while stop < run.end and count < _LONGEST:
        count += run.passage.words[stop].folded not in PARTICLES
        stop += 1
    return stop


def _is_cut(passage: Passage, stop: int, end: int) -> bool:
    """Return whether a syllable of the name hangs on behind: « Chung Dong » of Chung Dong-young."""
    return stop < end and is_syllable(passage, stop)


def _may_begin(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    if not word.capital or word.folded in OFFICES or word.folded in ENDING_OFFICES:
        return False
    if word.text.lower() not in NOT_IN_NAMES:
        return True
    # A capital inside a sentence may be that of a short name all the same: Si Jinping, Kim Chong Un. « Si » may
    # be one at the beginning of a sentence, too.
    if len(word.text) != _SHORT or word.folded in PREPOSITIONS:
        return False
    return not passage.starts_sentence(at) or word.folded == "si"


def _may_end(passage: Passage, at: int) -> bool:
    if is_syllable(passage, at):
        return True
    folded = passage.words[at].folded
    return _may_begin(passage, at) and folded not in DAYS and folded not in MONTHS
