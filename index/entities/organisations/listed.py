"""The words of an organisation's name go in; the listed body that they mean comes out, however they are linked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.entities.gazetteer.entity import Entity
from index.entities.lexicon.vocabulary import LINKING
from index.entities.reading import Reading
from index.entities.text.passage import WordSpan
from index.entities.text.words import folded

_TELLING, _FEWEST = 3, 2
"""Words that a name needs beside those of its country, and one that has its country: « Parti démocrate » has many
bearers, « Armée de l'air d'Ukraine » has one."""

_OF_STATE = frozenset({"cour", "parlement", "assemblee", "conseil", "senat", "chambre"})
"""Bodies of which a state has one: « la Cour suprême » is that of the country that the article is about."""

_ROOT, _LONG = 6, 10
"""Letters that words of one root begin with, and of a word that may begin with « anti »."""

_LINKING = LINKING | {"contre"}

_LONGEST = 4
"""Words of a country's name at most."""

_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

Content = frozenset[str]
"""The words of a name without their endings, the small ones, and those of countries."""


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A listed organisation of that content, and the ids of the countries that its name has, too."""

    entity: Entity
    countries: frozenset[str]


class ListedOrganisations:
    """Knows « Parti *de l'*action nationaliste » and, in an article on Turkey, what is listed as « … (Turquie) »."""

    def __init__(
        self, organisations: Iterable[Entity], countries: Iterable[Entity], translations: Mapping[str, str]
    ) -> None:
        self._organisations = tuple(organisations)
        self._translations = {_stem(word): _stem(first) for word, first in translations.items()}
        self._countries = _country_names(countries)
        self._begun = {name[0] for name in self._countries if name}

    @cached_property
    def _bearers(self) -> Mapping[Content, Mapping[str, _Bearer]]:
        """Content of a name -> id of an organisation that has it -> that one; made when a name first asks for it."""
        found: dict[Content, dict[str, _Bearer]] = {}
        for entity in self._organisations:
            for tokens in (folded(alias.form) for alias in entity.names):
                content, ids = self._content(tokens) if len(tokens) > _FEWEST else _NOTHING
                if len(content) >= (_FEWEST if ids else _TELLING):
                    bearers = found.setdefault(content, {})
                    if entity.id not in bearers or not ids:
                        bearers[entity.id] = _Bearer(entity, ids)
        return found

    @cached_property
    def _rooted(self) -> Mapping[Content, Sequence[Content]]:
        """The roots of the words of a name -> the contents, of several words each, that have them."""
        found: dict[Content, list[Content]] = {}
        for content in self._bearers:
            if len(content) >= _TELLING:
                found.setdefault(_roots(content), []).append(content)
        return found

    @cached_property
    def _translated(self) -> Mapping[Content, Sequence[_Bearer]]:
        """Content of a name, in the words that stand for all that translations take for them -> who has it."""
        found: dict[Content, dict[str, _Bearer]] = {}
        for content, bearers in self._bearers.items():
            found.setdefault(self._translation(content), {}).update(bearers)
        return {content: tuple(bearers.values()) for content, bearers in found.items()}

    def _translation(self, content: Content) -> Content:
        return frozenset([self._translations.get(word, word) for word in content])

    @cached_property
    def _bare(self) -> Mapping[tuple[str, ...], Sequence[Entity]]:
        """Folded label without its bracket -> the organisations with it."""
        found: dict[tuple[str, ...], list[Entity]] = {}
        for entity in self._organisations:
            if entity.bare_label:
                found.setdefault(folded(entity.bare_label), []).append(entity)
        return found

    def meant(self, reading: Reading, span: WordSpan) -> Entity | None:
        """Return the one listed organisation that the words can mean in this article, or None."""
        content, ids = self._content(_without_acronym(span))
        bearers: Sequence[_Bearer] = tuple(self._bearers.get(content, {}).values()) if len(content) >= _FEWEST else ()
        if len(content) < _TELLING and not ids:
            subject = _subject(reading, span) if span.tokens[0] in _OF_STATE else None
            bearers = [bearer for bearer in bearers if subject is not None and bearer.entity.country == subject]
        fitting = _fitting(bearers, ids, reading, span)
        if not bearers and (ids or len(content) >= _TELLING):
            fitting = _fitting(self._derived(content), ids, reading, span) or _fitting(
                self._translated.get(self._translation(content), ()), ids, reading, span
            )
        return fitting.popitem()[1] if len(fitting) == 1 else None

    def _derived(self, content: Content) -> Iterator[_Bearer]:
        """Yield those in whose name one word is derived otherwise: « Coalition patriotique »."""
        for own in self._rooted.get(_roots(content), ()):
            if len(content - own) == len(own - content) == 1:
                yield from self._bearers[own].values()

    def introduced(self, reading: Reading, span: WordSpan) -> Entity | None:
        """Return the one listed in this country with a bracket behind, whose name something says to be a body's.

        « Le journal Mutations » is what is listed as « Mutations (journal) », in an article on Cameroon.
        """
        bodies = self._bare.get(span.tokens, ())
        named = _named(reading) if bodies else ()
        fitting = [each for each in bodies if each.country is None or each.country in named]
        return fitting[0] if len(fitting) == 1 else None

    def _content(self, tokens: Sequence[str]) -> tuple[Content, frozenset[str]]:
        """Return the content of a name, and the ids of the countries that it names."""
        if self._begun.isdisjoint(tokens):
            return frozenset([_stem(token) for token in tokens if token not in _LINKING]), frozenset()
        told, ids, at = set[str](), set[str](), 0
        while at < len(tokens):
            length = self._country_at(tokens, at)
            if length:
                ids |= self._countries[tuple(tokens[at : at + length])]
            elif tokens[at] not in _LINKING:
                told.add(_stem(tokens[at]))
            at += length or 1
        return frozenset(told), frozenset(ids)

    def _country_at(self, tokens: Sequence[str], at: int) -> int:
        """Return how many words name a country here; 0 for none."""
        if tokens[at] not in self._begun:
            return 0
        lengths = range(_LONGEST, 0, -1)
        return next((length for length in lengths if tuple(tokens[at : at + length]) in self._countries), 0)


