"""What is selected in one part of a collection: articles, and the paragraphs of them that match."""

from __future__ import annotations

from dataclasses import dataclass

from search.columnar.part import Part
from search.columnar.sets import NumberSet


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles of a part, and the documents of these that match; an article may have none."""

    part: Part
    articles: NumberSet
    documents: NumberSet

    def with_articles(self, wanted: NumberSet) -> Selection:
        """The selected articles that are wanted, and their documents."""
        articles = self.articles & wanted
        if len(articles) == len(self.articles):
            return self
        return Selection(self.part, articles, self.part.owned(self.documents, articles))

    def with_documents(self, wanted: NumberSet) -> Selection:
        """The selected documents that are wanted, and the articles that keep one."""
        documents = self.documents & wanted
        return Selection(self.part, self.part.owners(documents), documents)
