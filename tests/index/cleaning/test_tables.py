from __future__ import annotations

import pytest

from index.cleaning.lines import make_line
from index.cleaning.tables import is_table


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Zone Ruptures Dont graves", "Baltique 14 5", "Mer Rouge 9 4"], [True, True, True]),
        (["Tableau 2 – Câbles rompus", "Zone 2014 2018", "Baltique 14 5"], [True, True, True]),
        (["320 marins à bord du porteur", "14 pays autour de la table"], [True, True]),
        (["La patrouille reprend.", "Baltique 14 5", "La mer est calme."], [False, False, False]),
        (["Baltique 14 5", "Mer Rouge 9"], [False, False]),
        (["3 avis", "12 partages"], [False, False]),
        (["14 pays autour de la table", "Une déclaration attendue à Vilnius"], [False, False]),
        (["Tableau 2 – Câbles rompus", "Le navire est reparti dans la nuit."], [False, False]),
    ],
)
def test_rows_of_figures_what_heads_them_and_quantities_are_told_from_headlines(
    lines: list[str], told: list[bool]
) -> None:
    made = [make_line(line) for line in lines]
    assert [is_table(made, at) for at in range(len(made))] == told
