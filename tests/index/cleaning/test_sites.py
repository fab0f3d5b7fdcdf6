"""Cleaning of pages of many more sites, written by others than the rules and measured once before these knew them."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from functools import cache

import pytest

from benchmarks.cleaning import forgotten
from tests.index.cleaning.labelled import Outcome, known_pages, outcome, pages_in
from tests.index.cleaning.pages import FOLDER

EVERY = 3
"""One in so many pages is cleaned with blank lines, too; `benchmarks.cleaning` cleans all of them so."""


@cache
def outcomes() -> tuple[Outcome, ...]:
    return tuple(outcome(page) for page in pages_in(FOLDER / "sites", EVERY))


def share(wrong: Sized, among: Iterable[Sized]) -> float:
    return 1 - len(wrong) / sum(map(len, among))


def test_noise_is_kept_out_of_the_body() -> None:
    kept = [(found.page.name, line) for found in outcomes() for line in found.kept_noise]
    assert share(kept, (found.page.noise for found in outcomes())) >= 0.986, kept


def test_paragraphs_are_kept_whole() -> None:
    lost = [(found.page.name, line) for found in outcomes() for line in found.lost_body]
    assert share(lost, (found.page.body for found in outcomes())) >= 0.995, lost


def test_titles_are_right() -> None:
    wrong = [(found.page.name, found.article.title) for found in outcomes() if not found.is_titled]
    assert 1 - len(wrong) / len(outcomes()) >= 0.985, wrong


def test_dates_are_right_and_none_is_made_up() -> None:
    wrong = [(found.page.name, found.article.date) for found in outcomes() if not found.is_dated]
    assert 1 - len(wrong) / len(outcomes()) >= 0.993, wrong
    assert [found.page.name for found in outcomes() if found.page.day is None and found.article.date is not None] == []


@pytest.mark.parametrize(("unknown", "seeds", "least"), [(0.5, (1, 2, 3), 0.97), (1, (1,), 0.95)])
def test_little_noise_is_kept_where_its_wording_is_unknown(
    unknown: float, seeds: tuple[int, ...], least: float
) -> None:
    found = list[Outcome]()
    for seed in seeds:
        with forgotten(unknown, seed):
            found += [outcome(page) for page in known_pages()]
    kept = [line for page in found for line in page.kept_noise]
    assert share(kept, (page.page.noise for page in found)) >= least
    assert [line for page in found for line in page.lost_body] == []


def test_the_document_says_how_many_pages_are_labelled() -> None:
    pages = [path for path in (FOLDER / "sites").iterdir() if path.suffix in (".txt", ".html")]
    document = (FOLDER.parents[2] / "docs" / "articles.md").read_text("utf-8")
    assert f"`tests/index/cleaning/sites/`, {len(pages)}" in document
