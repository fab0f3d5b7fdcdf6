"""How well pages are cleaned: `python -m benchmarks.cleaning [FOLDER ...]` counts and names what goes wrong.

Without a folder it measures the labelled pages of the tests, and then again without a part of the wordings: how the
rules fare on sites whose words nobody has foreseen.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from index.cleaning import rules
from tests.index.cleaning.labelled import Outcome, Page, known_pages, outcome, pages_in

UNKNOWN = 0.5
"""The share of the templates that are left out to see how well cleaning does without them."""


def report(name: str, outcomes: Sequence[Outcome], listing: bool) -> None:
    """Print the shares of what is right, and what is wrong."""
    noise = sum(len(found.page.noise) for found in outcomes)
    kept = sum(len(found.kept_noise) for found in outcomes)
    body = sum(len(found.page.body) for found in outcomes)
    lost = sum(len(found.lost_body) for found in outcomes)
    titled, dated = (
        sum(getattr(found, what) for found in outcomes) / len(outcomes) for what in ("is_titled", "is_dated")
    )
    print(
        f"{name}: {len(outcomes)} pages, noise out {1 - kept / noise:.2%} of {noise}, "
        f"paragraphs kept {1 - lost / body:.2%} of {body}, titles {titled:.1%}, dates {dated:.1%}"
    )
    if listing:
        for found in outcomes:
            for line in _errors(found):
                print(f"  {found.page.name}: {line}")


def _errors(found: Outcome) -> Iterator[str]:
    yield from (f"kept noise   {_rule(found, line)} {line}" for line in found.kept_noise)
    yield from (f"LOST         {_rule(found, line)} {line}" for line in found.lost_body)
    if not found.is_titled:
        yield f"TITLE        {found.article.title!r} for {found.page.title!r}"
    if not found.is_dated:
        yield f"DATE         {found.article.date} for {found.page.day}"


def _rule(found: Outcome, line: str) -> str:
    return next((f"[{p.zone} {p.rule}]" for p in found.article.paragraphs if p.text == line), "[-]")


@contextmanager
def forgotten(share: float, seed: int) -> Iterator[None]:
    """Leave out a share of the templates of every rule but the by-lines, drawn by lot."""
    rng = random.Random(seed)
    known = rules.Wordings(
        rule
        if rule.zone == "dateline"
        else replace(rule, templates=tuple(t for t in rule.templates if rng.random() >= share))
        for rule in rules.wordings().rules
    )
    with patch("index.cleaning.zoning.wordings", lambda: known):
        yield


def main(folders: Sequence[str]) -> None:
    """Measure the folders, or the pages of the tests."""
    for folder in folders:
        report(folder, [outcome(page) for page in pages_in(Path(folder))], listing=True)
    if not folders:
        pages: list[Page] = list(known_pages())
        report("known pages", [outcome(page) for page in pages], listing=True)
        for share in (UNKNOWN, 1):
            with forgotten(share, 1):
                report(
                    f"without {share:.0%} of the wordings", [outcome(page) for page in pages], listing="-v" in sys.argv
                )


if __name__ == "__main__":
    main([argument for argument in sys.argv[1:] if not argument.startswith("-")])
