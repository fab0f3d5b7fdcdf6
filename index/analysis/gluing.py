"""Glued words: a word that lost the space before the next one goes in, the places of its parts come out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.analysis.characters import plain
from index.analysis.elision import ELIDED, Span
from index.analysis.folding import fold

# What follows a name without a space: function words, and what is said of whoever is named.
_AFTER_NAME = "qui que un une le la les du de des et en est au aux dans pour dont lui avec sur par ont"
_AFTER_SUBJECT = (
    "dit avait etait devrait pourrait veut doit quand comme contre entre selon depuis aussi ainsi toujours encore"
    " affirme ajoute annonce appelle assure accuse declare demande estime explique refuse souligne"
)
_OPENING_ONLY = "Il Elle Ils Elles On Ce Cette Ces Selon Mais Apres Lors Nous Son Sa Ses Leur"
# The longest first: « Ryderdont » is not « Ryderd » and « ont ».
_FOLLOWERS = tuple(sorted([*_AFTER_NAME.split(), *_AFTER_SUBJECT.split()], key=len, reverse=True))
_OPENERS = "|".join(_AFTER_NAME.title().split() + _OPENING_ONLY.split())

# « auparavantUn », « précédentL'Ukraine »: a sentence opens in the middle of the word.
_OPENING = re.compile(rf"(?<=\w)(?:{_OPENERS})$|(?<=[a-z])(?:A$|(?=[A-Z])(?i:{ELIDED})(?=\w))")
# HeLa and LaTeX are words of their own, and Angela has nothing to do with an angel: so short a word is seldom glued.
_SHORTEST = 4
_SHORTEST_WITH_FOLLOWER = 7
# A name of so many letters is not the beginning of another with a word of two behind it: « Jordanieet ».
_SHORT, _LONG = 2, 8
_LONGEST = 60
_FOLLOWED = re.compile(rf"(?=\w{{{_SHORTEST_WITH_FOLLOWER}}})[^\W\d_]{{{_SHORTEST},}}(?:{'|'.join(_FOLLOWERS)})")
# Endings that make a word of its own out of a name: Malien, Européen, Gabrielle, Occidentaux.
_DERIVED = re.compile(r"ien$|(?<!i)een$|ll(?:a|es?)$|[nt]aux$")
# Accented letters to plain ones, one for one: all matching here is without accents.
_BARE = {code: base for code in range(0xC0, 0x250) if (base := unicodedata.normalize("NFD", chr(code))[0]).isascii()}
# These are made of a capitalised word and « que », or of a name and « les », yet are words.
_ORDINARY = frozenset({"lorsque", "puisque", "quoique", "quelque", "petroles"})
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

    def has_name(self, form: str) -> bool:
        """Whether a folded word is a name here or elsewhere."""
        return form in self.names or form in self.known


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
    return Vocabulary(frozenset(times) - lower, lower | repeated, known)


def may_be_glued(word: str) -> bool:
    """Whether `glued_parts` could find anything, whatever the article; false for nearly all words."""
    bare = word.translate(_BARE)
    return len(word) <= _LONGEST and bool(_OPENING.search(bare) or _follows_name(bare))


def glued_parts(word: str, seen: Vocabulary) -> tuple[Span, ...] | None:
    """The two parts of a glued word, as spans in it; None where nothing shows that it is glued.

    Two rules: a sentence opens inside (« auparavantUn »); or what may follow a name stands behind one that the article
    or the gazetteer knows (« Ryderqui », « Ryderdit »), and the whole is otherwise unknown. `word` is NFC, with plain
    apostrophes.
    """
    if not may_be_glued(word):
        return None
    bare = word.translate(_BARE)
    cut = _cut_at_opening(bare, seen) or _cut_after_name(bare, seen)
    return (Span(0, cut), Span(cut, len(word))) if cut else None


@lru_cache(maxsize=1 << 16)
def names_before(word: str) -> tuple[str, ...]:
    """The folded names that `word` would hold if a function word were glued to one; none for nearly all words."""
    if not _follows_name(word.translate(_BARE)):
        return ()
    lefts = (word.removesuffix(follower) for follower in _FOLLOWERS if word.endswith(follower))
    return tuple(fold(left) for left in lefts if len(left) >= _SHORTEST)


def _follows_name(word: str) -> bool:
    """Whether a word has the form of a name with a function word behind it."""
    return word[0].isupper() and _FOLLOWED.fullmatch(word) is not None


def _cut_at_opening(word: str, seen: Vocabulary) -> int | None:
    for opening in _OPENING.finditer(word):
        left = re.split(r"['-]", word[: opening.start()])[-1]
        plausible = left[1:].islower() or left.isdigit() or seen.has_name(fold(left))
        if len(left) >= _SHORTEST and plausible:
            return opening.start()
    return None


def _cut_after_name(word: str, seen: Vocabulary) -> int | None:
    form = fold(word)
    if not _follows_name(word) or _DERIVED.search(word) or form in _ORDINARY:
        return None
    if form in seen.settled or form in seen.known:
        return None
    for follower in _FOLLOWERS:
        left = word.removesuffix(follower)
        if left != word and _is_followed(fold(left), follower, seen):
            return len(left)
    return None


def _is_followed(name: str, follower: str, seen: Vocabulary) -> bool:
    """Whether a name may have lost its space before a function word.

    Names from elsewhere are many, so that some are found at the beginning of others: Gram-ont, Mora-les.
    """
    in_article = len(name) >= _SHORTEST and name in seen.names
    told = len(name) > _SHORTEST if len(follower) > _SHORT else len(name) >= _LONG
    return in_article or (told and name in seen.known)
