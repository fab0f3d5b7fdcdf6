"""An article goes in; the persons, countries and organisations that it names come out, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Protocol

from index.article import Article
from index.document import Mention, RefusedName
from index.entities.gazetteer.forms import Form, forms, refused
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.gazetteer.trie import Trie
from index.entities.lexicon.lexicon import Lexicon, lexicon
from index.entities.lexicon.vocabulary import CIVILITIES
from index.entities.namesakes.conditions import Conditions
from index.entities.organisations.listed import ListedOrganisations
from index.entities.persons.known_names import KnownNames
from index.entities.persons.officeholders import Officeholders
from index.entities.reading import Finding, Reading
from index.entities.refused import RefusedNames
from index.entities.rules.aliases import Aliases
from index.entities.rules.context import ContextAliases, Implied
from index.entities.rules.further import FurtherKind
from index.entities.rules.initials import Initials
from index.entities.rules.mangled import Mangled
from index.entities.rules.ministries import Ministries
from index.entities.rules.misspelt import Misspelt
from index.entities.rules.misspelt_names import MisspeltNames
from index.entities.rules.misspelt_phrases import MisspeltPhrases
from index.entities.rules.named_organisations import NamedOrganisations
from index.entities.rules.surnames import Surnames
from index.entities.rules.unlisted import Unlisted
from index.entities.rules.unlisted_organisations import UnlistedOrganisations
from index.entities.rules.works import Works
from index.entities.text.ungluing import NameWords


class Rule(Protocol):
    """One step of recognition: it sees what earlier rules have claimed, and yields what it finds in the rest."""

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the findings of this rule; each is claimed before the next is looked for."""


CORE_KINDS = ("person", "country", "organisation")
"""The kinds with rules of their own; any other kind is found by its listed forms alone."""


class Recogniser:
    """Names in articles, by a gazetteer and a fixed order of rules."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        words = lexicon()
        persons = KnownNames(gazetteer.of_kind("person"), gazetteer.full_names, words.equivalents)
        self._known = NameWords(
            gazetteer.name_tokens(),
            words.sure_given,
            persons.family_names,
            words.titles | CIVILITIES,
            persons.has_like,
        )
        known = frozenset(chain.from_iterable(form.tokens for form in gazetteer.forms if form.rule != "seen_as"))
        conditions = Conditions(words, gazetteer.forms, known)
        trie = _trie(gazetteer, words)
        self._rules = _rules(gazetteer, words, persons, known, trie, conditions)
        self._refused = RefusedNames(trie, conditions)

    def mentions(self, article: Article) -> tuple[Mention, ...]:
        """Return what the title and body of the article name, in reading order."""
        return self.read(article).mentions()

    def read(self, article: Article) -> Reading:
        """Return the whole reading of an article: findings, and the doubts that are for a curator to settle."""
        reading = Reading.of(article, self._known)
        for rule in self._rules:
            for finding in rule.findings(reading):
                reading.claim(finding)
        return reading

    def refused(self, reading: Reading) -> tuple[RefusedName, ...]:
        """Return the listed names in what was read that do not count there, each with the reason, in reading order."""
        return self._refused.within(reading)


def _trie(gazetteer: Gazetteer, words: Lexicon) -> Trie:
    """Return the listed forms of the kinds with rules of their own, and the phrases that name nothing."""
    core = [form for form in gazetteer.forms if not form.kind or form.kind in CORE_KINDS]
    return Trie([*core, *map(refused, (*words.phrases, *gazetteer.phrases))])


def _rules(
    gazetteer: Gazetteer,
    words: Lexicon,
    known_names: KnownNames,
    known: frozenset[str],
    trie: Trie,
    conditions: Conditions,
) -> tuple[Rule, ...]:
    """Return the rules in their order: what is listed, what is likely, what refers to either, what follows from it."""
    persons = gazetteer.of_kind("person")
    holders = Officeholders(persons, known_names.family_names, words)
    spelt = known | words.given.keys()
    bodies = [form for form in gazetteer.forms if form.kind == "organisation"]
    misspelt = MisspeltNames((*(form for form in gazetteer.forms if form.kind == "country"), *bodies), known, words)
    listed = ListedOrganisations(gazetteer.of_kind("organisation"), gazetteer.of_kind("country"), words.bodies)
    further = sorted({entity.kind for entity in gazetteer.entities} - set(CORE_KINDS))
    return (
        Works(words.heads, conditions.adjectives),
        Aliases(trie, conditions),
        ContextAliases(),
        MisspeltPhrases(trie, gazetteer.forms, spelt, conditions),
        Ministries(bodies),
        UnlistedOrganisations(words, listed, misspelt, known_names),
        Mangled(known_names, holders, words),
        Unlisted(words),
        Surnames(persons, words),
        Initials(persons),
        Misspelt(persons, spelt, holders, words),
        misspelt,
        NamedOrganisations(words, listed),
        Implied(gazetteer),
        *(FurtherKind(_forms_of(gazetteer, kind), conditions) for kind in further),
    )


def _forms_of(gazetteer: Gazetteer, kind: str) -> list[Form]:
    return [form for entity in gazetteer.of_kind(kind) for form in forms(entity)]
