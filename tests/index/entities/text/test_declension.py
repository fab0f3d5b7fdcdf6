"""What a word may be without the ending that a Slavic case has left on it."""

from __future__ import annotations

import pytest

from index.entities.text.declension import is_of_man, nominatives


@pytest.mark.parametrize(
    ("word", "nominative"),
    [
        ("tuskowi", "tusk"),
        ("orbanom", "orban"),
        ("syrskogo", "syrsky"),
        ("zelenskomou", "zelenski"),
        ("germanii", "germania"),
        ("niemcami", "niemcy"),
        ("andreiem", "andrei"),
        ("fialou", "fiala"),
        ("viktora", "viktor"),
    ],
)
def test_a_word_in_a_case_may_be_its_nominative(word: str, nominative: str) -> None:
    assert nominative in nominatives(word)


@pytest.mark.parametrize("word", ["dupont", "sylvie", "irma", "paris", ""])
def test_most_words_are_in_no_case(word: str) -> None:
    assert nominatives(word) == frozenset()


def test_only_some_endings_are_a_mans() -> None:
    assert is_of_man("syrskogo") and is_of_man("tuskowi")
    assert not (is_of_man("fialova") or is_of_man("oleksandra"))
