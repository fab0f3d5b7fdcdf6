"""What is selected in each part, and how it scores, go in; the hits of one window come out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search.columnar.collection import Articles, Collection
from search.columnar.contenders import ScoredDocuments
from search.columnar.counting import Counted
from search.columnar.found import Found
from search.columnar.ordering import leading
from search.columnar.ranking import Ranking, date_keys
from search.columnar.sets import NumberSet
from search.matches import ArticleMatch, ParagraphMatch
from search.plan import Plan
from search.query import Sort


class Hits:
    """The hits of one plan, given what was found in each part."""

    def __init__(self, collection: Collection, plan: Plan, counted: Counted, found: Sequence[Found]) -> None:
        self._collection = collection
        self._plan = plan
        self._counted = counted
        self._found = found

    def window(self) -> tuple[ArticleMatch, ...]:
        """The hits from `plan.offset` on, `plan.limit` at most."""
        if not self._plan.limit:
            return ()
        ranking = Ranking(self._collection, self._counted)
        wanted = self._plan.offset + self._plan.limit
        if self._plan.sort is Sort.RELEVANCE and any(found.bound for found in self._found):
            ranked = ranking.by_score(wanted, self._found)
        else:
            ranked = ranking.by_date(wanted, self._plan.sort is Sort.OLDEST)
        window = ranked[self._plan.offset :]
        hits = {}
        for number in range(len(self._found)):
            hits.update(self._hits_of(number, window, ranking.scored[number]))
        return tuple(hits[article] for article in window.tolist())

    def _hits_of(self, number: int, window: Articles, scored: ScoredDocuments | None) -> dict[int, ArticleMatch]:
        """The hits that are in a part."""
        selection = self._counted.selections[number]
        part, segment = selection.part, selection.part.segment
        here = np.sort(window.compress((window >= part.base) & (window < part.base + segment.article_count)))
        articles = NumberSet(segment.article_count, here - part.base)
        if scored is None:
            documents = part.owned(selection.documents, articles)
            scored = ScoredDocuments(documents, self._found[number].scores(documents))
        starts, stops = (
            scored.documents.numbers.searchsorted(segment.article_starts.take(articles.numbers + step)).tolist()
            for step in (0, 1)
        )
        hits = {}
        for article, start, stop in zip(here.tolist(), starts, stops, strict=True):
            ordinals = segment.ordinals.take(scored.documents.numbers[start:stop])
            hits[article] = self._hit(article, scored.scores[start:stop].tolist(), ordinals.tolist())
        return hits

    def _hit(self, article: int, scores: list[float], ordinals: list[int]) -> ArticleMatch:
        ranked = sorted(zip([-score for score in scores], ordinals, strict=True))
        return ArticleMatch(
            article=self._id(article),
            score=-ranked[0][0] if ranked else 0.0,
            matching_paragraphs=len(ranked),
            paragraphs=tuple(ParagraphMatch(ordinal, -score) for score, ordinal in ranked[: self._plan.paragraphs]),
            copies=tuple(map(self._id, self._copies(article))) if self._counted.fold else (),
        )

    def _copies(self, article: int) -> list[int]:
        """The other selected articles of the same story, newest first."""
        copies = self._counted.copies(article)
        order = leading(date_keys(self._collection, copies), len(copies), len(copies))
        return [int(copy) for copy in copies.take(order)]

    def _id(self, article: int) -> str:
        return f"{int(self._collection.article_ids[article]):016x}"
