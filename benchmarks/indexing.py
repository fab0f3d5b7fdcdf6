"""How fast files become an index: `python -m benchmarks.indexing [ARTICLES]` prints a table, stage by stage.

The articles are generated: French function words and invented ones with Zipf's frequencies, names from the gazetteers
(one in five with a letter changed), titles, datelines, and the menus of fifty sources. Every run is a process of its
own, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.analysis import invented_words
from benchmarks.recognition import mangled
from index.config import load_config
from index.entities.loading import built_in, load_gazetteer
from index.reindex import reindex
from index.reindexing.stopwatch import Stage
from index.reindexing.summary import Options

ARTICLES = 100_000
KINDS = ("person", "country", "organisation")
SOURCES = 50
PARAGRAPHS = 8
WORDS = 60
NAMES = 2
FUNCTION_WORDS = "de la le les et des à en que du dans un une pour qui au sur par a est plus pas ne se ce il avec"
MENU = ("Accueil", "Partager sur Facebook", "Temps de lecture : 3 min", "Abonnez-vous", "Source link")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: processes, seconds in all, seconds by stage summed over processes, and peak memory of the largest
    process in megabytes."""

    articles: int
    jobs: int
    seconds: float
    stages: dict[str, float]
    memory: float


def generate(folder: Path, articles: int, seed: int = 20240229) -> None:
    """Write so many articles, the same each time, into subfolders of `folder`."""
    rng = random.Random(seed)
    words = [*FUNCTION_WORDS.split(), *invented_words(rng)]
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    gazetteer = load_gazetteer({kind: [built_in(kind)] for kind in KINDS})
    names = [entity.label for entity in gazetteer.entities]
    for source in range(SOURCES):
        (folder / f"source-{source:02}").mkdir(parents=True)
    for number in range(articles):
        texts = (_paragraph(rng.choices(words, cum_weights=weights, k=WORDS), rng, names) for _ in range(PARAGRAPHS))
        (folder / f"source-{number % SOURCES:02}/{number:06}.txt").write_text(_page(number, list(texts)), "utf-8")


def _paragraph(words: list[str], rng: random.Random, names: list[str]) -> str:
    for name in rng.sample(names, NAMES):
        words.insert(rng.randrange(len(words)), mangled(rng, name) if rng.random() < 0.2 else name)
    for at in range(12, len(words), 15):
        words[at] = f"{words[at]}. {words[at].capitalize()}"
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def _page(number: int, texts: list[str]) -> str:
    title = " ".join(texts[0].split()[:9]).replace(".", "")
    source = f"Le journal numéro {number % SOURCES} vous informe chaque matin"
    dated = f"PARIS, {1 + number % 28} mars 202{number % 5} (Agence) - {texts[0]}"
    related = f"Lire aussi : {' '.join(texts[1].split()[:6])}"
    return "\n\n".join([source, *MENU[:3], title, dated, *texts[1:4], related, *texts[4:], *MENU[3:]]) + "\n"


def measure(articles: int, jobs: Sequence[int]) -> Iterator[Run]:
    """Full runs with each number of processes, then one new article among the others."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        generate(root / "articles", articles)
        (root / "config.yaml").write_text("articles: articles\nindex: index\n", "utf-8")
        for count in jobs:
            yield _apart(root, count, full=True)
        new = (root / "articles/source-00/000000.txt").read_text("utf-8").replace("mars", "avril")
        (root / "articles/source-00/new.txt").write_text(new, "utf-8")
        yield _apart(root, 1, full=False)


def _apart(root: Path, jobs: int, full: bool) -> Run:
    """A run in a process of its own; its start counts."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.indexing", "--run", str(root), "--jobs", str(jobs)]
    answer = subprocess.run([*command, *["--full"] * full], check=True, capture_output=True, text=True)
    facts = json.loads(answer.stdout)
    return Run(facts["articles"], jobs, time.perf_counter() - started, facts["stages"], facts["memory"])


def _run(root: Path, jobs: int, full: bool) -> None:
    summary = reindex(load_config(root / "config.yaml", {}), Options(full=full, jobs=jobs))
    peaks = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"articles": summary.articles, "stages": summary.stages, "memory": max(peaks)}))


def tables(runs: Sequence[Run]) -> Iterator[str]:
    """What was measured, in Markdown; stages in milliseconds of one process for each article."""
    *full, one = runs
    yield "| articles | processes | seconds | articles/s | " + " | ".join(Stage) + " | memory, MB |"
    yield "|---" * (5 + len(Stage)) + "|"
    for run in full:
        stages = " | ".join(f"{run.stages.get(stage, 0) / run.articles * 1e3:.2f}" for stage in Stage)
        rate = run.articles / run.seconds
        yield f"| {run.articles:,} | {run.jobs} | {run.seconds:,.1f} | {rate:,.0f} | {stages} | {run.memory:,.0f} |"
    stages = ", ".join(f"{stage} {one.stages.get(stage, 0):.2f}" for stage in Stage)
    yield f"\nOne new article among {one.articles - 1:,}: {one.seconds:.2f} s from the start of the command ({stages})."


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=ARTICLES)
    parser.add_argument("--jobs", nargs="*", type=int, default=[1, 2])
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--full", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.run:
        _run(chosen.run, chosen.jobs[0], chosen.full)
    else:
        print("\n".join(tables(list(measure(chosen.articles, chosen.jobs)))))


if __name__ == "__main__":
    main()
