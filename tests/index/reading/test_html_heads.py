"""The titles and the days that saved pages say in their heads, their headings and beside their text."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from index.article import Article
from index.cleaning import clean
from index.reading import html
from index.reading.limits import Limits
from index.reading.source import Source

TITLE = "À Tallinn, les Alliés cherchent leurs obus"
TEXT = "<p>Le ministre a présenté mardi devant les députés le plan qui doit équiper l'armée de terre.</p>" * 3


def article(content: str) -> Article:
    (raw,) = html.read(Source(Path("page.html"), "page.html", BytesIO(content.encode()), Limits()))
    return clean(raw)


def test_the_heading_with_which_the_bar_of_the_browser_begins_is_the_title() -> None:
    page = f"""<html><head><title>{TITLE} :: Nouvelles du Phare</title></head><body><h2>{TITLE}</h2>{TEXT}
        <h3>Autres nouvelles</h3></body></html>"""
    assert article(page).title == TITLE


def test_the_heading_that_the_bar_of_the_browser_begins_is_the_whole_title() -> None:
    whole = "Communiqué conjoint des ministres de la Défense réunis à Tallinn"
    page = f"<title>Communiqué conjoint - Le Phare</title><body><h2>{whole}</h2>{TEXT}</body>"
    assert article(page).title == whole


def test_what_the_bar_of_the_browser_shows_is_the_title_where_a_heading_says_it() -> None:
    head = "<head><title>La commission mixte est reportée</title><meta property='og:title' content='Комиссия'></head>"
    body = f"<body><h1>La Gazette de l'Île</h1><h2>La commission mixte est reportée</h2>{TEXT}</body>"
    assert article(f"<html>{head}{body}</html>").title == "La commission mixte est reportée"


def test_the_one_day_of_publication_that_is_shown_dates_the_page_though_it_stands_in_the_text() -> None:
    meta = "<div class='meta'><p>Direction : état-major / Publié le : 28 mars 2023</p></div>"
    page = f"<html><body><h1>{TITLE}</h1><p>Trois cents soldats sont arrivés.</p>{meta}{TEXT}"
    assert article(f"{page}<footer><p>Édition du 14/11/2022</p></footer></body></html>").date == date(2023, 3, 28)
