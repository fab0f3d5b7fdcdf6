"""What stands in the search box goes in, its completions come out: entities first, then words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from index.analysis import STOP_WORDS, Analyzer, fold, readings
from index.document import Token
from search.lexicon import Lexicon
from search.naming import EntityKey, Naming
from search.results import Suggestion
from search.syntax import AFTER, BEFORE, TITLE, as_value, box_name, field_names
from search.syntax.lexing import OPERATORS, lexemes

Key = TypeVar("Key")

# Words of the box that may be the beginning of one name.
_LONGEST_TAIL = 6
# Nobody completes what stands further back.
_LOOKED_AT = 200
_AFTER_ALL = "\U0010ffff"
# Completions begin after the last of these signs or operators.
_BREAK = re.compile(rf"[\"«»“”„()]|(?:^|\s)(?:{'|'.join(OPERATORS)})\s")
_FIELD = re.compile(r"(?P<name>[^\W\d_]+):-?(?P<value>\s*[\"«“][^\"«»“”]*|[^\s\"«»“”()]*)$")
_PLAIN_LABEL = re.compile(r"[\w'’. -]+")


class Box(NamedTuple):
    """The search box: `field` is the one that a value is typed for, None for words; completions begin at `begin`.

    `quoting` says whether a quote is open there, so that names mean nothing but their words.
    """

    text: str
    field: str | None
    begin: int
    quoting: bool = False


class Tail(NamedTuple):
    """The end of the box from `start` on, folded, as the beginning of a name or word."""

    start: int
    prefix: str


class Completions(Generic[Key]):
    """Sorted texts, each with what it stands for and how common that is; a prefix is found without a scan."""

    def __init__(self, texts: Iterable[tuple[str, Key, int]]) -> None:
        ordered = sorted(texts, key=lambda each: each[0])
        self._texts = [text for text, _, _ in ordered]
        self._keys = [key for _, key, _ in ordered]
        self._counts = np.array([count for _, _, count in ordered], np.int64)

    def commonest(self, prefix: str, limit: int) -> Iterator[tuple[Key, int]]:
        """What texts beginning with `prefix` stand for, commonest first, each once; `limit` texts are looked at."""
        start, stop = bisect_left(self._texts, prefix), bisect_left(self._texts, prefix + _AFTER_ALL)
        counts = self._counts[start:stop]
        best = np.argpartition(-counts, limit)[:limit] if len(counts) > limit else np.arange(len(counts))
        seen: set[Key] = set()
        for place in sorted(best.tolist(), key=lambda each: (-counts[each], each)):
            key = self._keys[start + place]
            if key not in seen:
                seen.add(key)
                yield key, int(counts[place])


class Suggester:
    """Completes search boxes over one generation."""

    def __init__(self, lexicon: Lexicon, naming: Naming, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._lexicon = lexicon
        self._naming = naming
        self._fields = field_names(naming.kinds)

    def suggest(self, text: str, limit: int) -> tuple[Suggestion, ...]:
        """At most `limit` completions; half of them entities, where there are words too."""
        box = self._box(text)
        typed = self._parts(text[box.begin :])
        tails = list(_tails(box, typed))
        if not tails or box.field in (AFTER, BEFORE):
            return ()
        entities = list(islice(self._entities(box, tails, limit), limit))
        words = list(self._words(box, _last_word(box, typed), limit))
        shown = entities[: max(limit - len(words), (limit + 1) // 2)]
        told = {fold(suggestion.text) for suggestion in shown}
        return (*shown, *(word for word in words if fold(word.text) not in told))[:limit]

    def _box(self, text: str) -> Box:
        first = max(0, len(text) - _LOOKED_AT)
        if (typed := _FIELD.search(text, first)) and (field := self._fields.get(fold(typed["name"]))):
            return Box(text, field, typed.start("value"))
        begin = max((sign.end() for sign in _BREAK.finditer(text, first)), default=first)
        lexed = lexemes(text[first:], self._fields)
        return Box(text, None, begin, quoting=any(each.text == "unbalanced_quote" for each in lexed))

    def _entities(self, box: Box, tails: Sequence[Tail], limit: int) -> Iterator[Suggestion]:
        if box.field == TITLE or box.quoting:
            return
        seen: set[EntityKey] = set()
        for tail in tails:
            for key, count in self._names.commonest(tail.prefix, 8 * limit):
                if key not in seen and box.field in (None, key.kind):
                    seen.add(key)
                    label = self._naming.label(*key)
                    yield Suggestion(label, key.kind, key.id, count, self._completed(box, tail.start, key, label))

    def _parts(self, text: str) -> list[Token]:
        """The words of a text, those with hyphens in parts."""
        return [part for word in readings(self._analyzer.tokens(text)) for part in word[-1]]

    def _words(self, box: Box, tail: Tail | None, limit: int) -> Iterator[Suggestion]:
        if tail is not None and box.field in (None, TITLE):
            for word, count in self._terms.commonest(tail.prefix, limit):
                printed = self._lexicon.printed(word)
                yield Suggestion(printed, "", "", count, box.text[: tail.start] + printed)

    def _completed(self, box: Box, start: int, key: EntityKey, label: str) -> str:
        """The box with an entity put in: as plain words where these are understood as its name, else as a filter."""
        if box.field is not None:
            return box.text[: box.begin] + as_value(label)
        before = box.text[:start]
        negated = before.endswith("-") and " " in label
        if not negated and _PLAIN_LABEL.fullmatch(label) and key in self._naming.named(label):
            return before + label
        return f"{before}{box_name(key.kind)}:{as_value(label)}"

    @cached_property
    def _names(self) -> Completions[EntityKey]:
        """Every name from its beginning, and labels from each telling word too: « zel » is Volodymyr Zelensky."""
        entities, names = self._lexicon.entities, self._lexicon.names
        beginnings = ((key, begin) for key in entities for begin in _beginnings(names[key]))
        return Completions((" ".join(words), key, entities[key]) for key, words in beginnings)

    @cached_property
    def _terms(self) -> Completions[str]:
        return Completions((word, word, count) for word, count in self._lexicon.words.items() if word not in STOP_WORDS)


def _beginnings(names: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield from names
    label = names[0] if names else ()
    yield from (label[place:] for place in range(1, len(label)) if label[place] not in STOP_WORDS)


def _tails(box: Box, words: Sequence[Token]) -> Iterator[Tail]:
    """The last words of the box that may be the beginning of a name, most words first."""
    last = words[-_LONGEST_TAIL:]
    rest = box.text[box.begin + last[-1].end :] if last else ""
    if rest.strip():
        return
    for place, word in enumerate(last):
        if not _continues_word(box.text, box.begin + word.start):
            prefix = " ".join(each.exact for each in last[place:]) + " " * bool(rest)
            yield Tail(box.begin + word.start, prefix)


def _last_word(box: Box, words: Sequence[Token]) -> Tail | None:
    """The word at the very end of the box, its parts joined if it has hyphens."""
    if not words or box.begin + words[-1].end != len(box.text.rstrip("-")):
        return None
    first = len(words) - 1
    while first and _continues_word(box.text, box.begin + words[first].start):
        first -= 1
    return Tail(box.begin + words[first].start, "".join(word.exact for word in words[first:]))


def _continues_word(text: str, start: int) -> bool:
    """Whether a part of a hyphenated word that is not its first begins here."""
    return text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalnum()
