from __future__ import annotations

import pytest

from index.analysis import Analyzer, stop_positions


def searched(query: str) -> list[str]:
    tokens = Analyzer().tokens(query)
    stopped = stop_positions(query, tokens)
    return [token.exact for token in tokens if token.position not in stopped]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("la guerre en Ukraine", ["guerre", "ukraine"]),
        ("aide de l’Union aux réfugiés", ["aide", "union", "refugies"]),
        ("été sans son armée", ["ete", "sans", "son", "armee"]),
        ("Est ou Ouest", ["est", "ouest"]),
        ("AIE et EU", ["aie", "eu"]),
        ("le budget SUR", ["budget", "sur"]),
        ("LE BUDGET SUR LA TABLE", ["budget", "table"]),
        ("A Kiev", ["kiev"]),
    ],
)
def test_stop_words_are_left_out_of_queries(query: str, words: list[str]) -> None:
    assert searched(query) == words


def test_a_query_of_stop_words_alone_keeps_them() -> None:
    assert searched("ce que les") == ["ce", "que", "les"]
    assert searched("À la une") == ["a", "la", "une"]


def test_parts_of_hyphenated_words_are_no_stop_words() -> None:
    assert searched("face-à-face") == ["faceaface", "face", "a", "face"]
    assert searched("missile S-400") == ["missile", "s400", "s", "400"]


def test_an_empty_query_has_no_stop_words() -> None:
    assert stop_positions("", ()) == frozenset()
