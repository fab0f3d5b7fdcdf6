"""Coded postings of a term go in; its documents, what they score, and where the term stands in them come out.

docs/index-format.md says what the bits of a term mean. What is asked of few documents is found by counting the ones
before it, word by word: nothing on the way is decoded.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.columns import CodedTerm, CodedTerms
from search.columnar.kernels.bits import count_ones, following, later_one, lowest, next_one, number_at, window
from search.columnar.kernels.compiled import compiled
from search.columnar.scoring import Norms

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int32]
Scores = NDArray[np.float32]
Words = NDArray[np.uint64]
# Documents in the upper 32 bits, positions in the lower ones.
Spots = NDArray[np.int64]

U = np.uint64
# Finding a frequency by counting ones costs as much as decoding this many.
SELECT_COST = 48


# a term


@compiled
def layout(term: CodedTerm) -> tuple[int, int, int, int]:
    """The width of low bits, and where high bits, frequencies and positions begin; see `index.columns.coding`."""
    size, holders = term.size, term.holders
    if 4 * holders >= size:
        low_bits, first = 0, size
    else:
        low_bits = 0
        while (size // holders) >> (low_bits + 1):
            low_bits += 1
        first = holders * low_bits + holders + ((size - 1) >> low_bits)
    return low_bits, holders * low_bits, first, first + (term.frequency if term.frequency > holders else 0)


@compiled
def documents_of(term: CodedTerm) -> Ints:
    """The documents that hold a term, ascending."""
    stream = term.stream
    low_bits, high, end, _ = layout(term)
    found = np.empty(term.holders, np.int32)
    at, number = high, 0
    while number < len(found) and at < end:
        ones = window(stream, at)
        # After the last document comes something else.
        while ones and number < len(found):
            bucket = at - high + lowest(ones)
            if low_bits:
                bucket = (bucket - number) << low_bits | number_at(stream, number * low_bits, low_bits)
            found[number] = bucket
            number += 1
            ones &= ones - U(1)
        at = following(at)
    return found


@compiled
def places_of(term: CodedTerm, documents: Ints) -> Ints:
    """Where each of some documents, ascending, is among those that hold a term, -1 if it does not."""
    stream, holders = term.stream, term.holders
    if 4 * holders >= term.size:
        return _places_in_bitmap(stream, documents)
    low_bits, high, end, _ = layout(term)
    places = np.full(len(documents), -1, np.int32)
    at, number = high, 0
    for row in range(len(documents)):
        wanted = documents[row]
        bucket = wanted >> low_bits
        while number < holders and at < end:
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
# The score of a document is weight * tf / (tf + norm), see `search.columnar.scoring.Bm25`.


@compiled
def add_scores(scores: Scores, frequencies: Ints, documents: Ints, norms: Norms, weight: np.float32) -> None:
    """Add to `scores` what documents score that hold a term so often; nothing where that is never."""
    lengths, of_length = norms.lengths, norms.of_length
    for row in range(len(documents)):
        often = np.float32(frequencies[row])
        scores[row] += weight * often / (often + of_length[lengths[documents[row]]])


@compiled
def add_all_scores(scores: Scores, term: CodedTerm, documents: Ints, norms: Norms, weight: np.float32) -> None:
    """Add to `scores` what each of the documents that hold a term scores for it."""
    add_scores(scores, frequencies_of(term), documents, norms, weight)


@compiled
def add_some_scores(
    scores: Scores, term: CodedTerm, documents: Ints, places: Ints, norms: Norms, weight: np.float32
) -> None:
    """The same for some documents, given their places among all that hold the term; nothing where that is -1."""
    stream, lengths, of_length = term.stream, norms.lengths, norms.of_length
    if term.frequency == term.holders or len(documents) * SELECT_COST > term.holders:
        frequencies = frequencies_of(term)
        for row in range(len(documents)):
            if places[row] >= 0:
                often = np.float32(frequencies[places[row]])
                scores[row] += weight * often / (often + of_length[lengths[documents[row]]])
        return
    _, _, at, end = layout(term)
    seen = 0
    for row in range(len(documents)):
        place = places[row]
        if place >= 0:
            first = later_one(stream, at, place - seen)
            at = next_one(stream, first + 1, end)
            often, seen = np.float32(at - first), place + 1
            scores[row] += weight * often / (often + of_length[lengths[documents[row]]])


@compiled
def frequencies_of(term: CodedTerm) -> Ints:
    """How often each of the documents that hold a term does."""
    if term.frequency == term.holders:
        return np.ones(term.holders, np.int32)
    stream, frequencies = term.stream, np.empty(term.holders, np.int32)
    _, _, first, end = layout(term)
    row, at = 0, first
    while row < len(frequencies) and at < end:
        ones = window(stream, at)
        while ones and row < len(frequencies):
            place = min(at + lowest(ones), end)
            ones &= ones - U(1)
            if place > first:
                frequencies[row] = place - first
                row, first = row + 1, place
        at = following(at)
    if row < len(frequencies):
        frequencies[row] = end - first
    return frequencies


@compiled
def set_documents(words: Words, terms: CodedTerms, size: int) -> None:
    """Set the bits of the documents, of `size` in all, that hold any of some terms."""
    for number in range(len(terms.offsets)):
        stream = terms.stream[terms.offsets[number] :]
        for document in documents_of(CodedTerm(stream, size, terms.holders[number], terms.frequencies[number])):
            words[document >> 6] |= U(1) << U(document & 63)


@compiled
def add_frequencies(totals: Ints, ranks: Ints, words: Words, terms: CodedTerms, size: int) -> None:
    """Add to the total of each document whose bit is set how often it holds any of some terms.

    `ranks` has the number of bits set before each word.
    """
    for number in range(len(terms.offsets)):
        stream = terms.stream[terms.offsets[number] :]
        term = CodedTerm(stream, size, terms.holders[number], terms.frequencies[number])
        documents, often = documents_of(term), frequencies_of(term)
        for row in range(len(documents)):
            document = documents[row]
            below = (U(1) << U(document & 63)) - U(1)
            totals[ranks[document >> 6] + count_ones(words[document >> 6] & below)] += often[row]


# positions


@compiled
def spots_of(term: CodedTerm, documents: Ints, widths: Bytes, wanted: Ints) -> Spots:
    """Where a term stands in some documents: the document in the upper 32 bits, the position in the lower ones.

    `documents` are all that hold the term, `widths` for each document of the segment the bits of a position in it.
    """
    stream, frequencies = term.stream, frequencies_of(term)
    _, _, _, at = layout(term)
    spots = np.empty(term.frequency, np.int64)
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
def meeting_spots(term: CodedTerm, documents: Ints, widths: Bytes, starts: Spots, distance: int) -> Spots:
    """Those of some ascending spots from which a term stands at a distance."""
    stream, frequencies = term.stream, frequencies_of(term)
    _, _, _, at = layout(term)
    kept = np.empty(len(starts), np.int64)
    found, place, number = 0, 0, 0
    for start in starts:
        spot = int(start + distance)
        document = spot >> 32
        while place < len(documents) and documents[place] < document:
            at += frequencies[place] * int(np.int64(widths[documents[place]]))
            place, number = place + 1, 0
        if place == len(documents):
            break
        if documents[place] == document:
            position, width = spot & 0xFFFFFFFF, int(np.int64(widths[document]))
            while number < frequencies[place] and number_at(stream, at + number * width, width) < position:
                number += 1
            if number < frequencies[place] and number_at(stream, at + number * width, width) == position:
                kept[found] = start
                found += 1
    return kept[:found]
