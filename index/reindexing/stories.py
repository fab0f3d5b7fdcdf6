"""The segments of a generation in the making go in; which of its articles are copies of one text comes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.columns.merging import Part
from index.columns.segment import NO_DATE, Segment
from index.copies import UNKNOWN, Printed, stories

Ints: TypeAlias = NDArray[np.int64]
SOURCE = "source"


def tell_stories(parts: Sequence[Part]) -> list[NDArray[np.uint32]]:
    """The number of the story of each article of each part; an article that has left the index is one of its own."""
    live = np.concatenate([part.live for part in parts] or [np.zeros(0, np.bool_)])
    numbers = np.arange(len(live), dtype=np.uint32)
    if live.any():
        places = np.flatnonzero(live)
        signatures = np.concatenate([_signatures(part) for part in parts])
        numbers[places] = places[stories(signatures, Printed(_days(parts)[places], _sources(parts)[places]))]
    ends = np.cumsum([len(part.live) for part in parts])
    return [numbers[end - len(part.live) : end] for part, end in zip(parts, ends, strict=True)]


def _signatures(part: Part) -> NDArray[np.uint64]:
    """The signatures of the articles that are left; not copied where all are, for there may be many."""
    return part.segment.signatures if part.live.all() else part.segment.signatures[part.live]


def _days(parts: Sequence[Part]) -> Ints:
    days = np.concatenate([part.segment.dates for part in parts]).astype(np.int64)
    return np.where(days == NO_DATE, UNKNOWN, days)


def _sources(parts: Sequence[Part]) -> Ints:
    """The number of the source of each article, the same in every segment."""
    numbers: dict[str, int] = {}
    return np.concatenate([_sources_of(part.segment, numbers) for part in parts])


def _sources_of(segment: Segment, numbers: dict[str, int]) -> Ints:
    sources = np.full(segment.article_count, UNKNOWN, np.int64)
    if SOURCE in segment.fields.facets:
        values = segment.values(SOURCE)
        numbered = np.array([numbers.setdefault(name, len(numbers)) for name in values.names], np.int64)
        has_one = np.diff(values.article_offsets) > 0
        sources[has_one] = numbered[values.article_values[values.article_offsets[:-1][has_one]]]
    return sources
