"""A reading goes in; forms that count only beside other entities come out, and what names imply."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence, Set

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
        for form, span in ((each.form, each.span) for each in waiting):
            entity = form.entity
            if entity is None or not form.alias.holds_beside(present):
                continue
            within = [] if reading.free(span) else _organisations_within(reading, span)
            if within is not None and not _is_of_other_country(reading, span, entity):
                reading.drop(within)
                yield Finding.by(form.rule, span, _named_longer(reading, span) or entity)


def _named_longer(reading: Reading, span: WordSpan) -> Entity | None:
    """Return the organisation whose name the words began last before: « Parti démocrate » *de Corée*."""
    before = [found for found in reading.found("organisation") if found.span.place < span.place]
    longer = [found for found in before if found.span.tokens[: len(span.tokens)] == span.tokens != found.span.tokens]
    return max(longer, key=lambda found: found.span.place).entity if longer else None


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
