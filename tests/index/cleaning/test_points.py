"""Points: those of the text stay, those of a table of contents are none of it."""

from __future__ import annotations

import pytest

from index.article import Zone
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks


@pytest.mark.parametrize(
    "lines",
    [
        ["Prochaines étapes", "18 décembre : sommet avec les Balkans", "Février 2025 : présentation du Livre blanc"],
        [
            "Parmi les personnes désormais interdites d'entrée figurent :",
            "Anatoli V. Gorchakov, directeur d'une usine de composants électroniques près de Kazan ;",
            "Larissa P. Menchova, responsable d'un camp de vacances ;",
            "Oleg D. Starodoub, juge dans la région occupée de Zaporijjia.",
        ],
        [
            "Les chiffres",
            "Majorité : 135 sièges",
            "Opposition : 57 sièges",
            "Abstention : 31 %",
            "La séance est levée.",
        ],
        [
            "BARKHANE",
            "Une patrouille a été menée à Ménaka.",
            "CHAMMAL",
            "Rien cette semaine.",
            "DAMAN",
            "Rien non plus.",
        ],
        ["Repères", "1983 : première politique commune", "2024 : accord d'Esbjerg", "Reste la question des drones."],
        ["En chiffres", "88 appareils", "85 millions l'unité, en moyenne", "70 milliards sur tout le cycle"],
        ["18 : brise-glaces canadiens", "41 : brise-glaces russes", "162 000 km : longueur du littoral"],
        [
            "LE MISSILE",
            "Longueur : 11 mètres",
            "Portée : 400 kilomètres",
            "Charge utile : quatre engins à guidage laser",
        ],
        [
            "Le coût se répartit comme suit:",
            "Département de la défense: 3,0 millions",
            "Dons de fondations: 1,5 million",
        ],
        [
            "Les poudres en bref",
            "Effectif : 270 salariés, 450 prévus en 2026",
            "Capacité : 1.200 tonnes par an, 1.800 en option",
            "Clients : la France, le Royaume-Uni, et un pays « d'Europe orientale »",
        ],
        ["Les votes en chiffres", "Résolutions : 6", "Vetos : aucun", "Séances à huis clos : 11"],
        [
            "La mission en bref",
            "- Nom : opération Phare",
            "- Premier départ : juin 2017",
            "- Effectif prévu : 2200 militaires",
        ],
        ["Bilan :", "12 contacts identifiés,", "aucun incident avec les vedettes."],
        ["Points clés", *(f"Livraison de douze chars à la {n}e brigade" for n in (1, 2, 3)), "La suite viendra."],
    ],
)
def test_headings_and_points_at_the_end_of_a_text_stay(lines: list[str]) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:4], *lines, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*POOL[:4], *lines]


def test_a_lead_that_ends_in_a_call_to_the_reader_is_text() -> None:
    lead = (
        "Les autorités estoniennes redoutent de nouvelles coupures à l'approche du jour de l'indépendance, fêté mardi. "
        "Suivez avec nous les derniers événements."
    )
    assert marks(cleaned(TITLE, *BYLINE, lead, *POOL[:4], *FOOT), lead)[0] is Zone.BODY


