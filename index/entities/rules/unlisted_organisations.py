"""A reading goes in; organisations that no gazetteer lists come out, known by their head-word or their acronym."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.entities.entity import Entity
from index.entities.lexicon import Lexicon
from index.entities.organisation_names import OrganisationName, OrganisationNames
from index.entities.passage import WordSpan
from index.entities.reading import Finding, Reading
from index.entities.words import slug


class UnlistedOrganisations:
    """Finds « Institut X de recherche maritime (IXRM) »; then « l'Institut X » and « l'IXRM » mean the same."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = OrganisationNames(lexicon)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the names, longest first, and the acronyms that stand for them elsewhere in the article."""
        names = [name for passage in reading.passages for name in self._names.names(reading, passage)]
        acronyms: dict[str, Entity] = {}
        for name in sorted(names, key=lambda name: name.span.first - name.span.end):
            if _is_left(reading, name.span):
                entity = _entity(name, names)
                yield Finding.by("unlisted_organisation", name.span, entity)
                if name.acronym:
                    acronyms[name.acronym] = entity
        if acronyms:
            yield from _acronyms(reading, acronyms)


def _is_left(reading: Reading, span: WordSpan) -> bool:
    """Return whether no longer name has taken the first word, or the next where a place begins the name."""
    return any(reading.is_free(span.passage, at) for at in range(span.first, min(span.first + 2, span.end)))


def _entity(name: OrganisationName, names: Sequence[OrganisationName]) -> Entity:
    """Return the organisation so named: under its longest name in the article that begins like this one."""
    begun = name.span.tokens
    longer = [other.span for other in names if other.span.tokens[: len(begun)] == begun]
    text = max(longer, key=lambda span: span.end - span.first).text
    return Entity("organisation", slug(text), text, listed=False)


def _acronyms(reading: Reading, acronyms: Mapping[str, Entity]) -> Iterator[Finding]:
    for passage in reading.passages:
        for at in passage.capitals:
            text = passage.words[at].text
            if text in acronyms and reading.is_free(passage, at):
                yield Finding.by("unlisted_acronym", WordSpan(passage, at, at + 1), acronyms[text])
