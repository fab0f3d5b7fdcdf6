"""A generation goes in, the `Searcher` that answers plans from its arrays comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.columns import Generation
from search.columnar.collection import Collection
from search.columnar.evaluation import Evaluation
from search.columnar.expansion import commonest, frequencies, nearest
from search.columnar.rehearsal import rehearsal
from search.columnar.scoring import Bm25
from search.engine import Searcher, TermCount
from search.matches import Matches, StoredArticle
from search.plan import Plan


def open_searcher(generation: Generation, formula: Bm25 | None = None) -> ColumnarSearcher:
    """A searcher of one generation; `formula` scores, Lucene's BM25 where it is None."""
    return ColumnarSearcher(Collection(generation, formula or Bm25()))


class ColumnarSearcher(Searcher):
    """One generation; immutable, and used by many threads at once."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self._collection.generation

    def rehearse(self) -> None:
        """Make ready what the first answers would wait for.

        The first time after an installation the loops are compiled, which takes some seconds; then they are loaded.
        """
        for plan in rehearsal(self._collection):
            self.match(plan)

    def match(self, plan: Plan) -> Matches:
        """Evaluate a plan.

        Raises `SearchTimeoutError` where `plan.seconds` are too few to find anything, `DamagedIndexError` where the
        index is not what was written. What the index does not hold (a field, a term, a value) matches nothing.
        """
        return Evaluation(self._collection, plan).run()

    def stored(self, article_ids: Sequence[str]) -> tuple[StoredArticle | None, ...]:
        """The articles of these ids, None for each one that this generation does not hold."""
        return tuple(self._stored(article_id) for article_id in article_ids)

    def _stored(self, article_id: str) -> StoredArticle | None:
        found = self._collection.find(article_id)
        return StoredArticle(*found[0].segment.stored(found[1])) if found else None

    def copies(self, article_id: str) -> tuple[str, ...]:
        """The ids of the other articles of an article's story, newest first; none for an unknown id."""
        found = self._collection.find(article_id)
        return self._collection.copies(found[0].base + found[1]) if found else ()

    def articles(self) -> Iterator[StoredArticle]:
        """Every article, in the order of the index."""
        for part in self._collection.parts:
            for number in part.articles.numbers.tolist():
                yield StoredArticle(*part.segment.stored(number))

    def complete(self, field: str, prefix: str, limit: int) -> tuple[TermCount, ...]:
        """The commonest terms of a field that begin with `prefix`."""
        return tuple(commonest(self._collection, field, prefix, limit))

    def near(self, field: str, text: str, edits: int, limit: int) -> tuple[TermCount, ...]:
        """The commonest terms of a field within `edits` of `text`, nearest first."""
        return tuple(nearest(self._collection, field, text, edits, limit))

    def vocabulary(self, field: str) -> dict[str, int]:
        """Every term of a field and the number of paragraphs that hold it; deleted ones count until a merge."""
        return frequencies(self._collection, field)

    def count(self, field: str, text: str) -> int:
        """The number of paragraphs that hold a term."""
        return self._collection.count(field, text)

    def labels(self, field: str) -> dict[str, str]:
        """The label of every value of a facet field."""
        labels: dict[str, str] = {}
        for part in self._collection.parts:
            if field in part.segment.fields.facets:
                labels |= part.segment.labels(field)
        return labels
