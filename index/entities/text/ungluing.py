"""The passages of an article go in; the same come out, with words that lost the space between them divided."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from index.analysis.elision import Span
from index.analysis.folding import fold
from index.analysis.gluing import Vocabulary, glued_parts, may_be_glued, names_before
from index.entities.text.passage import Passage
from index.entities.text.words import Word

_SHORTEST = 6
"""A name of four letters and a word of two."""

_INNER_CAPITAL = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")
_SHORTEST_NAME, _SHORTEST_UNKNOWN = 3, 5
"""Letters of each of two names that are told when they run together: « NicusorDan », not « McCain »; and of each where
the second is not known."""

# « généralEirik », « duNord »: no word that begins small, and is long enough or a link, has a capital inside.
_NAME_INSIDE = re.compile(r"(?:[a-zß-ÿ]{4,}|d[eu]s?|aux?|la|les?|en|et|ou|par|sur|pour)(?=[A-ZÀ-Þ][a-zß-ÿ]+$)")
# « Zele-nsky »
_BROKEN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+-[a-zß-ÿ]{2,}")
# « LeKremlin », where a sentence begins.
_ARTICLE = re.compile(r"(?:L[ea]s?|D[ue]s?|Aux?|En|Pour|Par|Selon)(?=[A-ZÀ-Þ][a-zß-ÿ]{3,}$)")


class NameWords(NamedTuple):
    """Folded words of names: all, those that are given names for sure, and the last ones of family names."""

    names: Collection[str]
    given: Collection[str] = frozenset()
    families: Collection[str] = frozenset()


def unglued(passages: Sequence[Passage], known: NameWords) -> tuple[Passage, ...]:
    """Return the passages with « Ryderqui » as two words, where the article or a list of names knows Ryder.

    A word that begins with a given name and goes on with a capital is two names, too, « SteveWitkof »; so is one whose
    second capital begins a family name: « ChinjiroKoizumi ». A hyphen that broke a name at the end of a line is none.
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
        return [
            at
            for at in mixed
            if may_be_glued(words[at].text)
            or _NAME_INSIDE.match(words[at].text)
            or _behind_article(words[at].text, names)
            or _two_names(words[at].text, known)
        ]
    long = (at for at in passage.capitals if len(words[at].text) >= _SHORTEST)
    return [at for at in long if any(name in seen or name in names for name in names_before(words[at].text))]


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
    inside = _NAME_INSIDE.match(text) or _behind_article(text, known.names)
    end = inside.end() if inside else _two_names(text, known)
    return (Span(0, end), Span(end, len(text))) if end else glued_parts(text, seen)


def _behind_article(text: str, names: Collection[str]) -> re.Match[str] | None:
    """Return the article with which a sentence begins, where a known name runs into it: « LeKremlin »."""
    article = _ARTICLE.match(text)
    return article if article and fold(text[article.end() :]) in names else None


def _two_names(text: str, known: NameWords) -> int:
    """Return where the second of two known names begins that have lost the space between; 0 where they are not two.

    Behind a given name it need not be known, nor before a family name the first, where they are long enough.
    """
    capitals = list(_INNER_CAPITAL.finditer(text))
    at = capitals[0].start() + 1 if len(capitals) == 1 else 0
    if min(at, len(text) - at) < _SHORTEST_NAME:
        return 0
    first, second = fold(text[:at]), fold(text[at:])
    told = first in known.names and second in known.names
    told = told or (first in known.given and min(len(first), len(second)) >= _SHORTEST_UNKNOWN)
    told = told or (len(first) >= _SHORTEST_UNKNOWN and second in known.families)
    return at if told else 0


def _part(text: str) -> Word:
    return Word(text, fold(text), text[0].isupper(), glued=True)
