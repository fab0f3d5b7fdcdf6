"""What leads to other articles, and asks the reader, within a text."""

from __future__ import annotations

import pytest

from index.article import Zone
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks


@pytest.mark.parametrize(
    "link", ["RÉCIT. La fin de la république fantôme", "DÉCRYPTAGE - Une économie de guerre en sursis"]
)
def test_a_headline_with_its_sort_in_capitals_within_the_text_is_another_articles(link: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], link, *POOL[2:4], *FOOT)
    assert marks(article, link) == (Zone.RELATED, "headline")
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


@pytest.mark.parametrize(
    "heading", ["NIGER. Le départ se prépare sans bruit", "Analyse. Ce que dit le texte du traité"]
)
def test_a_heading_with_its_country_or_in_small_letters_stays(heading: str) -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], heading, *POOL[2:4], *FOOT)
    assert marks(article, heading)[0] is Zone.BODY


def test_a_second_link_is_told_by_its_sort_however_short() -> None:
    links = ["À lire aussi :", "L'aide militaire en cinq chiffres", "Chronique | Le prix du givre"]
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *links, "Ottawa discret", *POOL[3:6], *FOOT)
    assert [marks(article, link)[0] for link in links] == [Zone.RELATED] * 3
    assert marks(article, "Ottawa discret")[0] is Zone.BODY


@pytest.mark.parametrize("label", ["Sondage", "La question du jour"])
def test_a_question_to_the_reader_below_a_poll_is_none_of_the_text(label: str) -> None:
    question = "Le pays doit-il dépenser plus pour sa défense ?"
    article = cleaned(TITLE, *BYLINE, *POOL[:2], label, question, *POOL[2:4], *FOOT)
    assert marks(article, question) == (Zone.CHROME, "reader poll")
    alone = cleaned(TITLE, *BYLINE, *POOL[:2], question, *POOL[2:4], *FOOT)
    assert marks(alone, question)[0] is Zone.BODY


def test_a_question_of_readers_that_the_text_answers_stays() -> None:
    asked = "Pourquoi l'Iran a-t-il prévenu à l'avance ?"
    article = cleaned(TITLE, *BYLINE, *POOL[:2], "Votre question", asked, *POOL[2:4], *FOOT)
    assert marks(article, asked)[0] is Zone.BODY
    assert marks(article, "Votre question")[0] is Zone.CHROME


def test_a_heading_that_begins_with_a_verb_of_seeing_leads_nowhere() -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], "Regarder ailleurs", *POOL[2:4], *FOOT)
    assert marks(article, "Regarder ailleurs")[0] is Zone.BODY


def test_a_headline_and_its_summary_in_one_line_below_a_heading_are_another_articles() -> None:
    teaser = "Un sous-marin sous la glace. L'armée canadienne apprend à suivre ce qu'elle ne voit pas."
    article = cleaned(TITLE, *BYLINE, *POOL[:3], "À lire aussi", teaser, *POOL[3:6], *FOOT)
    assert marks(article, teaser)[0] is Zone.RELATED
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:6]


@pytest.mark.parametrize(
    "link",
    [
        "Les pêcheurs de Zinder que la crue a ruinés",
        "Ce que les crues ont pris aux pêcheurs de la lagune",
        "Crues : « On nous a donné un matelas pour cinq »",
    ],
)
def test_a_second_link_that_has_no_word_of_the_text_is_another_articles(link: str) -> None:
    links = ["À lire aussi", "La banquise recule, les cargos avancent", link]
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *links, *POOL[3:6], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:6]


def test_a_heading_without_a_verb_below_a_link_stays() -> None:
    heading = "Un mandat taillé pour un autre temps"
    article = cleaned(TITLE, *BYLINE, *POOL[:3], "À lire aussi", "La banquise recule", heading, *POOL[3:6], *FOOT)
    assert marks(article, heading)[0] is Zone.BODY


def test_links_may_begin_with_the_place_or_the_sort_of_what_they_lead_to() -> None:
    links = [
        "À lire aussi",
        "Brest. Le chantier du dock prend huit mois de retard",
        "REPORTAGE. « On dort par tranches » : un sous-marinier raconte",
    ]
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *links, *POOL[3:6], *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:6]


def test_a_heading_of_numbered_points_below_a_link_stays() -> None:
    points = ["Trois options", "1. Le pays garde son groupe et l'étend.", "2. Le pays achète des batteries."]
    article = cleaned(TITLE, *BYLINE, *POOL[:3], "À voir également", *points, *POOL[3:6], *FOOT)
    assert [marks(article, point)[0] for point in points] == [Zone.BODY] * 3


def test_a_heading_with_a_bullet_below_headlines_without_stays() -> None:
    links = ["Les plus consultés", "Israël : des frappes sur Gaza", "Une délégation attendue à N'Djamena"]
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *links, "- Le mécanisme de déminage salué", *POOL[3:6], *FOOT)
    assert marks(article, "- Le mécanisme de déminage salué")[0] is Zone.BODY
    assert [marks(article, link)[0] for link in links] == [Zone.RELATED] * 3


def test_a_line_without_the_sign_that_opens_the_links_above_is_the_texts() -> None:
    links = ["[Articles connexes]", "☞ Le Nord lâche trente ballons", "☞ Le prix du chou monte"]
    heading = "La même distance, la nouvelle poudre"
    article = cleaned(TITLE, *BYLINE, *POOL[:3], *links, heading, *POOL[3:6], *FOOT)
    assert marks(article, heading)[0] is Zone.BODY


def test_what_a_button_within_the_text_offers_is_none_of_it() -> None:
    offer = ["Le Phare Ateliers", "Cours en ligne : comprendre la géopolitique en dix leçons", "Découvrir"]
    article = cleaned(TITLE, *BYLINE, *POOL[:2], *offer, *POOL[2:4], *FOOT)
    assert [marks(article, line)[0] for line in offer] == [Zone.CHROME] * 3
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == POOL[:4]


def test_where_the_text_goes_on_after_an_advertisement_a_heading_is_its_own() -> None:
    heading = "Partager le quai avec un chalutier en réparation"
    for between in (["Publicité", "La suite après cette publicité"], ["La suite après cette publicité"]):
        article = cleaned(TITLE, *BYLINE, *POOL[:2], *between, heading, *POOL[2:4], *FOOT)
        assert marks(article, heading)[0] is Zone.BODY


def test_a_question_with_its_sort_in_capitals_is_another_articles() -> None:
    link = "ANALYSE – Faut-il encore une marine à trois océans ?"
    article = cleaned(TITLE, *BYLINE, *POOL[:2], link, *POOL[2:4], *FOOT)
    assert marks(article, link) == (Zone.RELATED, "headline")
