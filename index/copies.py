"""Articles go in; the stories they tell come out: near-copies of one text, whoever printed it, are one story."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

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
# Copies are printed within so many days. And a source does not copy itself: what it prints another day in nearly the
# same words (a bulletin, a table of results) is another article.
DAYS_APART = 7
# The date, or the source, of an article of which it is not known.
UNKNOWN = -(2**31)
# Articles are compared at all if they agree in a band: the upper three or the lower three minima of a number. At a
# similarity of s one of the 64 bands agrees with probability 1 - (1 - 2s³ + s⁴)³²: at .35 this is .90, at .4 .97, at
# .5 .999. Bands of two would hardly find more, and a thousand times as many pairs that only share phrases.
LOWEST = np.uint64(0xFFFF)
# Of so many articles that share a band, each is compared with each; of more, each with its neighbours.
MOST_COMPARED = 64
# So many articles that come to others are looked for among these one by one; of more, all are compared anew.
MOST_ADDED = 32
# Pairs that are compared at once, which takes half a kilobyte for each; and those that are gathered before the ones
# that were found in several bands are thrown out.
COMPARED, GATHERED = 1 << 16, 1 << 22

Ints: TypeAlias = NDArray[np.int64]


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


@dataclass(frozen=True, slots=True)
class Printed:
    """When and where each of many articles was printed: days since any day, and numbers of sources, or `UNKNOWN`."""

    days: Ints
    sources: Ints

    @classmethod
    def unknown(cls, count: int) -> Printed:
        """Nothing is known of so many articles."""
        return cls(np.full(count, UNKNOWN, np.int64), np.full(count, UNKNOWN, np.int64))

    def at(self, places: Ints) -> Printed:
        """The same of the articles in these places."""
        return Printed(self.days[places], self.sources[places])


def stories(signatures: NDArray[np.uint64], printed: Printed | None = None, known: Ints | None = None) -> Ints:
    """The story of each article, as the number of the first article that tells it.

    `signatures` has a row of `SIGNATURE_LENGTH` for each article. Two articles tell one story if a chain of near-copies
    leads from one to the other, so that the order of articles changes the numbers but not who is with whom. A row of
    zeros, where no signature was made, is a story of its own. `known` are the stories of the first articles as they
    were without the others: they stay so if none of these is a copy of anything, which is told in a tenth of the time.
    """
    labels = np.arange(len(signatures), dtype=np.int64)
    if known is not None and _stand_alone(signatures, len(known)):
        labels[: len(known)] = known
        return labels
    signed = np.flatnonzero(signatures.any(axis=1))
    printed = printed or Printed.unknown(len(signatures))
    labels[signed] = signed[
        _stories(signatures if len(signed) == len(signatures) else signatures[signed], printed.at(signed))
    ]
    return labels


def _stand_alone(signatures: NDArray[np.uint64], first: int) -> bool:
    """Whether the rows from `first` on, if they are few, agree in no band with any other."""
    if len(signatures) - first > MOST_ADDED:
        return False
    added = first + np.flatnonzero(signatures[first:].any(axis=1))
    rows = np.concatenate([np.arange(first), added])
    keys = (_band(signatures, rows, band) for band in range(2 * signatures.shape[1] if len(added) else 0))
    return not any(np.isin(each[:first], each[first:]).any() or _repeats(each[first:]) for each in keys)


def _repeats(keys: NDArray[np.uint64]) -> bool:
    return len(np.unique(keys)) < len(keys)


def _stories(signatures: NDArray[np.uint64], printed: Printed) -> Ints:
    texts = _ranks(_mixed(signatures))
    first, places = _distinct(texts, printed)
    texts, printed = texts[first], printed.at(first)
    rows = _speakers(texts, printed.days)
    near = rows[_near_copies(signatures, first[rows], texts[rows], printed.at(rows))]
    pairs = np.concatenate([_same_text(texts, printed), near])
    labels = _components(first, pairs)
    torn = np.isin(labels[pairs[:, 0]], _reprinted(labels, printed))
    if torn.any():
        # A chain by way of others leads from one day's article of a source to the next day's: copies of these are then
        # only those of the same day.
        labels = _components(first, pairs[~torn | (printed.days[pairs[:, 0]] == printed.days[pairs[:, 1]])])
    return labels[places]


def _distinct(texts: Ints, printed: Printed) -> tuple[Ints, Ints]:
    """The first of all articles with one text, day and source, and which of these each article is.

    They come in the order of their days, so that where there are very many the nearest in time are compared.
    """
    keys = _ranked(_ranked(_ranks(printed.days), _ranks(printed.sources)), texts)
    _, first, places = np.unique(keys, return_index=True, return_inverse=True)
    return first.astype(np.int64), places.reshape(-1).astype(np.int64)


def _same_text(texts: Ints, printed: Printed) -> Ints:
    """Pairs of rows that are copies to the letter."""
    pairs = _equal_keys(texts.astype(np.uint64) << np.uint64(32))
    return pairs[_may_be_copies(printed, pairs)]


def _speakers(texts: Ints, days: Ints) -> Ints:
    """The rows to look for near-copies of: all but those of a very common text, of which one a day will do."""
    speaks = np.bincount(texts)[texts] <= MOST_COMPARED
    speaks[np.unique(_ranked(texts, _ranks(days)), return_index=True)[1]] = True
    return np.flatnonzero(speaks)


def _near_copies(signatures: NDArray[np.uint64], places: Ints, texts: Ints, printed: Printed) -> Ints:
    """Pairs of `places` whose signatures are copies of each other, but not to the letter."""
    count = len(places)
    parts, gathered = [np.empty(0, np.int64)], 0

    def numbered(band: int) -> Ints:
        found = _equal_keys(_band(signatures, places, band))
        found = found[(texts[found[:, 0]] != texts[found[:, 1]]) & _may_be_copies(printed, found)]
        numbers: Ints = found[:, 0] * count + found[:, 1]
        return numbers

    # Sorting holds no interpreter lock.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for found in threads.map(numbered, range(2 * signatures.shape[1])):
            parts.append(found)
            gathered += len(found)
            if gathered > GATHERED:
                parts, gathered = [np.unique(np.concatenate(parts))], 0
    pairs = np.stack(np.divmod(np.unique(np.concatenate(parts)), max(count, 1)), axis=1)
    return pairs[_similar(signatures, places[pairs])]


def _band(signatures: NDArray[np.uint64], places: Ints, band: int) -> NDArray[np.uint64]:
    """One band of the signatures in these places: the upper or the lower three minima of one of its numbers.

    One is made at a time and thread: to bring all signatures into this order would take as much memory again.
    """
    column = np.take(signatures[:, band // 2], places)
    return column << np.uint64(16) if band % 2 else column & ~LOWEST


def _ranked(greater: Ints, lesser: Ints) -> Ints:
    """The rank of each pair of ranks."""
    return _ranks(greater * int(lesser.max(initial=0) + 1) + lesser)


def _ranks(values: NDArray[np.integer]) -> Ints:
    ranks: Ints = np.unique(values, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return ranks


def _may_be_copies(printed: Printed, pairs: Ints) -> NDArray[np.bool_]:
    """Which of these pairs may be copies by where and when they were printed, as far as that is known."""
    days, sources = printed.days[pairs], printed.sources[pairs]
    is_one_source = (sources[:, 0] == sources[:, 1]) & (sources[:, 0] != UNKNOWN)
    apart = np.abs(days[:, 0] - days[:, 1])
    may_be: NDArray[np.bool_] = (days == UNKNOWN).any(axis=1) | (apart <= np.where(is_one_source, 0, DAYS_APART))
    return may_be


def _reprinted(labels: Ints, printed: Printed) -> Ints:
    """The stories that hold articles of one source from different days."""
    known = np.flatnonzero((printed.days != UNKNOWN) & (printed.sources != UNKNOWN))
    labels, days = labels[known], printed.days[known]
    groups = _ranked(_ranks(labels), _ranks(printed.sources[known]))
    earliest = np.full(len(known), np.iinfo(np.int64).max)
    np.minimum.at(earliest, groups, days)
    return np.unique(labels[days > earliest[groups]])


def _mixed(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for each row, equal for equal rows and hardly ever for others (multilinear hashing)."""
    factors = np.random.default_rng(1).integers(1, 2**63, rows.shape[1], np.uint64) * 2 + 1
    mixed: NDArray[np.uint64] = rows @ factors
    return mixed


