"""Which days are read in a line, and which lines date an article."""

from __future__ import annotations

from datetime import date

import pytest

from index.article import RawArticle
from index.cleaning import clean
from index.cleaning.dates import find_days
from index.cleaning.lines import fold_line

TEXT = (
    "Le ministre a présenté mardi devant les députés le plan qui doit équiper l'armée de terre d'ici à la fin de "
    "l'année prochaine.\n\nLes industriels attendent encore les premières commandes, qui avaient été promises le 12 "
    "janvier 2021 par son prédécesseur.\n"
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 3 mars 2024 à 18h04", date(2024, 3, 3)),
        ("mardi 1er août 2023", date(2023, 8, 1)),
        ("06.09.2024", date(2024, 9, 6)),
        ("06/09/2024 - 07:15", date(2024, 9, 6)),
        ("6-9-2024", date(2024, 9, 6)),
        ("16 - 09 - 2024", date(2024, 9, 16)),
        ("2024-09-06T23:30:00-05:00", date(2024, 9, 6)),
        ("2024/09/06", date(2024, 9, 6)),
        ("March 3, 2024", date(2024, 3, 3)),
        ("Mars 3, 2024", date(2024, 3, 3)),
        ("3 March 2024", date(2024, 3, 3)),
        ("samedi 02/décembre/2023 - 01:35", date(2023, 12, 2)),
        ("3-mars-2024", date(2024, 3, 3)),
        ("3/mars-2024", None),
        ("12 déc. 2022", date(2022, 12, 12)),
        ("05 aoû 2021", date(2021, 8, 5)),
        ("29 février 2024", date(2024, 2, 29)),
        ("29 février 2023", None),
        ("31 février 2024", None),
        ("31/02/2024", None),
        ("13/13/2024", None),
        ("3 mars", None),
        ("mars 2024", None),
        ("Mars a envoyé 12 sondes en 2024", None),
        ("192.168.10.2024", None),
    ],
)
def test_full_dates_are_read_and_nothing_is_guessed(line: str, day: date | None) -> None:
    assert [found.day for found in find_days(fold_line(line))] == ([] if day is None else [day])


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [
        ("Un titre pour cet article\nPublié le 3 mars 2024 à 18h04\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nMis à jour le 5 mars 2024, publié le 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nPublié le 3 mars 2024 | Mis à jour le 5 mars 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nMis à jour le 5 mars 2024\nPublié le 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nPar Jeanne Morel, le 3 mars 2024 à 18:04\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nJeanne Morel | 3 mars 2024 | Défense\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n03.03.2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nCe direct a commencé le dimanche 3 mars 2024 à 06h15\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n( Source: Agence Phare )  03.03.2024 08h26\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nPar Administrateur mars 3, 2024 4 minutes lues\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nDirection : état-major / Publié le : 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nPublié le : 03/06 - 22:41\nModifié le : 03/06 - 22:58\n", "", None),
        ("Un titre pour cet article\nIoana Petrescu\n03/03/24 à 19:12\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n3 mars 2024 · 4 min · Pôle veille\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n3 mars 2024 . Yassine Ben Hmida\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nEntrée : 03.03.2024 - 14:20\nMise à jour : 04.03.2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n(03/03/24) – Naval – Rédaction TAM\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n3 mars 2024 · 7 min · 1412 mots · Odile Brun | Proposer\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nGenève, le 3 mars 2024 - de notre correspondant, O. Brun\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nAMP\n03/03/2024 - 22:41 - Varsovie (AMP)\n", "", date(2024, 3, 3)),
        ("BICHKEK | Relations extérieures | 03.03.2024\nUn titre pour cet article\n", "", date(2024, 3, 3)),
        ("Revue de presse du dimanche 3 mars 2024 : un titre pour cet article\n", "", date(2024, 3, 3)),
        (
            "Un titre pour cet article\nUn chapeau qui en dit plus.\n3 mars 2024\nPar Jeanne Morel\n",
            "",
            date(2024, 3, 3),
        ),
        (
            "Un titre pour cet article\nUn chapeau qui en dit plus.\nLP / Par Léa KASSAB, le 03 mars 2024 à 00h00\n",
            "",
            date(2024, 3, 3),
        ),
        (
            "Un titre pour cet article\nLP / Par notre envoyée spéciale Léa KASSAB, à Tallinn, le 3 mars 2024 à 7h\n",
            "",
            date(2024, 3, 3),
        ),
        ("Point de presse du 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Compte rendu du Conseil des ministres du mercredi 3 avril 2024\n", "", date(2024, 4, 3)),
        ("Déclaration conjointe des deux ministres – 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Déclaration sur l'attaque du 3 mars 2024\n", "", None),
        ("Discours du 3 mars 2024 : le tournant que voici\n", "", None),
        ("Les retraités du 3 mars 2024 attendent encore\n", "", None),
        ("Un titre pour cet article\nCommuniqué des deux ministres (3 mars 2024)\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nPartager\n3 mars 2024 Paix et sécurité\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n3 mars 2024 12:00AM EDT\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nphare.example — par Léa Kassab — dim. 3 mars 2024 21:14\n", "", date(2024, 3, 3)),
        ("Estonie - Entretien des deux ministres (03.03.24)\n", "", date(2024, 3, 3)),
        ("Le sommet du fleuve (11-12 mars 2024)\n", "", None),
        ("Offre valable jusqu'au 3 mars 2024\nUn titre pour cet article\n", "", None),
        ("Un titre pour cet article\n", "Page créée le 3 mars 2024\n", None),
        ("Un titre pour cet article\n", "Dernière révision : 3 mars 2024\n", None),
        ("Un titre pour cet article\n", "Sur le même sujet\nUn autre titre que voici\nPublié le 3 mars 2024\n", None),
        ("Un titre pour cet article\nBy Jane Doe, March 3, 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n3. mars 2024. | Auteur: rédaction\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nDans Horizons n° 1714, 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nÉcrit par Jane Doe (correspondance) le 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nN° 2611 - Semaine du 6 au 12 mars 2024\n", "", None),
        ("Un titre pour cet article\nParution : 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Enregistré à la Présidence du Sénat le 3 mars 2024\nUn titre pour cet article\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nOLC / Propos recueillis par Rita Naïf, le 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nPosté vendredi à 13:20 par Crépin M.\n", "", None),
        ("Un titre pour cet article\nPar Jane Doe\n", "panzer_59 a écrit le 5 mars 2024 à 21:14\n", None),
        ("Un titre pour cet article\n\nKiev, 3 mars 2024 (Agence) – ", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n\nKiev, le 3 mars 2024 – ", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n\nKiev, 3 mars (Agence) –\n\n", "", None),
        ("Un titre pour cet article\nPublié le 3 mars\n", "", None),
        ("Un titre pour cet article\nRéto Abersol et Coralie Monat, 03.03.2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nLa Sentinelle de l'Est, 3 mars 2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nActualités locales, 03.03.2024\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nConsigné le 3 mars 2024 par Odile Brun\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\npar Awa Sagna | mars 3, 2024 | Paix | 2 commentaires\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\nEntrée 2024.03.03. 10:31\nCorrection 2024.03.04. 00:12\n", "", date(2024, 3, 3)),
        (
            "Un titre pour cet article\nQuestion de M. Brun publiée dans le JO Sénat du 03/03/2024 - page 2\n",
            "",
            date(2024, 3, 3),
        ),
        ("Un titre pour cet article\n", "Publié dans l'édition du dimanche 3 mars 2024\n", date(2024, 3, 3)),
        ("Un titre pour cet article\n", "Date d'impression : 03/03/2024\n", None),
        ("Le Journal de l'Est, 3 mars 2024\nUn titre pour cet article\n", "", date(2024, 3, 3)),
        ("Un titre pour cet article\n", "", None),
        ("Un titre pour cet article\n", "\n© 2024 Le Phare, 3 mars 2024. Tous droits réservés.\n", None),
        ("Un titre pour cet article\n", "\nCommentaires\nPaul\n3 mars 2024 à 10:11\nTrès bon article, merci.\n", None),
        ("Un titre pour cet article\n", "\nArticles similaires\nLe 3 mars 2024, tout a changé\n3 mars 2024\n", None),
    ],
)
def test_an_article_is_dated_by_its_by_line_and_dateline_alone(before: str, after: str, day: date | None) -> None:
    assert clean(RawArticle("a.txt", before + TEXT + after)).date == day


