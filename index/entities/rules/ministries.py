"""A reading goes in; ministries named by their field and their country come out, however the words are ordered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from index.entities.gazetteer.entity import Entity
from index.entities.gazetteer.forms import Form
from index.entities.lexicon.vocabulary import COMPLEMENTS, MINISTRY_FIELDS, PREPOSITIONS
from index.entities.reading import Finding, Reading
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import slug

_HEAD = "ministere"
_VAGUE = frozenset({"affaires"})
"""What no ministry is for by itself."""

_LINKS = PREPOSITIONS | {"et", "a"}

Office = tuple[frozenset[str], str]
"""The words of a ministry's field, and the id of its country."""


class Ministries:
    """Finds « ministère polonais de l'Intérieur », and takes it for the listed one of that field and country if any."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._listed: dict[Office, Entity] = {}
        for form in forms:
            if form.entity is None or form.rule != "alias" or form.tokens[0] != _HEAD:
                continue
            field, country = MINISTRY_FIELDS.intersection(form.tokens), form.entity.country
            if field and country:
                self._listed.setdefault((field, country), form.entity)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the ministries that are named with their country."""
        for passage in reading.passages:
            countries = _countries(reading, passage) if _HEAD in passage.tokens else {}
            for at, token in enumerate(passage.tokens) if countries else ():
                if token == _HEAD and reading.is_free(passage, at):
                    yield from self._at(passage, at, countries)

    def _at(self, passage: Passage, first: int, countries: Mapping[int, str]) -> Iterator[Finding]:
        span, ids = _name(passage, first, countries)
        field = MINISTRY_FIELDS.intersection(span.tokens)
        if not field <= _VAGUE and len(ids) == 1:
            entity = self._listed.get((field, next(iter(ids)))) or _unlisted(span)
            yield Finding.by("ministry", span, entity)


def _name(passage: Passage, first: int, countries: Mapping[int, str]) -> tuple[WordSpan, set[str]]:
    """Return the words that go on from « ministère » as its name, and the ids of the countries among them."""
    last, ids = first + 1, set[str]()
    for at in range(first + 1, len(passage.words)):
        word = passage.words[at].folded
        if not passage.joined(at) or (ids and countries.get(at, "") not in ("", *ids)):
            break
        if at in countries or word in MINISTRY_FIELDS or (word in COMPLEMENTS and word not in _LINKS and at == last):
            last = at + 1
            ids |= {countries[at]} if at in countries else set()
        elif word not in _LINKS:
            break
    return WordSpan(passage, first, last), ids


def _countries(reading: Reading, passage: Passage) -> dict[int, str]:
    """Return place of a word -> id of the country that it names."""
    return {
        at: finding.entity.id
        for finding in reading.findings_near(passage, 0, len(passage.words))
        if finding.entity.kind == "country" and finding.rule in ("demonym", "alias")
        for at in range(finding.span.first, finding.span.end)
    }


def _unlisted(span: WordSpan) -> Entity:
    label = span.text[0].upper() + span.text[1:]
    return Entity("organisation", slug(label), label, listed=False)