def _similar(signatures: NDArray[np.uint64], pairs: Ints) -> NDArray[np.bool_]:
    """Which of these pairs of rows agree in enough minima."""
    minima = signatures.astype("<u8", copy=False).view("<u2").reshape(len(signatures), MINIMA)
    parts = (pairs[start : start + COMPARED] for start in range(0, len(pairs), COMPARED))
    shares = ((minima[part[:, 0]] == minima[part[:, 1]]).mean(axis=1) for part in parts)
    return np.concatenate([np.zeros(0, np.bool_), *(share >= SIMILARITY for share in shares)])


def _equal_keys(keys: NDArray[np.uint64]) -> Ints:
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


def _components(labels: Ints, pairs: Ints) -> Ints:
    """The lowest label that pairs connect each row with."""
    roots = np.arange(len(labels))
    while True:
        lowest = roots.copy()
        np.minimum.at(lowest, pairs[:, 0], roots[pairs[:, 1]])
        np.minimum.at(lowest, pairs[:, 1], lowest[pairs[:, 0]])
        # The root of a root: long chains take few rounds.
        lowest = lowest[lowest]
        if np.array_equal(lowest, roots):
            break
        roots = lowest
    least = labels.copy()
    np.minimum.at(least, roots, labels)
    return least[roots]
