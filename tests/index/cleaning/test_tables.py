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
        (["Vues : 1 203", "Partages : 12", "Lecture : 4 min"], [False, False, False]),
        (["Publié le : 12 mai 2024", "Modifié le : 13 mai 2024"], [False, False]),
        (["Tél : 05 96 00 00 00", "Fax : 05 96 00 00 01"], [False, False]),
        (["250 aéronefs", "65 navires", "jusqu'à 10 000 véhicules"], [True, True, True]),
        (["France : 1 450 militaires, 30 M€", "Japon : 180 militaires, 3,5 M$"], [True, True]),
        (["En chiffres", "18 : brise-glaces canadiens", "41 : brise-glaces russes"], [True, True, True]),
        (["250 aéronefs", "La mer est calme."], [False, False]),
        (["- 12 drones commandés", "- 41 systèmes vendus", "- 9 h d'autonomie"], [True, True, True]),
        (["Durée de vol: 28 heures", "Plafond. 9 000 mètres", "Moteur: tout en acier"], [True, True, True]),
        (["Durée : huit mois", "Unités : 1er et 3e régiments", "Matériels : 5 chars"], [True, True, True]),
        (["Mali : trois mois d'embargo", "Niger : la junte ferme 2 bases", "Kiev : 3 morts"], [False, False, False]),
        (["Tableau 1. Travures (2016)", "Allemagne 5", "Royaume-Uni 3"], [True, True, True]),
        (["14 pays autour de la table", "Une déclaration attendue à Vilnius"], [False, False]),
        (["Tableau 2 – Câbles rompus", "Le navire est reparti dans la nuit."], [False, False]),
    ],
)
def test_rows_of_figures_what_heads_them_and_quantities_are_told_from_headlines(
    lines: list[str], told: list[bool]
) -> None:
    made = [make_line(line) for line in lines]
    assert [is_table(made, at) for at in range(len(made))] == told
