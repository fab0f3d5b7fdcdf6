"""An invented article, and files with it: their bytes in, what is read and cleaned of them out."""

from __future__ import annotations

from pathlib import Path

from index.article import Article, RawArticle, Zone
from index.cleaning import clean
from index.errors import UnreadableArticleError
from index.reading import Limits, read_file

TITLE = "À Tallinn, les Alliés cherchent leurs obus"
FIRST = (
    "Réunis mardi dans la capitale estonienne, les ministres de la Défense ont promis de livrer avant l'été les obus "
    "que l'Ukraine réclame depuis l'automne, sans dire d'où ils viendraient."
)
SECOND = (
    "Le Danemark, premier à répondre, cède la totalité de son artillerie. « Nous n'en avons pas l'usage demain "
    "matin », a résumé un diplomate danois, que la formule faisait sourire."
)
THIRD = "Personne, à Tallinn, n'a voulu parler de la suite."
PARAGRAPHS = (FIRST, SECOND, THIRD)
MARKED_UP = "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)


def read(folder: Path, name: str, content: str | bytes) -> list[RawArticle | UnreadableArticleError]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_file(path, name, Limits()))


def cleaned(folder: Path, name: str, content: str | bytes) -> Article:
    (raw,) = read(folder, name, content)
    assert isinstance(raw, RawArticle), raw
    return clean(raw)


def body(article: Article) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in article.paragraphs if paragraph.zone is Zone.BODY)
