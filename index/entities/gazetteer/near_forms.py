"""A place in a passage goes in; the listed names of several words that begin there, some of them misspelt, come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from index.entities.gazetteer.forms import Form
from index.entities.gazetteer.trie import Node, Trie
from index.entities.lexicon.vocabulary import HEAD_WORDS, LINKING, NOT_IN_NAMES, OFFICIAL_HEADS
from index.entities.text.french_sounds import heard, sounds
from index.entities.text.memory import remembered
from index.entities.text.near_names import NearNames
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.similarity import beginnings, skeleton
from index.entities.text.transliteration import keys

_SHORTEST = 3
"""Letters of a word that sounds the same."""

_SHORTEST_EDITED, _SHORTEST_HEARD = 4, 4
"""Letters of one that another letter leaves recognisable, and of one that is said alike in French."""

_MOST_LETTERS = 3
"""By how many letters the spellings of a word may differ in length."""

_ENDINGS = "esx"
"""Letters by which French words agree, and which a translation leaves out: Médecins sans frontière."""

_SHORTEST_STEM = 3
_SHORTEST_SPELT, _SHORTEST_TORN, _SHORTEST_TORN_NAME, _SHORTEST_TORN_AND_MISSPELT = 4, 5, 6, 10
"""Letters of an acronym with a space inside, « O TAN »; of any word, of one that is no acronym, and of one that is
spelt otherwise, too."""

_HEADS = HEAD_WORDS | OFFICIAL_HEADS | {"ministere", "force", "forces", "etat"}
"""With these a name may begin in small letters, however far its first capital is."""

_LINKS = frozenset({"de", "du", "des", "d", "del"})
_PLACING = frozenset({"a", "en", "au"})
"""Small words that translations take one for another, and those that say where."""


_TELLING_DEPTH = 4
"""Words behind which one that is heard alike may be short."""

_NUMBER = re.compile(r"\d+")


class NearForm(NamedTuple):
    """A form that begins at a place, and the words of the text that stand for other ones of it than their own."""

    span: WordSpan
    form: Form
    unlike: tuple[str, ...]


class _Path(NamedTuple):
    """How far the words of a text have been followed: the node reached, and how they differ from its words."""

    node: Node
    changed: bool
    edited: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()


class NearForms:
    """Finds « Lockeed Martin » and « Nations uni »: each word as listed, agreeing otherwise or sounding the same.

    One word may differ by a letter instead. Looking one up costs the words of the text and the names that begin alike.
    `trie` has the forms, `first` are the words with which those that are sought begin; `known` ones are not misspelt at
    a beginning.
    """

    def __init__(self, trie: Trie, first: Collection[str], known: Collection[str]) -> None:
        self._root = {token: node for token, node in trie.root.items() if token in first}
        self._known = known
        self._second = frozenset(form.tokens[1] for node in self._root.values() for form in node.longer)
        self._heads = frozenset(token for token in self._root if token in _HEADS or token[0].isdigit())
        self._first: NearNames[str] = NearNames(sounds)
        for token in self._root:
            if len(token) >= _SHORTEST:
                self._first.add(token, token)
        self._single = {token: node for token, node in trie.root.items() if any(map(_is_single, node.forms))}
        self._begun = remembered(1 << 16)(self._paths)
        self._steps = lru_cache(maxsize=1 << 17)(lambda node, word: tuple(self._near_steps(node, word)))
        self._children = remembered(1 << 14)(_by_beginning)

    @cached_property
    def _skeletons(self) -> frozenset[str]:
        """The consonants of the words with which names begin: two words that are one of these have the same."""
        shortest = _SHORTEST_TORN_AND_MISSPELT - _MOST_LETTERS
        return frozenset(skeleton(token) for token in self._root if len(token) >= shortest)

    def beginnings(self, passage: Passage, is_left: Callable[[int], bool]) -> list[int]:
        """Return where a name of several words may begin, of the places that are left.

        That is at a capital, at the noun right before one, « groupe Ramstin », and at a head-word or a number.
        """
        before = [at - 1 for at in passage.capitals if at and passage.tokens[at - 1] in self._root]
        heads = () if self._heads.isdisjoint(passage.tokens) else passage.tokens
        inside = [at for at, token in enumerate(heads) if token in self._heads]
        joined = [at for at in {*passage.capitals, *before, *inside} if at + 1 in passage.joints]
        return sorted([at for at in joined if is_left(at) and self._may_begin(passage, at)])

    def _may_begin(self, passage: Passage, at: int) -> bool:
        """Return whether the word is as listed or, with a capital, near that; a second word is joined.

        Of words that are near one only those are looked up that a capital follows, or a word that is second in a name,
        and none behind another capital: that is a family name, mostly.
        """
        token, second = passage.tokens[at], passage.words[at + 1]
        if token in self._root:
            agreeing = any(second.folded in path.node.after for path in self._begun(token))
            if agreeing or self._steps(self._root[token], second.folded):
                return True
            return _is_torn(passage, at) or _is_torn(passage, at + 1)
        if self._is_one(passage, at):
            return True
        if _is_inside(passage, at) or not (
            second.capital or second.folded in self._second or passage.gaps[at + 1] == "-"
        ):
            return False
        return bool(self._begun(token)) or (_is_torn(passage, at) and bool(self._begun(token + second.folded)))

    def _is_one(self, passage: Passage, at: int) -> bool:
        """Return whether the first word of a name has got a space inside: « Bundes wehr », « Ro yal Air Force »."""
        if passage.gaps[at + 1 : at + 2] != (" ",) or not passage.words[at].capital:
            return False
        first, second = passage.tokens[at : at + 2]
        whole = first + second
        if passage.words[at + 1].capital:
            if whole not in self._single and whole not in self._root:
                return False
            spelt = all(word.text.isupper() for word in passage.words[at : at + 2])
            return len(whole) >= (_SHORTEST_SPELT if spelt else _SHORTEST_TORN)
        if whole in self._root:
            return len(whole) >= _SHORTEST_TORN
        # « Oukroboron prom »: misspelt as well.
        if len(whole) < _SHORTEST_TORN_AND_MISSPELT or first in self._known or second in NOT_IN_NAMES:
            return False
        return skeleton(whole) in self._skeletons and bool(self._begun(whole)) and not self._begun(first)

    def _whole(self, passage: Passage, first: int) -> Iterator[_Path]:
        """Yield where this word and the next lead to as one: to a name, or to an acronym, « CENT COM »."""
        whole = "".join(passage.tokens[first : first + 2])
        begun = self._begun(whole)
        if not begun and whole in self._single and passage.words[first + 1].capital:
            yield _Path(self._single[whole], True)
        yield from (path._replace(changed=True) for path in begun)

    def starting_at(self, passage: Passage, first: int) -> Iterator[NearForm]:
        """Yield the forms that two words or more from this one on mean, the longest first, none that is as listed."""
        tokens, found = passage.tokens, list[NearForm]()
        ways = {first + 1: list(self._begun(tokens[first]))}  # place behind the last word -> where the words lead to
        if _is_torn(passage, first) or self._is_one(passage, first):
            ways[first + 2] = list(self._whole(passage, first))
        for end in range(first + 1, len(tokens) + 1):
            span, paths = WordSpan(passage, first, end), ways.pop(end, [])
            told = [path for path in paths if path.changed and end > first + 1]
            found += [NearForm(span, form, path.edited + path.heard) for path in told for form in path.node.forms]
            if paths and passage.joined(end):
                ways.setdefault(end + 1, []).extend(on for path in paths for on in self._after(path, tokens[end]))
                if _is_torn(passage, end):
                    whole = "".join(tokens[end : end + 2])
                    torn = (on._replace(changed=True) for path in paths for on in self._after(path, whole))
                    ways.setdefault(end + 2, []).extend(torn)
            if not any(ways.values()):
                break
        return reversed(found)

    def _paths(self, word: str) -> tuple[_Path, ...]:
        """Return where a word leads to with which a name may begin."""
        # « Force armées maliennes », « Coré du Sud »
        plural = word.removesuffix("s") if word.endswith("s") else f"{word}s"
        others = (plural, f"{word}e") if len(word) >= _SHORTEST_EDITED else (plural,)
        agreeing = tuple(_Path(self._root[other], True) for other in others if other in self._root)
        if word in self._root:
            return (_Path(self._root[word], False), *agreeing)
        if word in self._known:
            return agreeing if len(word) >= _SHORTEST_EDITED else ()  # « l'Arabi saoudite », though somebody is Arabi
        if len(word) < _SHORTEST:
            return ()
        near = (_step(self._root[token], word, token) for token in dict.fromkeys(self._first.meant(word)))
        return (*filter(None, near), *self._glued(word))

    def _after(self, path: _Path, word: str) -> Iterator[_Path]:
        """Yield where the path leads by one more word: to the same one or, where there is none, to those near it.

        « Groupe du soutien … » may be meant by « Groupe de soutien … », though other names go on with « du ».
        """
        if word in path.node.after:
            yield path._replace(node=path.node.after[word])
            if word not in _LINKS:
                return
        for step in self._steps(path.node, word):
            if not (step.edited and path.edited):
                yield step._replace(edited=step.edited or path.edited, heard=path.heard + step.heard)

    def _near_steps(self, node: Node, word: str) -> Iterator[_Path]:
        """Yield where a node leads by a word near one of those behind it.

        One small word stands for another, « Clan de Golfe », and one word for two, « L'Orient-Lejour ».
        """
        after, length = node.after, len(word)
        links = next((links for links in (_LINKS, _PLACING) if word in links), None)
        if links is not None:
            yield from (_Path(after[link], True) for link in after.keys() & links if link != word)
            return
        for at in range(1, length):
            if (first := after.get(word[:at])) and word[at:] in first.after:
                yield _Path(first.after[word[at:]], True)
        children = self._children(node)
        for token in {token for begun in beginnings(word) for token in children.get(begun, ())}:
            if abs(len(token) - length) > _MOST_LETTERS:
                continue
            if step := _step(after[token], word, token):
                yield step
            elif node.depth >= _TELLING_DEPTH and heard(word) == heard(token):
                yield _Path(after[token], True, heard=(word,))  # « l'Armée unie de l'État Oua »

    def _glued(self, word: str) -> Iterator[_Path]:
        """Yield where the first two words of a name lead to that are run together: « Courdes comptes »."""
        for at in range(_SHORTEST, len(word) - 1):
            if (node := self._root.get(word[:at])) and word[at:] in node.after:
                yield _Path(node.after[word[at:]], True)


def _is_inside(passage: Passage, at: int) -> bool:
    """Return whether a capitalised word that is no article is joined from the left."""
    return passage.joined(at) and passage.words[at - 1].capital and passage.tokens[at - 1] not in LINKING


def _is_torn(passage: Passage, at: int) -> bool:
    """Return whether a name may have got a space inside here, or a word a hyphen: Thyssen Krupp, auto-défense."""
    if at + 1 < len(passage.words) and passage.gaps[at + 1] == "-":
        return True
    if at + 1 >= len(passage.words) or passage.gaps[at + 1] != " " or not passage.words[at].capital:
        return False
    if passage.tokens[at] in LINKING:
        return False
    return passage.words[at + 1].capital or passage.words[at + 1].text.isdigit()


def _is_single(form: Form) -> bool:
    """Return whether an organisation has one word for a name, which may be a longer acronym: EUFOR, Baykar."""
    if form.kind != "organisation" or len(form.tokens) != 1 or form.rule != "alias":
        return False
    return len(form.tokens[0]) >= (_SHORTEST_SPELT if form.is_acronym else _SHORTEST_TORN_NAME)


def is_torn_name(near: NearForm, places: Container[str]) -> bool:
    """Return whether the words are one that got a space inside: « CENT COM », « Eu For »; in Turkey « Bay Kar », too.

    `places` are the countries that the article names.
    """
    form = near.form
    if not _is_single(form) or "".join(near.span.tokens) != form.tokens[0] or near.span.end - near.span.first == 1:
        return False
    return form.is_acronym or (form.entity is not None and form.entity.country in places)


def _by_beginning(node: Node) -> Mapping[str, Sequence[str]]:
    """Return the words behind a node by what they begin with."""
    children: dict[str, list[str]] = {}
    for token in node.after:
        for begun in beginnings(token):
            children.setdefault(begun, []).append(token)
    return children


def _step(node: Node, word: str, token: str) -> _Path | None:
    """Return the path to the node of a token that the word is near, where it is."""
    if (word[-1].isdigit() or token[-1].isdigit()) and _NUMBER.findall(word) != _NUMBER.findall(token):
        return None  # « Bruxelles 25 » is not Bruxelles 2
    if _agrees(word, token) or _sounds_like(word, token):
        return _Path(node, True)
    if _is_heard_as(word, token):
        return _Path(node, True, heard=(word,))
    return _Path(node, True, edited=(word,)) if _is_edited(word, token) else None


def _agrees(word: str, token: str) -> bool:
    stem = token.rstrip(_ENDINGS)
    return len(stem) >= _SHORTEST_STEM and word.rstrip(_ENDINGS) == stem


def _sounds_like(word: str, token: str) -> bool:
    return min(len(word), len(token)) >= _SHORTEST and not keys(word).isdisjoint(keys(token))


def _is_heard_as(word: str, token: str) -> bool:
    return min(len(word), len(token)) >= _SHORTEST_HEARD and heard(word) == heard(token)


def _is_edited(word: str, token: str) -> bool:
    return min(len(word), len(token)) >= _SHORTEST_EDITED and OSA.distance(word, token, score_cutoff=1) <= 1
