from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analyzer, readings


def spelt(text: str) -> list[list[str]]:
    return [
        [" ".join(token.exact for token in reading) for reading in word] for word in readings(Analyzer().tokens(text))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("char Leclerc", [["char"], ["leclerc"]]),
        ("F-16 livrés", [["f16", "f 16"], ["livres"]]),
        ("N'Djamena", [["ndjamena", "djamena"]]),
        ("d'F-16", [["df16", "f16", "f 16"]]),
        ("arc-en-ciel", [["arcenciel", "arc en ciel"]]),
        ("hierLes", [["hierles", "hier les"]]),
        ("porte-paroleUn", [["porteparoleun", "porteparole un", "porte parole un"]]),
    ],
)
def test_a_word_is_read_joined_or_as_its_parts(text: str, words: list[list[str]]) -> None:
    assert spelt(text) == words


@given(st.text(alphabet="abLU -'’é1."))
def test_every_token_is_in_some_reading_of_exactly_one_word(text: str) -> None:
    tokens = Analyzer().tokens(text)
    words = readings(tokens)
    assert sorted({token for word in words for reading in word for token in reading}) == sorted(set(tokens))
    assert sum(len({token for reading in word for token in reading}) for word in words) == len(set(tokens))
