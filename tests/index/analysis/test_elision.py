from __future__ import annotations

import pytest

from index.analysis.elision import divide


def parts_of(run: str) -> list[str]:
    return [run[start:end] for start, end in divide(run).parts]


def wholes_of(run: str) -> list[str]:
    return [run[start:end] for start, end in divide(run).wholes]


@pytest.mark.parametrize(
    ("run", "word"),
    [
        ("l'armée", "armée"),
        ("L'ÉLYSÉE", "ÉLYSÉE"),
        ("d'Iran", "Iran"),
        ("c'est", "est"),
        ("ç'aurait", "aurait"),
        ("qu'elle", "elle"),
        ("QU'UN", "UN"),
        ("jusqu'alors", "alors"),
        ("lorsqu'un", "un"),
        ("Puisqu'on", "on"),
        ("quoiqu'il", "il"),
        ("z'yeux", "yeux"),
        ("l'11", "11"),
        ("l'hôpital", "hôpital"),
        ("d'aujourd'hui", "aujourd'hui"),
        ("Aujourd'hui", "Aujourd'hui"),
        ("quelqu'un", "quelqu'un"),
        ("quelqu'une", "quelqu'une"),
        ("prud'homme", "prud'homme"),
        ("Prud'homales", "Prud'homales"),
        ("qu'aujourd'hui", "aujourd'hui"),
        ("l'O.N.U.", "O.N.U."),
    ],
)
def test_elided_articles_are_dropped(run: str, word: str) -> None:
    assert parts_of(run) == [word]
    assert wholes_of(run) == []


@pytest.mark.parametrize(
    ("run", "parts", "whole"),
    [
        ("sous-marin", ["sous", "marin"], "sous-marin"),
        ("l'avant-poste", ["avant", "poste"], "avant-poste"),
        ("chef-d'œuvre", ["chef", "œuvre"], "chef-d'œuvre"),
        ("Val-d'Oise", ["Val", "Oise"], "Val-d'Oise"),
        ("presqu'île", ["presqu", "île"], "presqu'île"),
        ("s'entr'aider", ["entr", "aider"], "entr'aider"),
        ("O'Connor", ["O", "Connor"], "O'Connor"),
        ("Ch'ti", ["Ch", "ti"], "Ch'ti"),
        ("Sana'a", ["Sana", "a"], "Sana'a"),
        ("rock'n'roll", ["rock", "n", "roll"], "rock'n'roll"),
        ("va-t'en", ["va", "en"], "va-t'en"),
        ("M-51", ["M", "51"], "M-51"),
        ("d'Al-Assad", ["Al", "Assad"], "Al-Assad"),
        ("jusqu'au-boutiste", ["au", "boutiste"], "au-boutiste"),
    ],
)
def test_hyphens_and_leftover_apostrophes_divide_and_join(run: str, parts: list[str], whole: str) -> None:
    assert parts_of(run) == parts
    assert wholes_of(run) == [whole]


@pytest.mark.parametrize(
    ("run", "part", "whole"),
    [
        ("N'Djamena", "Djamena", "N'Djamena"),
        ("M'Bappé", "Bappé", "M'Bappé"),
        ("T'Pau", "Pau", "T'Pau"),
        ("d'N'Djamena", "Djamena", "N'Djamena"),
    ],
)
def test_before_a_consonant_the_elided_letter_may_belong_to_the_name(run: str, part: str, whole: str) -> None:
    assert parts_of(run) == [part]
    assert wholes_of(run) == [whole]


@pytest.mark.parametrize("run", ["l'", "qu'", "D'", "jusqu'", "d'l'"])
def test_an_elided_article_alone_is_no_word(run: str) -> None:
    assert parts_of(run) == []


def test_a_last_apostrophe_is_no_part_of_the_word() -> None:
    assert parts_of("James'") == ["James"]
