"""A folder of labelled pages goes in; the pages come out, each with what cleaning must make of it.

A page of text is NAME.txt, its first line « # date: 2024-03-03 » (or none), every other with the marks of pages.txt. A
page saved by a browser is NAME.html, what must come of it in NAME.yaml: title, date, body and noise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import yaml

from index.article import Article, RawArticle, Zone
from index.cleaning import clean
from index.reading import html
from index.reading.limits import Limits
from index.reading.source import Source
from tests.index.cleaning.pages import labelled_pages

# Two lines of one paragraph, one after the other.
WRAPPED = re.compile(r"\n\+ .*[^\s.!?:;,»”\"]\n\+ [a-zà-ÿ]")


@dataclass(frozen=True, slots=True)
class Page:
    """A labelled page: `body` whole paragraphs, `noise` lines that must not be in the body."""

    name: str
    raw: RawArticle
    title: str
    day: date | None
    body: tuple[str, ...]
    noise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was wrong with a cleaned page, and of how many lines."""

    page: Page
    article: Article
    kept_noise: tuple[str, ...]
    lost_body: tuple[str, ...]

    @property
    def is_titled(self) -> bool:
        """Whether the title is the right one."""
        return plain(self.article.title) == plain(self.page.title)

    @property
    def is_dated(self) -> bool:
        """Whether the date is the right one, or rightly none."""
        return self.article.date == self.page.day


def pages_in(folder: Path, every: int = 1) -> Iterator[Page]:
    """The pages of a folder; one in so many of text a second time with blank lines between, if no lines are wrapped."""
    for number, path in enumerate(sorted(folder.glob("*.txt"))):
        text = path.read_text("utf-8")
        for between in ("\n",) if number % every or WRAPPED.search(text) else ("\n", "\n\n"):
            yield text_page(path.stem, text, between)
    for path in sorted(folder.glob("*.html")):
        yield _saved_page(path)


def text_page(name: str, text: str, between: str = "\n") -> Page:
    """A page of text from its labelled lines."""
    first, *rows = text.rstrip("\n").split("\n")
    day = first.removeprefix("# date:").strip()
    marked = [(row[:1], row[2:].strip()) for row in rows if row[:2].strip() or not row]
    blank = between if between == "\n\n" else "\n"
    lines = [line for _, line in marked if line] if blank == "\n\n" else [line for _, line in marked]
    return Page(
        name,
        RawArticle(f"{name}.txt", blank.join(lines)),
        next((line for sign, line in marked if sign == "="), ""),
        None if day == "none" else date.fromisoformat(day),
        tuple(line for sign, line in marked if sign == "+"),
        tuple(line for sign, line in marked if sign in ("-", ".") and line),
    )


def _saved_page(path: Path) -> Page:
    said = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    day = said.get("date")
    (raw,) = html.read(Source(path, path.name, BytesIO(path.read_bytes()), Limits()))
    return Page(
        path.stem,
        raw,
        said["title"],
        date.fromisoformat(str(day)) if day not in (None, "none") else None,
        tuple(said["body"]),
        tuple(said["noise"]),
    )


def outcome(page: Page) -> Outcome:
    """Clean a page and compare: whole lines, but of a saved page any part of its noise.

    A line that is both, as the headings of a table of contents are, is kept as noise where it stands once too often.
    """
    article = clean(page.raw)
    searched = {plain(paragraph.text) for paragraph in article.searched()}
    body = Counter(plain(paragraph.text) for paragraph in article.paragraphs if paragraph.zone is Zone.BODY)
    whole, own = page.raw.path.endswith(".txt"), Counter(map(plain, page.body))

    def is_kept_noise(line: str) -> bool:
        return body[line] > own[line] if whole else any(line in text for text in body)

    return Outcome(
        page,
        article,
        tuple(line for line in page.noise if is_kept_noise(plain(line))),
        tuple(line for line in page.body if not _is_kept(plain(line), searched)),
    )


def _is_kept(line: str, searched: Collection[str]) -> bool:
    """Whether a line is there, or in the paragraph that it became with those that it was wrapped with."""
    return line in searched or any(f" {line} " in f" {text} " for text in searched)


def plain(text: str) -> str:
    """A line without its bullet and the marks of notes, its blanks and apostrophes made plain.

    Extraction and typography are not measured.
    """
    return " ".join(re.sub(r"^[-•] |\s?\[\d{1,3}\](?=.)", "", text.replace("\xa0", " ")).replace("’", "'").split())


def known_pages() -> Iterator[Page]:
    """The pages of pages.txt in every layout."""
    for page in labelled_pages():
        yield Page(page.name, RawArticle(f"{page.name}.txt", page.text), page.title, page.day, page.body, page.noise)
