"""The mentions of an article go in; for each facet value the words, rules and places that speak for it come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.document import Mention


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words found by one rule, with one confidence, and the paragraphs they stand in, each once."""

    words: str
    rule: str
    confidence: float
    ordinals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A facet value of an article, and what puts it there, in the order of reading."""

    kind: str
    id: str
    label: str
    listed: bool
    evidence: tuple[Evidence, ...]


def evidenced(mentions: Iterable[Mention], kinds: Sequence[str]) -> tuple[tuple[str, tuple[Evidenced, ...]], ...]:
    """The values of an article by kind, those of a kind in the order of reading.

    Kinds come in the order of `kinds`, those that are no facets any more last.
    """
    places = {kind: place for place, kind in enumerate(kinds)}
    by_value: dict[tuple[str, str], list[Mention]] = {}
    for mention in sorted(mentions, key=lambda each: (each.ordinal, each.start)):
        by_value.setdefault((mention.kind, mention.entity), []).append(mention)
    by_kind: dict[str, list[Evidenced]] = {}
    for (kind, _), own in by_value.items():
        by_kind.setdefault(kind, []).append(_value(own))
    ordered = sorted(by_kind, key=lambda kind: places.get(kind, len(places)))
    return tuple((kind, tuple(by_kind[kind])) for kind in ordered)


def _value(mentions: Sequence[Mention]) -> Evidenced:
    first = mentions[0]
    return Evidenced(first.kind, first.entity, first.label, first.listed, tuple(_pieces(mentions)))


def _pieces(mentions: Iterable[Mention]) -> Iterator[Evidence]:
    """Mentions with the same words, rule and confidence are one piece of evidence."""
    pieces: dict[tuple[str, str, float], list[int]] = {}
    for mention in mentions:
        pieces.setdefault((mention.words, mention.rule, mention.confidence), []).append(mention.ordinal)
    for piece, ordinals in pieces.items():
        yield Evidence(*piece, tuple(ordinal for ordinal, _ in groupby(ordinals)))