def _roots(content: Content) -> Content:
    """Return the letters that the words of one root have in common; a short word is its own root."""
    return frozenset([word[:_ROOT] for word in content])


def _stem(token: str) -> str:
    """Return a word without its ending, as English has it, too: « Agence Internationale d'Energy Atomic ».

    What is against something is left without « anti »: « Haute Cour contre la corruption ».
    """
    stem = token.removeprefix("anti") if len(token) > _LONG else token
    stem = stem.rstrip("esx").replace("z", "s")
    return f"{stem[:-3]}ic" if stem.endswith("iqu") else f"{stem[:-1]}i" if stem.endswith("y") else stem


def _without_acronym(span: WordSpan) -> tuple[str, ...]:
    """Return the folded words without an acronym behind them: « Service fédéral de renseignement BND »."""
    return span.tokens[:-1] if span.words[-1].text.isupper() else span.tokens


def _country_names(countries: Iterable[Entity]) -> Mapping[tuple[str, ...], set[str]]:
    """Return folded name or demonym -> ids of the countries it may mean."""
    names: dict[tuple[str, ...], set[str]] = {}
    for country in countries:
        for form in (alias.form for alias in (*country.names, *country.demonyms)):
            names.setdefault(folded(form), set()).add(country.id)
    return names


def _fitting(bearers: Iterable[_Bearer], ids: Collection[str], reading: Reading, span: WordSpan) -> dict[str, Entity]:
    """Return the organisations among the bearers that the name fits here, by id."""
    return {each.entity.id: each.entity for each in bearers if _fits(each, ids, reading, span)}


def _fits(bearer: _Bearer, ids: Collection[str], reading: Reading, span: WordSpan) -> bool:
    """Return whether the organisation's country is the one of the name or, where that has none, of the article."""
    country = bearer.entity.country
    if ids:
        return country in ids or bearer.countries == ids
    if country is None:
        return not bearer.countries
    return country in (_subjects(reading, span) if bearer.countries else _named(reading))


def _named(reading: Reading) -> Counter[str]:
    """Return id of a country -> how often the article names it."""
    return Counter(finding.entity.id for finding in reading.found("country"))


def _subject(reading: Reading, span: WordSpan) -> str | None:
    """Return the id of the one country that the words are surely about: named most often, and last before them."""
    named, subjects = _named(reading), _subjects(reading, span)
    most = max(named.values(), default=0)
    return next(iter(subjects)) if len(subjects) == 1 and sum(count == most for count in named.values()) == 1 else None


def _subjects(reading: Reading, span: WordSpan) -> set[str]:
    """Return the ids of the countries that the words are likely about: named most often, or last before them."""
    named = _named(reading)
    most = max(named.values(), default=0)
    before = [finding for finding in reading.found("country") if finding.span.place < span.place]
    nearest = max(before, key=lambda finding: finding.span.place, default=None)
    return {country for country, count in named.items() if count == most} | ({nearest.entity.id} if nearest else set())
