"""What search returns, as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from index.article import Article, Paragraph, Zone
from index.document import Mention
from search.results import ArticleView
from web.presenting import view_json


class Counting(tuple[Mention, ...]):
    """Mentions that note how often they are gone through."""

    times = 0

    def __iter__(self) -> Iterator[Mention]:
        self.times += 1
        return super().__iter__()


def test_each_paragraph_has_its_mentions_and_all_are_gone_through_once() -> None:
    mentions = Counting(
        Mention("country", entity, entity.upper(), ordinal, 0, 1, "x", "alias", 1.0)
        for ordinal, entity in ((2, "ua"), (0, "ru"), (2, "fr"))
    )
    paragraphs = tuple(Paragraph(ordinal, "x", Zone.BODY, "test") for ordinal in range(3))
    article = Article("0" * 16, "a.txt", "x", None, None, None, None, paragraphs)
    told = view_json(ArticleView(article, {}, mentions))["paragraphs"]
    assert [[facet["id"] for facet in paragraph["facets"]] for paragraph in told] == [["ru"], [], ["ua", "fr"]]
    assert mentions.times == 1
