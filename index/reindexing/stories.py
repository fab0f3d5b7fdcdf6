"""The segments of a generation in the making go in; which of its articles are copies of one text comes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.columns import Generation
from index.columns.merging import Part
from index.columns.segment import NO_DATE, Segment
from index.copies import UNKNOWN, Printed, stories

Ints: TypeAlias = NDArray[np.int64]
SOURCE = "source"


def tell_stories(parts: Sequence[Part], base: Generation | None = None) -> list[NDArray[np.uint32]]:
    """The number of the story of each article of each part; an article that has left the index is one of its own.

    What is known of the generation that they are built on is taken from there where it is the beginning of them.
    """
    live = np.concatenate([part.live for part in parts] or [np.zeros(0, np.bool_)])
    numbers = np.arange(len(live), dtype=np.uint32)
    if live.any():
        places = np.flatnonzero(live)
        signatures = np.concatenate([_signatures(part) for part in parts])
        printed = Printed(_days(parts)[places], _sources(parts)[places])
        known = _known(base, np.concatenate([part.segment.article_ids for part in parts])[places])
        numbers[places] = places[stories(signatures, printed, known)]
    ends = np.cumsum([len(part.live) for part in parts])
    return [numbers[end - len(part.live) : end] for part, end in zip(parts, ends, strict=True)]


def _known(base: Generation | None, ids: NDArray[np.uint64]) -> Ints | None:
    """The stories of the articles of a generation, numbered as they are here; None where these do not begin so."""
    told = [each for each in base.stories if each is not None] if base else []
    if base is None or not told or len(told) < len(base.segments):
        return None
    places = np.flatnonzero(np.concatenate(list(base.left())))
    before = np.concatenate([segment.article_ids for segment in base.segments])[places]
    if not np.array_equal(before, ids[: len(before)]):
        return None
    return np.searchsorted(places, np.concatenate(told)[places]).astype(np.int64)


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
