"""Passages: the words of a paragraph, and what stands around them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.article import Paragraph, Zone
from index.entities.text.passage import Passage
from index.entities.text.ungluing import NameWords, unglued
from index.entities.text.words import words

TEXT = st.text(st.sampled_from("aéÉBz.'’-— \n«»0(),ʼ\u0301\u202f"), max_size=60) | st.text(max_size=40)


def passage(text: str) -> Passage:
    return Passage.of(0, Paragraph(0, text, Zone.BODY, "test"))


def pieces(read: Passage) -> str:
    return "".join(gap + word.text for gap, word in zip(read.gaps, read.words, strict=False)) + read.gaps[-1]


@given(TEXT)
@example("Note²")
def test_words_and_gaps_together_are_the_text_with_plain_blanks_and_hyphens(text: str) -> None:
    read = passage(text)
    text = re.sub(r"(?<=[^\W\d_]{4})[¹²³]", " ", text)  # the marks of notes
    text = re.sub("[\u00a0\u202f\u2009]", " ", re.sub("[\u2010\u2011]", "-", text))
    assert pieces(read) == text
    assert [text[start : start + len(word.text)] for start, word in zip(read.starts, read.words, strict=True)] == [
        word.text for word in read.words
    ]


@given(st.lists(st.sampled_from(["Ryder", "Ryderqui", "généralEirik", "duNord", "Wit.koff", "parle", "—"])))
def test_divided_words_and_their_gaps_are_the_text_still(names: list[str]) -> None:
    text = f"Paris, 3 mai (Agence) – {' '.join(names)}"
    (read,) = unglued([passage(text)], NameWords({"ryder"}))
    assert pieces(read) == text
    assert [text[start : start + len(word.text)] for start, word in zip(read.starts, read.words, strict=True)] == [
        word.text for word in read.words
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Steve Wit.koff parle", ["steve", "witkoff", "parle"]),
        ("Il va à Kiev.Elle aussi", ["il", "va", "a", "kiev", "elle", "aussi"]),
        ("Il va à Kiev.elle aussi", ["il", "va", "a", "kiev", "elle", "aussi"]),
        ("sur Telex.hu et Exemple.com", ["sur", "telex", "hu", "et", "exemple", "com"]),
        ("la 3-ème brigade, la 3ème, la 3e", ["la", "3e", "brigade", "la", "3e", "la", "3e"]),
        ("J. D. Vance et M. A. Dupont", ["jd", "vance", "et", "m", "a", "dupont"]),
        ("l'O.T.A.N.", ["l", "otan"]),
        ("l'A B W et la C G T, A B", ["l", "abw", "et", "la", "cgt", "a", "b"]),
    ],
)
def test_words_are_folded_and_divided_where_readers_do(text: str, expected: list[str]) -> None:
    assert [word.folded for word in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NicușorDan se tait", ["Nicușor", "Dan", "se", "tait"]),
        ("DanAxel se tait", ["DanAxel", "se", "tait"]),  # the second is no known name
        ("McDan et PayPal", ["McDan", "et", "PayPal"]),
        ("DanDanDan", ["DanDanDan"]),
    ],
)
def test_two_known_names_without_a_space_between_are_two_words(text: str, expected: list[str]) -> None:
    (read,) = unglued([passage(text)], NameWords({"nicusor", "dan", "pay"}))
    assert [word.text for word in read.words] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ChinjiroKoizumi dort", ["Chinjiro", "Koizumi", "dort"]),
        ("McKoizumi dort", ["McKoizumi", "dort"]),  # too little for a given name
        ("ChinjiroAndo dort", ["ChinjiroAndo", "dort"]),
    ],
)
def test_a_family_name_without_a_space_before_it_is_parted(text: str, expected: list[str]) -> None:
    (read,) = unglued([passage(text)], NameWords({"koizumi"}, families={"koizumi"}))
    assert [word.text for word in read.words] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JonHeeley dort", ["Jon", "Heeley", "dort"]),
        ("généralJonHeeley", ["général", "Jon", "Heeley"]),
        ("MrJonHeeley", ["Mr", "Jon", "Heeley"]),
        ("CityJonHeeley", ["CityJonHeeley"]),  # the first is no title
        ("UrsulaVonDerLeyn", ["Ursula", "Von", "Der", "Leyn"]),
        ("PayPal et JoHeeley", ["PayPal", "et", "JoHeeley"]),
    ],
)
def test_a_word_that_is_like_a_whole_name_is_parted_at_its_capitals(text: str, expected: list[str]) -> None:
    like = {("jon", "heeley"), ("jo", "heeley"), ("ursula", "von", "der", "leyn")}
    (read,) = unglued([passage(text)], NameWords({"x"}, titles={"mr"}, like=like.__contains__))
    assert [word.text for word in read.words] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kosi-niak dort", ["Kosi-niak", "dort"]),
        ("Kosi-Niak dort", ["Kosi", "Niak", "dort"]),
        ("Dan-axel dort", ["Dan", "axel", "dort"]),  # the first is a name itself
        ("Vice-roi", ["Vice", "roi"]),
    ],
)
def test_a_hyphen_that_broke_a_known_name_is_none(text: str, expected: list[str]) -> None:
    (read,) = unglued([passage(text)], NameWords({"kosiniak", "dan", "danaxel"}))
    assert [word.text for word in read.words] == expected
    assert text.startswith(read.words[0].text)
