"""The segments of a generation in the making go in; which of its articles are copies of one text comes out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns.merging import Part
from index.copies import stories


def tell_stories(parts: Sequence[Part]) -> list[NDArray[np.uint32]]:
    """The number of the story of each article of each part; an article that has left the index is one of its own."""
    live = np.concatenate([part.live for part in parts] or [np.zeros(0, np.bool_)])
    numbers = np.arange(len(live), dtype=np.uint32)
    if live.any():
        places = np.flatnonzero(live)
        numbers[places] = places[stories(np.concatenate([_signatures(part) for part in parts]))]
    ends = np.cumsum([len(part.live) for part in parts])
    return [numbers[end - len(part.live) : end] for part, end in zip(parts, ends, strict=True)]


def _signatures(part: Part) -> NDArray[np.uint64]:
    """The signatures of the articles that are left; not copied where all are, for there may be many."""
    return part.segment.signatures if part.live.all() else part.segment.signatures[part.live]
