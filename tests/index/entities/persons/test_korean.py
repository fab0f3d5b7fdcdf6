from __future__ import annotations

import pytest

from index.entities.persons.korean import korean_key
from index.entities.text.words import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lee Jae-myung", "Li Jé-myong"),
        ("Lee Jae-myung", "Yi Jae Myeong"),
        ("Cho Hyun", "Tcho Hyeon"),
        ("Kim Jong-un", "Kim Djong-eun"),
        ("Wi Sung-lac", "Wi Seong-rak"),
        ("Wi Sung-lac", "Oui Song-rak"),
        ("Ahn Gyu-baek", "An Kyou-bek"),
    ],
)
def test_spellings_of_one_korean_name_share_a_key(one: str, other: str) -> None:
    assert korean_key(folded(one)) == korean_key(folded(other))


@pytest.mark.parametrize(("one", "other"), [("Kim Jong-un", "Kim Yo-jong"), ("Cho Hyun", "Cho Tae-yul")])
def test_other_korean_names_have_other_keys(one: str, other: str) -> None:
    assert korean_key(folded(one)) != korean_key(folded(other))
