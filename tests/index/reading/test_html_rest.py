"""The lines of a page that are not its text: kept to be seen, in order, and never searched."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path

import lxml.html

from index.article import RawArticle, Zone
from index.cleaning import clean
from index.reading import html
from index.reading.html_rest import LONGEST_LINE, MOST_LINES, left_out
from index.reading.html_tree import prepare
from index.reading.limits import Limits
from index.reading.source import Source
from tests.index.cleaning.labelled import plain
from tests.index.cleaning.pages import FOLDER

TEXT = (
    "Réunis mardi dans la capitale estonienne, les ministres de la Défense ont promis de livrer avant l'été les obus "
    "que l'Ukraine réclame depuis l'automne, sans dire d'où ils viendraient."
)
PAGE = f"""<html><body><nav><a>Accueil</a><br><a>Les abonnements du Phare</a></nav>
<article><h1>À Tallinn, les Alliés cherchent leurs obus</h1><p>{TEXT}</p><p>Personne n'a voulu parler de la suite.</p>
<ul><li>trois ministres étaient absents ;</li><li>deux avions attendaient.</li></ul></article>
<div class="comments"><p>Quelle honte, ces promesses !</p></div><footer>© Le Phare</footer></body></html>"""


def read(content: str) -> RawArticle:
    (raw,) = html.read(Source(Path("page.html"), "page.html", BytesIO(content.encode()), Limits()))
    return raw


def test_what_a_page_shows_beside_its_text_is_kept_in_order() -> None:
    rest = ("Accueil", "Les abonnements du Phare", "Quelle honte, ces promesses !", "© Le Phare")
    assert read(PAGE).left_out == rest


def test_what_was_left_out_stands_last_and_is_not_searched() -> None:
    article = clean(read(PAGE))
    last = article.paragraphs[-4:]
    assert {(p.zone, p.rule) for p in last} == {(Zone.CHROME, "outside the text")}
    assert [p.ordinal for p in article.paragraphs] == list(range(len(article.paragraphs)))
    assert not any("abonnements" in p.text for p in article.searched())


def test_every_line_that_a_page_shows_is_in_its_article() -> None:
    for path in sorted((FOLDER / "sites").glob("*.html"))[::2]:
        content = path.read_text("utf-8")
        tree = lxml.html.document_fromstring(content)
        prepare(tree)
        texts = "\n".join(plain(p.text) for p in clean(read(content)).paragraphs)
        lost = [line for line in html.visible_lines(tree) if plain(unicodedata.normalize("NFC", line)) not in texts]
        assert lost == [], path.name


def test_the_lines_of_an_endless_page_are_bounded() -> None:
    rest = left_out([*(f"Lien {n}" for n in range(10_000)), "mot " * 9_000], TEXT, None)
    assert len(rest) == MOST_LINES
    (long,) = left_out(["mot " * 9_000], TEXT, None)
    assert long.endswith("mot …") and len(long) <= LONGEST_LINE + 2


def test_a_part_of_a_paragraph_or_a_cell_of_a_table_is_not_left_out() -> None:
    text = f"{TEXT}\n| obus | 40 000 |\n- deux avions attendaient."
    assert left_out(["les obus que l'Ukraine réclame", "obus", "40 000", "deux avions attendaient."], text, None) == ()
    assert left_out(["été", "Défense"], text, None) == ("été", "Défense")


def test_a_page_may_leave_out_where_its_head_ends() -> None:
    open_headed = PAGE.replace("<body>", "<head><title>Le Phare</title>").replace("article>", "main>")
    found = [paragraph.text for paragraph in clean(read(open_headed)).searched()]
    assert TEXT in found
    assert "Le Phare" not in found
