"""A function that remembers its values: the same values, each made once while there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.entities.text.memory import remembered


@given(st.lists(st.text(max_size=3)), st.integers(1, 4))
def test_a_function_that_remembers_has_the_same_values_however_few_it_may_keep(words: list[str], most: int) -> None:
    assert list(map(remembered(most)(str.upper), words)) == [word.upper() for word in words]


def test_a_value_is_made_once_until_there_are_too_many() -> None:
    made: list[str] = []

    def fold(word: str) -> str:
        made.append(word)
        return word.lower()

    folded = remembered(2)(fold)
    assert [folded(word) for word in ("A", "B", "A", "B")] == ["a", "b", "a", "b"]
    assert made == ["A", "B"]
    assert [folded(word) for word in ("C", "A", "C")] == ["c", "a", "c"]
    assert made == ["A", "B", "C", "A"]
