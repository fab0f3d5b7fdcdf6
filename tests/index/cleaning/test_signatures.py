"""Which lines are somebody's name, or what somebody named does."""

from __future__ import annotations

import pytest

from index.cleaning.lines import make_line
from index.cleaning.signatures import is_placed, is_signature


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
