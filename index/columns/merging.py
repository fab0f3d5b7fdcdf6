"""Several segments go in, one without their deleted articles comes out; and which segments that should be.

Nothing is analysed again and no posting is touched by itself: postings are decoded a range of terms at a time,
renumbered, sorted and coded again as arrays.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import Ints, bounds, spans
from index.columns.coding import PostingLists
from index.columns.inversion import chunks
from index.columns.segment import Segment, SegmentSummary
from index.columns.writing import SegmentContent, write_segment
from index.document import Fields

# Occurrences that are merged, and bytes of stored articles that are copied, at once.
OCCURRENCES = 1 << 17
STORED = 1 << 22


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a generation in the making, and which of its articles are left."""

    segment: Segment
    live: NDArray[np.bool_]

    @property
    def documents(self) -> int:
        """The number of documents that are left."""
        return int(np.diff(self.segment.article_starts)[self.live].sum())


@dataclass(frozen=True, slots=True)
class MergePolicy:
    """When segments become one.

    A segment is left alone as long as it has at least as many documents as all smaller ones together: so there are
    few segments (some log2 of the documents), a document is rewritten as seldom, and what two processes wrote side by
    side need not be written again by one. Segments of fewer than `small` documents are merged whenever there is
    another, which costs less than searching them one by one. No segments of more than `most` documents together become
    one, which bounds the memory that merging takes: the postings of the commonest term, some 60 bytes an occurrence. A
    segment with a greater part than `waste` of its articles deleted is rewritten, with the others where that fits.
    """

    small: int = 1000
    most: int = 1 << 20
    waste: float = 0.25

    def chosen(self, parts: Sequence[Part]) -> list[set[int]]:
        """Which of these should become one; one that stands alone should be rewritten."""
        sizes = [part.documents for part in parts]
        crowd = self.crowded(sizes)
        wasteful = {n for n, part in enumerate(parts) if part.live.mean() < 1 - self.waste}
        if sum(sizes[n] for n in crowd | wasteful) <= self.most:
            return [crowd | wasteful]
        return [crowd, *({n} for n in wasteful - crowd)]

    def crowded(self, sizes: Sequence[int]) -> set[int]:
        """Which segments of these numbers of documents should become one: the smaller ones, from some size on."""
        smaller, crowd = 0, 0
        order = sorted(range(len(sizes)), key=sizes.__getitem__)
        for count, n in enumerate(order, 1):
            if smaller + sizes[n] > self.most:
                break
            if sizes[n] < max(smaller, self.small):
                crowd = count
            smaller += sizes[n]
        return set(order[:crowd]) if crowd > 1 else set()


def tidy(folder: Path, parts: Sequence[Part], fields: Fields, policy: MergePolicy) -> list[Part]:
    """Merge what should be merged into new segments, which come last."""
    crowds = policy.chosen(parts)
    rest = [part for n, part in enumerate(parts) if not any(n in crowd for crowd in crowds)]
    left = ([part for n, part in enumerate(parts) if n in crowd and part.live.any()] for crowd in crowds)
    return rest + [_united(folder, crowd, fields) for crowd in left if crowd]


def _united(folder: Path, crowd: Sequence[Part], fields: Fields) -> Part:
    """These as one; the only one as it is where nothing is deleted of it."""
    if len(crowd) == 1 and crowd[0].live.all():
        return crowd[0]
    summary = merge(folder, crowd, fields)
    return Part(Segment(folder, summary), np.ones(summary.articles, np.bool_))


