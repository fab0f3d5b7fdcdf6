"""The boundary to an engine: one immutable generation that answers plans and gives back what it stores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from search.matches import Matches, StoredArticle
from search.plan import Plan


@dataclass(frozen=True, slots=True)
class TermCount:
    """A term of a field and the number of paragraphs that hold it."""

    term: str
    paragraphs: int


class Searcher(Protocol):
    """One generation of an index; immutable, and used by many threads at once."""

    @property
    def generation(self) -> str:
        """The name of the generation, which every answer carries."""

    def match(self, plan: Plan) -> Matches:
        """Evaluate a plan. Raises `DamagedIndexError` where the index is not what was written."""

    def stored(self, article_ids: Sequence[str]) -> tuple[StoredArticle | None, ...]:
        """The articles of these ids, None for each one that this generation does not hold."""

    def copies(self, article_id: str) -> tuple[str, ...]:
        """The ids of the other articles of an article's story, newest first; none for an unknown id."""

    def articles(self) -> Iterator[StoredArticle]:
        """Every article, in the order of the index."""

    def complete(self, field: str, prefix: str, limit: int) -> tuple[TermCount, ...]:
        """The commonest terms of a field that begin with `prefix`."""

    def near(self, field: str, text: str, edits: int, limit: int) -> tuple[TermCount, ...]:
        """The commonest terms of a field within `edits` of `text`, nearest first."""

    def vocabulary(self, field: str) -> dict[str, int]:
        """Every term of a field and the number of paragraphs that hold it; deleted ones may still count."""

    def count(self, field: str, text: str) -> int:
        """The number of paragraphs that hold a term."""

    def labels(self, field: str) -> dict[str, str]:
        """The label of every value of a facet field."""
