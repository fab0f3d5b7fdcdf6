"""The labelled articles, scored as `benchmarks/facets.py` does; the thresholds are those that the project promises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.facets import LABELLED, Report, read, score
from index.article import RawArticle
from index.cleaning import clean
from index.entities.recognise import Recogniser

SEEDS = Path(__file__).parents[3].parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def report(recogniser: Recogniser) -> Report:
    return score((read(path) for path in sorted(LABELLED.glob("*.yaml"))), recogniser)


@pytest.mark.parametrize(
    ("kind", "precision", "recall"), [("person", 0.97, 0.92), ("country", 0.98, 0.97), ("organisation", 0.95, 0.90)]
)
def test_facets_are_precise_and_complete(report: Report, kind: str, precision: float, recall: float) -> None:
    assert report.facets[kind].precision >= precision, "\n".join(report.errors)
    assert report.facets[kind].recall >= recall, "\n".join(report.errors)


def test_mangled_names_are_resolved(report: Report) -> None:
    assert report.mangled.recall >= 0.85, "\n".join(report.errors)


def test_persons_that_no_list_knows_are_found(report: Report) -> None:
    assert report.unlisted["person"].recall >= 0.75, "\n".join(report.errors)


def test_two_traps_in_a_hundred_are_sprung_at_most(report: Report) -> None:
    assert report.traps[True] <= 0.02 * report.traps.total(), "\n".join(report.errors)


def expectations() -> dict[str, Any]:
    path = SEEDS / "expected.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


@pytest.mark.skipif(not SEEDS.exists(), reason="the five real articles are not here")
@pytest.mark.parametrize("name", sorted(expectations()))
@pytest.mark.parametrize("kind", ["person", "country", "organisation"])
def test_real_articles_give_what_is_expected_and_nothing_forbidden(
    recogniser: Recogniser, name: str, kind: str
) -> None:
    expected = expectations()[name]
    mentions = recogniser.mentions(clean(RawArticle(name, (SEEDS / name).read_text("utf-8"))))
    found = {
        mention.entity.upper() if kind == "country" else mention.label for mention in mentions if mention.kind == kind
    }
    assert set(expected.get(kind, ())) <= found
    assert not found & set(expected["not"].get(kind, ()))
