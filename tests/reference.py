"""The reference engine: articles as analysis made them go in, answers by plain loops over all of them come out.

It is what every engine is compared with, so it is written to be believed rather than to be fast. Its docstrings pin
what `search.plan` leaves open.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.distance import OSA

from index.document import IndexedArticle
from search.engine import TermCount
from search.matches import FacetCounts, Matches, StoredArticle, ValueCount
from search.plan import (
    All,
    And,
    Clause,
    FacetRequest,
    Filter,
    Fuzzy,
    Not,
    Nothing,
    Or,
    Phrase,
    Plan,
    Prefix,
    Published,
    Term,
    Within,
)
from search.query import Sort
from tests.reference_hits import (
    Entry,
    Hit,
    Paragraph,
    between,
    days,
    folded,
    in_time,
    month,
    passes,
    presented,
    values,
)

PREFIX_EXPANSIONS, FUZZY_EXPANSIONS = 1024, 64
K1, B = 1.2, 0.75


def lucene_idf(documents: int, frequency: int) -> float:
    return math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))


@dataclass(frozen=True, eq=False)
class ReferenceSearcher:
    """A generation of articles; `stories` gives articles of one story the same number, any other is its own."""

    indexed: Sequence[IndexedArticle]
    stories: Mapping[str, int] = field(default_factory=dict)
    generation: str = "reference"
    idf: Callable[[int, int], float] = lucene_idf

    @cached_property
    def entries(self) -> list[Entry]:
        return [
            Entry(
                article,
                self.stories.get(article.article.id, article.article.id),
                tuple(Paragraph(document, days(article.article.date)) for document in article.documents),
            )
            for article in self.indexed
        ]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        return [paragraph for entry in self.entries for paragraph in entry.paragraphs]

    @cached_property
    def document_frequencies(self) -> Counter[tuple[str, str]]:
        return Counter(key for paragraph in self.paragraphs for key in paragraph.frequencies)

    # terms

    def near(self, name: str, text: str, edits: int, limit: int) -> tuple[TermCount, ...]:
        """Nearest first (optimal string alignment: a transposition is one edit), then commonest, then by term."""
        found = [
            (OSA.distance(text, term), -count, term)
            for (of, term), count in self.document_frequencies.items()
            if of == name and OSA.distance(text, term) <= edits
        ]
        return tuple(TermCount(term, -count) for _, count, term in sorted(found)[:limit])

    def complete(self, name: str, prefix: str, limit: int) -> tuple[TermCount, ...]:
        """Commonest first, then by term."""
        found = [
            (-count, term)
            for (of, term), count in self.document_frequencies.items()
            if of == name and term.startswith(prefix)
        ]
        return tuple(TermCount(term, -count) for count, term in sorted(found)[:limit])

    def vocabulary(self, name: str) -> dict[str, int]:
        return {term: count for (of, term), count in self.document_frequencies.items() if of == name}

    def count(self, name: str, text: str) -> int:
        return self.document_frequencies[name, text]

    def terms(self, clause: Term | Prefix | Fuzzy) -> list[str]:
        """What a clause stands for: the 1024 commonest of a prefix, the 64 nearest of a fuzzy term."""
        match clause:
            case Term():
                return [clause.text]
            case Prefix():
                return [count.term for count in self.complete(clause.field, clause.text, PREFIX_EXPANSIONS)]
            case Fuzzy():
                return [count.term for count in self.near(clause.field, clause.text, clause.edits, FUZZY_EXPANSIONS)]

    # a clause and a paragraph

    def satisfies(self, clause: Clause, paragraph: Paragraph) -> bool:
        """Whether a paragraph matches; And of nothing holds, Or of nothing does not."""
        match clause:
            case All():
                return True
            case Nothing():
                return False
            case Published():
                return between(paragraph.day, clause.after, clause.before)
            case And():
                return all(self.satisfies(each, paragraph) for each in clause.clauses)
            case Or():
                return any(self.satisfies(each, paragraph) for each in clause.clauses)
            case Not() | Within():
                return self.satisfies(clause.clause, paragraph) != isinstance(clause, Not)
            case _:
                return self.frequency(clause, paragraph) > 0

    def frequency(self, clause: Term | Prefix | Fuzzy | Phrase, paragraph: Paragraph) -> int:
        """Occurrences; the terms a prefix or fuzzy term stands for count as one term."""
        if isinstance(clause, Phrase):
            return len(self.phrase_starts(clause, paragraph))
        return sum(paragraph.frequencies[clause.field, term] for term in self.terms(clause))

    def phrase_starts(self, phrase: Phrase, paragraph: Paragraph) -> set[int]:
        """The positions where a phrase begins; empty slots at its ends ask for nothing, nor does a boost inside."""
        filled = [number for number, slot in enumerate(phrase.slots) if slot]
        places = [
            {
                position - number
                for term in phrase.slots[number]
                for position in paragraph.positions.get((term.field, term.text), ())
            }
            for number in filled
        ]
        return set.intersection(*places) if places else set()

    def score(self, clause: Clause, paragraph: Paragraph) -> float:
        """BM25 (Robertson and Zaragoza, 2009, section 3), summed over what matches."""
        match clause:
            case And() | Or():
                matching = self.satisfies(clause, paragraph)
                return total(clause, [self.score(each, paragraph) for each in clause.clauses]) if matching else 0.0
            case Within():
                return self.score(clause.clause, paragraph)
            case Not() | All() | Nothing() | Published():
                return 0.0
            case _:
                frequency = self.frequency(clause, paragraph)
                return self.bound(clause) * frequency / (frequency + self.norm(clause, paragraph))

    def norm(self, clause: Term | Prefix | Fuzzy | Phrase, paragraph: Paragraph) -> float:
        """The length of the clause's field (a phrase: of its first term's), 1 for a keyword field."""
        name = (
            next((t.field for slot in clause.slots for t in slot), "") if isinstance(clause, Phrase) else clause.field
        )
        total = sum(each.length(name) for each in self.paragraphs)
        relative = paragraph.length(name) * len(self.paragraphs) / total if total else 1.0
        return K1 * (1 - B + B * relative)

    def bound(self, clause: Clause) -> float:
        """What a clause scores less than: (k1 + 1) * idf * boost of each term outside a Not.

        The terms a prefix, a fuzzy term or a slot stands for are as frequent as the commonest of them (as in
        Lucene's SynonymQuery); the idf of a phrase is the sum over its slots (as in Lucene's PhraseQuery).
        """
        match clause:
            case And() | Or():
                return total(clause, [self.bound(each) for each in clause.clauses])
            case Within():
                return self.bound(clause.clause)
            case Not() | All() | Nothing() | Published():
                return 0.0
            case Phrase():
                slots = [[(term.field, term.text) for term in slot] for slot in clause.slots if slot]
            case _:
                slots = [[(clause.field, term) for term in self.terms(clause)]]
        frequencies = [max((self.document_frequencies[key] for key in slot), default=0) for slot in slots]
        if not all(frequencies):
            return 0.0
        return (K1 + 1) * clause.boost * sum(self.idf(len(self.paragraphs), frequency) for frequency in frequencies)

    # a plan and an article

    def holds(self, clause: Clause, entry: Entry) -> bool:
        """Whether an article matches an article-level clause."""
        match clause:
            case And():
                return all(self.holds(each, entry) for each in clause.clauses)
            case Or():
                return any(self.holds(each, entry) for each in clause.clauses)
            case Not():
                return not self.holds(clause.clause, entry)
            case All() | Nothing():
                return isinstance(clause, All)
            case _:
                return any(self.satisfies(clause, paragraph) for paragraph in entry.paragraphs)

    def paragraph_score(self, match: Clause, paragraph: Paragraph) -> float | None:
        """None where a paragraph satisfies no Within outside a Not, though there is one.

        Where an And asks for several Within, a paragraph that satisfies the match by itself scores more than any
        that does not: by as much as all of them could score together.
        """
        within = positive(match)
        if within and not any(self.satisfies(each, paragraph) for each in within):
            return None
        together = combines(match) and self.satisfies(match, paragraph)
        return self.scoring(match, paragraph) + (self.bound(match) if together else 0.0)

    def scoring(self, match: Clause, paragraph: Paragraph) -> float:
        """The score by what a paragraph satisfies of an article-level clause."""
        if isinstance(match, And | Or):
            return total(match, [self.scoring(each, paragraph) for each in match.clauses])
        return self.score(match, paragraph)

    def hits(self, plan: Plan, free: str | None = None) -> list[Hit]:
        """Everything that matches, without the `anyof` filters of the field `free`.

        Where filters must hold together with the words, an article needs a matching paragraph that passes them all.
        """
        freed = [Filter(f.field, () if f.field == free else f.anyof, f.allof, f.noneof) for f in plan.filters]
        filters = [each for each in freed if each.anyof or each.allof or each.noneof]
        found = []
        for entry in self.entries:
            if not (in_time(plan, entry) and self.holds(plan.match, entry)):
                continue
            scores = [(paragraph, self.paragraph_score(plan.match, paragraph)) for paragraph in entry.paragraphs]
            matching = [(paragraph, score) for paragraph, score in scores if score is not None]
            if plan.together and filters:
                matching = [(paragraph, score) for paragraph, score in matching if passes(filters, [paragraph])]
                keep = bool(matching)
            else:
                keep = passes(filters, entry.paragraphs)
            if keep:
                found.append(Hit(entry, matching))
        return found

    def match(self, plan: Plan) -> Matches:
        hits = sorted(self.hits(plan), key=lambda hit: hit.order(plan.sort))
        stories = folded(hits, plan.fold_copies)
        window = stories[plan.offset :][: plan.limit]
        months = Counter(month(story) for story in stories) if plan.histogram else Counter()
        undated = months.pop(None, 0)
        return Matches(
            generation=self.generation,
            articles=len(stories),
            paragraphs=sum(len(hit.paragraphs) for hit in hits),
            hits=tuple(presented(story, plan.paragraphs) for story in window),
            facets=tuple(self.counts(plan, request) for request in plan.facets),
            months=tuple(sorted((number, count) for number, count in months.items() if number is not None)),
            undated=undated,
            holding=tuple(self.holding(hits, term, plan) for term in plan.holding),
        )

    def holding(self, hits: Sequence[Hit], term: Term, plan: Plan) -> int:
        """How many of the hits hold a term, in a matching paragraph if `plan.together`."""
        held = []
        for hit in hits:
            looked_at = [each for each, _ in hit.paragraphs] if plan.together else hit.entry.paragraphs
            if any(self.satisfies(term, each) for each in looked_at):
                held.append(hit)
        return len(folded(held, plan.fold_copies))

    def counts(self, plan: Plan, request: FacetRequest) -> FacetCounts:
        """An article carries the values of all its paragraphs; only those of its matching ones if `plan.together`.

        A story carries the values of all its matching articles. Paragraphs are counted one by one, folded or not.
        """
        articles: dict[str, set[int | str]] = {}
        paragraphs: Counter[str] = Counter()
        for hit in self.hits(plan, request.field):
            matching = [paragraph for paragraph, _ in hit.paragraphs]
            for value in values(request.field, matching if plan.together else hit.entry.paragraphs):
                articles.setdefault(value, set()).add(hit.entry.story if plan.fold_copies else hit.entry.id)
            paragraphs.update(value for each in matching for value in values(request.field, [each]))
        ranked = sorted(articles, key=lambda value: (-len(articles[value]), value))
        listed = {*ranked[: request.limit], *request.always}
        counted = [ValueCount(value, len(articles.get(value, ())), paragraphs[value]) for value in listed]
        counted.sort(key=lambda count: (-count.articles, count.value))
        return FacetCounts(request.field, tuple(counted), len(articles))

    # what is stored

    def stored(self, article_ids: Sequence[str]) -> tuple[StoredArticle | None, ...]:
        known = {each.article.id: each for each in self.articles()}
        return tuple(known.get(article_id) for article_id in article_ids)

    def copies(self, article_id: str) -> tuple[str, ...]:
        """Newest first; an unknown article has none."""
        story = {each.story for each in self.entries if each.id == article_id}
        others = [Hit(each, []) for each in self.entries if each.story in story and each.id != article_id]
        return tuple(hit.entry.id for hit in sorted(others, key=lambda hit: hit.order(Sort.NEWEST)))

    def articles(self) -> Iterator[StoredArticle]:
        return (StoredArticle(each.article, each.mentions) for each in self.indexed)

    def labels(self, name: str) -> dict[str, str]:
        return {
            mention.entity: mention.label
            for article in self.indexed
            for mention in article.mentions
            if mention.kind == name
        }


def positive(clause: Clause) -> list[Clause]:
    """The Within clauses outside a Not."""
    match clause:
        case And() | Or():
            return [within for each in clause.clauses for within in positive(each)]
        case Not() | All() | Nothing():
            return []
        case _:
            return [clause]


def total(clause: And | Or, scores: Sequence[float]) -> float:
    """The sum of some scores, of synonyms the best."""
    return max(scores, default=0.0) if isinstance(clause, Or) and clause.synonyms else sum(scores)


def combines(clause: Clause) -> bool:
    """Whether an And asks for more than one thing that a paragraph may hold."""
    match clause:
        case And():
            return sum(bool(positive(each)) for each in clause.clauses) > 1 or any(map(combines, clause.clauses))
        case Or():
            return any(map(combines, clause.clauses))
        case _:
            return False
