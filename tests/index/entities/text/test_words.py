from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.text.words import divided, whole_divided, words

TEXT = st.lists(st.sampled_from(["A", "B", "À", "ABW", "né", "Kiev", "l'", "-", "3", "\t", "é\u0301"])).map(" ".join)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("N'Djamena et N’Guessan", ["N'Djamena", "et", "N’Guessan"]),
        ("N'est-ce pas M'bow", ["N", "est", "ce", "pas", "M'bow"]),
        ("Yannick Le Floc'h", ["Yannick", "Le", "Floc'h"]),
        ("Gideon Sa'ar, le Ba'ath", ["Gideon", "Sa'ar", "le", "Ba'ath"]),
        ("China's qu'elle", ["China", "s", "qu", "elle"]),
        ("aujourd'hui jusqu'à presqu'île", ["aujourd", "hui", "jusqu", "à", "presqu", "île"]),
        ("l'O.T.A.N. et J. D. Vance", ["l", "O.T.A.N.", "et", "J. D.", "Vance"]),
    ],
)
def test_an_apostrophe_divides_words_but_not_names(text: str, spelt: list[str]) -> None:
    assert [word.text for word in words(text)] == spelt


def test_a_name_with_an_apostrophe_is_that_without() -> None:
    assert [word.folded for word in words("N'Djamena Sa'ar Floc'h")] == ["ndjamena", "saar", "floch"]


@given(TEXT | st.text(max_size=30) | st.text(alphabet="abéœÿ÷ßNAÀ'’.-_ 3\u0301", max_size=20))
def test_names_and_texts_are_divided_alike(text: str) -> None:
    assert words(text) == divided(text)[0]


PIECES = [
    "A",
    "B.",
    "J.-D.",
    "O.T.A.N.",
    "M.",
    "M'",
    "b",
    "À",
    "À.",
    "l'A",
    "d'Ô",
    "«",
    "»",
    ",",
    "...",
    "3e",
    "(C)",
    "-",
    "",
    "\n",
    "\u00a0",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from([" ", "", "  "]))
def test_a_text_divided_piece_by_piece_is_the_text_divided_as_a_whole(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert divided(text) == whole_divided(text)


@given(st.text(alphabet="AÀbé .'-1«\n", max_size=20))
def test_so_is_any_text(text: str) -> None:
    assert divided(text) == whole_divided(text)
