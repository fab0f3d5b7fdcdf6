"""Short lines within a text that look like furniture by themselves, and are headings where they stand."""

from __future__ import annotations

import pytest

from index.article import Article, Zone
from index.cleaning.dates import is_day, is_entry
from index.cleaning.lines import fold_line
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks


def body(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs if p.zone is Zone.BODY]


@pytest.mark.parametrize(
    "heading",
    [
        "Le vote",
        "La carte",
        "LE COMPTE A REBOURS",
        "UNE OPINION PARTAGEE",
        "Bourse",
        "12 h",
        "Précédents",
        "Une faute partagée",
    ],
)
def test_a_label_right_above_a_sentence_of_the_text_is_a_heading(heading: str) -> None:
    lines = [*POOL[:2], heading, *POOL[2:4]]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines


@pytest.mark.parametrize(
    "label", ["Publicité", "Partager", "Lire aussi", "2 219 km", "Signaler une erreur", "Sponsorisé – Garage Fabre"]
)
def test_a_label_that_says_what_it_is_for_is_none(label: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], label, *POOL[2:4], *FOOT)
    assert marks(article, label)[0] is not Zone.BODY


def test_a_label_that_is_said_twice_is_no_heading() -> None:
    article = cleaned(TITLE, *BYLINE, POOL[0], "La carte", POOL[1], "La carte", POOL[2], *FOOT)
    assert body(article) == POOL[:3]


@pytest.mark.parametrize("heading", ["Le contexte", "Chronologie", "En bref", "Portrait"])
def test_the_heading_of_a_list_between_two_paragraphs_is_one_of_the_text(heading: str) -> None:
    lines = [*POOL[:2], heading, *POOL[2:4]]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines


@pytest.mark.parametrize("heading", ["Contexte", "Décor", "BILAN"])
def test_a_label_between_what_stands_above_the_text_and_its_first_sentence_is_a_heading(heading: str) -> None:
    above = [TITLE, *BYLINE, "Temps de lecture : 4 min"]
    assert body(cleaned(*above, heading, *POOL[:3], *FOOT)) == [heading, *POOL[:3]]


def test_a_row_of_labels_above_the_text_has_no_heading_in_it() -> None:
    article = cleaned(TITLE, *BYLINE, "Terrestre", "Blindés", "Allemagne", *POOL[:3], *FOOT)
    assert body(article) == POOL[:3]


@pytest.mark.parametrize(
    "days",
    [
        ["19 septembre", "Lundi 20 septembre", "1er octobre"],
        ["12 mars 2021", "3 avril 2021", "9 mai 2022"],
        ["2014", "2019", "2022"],
    ],
)
def test_a_day_or_a_year_alone_opens_an_entry_of_a_chronology(days: list[str]) -> None:
    said = ["Les ambassadeurs quittent la ville.", "Le gel des avoirs est voté.", "Une trêve est signée à Goris."]
    lines = [POOL[0], *(line for pair in zip(days, said, strict=True) for line in pair)]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines


def test_short_sentences_below_short_headings_are_a_text() -> None:
    lines = ["QUOI", "Plus un billet pour Erevan.", "QUAND", "Une heure après le discours.", "ET APRÈS", POOL[0]]
    assert body(cleaned(TITLE, *BYLINE, "Lecture : 1 min", *lines, *FOOT)) == lines


def test_a_calendar_at_the_end_of_a_text_stays() -> None:
    lines = [*POOL[:3], "AGENDA", "28 janvier : vœux du délégué général", "17-21 février : salon d'Abou Dabi"]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Jeudi 3 octobre – Table ronde des attachés",
        "17-21 février : salon d'armement",
        "du 3 au 5 mars : manœuvres",
        "Mardi 11 et mercredi 12 : conférence de Berlin",
        "Jeudi 13 : sommet du G7 dans les Pouilles",
    ],
)
def test_lines_of_a_calendar_are_entries(line: str) -> None:
    assert is_entry(fold_line(line))


@pytest.mark.parametrize("line", ["3 octobre 2024 – 12 h 30", "3 octobre - 12:30", "Le 3 octobre, Paris : l'accord"])
def test_what_else_begins_with_a_day_is_no_entry(line: str) -> None:
    assert not is_entry(fold_line(line))


@pytest.mark.parametrize(
    ("line", "day"), [("le 4 mai", True), ("1989", True), ("4 mai à 12 h", False), ("1789", False)]
)
def test_a_day_or_a_year_has_nothing_beside_it(line: str, day: bool) -> None:
    assert is_day(fold_line(line)) is day


