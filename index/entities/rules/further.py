"""A reading goes in; entities of the kinds that a configuration adds (places, weapons) come out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from index.entities.gazetteer.forms import Form
from index.entities.gazetteer.trie import Trie
from index.entities.namesakes.conditions import Conditions
from index.entities.reading import Finding, Reading
from index.entities.text.passage import Passage, WordSpan


class FurtherKind:
    """Finds the listed forms of one kind, beside what the rules for persons, countries and organisations found.

    A form inside a longer name of a person or organisation does not count: Washington in Denzel Washington.
    """

    def __init__(self, forms: Collection[Form], conditions: Conditions) -> None:
        self._trie = Trie(forms)
        self._conditions = conditions

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield what is named, the longest form at each word; the words stay free for other kinds."""
        for passage in reading.passages:
            free = 0
            for at in self._trie.beginnings(passage):
                for finding in self._longest(reading, passage, at) if at >= free else ():
                    free = finding.span.end
                    yield finding

    def _longest(self, reading: Reading, passage: Passage, first: int) -> list[Finding]:
        for span, forms in self._trie.starting_at(passage, first):
            entities = {
                form.entity.key: Finding.by(form.rule, span, form.entity, nested=True)
                for form in forms
                if form.entity and not self._conditions.refusal(form, span)
            }
            if entities and not _inside_name(reading, span):
                return list(entities.values())
        return []


def _inside_name(reading: Reading, span: WordSpan) -> bool:
    names = (
        finding.span
        for finding in reading.findings_at(span.passage, span.first)
        if finding.entity.kind in ("person", "organisation") and not finding.nested
    )
    return any(
        name.first <= span.first and span.end <= name.end and name.end - name.first > span.end - span.first
        for name in names
    )
