"""A reading goes in; ministries named by their field and their country come out, however the words are ordered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.entities.confidence import CONFIDENCE
from index.entities.entity import Entity
from index.entities.passage import Passage
from index.entities.reading import Finding, Reading
from index.entities.vocabulary import COMPLEMENTS, MINISTRY_FIELDS, PREPOSITIONS
from index.entities.words import folded, slug

_HEAD = "ministere"
_LINKS = PREPOSITIONS | {"et", "a"}

Office = tuple[frozenset[str], str]
"""The words of a ministry's field, and the id of its country."""


class Ministries:
    """Finds « ministère polonais de l'Intérieur », and takes it for the listed one of that field and country if any."""

    def __init__(self, organisations: Iterable[Entity]) -> None:
        self._listed: dict[Office, Entity] = {}
        for entity in organisations:
            for alias in entity.names:
                tokens = folded(alias.form)
                if entity.country and tokens[:1] == (_HEAD,) and (field := MINISTRY_FIELDS.intersection(tokens)):
                    self._listed.setdefault((field, entity.country), entity)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the ministries that are named with their country."""
        for passage in reading.passages:
            for at, word in enumerate(passage.words):
                if word.folded == _HEAD and reading.free(passage, at, at + 1):
                    yield from self._at(reading, passage, at)

    def _at(self, reading: Reading, passage: Passage, first: int) -> Iterator[Finding]:
        countries = _countries(reading, passage)
        end, last = first + 1, first + 1
        country, field = "", set()
        while end < len(passage.words) and passage.joined(end):
            word = passage.words[end].folded
            if end in countries and not (country and country != countries[end]):
                country, last = countries[end], end + 1
            elif word in MINISTRY_FIELDS or (word in COMPLEMENTS and word not in _LINKS and end == last):
                field.add(word)
                last = end + 1
            elif word not in _LINKS:
                break
            end += 1
        field &= MINISTRY_FIELDS
        if country and field:
            entity = self._listed.get((frozenset(field), country)) or _unlisted(passage, first, last)
            yield Finding(passage, first, last, entity, "ministry", CONFIDENCE["ministry"])


def _countries(reading: Reading, passage: Passage) -> dict[int, str]:
    """Return place of a word -> id of the country that it names."""
    return {
        at: finding.entity.id
        for finding in reading.findings_in(passage)
        if finding.entity.kind == "country" and finding.rule in ("demonym", "alias")
        for at in range(finding.first, finding.end)
    }


def _unlisted(passage: Passage, first: int, end: int) -> Entity:
    start, stop = passage.span(first, end)
    label = passage.text[start:stop]
    return Entity("organisation", slug(label), label[0].upper() + label[1:], listed=False)
