"""What is selected in one part of a collection: the paragraphs that match, and their articles."""

from __future__ import annotations

import numpy as np

from index.columns.lazy import lazy
from search.columnar.kernels import ranking as kernels
from search.columnar.part import Part
from search.columnar.scoring import Scores
from search.columnar.sets import NumberSet


class Selection:
    """Documents of a part that match, and articles: without `articles`, those that the documents are of."""

    def __init__(self, part: Part, documents: NumberSet, articles: NumberSet | None = None) -> None:
        self.part = part
        self.documents = documents
        self._articles = articles

    @lazy
    def articles(self) -> NumberSet:
        """The selected articles; some may have no document that matches."""
        return self.part.owners(self.documents) if self._articles is None else self._articles

    def best(self, scores: Scores) -> Scores:
        """The score of each selected article: that of its best document, nothing for one that has none."""
        articles, best = kernels.best_of_each(self.documents.numbers, scores, self.part.segment.article_of)
        if self._articles is None:
            # They need not be looked for again.
            self.articles = NumberSet(self.part.segment.article_count, articles)
        elif len(articles) < len(self.articles):
            everywhere = np.zeros(len(self.articles), np.float32)
            everywhere[self.articles.numbers.searchsorted(articles)] = best
            return everywhere
        return best

    def with_articles(self, wanted: NumberSet) -> Selection:
        """The selected articles that are wanted, and their documents."""
        if self._articles is None:
            return Selection(self.part, self.part.owned(self.documents, wanted))
        articles = self._articles & wanted
        return Selection(self.part, self.part.owned(self.documents, articles), articles)

    def with_documents(self, wanted: NumberSet) -> Selection:
        """The selected documents that are wanted, and the articles that keep one."""
        return Selection(self.part, self.documents & wanted)
