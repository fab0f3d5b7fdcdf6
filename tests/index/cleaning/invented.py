"""Lines go in; the article that cleaning makes of them, and where it puts a line, come out."""

from __future__ import annotations

from index.article import Article, RawArticle, Zone
from index.cleaning import clean
from tests.index.cleaning.pages import FOLDER

POOL = [line[2:] for line in (FOLDER / "pool.txt").read_text("utf-8").splitlines() if line.startswith("+")]
TITLE = "À Tallinn, les Alliés cherchent leurs obus"
BYLINE = ["Par Jeanne Morel", "Publié le 3 mars 2024"]
FOOT = ["Mots-clés : Défense", "Sur le même sujet", "Le Pérou modernise ses hélicoptères", "© 2024 Le Phare"]


def cleaned(*lines: str) -> Article:
    return clean(RawArticle("a.txt", "\n".join(lines)))


def marks(article: Article, text: str) -> tuple[Zone, str]:
    return next((p.zone, p.rule) for p in article.paragraphs if p.text == text)
