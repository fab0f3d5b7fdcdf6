"""A Markdown file goes in; one raw article comes out, its front matter read and its markup taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.article import RawArticle
from index.errors import UnreadableArticleError
from index.reading.fields import AUTHORS, LONGEST, SOURCES, TITLES, first_address, first_day, first_line, misread_days
from index.reading.front_matter import split_front_matter
from index.reading.repair import remnants
from index.reading.source import Source
from index.reading.text import cut, stored_line, stored_text

# Parsing takes a time that grows with the square of a block that opens comments or brackets and closes none.
LONGEST_BLOCK = 50_000
# The parts of a line that stand for themselves; the last are signs that were written as entities or behind a backslash.
WORDS = ("text", "code_inline", "text_special")


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of a Markdown file. A first-order heading is its title where the front matter gives none."""
    try:
        article = _article(source)
    except RecursionError:
        raise UnreadableArticleError(source.path, "is nested too deeply, in its front matter or its text") from None
    yield article


def _article(source: Source) -> RawArticle:
    fields, below, doubts = split_front_matter(stored_text(source.text()))
    tokens = _parsed(below)
    text = stored_text("\n\n".join(_blocks(tokens)))
    return RawArticle(
        path=source.relative,
        text=text,
        title=first_line(fields, TITLES) or _heading(tokens),
        date=first_day(fields),
        source=first_line(fields, SOURCES),
        url=first_address(fields),
        author=first_line(fields, AUTHORS),
        composed=True,
        doubts=(*doubts, *misread_days(fields), *remnants(text)),
    )


def _parsed(text: str) -> list[Token]:
    """The tokens of a text; within blocks that are no prose, whatever they are, no markup is looked for."""
    parser, env = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("inline"), dict[str, Any]()
    tokens = parser.parse(text, env)
    for token in tokens:
        if token.type == "inline":
            token.children = []
            if len(token.content) <= LONGEST_BLOCK:
                parser.inline.parse(token.content, parser, env, token.children)
    return tokens


def _heading(tokens: Sequence[Token]) -> str | None:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return cut(stored_line(_inline_text(inline)) or "", LONGEST) or None
    return None


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """One line for each paragraph, heading, list item and table row."""
    bullet, cells = "", list[str]()
    for token in tokens:
        if token.type == "list_item_open":
            bullet = "- "
        elif token.type == "inline":
            cells.append(_inline_text(token))
        elif token.type in ("paragraph_close", "heading_close", "tr_close"):
            yield bullet + " | ".join(cells)
            bullet, cells = "", []
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield re.sub(r"<[^<>]*>", " ", token.content)


def _inline_text(token: Token) -> str:
    """The words of a line without its markup; pictures are left out, with the texts that stand for them."""
    if not token.children:
        return " ".join(token.content.split("\n"))
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(child.content if child.type in WORDS else breaks.get(child.type, "") for child in token.children)
