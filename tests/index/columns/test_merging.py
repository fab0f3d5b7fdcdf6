"""Merged segments hold what a segment built of the same articles at once would hold."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.columns import Segment, WriteLock, open_generation, publish
from index.columns.merging import MergePolicy, Part, merge, tidy
from index.document import IndexedArticle
from tests.index.columns.corpus import FIELDS, article, articles, build, index


def content(segment: Segment) -> list[object]:
    """Everything that can be read from a segment."""
    fields = (*FIELDS.text, *FIELDS.keyword, *FIELDS.facets)
    columns = [segment.values(field) for field in FIELDS.facets]
    return [
        [segment.stored(n) for n in range(segment.article_count)],
        segment.article_ids.tolist(),
        segment.dates.tolist(),
        segment.signatures.tolist(),
        segment.article_starts.tolist(),
        segment.ordinals.tolist(),
        segment.position_bits.tolist(),
        [segment.lengths(field).tolist() for field in FIELDS.text],
        [list(segment.vocabulary(field)) for field in fields],
        [[part.tolist() for part in segment.postings(f, n)] for f in fields for n in range(len(segment.vocabulary(f)))],
        [
            [part.tolist() for part in segment.positions(f, n)]
            for f in FIELDS.text
            for n in range(len(segment.vocabulary(f)))
        ],
        [(c.paragraph_offsets.tolist(), c.paragraph_values.tolist()) for c in columns],
        [(c.article_offsets.tolist(), c.article_values.tolist()) for c in columns],
        [segment.labels(field) for field in FIELDS.facets],
    ]


def one_segment(folder: Path) -> Segment:
    [segment] = open_generation(folder).segments
    return segment


@given(articles.filter(lambda a: len(a) > 2), st.data())
@settings(max_examples=60, deadline=None)
def test_a_merge_keeps_what_is_left_and_nothing_else(indexed: list[IndexedArticle], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(indexed) - 1))
    left = data.draw(st.lists(st.booleans(), min_size=len(indexed), max_size=len(indexed)).filter(any))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        summaries = build(folder, indexed[:cut]) + build(folder, indexed[cut:])
        lives = np.array(left[:cut]), np.array(left[cut:])
        parts = [Part(Segment(folder, s), live) for s, live in zip(summaries, lives, strict=True)]
        [whole] = build(folder, [one for one, stays in zip(indexed, left, strict=True) if stays])
        assert content(Segment(folder, merge(folder, parts, FIELDS))) == content(Segment(folder, whole))


def test_a_large_merge_takes_many_ranges_of_terms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.columns.merging.OCCURRENCES", 8)
    monkeypatch.setattr("index.columns.merging.STORED", 300)
    monkeypatch.setattr("index.columns.inversion.CHUNK", 8)
    words = ["le", "char", "de", "la", "brigade", "passe", "la", "frontière"]
    indexed = [article(n, [([f"mot{n * 7 % 40}", *words[: n % 8]], ["macron"] * (n % 3))]) for n in range(40)]
    for name, size in (("merged", 9), ("whole", 40)):
        folder = tmp_path / name
        with WriteLock(folder) as lock:
            batches = [build(folder, indexed[n : n + size]) for n in range(0, 40, size)]
            publish(lock, None, [one for batch in batches for one in batch], (), FIELDS, {})
    assert content(one_segment(tmp_path / "merged")) == content(one_segment(tmp_path / "whole"))


@pytest.mark.parametrize(
    ("sizes", "crowd"),
    [
        ([], set()),
        ([5], set()),
        ([5, 7], {0, 1}),
        ([100_000, 5], set()),
        ([5, 100_000, 7], {0, 2}),
        ([2_000, 2_000], set()),
        ([2_000, 2_000, 2_000], {0, 1, 2}),
        ([9_000, 2_000], set()),
        ([9_000, 3_000, 2_000], set()),
        ([90_000, 4_000, 3_000, 2_000], {1, 2, 3}),
        ([100_000] * 8, set(range(8))),
        ([400_000] * 8, set()),
        ([1_000_000, 90_000, 9, 9], {2, 3}),
    ],
)
def test_a_segment_is_left_alone_while_it_outweighs_the_smaller_ones(sizes: Sequence[int], crowd: set[int]) -> None:
    assert MergePolicy().crowded(sizes) == crowd


@given(st.lists(st.integers(1, 3000), max_size=60))
@settings(deadline=None)
def test_there_are_never_many_segments_however_they_come(added: list[int]) -> None:
    sizes: list[int] = []
    for size in added:
        sizes.append(size)
        crowd = MergePolicy().crowded(sizes)
        merged = [sum(sizes[n] for n in crowd)] if crowd else []
        sizes = [s for n, s in enumerate(sizes) if n not in crowd] + merged
        assert 2 ** max(0, len(sizes) - 2) <= max(sum(sizes) / 1000, 1)


@pytest.mark.parametrize(("most", "sizes"), [(15, [15]), (14, [5, 5, 5])])
def test_deletions_are_reclaimed_without_making_a_segment_that_is_too_large(
    tmp_path: Path, most: int, sizes: list[int]
) -> None:
    indexed = [article(n, [(["char"], [])]) for n in range(24)]
    added = [summary for n in range(0, 24, 8) for summary in build(tmp_path, indexed[n : n + 8])]
    live = np.arange(8) > 2
    parts = [Part(Segment(tmp_path, summary), live) for summary in added]
    tidied = tidy(tmp_path, parts, FIELDS, MergePolicy(small=1, most=most))
    assert [part.segment.article_count for part in tidied] == sizes
    assert all(part.live.all() for part in tidied)


def test_deletions_are_reclaimed_when_they_are_many(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    indexed = [article(n, [(["char"], [])]) for n in range(8)]
    index(folder, indexed)
    for removed, articles_kept in ((1, 8), (2, 8), (3, 5)):
        with WriteLock(folder) as lock:
            publish(lock, open_generation(folder), (), [indexed[removed].article.id], FIELDS, {})
        assert one_segment(folder).article_count == articles_kept
    with WriteLock(folder) as lock:
        publish(lock, open_generation(folder), (), [one.article.id for one in indexed], FIELDS, {})
    assert open_generation(folder).segments == ()
