"""A reading goes in; long names of countries and organisations that differ by one letter from a listed one come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.entities.gazetteer.entity import Case, Entity
from index.entities.gazetteer.forms import Form
from index.entities.lexicon.lexicon import Lexicon
from index.entities.persons.capitals import stands_beside_capital
from index.entities.persons.near_names import NearNames
from index.entities.reading import Finding, Reading
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import folded

_SHORTEST = 7
"""Letters of a name that one changed letter leaves recognisable."""


class MisspeltNames:
    """Finds « Reinmetall » and « Sentcom »: one word with a capital inside a sentence, unknown otherwise."""

    def __init__(self, entities: Iterable[Entity], forms: Iterable[Form], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._spelt_well = {token for form in forms for token in form.tokens}
        self._names: NearNames[Entity] = NearNames()
        for entity in entities:
            for alias in entity.names:
                tokens = folded(alias.form)
                if (
                    len(tokens) == 1
                    and len(tokens[0]) >= _SHORTEST
                    and alias.case is not Case.EXACT
                    and not alias.needs
                ):
                    self._names.add(tokens[0], entity)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the misspelt names that no rule has claimed and that mean one entity only."""
        for passage in reading.passages:
            for at in passage.capitals:
                word = passage.words[at].folded
                if len(word) >= _SHORTEST and self._is_candidate(reading, passage, at):
                    entities = {entity.key: entity for entity in self._names.meant(word)}
                    if len(entities) == 1:
                        yield Finding.by("misspelt_name", WordSpan(passage, at, at + 1), entities.popitem()[1])

    def _is_candidate(self, reading: Reading, passage: Passage, at: int) -> bool:
        return (
            reading.is_free(passage, at)
            and not passage.starts_sentence(at)
            and passage.words[at].folded not in self._lexicon.given
            and passage.words[at].folded not in self._spelt_well
            and not stands_beside_capital(reading, passage, at)
        )
