"""A reading goes in; the listed names in it that do not count where they stand come out, each with the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from index.document import RefusedName
from index.entities.gazetteer.entity import Entity
from index.entities.gazetteer.forms import Form
from index.entities.gazetteer.trie import Trie
from index.entities.namesakes.conditions import Conditions
from index.entities.reading import Reading
from index.entities.text.passage import Passage, WordSpan

_UNTOLD = "capitals"
"""The reason of most: every « marine » would be told for not being somebody's given name."""


class RefusedNames:
    """Knows why listed names that nothing was found in do not count; `trie` and `conditions` are those of recognition.

    A search does not need it, so recognition keeps no account of it: whoever asks has the names looked up once more.
    """

    def __init__(self, trie: Trie, conditions: Conditions) -> None:
        self._trie = trie
        self._conditions = conditions

    def within(self, reading: Reading) -> tuple[RefusedName, ...]:
        """Return the refused names in reading order, without those inside a longer refused name of their entity."""
        taken = self._conditions.taken(reading.passages)
        return tuple(name for passage in reading.passages for name in self._of_passage(reading, passage, taken))

    def _of_passage(self, reading: Reading, passage: Passage, taken: Collection[str]) -> Iterator[RefusedName]:
        told: dict[tuple[str, str], int] = {}
        for at in self._trie.beginnings(passage):
            for span, forms in self._trie.starting_at(passage, at):
                if _is_found(reading, span):
                    continue
                for entity, reason in self._refused(span, forms, taken):
                    if told.get(entity.key, 0) < span.end:
                        told[entity.key] = span.end
                        yield _refused_name(span, entity, reason)

    def _refused(self, span: WordSpan, forms: Sequence[Form], taken: Collection[str]) -> Iterator[tuple[Entity, str]]:
        for form in forms:
            reason = self._reason(form, span, taken)
            if form.entity is not None and reason != _UNTOLD:
                yield form.entity, reason

    def _reason(self, form: Form, span: WordSpan, taken: Collection[str]) -> str:
        """Return why the form does not count; what no word beside it says, the article says, or a longer phrase."""
        conditions = self._conditions
        if reason := conditions.refusal(form, span) or conditions.namesake(form, span):
            return reason
        if span.tokens[0] in taken and not conditions.is_told(span):
            return "other_in_article"
        return "context" if form.alias.needs or form.alias.unless else "phrase"


def _is_found(reading: Reading, span: WordSpan) -> bool:
    """Return whether the words name something, or belong to a longer name of something."""
    around = (finding.span for finding in reading.findings_at(span.passage, span.first))
    return any(each.first <= span.first and span.end <= each.end for each in around)


def _refused_name(span: WordSpan, entity: Entity, reason: str) -> RefusedName:
    start, end = span.points
    return RefusedName(entity.kind, entity.id, entity.label, span.passage.ordinal, start, end, span.text, reason)
