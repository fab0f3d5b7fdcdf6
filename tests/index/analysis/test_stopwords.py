from __future__ import annotations

import pytest

from index.analysis import Analyzer, is_stop_word


def kept(query: str) -> list[str]:
    return [
        token.exact
        for token in Analyzer().tokens(query)
        if not is_stop_word(token, query[token.start : token.end], shouted=query.isupper())
    ]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("la guerre en Ukraine", ["guerre", "ukraine"]),
        ("aide de l’Union aux réfugiés", ["aide", "union", "refugies"]),
        ("été sans son armée", ["ete", "sans", "son", "armee"]),
        ("Est ou Ouest", ["est", "ouest"]),
        ("l’aie, les avions et les sommes", ["aie", "avions", "sommes"]),
        ("AIE et EU", ["aie", "eu"]),
        ("le budget SUR", ["budget", "sur"]),
        ("LE BUDGET SUR LA TABLE", ["budget", "table"]),
        ("A Kiev", ["kiev"]),
        ("ce que les", []),
    ],
)
def test_queries_can_do_without_stop_words(query: str, words: list[str]) -> None:
    assert kept(query) == words
