"""Single names go in; those that a misspelt word may be come out, at a cost that does not grow with their number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeAlias, TypeVar

from rapidfuzz.distance import OSA

from index.entities.text.similarity import alike_begun, beginnings
from index.entities.text.transliteration import keys

Value = TypeVar("Value")
Sounds: TypeAlias = Callable[[str], frozenset[str]]
"""What gives the keys that a word shares with what sounds like it."""

_NONE: Mapping[str, Any] = {}
_MOST_LETTERS = 3
"""By how many letters spellings of one name may differ in length: Schtschukin, Shchukin."""


class NearNames(Generic[Value]):
    """Folded names, and what each stands for, found by words that differ by one letter or by transliteration.

    A name is kept under itself, under itself with each one letter left out, and under the keys of its `sounds`; so is a
    word sought. That is done when the first word that begins alike is sought: most names are never asked for.
    """

    __slots__ = ("_begun", "_lengths", "_near", "_ready", "_sounds", "_values", "_waiting")

    def __init__(self, sounds: Sounds = keys) -> None:
        self._sounds = sounds
        self._values: dict[str, Value] = {}
        self._near: dict[str, list[str]] = {}
        self._ready: set[str] = set()
        self._begun: set[str] = set()
        self._waiting: dict[str, list[str]] = {}
        self._lengths: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self._begun)

    def add(self, name: str, value: Value) -> None:
        """Keep a name; a second one of the same letters replaces it."""
        if name not in self._values:
            begun = beginnings(name)
            self._begun |= begun
            self._lengths.update(range(len(name) - _MOST_LETTERS, len(name) + _MOST_LETTERS + 1))
            for beginning in begun:
                self._waiting.setdefault(beginning, []).append(name)
        self._values[name] = value

    def _make_ready(self, wanted: Iterable[str]) -> None:
        """Keep the names that begin so under all that leads to them, each once though it may begin in two ways."""
        for name in (name for begun in wanted for name in self._waiting.pop(begun, ())):
            if name not in self._ready:
                self._ready.add(name)
                for near in _nearby(name, self._sounds):
                    self._near.setdefault(near, []).append(name)

    def may_hold(self, word: str) -> bool:
        """Return whether any name begins like this word: most words begin like none."""
        return not self._begun.isdisjoint(beginnings(word))

    def meant(self, word: str) -> Iterator[Value]:
        """Yield what the names near `word` stand for; nothing where the word is itself one of the names."""
        if len(word) not in self._lengths:
            return
        self._make_ready(beginnings(word))
        if word in self._ready:
            return
        for near in self._near.keys() & _nearby(word, self._sounds):
            for name in self._near[near]:
                if _is_misspelling(word, name, self._sounds):
                    yield self._values[name]

    def sounding(self, word: str) -> Iterator[Value]:
        """Yield what the name `word`, and those that transliteration makes of it, stand for."""
        if len(word) not in self._lengths:
            return
        self._make_ready(tuple(self._waiting))
        for key in (word, *self._sounds(word)):
            for name in self._near.get(key, ()):
                if name == word or not self._sounds(word).isdisjoint(self._sounds(name)):
                    yield self._values[name]


@lru_cache(maxsize=1 << 16)
def _nearby(word: str, sounds: Sounds) -> frozenset[str]:
    return frozenset({word, *sounds(word), *(word[:at] + word[at + 1 :] for at in range(len(word)))})


def _is_misspelling(word: str, name: str, sounds: Sounds) -> bool:
    """Return whether they differ by one letter or by transliteration; neither « Petrova » nor « Petrovs » is Petrov."""
    inflected = word[:-1] == name and word[-1] in "as" and word[-1] != name[-1]
    if inflected or not alike_begun(word, name):
        return False
    if OSA.distance(word, name, score_cutoff=1) <= 1:
        return True
    # A key has one sign for M and N, which end syllables alike: Mathura is not Nyatura.
    return {word[0], name[0]} != {"m", "n"} and not sounds(word).isdisjoint(sounds(name))
