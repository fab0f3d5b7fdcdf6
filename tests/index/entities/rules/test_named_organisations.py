"""Organisations of one word or a few, told by what introduces them or by the words that they abbreviate."""

from __future__ import annotations

import pytest

from tests.index.entities.conftest import Recognise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les capteurs viennent d'une jeune société d'Oulu, Vexlar Timbrov.", ["vexlar-timbrov"]),
        ("Il dirige le Vexlar Munitions Council.", ["vexlar-munitions-council"]),
        ("Selon le centre d'études Vexlar Timbrov, tout va.", ["vexlar-timbrov"]),
        ("Le chef d'état-major des forces armées philippines parle.", ["forces-armees-philippines"]),
        ("Le patron d'une société d'Oulu, Vexlar Timbrov, parle.", []),
        ("Le chef du groupe Vexlar Timbrov parle.", []),
    ],
)
def test_a_noun_in_apposition_or_the_last_word_tells_an_organisation(
    recognise: Recognise, text: str, expected: list[str]
) -> None:
    assert [mention.entity for mention in recognise(text) if mention.kind == "organisation"] == expected


@pytest.mark.parametrize(
    ("text", "names_it"),
    [
        ("L'Organisation mondiale de la santé (OMS) proteste. L'OMS insiste.", True),
        ("L'agence américaine (CIA) proteste.", True),
        ("L'Office municipal des sports (OMS) proteste. L'OMS insiste.", False),
        ("Il est en classe préparatoire intégrée (CPI)", False),
    ],
)
def test_an_acronym_in_brackets_means_what_the_words_before_it_spell(
    recognise: Recognise, text: str, names_it: bool
) -> None:
    assert (
        bool({mention.entity for mention in recognise(text)} & {"oms", "cia", "cour-penale-internationale"}) == names_it
    )
