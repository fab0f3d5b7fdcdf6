"""The types of what is indexed: a file becomes a `RawArticle`, cleaning makes it an `Article` of `Paragraph`s."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Zone(StrEnum):
    """What a part of a page is; only titles and bodies are searched and give facets."""

    TITLE = "title"
    BODY = "body"
    DATELINE = "dateline"
    CAPTION = "caption"
    RELATED = "related"
    CHROME = "chrome"

    @property
    def searched(self) -> bool:
        """Whether paragraphs of this zone are indexed."""
        return self in (Zone.TITLE, Zone.BODY)


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as its file holds it, before cleaning.

    `path` is relative to the articles folder, with "/" between parts; `text` is decoded and NFC, its lines divided
    by "\\n". `title`, `date`, `source`, `url`, `key` are what the format itself says (front matter, JSON, meta tags),
    None where it says nothing; `key` tells the articles of one file apart (the id of a JSON line).
    `extracted` is true where a library has already taken the main text out of a page; `left_out` are the lines that
    the page shows besides, in order: kept to be seen, never searched; `headings` those that its markup calls so.
    `composed` is true where the format says itself what is a heading, a list or a paragraph: nothing has to be inferred
    from what stands around a line. `line` says where in a file of several it stands, and is no part of what it says;
    nor are `doubts`: what of it could not be understood, for people, each in a few words.
    """

    path: str
    text: str
    title: str | None = None
    date: date | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    key: str | None = None
    extracted: bool = False
    left_out: tuple[str, ...] = ()
    headings: frozenset[str] = frozenset()
    composed: bool = False
    line: int | None = field(default=None, compare=False, repr=False)
    doubts: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of an article: the unit that is matched, scored and shown.

    `ordinal` is its place in `Article.paragraphs`; `text` is the original, NFC, one line, and every offset refers
    to it; `rule` names the cleaning rule that put it into `zone`.
    """

    ordinal: int
    text: str
    zone: Zone
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned article.

    `id` is stable across reindexing (16 hexadecimal digits made from `path` and `key`); `paragraphs[n].ordinal == n`,
    over all zones, in reading order, what extraction left out last. A file without a line of its own for a title gets
    the beginning of its first paragraph as `title`, and no paragraph of zone TITLE.
    """

    id: str
    path: str
    title: str
    date: date | None
    source: str | None
    url: str | None
    author: str | None
    paragraphs: tuple[Paragraph, ...]

    def searched(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are indexed, in reading order."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.zone.searched)
