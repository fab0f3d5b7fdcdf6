"""A reading goes in; organisations that no gazetteer lists come out, known by their head-word or their acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from index.entities.gazetteer.entity import Entity
from index.entities.lexicon.lexicon import Lexicon
from index.entities.organisations.listed import ListedOrganisations
from index.entities.organisations.names import OrganisationName, OrganisationNames
from index.entities.persons.known_names import LEAST_KEYS, KnownNames
from index.entities.reading import Finding, Reading
from index.entities.rules.misspelt_names import MisspeltNames
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import slug

_ARTICLE = re.compile(r"^(?:l|le|la|les)-(?=.)")
"""What makes no other organisation of a name: « Le Bivouac » and « du Bivouac »."""

_SHORTEST_PERSON, _LONGEST_PERSON = 2, 3
"""Words of a person's name behind that of a body."""

_QUOTES = re.compile(r"[«»“”\"]")


# The folded words of names -> where each stands first.
Spans: TypeAlias = Mapping[tuple[str, ...], WordSpan]


class UnlistedOrganisations:
    """Finds « Institut X de recherche maritime (IXRM) »; then « l'Institut X » and « l'IXRM » mean the same.

    What turns out to be a listed organisation in other words is taken for that.
    """

    def __init__(
        self, lexicon: Lexicon, listed: ListedOrganisations, misspelt: MisspeltNames, persons: KnownNames
    ) -> None:
        self._persons = persons
        self._names = OrganisationNames(lexicon)
        self._listed = listed
        self._misspelt = misspelt

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the names, longest first, and the acronyms that stand for them elsewhere in the article."""
        names = [name for passage in reading.passages for name in self._without_persons(reading, passage)]
        acronyms: dict[str, Entity] = {}
        sure = {name.span.tokens: name.span for name in reversed(names) if name.sure}
        for name in sorted(names, key=lambda name: name.span.first - name.span.end):
            if not _is_left(reading, name.span):
                continue
            if name.sure and (listed := self._misspelt.meant(reading, name.span.passage, name.span.first)):
                yield Finding.by("misspelt_name", name.span._replace(end=name.span.first + 1), listed)
            elif name.sure and (listed := self._misspelt.meant_torn(reading, name.span)):
                yield Finding.by("misspelt_name", name.span, listed)
            elif entity := self._entity(reading, name, sure):
                yield Finding.by("context_alias" if entity.listed else "unlisted_organisation", name.span, entity)
                acronyms |= {name.acronym: entity} if name.acronym else {}
        if acronyms:
            yield from _acronyms(reading, acronyms)

    def _without_persons(self, reading: Reading, passage: Passage) -> Iterator[OrganisationName]:
        """Yield the names in a passage, without those of listed persons behind them; one word alone is left out."""
        for name in self._names.names(reading, passage):
            span = self._without_person(name.span)
            if span.end == name.span.end:
                yield name
            elif span.end - span.first > 1:
                yield replace(name, span=span)

    def _without_person(self, span: WordSpan) -> WordSpan:
        """Return the span without a person's name that ends it, respelt: « Conseil de défense Roustème Oumérov »."""
        for words in range(_LONGEST_PERSON, _SHORTEST_PERSON - 1, -1):
            person = span._replace(first=span.end - words)
            if person.first > span.first and _is_name_like(person) and self._sounds_like_person(person.tokens):
                return span._replace(end=person.first)
        return span

    def _sounds_like_person(self, tokens: tuple[str, ...]) -> bool:
        return any(letters >= LEAST_KEYS for _, letters in self._persons.sounding(tokens).values())

    def _entity(self, reading: Reading, name: OrganisationName, sure: Spans) -> Entity | None:
        """Return the listed organisation that is meant, or a new one if the words surely name one."""
        if listed := self._listed.meant(reading, name.span):
            return listed
        return (self._listed.introduced(reading, name.span) or _unlisted(name, sure)) if name.sure else None


def _is_name_like(span: WordSpan) -> bool:
    """Return whether words with capitals, and nothing but blanks between them and before, may be a person's name."""
    passage = span.passage
    return all(passage.words[at].capital and passage.gaps[at] == " " for at in range(span.first, span.end))


def _is_left(reading: Reading, span: WordSpan) -> bool:
    """Return whether no longer name has taken the first word, or the next where a place begins the name."""
    return any(reading.is_free(span.passage, at) for at in range(span.first, min(span.first + 2, span.end)))


def _unlisted(name: OrganisationName, sure: Spans) -> Entity:
    """Return the organisation so named: under its longest name in the article that begins like this one."""
    begun = name.span.tokens
    longer = [span for tokens, span in sure.items() if tokens[: len(begun)] == begun]
    text = " ".join(_QUOTES.sub(" ", max(longer, key=lambda span: span.end - span.first).label).split())
    return Entity("organisation", _ARTICLE.sub("", slug(text)), text, listed=False)


def _acronyms(reading: Reading, acronyms: Mapping[str, Entity]) -> Iterator[Finding]:
    for passage in reading.passages:
        for at in passage.capitals:
            text = passage.words[at].text
            if text in acronyms and reading.is_free(passage, at):
                yield Finding.by("unlisted_acronym", WordSpan(passage, at, at + 1), acronyms[text])