def test_points_that_name_the_headings_of_a_text_are_a_table_of_contents() -> None:
    contents = ["1. Une mission de cinq ans", "2. Le facteur turc"]
    parts = [POOL[1], "Une mission de cinq ans", POOL[2], "Le facteur turc", POOL[3]]
    article = cleaned(TITLE, *BYLINE, POOL[0], "Sommaire", *contents, *parts, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [POOL[0], *parts]


def test_points_of_a_sentence_that_headings_take_up_again_stay() -> None:
    points = ["Le plan a trois axes :", "- la formation ;", "- nos partenaires au Levant ;", "- le port."]
    parts = [*points, "La formation", POOL[1], "Le port", POOL[2]]
    article = cleaned(TITLE, *BYLINE, POOL[0], *parts, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [POOL[0], *parts]


def test_points_below_a_reminder_stay() -> None:
    points = ["Pour mémoire :", "- le premier tir a manqué sa cible ;", "- le second n'a pas eu lieu."]
    article = cleaned(TITLE, *BYLINE, *POOL[:2], *points, *POOL[2:4], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*POOL[:2], *points, *POOL[2:4]]


def test_points_that_end_in_semicolons_are_text_whatever_their_words() -> None:
    points = ("S'identifier par la banque ;", "Vérifier le téléphone, l'adresse et l'e-mail ;", "Envoyer les données.")
    article = cleaned(TITLE, *POOL[:3], "Pour cela, il faut :", *points, *POOL[3:5])
    assert all(marks(article, point)[0] is Zone.BODY for point in points)


def test_what_leads_to_points_is_text() -> None:
    points = ("• visite d'un chalutier ;", "• évacuation par hélicoptère.")
    article = cleaned(TITLE, *POOL[:3], "Au programme :", *points, *POOL[3:5])
    assert marks(article, "Au programme :")[0] is Zone.BODY


def test_two_lines_that_end_with_their_page_are_a_table_of_contents() -> None:
    article = cleaned(TITLE, *BYLINE, "Ce que dit la doctrine, p. 1", "Le cas polonais, p. 3", *POOL[:4])
    assert marks(article, "Le cas polonais, p. 3") == (Zone.CHROME, "contents")


@pytest.mark.parametrize(
    "lines",
    [
        ["Pays | Préavis | Ponts faibles", "Pologne | 15 jours | 44", "Lituanie | 3 jours | 12"],
        ["Équipage : 2 + 9", "Moteur : 6 cylindres, 380 ch", "Vitesse sur route : 95 km/h"],
        [
            "Ce que comprend le plan",
            "Deux radars, dont un au nord",
            "Des missiles à longue portée",
            "La rénovation des pistes d'Inuvik",
        ],
        ["Tableau 1 – Pertes revendiquées au 20 octobre (chars, artillerie, défense sol-air)"],
        ["Défense : « Enfin des sous », titre le quotidien romain La Colonna de jeudi"],
        ["En chiffres", "312 stagiaires brevetés ;", "27 instructeurs autonomes ;", "1 900 obus tirés."],
    ],
)
def test_rows_of_tables_and_data_within_a_text_stay(lines: list[str]) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *lines, *POOL[3:5], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*POOL[:3], *lines, *POOL[3:5]]


def test_headings_that_are_announced_above_the_text_keep_their_points() -> None:
    parts = ["Contexte", POOL[1], "Résultats attendus", "Douze stages de quatre semaines", "Un réseau entre stagiaires"]
    article = cleaned(TITLE, "Sur cette page", "Contexte", "Résultats attendus", *BYLINE, POOL[0], *parts, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [POOL[0], *parts]


def test_questions_that_are_announced_above_the_text_and_numbered_in_it_are_contents() -> None:
    asked, announced = ("Que prévoyait l'accord ?", "Qui y perd ?"), "Au sommaire de cette analyse"
    parts = [f"1. {asked[0]}", POOL[1], f"2. {asked[1]}", POOL[2]]
    article = cleaned(TITLE, *BYLINE, POOL[0], announced, *asked, *parts, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [POOL[0], *parts]
    assert {marks(article, line) for line in (announced, *asked)} == {(Zone.CHROME, "contents")}


def test_what_begins_as_an_announcement_may_head_the_text() -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], "Dans ce contexte", *POOL[2:4], *FOOT)
    assert marks(article, "Dans ce contexte")[0] is Zone.BODY


def test_lines_that_are_counted_within_a_text_are_no_headlines_of_others() -> None:
    points = ["1- L'embargo est levé", "2- Un mécanisme commun est établi", "3- Les lois seront durcies"]
    article = cleaned(TITLE, *BYLINE, *POOL[:2], "Publicité", *points, *POOL[2:4], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*POOL[:2], *points, *POOL[2:4]]


def test_the_sections_of_a_review_are_headings_and_no_menu() -> None:
    parts = ["EUROPE", "Un fonds pour la défense", POOL[0], "ASIE", "Un détroit très disputé", POOL[1]]
    article = cleaned(TITLE, *BYLINE, *parts, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == parts


def test_the_entries_of_live_coverage_keep_their_headlines() -> None:
    moments = ["22h14 - Le métro ouvert toute la nuit", POOL[0], "18h02 - Paris « accélère » ses envois", POOL[1]]
    article = cleaned(TITLE, *BYLINE, *moments, "11h37 - Neuf kilomètres de file", POOL[2], *FOOT)
    kept = [*moments, "11h37 - Neuf kilomètres de file", POOL[2]]
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == kept


def test_a_heading_between_hyphens_as_agencies_write_it_is_no_headline_of_others() -> None:
    lines = [*POOL[:2], "- Troisième attaque en un mois -", *POOL[2:4]]
    article = cleaned(TITLE, *BYLINE, *POOL[:1], "Lire aussi", "Le Sahel attend encore ses renforts", *lines[1:], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [POOL[0], *lines[1:]]


def test_points_of_the_text_below_other_headlines_stay() -> None:
    linked = ["À lire aussi", "Un ballon, trois objets et beaucoup de questions"]
    points = ["Ce que l'on sait des objets", "4 février : un ballon est abattu au large;", "10 février : un autre."]
    article = cleaned(TITLE, *BYLINE, *POOL[:2], *linked, *points, *POOL[2:4], *FOOT)
    kept = [*POOL[:2], *points, *POOL[2:4]]
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == kept


@pytest.mark.parametrize("heading", ["Citation", "Citations"])
def test_whom_a_release_cites_stays_below_the_quotation(heading: str) -> None:
    cited = [heading, "« Nos sapeurs ont bâti leur réputation sur trois continents. »", "– La ministre de la Défense"]
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *cited, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*POOL[:3], *cited]


@pytest.mark.parametrize("first", ["1. Birmanie", "I. Introduction", "A. Birmanie"])
def test_the_first_of_several_numbered_headings_begins_the_text(first: str) -> None:
    second = "2. Pérou" if first.startswith("1") else "II. Le fond"
    article = cleaned(TITLE, *BYLINE, first, POOL[0], POOL[1], second, POOL[2], *FOOT)
    assert marks(article, first)[0] is marks(article, second)[0] is Zone.BODY


def test_a_summary_in_sentences_below_the_title_keeps_its_heading() -> None:
    article = cleaned(TITLE, *BYLINE, "L'essentiel", "Les chars sont arrivés.", "Le pont a tenu.", *POOL[:3], *FOOT)
    assert marks(article, "L'essentiel")[0] is Zone.BODY
    listed = cleaned(TITLE, *BYLINE, *POOL[:3], "L'essentiel", "Un pont cède à Brest", "Le blé au plus haut", *FOOT)
    assert marks(listed, "L'essentiel")[0] is not Zone.BODY


def test_the_questions_of_a_briefing_are_no_talk_of_the_site() -> None:
    question = "Question – Quelle est votre réaction à ce qui s'est passé ce matin ?"
    article = cleaned(TITLE, *BYLINE, question, "Réponse – Nous en parlons avec nos partenaires.", *POOL[:3], *FOOT)
    assert marks(article, question)[0] is Zone.BODY


def test_a_word_answers_the_last_question_of_an_interview() -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:3], "Un regret ?", "Oui", *FOOT)
    assert marks(article, "Oui")[0] is Zone.BODY


