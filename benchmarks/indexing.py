"""How fast files become an index: `python -m benchmarks.indexing [ARTICLES]` prints a table, stage by stage.

The articles are generated: French function words and invented ones with Zipf's frequencies, names from the gazetteers
(one in five with a letter changed), titles, datelines, and the menus of fifty sources. Every run is a process of its
own, so that its peak memory is its own. Without a number, 100,000 are made, and docs/benchmarks.md is renewed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
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
from benchmarks.renewing import renew
from benchmarks.report import machine
from index.entities.gazetteer.loading import built_in, load_gazetteer
from index.reindexing.stopwatch import Stage

ARTICLES = 100_000
# The share of the articles, as a divisor, by which one process and two are compared.
PART = 10
COMMAND = "from web.command import main; main()"
KINDS = ("person", "country", "organisation")
SOURCES = 50
PARAGRAPHS = 8
WORDS = 60
NAMES = 2
FUNCTION_WORDS = "de la le les et des à en que du dans un une pour qui au sur par a est plus pas ne se ce il avec"
MENU = ("Accueil", "Partager sur Facebook", "Temps de lecture : 3 min", "Abonnez-vous", "Source link")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: processes, seconds in all and of the processor, seconds by stage summed over processes, and peak memory
    of the largest process in megabytes."""

    articles: int
    jobs: int
    seconds: float
    processor: float
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


def measure(articles: int) -> Iterator[Run]:
    """Full runs over a part of the articles with one process and two, over all with two, and one new article twice."""
    with TemporaryDirectory() as folder:
        few, all_ = (_archive(Path(folder) / str(count), count) for count in (articles // PART, articles))
        yield from (_run(few, jobs, full=True) for jobs in (1, 2))
        yield _run(all_, 2, full=True)
        known = (all_ / "articles/source-00/000000.txt").read_text("utf-8")
        for jobs, month in ((1, "avril"), (2, "mai")):
            (all_ / f"articles/source-00/{month}.txt").write_text(known.replace("mars", month), "utf-8")
            yield _run(all_, jobs, full=False)


def _archive(root: Path, articles: int) -> Path:
    generate(root / "articles", articles)
    (root / "config.yaml").write_text("articles: articles\nindex: index\n", "utf-8")
    return root


def _run(root: Path, jobs: int, full: bool) -> Run:
    """The command, as from a shell; its start and its end count."""
    started = time.perf_counter()
    options = ["--config", str(root / "config.yaml"), "--jobs", str(jobs), "--json", "--quiet", *["--full"] * full]
    process = subprocess.Popen([sys.executable, "-c", COMMAND, "reindex", *options], stdout=subprocess.PIPE)
    assert process.stdout is not None
    summary = json.load(process.stdout)
    _, _, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    return Run(
        summary["articles"], jobs, seconds, used.ru_utime + used.ru_stime, summary["stages"], used.ru_maxrss / 1e3
    )


def tables(runs: Sequence[Run]) -> Iterator[str]:
    """What was measured, in Markdown; stages in milliseconds for each article, summed over processes."""
    *full, alone, helped = runs
    yield "| articles | processes | seconds | articles/s | processor, ms | " + " | ".join(Stage) + " | memory, MB |"
    yield "|---" * (6 + len(Stage)) + "|"
    for run in full:
        stages = " | ".join(f"{run.stages.get(stage, 0) / run.articles * 1e3:.2f}" for stage in Stage)
        yield (
            f"| {run.articles:,} | {run.jobs} | {run.seconds:,.0f} | {run.articles / run.seconds:,.0f} | "
            f"{run.processor / run.articles * 1e3:.1f} | {stages} | {run.memory:,.0f} |"
        )
    yield f"\nOne new article among {alone.articles - 1:,}, from the start of the command to its end:"
    yield from (f"- {_one(run)}" for run in (alone, helped))


def _one(run: Run) -> str:
    stages = ", ".join(f"{stage} {run.stages[stage]:.2f}" for stage in Stage if run.stages.get(stage, 0) >= 0.005)
    processes = "one process" if run.jobs == 1 else "two processes, as the command takes here by itself"
    return f"{processes}: {run.seconds:.2f} s, {run.processor:.2f} s of the processor ({stages}), {run.memory:,.0f} MB"


def main() -> None:
    """Measure and print; where no number was chosen, renew the documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, help=f"how many [default: {ARTICLES}]")
    chosen = parser.parse_args()
    lines = [machine(), "", *tables(list(measure(chosen.articles or ARTICLES)))]
    print("\n".join(lines))
    if not chosen.articles:
        renew("indexing", lines)


if __name__ == "__main__":
    main()
