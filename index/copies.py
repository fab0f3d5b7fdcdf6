"""Articles go in; the stories they tell come out: near-copies of one text, whoever printed it, are one story."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from index.article import Article, Zone
from index.cleaning.lines import bare_words, fold_line

# Minima of a MinHash, of which 16 bits are kept, four to a number of 64: they estimate a similarity within .04.
MINIMA = 128
SIGNATURE_LENGTH = MINIMA // 4
SEED = 1
# Words in a row that make a shingle. Of real articles on one subject, the two most alike share 2 % of these.
SHINGLE = 3
# Articles with fewer words in their bodies are copies only of the very same text.
FEWEST_WORDS = 40
# The share of shingles (Jaccard) from which two articles are copies; measured in benchmarks/copies.py.
SIMILARITY = 0.35
# Articles are compared at all if they agree in a band: the upper three or the lower three minima of a number. At a
# similarity of s one of the 64 bands agrees with probability 1 - (1 - 2s³ + s⁴)³²: at .35 this is .90, at .4 .97, at
# .5 .999. Bands of two would hardly find more, and a thousand times as many pairs that only share phrases.
LOWEST = np.uint64(0xFFFF)
# Of so many articles that share a band, each is compared with each; of more, each with its neighbours.
MOST_COMPARED = 64
# Pairs that are compared at once, which takes half a kilobyte for each.
COMPARED = 1 << 16


def signature(article: Article) -> tuple[int, ...]:
    """The signature of an article's body: `SIGNATURE_LENGTH` unsigned numbers of 64 bits.

    Those of two articles agree in about as many 16-bit quarters as their bodies share shingles (Broder 1997, "On the
    resemblance and containment of documents"). A short body's agree only with those of the same words; one without a
    body agrees with no other.
    """
    words = [word for text in _bodies(article) for word in bare_words(fold_line(text)).split()]
    hashed = RMinHash(num_perm=MINIMA, seed=SEED)
    if len(words) < FEWEST_WORDS:
        hashed.update([" ".join(words) or article.id])
    else:
        hashed.update([" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)])
    minima = np.array(hashed.digest(), np.uint32).astype("<u2")
    return tuple(minima.view("<u8").tolist())


def _bodies(article: Article) -> Iterator[str]:
    return (paragraph.text for paragraph in article.paragraphs if paragraph.zone is Zone.BODY)


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
    distinct = signatures[first]
    pairs = _candidates(distinct)
    labels = _components(first.astype(np.int64), pairs[_similar(distinct, pairs)])
    return labels[places.reshape(-1)]


def _mixed(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for each row, equal for equal rows and hardly ever for others (multilinear hashing)."""
    factors = np.random.default_rng(1).integers(1, 2**63, rows.shape[1], np.uint64) * 2 + 1
    mixed: NDArray[np.uint64] = rows @ factors
    return mixed


def _similar(signatures: NDArray[np.uint64], pairs: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of these pairs of rows agree in enough minima."""
    minima = signatures.astype("<u8", copy=False).view("<u2").reshape(len(signatures), MINIMA)
    parts = (pairs[start : start + COMPARED] for start in range(0, len(pairs), COMPARED))
    shares = ((minima[part[:, 0]] == minima[part[:, 1]]).mean(axis=1) for part in parts)
    return np.concatenate([np.zeros(0, np.bool_), *(share >= SIMILARITY for share in shares)])


def _candidates(signatures: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Pairs of rows that agree in a band."""
    bands = (band for column in signatures.T for band in (column & ~LOWEST, column << np.uint64(16)))
    found = np.concatenate([np.empty((0, 2), np.int64), *map(_equal_keys, bands)])
    distinct = np.unique(found[:, 0] * len(signatures) + found[:, 1])
    return np.stack(np.divmod(distinct, len(signatures)), axis=1)


def _equal_keys(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Pairs of positions with keys that are equal but for their lowest bits, the lower first."""
    # Sorting numbers is several times as fast as sorting their positions, which take the place of these bits.
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