def merge(folder: Path, parts: Sequence[Part], fields: Fields) -> SegmentSummary:
    """Write one segment with the live articles of `parts`, in their order."""
    segments, articles = [part.segment for part in parts], [part.live for part in parts]
    documents = [part.live[part.segment.article_of] for part in parts]
    content = SegmentContent(
        fields=fields,
        article_ids=joined([s.article_ids for s in segments], articles),
        dates=joined([s.dates for s in segments], articles),
        signatures=joined([s.signatures for s in segments], articles),
        stored=_stored(parts),
        stored_sizes=joined([np.diff(s.stored_offsets) for s in segments], articles),
        article_starts=bounds(joined([np.diff(s.article_starts) for s in segments], articles)),
        ordinals=joined([s.ordinals for s in segments], documents),
        position_bits=joined([s.position_bits for s in segments], documents),
        lengths={field: joined([s.lengths(field) for s in segments], documents) for field in fields.text},
        labels={field: dict(ChainMap(*(s.labels(field) for s in reversed(segments)))) for field in fields.facets},
        postings=lambda field: merged_postings(segments, documents, field),
    )
    return write_segment(folder, content)


def joined(columns: Sequence[NDArray[Any]], left: Sequence[NDArray[np.bool_]]) -> NDArray[Any]:
    """The rows of a column that are left, of all segments."""
    return np.concatenate([column[rows] for column, rows in zip(columns, left, strict=True)])


def _stored(parts: Sequence[Part]) -> Iterator[bytes]:
    """The stored forms of the articles that are left, by runs of neighbours."""
    for part in parts:
        ends = part.segment.stored_offsets
        edges = np.flatnonzero(np.diff(part.live, prepend=False, append=False))
        for first, last in edges.reshape(-1, 2).tolist():
            for start, stop in chunks(ends[first : last + 1], STORED):
                yield part.segment.stored_bytes(first + start, first + stop)


def merged_postings(
    segments: Sequence[Segment], left: Sequence[NDArray[np.bool_]], field: str
) -> Iterator[PostingLists]:
    """The postings of a field, over the documents that are left, numbered anew."""
    vocabularies = [segment.vocabulary(field) for segment in segments]
    all_left = np.concatenate(left)
    numbers = np.where(all_left, np.cumsum(all_left) - 1, -1)
    renumbered = np.split(numbers, np.cumsum([len(rows) for rows in left])[:-1])
    share = max(1, OCCURRENCES // len(segments))
    pivots = {v.term(start) for v in vocabularies for start, _ in chunks(bounds(v.frequencies), share)}
    places = [[v.place(pivot) for pivot in sorted(pivots)] + [len(v)] for v in vocabularies]
    for ranges in zip(*map(pairwise, places), strict=True):
        lists = (segment.posting_lists(field, *terms) for segment, terms in zip(segments, ranges, strict=True))
        merged = merge_lists(list(lists), renumbered)
        if merged.terms:
            yield merged


def merge_lists(lists: Sequence[PostingLists], renumbered: Sequence[Ints]) -> PostingLists:
    """The lists as one, with each document's new number instead of its old, and without those whose number is -1."""
    texts = sorted(set().union(*(one.terms for one in lists)))
    numbers = {text: number for number, text in enumerate(texts)}
    term = np.concatenate([np.repeat(_numbers(one.terms, numbers), one.document_frequencies) for one in lists])
    document = np.concatenate([new[one.documents] for one, new in zip(lists, renumbered, strict=True)])
    # One number sorts a posting by term, and then by the order of the segments and in them.
    left = np.flatnonzero(document >= 0)
    order = np.sort(term[left] << 32 | left) & 0xFFFFFFFF
    frequency = np.concatenate([one.frequencies for one in lists])
    counts = np.bincount(term[order], minlength=len(texts))
    found = counts > 0
    return PostingLists(
        [text for text, there in zip(texts, found, strict=True) if there],
        counts[found],
        document[order],
        frequency[order],
        None if lists[0].positions is None else _positions(lists, frequency, order),
    )


def _numbers(terms: Sequence[str], numbers: Mapping[str, int]) -> Ints:
    return np.fromiter((numbers[term] for term in terms), np.int64, len(terms))


def _positions(lists: Sequence[PostingLists], frequency: Ints, order: Ints) -> Ints:
    positions = np.concatenate([one.positions for one in lists if one.positions is not None])
    return positions[spans(bounds(frequency)[order], frequency[order])]
