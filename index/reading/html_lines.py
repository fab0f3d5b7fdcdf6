"""The tree of a web page goes in; it comes out with no line broken inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

# Control characters, that pages pasted together hold: what no XML may.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
WRAP = re.compile(r"(?<=[\w,;’'»-])[ \t\r]*\n[ \t]*(?=[a-zà-ÿ(«])")
BREAK = re.compile(r"(?<=\S)[ \t\r]*\n[ \t]*(?=\S)")
# Where others of so many words stand beside a paragraph, « br » parts its lines, not paragraphs.
SHORTEST_BESIDE, FEWEST_BESIDE = 12, 2
# How a line ends that another may follow in the same paragraph, and how one begins that is an item of a list.
SENTENCE_END = re.compile(r"[.,;!?…:»”]\s*$")
ITEM = re.compile(r"\s*(?:[-–—•·*>→►▶✓✔]|\d{1,2}\s?[.)°/h:]|[a-z]\))")


def unwrap(tree: HtmlElement) -> None:
    """Join lines that the source of a page breaks inside a sentence; extraction would keep them apart.

    Characters go that a tree may hold once parsed, but not be given: it could not be changed.
    """
    for element in tree.iter():
        if element.text and UNFIT.search(element.text):
            element.text = UNFIT.sub(" ", element.text)
        if element.tail and UNFIT.search(element.tail):
            element.tail = UNFIT.sub(" ", element.tail)
        if element.tag != "pre" and element.text and "\n" in element.text:
            element.text = WRAP.sub(" ", element.text)
        if element.tail and "\n" in element.tail:
            # Where « br » parts the paragraphs, what the source breaks is one.
            element.tail = (BREAK if element.tag == "br" else WRAP).sub(" ", element.tail)


def join_lines(tree: HtmlElement) -> None:
    """Make a space of a lone « br » between two sentences of a paragraph that stands among others."""
    for paragraph in list(_among_others(tree)):
        breaks, lines = _broken(paragraph)
        for line_break, (before, after) in zip(breaks, pairwise(lines), strict=True):
            if SENTENCE_END.search(before) and after.strip() and not ITEM.match(after):
                line_break.tail = f" {line_break.tail or ''}"
                line_break.drop_tag()


def _among_others(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The paragraphs that « br » parts and that have several of some length beside them."""
    for parent in {paragraph.getparent() for paragraph in tree.xpath("//p[.//br]")}:
        paragraphs = list(parent.iterchildren("p"))
        long = [len(paragraph.text_content().split()) >= SHORTEST_BESIDE for paragraph in paragraphs]
        count = sum(long)
        for paragraph, is_long in zip(paragraphs, long, strict=True):
            if count - is_long >= FEWEST_BESIDE and paragraph.find(".//br") is not None:
                yield paragraph


def _broken(paragraph: HtmlElement) -> tuple[list[HtmlElement], list[str]]:
    """Every « br » of a paragraph, and the lines before, between and after them: one more."""
    breaks: list[HtmlElement] = []
    lines = [""]
    for node in paragraph.xpath(".//br | .//text()"):
        if isinstance(node, str):
            lines[-1] += node
        else:
            breaks.append(node)
            lines.append("")
    return breaks, lines
