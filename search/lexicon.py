"""A generation goes in; its words and named entities come out, with how common they are and how they are printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from index.analysis import fold, fold_phrase
from index.documents import SEPARATOR, folded_spelling, spelling_field
from index.entities.gazetteer.gazetteer import NAMES, Gazetteer
from search.engine import Searcher
from search.naming import EntityKey, Naming
from search.plan import All, FacetRequest, Phrase, Plan, Term, Within

# A type or a group: F-16, T-72, M23. Its letter is a capital.
_DESIGNATION = re.compile(r"[a-z](?=\d)")


class Lexicon:
    """What can be suggested in one generation.

    Tables are made when first asked for; of threads that ask at once one may wait for another, or make the same.
    """

    def __init__(self, searcher: Searcher, gazetteer: Gazetteer, naming: Naming) -> None:
        self._searcher = searcher
        self._gazetteer = gazetteer
        self._naming = naming
        self._printed: dict[str, str] = {}

    @cached_property
    def words(self) -> Mapping[str, int]:
        """Folded word -> paragraphs that hold it."""
        return self._searcher.vocabulary("exact")

    @cached_property
    def entities(self) -> Mapping[EntityKey, int]:
        """Facet value -> articles that carry it."""
        requests = tuple(FacetRequest(kind, None) for kind in self._naming.kinds)
        matches = self._searcher.match(Plan(All(), limit=0, facets=requests))
        return {
            EntityKey(facet.field, count.value): count.articles for facet in matches.facets for count in facet.values
        }

    @cached_property
    def names(self) -> Mapping[EntityKey, tuple[tuple[str, ...], ...]]:
        """Facet value -> its names and known misspellings, each as its folded words, the label first."""
        return {key: _folded((*self._names(key), *self._misspellings(key))) for key in self.entities}

    @cached_property
    def short_names(self) -> Mapping[str, int]:
        """Folded name of one word, by which alone a facet value is found -> articles that carry the value."""
        counts: dict[str, int] = {}
        for key, articles in self.entities.items():
            for name in _folded(self._names(key)):
                if len(name) == 1 and key in self._naming.named(name[0]):
                    counts[name[0]] = max(counts.get(name[0], 0), articles)
        return counts

    def misspells(self, word: str, name: str) -> bool:
        """Whether folded `word` stands in a spelling of someone or something that has the folded `name`."""
        return not self._spelt_with.get(word, frozenset()).isdisjoint(self._naming.named(name))

    def printed(self, word: str) -> str:
        """The commonest spelling of a folded word: with its accents and hyphen, in lower case unless it is a name."""
        if word not in self._printed:
            self._printed[word] = self._hyphenated(word) or self._printed_alone(word)
        return self._printed[word]

    def name(self, word: str) -> str | None:
        """How the gazetteer writes a folded word, where most paragraphs that hold it mean a name by it."""
        return self._written.get(word) if 2 * self._meant_as_name[word] >= self.words.get(word, 0) else None

    def printed_spelling(self, key: EntityKey, spelling: str) -> str:
        """How a folded spelling of a facet value is printed: as the gazetteer writes it, or word by word."""
        for name in self._names(key):
            if folded_spelling(name) == spelling:
                return name
        capitals = key.kind == "person"
        words = [self._printed_alone(word) for word in spelling.split()]
        return " ".join(word[:1].upper() + word[1:] if capitals else word for word in words)

    def _printed_alone(self, word: str) -> str:
        if _DESIGNATION.match(word):
            return word.capitalize()
        return self.name(word) or self._accented.get(word, word)

    def _hyphenated(self, word: str) -> str | None:
        """The word in two parts, if it is there because these are joined by a hyphen: porteparole is porte-parole.

        A joined form stands at the position of its first part, so that the second one seems to follow it.
        """
        if (parts := self._halves(word)) is None:
            return None
        joined = Phrase(((Term("exact", word),), (Term("exact", parts[1]),)))
        matches = self._searcher.match(Plan(Within(joined), limit=0))
        together = 2 * matches.paragraphs >= self.words[word]
        first, second = map(self._printed_alone, parts)
        return f"{first.upper() if _DESIGNATION.match(word) else first}-{second}" if together else None

    def _halves(self, word: str) -> tuple[str, str] | None:
        """The most even division into two words, each at least as common as the whole, as parts of it must be."""
        count = self.words.get(word)
        if count is None:
            return None
        cuts = range(1, len(word))
        divided = ((word[:cut], word[cut:]) for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(word))))
        return next((parts for parts in divided if min(self.words.get(part, 0) for part in parts) >= count), None)

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """Folded word -> the word as the gazetteer writes it, for words that are names by themselves."""
        known = self._gazetteer.name_tokens()
        named = (form for form in self._gazetteer.forms if form.rule in (*NAMES, "metonym"))
        words = [word for form in named for word in form.words if word.capital and word.folded in known]
        return {word.folded: word.text for word in reversed(words)}

    @cached_property
    def _spelt_with(self) -> Mapping[str, set[EntityKey]]:
        """Folded word -> whom texts call by spellings with the word in them."""
        spelt: dict[str, set[EntityKey]] = {}
        for kind in self._naming.kinds:
            for term in self._searcher.vocabulary(spelling_field(kind)):
                value, _, spelling = term.partition(SEPARATOR)
                for word in spelling.split():
                    spelt.setdefault(word, set()).add(EntityKey(kind, value))
        return spelt

    @cached_property
    def _meant_as_name(self) -> Mapping[str, int]:
        """Folded word -> paragraphs in which it is part of a mention; a few are counted twice."""
        counts: Counter[str] = Counter()
        for kind in self._naming.kinds:
            for term, paragraphs in self._searcher.vocabulary(spelling_field(kind)).items():
                for word in set(term.partition(SEPARATOR)[2].split()):
                    counts[word] += paragraphs
        return counts

    def _names(self, key: EntityKey) -> Iterator[str]:
        yield self._naming.label(*key)
        if entity := self._gazetteer.entity(*key):
            yield from (alias.form for alias in entity.names)
            yield from entity.full_names
            if entity.surname:
                yield entity.surname

    def _misspellings(self, key: EntityKey) -> tuple[str, ...]:
        entity = self._gazetteer.entity(*key)
        return entity.seen_as if entity else ()

    @cached_property
    def _accented(self) -> Mapping[str, str]:
        """Folded word -> its commonest form with accents, where that is commoner than the form without."""
        forms = self._searcher.vocabulary("accented")
        plain = Counter(self.words)
        best: dict[str, str] = {}
        for form in sorted(forms, key=lambda each: (-forms[each], each)):
            word = fold(form)
            best.setdefault(word, form)
            plain[word] -= forms[form]
        return {word: form for word, form in best.items() if forms[form] >= plain[word]}


def _folded(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Names as their folded words, each once, without those that have none."""
    return tuple(dict.fromkeys(filter(None, map(fold_phrase, names))))
