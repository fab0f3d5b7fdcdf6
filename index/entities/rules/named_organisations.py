"""A reading goes in; organisations whose name is one word, told by a noun or a verb beside it, come out."""

from __future__ import annotations

from collections.abc import Iterator

from index.entities.gazetteer.entity import Entity
from index.entities.lexicon.lexicon import Lexicon
from index.entities.organisations.names import OrganisationNames
from index.entities.reading import Finding, Reading
from index.entities.text.words import slug


class NamedOrganisations:
    """Finds « fonder Obusine » and « l'entreprise norvégienne Fjordvakt » in what persons and misspelt names left."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = OrganisationNames(lexicon)

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the names where something shows them."""
        for passage in reading.passages:
            for span in self._names.single_names(reading, passage):
                if reading.free(span):
                    yield Finding.by(
                        "named_organisation", span, Entity("organisation", slug(span.text), span.text, listed=False)
                    )
