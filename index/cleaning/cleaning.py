"""A raw article goes in; the article comes out, every line of its file in a zone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from hashlib import blake2b

from index.article import Article, Paragraph, RawArticle, Zone
from index.cleaning.datelines import read_dateline
from index.cleaning.dating import day_of
from index.cleaning.headlines import made_title
from index.cleaning.layout import layout
from index.cleaning.lines import bare_words, fold_line
from index.cleaning.page import Page
from index.cleaning.zoning import zone_lines

# The rule of what the page of an article shows outside its main text.
LEFT_OUT = "outside the text"
# What a dateline's brackets say where they name no agency.
NO_AGENCY = frozenset({"agence", "agences", "agency", "agencies", "redaction", "correspondance", "reuters/afp"})


def article_id(path: str, key: str | None = None) -> str:
    """The id of an article: 16 hexadecimal digits made from its file's name in the archive and its key in the file."""
    return blake2b(f"{path}\0{key or ''}".encode(), digest_size=8).hexdigest()


def clean(raw: RawArticle, learnt: Collection[int] = ()) -> Article:
    """Put every line of a raw article into a zone, and find its title, date and source.

    `learnt` holds the keys of lines that recur over the articles of its source (`LineCounts.learnt`). What the format
    said of title, date and source is kept as it is.
    """
    page = zone_lines(layout(raw.text), raw, learnt)
    paragraphs = _paragraphs(page, raw)
    title = page.given or _title(paragraphs)
    return Article(
        id=article_id(raw.path, raw.key),
        path=raw.path,
        title=title,
        date=day_of(page, raw, title),
        source=raw.source or find_agency(page),
        url=raw.url,
        author=raw.author,
        paragraphs=paragraphs,
    )


def _paragraphs(page: Page, raw: RawArticle) -> tuple[Paragraph, ...]:
    found = [
        Paragraph(index, line.text, page.marks[index].zone, page.marks[index].rule)
        for index, line in enumerate(page.lines)
    ]
    if page.given and page.title is None:
        # The format gave a title that its text does not repeat; it is searched like any other.
        found.insert(0, Paragraph(0, page.given, Zone.TITLE, "given title"))
    found.extend(Paragraph(0, line, Zone.CHROME, LEFT_OUT) for line in raw.left_out)
    return tuple(replace(paragraph, ordinal=ordinal) for ordinal, paragraph in enumerate(found))


def _title(paragraphs: tuple[Paragraph, ...]) -> str:
    for zone in (Zone.TITLE, Zone.BODY):
        for paragraph in paragraphs:
            if paragraph.zone is zone:
                return paragraph.text if zone is Zone.TITLE else made_title(paragraph.text)
    return made_title(paragraphs[0].text) if paragraphs else ""


def find_agency(page: Page) -> str | None:
    """The agency that a dateline names in its brackets."""
    for index, line in enumerate(page.lines[: page.start + 1]):
        if index == page.start or page.marks[index].rule == "dateline":
            dateline = read_dateline(line)
            if dateline and dateline.agency and bare_words(fold_line(dateline.agency)) not in NO_AGENCY:
                return dateline.agency
    return None
