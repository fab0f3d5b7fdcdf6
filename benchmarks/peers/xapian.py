"""Xapian (Debian's python3-xapian), with the same tokens; it counts the first value of each facet, in paragraphs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from benchmarks.corpus import FACETS, Corpus
from benchmarks.workloads import Question

DEBIAN = "/usr/lib/python3/dist-packages"
SLOTS = {kind: slot for slot, kind in enumerate(FACETS)}


class Xapian:
    """Terms with positions, facet values as prefixed terms, and the first of each facet as a value to count."""

    name = "Xapian"
    most = 200_000

    def __init__(self, module: Any) -> None:
        self.xapian = module

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Add every paragraph as a document and commit."""
        database = self.xapian.WritableDatabase(str(folder / "x"), self.xapian.DB_CREATE_OR_OVERWRITE)
        for row in range(corpus.paragraphs):
            database.add_document(self._document(corpus, row))
        database.commit()
        database.close()

    def open(self, folder: Path) -> None:
        """Open the database."""
        self.database = self.xapian.Database(str(folder / "x"))

    def ask(self, question: Question, facets: bool) -> int:
        """Top ten with BM25, an exact count, and a counting spy on each facet."""
        enquire = self.xapian.Enquire(self.database)
        enquire.set_query(self._query(question))
        spies = [self.xapian.ValueCountMatchSpy(slot) for slot in SLOTS.values()] if facets else []
        for spy in spies:
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, 10, self.database.get_doccount())
        for spy in spies:
            list(spy.top_values(30))
        return int(found.get_matches_estimated())

    def add_one(self, corpus: Corpus, folder: Path) -> None:
        """Add the paragraphs of the first article and commit."""
        database = self.xapian.WritableDatabase(str(folder / "x"), self.xapian.DB_OPEN)
        row = 0
        while corpus.articles[row] == 0:
            database.add_document(self._document(corpus, row))
            row += 1
        database.commit()
        database.close()

    def _document(self, corpus: Corpus, row: int) -> Any:
        document = self.xapian.Document()
        text = corpus.text(row)
        for position, term in enumerate(text):
            document.add_posting(term, position)
        for kind in FACETS:
            values = corpus.facet(kind, row)
            for value in values:
                document.add_boolean_term(f"X{value}")
            if values:
                document.add_value(SLOTS[kind], values[0])
        document.set_data(" ".join(text))
        return document

    def _query(self, question: Question) -> Any:
        query = self.xapian.Query
        parts = [query(word) for word in question.words]
        if question.phrase:
            parts.append(query(query.OP_PHRASE, list(question.phrase)))
        if question.prefix:
            parser = self.xapian.QueryParser()
            parser.set_database(self.database)
            parts.append(parser.parse_query(f"{question.prefix}*", parser.FLAG_WILDCARD))
        found = query(query.OP_AND, parts) if parts else query.MatchAll
        if question.country:
            found = query(query.OP_FILTER, found, query(f"X{question.country}"))
        return found


def peer() -> Xapian | None:
    """The engine, where Debian's package is installed and fits this Python."""
    if DEBIAN not in sys.path:
        sys.path.append(DEBIAN)
    try:
        import xapian
    except ImportError:
        return None
    return Xapian(xapian)
