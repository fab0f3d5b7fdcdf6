"""The passages of an article go in; the same come out, with words that lost the space between them divided."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from index.analysis.elision import Span
from index.analysis.folding import fold
from index.analysis.gluing import Vocabulary, glued_parts, may_be_glued, names_before
from index.entities.text.memory import remembered
from index.entities.text.passage import Passage
from index.entities.text.words import Word

_SHORTEST = 6
"""A name of four letters and a word of two."""

_INNER_CAPITAL = re.compile(r"(?<=[a-zß-ÿ])[A-ZÀ-Þ]")
_SHORTEST_NAME, _SHORTEST_UNKNOWN = 3, 5
"""Letters of each of two names that are told when they run together: « NicusorDan », not « McCain »; and of each where
the second is not known."""

_MOST_INNER = 4
"""Capitals inside a whole name: « UrsulaVonDerLeyen »."""

# « généralEirik », « duNord »: no word that begins small, and is long enough or a link, has a capital inside.
_BEFORE_NAME = re.compile(r"[a-zß-ÿ]{4,}|d[eu]s?|aux?|la|les?|en|et|ou|par|sur|pour")
# « Zele-nsky »
_BROKEN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+-[a-zß-ÿ]{2,}")
# « LeKremlin », where a sentence begins.
_ARTICLE = re.compile(r"L[ea]s?|D[ue]s?|Aux?|En|Pour|Par|Selon")
_SHORTEST_BEHIND_ARTICLE = 4


class NameWords(NamedTuple):
    """Folded words of names: all, those that are given names for sure, the last ones of family names, and titles.

    `like` tells whether folded words are like the name of somebody who is listed.
    """

    names: Collection[str]
    given: Collection[str] = frozenset()
    families: Collection[str] = frozenset()
    titles: Collection[str] = frozenset()
    like: Callable[[tuple[str, ...]], bool] = lambda _: False


def unglued(passages: Sequence[Passage], known: NameWords) -> tuple[Passage, ...]:
    """Return the passages with « Ryderqui » as two words, where the article or a list of names knows Ryder.

    A word that begins with a given name and goes on with a capital is two names, too, « SteveWitkof »; so is one whose
    second capital begins a family name, « ChinjiroKoizumi », or that is like somebody's name, « AndréjBeloussof », also
    behind a title: « généralRoméoBronner ». A hyphen that broke a name at the end of a line is none.
    """
    passages = [_mended(passage, known.names) if _BROKEN.search(passage.text) else passage for passage in passages]
    seen = set[str]().union(*(passage.tokens for passage in passages))
    suspects = [_suspects(passage, seen, known) for passage in passages]
    if not any(suspects):
        return tuple(passages)
    seen_well = _vocabulary(passages, known.names)
    return tuple(
        _divided(passage, places, seen_well, known) for passage, places in zip(passages, suspects, strict=True)
    )


def _mended(passage: Passage, names: Collection[str]) -> Passage:
    """Return the passage with words that a hyphen parts as one, where that is a known name: « Kosi-niak ».

    No part is one itself, and the second begins small: « Boris-pistorius » and « Ex-otan » stay.
    """
    words, gaps = list(passage.words), list(passage.gaps)
    for at in reversed(passage.capitals):
        if at + 1 >= len(words) or gaps[at + 1] != "-" or words[at + 1].capital:
            continue
        one, other = words[at], words[at + 1]
        whole = one.folded + other.folded
        if whole in names and one.folded not in names and other.folded not in names:
            words[at : at + 2] = [Word(f"{one.text}-{other.text}", whole, capital=True)]
            del gaps[at + 1]
    return passage if len(words) == len(passage.words) else replace(passage, words=tuple(words), gaps=tuple(gaps))


def _suspects(passage: Passage, seen: Collection[str], known: NameWords) -> list[int]:
    """Return the places of words that could be glued: a name with something after it, or a capital inside."""
    words, names = passage.words, known.names
    if _INNER_CAPITAL.search(passage.text):
        mixed = [at for at, word in enumerate(words) if not (word.text.islower() or word.folded in names)]
        return [at for at in mixed if may_be_glued(words[at].text) or _cuts(words[at].text, known)]
    long = [(at, _names_before(words[at].text)) for at in passage.capitals if len(words[at].text) >= _SHORTEST]
    return [at for at, before in long if before and any(name in seen or name in names for name in before)]


_names_before = remembered(1 << 16)(names_before)


def _vocabulary(passages: Sequence[Passage], names: Collection[str]) -> Vocabulary:
    """Return what `index.analysis.gluing.vocabulary` would, from words that are folded already."""
    times = Counter(itertools.chain.from_iterable(passage.tokens for passage in passages))
    lower = {word.folded for passage in passages for word in passage.words if not word.capital}
    repeated = {form for form, count in times.items() if count > 1}
    return Vocabulary(times.keys() - lower, lower | repeated, names)


def _divided(passage: Passage, places: Sequence[int], seen: Vocabulary, known: NameWords) -> Passage:
    """Return the passage with the words at these places divided, where they are glued indeed."""
    glued = [(at, parts) for at in places if (parts := _parts(passage.words[at].text, seen, known))]
    if not glued:
        return passage
    words, gaps = list(passage.words), list(passage.gaps)
    for at, parts in reversed(glued):
        words[at : at + 1] = [_part(words[at].text[part.start : part.end]) for part in parts]
        gaps[at + 1 : at + 1] = [""] * (len(parts) - 1)
    return replace(passage, words=tuple(words), gaps=tuple(gaps))


def _parts(text: str, seen: Vocabulary, known: NameWords) -> tuple[Span, ...] | None:
    places = (0, *_cuts(text, known), len(text))
    return tuple(itertools.starmap(Span, itertools.pairwise(places))) if len(places) > 2 else glued_parts(text, seen)


def _cuts(text: str, known: NameWords) -> tuple[int, ...]:
    """Return the places of the capitals with which words begin that have lost the space before them."""
    capitals = [capital.start() for capital in _INNER_CAPITAL.finditer(text)]
    if len(capitals) == 1:
        told = _is_before_name(text[: capitals[0]], text[capitals[0] :], known) or _are_names(text, capitals[0], known)
        return tuple(capitals) if told else ()
    if not 1 < len(capitals) <= _MOST_INNER:
        return ()
    begin, middle, *further = capitals
    if not further and _may_introduce(text[:begin], known) and _are_names(text[begin:], middle - begin, known):
        return (begin, middle)
    parts = itertools.starmap(slice, itertools.pairwise((0, *capitals, len(text))))
    return tuple(capitals) if known.like(tuple(fold(text[part]) for part in parts)) else ()


def _may_introduce(text: str, known: NameWords) -> bool:
    """Return whether a name may follow: a word in small letters does that, and a title."""
    return _BEFORE_NAME.fullmatch(text) is not None or (len(text) > 1 and fold(text) in known.titles)


def _is_before_name(text: str, name: str, known: NameWords) -> bool:
    """Return whether a name runs into what introduces one, a known name into an article: « LeKremlin »."""
    if not name[1:].islower():
        return name.isupper() and fold(name) in known.names and _may_introduce(text, known)  # « laCARICOM »
    if _ARTICLE.fullmatch(text):
        return len(name) >= _SHORTEST_BEHIND_ARTICLE and fold(name) in known.names
    return _may_introduce(text, known)


def _are_names(text: str, at: int, known: NameWords) -> bool:
    """Return whether both parts are names, by the lists or because both together are like somebody's.

    Behind a given name the second need not be known, nor before a family name the first, where they are long enough.
    """
    if min(at, len(text) - at) < _SHORTEST_NAME:
        return False
    first, second = fold(text[:at]), fold(text[at:])
    told = first in known.names and second in known.names
    told = told or (first in known.given and min(len(first), len(second)) >= _SHORTEST_UNKNOWN)
    told = told or (len(first) >= _SHORTEST_UNKNOWN and second in known.families)
    return told or known.like((first, second))


def _part(text: str) -> Word:
    return Word(text, fold(text), text[0].isupper(), glued=True)
