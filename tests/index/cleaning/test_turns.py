"""What is said in an interview stays to its last word, and what is said of its transcription does not."""

from __future__ import annotations

from index.article import Zone
from tests.index.cleaning.invented import BYLINE, FOOT, POOL, TITLE, cleaned, marks

LAST = ["RLJ : Merci beaucoup d'avoir été notre invitée.", "I. Z.-P. : Merci à vous."]


def test_the_thanks_of_an_interview_belong_to_it() -> None:
    turns = [f"{speaker} : {line}" for speaker, line in zip(["RLJ", "I. Z.-P."] * 3, POOL[:6], strict=True)]
    said = "Cette transcription a été réalisée par un logiciel ; seule la version audio fait foi."
    article = cleaned(TITLE, *BYLINE, *turns, *LAST, said, *FOOT)
    assert [p.text for p in article.paragraphs if p.zone is Zone.BODY] == [*turns, *LAST]
    assert marks(article, said) == (Zone.CHROME, "provenance")


def test_a_report_is_dated_by_the_day_on_which_it_was_deposited() -> None:
    report = "Rapport d'information n° 812 de Mme Odile BRUN, fait au nom de la commission, déposé le 6 juillet 2022"
    article = cleaned(TITLE, report, *POOL[:4], *FOOT)
    assert marks(article, report) == (Zone.DATELINE, "published")
    assert article.date is not None and article.date.isoformat() == "2022-07-06"


def test_an_article_of_a_treaty_is_no_article_of_the_site() -> None:
    article = cleaned(TITLE, *BYLINE, *POOL[:2], "Article 4, pas encore", *POOL[2:4], *FOOT)
    assert marks(article, "Article 4, pas encore")[0] is Zone.BODY


def test_a_credit_in_capitals_and_what_stands_below_it_are_no_title() -> None:
    title = "« Nous serions prêts à défendre l'Arctique une fin de semaine sur deux »"
    shown = [
        "PHOTO MAUDE THIVIERGE, LE COURRIER DES CANAUX",
        "Le major-général Fernand Dutil dans son jardin de Val-David",
    ]
    assert cleaned(title, *shown, *BYLINE, *POOL[:4], *FOOT).title == title
