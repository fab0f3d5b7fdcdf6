"""A corpus goes in, a generation of columnar segments, one for each batch, comes out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from index.columns import Generation, Segment, SegmentBuilder
from index.document import Fields
from tests.search.corpora import Corpus

MEMORY = 1 << 26


def build_generation(corpus: Corpus, folder: Path) -> Generation:
    """Build the segments of a corpus in a folder, and open them as they would be after a commit."""
    ids = [[each.article.id for each in batch] for batch in corpus.batches]
    live = [np.array([each not in corpus.removed for each in batch]) for batch in ids]
    stories = [
        np.array([corpus.stories[each] for each in batch], np.uint32) if corpus.stories else None for batch in ids
    ]
    return Generation(
        number=1,
        name="1-test",
        created=datetime.now(UTC),
        fields=Fields(),
        metadata={},
        segments=tuple(segment for number in range(len(ids)) for segment in build_segments(corpus, number, folder)),
        live=tuple(None if flags.all() else flags for flags in live),
        stories=tuple(stories),
    )


def build_segments(corpus: Corpus, batch: int, folder: Path) -> list[Segment]:
    builder = SegmentBuilder(folder, Fields(), MEMORY)
    for article in corpus.batches[batch]:
        builder.add(article)
    return [Segment(folder, summary) for summary in builder.finish()]
