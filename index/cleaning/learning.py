"""The lines of many articles go in; those that recur over the articles of one source come out, as its furniture."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.article import RawArticle
from index.cleaning.layout import layout
from index.cleaning.lines import Line, bare_words

# A line of more words is text, even if a source says it again and again.
LONGEST = 40
# In how many articles of a source, and in what share of them, a line must stand to be furniture. Authors do say a
# whole sentence again, so that one needs a larger share.
FEWEST = 5
SHARE, SENTENCE_SHARE = 0.1, 0.3


def line_key(line: Line) -> int:
    """What counts as the same line: 64 bits, blind to accents, case and signs; odd where it ends as a sentence does."""
    digest = blake2b(bare_words(line.folded).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") & ~1 | line.is_terminated


def line_keys(raw: RawArticle) -> frozenset[int]:
    """The keys of an article's lines that could be furniture."""
    return frozenset(line_key(line) for line in layout(raw.text) if 0 < line.words <= LONGEST)


def origin(raw: RawArticle) -> str:
    """Among which articles an article's lines are counted: those of its source, else those of its folder."""
    return raw.source or raw.path.rpartition("/")[0]


class Tally(NamedTuple):
    """The counts of one source: how many articles, and in how many of them (int64) each key (uint64, sorted) stands."""

    articles: int
    keys: NDArray[np.uint64]
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class LineCounts:
    """In how many articles of each source each line stands; grows and shrinks with the articles."""

    tallies: Mapping[str, Tally]

    @classmethod
    def of(cls, articles: Iterable[tuple[str, Iterable[int]]]) -> LineCounts:
        """The counts over articles, each given as its origin and its `line_keys`."""
        gathered: dict[str, list[NDArray[np.uint64]]] = defaultdict(list)
        for source, keys in articles:
            gathered[source].append(np.fromiter(keys, np.uint64))
        return cls({source: _tally(arrays) for source, arrays in gathered.items()})

    def plus(self, other: LineCounts) -> LineCounts:
        """These counts with those of further articles."""
        return self._combined(other, 1)

    def minus(self, other: LineCounts) -> LineCounts:
        """These counts without those of articles that were counted before."""
        return self._combined(other, -1)

    def learnt(self, source: str) -> frozenset[int]:
        """The keys of the lines that are furniture of a source."""
        tally = self.tallies.get(source)
        if tally is None:
            return frozenset()
        sentences = (tally.keys & np.uint64(1)).astype(bool)
        needed = np.where(sentences, SENTENCE_SHARE, SHARE) * tally.articles
        return frozenset(tally.keys[tally.counts >= np.maximum(needed, FEWEST)].tolist())

    def to_bytes(self) -> bytes:
        """The counts as bytes, for `from_bytes`."""
        buffer = io.BytesIO()
        names = sorted(self.tallies)
        arrays: dict[str, NDArray[np.generic]] = {"names": np.array(names, dtype=np.str_)}
        for number, name in enumerate(names):
            tally = self.tallies[name]
            arrays |= {f"{number}.keys": tally.keys, f"{number}.counts": np.append(tally.counts, tally.articles)}
        np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> LineCounts:
        """The counts that `to_bytes` wrote."""
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            names = [str(name) for name in arrays["names"]]
            counts = [arrays[f"{number}.counts"] for number in range(len(names))]
            keys = [arrays[f"{number}.keys"] for number in range(len(names))]
        return cls({n: Tally(int(c[-1]), k, c[:-1]) for n, k, c in zip(names, keys, counts, strict=True)})

    def _combined(self, other: LineCounts, sign: int) -> LineCounts:
        nothing = _tally([])
        names = self.tallies.keys() | other.tallies.keys()
        merged = {n: _merge(self.tallies.get(n, nothing), other.tallies.get(n, nothing), sign) for n in sorted(names)}
        return LineCounts({name: tally for name, tally in merged.items() if tally.articles > 0})


def _tally(arrays: list[NDArray[np.uint64]]) -> Tally:
    keys, counts = np.unique(np.concatenate([np.empty(0, np.uint64), *arrays]), return_counts=True)
    return Tally(len(arrays), keys, counts.astype(np.int64))


def _merge(one: Tally, two: Tally, sign: int) -> Tally:
    keys, places = np.unique(np.concatenate([one.keys, two.keys]), return_inverse=True)
    counts = np.zeros(len(keys), np.int64)
    np.add.at(counts, places, np.concatenate([one.counts, sign * two.counts]))
    kept = counts > 0
    return Tally(one.articles + sign * two.articles, keys[kept], counts[kept])
