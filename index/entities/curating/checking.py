"""Gazetteers go in; names claimed twice, and what a change of them does to the facets of articles, come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.article import Article
from index.document import Mention
from index.entities.gazetteer.entity import Alias, Case, SurnameAlone
from index.entities.gazetteer.forms import Form
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.recognise import Recogniser


@dataclass(frozen=True, slots=True)
class Collision:
    """A form that two or more entities of a kind claim, with no condition that tells them apart."""

    kind: str
    form: str
    entities: tuple[str, ...]


def collisions(gazetteer: Gazetteer) -> tuple[Collision, ...]:
    """Return the forms that are claimed twice without a rule, in the order of the gazetteer.

    Family names count, too: what is listed for one person is taken from all who bear it. Forms refused (`never`) do not
    count, nor do those that differ in the capitals they need, or every claim of which has conditions.
    """
    claims: dict[tuple[str, tuple[str, ...], str], list[Form]] = {}
    for form in (*gazetteer.forms, *gazetteer.surname_forms):
        if form.entity is not None:
            case = form.alias.form if form.alias.case is Case.EXACT else form.alias.case.value
            claims.setdefault((form.entity.kind, form.tokens, case), []).append(form)
    return tuple(_collisions(claims.values()))


def _collisions(claims: Iterable[list[Form]]) -> Iterator[Collision]:
    for forms in claims:
        entities = tuple(dict.fromkeys(form.entity.id for form in forms if form.entity))
        if len(entities) > 1 and forms[0].entity and _clash(forms):
            yield Collision(forms[0].entity.kind, forms[0].alias.form, entities)


def _clash(forms: Sequence[Form]) -> bool:
    """Return whether one of these claims holds wherever the form stands, or two people are known by it alone."""
    if any(form.rule != "surname" and not _has_rule(form.alias) for form in forms):
        return True
    famous = {
        form.entity.id
        for form in forms
        if form.entity and form.rule == "surname" and form.entity.surname_alone is SurnameAlone.ALWAYS
    }
    return len(famous) > 1


def _has_rule(alias: Alias) -> bool:
    return bool(alias.needs or alias.unless or alias.not_after or alias.not_before or alias.not_with)


@dataclass(frozen=True, slots=True)
class Effect:
    """How many articles, copies included, carry a facet value before and after a change of the gazetteer.

    Which articles are copies is not asked: recognition reads each of them.
    """

    kind: str
    entity: str
    label: str
    before: int
    after: int


def effects(stream: Iterable[tuple[Article, Sequence[Mention]]], after: Recogniser) -> tuple[Effect, ...]:
    """Return the facet values whose article counts differ, the greatest difference first; nothing is indexed.

    `stream` holds articles with the mentions that were found in them before.
    """
    counts: tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]] = (Counter(), Counter())
    labels: dict[tuple[str, str], str] = {}
    for article, before in stream:
        for counter, mentions in zip(counts, (before, after.mentions(article)), strict=True):
            found = {(mention.kind, mention.entity): mention.label for mention in mentions}
            labels |= found
            counter.update(found.keys())
    changed = [
        Effect(*key, label, counts[0][key], counts[1][key])
        for key, label in labels.items()
        if counts[0][key] != counts[1][key]
    ]
    return tuple(sorted(changed, key=lambda effect: (-abs(effect.after - effect.before), effect.kind, effect.label)))
