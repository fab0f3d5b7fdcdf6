"""A reading goes in; forms that count only beside other entities come out, and what names imply."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set

from index.entities.gazetteer.entity import Entity
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.reading import Conditional, Finding, Reading
from index.entities.text.passage import WordSpan

_OF = frozenset({"de", "d", "du", "des", "la", "l", "les"})


class ContextAliases:
    """Settles what waited for the rest of the article: « l'Alliance » is OTAN where OTAN is named otherwise."""

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the conditional forms whose condition holds; a person stands for the countries of the person, too.

        What is found may be what others wait for: « la Chambre des représentants », then « le Sénat ».
        """
        before = _present(reading)
        yield from self._held(reading, reading.conditionals, before)
        present = _present(reading)
        if present != before:
            later = [each for each in reading.conditionals if not each.form.alias.holds_beside(before)]
            yield from self._held(reading, later, present)

    def _held(self, reading: Reading, waiting: Sequence[Conditional], present: Set[str]) -> Iterator[Finding]:
        begun = _begun(reading) if waiting else {}
        for form, span in ((each.form, each.span) for each in waiting):
            entity = form.entity
            if entity is None or not form.alias.holds_beside(present):
                continue
            within = [] if reading.free(span) else _organisations_within(reading, span)
            if within is not None and not _is_of_other_country(reading, span, entity):
                reading.drop(within)
                # « le Parti démocrate », where the article is about the Parti démocrate de Corée
                yield Finding.by(form.rule, span, _last_before(begun.get(span.tokens, ()), span) or entity)


def _begun(reading: Reading) -> Mapping[tuple[str, ...], Sequence[Finding]]:
    """Return the words with which the names of organisations begin, up to all but one -> where those names stand."""
    begun: dict[tuple[str, ...], list[Finding]] = {}
    for found in sorted(reading.found("organisation"), key=lambda found: found.span.place):
        for length in range(1, len(found.span.tokens)):
            begun.setdefault(found.span.tokens[:length], []).append(found)
    return begun


def _last_before(named: Sequence[Finding], span: WordSpan) -> Entity | None:
    """Return the organisation named last before the words, if any."""
    place = bisect_left(named, span.place, key=lambda found: found.span.place)
    return named[place - 1].entity if place else None


def _present(reading: Reading) -> Set[str]:
    """Return the ids of what is found so far, and of the countries of the persons among it."""
    present = {finding.entity.id for finding in reading.findings}
    return present | {country for finding in reading.found("person") for country in finding.entity.countries}


def _organisations_within(reading: Reading, span: WordSpan) -> Sequence[Finding] | None:
    """Return the shorter names that the words hold, « Commandement des *Nations unies* »; None where others do."""
    parts = reading.parts(span)
    return parts if parts and all(part.entity.kind == "organisation" for part in parts) else None


def _is_of_other_country(reading: Reading, span: WordSpan, entity: Entity) -> bool:
    """Return whether a country stands right behind that is not the entity's: « Conseil de sécurité *biélorusse* »."""
    if entity.kind != "organisation":
        return False
    passage, at = span.passage, span.end
    while passage.joined(at) and passage.tokens[at] in _OF:
        at += 1
    behind = (
        found.entity for found in reading.findings_at(passage, at) if found.span.first == at and passage.joined(at)
    )
    return any(found.kind == "country" and found.id not in entity.countries for found in behind)


class Implied:
    """Adds what the name of an organisation stands for: Pentagone gives the United States."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the implied countries and organisations of everything found so far, on the same words."""
        for finding in list(reading.findings):
            for kind, name in itertools.product(("country", "organisation"), finding.entity.implies):
                if entity := self._gazetteer.entity(kind, name):
                    yield Finding(finding.span, entity, "implied", finding.confidence, nested=True)
