"""Our own engine; totals, hits and facet counts are in articles, exact, with the best paragraphs of each hit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus import FACETS, FIELDS, Corpus, indexed
from benchmarks.workloads import Question
from index.columns import SegmentBuilder, SegmentSummary, WriteLock, open_generation, publish
from index.document import IndexedArticle
from search.columnar.searcher import open_searcher
from search.plan import All, And, Clause, FacetRequest, Filter, Phrase, Plan, Prefix, Term, Within

MEMORY = 512 * 1024 * 1024


class Depeche:
    """One process, one thread."""

    name = "Dépêche"
    most = 10_000_000

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Build segments and publish them as one generation."""
        with WriteLock(folder) as lock:
            publish(lock, None, _segments(folder, indexed(corpus)), (), FIELDS, {})

    def open(self, folder: Path) -> None:
        """Open the newest generation."""
        self.searcher = open_searcher(open_generation(folder))

    def ask(self, question: Question, facets: bool) -> int:
        """Evaluate one plan."""
        return self.searcher.match(plan(question, facets)).paragraphs

    def add_one(self, corpus: Corpus, folder: Path) -> None:
        """Index the first article under a new id and publish."""
        (first,) = indexed(corpus, 0, 1)
        new = replace(first, article=replace(first.article, id="f" * 16))
        with WriteLock(folder) as lock:
            base = open_generation(folder)
            publish(lock, base, _segments(folder, [new]), (), FIELDS, {})


def plan(question: Question, facets: bool) -> Plan:
    """A question as a plan in paragraph scope, which is what the peers answer."""
    parts: list[Clause] = [Term("stem", word) for word in question.words]
    if question.phrase:
        parts.append(Phrase(tuple((Term("stem", word),) for word in question.phrase)))
    if question.prefix:
        parts.append(Prefix("stem", question.prefix))
    filters = (Filter("country", allof=(question.country,)),) if question.country else ()
    requests = tuple(FacetRequest(kind, 30) for kind in FACETS) if facets else ()
    match: Clause = Within(And(tuple(parts))) if parts else All()
    return Plan(match, filters, together=True, facets=requests)


def _segments(folder: Path, articles: Iterable[IndexedArticle]) -> tuple[SegmentSummary, ...]:
    builder = SegmentBuilder(folder, FIELDS, MEMORY)
    for article in articles:
        builder.add(article)
    return builder.finish()


def peer() -> Depeche | None:
    """The engine that this is all about."""
    return Depeche()
