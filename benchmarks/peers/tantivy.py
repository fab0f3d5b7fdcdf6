"""tantivy (PyPI), with the same tokens; it counts facets in paragraphs, which is less work than in articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.corpus import FACETS, Corpus
from benchmarks.workloads import Question

# One writer thread, as each of our processes is one; 1 GB keeps its segments few.
THREADS, HEAP = 1, 1_000_000_000
AGGREGATION = {kind: {"terms": {"field": kind, "size": 30}} for kind in FACETS}


class Tantivy:
    """One text field with positions, one stored text, three multi-valued fast fields."""

    name = "tantivy"
    most = 10_000_000

    def __init__(self, module: Any) -> None:
        self.tantivy = module
        builder = module.SchemaBuilder()
        builder.add_text_field("stem", stored=True, tokenizer_name="whitespace", index_option="position")
        builder.add_unsigned_field("article", stored=True, fast=True)
        for kind in FACETS:
            builder.add_text_field(kind, stored=False, fast=True, tokenizer_name="raw", index_option="basic")
        self.schema = builder.build()

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Add every paragraph as a document, commit, wait for merges."""
        index = self.tantivy.Index(self.schema, path=str(folder))
        writer = index.writer(HEAP, THREADS)
        for row in range(corpus.paragraphs):
            writer.add_document(self._document(corpus, row))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        """Open the newest commit."""
        self.index = self.tantivy.Index.open(str(folder))
        self.searcher = self.index.searcher()

    def ask(self, question: Question, facets: bool) -> int:
        """Top ten, count, and a terms aggregation of each facet."""
        query = self._query(question)
        found = self.searcher.search(query, limit=10, count=True)
        if facets:
            self.searcher.aggregate(query, AGGREGATION)
        return int(found.count)

    def add_one(self, corpus: Corpus, folder: Path) -> None:
        """Add the paragraphs of the first article and commit."""
        index = self.tantivy.Index.open(str(folder))
        writer = index.writer(HEAP, THREADS)
        row = 0
        while corpus.articles[row] == 0:
            writer.add_document(self._document(corpus, row))
            row += 1
        writer.commit()
        writer.wait_merging_threads()

    def _document(self, corpus: Corpus, row: int) -> Any:
        document = self.tantivy.Document()
        document.add_text("stem", " ".join(corpus.text(row)))
        document.add_unsigned("article", int(corpus.articles[row]))
        for kind in FACETS:
            for value in corpus.facet(kind, row):
                document.add_text(kind, value)
        return document

    def _query(self, question: Question) -> Any:
        query, must = self.tantivy.Query, self.tantivy.Occur.Must
        parts = [query.term_query(self.schema, "stem", word, "freq") for word in question.words]
        if question.phrase:
            parts.append(query.phrase_query(self.schema, "stem", list(question.phrase)))
        if question.prefix:
            parts.append(query.regex_query(self.schema, "stem", f"{question.prefix}.*"))
        if question.country:
            filtered = query.term_query(self.schema, "country", question.country, "basic")
            parts.append(query.const_score_query(filtered, 0.0))
        if not parts:
            return query.all_query()
        return parts[0] if len(parts) == 1 else query.boolean_query([(must, part) for part in parts])


def peer() -> Tantivy | None:
    """The engine, where it is installed."""
    try:
        import tantivy
    except ImportError:
        return None
    return Tantivy(tantivy)
