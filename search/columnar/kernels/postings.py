"""Coded postings of a term go in; its documents, what they score, and where the term stands in them come out.

A term is told by its `stream` of bits, the number of documents in its segment (`size`), the number that hold it
(`count`) and that of its occurrences (`frequency`). docs/index-format.md says what the bits mean. What is asked of few
documents is found by counting the ones before it, word by word: nothing on the way is decoded.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.columnar.kernels.bits import count_ones, following, later_one, lowest, next_one, number_at, window
from search.columnar.kernels.compiled import compiled

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int32]
Scores = NDArray[np.float32]
Words = NDArray[np.uint64]
Column = NDArray[np.integer]

U = np.uint64
# Finding a frequency by counting ones costs as much as decoding this many.
SELECT_COST = 48


# a term


@compiled
def layout(size: int, count: int, frequency: int) -> tuple[int, int, int, int]:
    """The width of low bits, and where high bits, frequencies and positions begin; see `index.columns.coding`."""
    if 4 * count >= size:
        low_bits, first = 0, size
    else:
        low_bits = 0
        while (size // count) >> (low_bits + 1):
            low_bits += 1
        first = count * low_bits + count + ((size - 1) >> low_bits)
    return low_bits, count * low_bits, first, first + (frequency if frequency > count else 0)


@compiled
def documents_of(stream: Bytes, size: int, count: int) -> Ints:
    """The documents that hold a term, ascending."""
    low_bits, high, _, _ = layout(size, count, count)
    found = np.empty(count, np.int32)
    at, number = high, 0
    while number < count:
        ones = window(stream, at)
        # After the last document comes something else.
        while ones and number < count:
            bucket = at - high + lowest(ones)
            if low_bits:
                bucket = (bucket - number) << low_bits | number_at(stream, number * low_bits, low_bits)
            found[number] = bucket
            number += 1
            ones &= ones - U(1)
        at = following(at)
    return found


@compiled
def places_of(stream: Bytes, size: int, count: int, documents: Ints) -> Ints:
    """Where each of some documents, ascending, is among those that hold a term, -1 if it does not."""
    if 4 * count >= size:
        return _places_in_bitmap(stream, documents)
    low_bits, high, end, _ = layout(size, count, count)
    places = np.full(len(documents), -1, np.int32)
    at, number = high, 0
    for row in range(len(documents)):
        wanted = documents[row]
        bucket = wanted >> low_bits
        while number < count:
            ones, after = window(stream, at), following(at)
            if after <= end:
                passed = number + count_ones(ones)
                if after - high - passed < bucket:
                    at, number = after, passed
                    continue
            if not ones:
                at = after
                continue
            place = at + lowest(ones)
            document = (place - high - number) << low_bits | number_at(stream, number * low_bits, low_bits)
            if document >= wanted:
                if document == wanted:
                    places[row] = number
                at = place
                break
            at, number = place + 1, number + 1
    return places


@compiled
def _places_in_bitmap(stream: Bytes, documents: Ints) -> Ints:
    places = np.full(len(documents), -1, np.int32)
    at, number = 0, 0
    for row in range(len(documents)):
        document = documents[row]
        while at + 64 <= document:
            number += count_ones(window(stream, at))
            at += 64
        ones, bit = window(stream, at), U(document - at)
        if ones >> bit & U(1):
            places[row] = number + count_ones(ones & ((U(1) << bit) - U(1)))
    return places


# scores
#
# The score of a document is weight * tf / (tf + norm), see `search.columnar.scoring.Bm25`; the norm of a document d is
# `norms[lengths[d]]`.


@compiled
def add_scores(
    scores: Scores, frequencies: Ints, documents: Ints, lengths: Column, norms: Scores, weight: np.float32
) -> None:
    """Add to `scores` what documents score that hold a term so often; nothing where that is never."""
    for row in range(len(documents)):
        often = np.float32(frequencies[row])
        scores[row] += weight * often / (often + norms[lengths[documents[row]]])


@compiled
def add_all_scores(
    scores: Scores,
    stream: Bytes,
    size: int,
    count: int,
    frequency: int,
    documents: Ints,
    lengths: Column,
    norms: Scores,
    weight: np.float32,
) -> None:
    """Add to `scores` what each of the documents that hold a term scores for it."""
    _, _, first, end = layout(size, count, frequency)
    if frequency == count:
        for row in range(count):
            scores[row] += weight / (np.float32(1) + norms[lengths[documents[row]]])
        return
    row, at = 0, first
    while row < count and at < end:
        ones = window(stream, at)
        while ones and row < count:
            place = min(at + lowest(ones), end)
            ones &= ones - U(1)
            if place > first:
                often = np.float32(place - first)
                scores[row] += weight * often / (often + norms[lengths[documents[row]]])
                row, first = row + 1, place
        at = following(at)
    if row < count:
        often = np.float32(end - first)
        scores[row] += weight * often / (often + norms[lengths[documents[row]]])


@compiled
def add_some_scores(
    scores: Scores,
    stream: Bytes,
    size: int,
    count: int,
    frequency: int,
    documents: Ints,
    places: Ints,
    lengths: Column,
    norms: Scores,
    weight: np.float32,
) -> None:
    """The same for some documents, given their places among all that hold the term; nothing where that is -1."""
    if frequency == count or len(documents) * SELECT_COST > count:
        frequencies = frequencies_of(stream, size, count, frequency)
        for row in range(len(documents)):
            if places[row] >= 0:
                often = np.float32(frequencies[places[row]])
                scores[row] += weight * often / (often + norms[lengths[documents[row]]])
        return
    _, _, at, end = layout(size, count, frequency)
    seen = 0
    for row in range(len(documents)):
        place = places[row]
        if place >= 0:
            first = later_one(stream, at, place - seen)
            at = next_one(stream, first + 1, end)
            often, seen = np.float32(at - first), place + 1
            scores[row] += weight * often / (often + norms[lengths[documents[row]]])


@compiled
def frequencies_of(stream: Bytes, size: int, count: int, frequency: int) -> Ints:
    """How often each of the documents that hold a term does."""
    if frequency == count:
        return np.ones(count, np.int32)
    frequencies = np.empty(count, np.int32)
    _, _, first, end = layout(size, count, frequency)
    row, at = 0, first
    while row < count and at < end:
        ones = window(stream, at)
        while ones and row < count:
            place = min(at + lowest(ones), end)
            ones &= ones - U(1)
            if place > first:
                frequencies[row] = place - first
                row, first = row + 1, place
        at = following(at)
    if row < count:
        frequencies[row] = end - first
    return frequencies


@compiled
def add_frequencies(
    words: Words,
    stream: Bytes,
    offsets: NDArray[np.int64],
    counts: Ints,
    frequencies: Ints,
    size: int,
    ranks: Ints,
    totals: Ints,
) -> None:
    """Add to the total of each document how often it holds any of some terms, which lie in `stream` at `offsets`.

    `words` has the bits of the documents that have a total, `ranks` the number of these before each word. Where there
    are no ranks yet, only the bits are set.
    """
    for term in range(len(offsets)):
        own = stream[offsets[term] :]
        documents = documents_of(own, size, counts[term])
        if len(ranks) == 0:
            for document in documents:
                words[document >> 6] |= U(1) << U(document & 63)
            continue
        often = frequencies_of(own, size, counts[term], frequencies[term])
        for row in range(len(documents)):
            document = documents[row]
            below = (U(1) << U(document & 63)) - U(1)
            totals[ranks[document >> 6] + count_ones(words[document >> 6] & below)] += often[row]


# positions


@compiled
def spots_of(
    stream: Bytes, size: int, count: int, frequency: int, documents: Ints, widths: Bytes, wanted: Ints
) -> NDArray[np.int64]:
    """Where a term stands in some documents: the document in the upper 32 bits, the position in the lower ones.

    `documents` are all that hold the term, `widths` for each document of the segment the bits of a position in it.
    """
    frequencies = frequencies_of(stream, size, count, frequency)
    _, _, _, at = layout(size, count, frequency)
    spots = np.empty(frequency, np.int64)
    found, place = 0, 0
    for document in wanted:
        while documents[place] < document:
            at += frequencies[place] * int(np.int64(widths[documents[place]]))
            place += 1
        width = int(np.int64(widths[document]))
        for _ in range(frequencies[place]):
            spots[found] = np.int64(document) << 32 | number_at(stream, at, width)
            at += width
            found += 1
        place += 1
    return spots[:found]


@compiled
def meeting_spots(
    stream: Bytes,
    size: int,
    count: int,
    frequency: int,
    documents: Ints,
    widths: Bytes,
    starts: NDArray[np.int64],
    distance: int,
) -> NDArray[np.int64]:
    """Those of some ascending spots from which a term stands at a distance."""
    frequencies = frequencies_of(stream, size, count, frequency)
    _, _, _, at = layout(size, count, frequency)
    kept = np.empty(len(starts), np.int64)
    found, place, number = 0, 0, 0
    for start in starts:
        spot = int(start + distance)
        document = spot >> 32
        while place < count and documents[place] < document:
            at += frequencies[place] * int(np.int64(widths[documents[place]]))
            place, number = place + 1, 0
        if place == count:
            break
        if documents[place] == document:
            position, width = spot & 0xFFFFFFFF, int(np.int64(widths[document]))
            while number < frequencies[place] and number_at(stream, at + number * width, width) < position:
                number += 1
            if number < frequencies[place] and number_at(stream, at + number * width, width) == position:
                kept[found] = start
                found += 1
    return kept[:found]
