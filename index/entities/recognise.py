"""An article goes in; the persons, countries and organisations that it names come out, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from index.article import Article
from index.document import Mention
from index.entities.conditions import Conditions
from index.entities.forms import refused
from index.entities.gazetteer import Gazetteer
from index.entities.known_names import KnownNames
from index.entities.lexicon import lexicon
from index.entities.reading import Finding, Reading
from index.entities.rules.aliases import Aliases
from index.entities.rules.context import ContextAliases, Implied
from index.entities.rules.mangled import Mangled
from index.entities.rules.surnames import Surnames
from index.entities.rules.unlisted import Unlisted
from index.entities.rules.unlisted_organisations import UnlistedOrganisations


class Rule(Protocol):
    """One step of recognition: it sees what earlier rules have claimed, and yields what it finds in the rest."""

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the findings of this rule; each is claimed before the next is looked for."""


class Recogniser:
    """Names in articles, by a gazetteer and a fixed order of rules."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        words = lexicon()
        self._names = gazetteer.name_tokens()
        forms = [*gazetteer.forms, *map(refused, words.phrases)]
        conditions = Conditions(words, gazetteer.forms)
        self._rules: tuple[Rule, ...] = (
            Aliases(forms, conditions),
            ContextAliases(),
            UnlistedOrganisations(words),
            Mangled(KnownNames(gazetteer.of_kind("person")), words),
            Unlisted(words),
            Surnames(gazetteer.of_kind("person"), words),
            Implied(gazetteer),
        )
        self.fingerprint = gazetteer.fingerprint

    def mentions(self, article: Article) -> tuple[Mention, ...]:
        """Return what the title and body of the article name, in reading order."""
        reading = Reading.of(article, self._names)
        for rule in self._rules:
            for finding in rule.findings(reading):
                reading.claim(finding)
        return reading.mentions()
