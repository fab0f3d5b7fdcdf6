"""Articles go in; the stories they tell come out: near-copies of one text, whoever printed it, are one story."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.article import Article, Zone
from index.cleaning.lines import bare_words, fold_line

# One MinHash of 64 permutations of 32 bits, as 32 numbers of 64 bits: estimates a similarity within .06.
PERMUTATIONS = 64
SIGNATURE_LENGTH = PERMUTATIONS // 2
# Words in a row that make a shingle. Of real articles on one subject, the two most alike share 2 % of these.
SHINGLE = 3
# Articles with fewer words in their bodies are copies only of the very same text.
FEWEST_WORDS = 40
# The share of shingles (Jaccard) from which two articles are copies; measured in benchmarks/copies.py.
SIMILARITY = 0.4
# Values of a signature that must be equal for two articles to be compared at all. At a similarity of .4, one of the
# 21 bands of three agrees with probability 1 - (1 - .4³)²¹ = .75, of .5: .94, of .6: .99.
BAND = 3
# Of so many articles that share a band, each is compared with each; of more, each with its neighbours.
MOST_COMPARED = 64


def signature(article: Article) -> tuple[int, ...]:
    """The signature of an article's body: `SIGNATURE_LENGTH` unsigned numbers of 64 bits.

    Those of two articles agree in about as many 32-bit halves as their bodies share shingles (Broder 1997, "On the
    resemblance and containment of documents"). A short body's agree only with those of the same words; one without a
    body agrees with no other.
    """
    words = [word for text in _bodies(article) for word in bare_words(fold_line(text)).split()]
    if len(words) < FEWEST_WORDS:
        return _exact_signature(" ".join(words) or article.id)
    shingles = (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    hashes = np.fromiter((crc32(shingle.encode()) for shingle in shingles), np.uint64)
    factors, offsets = _permutations()
    minima = ((hashes[:, None] * factors + offsets) >> np.uint64(32)).min(axis=0)
    return tuple(minima.astype("<u4").view("<u8").tolist())


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Factors and offsets that hash 32 bits to 32, two-independently: the upper half of a 64-bit product and sum.

    Dietzfelbinger 1996, "Universal hashing and k-wise independent random variables via integer arithmetic".
    """
    factors, offsets = np.random.default_rng(1).integers(0, 2**64, (2, PERMUTATIONS), np.uint64)
    return factors | np.uint64(1), offsets


def _bodies(article: Article) -> Iterator[str]:
    return (paragraph.text for paragraph in article.paragraphs if paragraph.zone is Zone.BODY)


def _exact_signature(text: str) -> tuple[int, ...]:
    digests = b"".join(blake2b(text.encode(), salt=bytes([n])).digest() for n in range(SIGNATURE_LENGTH // 8))
    return tuple(np.frombuffer(digests, "<u8").tolist())


def stories(signatures: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The story of each article, as the number of the first article that tells it.

    `signatures` has a row of `SIGNATURE_LENGTH` for each article. Two articles tell one story if a chain of near-copies
    leads from one to the other, so that the order of articles changes the numbers but not who is with whom. A row of
    zeros, where no signature was made, is a story of its own.
    """
    labels = np.arange(len(signatures), dtype=np.int64)
    signed = np.flatnonzero(signatures.any(axis=1))
    labels[signed] = signed[_stories(signatures if len(signed) == len(signatures) else signatures[signed])]
    return labels


def _stories(signatures: NDArray[np.uint64]) -> NDArray[np.int64]:
    _, first, places = np.unique(_mixed(signatures), return_index=True, return_inverse=True)
    minima = signatures[first].astype("<u8", copy=False).view("<u4").reshape(len(first), PERMUTATIONS)
    pairs = _candidates(minima)
    similar = (minima[pairs[:, 0]] == minima[pairs[:, 1]]).mean(axis=1) >= SIMILARITY
    labels = _components(first.astype(np.int64), pairs[similar])
    return labels[places.reshape(-1)]


def _mixed(rows: NDArray[np.unsignedinteger]) -> NDArray[np.uint64]:
    """One number for each row, equal for equal rows and hardly ever for others (multilinear hashing)."""
    factors = np.random.default_rng(1).integers(1, 2**63, rows.shape[1], np.uint64) * 2 + 1
    mixed: NDArray[np.uint64] = rows.astype(np.uint64, copy=False) @ factors
    return mixed


def _candidates(minima: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Pairs of rows that agree in a band."""
    bands = [_mixed(minima[:, start : start + BAND]) for start in range(0, PERMUTATIONS - BAND + 1, BAND)]
    found = np.concatenate([np.empty((0, 2), np.int64), *map(_equal_keys, bands)])
    distinct = np.unique(found[:, 0] * len(minima) + found[:, 1])
    return np.stack(np.divmod(distinct, len(minima)), axis=1)


def _equal_keys(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Pairs of positions with equal keys, the lower first."""
    # Sorting numbers is several times as fast as sorting their positions, which take the place of their lowest bits.
    bits = np.uint64(max(len(keys) - 1, 1).bit_length())
    ordered = np.sort(keys >> bits << bits | np.arange(len(keys), dtype=np.uint64))
    order, ordered = (ordered & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64), ordered >> bits
    pairs = []
    for distance in range(1, MOST_COMPARED + 1):
        places = np.flatnonzero(ordered[distance:] == ordered[:-distance])
        if not len(places):
            break
        pairs.append(np.stack([order[places], order[places + distance]], axis=1))
    return np.concatenate([np.empty((0, 2), np.int64), *pairs])


def _components(labels: NDArray[np.int64], pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """The lowest label that pairs connect each row with."""
    while True:
        lowest = labels.copy()
        np.minimum.at(lowest, pairs[:, 0], labels[pairs[:, 1]])
        np.minimum.at(lowest, pairs[:, 1], lowest[pairs[:, 0]])
        if np.array_equal(lowest, labels):
            return labels
        labels = lowest
