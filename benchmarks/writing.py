"""`python -m benchmarks.writing [PARAGRAPHS]`: how fast one and two processes turn analysed articles into an index."""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.corpus import FIELDS, Corpus, generate, indexed
from benchmarks.renewing import renew
from index.columns import SegmentBuilder, SegmentSummary, WriteLock, publish

MEMORY = 256_000_000
PARAGRAPHS = 60_000
ROUNDS = 5


def build(corpus: Corpus, processes: int) -> float:
    """Seconds until a corpus is published, each process having written segments of its share."""
    articles = int(corpus.articles[-1]) + 1
    bounds = [articles * part // processes for part in range(processes + 1)]
    with tempfile.TemporaryDirectory(prefix="depeche-bench-") as root, WriteLock(Path(root) / "index") as lock:
        began = time.perf_counter()
        started = [_start(corpus, lock.folder, *share) for share in pairwise(bounds)]
        segments = [segment for pipe in started for segment in _finished(pipe)]
        publish(lock, None, segments, (), FIELDS, {})
        return time.perf_counter() - began


def _start(corpus: Corpus, folder: Path, first: int, last: int) -> int:
    """Write the articles [first, last) in a process of its own; return the pipe its summaries come from.

    The process is a fork: it shares the corpus as it stands in memory, since making it again would count as writing.
    """
    pipe, end = os.pipe()
    if os.fork() == 0:
        builder = SegmentBuilder(folder, FIELDS, MEMORY)
        for article in indexed(corpus, first, last):
            builder.add(article)
        with os.fdopen(end, "wb") as stream:
            pickle.dump(builder.finish(), stream)
        os._exit(0)
    os.close(end)
    return pipe


def _finished(pipe: int) -> tuple[SegmentSummary, ...]:
    with os.fdopen(pipe, "rb") as stream:
        summaries: tuple[SegmentSummary, ...] = pickle.load(stream)
    os.wait()
    return summaries


def main() -> None:
    """Take turns, so that both meet the machine in the same mood; print medians, and renew the documents."""
    corpus = generate(int(sys.argv[1]) if len(sys.argv) > 1 else PARAGRAPHS)
    rounds = [(build(corpus, 1), build(corpus, 2)) for _ in range(ROUNDS)]
    one, two = (corpus.paragraphs / median(times) for times in zip(*rounds, strict=True))
    ratio = median(first / second for first, second in rounds)
    told = f"{one:,.0f} paragraphs/s in one process, {two:,.0f} in two, {ratio:.2f} times one."
    print(f"writing: {told}")
    if len(sys.argv) == 1:
        renew("writing", [told])


if __name__ == "__main__":
    main()
