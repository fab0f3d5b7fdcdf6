"""The tree of a web page goes in; the name of its site comes out, as the page says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import lxml.html

from index.reading.html_json import Node, documents, is_article
from index.reading.text import stored_line

# Of « DIRECT. La crue : suivez la situation », trafilatura takes the part with a point for the address of the site.
DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
# A longer name is a sentence.
LONGEST_NAME = 100


def site_name(tree: lxml.html.HtmlElement, guessed: str | None) -> str | None:
    """Who publishes a page, by its JSON-LD or by `og:site_name`; else what was `guessed`, but no part of its title."""
    named = chain(_publishers(tree), tree.xpath("//meta[@property='og:site_name' or @name='og:site_name']/@content"))
    said = next((name for each in named if (name := stored_line(each)) and len(name) <= LONGEST_NAME), None)
    if said:
        return said
    guess = stored_line(guessed)
    shown = " ".join((tree.findtext(".//title") or "").split())
    is_cut_out = guess is not None and "." in guess and guess in shown and not DOMAIN.fullmatch(guess)
    return None if is_cut_out else guess


def _publishers(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The names of the publishers of the articles that JSON-LD knows, as far as they have one."""
    for nodes in documents(tree):
        names = {str(node["@id"]): node.get("name") for node in nodes if "@id" in node}
        for node in filter(is_article, nodes):
            name = _name(node, names)
            if isinstance(name, str):
                yield name


def _name(article: Node, names: dict[str, object]) -> object:
    publisher = article.get("publisher")
    if isinstance(publisher, list):
        publisher = next(iter(publisher), None)
    if isinstance(publisher, dict):
        return publisher.get("name") or names.get(str(publisher.get("@id")))
    return publisher
