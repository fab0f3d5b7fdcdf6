"""Glued words: a word that lost the space before the next one goes in, the places of its parts come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from index.analysis.characters import plain
from index.analysis.elision import ELIDED, Span
from index.analysis.folding import fold

# What follows a name without a space.
_AFTER_NAME = "qui que un une le la les du de des et en est au aux dans pour dont lui avec sur par ont"
_OPENING_ONLY = "Il Elle Ils Elles On Ce Cette Ces Selon Mais Après Lors Nous Son Sa Ses Leur À"
# The longest first: « Ryderdont » is not « Ryderd » and « ont ».
_FOLLOWERS = tuple(sorted(_AFTER_NAME.split(), key=len, reverse=True))
_OPENERS = "|".join(_AFTER_NAME.title().split() + _OPENING_ONLY.split())
# « auparavantUn », « précédentL'Ukraine »: a sentence opens in the middle of the word.
_OPENING = re.compile(rf"(?<=[^\W\d_])(?=[^\W\d_])(?:(?:{_OPENERS})$|(?=[A-Z])(?i:{ELIDED})(?=\w))")
# HeLa and LaTeX are words of their own; so short a word is seldom glued.
_SHORTEST = 4
# « Malien » is no Mali, « Européen » no Europe.
_INHABITANT = re.compile(r"[ieé]en$")
# These are made of a capitalised word and « que », yet are words.
_ORDINARY = frozenset({"lorsque", "puisque", "quoique", "quelque"})
_PERHAPS = re.compile(
    rf"^[^\W\d_]{{{_SHORTEST},}}(?:{'|'.join(_FOLLOWERS)})$|[^\W\d_](?:{_OPENERS}$|[CDJLMNSTZQP]\w*')"
)
_WORDS = re.compile(r"\b[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of an article's words, folded.

    `names`: words that the article writes with a capital and never without. `settled`: words that need no explanation,
    because they stand there twice, or in lower case. `known`: names from elsewhere.
    """

    names: Collection[str] = frozenset()
    settled: Collection[str] = frozenset()
    known: Collection[str] = frozenset()


def vocabulary(texts: Iterable[str], known: Collection[str] = frozenset()) -> Vocabulary:
    """The vocabulary of one article from its searched texts; `known`: folded names of a gazetteer."""
    words = Counter(word for text in texts for word in _WORDS.findall(plain(text)))
    times: Counter[str] = Counter()
    lower: set[str] = set()
    for word, count in words.items():
        form = fold(word)
        times[form] += count
        if word[0].islower():
            lower.add(form)
    repeated = {form for form, count in times.items() if count > 1}
    return Vocabulary(frozenset(times) - lower, frozenset(lower | repeated), known)


def glued_parts(word: str, seen: Vocabulary) -> tuple[Span, ...] | None:
    """The two parts of a glued word, as spans in it; None where nothing shows that it is glued.

    Two rules: a sentence opens inside (« auparavantUn »); or a name that the article or the gazetteer knows is followed
    by a function word (« Ryderqui »), and the whole is otherwise unknown. `word` has plain apostrophes.
    """
    cut = _cut_at_capital(word, seen) or _cut_after_name(word, seen)
    return (Span(0, cut), Span(cut, len(word))) if cut else None


def _cut_at_capital(word: str, seen: Vocabulary) -> int | None:
    for opening in _OPENING.finditer(word):
        left = re.split(r"['-]", word[: opening.start()])[-1]
        if len(left) >= _SHORTEST and (left[1:].islower() or _is_name(fold(left), seen)):
            return opening.start()
    return None


def _cut_after_name(word: str, seen: Vocabulary) -> int | None:
    form = fold(word)
    if not word[0].isupper() or form in seen.settled or form in seen.known or form in _ORDINARY:
        return None
    if _INHABITANT.search(word):
        return None
    for follower in _FOLLOWERS:
        left = word.removesuffix(follower)
        if left != word and _stands_before(fold(left), follower, seen):
            return len(left)
    return None


def _stands_before(name: str, follower: str, seen: Vocabulary) -> bool:
    """Whether a name may have lost its space before a function word; « Gabrielle » is no Gabriel."""
    if len(name) < _SHORTEST or (name[-1] == "l" == follower[0]):
        return False
    return name in seen.names or (len(follower) > 2 and name in seen.known)


def _is_name(form: str, seen: Vocabulary) -> bool:
    return form in seen.names or form in seen.known


def may_be_glued(word: str) -> bool:
    """Whether `glued_parts` could find anything in some article; quick, and false for nearly all words."""
    return _PERHAPS.search(word) is not None
