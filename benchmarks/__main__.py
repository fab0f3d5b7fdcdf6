"""`python -m benchmarks [PARAGRAPHS ...]`: runs the engines side by side; without sizes, renews docs/benchmarks.md."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.engines import measure
from benchmarks.renewing import renew
from benchmarks.report import machine, plot, tables

SIZES = (20_000, 200_000, 1_000_000)
DOCS = Path(__file__).parent.parent / "docs"


def main() -> None:
    """Measure, print, and where no sizes were chosen renew the documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paragraphs", nargs="*", type=int, help=f"collection sizes [default: {SIZES}]")
    parser.add_argument("--only", nargs="*", default=(), help="engines to measure besides ours [default: all]")
    parser.add_argument("--renew", action="store_true", help="renew the documents with the sizes chosen")
    chosen = parser.parse_args()
    measured = [measure(size, print, chosen.only) for size in chosen.paragraphs or SIZES]
    lines = [machine(), *tables(measured)]
    print("\n".join(lines))
    if chosen.renew or not chosen.paragraphs:
        renew("engines", lines)
        plot(measured, DOCS / "benchmarks.svg")


if __name__ == "__main__":
    main()
