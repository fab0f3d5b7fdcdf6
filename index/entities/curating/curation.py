"""Articles with their mentions go in; what a curator should look at comes out, commonest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.article import Article
from index.document import Mention
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.lexicon.lexicon import lexicon
from index.entities.persons.known_names import KnownNames
from index.entities.text.words import folded

UNCERTAIN = ("fuzzy", "transliteration", "misspelt_surname", "misspelt_name")
"""The rules that resolve a spelling which no list knows."""

_CONTEXTS = 3
_BEFORE, _AFTER = 60, 40
"""Code points shown on either side of a spelling."""

_PROPOSED_ARTICLES, _PROPOSED_SOURCES = 3, 2
"""A person unknown to the lists is proposed as an entry from this many articles and sources on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listed person whom an unverified name may mean, and how like the names are, from 0 to 1."""

    entity: str
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Suspect:
    """A spelling for the curator: resolved by likeness, or a name that no list knows.

    `entity` and `label` are what it counts as now; `mentions`, `articles` and `sources` say how often it stands there;
    `contexts` show some places. `candidates` are given for unlisted persons. `proposed`: common enough, and never in
    an article with a candidate, to be a person of its own.
    """

    kind: str
    words: str
    entity: str
    label: str
    listed: bool
    rules: tuple[str, ...]
    mentions: int
    articles: int
    sources: int
    contexts: tuple[str, ...]
    candidates: tuple[Candidate, ...] = ()
    proposed: bool = False


@dataclass(slots=True)
class _Sightings:
    """What was seen of one spelling."""

    first: Mention
    rules: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    contexts: list[str] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)

    def add(self, article: Article, mention: Mention, persons: set[str]) -> None:
        self.rules[mention.rule] += 1
        self.articles.add(article.id)
        self.sources.add(article.source or "")
        self.beside |= persons
        shown = context(article, mention) if len(self.contexts) < _CONTEXTS else ""
        if shown and shown not in self.contexts:  # a syndicated copy says the same
            self.contexts.append(shown)


def review(stream: Iterable[tuple[Article, Sequence[Mention]]], gazetteer: Gazetteer) -> tuple[Suspect, ...]:
    """Return the uncertain spellings and unverified names in these articles, by the number of articles.

    The stream may come from an index or from fresh recognition; it is read once, and only what is suspect is kept.
    """
    seen: dict[tuple[str, str, tuple[str, ...]], _Sightings] = {}
    for article, mentions in stream:
        persons = {mention.entity for mention in mentions if mention.kind == "person" and mention.listed}
        for mention in mentions:
            if mention.rule in UNCERTAIN or not mention.listed:
                key = mention.kind, mention.entity, folded(mention.words)
                seen.setdefault(key, _Sightings(mention)).add(article, mention, persons)
    known = KnownNames(gazetteer.of_kind("person"), gazetteer.full_names, lexicon().equivalents)
    suspects = [_suspect(sightings, known) for sightings in seen.values()]
    return tuple(sorted(suspects, key=lambda suspect: (-suspect.articles, -suspect.mentions, suspect.words)))


def _suspect(seen: _Sightings, known: KnownNames) -> Suspect:
    mention = seen.first
    candidates = _candidates(mention, known)
    apart = seen.beside.isdisjoint(candidate.entity for candidate in candidates)
    common = len(seen.articles) >= _PROPOSED_ARTICLES and len(seen.sources) >= _PROPOSED_SOURCES
    return Suspect(
        kind=mention.kind,
        words=mention.words,
        entity=mention.entity,
        label=mention.label,
        listed=mention.listed,
        rules=tuple(rule for rule, _ in seen.rules.most_common()),
        mentions=seen.rules.total(),
        articles=len(seen.articles),
        sources=len(seen.sources),
        contexts=tuple(seen.contexts),
        candidates=candidates,
        proposed=not mention.listed and common and apart,
    )


def _candidates(mention: Mention, known: KnownNames) -> tuple[Candidate, ...]:
    tokens = folded(mention.label)
    if mention.kind != "person" or mention.listed or len(tokens) < 2:
        return ()
    return tuple(Candidate(like.entity.id, like.entity.label, round(like.score, 3)) for like in known.like(tokens)[:3])


def context(article: Article, mention: Mention) -> str:
    """Return the words around a mention, cut at spaces, with « » around the mention itself."""
    text = article.paragraphs[mention.ordinal].text
    before, after = text[: mention.start], text[mention.end :]
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _AFTER:
        after = after[:_AFTER].rpartition(" ")[0] + "…"
    return f"{before}«{mention.words}»{after}"
