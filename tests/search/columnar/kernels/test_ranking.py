"""Rows are ranked as sorting ranks them."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.columnar.kernels import ranking as kernels

rows = st.tuples(st.integers(0, 4), st.integers(-2, 2))


@given(st.lists(rows, max_size=400), st.integers(0, 20))
@settings(deadline=None)
def test_the_first_rows_come_by_score_then_day_then_id(drawn: list[tuple[int, int]], count: int) -> None:
    ids = np.random.default_rng(len(drawn)).permutation(len(drawn)).astype(np.uint64)
    expected = sorted(range(len(drawn)), key=lambda row: (-drawn[row][0], drawn[row][1], ids[row]))[:count]
    scores = np.array([score for score, _ in drawn], np.float32)
    days = np.array([day for _, day in drawn], np.int32)
    assert kernels.leading(count, np.arange(len(drawn)), scores, days, ids).tolist() == expected


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=40))
@settings(deadline=None)
def test_an_article_scores_what_its_best_document_does(pairs: list[tuple[int, int]]) -> None:
    pairs.sort(key=lambda pair: pair[0])
    article_of = np.array([article for article, _ in pairs], np.int32)
    scores = np.array([score for _, score in pairs], np.float32)
    articles, best = kernels.best_of_each(np.arange(len(pairs), dtype=np.int32), scores, article_of)
    expected = {article: max(s for a, s in pairs if a == article) for article, _ in pairs}
    assert dict(zip(articles.tolist(), best.tolist(), strict=True)) == expected
