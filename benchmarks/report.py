"""Measurements go in; tables in Markdown and a plot in SVG come out."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log
from pathlib import Path
from statistics import mean

from benchmarks.engines import Answered, Built, Measured

OURS = "Dépêche"


def machine() -> str:
    """The machine in one sentence."""
    model = next((line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if "model name" in line), "unknown")
    memory = next((int(line.split()[1]) // 2**20 for line in _lines("/proc/meminfo") if "MemTotal" in line), 0)
    python = platform.python_version()
    return f"{os.cpu_count()} shared cores of an {model}, {memory} GB, Linux, Python {python}."


def geometric_mean(values: Iterable[float]) -> float:
    """The mean of ratios."""
    return exp(mean(log(value) for value in values))


def ratio(answered: Sequence[Answered], peer: str, faceted: bool) -> float | None:
    """The geometric mean, over the questions that both answered, of our time over the peer's."""

    def seconds(name: str) -> dict[str, float]:
        return {a.question: a.faceted if faceted else a.plain for a in answered if a.peer == name}

    ours, theirs = seconds(OURS), seconds(peer)
    return geometric_mean(ours[q] / theirs[q] for q in theirs) if ours and theirs else None


def tables(measured: Sequence[Measured]) -> Iterator[str]:
    """Everything that was measured, smallest collection first."""
    for one in measured:
        yield f"\n### {one.built[0].paragraphs:,} paragraphs\n"
        yield from _built(one.built)
        yield ""
        yield from _answered(one.answered)


def _built(built: Iterable[Built]) -> Iterator[str]:
    yield "| engine | paragraphs/s | MB on disk | open, ms | one more article, ms | share of a build | memory, MB |"
    yield "|---|---|---|---|---|---|---|"
    for b in built:
        yield (
            f"| {b.peer} | {b.paragraphs / b.build:,.0f} | {b.size / 1e6:,.0f} | {b.open * 1e3:.1f} | "
            f"{b.add_one * 1e3:,.0f} | {b.add_one / b.build:.2%} | {b.memory / 1e6:,.0f} |"
        )


def _answered(answered: Sequence[Answered]) -> Iterator[str]:
    peers = list(dict.fromkeys(a.peer for a in answered))
    yield f"| question | {' | '.join(f'{peer}, ms | with facets' for peer in peers)} |"
    yield "|---" * (1 + 2 * len(peers)) + "|"
    for question in dict.fromkeys(a.question for a in answered):
        row = {a.peer: a for a in answered if a.question == question}
        cells = (f"{row[peer].plain * 1e3:.2f} | {row[peer].faceted * 1e3:.2f}" for peer in peers)
        yield f"| {question} | {' | '.join(cells)} |"
    ratios = (_ratios(answered, peer) for peer in peers)
    yield f"| **ours / theirs, geometric mean** | {' | '.join(ratios)} |"


def _ratios(answered: Sequence[Answered], peer: str) -> str:
    plain, faceted = (ratio(answered, peer, with_facets) for with_facets in (False, True))
    return f"**{plain:.3f}** | **{faceted:.3f}**"


def plot(measured: Sequence[Measured], path: Path) -> None:
    """Cost against collection size, on logarithmic axes: the geometric mean over the questions of each engine."""
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    rcParams["svg.hashsalt"] = "depeche"
    figure = Figure(figsize=(9, 4), layout="constrained")
    for axes, faceted in zip(figure.subplots(1, 2, sharey=True), (False, True), strict=True):
        for peer in dict.fromkeys(a.peer for one in measured for a in one.answered):
            points = [point for one in measured if (point := _point(one, peer, faceted))]
            axes.loglog([x for x, _ in points], [y for _, y in points], marker="o", label=peer)
        axes.set_title("ten best, with three facet counts" if faceted else "ten best")
        axes.set_xlabel("paragraphs")
        axes.grid(alpha=0.3)
    figure.axes[0].set_ylabel("milliseconds, geometric mean over the questions")
    figure.axes[0].legend()
    figure.savefig(path, format="svg", metadata={"Date": None})


def _point(one: Measured, peer: str, faceted: bool) -> tuple[int, float] | None:
    times = [1e3 * (a.faceted if faceted else a.plain) for a in one.answered if a.peer == peer]
    return (one.answered[0].paragraphs, geometric_mean(times)) if times else None


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text("utf-8").splitlines() if file.exists() else []
