from __future__ import annotations

import pytest

from index.analysis import Analyzer, Vocabulary, glued_parts, vocabulary

ARTICLE = (
    "Selon Stoltenberg, la Norvège et Oslo agissent. Le roi de Norvège et Stoltenberg ont parlé à Paul.",
    "Stoltenbergqui était à Oslo a quitté la Norvègepour Bruxelles, où Paulet et Nakamura attendent.",
    "Le Mali et Haïti : un Malien, un Haïtien, une Européenne, un Européen. L'Europe des Occidentaux et l'Occident.",
    "Nakamura et Nakamura : Lors du sommet, Lorsque tout fut dit.",
)


def parts(word: str, seen: Vocabulary) -> list[str] | None:
    spans = glued_parts(word, seen)
    return None if spans is None else [word[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("longtempsUn", ["longtemps", "Un"]),
        ("suivanteLes", ["suivante", "Les"]),
        ("NorvègeElle", ["Norvège", "Elle"]),
        ("décidéAprès", ["décidé", "Après"]),
        ("frontièreÀ", ["frontière", "À"]),
        ("retraitL'Ukraine", ["retrait", "L'Ukraine"]),
        ("porte-paroleIl", ["porte-parole", "Il"]),
        ("soirD'autres", ["soir", "D'autres"]),
        ("2022Les", ["2022", "Les"]),
    ],
)
def test_a_word_is_cut_where_a_sentence_opens(word: str, expected: list[str]) -> None:
    assert parts(word, Vocabulary()) == expected


@pytest.mark.parametrize(
    "word",
    [
        "HeLa", "iPhone", "YouTube", "McDonald", "LaTeX", "DeGaulle", "eBay", "PlayStation", "BfV", "kWh", "MacArthur",
        "LeMonde", "GitHub", "TotalEnergies", "WhatsApp", "TikTok", "DuPont", "LinkedIn", "OTAN", "F16", "OTANLe",
    ],
)  # fmt: skip
def test_words_with_inner_capitals_stay_whole(word: str) -> None:
    assert parts(word, Vocabulary()) is None


def test_an_acronym_is_cut_where_a_sentence_opens_if_it_is_known() -> None:
    assert parts("OTANLe", vocabulary(["Pour l'OTAN, l'OTANLe"])) == ["OTAN", "Le"]
    assert parts("OTANLe", Vocabulary(known={"otan"})) == ["OTAN", "Le"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Stoltenbergqui", ["Stoltenberg", "qui"]),
        ("Stoltenbergdans", ["Stoltenberg", "dans"]),
        ("Norvègepour", ["Norvège", "pour"]),
        ("Norvegele", ["Norvege", "le"]),
        ("Stoltenbergdit", ["Stoltenberg", "dit"]),
        ("Stoltenbergétait", ["Stoltenberg", "était"]),
        ("Stoltenbergestime", ["Stoltenberg", "estime"]),
    ],
)
def test_a_function_word_is_cut_from_a_name_of_the_article(word: str, expected: list[str]) -> None:
    assert parts(word, vocabulary(ARTICLE)) == expected


@pytest.mark.parametrize(
    "word",
    [
        "Malien", "Haïtien", "Européen", "Europeen", "Occidentaux", "Paulet", "Nakamura", "Lorsque", "Stoltenbergs",
        "stoltenbergqui", "Osloite", "Inconnuqui",
    ],
)  # fmt: skip
def test_words_of_their_own_are_not_cut(word: str) -> None:
    assert parts(word, vocabulary(ARTICLE)) is None


def test_a_word_that_is_a_name_itself_is_not_cut() -> None:
    assert parts("Gabriella", vocabulary(["Gabriel, Gabriel et Gabriella"])) is None
    assert parts("Robertet", vocabulary(["Robert, Robertet"])) == ["Robert", "et"]
    assert parts("Robertet", vocabulary(["Robert, Robertet, Robertet"])) is None
    assert parts("Robertet", vocabulary(["Robert, Robertet"], known={"robertet"})) is None


def test_a_name_from_elsewhere_is_cut_from_longer_function_words_only() -> None:
    seen = vocabulary(["Erdogandans un entretien"], known={"erdogan"})
    assert parts("Erdogandans", seen) == ["Erdogan", "dans"]
    assert parts("Erdoganla", seen) is None
    assert parts("Morales", vocabulary(["Morales"], known={"mora"})) is None


def test_a_name_is_never_an_ordinary_word_of_the_article() -> None:
    assert parts("Commandement", vocabulary(["Command", "Commandement"])) is None
    assert parts("Défensequi", vocabulary(["la Défense", "la défense"])) is None


def test_the_parts_of_a_glued_word_are_added_at_successive_positions() -> None:
    text = ARTICLE[1]
    tokens = Analyzer().tokens(text, vocabulary(ARTICLE))
    assert [(token.position, text[token.start : token.end]) for token in tokens[:4]] == [
        (0, "Stoltenbergqui"),
        (0, "Stoltenberg"),
        (1, "qui"),
        (2, "était"),
    ]


def test_what_one_article_shows_is_forgotten_with_the_next() -> None:
    analyzer = Analyzer()
    alone = analyzer.tokens("Stoltenbergqui")
    assert len(analyzer.tokens("Stoltenbergqui", vocabulary(ARTICLE))) == 3
    assert analyzer.tokens("Stoltenbergqui") == alone
