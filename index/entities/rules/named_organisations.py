"""A reading goes in; organisations whose name is one word, told by a noun or a verb beside it, come out."""

from __future__ import annotations

from collections.abc import Iterator

from index.entities.gazetteer.entity import Entity
from index.entities.lexicon.lexicon import Lexicon
from index.entities.organisations.listed import ListedOrganisations
from index.entities.organisations.names import OrganisationNames
from index.entities.reading import Finding, Reading
from index.entities.text.words import slug


class NamedOrganisations:
    """Finds « fonder Obusine » and « l'entreprise norvégienne Fjordvakt » in what persons and misspelt names left."""

    def __init__(self, lexicon: Lexicon, listed: ListedOrganisations) -> None:
        self._names = OrganisationNames(lexicon)
        self._listed = listed

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the names where something shows them."""
        for passage in reading.passages:
            for span in self._names.single_names(reading, passage):
                if not reading.free(span):
                    continue
                if listed := self._listed.introduced(reading, span):
                    yield Finding.by("context_alias", span, listed)
                else:
                    unlisted = Entity("organisation", slug(span.label), span.label, listed=False)
                    yield Finding.by("named_organisation", span, unlisted)
