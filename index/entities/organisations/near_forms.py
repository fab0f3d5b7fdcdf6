"""A place in a passage goes in; the listed names of several words that begin there, some of them misspelt, come out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from index.entities.gazetteer.forms import Form
from index.entities.gazetteer.trie import Node, Trie
from index.entities.persons.near_names import NearNames
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.similarity import beginnings
from index.entities.text.transliteration import keys
from index.entities.text.words import Word

_SHORTEST = 3
"""Letters of a word that sounds the same."""

_SHORTEST_EDITED = 4
"""Letters of one that another letter leaves recognisable."""

_MOST_LETTERS = 3
"""By how many letters the spellings of a word may differ in length."""

_ENDINGS = "esx"
"""Letters by which French words agree, and which a translation leaves out: Médecins sans frontière."""

_SHORTEST_STEM = 3


class NearForm(NamedTuple):
    """A form that begins at a place, and the words of the text that differ from it by a letter."""

    span: WordSpan
    form: Form
    edited: tuple[str, ...]


class _Path(NamedTuple):
    """How far the words of a text have been followed: the node reached, and how they differ from its words."""

    node: Node
    changed: bool
    edited: tuple[str, ...]


class NearForms:
    """Finds « Lockeed Martin » and « Nations uni »: each word as listed, agreeing otherwise or sounding the same.

    One word may differ by a letter instead. Looking one up costs the words of the text and the names that begin alike.
    `trie` has the forms, `first` are the words with which those that are sought begin.
    """

    def __init__(self, trie: Trie, first: Collection[str]) -> None:
        self._root = {token: node for token, node in trie.root.after.items() if token in first}
        self._first: NearNames[str] = NearNames()
        for token in self._root:
            if len(token) >= _SHORTEST:
                self._first.add(token, token)
        self._begun = lru_cache(maxsize=1 << 14)(self._paths)

    def may_begin(self, word: Word) -> bool:
        """Return whether a name may begin with the word: as listed or, with a capital, near that."""
        return word.folded in self._root or (word.capital and bool(self._begun(word.folded)))

    def starting_at(self, passage: Passage, first: int) -> Iterator[NearForm]:
        """Yield the forms of two words or more that begin at the word, the longest first, none that is as listed."""
        paths: Sequence[_Path] = self._begun(passage.tokens[first])
        found: list[NearForm] = []
        for at in range(first + 1, len(passage.words)):
            if not paths or not passage.joined(at):
                break
            paths = [path for before in paths for path in _after(before, passage.tokens[at])]
            span = WordSpan(passage, first, at + 1)
            found += [NearForm(span, form, path.edited) for path in paths if path.changed for form in path.node.forms]
        return reversed(found)

    def _paths(self, word: str) -> tuple[_Path, ...]:
        """Return where a word leads to with which a name may begin."""
        if word in self._root:
            return (_Path(self._root[word], False, ()),)
        near = dict.fromkeys(self._first.meant(word)) if len(word) >= _SHORTEST else ()
        return tuple(path for token in near if (path := _step(self._root[token], word, token, ())))


def _after(path: _Path, word: str) -> Iterator[_Path]:
    """Yield where the path leads by one more word: to the same one or, where there is none, to those near it."""
    after = path.node.after
    if word in after:
        yield path._replace(node=after[word])
        return
    begun, length = beginnings(word), len(word)
    for token, node in after.items():
        near = abs(len(token) - length) <= _MOST_LETTERS and not begun.isdisjoint(beginnings(token))
        if near and (step := _step(node, word, token, path.edited)):
            yield step


def _step(node: Node, word: str, token: str, edited: tuple[str, ...]) -> _Path | None:
    """Return the path to the node of a token that the word is near, where it is; one letter may differ once."""
    if _agrees(word, token) or _sounds_like(word, token):
        return _Path(node, True, edited)
    return _Path(node, True, (word,)) if not edited and _is_edited(word, token) else None


def _agrees(word: str, token: str) -> bool:
    stem = token.rstrip(_ENDINGS)
    return len(stem) >= _SHORTEST_STEM and word.rstrip(_ENDINGS) == stem


def _sounds_like(word: str, token: str) -> bool:
    return min(len(word), len(token)) >= _SHORTEST and not keys(word).isdisjoint(keys(token))


def _is_edited(word: str, token: str) -> bool:
    return min(len(word), len(token)) >= _SHORTEST_EDITED and OSA.distance(word, token, score_cutoff=1) <= 1
