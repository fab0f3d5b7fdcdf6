"""Which lines are somebody's name, or what somebody named does."""

from __future__ import annotations

import pytest

from index.article import Zone
from index.cleaning.lines import make_line
from index.cleaning.signatures import is_placed, is_signature
from tests.index.cleaning.invented import FOOT, POOL, TITLE, cleaned, marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odile Brun", True),
        ("Odile Brun et Marc Vasseur", True),
        ("Odile Brun, Marc van Houtte et Jeanne de Ligny", True),
        ("Ana Lucía Ferrer et Reto Aebersold", True),
        ("Aurélien Mestre, chercheur associé", True),
        ("Mon Dieu", False),
        ("Odile Brun et les autres", False),
        ("Les deux ministres se sont vus à Oslo.", False),
        ("", False),
    ],
)
def test_names_alone_or_with_an_office_are_a_signature(text: str, expected: bool) -> None:
    assert is_signature(make_line(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odile Brun à Port-au-Prince", True),
        ("Marc van Houtte en Ukraine", True),
        ("Odile à Port-au-Prince", False),
        ("Odile Brun à la maison", False),
        ("", False),
    ],
)
def test_a_name_and_where_its_bearer_was_are_placed(text: str, expected: bool) -> None:
    assert is_placed(make_line(text)) is expected


def test_what_is_said_of_the_author_below_a_heading_with_that_name_is_none_of_the_text() -> None:
    about = [
        "À propos Jeanne Morel",
        "Jeanne suit les armées depuis Riga. Elle a travaillé pour une chaîne de télévision.",
    ]
    article = cleaned(TITLE, "Par Jeanne Morel", "Publié le 3 mars 2024", *POOL[:4], *about, *FOOT)
    assert [marks(article, line)[0] for line in about] == [Zone.CHROME, Zone.CHROME]
