"""The tree of a web page goes in; what its JSON-LD says of the page and its article comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import lxml.html

Node: TypeAlias = dict[str, Any]

ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review)$")


def documents(tree: lxml.html.HtmlElement) -> Iterator[list[Node]]:
    """The top nodes of each JSON-LD document that can be read."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            yield list(_nodes(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):  # what is nested too deeply says nothing of an article
            continue


def is_article(node: Node) -> bool:
    """Whether a node is an article, by whatever name."""
    kinds = node.get("@type")
    return any(ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _nodes(content: Any) -> Iterator[Node]:
    """The top nodes of a JSON-LD document; what is nested in an article (its parts, its neighbours) is not it."""
    if isinstance(content, list):
        for entry in content:
            yield from _nodes(entry)
    elif isinstance(content, dict):
        yield content
        yield from _nodes(content.get("@graph"))
        yield from _nodes(content.get("mainEntity"))
