"""The tree of a web page goes in; it comes out without the marks of notes, which are no words of its text."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

MARK = re.compile(r"\s*[\[(]?\d{1,3}[\])]?\s*")
BRACKETED = re.compile(r"\s*[\[(]\d{1,3}[\])]\s*")
# « m² » and « 10² » are no words with a note behind; a sign that ends a sentence or a quotation has none else.
NOTED = re.compile(r"[^\W\d_]{4,}$|[.,;:!?»”)]\s*$")


def drop_note_marks(tree: HtmlElement) -> None:
    """Drop raised numbers that link to a note, or stand in brackets, or behind a word."""
    for mark in list(tree.iter("sup")):
        if MARK.fullmatch(mark.text_content()) and (mark.find(".//a") is not None or _follows_word(mark)):
            mark.drop_tree()


def _follows_word(mark: HtmlElement) -> bool:
    """Whether a raised number is in brackets, or follows a word or a sign, as that of a note does."""
    return (BRACKETED.fullmatch(mark.text_content()) or NOTED.search(_before(mark).rstrip())) is not None


def _before(element: HtmlElement) -> str:
    """The text right before an element, that of the element before it where none stands between."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        before: str = previous.tail or previous.text_content()
        return before
    return (parent.text if parent is not None else None) or ""