def test_one_line_of_a_dialogue_that_asks_the_reader_ends_no_article() -> None:
    lines = [*POOL[:3], "— Et vous, lequel préfériez-vous ?", "— Le troisième.", POOL[3], "La frontière", POOL[4]]
    assert body(cleaned(TITLE, *BYLINE, *lines)) == lines


def test_a_question_that_comments_may_follow_ends_no_article_without_them() -> None:
    lines = [*POOL[:3], "Et vous, que feriez-vous ?", POOL[3]]
    assert marks(cleaned(TITLE, *BYLINE, *lines), POOL[3])[0] is Zone.BODY


def test_a_sentence_below_the_headlines_of_others_is_text() -> None:
    links = ["À lire aussi", "Le Pérou modernise ses hélicoptères", "Aéroport : tous les vols annulés"]
    last = "Les écoles demeurent fermées jusqu'à nouvel ordre."
    assert body(cleaned(TITLE, *BYLINE, *POOL[:3], *links, last)) == [*POOL[:3], last]


@pytest.mark.parametrize("farewell", ["À lundi,", "Bien à vous,", "Bon vent,"])
def test_a_farewell_ends_a_letter(farewell: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:3], farewell, "Me désinscrire", *FOOT)
    assert marks(article, farewell)[0] is Zone.BODY


def test_dots_are_no_heading() -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], "LOADING ...", *POOL[2:4], *FOOT)
    assert body(article) == POOL[:4]


def test_a_heading_in_number_with_others_is_one_whatever_its_words() -> None:
    lines = ("1. Le terrain", *POOL[1:3], "2. Les forces", *POOL[3:5], "3. Trois recommandations", *POOL[5:7])
    assert marks(cleaned(TITLE, POOL[0], *lines), "3. Trois recommandations")[0] is Zone.BODY


def test_today_heads_the_last_entry_of_a_chronology() -> None:
    lines = ["14 août 1992", POOL[0], "27 septembre 1993", POOL[1], "5 octobre 2023", POOL[2], "Aujourd'hui", POOL[3]]
    comments = [
        "2 commentaires",
        "Levan dit : il manque l'accord de 2001 !",
        "19 janvier 2025 à 22 h 14 min",
        "Répondre",
    ]
    assert body(cleaned(TITLE, "Lecture : 5 minutes", POOL[4], *lines, *comments)) == [POOL[4], *lines]


def test_a_heading_of_facts_stays_with_the_facts_below() -> None:
    facts = ["Repères", "Population : 53 000 habitants, contre 82 000 en 1991.", "Langue maternelle : russe à 88 %."]
    lines = [*POOL[:2], *facts, *POOL[2:4]]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines


def test_a_number_below_the_word_for_it_is_of_the_text() -> None:
    lines = [*POOL[:2], "Le chiffre", "11", "C'est le nombre de situations que chaque groupe traverse.", *POOL[2:4]]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines


def test_a_number_may_be_a_heading_in_number() -> None:
    lines = [POOL[0], "1. Trente jours", POOL[1], "2. 25 %", POOL[2]]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines


def test_what_a_member_of_parliament_asks_is_not_said_to_readers() -> None:
    lines = [*POOL[:2], "Je souhaiterais vous poser les questions suivantes :", "1. Combien de blindés ?", *POOL[2:4]]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines


def test_names_below_the_word_that_they_signed_are_of_the_text() -> None:
    roll = ["Signataires :", "Odile Brun, présidente de Terre Franche", "Dr Juris Kalns, directeur du bureau de Riga"]
    assert body(cleaned(TITLE, *BYLINE, *POOL[:3], *roll, *FOOT)) == [*POOL[:3], *roll]


def test_a_question_between_two_answers_is_one_of_an_interview_whatever_its_words() -> None:
    asked = ["Que défend-on ?", POOL[0], "Votre mot de passe ?", POOL[1], "Et après ?", POOL[2]]
    assert body(cleaned(TITLE, *BYLINE, *asked, *FOOT)) == asked
    alone = cleaned(TITLE, *BYLINE, POOL[0], "Votre mot de passe ?", *POOL[1:4], *FOOT)
    assert marks(alone, "Votre mot de passe ?")[0] is Zone.CHROME


def test_advice_of_ones_own_is_a_heading_and_recommendations_may_be_one_above_a_paragraph() -> None:
    lines = [POOL[0], "Suivre ses propres conseils", POOL[1], "Nos recommandations", POOL[2]]
    assert body(cleaned(TITLE, *BYLINE, *lines, *FOOT)) == lines