def test_what_the_format_says_of_the_date_wins() -> None:
    raw = RawArticle("a.txt", "Un titre pour cet article\nPublié le 3 mars 2024\n" + TEXT, date=date(2024, 3, 1))
    assert clean(raw).date == date(2024, 3, 1)


def test_the_address_of_a_page_above_its_text_dates_it_where_nothing_else_does() -> None:
    address = "http://www.theatres.example/2021/09/17/serbie-helicopteres/"
    assert clean(RawArticle("a.txt", f"Belgrade commande\n{address}\n\n{TEXT}")).date == date(2021, 9, 17)
    assert clean(RawArticle("a.txt", f"Belgrade commande\n\n{TEXT}\n{address}\n")).date is None
    dated = f"Belgrade commande\n{address}\nPublié le 3 mars 2024\n\n{TEXT}"
    assert clean(RawArticle("a.txt", dated)).date == date(2024, 3, 3)


def test_where_and_when_a_release_was_signed_dates_it() -> None:
    article = clean(RawArticle("a.txt", f"Belgrade commande\n\n{TEXT}\nFait à Dakar, le 9 mai 2022\n"))
    assert article.date == date(2022, 5, 9)


def test_the_day_in_the_address_that_a_format_gives_dates_an_article_that_says_none() -> None:
    url = "https://www.phare.example/2021/09/17/serbie-helicopteres.html"
    assert clean(RawArticle("a.txt", f"Belgrade commande\n\n{TEXT}", url=url)).date == date(2021, 9, 17)
    assert clean(RawArticle("a.txt", f"Belgrade commande\n3 mars 2024\n{TEXT}", url=url)).date == date(2024, 3, 3)
    no_day = url.replace("09/17", "13/41")
    assert clean(RawArticle("a.txt", f"Belgrade commande\n\n{TEXT}", url=no_day)).date is None


def test_live_coverage_is_of_the_day_on_which_it_began() -> None:
    begun = "Direct commencé le dimanche 3 mars 2024 à 7 h 50, clos à 20 h 15"
    assert clean(RawArticle("a.txt", f"Un titre pour cet article\n{begun}\n{TEXT}")).date == date(2024, 3, 3)
    led = "Ce direct a été animé par Odile Brun, le dimanche 3 mars 2024."
    assert clean(RawArticle("a.txt", f"Un titre pour cet article\n{led}\n{TEXT}")).date == date(2024, 3, 3)


def test_counters_between_a_date_and_the_title_below_part_them_not() -> None:
    head = "mars 3, 2024\n0\n412\nPhoto d'illustration, ph. DR.\nUn titre pour cet article"
    assert clean(RawArticle("a.txt", f"Le Phare du Nord\n{head}\n{TEXT}")).date == date(2024, 3, 3)