def test_a_day_above_an_entry_stays_though_an_advertisement_stands_above_it() -> None:
    days = ("18 août 2020", "15 septembre 2020", "14 mai 2021", "24 mai 2021")
    lines = [line for day, told in zip(days, POOL[:4], strict=True) for line in (day, told)]
    lines.insert(4, "Publicité")
    assert marks(cleaned(TITLE, *BYLINE, *lines, *FOOT), "14 mai 2021")[0] is Zone.BODY


def test_a_last_sentence_behind_another_may_have_lost_its_full_stop() -> None:
    last = "À six heures, la herse se relève. Dehors, un homme pêche"
    assert marks(cleaned(TITLE, *BYLINE, *POOL[:4], last, *FOOT), last)[0] is Zone.BODY


@pytest.mark.parametrize("heading", ["En bref", "Dans la même rubrique"])
def test_points_below_the_text_that_no_subject_heads_are_links(heading: str) -> None:
    points = ["- Estonie : le budget adopté", "- Riga : le port ferme", "- Vilnius : un général démissionne"]
    assert [
        p.text for p in cleaned(TITLE, *BYLINE, *POOL[:4], heading, *points, *FOOT).paragraphs if p.zone is Zone.BODY
    ] == [*POOL[:4]]


def test_a_list_right_below_the_first_paragraph_belongs_to_the_text() -> None:
    order = [
        "Force bleue",
        "PC de la 4e division, Laon",
        "2e brigade d'infanterie légère (3 200 hommes)",
        "– 17e bataillon de chasseurs",
        "– 61e régiment d'infanterie",
        "9e brigade blindée (4 100 hommes)",
        "– 11e régiment de cuirassiers, 52 chars",
        "36 drones factices",
    ]
    article = cleaned(TITLE, *BYLINE, "[Photo : la brigade]", POOL[0], *order, *POOL[1:4], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [POOL[0], *order, *POOL[1:4]]


def test_a_numbered_heading_below_two_links_stays() -> None:
    links = [
        "À lire aussi :",
        "Guerre : ce qu'il faut savoir après six mois",
        "ANALYSE | Le pari de la contre-offensive",
    ]
    heading = "3. Qui fait tourner les réacteurs ?"
    numbered = ["1. Pourquoi y combat-on ?", POOL[0], "2. Qui garde le site ?", POOL[1]]
    article = cleaned(TITLE, *BYLINE, *numbered, *links, heading, *POOL[2:5], *FOOT)
    assert marks(article, heading)[0] is Zone.BODY
    assert [marks(article, link)[0] for link in links] == [Zone.RELATED] * 3


def test_a_point_that_a_sentence_leads_to_is_no_menu_though_its_words_are_sections() -> None:
    points = ["- Politique, défense et sécurité", "- Économie, commerce et innovation"]
    article = cleaned(
        TITLE, *BYLINE, *POOL[:2], "La déclaration énonce les axes suivants :", *points, *POOL[2:4], *FOOT
    )
    assert [marks(article, point)[0] for point in points] == [Zone.BODY] * 2
    shared = cleaned(TITLE, *BYLINE, *POOL[:2], "Partager :", "- Facebook", *POOL[2:4], *FOOT)
    assert marks(shared, "- Facebook")[0] is Zone.CHROME


def test_several_links_with_their_summaries_below_a_text_are_links() -> None:
    links = [
        "Le colonel et la boulangère. À Narva, un chef de corps a sauvé un commerce.",
        "Une nuit avec les mécaniciens. Ils ont vingt ans et trois heures pour changer un moteur.",
        "Portrait d'un amiral. Il ne parle jamais de la mer.",
    ]
    article = cleaned(TITLE, *BYLINE, *POOL[:8], "Comptes rendus précédents", *links, *FOOT)
    assert {marks(article, link)[0] for link in links} == {Zone.RELATED}


def test_a_numbered_heading_of_two_sentences_ends_in_no_credit() -> None:
    heading = "2. Poser une charge, c'est facile. Revenir, moins"
    article = cleaned(TITLE, *BYLINE, POOL[0], heading, *POOL[1:4], *FOOT)
    assert marks(article, heading)[0] is Zone.BODY
