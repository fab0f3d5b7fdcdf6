"""The title of a page: which line it is, and which only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from index.article import Zone
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks


def test_what_stands_before_a_title_in_capitals_does_not_hide_it() -> None:
    title = "EN DIRECT - Wagner : les colonnes de Prigojine à 400 km de Moscou"
    heads = ["Prigojine ordonne le demi-tour", "Des tranchées sur l'autoroute"]
    article = cleaned(
        "Canal Est", title, *BYLINE, "Actualiser", "20h31", heads[0], POOL[0], "18h12", heads[1], *POOL[1:4]
    )
    assert article.title == title


def test_a_headline_between_by_line_and_text_is_the_title_rather_than_the_motto_above() -> None:
    lines = ("Droit & Canon", "Carnet de recherche d'un juriste militaire", "Publié le 20/01/2020 par jduvernoy")
    article = cleaned(*lines, "Frappe de Bagdad : la légitime défense a bon dos", *POOL[:4])
    assert article.title == "Frappe de Bagdad : la légitime défense a bon dos"
    assert str(article.date) == "2020-01-20"


@pytest.mark.parametrize(
    "rival",
    [
        "Journal de 20 h - Tallinn : à court d'obus, les Alliés en cherchent partout – 3 min. 12",
        "Historienne des Alliés, maîtresse de conférences à l'université de Tallinn",
    ],
)
def test_neither_a_recording_nor_the_office_of_its_author_is_the_title(rival: str) -> None:
    article = cleaned("Le Phare", "Vidéos", TITLE, "Odile Tamm-Morel", rival, "Traduit par Luc Ansart", *POOL[:4])
    assert article.title == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        ["(Tallinn) Photo Jason Kempf, Phare Images", "La ministre estonienne à son arrivée au palais des congrès"],
        ["de la ministre estonienne de la Défense à l'occasion de la réunion de Tallinn"],
    ],
)
def test_what_stands_below_a_title_without_a_verb_is_not_the_title(lines: list[str]) -> None:
    article = cleaned("Le Phare", "Monde", TITLE, *lines, "Publié le 11 juill. 2024", *POOL[:4])
    assert (article.title, article.date) == (TITLE, date(2024, 7, 11))


def test_a_long_standfirst_without_its_full_stop_is_not_the_title_though_it_is_nearer_the_by_line() -> None:
    title = "Tallinn enterre ses soldats et demande où était l'alerte"
    standfirst = (
        "Vingt-trois secondes seulement se sont écoulées entre la sirène et la chute d'un engin sur le marché ; "
        "l'armée promet une enquête"
    )
    assert cleaned("LE PHARE", "L'ESTONIE EN GUERRE", title, standfirst, *BYLINE, *POOL[:4]).title == title


def test_a_title_may_end_in_its_day_which_dates_the_article() -> None:
    title = "Estonie – Obus – Q&R – Extrait du point de presse (19 décembre 2023)"
    question = "Q : La France soutient-elle la position de l'Estonie dans l'affaire des obus de Tallinn ?"
    article = cleaned("Le ministère et son réseau", "Accueil > Estonie", title, "Partager", question, *POOL[:4])
    assert (article.title, article.date) == (title, date(2023, 12, 19))


def test_the_section_that_a_trail_ends_in_is_not_the_title_because_the_menu_names_it() -> None:
    head = ("EN DIRECT", "Estonie & la région", "Monde", "Accueil > Estonie & la région")
    assert cleaned(*head, TITLE, *BYLINE, *POOL[:4]).title == TITLE


def test_a_question_below_the_date_of_a_blog_is_its_title() -> None:
    title = "OBUS : et si l'on parlait de la poudre ?"
    head = ("Le blog du Phare", "Chroniques de mer et de stratégie", "Accueil", "Contact", "samedi 25 mai 2024")
    assert cleaned(*head, title, *POOL[:4]).title == title


def test_questions_that_a_page_announces_are_headings_once_and_none_is_the_title() -> None:
    asked = ["Que dit le texte ?", "Qui décide ?"]
    told = [asked[0], *POOL[:2], asked[1], *POOL[2:4]]
    article = cleaned(
        "L'article 5 de l'OTAN en deux questions", "Rédaction : Lucie Van Damme", "Sommaire", *asked, *told, *FOOT
    )
    assert article.title == "L'article 5 de l'OTAN en deux questions"
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == told


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["Ministère de la Mer", "Accueil > Presse"], "Déclarations – Point de presse du 18 avril 2024"),
        (["Le ministère et son réseau", "Dossiers pays"], "Soudan - Sahel - Point de presse du 18 septembre 2024"),
        (["Rapports d'information", "Rapport d'information n° 812 (2022-2023)"], TITLE),
        (["Institut du Ponant", "Note n° 12/24"], TITLE),
        (["Accueil > Podcasts > L'invité de 7 h 40", "L'invité de 7 h 40"], "« Personne ne compte les obus »"),
    ],
)
def test_a_briefing_is_titled_by_its_day_a_report_not_by_its_number(above: list[str], title: str) -> None:
    day = "Rapport d'information n° 812 (2022-2023), déposé le 12 juillet 2023"
    assert cleaned("Aller au contenu", "Recherche", *above, title, day, *POOL[:4], *FOOT).title == title


@pytest.mark.parametrize(
    "title",
    [
        "Cessez-le-feu au Liban : sur la route du Sud, le retour des déplacés",
        "Chez les Kurdes, la trêve que personne n'attendait",
        "Sortie du traité : « Nous n'avons pas quitté nos voisins » (Pr Odile Brun, politologue)",
        "La Chine met en garde contre toute ingérence extérieure à Taïwan (ministre de la Défense)",
        "Discours de l'ambassadeur à l'occasion de la remise de matériel (Faya, 7 novembre)",
    ],
)
def test_a_title_may_begin_like_an_order_and_end_in_brackets_that_are_no_credit(title: str) -> None:
    assert cleaned("Le Phare", "Accueil > Actualités", title, *BYLINE, *POOL[:4], *FOOT).title == title


def test_the_end_of_a_path_on_a_line_of_its_own_is_not_the_title() -> None:
    path = ("Home » Actualités » Politique »", "Îles Éparses : la commission reprend langue à Tana")
    title = "ILES EPARSES - La commission reprend langue à Tana"
    assert cleaned("La Gazette", *path, "Politique", title, *BYLINE, *POOL[:4], *FOOT).title == title


def test_a_title_of_several_headlines_may_end_in_dots() -> None:
    title = "Estonie EN DIRECT : Tallinn affirme avoir livré 106 obus… Réunion à Riga la semaine prochaine…"
    summary = "CONFLIT Retrouvez toutes les informations de la journée sur les obus"
    assert cleaned("30 Minutes", "Estonie", title, summary, *BYLINE, *POOL[:4], *FOOT).title == title


def test_a_title_of_two_sentences_stands_above_the_name_of_its_author() -> None:
    title = "Les obus manquent à Tallinn. Les Alliés cherchent leurs premières livraisons"
    assert cleaned("Le Phare", title, "Odile Tamm", "il y a 2 jours, 14:20", *POOL[:4], *FOOT).title == title


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Estonie – Entretien de la ministre avec son homologue (Tallinn, 18 juillet 2024)", date(2024, 7, 18)),
        ("Estonie – Les obus qui manquaient aux défenseurs (Tallinn, 18 juillet 1941)", None),
    ],
)
def test_the_place_and_day_that_end_a_title_date_what_an_office_reports(title: str, day: date | None) -> None:
    assert cleaned("Portail de la diplomatie", "Accueil", title, "Partager", *POOL[:4]).date == day


def test_a_title_with_a_stray_full_stop_stands_above_the_reading_time_and_the_first_paragraph_is_none() -> None:
    title = "Le chef de l'OTAN exhorte les Alliés à bouger plus vite sur le flanc Est ."
    head = (
        "Se connecter",
        "À la une",
        "International",
        title,
        "Publié le 03/03/2024 à 18:04",
        "Temps de lecture : 3 min",
    )
    assert cleaned(*head, *POOL[:4], *FOOT).title == title
    told = f"TALLINN (AFP) – {POOL[0]}"
    assert cleaned(TITLE, "3 mars 2024", told, *POOL[1:4]).title == TITLE


def test_the_title_may_stand_below_a_picture_and_what_is_said_of_it() -> None:
    legend = "Une famille attend une distribution de vivres à Zamzam, dans le Darfour du Nord."
    article = cleaned("En profondeur", legend, "© UNICEF/Tariq Brun", TITLE, "25 octobre 2024", *POOL[:4])
    assert article.title == TITLE


def test_a_committee_is_no_title_of_what_it_has_decided() -> None:
    committee = "Commission des affaires étrangères, de la défense et des forces armées"
    title = "Drones d'observation : sortir du « tout ou rien »"
    assert cleaned("Espace presse", committee, "5 juillet 2023", title, *POOL[:4]).title == title


@pytest.mark.parametrize(
    "above",
    [
        ["Index du forum < Avions < Avions de combat < Histoire et technique"],
        ["Ta position : Page principale >> Militaire >> Dynamique de la marine"],
        ["LE POINT DE VUE DE KARIM ABOU-NASSAR"],
        ["Dernière minute", "Tremblement de terre à Malatya ! La grandeur est expliquée"],
    ],
)
def test_what_stands_right_above_a_title_is_no_part_of_it(above: list[str]) -> None:
    assert cleaned("Le Phare", *above, TITLE, *BYLINE, *POOL[:4], *FOOT).title == TITLE


def test_of_a_title_in_short_and_whole_the_whole_counts() -> None:
    whole = "Certificats d'obus : ce que valent les promesses d'usage"
    trail = "Vous êtes ici : Publications > Rapports > Certificats d'obus"
    assert cleaned(trail, "Certificats d'obus", "Rapport", whole, *BYLINE, *POOL[:4], *FOOT).title == whole


def test_a_long_standfirst_explains_the_title_above_though_that_ends_a_list() -> None:
    standfirst = (
        "En visite au camp du Nord, la ministre a promis de livrer encore des obus aux alliés de la région"
        " même si un accord était conclu à Tallinn"
    )
    head = ["Dernières infos en continu", "La guerre au jour 141", TITLE, standfirst]
    assert cleaned("TSION", *head, "Par Odile Brun", *POOL[:4], *FOOT).title == TITLE


def test_neither_the_ministry_on_top_nor_who_wrote_the_text_is_its_title() -> None:
    ministry = "Ministère délégué chargé de la Défense nationale"
    text = [f"{POOL[0]} {ministry}.", *POOL[1:4]]
    assert cleaned("RÉPUBLIQUE", ministry, "Organigramme", "COMMUNIQUÉ", TITLE, *text).title == TITLE
    author = "Jean-Gabriel Oustric, ancien diplomate"
    text = [f"Jean-Gabriel Oustric, ancien directeur, parle. {POOL[0]}", *POOL[1:4]]
    assert cleaned("La Tribune", TITLE, "TRIBUNE", author, *BYLINE, *text, *FOOT).title == TITLE


def test_a_quotation_and_what_is_said_of_it_may_be_one_title() -> None:
    title = "« Le drone ne pose pas de questions ». Comment une pianiste de Narva apprend à entendre"
    assert cleaned("Parallèle 50 | Nouvelles de Narva", "Actualités", title, *BYLINE, *POOL[:4], *FOOT).title == title


def test_breaking_news_of_something_else_above_is_not_the_title_but_that_of_the_text_is() -> None:
    rival = "DERNIÈRE MINUTE : le prix du pain n'a pas changé"
    assert cleaned("Le Phare", "Monde", rival, TITLE, *BYLINE, *POOL[:4], *FOOT).title == TITLE
    title = f"DERNIÈRE MINUTE : {TITLE[0].lower()}{TITLE[1:]}"
    assert cleaned("Le Phare", "Monde", title, *BYLINE, *POOL[:4], *FOOT).title == title


def test_the_programme_that_an_article_is_from_is_not_its_title() -> None:
    article = cleaned("Le Phare", TITLE, *BYLINE, "À retrouver dans l'émission", "La grande matinale de Luc", *POOL[:4])
    assert article.title == TITLE


def test_a_reporter_with_his_trade_below_the_title_is_a_by_line() -> None:
    article = cleaned(TITLE, "Le journaliste Han Seok-jin", "Publié le 3 mars 2024", *POOL[:4], *FOOT)
    assert marks(article, "Le journaliste Han Seok-jin")[0] is Zone.DATELINE
