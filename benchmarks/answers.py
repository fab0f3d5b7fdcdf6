"""What an answer costs: `python -m benchmarks.answers [ARTICLES]` times whole answers beside the plan of the engines.

The engines of this folder are all asked the same bare plan: paragraphs, one field, no synonyms. What a reader waits for
is more: articles first, three fields, names, months, labels, highlighted fragments. Both are timed by turns over one
index of generated articles (`benchmarks.indexing`), made by the command itself.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.analysis import invented_words
from benchmarks.indexing import COMMAND, generate
from benchmarks.renewing import renew
from benchmarks.report import machine
from index.analysis import Analyzer
from index.columns import open_generation
from index.config import load_config
from search.columnar.searcher import open_searcher
from search.opening import open_search
from search.plan import And, FacetRequest, Plan, Term, Within
from search.query import Query

ARTICLES = 5_000
ROUNDS = 15
KINDS = ("person", "country", "organisation")
# Ranks of words in the generated vocabulary: of nearly every article, of some, of few.
ASKED = {
    "one word, common": (1,),
    "one word, rare": (2_000,),
    "two words, common": (1, 4),
    "three words, mixed": (1, 60, 700),
}


def measure(articles: int) -> Iterator[str]:
    """Yield the rows of a table: milliseconds of the bare plan, of the whole answer, and articles found."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        generate(root / "articles", articles)
        (root / "config.yaml").write_text("articles: articles\nindex: index\n", "utf-8")
        command = [sys.executable, "-c", COMMAND, "reindex", "--config", str(root / "config.yaml"), "--quiet"]
        subprocess.run(command, check=True)
        config = load_config(root / "config.yaml")
        searcher, search = open_searcher(open_generation(config.index)), open_search(config)
        search.prepare()
        words = invented_words(random.Random(20240229))
        yield "| question | articles | bare plan, ms | answer, ms | ratio |"
        yield "|---|---|---|---|---|"
        for name, ranks in ASKED.items():
            asked = [words[rank] for rank in ranks]
            plan, query = bare_plan(asked), Query(" ".join(asked))
            found = search.answer(query).articles
            bare, whole = _by_turns(lambda: searcher.match(plan), lambda: search.answer(query))  # noqa: B023
            yield f"| {name} | {found:,} | {bare:.2f} | {whole:.2f} | {whole / bare:.1f} |"


def bare_plan(words: Sequence[str]) -> Plan:
    """The plan that the engines are asked: paragraphs with all words, in the stemmed field, and three facets."""
    terms = [token.stem for word in words for token in Analyzer().tokens(word)]
    match = Within(And(tuple(Term("stem", term) for term in terms)))
    return Plan(match, together=True, facets=tuple(FacetRequest(kind, 30) for kind in KINDS))


def _by_turns(*asked: Callable[[], object]) -> list[float]:
    """The median milliseconds of each, one after the other in every round."""
    times: list[list[float]] = [[] for _ in asked]
    for _ in range(ROUNDS):
        for place, ask in enumerate(asked):
            began = time.perf_counter()
            ask()
            times[place].append((time.perf_counter() - began) * 1e3)
    return [median(taken) for taken in times]


def main() -> None:
    """Measure and print; where no number was chosen, renew the documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, help=f"how many [default: {ARTICLES}]")
    chosen = parser.parse_args()
    lines = [machine(), "", *measure(chosen.articles or ARTICLES)]
    print("\n".join(lines))
    if not chosen.articles:
        renew("answers", lines)


if __name__ == "__main__":
    main()
