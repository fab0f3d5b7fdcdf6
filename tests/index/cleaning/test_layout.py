"""How the lines of a text are found again, whatever its editor did to them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning.layout import layout

FIRST = (
    "Le ministre de la Défense a présenté mardi devant les députés le plan qui doit équiper l'armée de terre, a-t-on "
    "appris de sources parlementaires, et qui coûtera plus cher que prévu."
)
SECOND = (
    "Les industriels attendent encore les premières commandes, qui avaient été promises pour l'hiver par son "
    "prédécesseur, et dont aucune n'est signée à ce jour."
)
TITLE = "Le plan d'équipement de l'armée de terre coûtera plus cher que prévu"


def texts(content: str) -> list[str]:
    return [line.text for line in layout(content)]


def wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n\n\n"])
def test_wrapped_paragraphs_between_blank_lines_are_joined(width: int, between: str) -> None:
    content = between.join(wrapped(text, width) for text in (TITLE, FIRST, SECOND))
    assert texts(content) == [TITLE, FIRST, SECOND]


def test_wrapped_paragraphs_without_blank_lines_end_at_a_short_line() -> None:
    assert texts(f"{wrapped(FIRST, 75)}\n{wrapped(SECOND, 75)}") == [FIRST, SECOND]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_one_paragraph_a_line_stays_as_it_is(between: str) -> None:
    assert texts(between.join((TITLE, FIRST, "« Non. »", SECOND))) == [TITLE, FIRST, "« Non. »", SECOND]


def test_short_sentences_one_a_line_are_not_taken_for_wrapped_ones() -> None:
    lines = [
        "Le convoi est parti de Lviv dans la nuit de lundi à mardi.",
        "Il transporte quarante tonnes de matériel médical.",
        "La route reste ouverte, selon les autorités locales.",
        "Personne ne sait pour combien de temps.",
    ]
    assert texts("\n".join(lines)) == lines


def test_menus_and_lists_beside_wrapped_text_keep_their_lines() -> None:
    content = (
        f"Accueil\nMonde\nÉconomie\n\n{wrapped(FIRST, 75)}\n- Premier point\n- Second point\n\n{wrapped(SECOND, 75)}"
    )
    assert texts(content) == ["Accueil", "Monde", "Économie", FIRST, "- Premier point", "- Second point", SECOND]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("la défen-\nse aérienne", "la défense aérienne"),
        ("le porte-\nparole du ministère", "le porte-parole du ministère"),
        ("aux États-\nUnis cette semaine", "aux États-Unis cette semaine"),
        ("a-t-\nil répondu au député", "a-t-il répondu au député"),
    ],
)
def test_a_word_broken_by_a_hyphen_is_made_whole_and_a_compound_keeps_it(broken: str, whole: str) -> None:
    head, _, tail = broken.partition("\n")
    start = "Le plan présenté mardi devant les élus de la commission concerne surtout "
    content = f"{start}{head}\n{tail} comme le prévoit le texte que la commission examinera demain matin et\nadoptera."
    assert texts(content)[0].startswith(start + whole)


def test_addresses_and_by_lines_below_a_title_are_lines_of_their_own() -> None:
    title = "Nouméa : la gendarmerie rend ses blindés"
    for below in ("le mardi 5 novembre 2024", "https://flux.example/2024/11/noumea/", "par notre correspondant"):
        assert layout(f"{title}\n{below}\nvotre.adresse@exemple\n")[0].text == title


def test_the_gap_before_a_line_is_told() -> None:
    assert [line.gap for line in layout("Un\n\n\nDeux\nTrois")] == [0, 2, 0]


@given(st.text(alphabet=st.sampled_from("ab É.-«»\n\t\u00a0…1"), max_size=300))
def test_no_word_is_lost_or_made_up(content: str) -> None:
    def letters(text: str) -> str:
        return "".join(character for character in text if character.isalnum())

    assert letters("".join(texts(content))) == letters(content)


def test_the_stamp_below_headlines_of_a_width_is_no_part_of_them() -> None:
    stamp = "information fournie par AGP • 14.05.2024 • 10:05 •"
    lines = [
        "Tallinn et Riga vont commander ensemble leurs obus",
        stamp,
        "L'euro grignote un peu de terrain au dollar",
        stamp,
    ]
    assert [line.text for line in layout("\n".join(lines))] == lines
