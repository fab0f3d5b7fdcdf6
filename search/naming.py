"""A name as a reader types it goes in, the facet values that it may mean come out, and their labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from index.analysis import ORDINARY, STOP_WORDS, clean_text, fold_phrase
from index.documents import SEPARATOR, folded_spelling, name_field, spelling_field
from index.entities.gazetteer.gazetteer import NAMES, Gazetteer
from search.engine import Searcher
from search.syntax import SOURCE

# « US » is the United States, « us » are customs.
_SHORTEST_ACRONYM = 3
# What is named so many times as often as an acronym of it stands anywhere is meant by it.
_FAMOUS = 10


class EntityKey(NamedTuple):
    """What identifies a facet value over all facets."""

    kind: str
    id: str


class Naming:
    """Names and labels in one generation: those of the gazetteer, and of what only the index knows.

    Tables are made when first asked for; of threads that ask at once one may wait for another, or make the same.
    """

    def __init__(self, gazetteer: Gazetteer, searcher: Searcher, kinds: Iterable[str]) -> None:
        self.kinds = tuple(kinds)
        self._gazetteer = gazetteer
        self._searcher = searcher
        self._labels: dict[str, Mapping[str, str]] = {}
        self._ids: dict[str, Mapping[str, str]] = {}

    def resolve(self, kind: str, text: str) -> str | None:
        """The value of a facet (or "source") that `text` names as id, label or alias; None for a stranger."""
        text = clean_text(text)
        if kind == SOURCE:
            return self._sources.get(folded_spelling(text))
        known = (self._gazetteer.resolve, self._unlisted, self._sounded)
        return next((value for look_up in known if (value := look_up(kind, text)) is not None), None)

    def _sounded(self, kind: str, text: str) -> str | None:
        return dict(self._gazetteer.sounding(text)).get(kind)

    def _unlisted(self, kind: str, text: str) -> str | None:
        labels = self.labels(kind)
        if text in labels:
            return text
        if kind not in self._ids:
            self._ids[kind] = {folded_spelling(label): value for value, label in labels.items()}
        return self._ids[kind].get(folded_spelling(text))

    def label(self, kind: str, value: str) -> str:
        """What readers see of a facet value."""
        return self._gazetteer.label(kind, value) or self.labels(kind).get(value, value)

    def listed(self, kind: str, value: str) -> bool:
        """Whether the gazetteer knows the value."""
        return self._gazetteer.label(kind, value) is not None

    def named(self, words: str) -> tuple[EntityKey, ...]:
        """The values that `words` are a name of, in a search for words.

        Little words may be left out of long names, or put in: « groupe de contact ukraine ».
        """
        found = (
            self._gazetteer.aliases_for(words)
            or self._loose_names.get(_telling(fold_phrase(words)))
            or self._acronym(words)
            or self._sounding(words)
        )
        return tuple(EntityKey(kind, value) for kind, value in found if kind in self.kinds)

    def _acronym(self, word: str) -> tuple[tuple[str, str], ...]:
        """Whom an acronym in small letters means: usa, not eau. One of two letters (us, eu) is always another word."""
        folded = "" if " " in word else folded_spelling(word)
        if " " in folded or len(folded) < _SHORTEST_ACRONYM or (folded in ORDINARY and word.islower()):
            return ()
        return tuple(
            (kind, value)
            for kind, value in self._gazetteer.aliases_for(word.upper())
            if self._is_meant(kind, value, folded)
        )

    def _sounding(self, word: str) -> tuple[tuple[str, str], ...]:
        """Whose family name a word is in another transliteration, unless texts mean something else by it."""
        return tuple(
            (kind, value)
            for kind, value in self._gazetteer.sounding(word)
            if self._is_spelt(kind, value, folded_spelling(word))
        )

    def _is_spelt(self, kind: str, value: str, word: str) -> bool:
        """Whether most paragraphs that hold a word mean the value by it."""
        meant = self._searcher.count(spelling_field(kind), f"{value}{SEPARATOR}{word}")
        return 2 * meant >= self._searcher.count("exact", word)

    def _is_meant(self, kind: str, value: str, word: str) -> bool:
        """Whether most paragraphs that hold a word mean the value by it, or the value is so famous that readers do."""
        famous = self._searcher.count(name_field(kind), value) >= _FAMOUS * self._searcher.count("exact", word)
        return famous or self._is_spelt(kind, value, word)

    @cached_property
    def _loose_names(self) -> Mapping[tuple[str, ...], tuple[EntityKey, ...]]:
        """Entities by the telling words of their names, where these are two or more."""
        table: dict[tuple[str, ...], tuple[EntityKey, ...]] = {}
        for form in self._gazetteer.forms:
            words = _telling(form.tokens)
            if form.entity and form.rule in NAMES and len(words) > 1 and not (form.alias.needs or form.alias.unless):
                known = table.get(words, ())
                table[words] = tuple(dict.fromkeys((*known, EntityKey(*form.entity.key))))
        return table

    def labels(self, kind: str) -> Mapping[str, str]:
        """The label of every value of a facet that the generation holds."""
        if kind not in self._labels:
            self._labels[kind] = self._searcher.labels(kind)
        return self._labels[kind]

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        counts = self._searcher.vocabulary(SOURCE)
        return {folded_spelling(source): source for source in sorted(counts, key=lambda each: counts[each])}


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in STOP_WORDS)
