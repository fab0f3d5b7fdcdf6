"""Articles with their scores, dates and ids go in; the first of them, in order, come out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.columnar.kernels.compiled import compiled

Numbers = NDArray[np.int32]
Articles = NDArray[np.int64]
Scores = NDArray[np.float32]
Ids = NDArray[np.uint64]

STEP = 64
BLOCK = 1024


@compiled
def best_of_each(documents: Numbers, scores: Scores, article_of: Numbers) -> tuple[Numbers, Scores]:
    """The articles of ascending documents, each once, and the best score of its documents."""
    articles, best = np.empty(len(documents), np.int32), np.empty(len(documents), np.float32)
    owners = np.empty(BLOCK, np.int32)
    found, last, top = -1, -1, np.float32(0)
    for first in range(0, len(documents), BLOCK):
        size = min(BLOCK, len(documents) - first)
        # The processor waits for many articles at once if nothing else is done meanwhile.
        for row in range(size):
            owners[row] = article_of[documents[first + row]]
        for row in range(size):
            article, score = owners[row], scores[first + row]
            # No branches: which document is the first of its article is not to be foreseen.
            top = score if article != last else max(top, score)
            found += article != last
            articles[found] = last = article
            best[found] = top
    return articles[: found + 1], best[: found + 1]


@compiled
def before(a: int, b: int, articles: Articles, scores: Scores, days: Numbers, ids: Ids) -> bool:
    """Whether row a comes before row b: by score, highest first, then by day and id of its article, lowest first."""
    here, there = articles[a], articles[b]
    if scores[a] != scores[b]:
        return bool(scores[a] > scores[b])
    if days[here] != days[there]:
        return bool(days[here] < days[there])
    return bool(ids[here] < ids[there])


@compiled
def sink(
    heap: NDArray[np.int64], at: int, size: int, articles: Articles, scores: Scores, days: Numbers, ids: Ids
) -> None:
    """Let the row at a place of a heap sink below all that come after it."""
    row = heap[at]
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and before(heap[child], heap[child + 1], articles, scores, days, ids):
            child += 1
        if not before(row, heap[child], articles, scores, days, ids):
            break
        heap[at] = heap[child]
        at = child
    heap[at] = row


@compiled
def leading(count: int, articles: Articles, scores: Scores, days: Numbers, ids: Ids) -> NDArray[np.int64]:
    """The first `count` rows by `before`, in that order: a heap keeps the best so far, the last of them on top.

    A row is one of `articles` and its score; `days` and `ids` have one entry for each article of all.
    """
    size = min(count, len(articles))
    heap = np.arange(size)
    for at in range(size // 2 - 1, -1, -1):
        sink(heap, at, size, articles, scores, days, ids)
    floor = scores[heap[0]] if size else np.float32(np.inf)
    # Rows are often in the order of their dates: by steps, the best of them do not come last.
    for first in range(size, size + STEP):
        for row in range(first, len(articles), STEP):
            # Most rows go no further than this.
            if scores[row] >= floor and before(row, heap[0], articles, scores, days, ids):
                heap[0] = row
                sink(heap, 0, size, articles, scores, days, ids)
                floor = scores[heap[0]]
    for end in range(size - 1, 0, -1):
        heap[0], heap[end] = heap[end], heap[0]
        sink(heap, 0, end, articles, scores, days, ids)
    return heap
