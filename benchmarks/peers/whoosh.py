"""Stock Whoosh, with its own codec and the same tokens; facet counts are in paragraphs, by its overlapping groups."""

from __future__ import annotations

from pathlib import Path

from whoosh import index, query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.sorting import Facets, FieldFacet

from benchmarks.corpus import FACETS, Corpus
from benchmarks.workloads import Question


class Whoosh:
    """One document a paragraph."""

    name = "stock Whoosh"
    most = 20_000

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Add every paragraph as a document and commit."""
        schema = Schema(
            number=ID,
            article=NUMERIC(sortable=True),
            stem=TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True, stored=True),
            **dict.fromkeys(FACETS, KEYWORD),
        )
        writer = index.create_in(str(folder), schema).writer(limitmb=256)
        self._add(writer, corpus, range(corpus.paragraphs))
        writer.commit()

    def open(self, folder: Path) -> None:
        """Open a searcher."""
        self.searcher = index.open_dir(str(folder)).searcher()

    def ask(self, question: Question, facets: bool) -> int:
        """Top ten, a count, and overlapping groups."""
        groups = Facets()
        for kind in FACETS if facets else ():
            groups.add_facet(kind, FieldFacet(kind, allow_overlap=True))
        found = self.searcher.search(self._query(question), limit=10, groupedby=groups if facets else None)
        return len(found)

    def add_one(self, corpus: Corpus, folder: Path) -> None:
        """Add the paragraphs of the first article and commit."""
        writer = index.open_dir(str(folder)).writer()
        self._add(writer, corpus, range(int((corpus.articles == 0).sum())))
        writer.commit()

    def _add(self, writer: index.IndexWriter, corpus: Corpus, rows: range) -> None:
        for row in rows:
            values = {kind: " ".join(corpus.facet(kind, row)) for kind in FACETS}
            text = " ".join(corpus.text(row))
            writer.add_document(number=str(row), article=int(corpus.articles[row]), stem=text, **values)

    def _query(self, question: Question) -> query.Query:
        parts: list[query.Query] = [query.Term("stem", word) for word in question.words]
        if question.phrase:
            parts.append(query.Phrase("stem", list(question.phrase)))
        if question.prefix:
            parts.append(query.Prefix("stem", question.prefix))
        if question.country:
            parts.append(query.ConstantScoreQuery(query.Term("country", question.country), 0.0))
        return query.And(parts) if parts else query.Every()


def peer() -> Whoosh | None:
    """The engine; it is always installed."""
    return Whoosh()
