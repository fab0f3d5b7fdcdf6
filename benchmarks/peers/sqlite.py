"""SQLite FTS5 (in Python), with the same tokens; facet counts are exact, in articles, by joins."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from benchmarks.corpus import FACETS, Corpus
from benchmarks.workloads import Question

FILE = "fts.db"
COUNT = (
    "SELECT value, COUNT(DISTINCT article) AS n FROM {kind} WHERE row IN ({rows}) "
    "GROUP BY value ORDER BY n DESC, value LIMIT 30"
)


class Sqlite:
    """One FTS5 table, and one table of (row, article, value) for each facet."""

    name = "SQLite FTS5"
    # Beyond, a filter with a common word takes it minutes.
    most = 20_000

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Insert every paragraph, index the facets, optimise."""
        database = sqlite3.connect(folder / FILE)
        database.execute("PRAGMA synchronous = OFF")
        database.execute("CREATE VIRTUAL TABLE text USING fts5(stem, tokenize = 'ascii')")
        rows = range(corpus.paragraphs)
        database.executemany(
            "INSERT INTO text (rowid, stem) VALUES (?, ?)", ((row, " ".join(corpus.text(row))) for row in rows)
        )
        for kind in FACETS:
            database.execute(f"CREATE TABLE {kind} (row INTEGER, article INTEGER, value TEXT)")
            values = ((row, int(corpus.articles[row]), v) for row in rows for v in corpus.facet(kind, row))
            database.executemany(f"INSERT INTO {kind} VALUES (?, ?, ?)", values)
            database.execute(f"CREATE INDEX {kind}_row ON {kind} (row, value, article)")
            database.execute(f"CREATE INDEX {kind}_value ON {kind} (value, row)")
        database.execute("INSERT INTO text (text) VALUES ('optimize')")
        database.commit()
        database.close()

    def open(self, folder: Path) -> None:
        """Connect, read-only."""
        self.database = sqlite3.connect(f"file:{folder / FILE}?mode=ro", uri=True)

    def ask(self, question: Question, facets: bool) -> int:
        """Top ten by bm25(), a count, and a join for each facet."""
        rows, arguments = self._rows(question)
        ranked = "ORDER BY rank" if self._match(question) else ""
        self.database.execute(f"{rows} {ranked} LIMIT 10", arguments).fetchall()
        (found,) = self.database.execute(f"SELECT COUNT(*) FROM ({rows})", arguments).fetchone()
        if facets:
            for kind in FACETS:
                self.database.execute(COUNT.format(kind=kind, rows=rows), arguments).fetchall()
        return int(found)

    def add_one(self, corpus: Corpus, folder: Path) -> None:
        """Insert the paragraphs of the first article."""
        database = sqlite3.connect(folder / FILE)
        row = 0
        while corpus.articles[row] == 0:
            number = corpus.paragraphs + row
            database.execute("INSERT INTO text (rowid, stem) VALUES (?, ?)", (number, " ".join(corpus.text(row))))
            for kind in FACETS:
                values = ((number, int(corpus.articles[-1]) + 1, value) for value in corpus.facet(kind, row))
                database.executemany(f"INSERT INTO {kind} VALUES (?, ?, ?)", values)
            row += 1
        database.commit()
        database.close()

    def _match(self, question: Question) -> str:
        parts = [f'"{word}"' for word in question.words]
        if question.phrase:
            parts.append(f'"{" ".join(question.phrase)}"')
        if question.prefix:
            parts.append(f"{question.prefix}*")
        return " AND ".join(parts)

    def _rows(self, question: Question) -> tuple[str, tuple[str, ...]]:
        conditions, arguments = [], []
        if match := self._match(question):
            conditions.append("text MATCH ?")
            arguments.append(match)
        if question.country:
            conditions.append("rowid IN (SELECT row FROM country WHERE value = ?)")
            arguments.append(question.country)
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return f"SELECT rowid FROM text{where}", tuple(arguments)


def peer() -> Sqlite | None:
    """The engine, where Python's SQLite has FTS5."""
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    except sqlite3.OperationalError:
        return None
    return Sqlite()
