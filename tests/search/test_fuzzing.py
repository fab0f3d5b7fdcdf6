"""Whatever is typed is a query. `FUZZ_EXAMPLES=100000 pytest tests/search/test_fuzzing.py` takes its time."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.query import FacetFilter, Query, Scope
from search.results import Results
from search.searching import Search
from tests.search.archive import archive, search_over

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "500"))
EMPTY = search_over([])
SMALL = archive("La défense de l'Ukraine.", ("Volodymyr Zelensky.", "Les F-16 d’Élysée, 20 000 soldats à Kiev."))

SIGNS = [
    "a",
    "été",
    " ",
    "  ",
    '"',
    "«",
    "»",
    "“",
    "”",
    "(",
    ")",
    "-",
    "*",
    "~2",
    "?",
    ":",
    "_",
    "l'",
    "F-16",
    "🙂",
    "\0",
]
NAMES = ["pays:", "titre:", "avant:", "2024", "3 mars 2024", " ET ", " OU ", " SAUF ", " NOT ", "\u0301", "\u00a0"]
WORDS = [
    "zelensky",
    "US",
    "ukraine",
    "le",
    "groupe de contact",
    "alliance atlantique",
    "\u200b",
    "\ud800",
    "İ",
    "ß",
    "٣",
]
typed = st.one_of(
    st.text(),
    st.text(st.characters(exclude_categories=[])),
    st.lists(st.sampled_from([*SIGNS, *NAMES, *WORDS]), max_size=30).map("".join),
)


@given(typed, st.sampled_from(Scope), st.booleans())
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_string_is_a_query(text: str, scope: Scope, names: bool) -> None:
    check(EMPTY, Query(text, scope=scope, names=names))


@given(typed, st.sampled_from(Scope))
@settings(max_examples=min(EXAMPLES, 300), deadline=None)
def test_any_string_is_answered(text: str, scope: Scope) -> None:
    results = check(SMALL, Query(text, scope=scope))
    for hit in results.hits:
        for paragraph in hit.paragraphs:
            assert all(0 <= start < end <= len(paragraph.text) for start, end in paragraph.highlights)
            start, end = paragraph.fragment
            assert 0 <= start <= end <= len(paragraph.text)


@given(typed, st.lists(typed, max_size=3).map(tuple))
@settings(max_examples=min(EXAMPLES, 300), deadline=None)
def test_any_string_is_a_value(text: str, values: tuple[str, ...]) -> None:
    chosen = FacetFilter("person", values, excluded=(text,), spellings=values[:1])
    check(SMALL, Query(filters=(chosen,), source=values))


def check(search: Search, query: Query) -> Results:
    results = search.answer(query)
    assert all(part.reason for part in results.understanding.ignored)
    assert bool(results.understanding.notation) or not results.understanding.words
    return results


@pytest.mark.parametrize(
    "text", ["-" * 5000, "(" * 5000, '"' * 5001, "a" * 5000, "a " * 2500, "~" * 5000, "pays:" * 1000]
)
def test_long_strings_are_cut_and_answered(text: str) -> None:
    assert check(SMALL, Query(text)).understanding.ignored[-1].reason == "too_long"
