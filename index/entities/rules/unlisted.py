"""A reading goes in; persons whom no gazetteer lists come out, known by a title, a given name or their words."""

from __future__ import annotations

from collections.abc import Iterator

from index.entities.lexicon.lexicon import Lexicon
from index.entities.persons.capitals import capital_runs
from index.entities.persons.names import PersonName, PersonNames
from index.entities.reading import Finding, Reading
from index.entities.text.passage import WordSpan
from index.entities.text.words import folded


class Unlisted:
    """Finds persons that no list knows; two mentions, a title or a verb of saying make them a facet value."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = PersonNames(lexicon)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield every mention in full of each person that is proved."""
        found: dict[str, list[PersonName]] = {}
        families = {folded(listed.entity.surname or "") for listed in reading.found("person")}
        for passage in reading.passages:
            for run in capital_runs(reading, passage):
                for name in self._names.names(reading, run):
                    if name.span.tokens not in families:  # « le général Abou Qasra »
                        found.setdefault(name.id, []).append(name)
        for names in found.values():
            proof = next((name.proof for name in names if name.proof), "")
            if proof or len(names) > 1 or _is_named_again(reading, names[0]):
                person = names[0].person()
                yield from (Finding.by(proof or "unlisted_name", name.span, person) for name in names)


def _is_named_again(reading: Reading, name: PersonName) -> bool:
    """Return whether the family name stands elsewhere in the article, alone."""
    tokens = name.surname.tokens
    spans = (
        WordSpan(passage, at, at + len(tokens))
        for passage in reading.passages
        for at in passage.capitals
        if passage.words[at].folded == tokens[0]
    )
    return sum(span.tokens == tokens and reading.free(span) for span in spans) > 1
