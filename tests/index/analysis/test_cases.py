from __future__ import annotations

import csv
from pathlib import Path

import pytest

from index.analysis import Analyzer, is_stop_word, readings
from index.analysis.readings import Reading
from index.document import Token

REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "analysis-cases.tsv"


def occurs(reading: Reading, document: tuple[Token, ...]) -> bool:
    terms = {(token.position, token.stem) for token in document}
    places = {token.position for token in document}
    return any(all((place + step, token.stem) in terms for step, token in enumerate(reading)) for place in places)


def matches(query: str, text: str) -> bool:
    analyzer = Analyzer()
    document = analyzer.tokens(text)
    words = [word for word in readings(analyzer.tokens(query)) if not is_stop_word(word[0][0], query, shouted=False)]
    return all(any(occurs(reading, document) for reading in word) for word in words)


def reference_cases() -> list[tuple[str, str, bool]]:
    if not REFERENCE.exists():
        return []
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [(row["query"], row["document"], row["expected_match"] == "1") for row in rows]


@pytest.mark.parametrize(("query", "document", "expected"), reference_cases())
def test_the_reference_cases_hold(query: str, document: str, expected: bool) -> None:
    assert matches(query, document) is expected
