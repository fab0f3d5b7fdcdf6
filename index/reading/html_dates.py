"""The tree of a web page goes in; the day it says it was published comes out, if it says so in as many words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import lxml.html

from index.article import Zone
from index.cleaning.bylines import mark_byline
from index.cleaning.bylines import publication_day as day_told
from index.cleaning.dates import find_days, without_times
from index.cleaning.lines import fold_line, make_line
from index.cleaning.rules import Mark
from index.reading.html_json import documents, is_article

# What a line must hold that says when something was published.
TOLD = re.compile(r"\b(?:publie|redige|poste|ecrit|mise? en ligne|date de (?:publication|parution))")
# Names of meta tags, in lower case, that mean publication and nothing else, the most precise first.
META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "publication_date",
    "publication-date",
    "publish-date",
    "publish_date",
    "published_time",
    "article.published",
    "pubdate",
    "date",
)
# Parts of a page that belong to other articles, or to its readers.
ELSEWHERE = "ancestor-or-self::*[self::footer[not(contains(@class, 'entry'))] or self::aside or self::nav or contains(@class, 'comment') or contains(@id, 'comment') or contains(@class, 'related')]"  # noqa: E501
LINKED = "ancestor::a or ancestor::li or contains(@class, 'updat')"
MARKED_TIMES = (
    "//*[@itemprop='datePublished']",
    "//time[@pubdate]",
    "//time[contains(@class, 'publi') or contains(@class, 'entry-date') or contains(@class, 'posted')]",
    "//*[contains(@class, 'post-date')]//time[@datetime]|//abbr[contains(@class, 'published')][@title]",
    f"//article[.//h1]//time[@datetime][not({LINKED})]",
    # Between the great heading and the text nothing else has a time.
    f"//time[@datetime][preceding::h1 and not({LINKED})][not(preceding::p[string-length(normalize-space()) > 150])]",
)
# « Publié le », and the day in a block of its own.
LABEL = re.compile(r"\W*(?:(?:publie|mis en ligne|poste)e?(?: le)?|date de (?:publication|parution))\W*")


def publication_day(tree: lxml.html.HtmlElement) -> date | None:
    """The day of publication in JSON-LD, in meta tags or in a marked time; as written, whatever its time zone."""
    founded = {found.day for text in _foundings(tree) for found in find_days(fold_line(text))}
    for text in (*_from_json(tree), *_from_meta(tree), *_from_times(tree)):
        days = find_days(fold_line(text))
        if days and days[0].day not in founded:
            return days[0].day
    return None


def _foundings(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The days on which the publishers of a page were founded, which some sites give for those of publication."""
    nodes = (node for nodes in documents(tree) for node in nodes)
    return (day for node in nodes if isinstance(day := node.get("foundingDate"), str))


def _from_json(tree: lxml.html.HtmlElement) -> Iterator[str]:
    pages: list[str] = []
    for nodes in documents(tree):
        for node in nodes:
            published = node.get("datePublished")
            if isinstance(published, str):
                if is_article(node):
                    yield published
                elif node.get("@type") == "WebPage":
                    pages.append(published)
    yield from pages


def _from_meta(tree: lxml.html.HtmlElement) -> Iterator[str]:
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            found.setdefault(element.get(attribute, "").lower(), element.get("content", ""))
    return (found[name] for name in META_NAMES if name in found)


def _from_times(tree: lxml.html.HtmlElement) -> Iterator[str]:
    for path in MARKED_TIMES:
        for element in tree.xpath(path):
            if not element.xpath(ELSEWHERE):
                yield next(filter(None, map(element.get, ("datetime", "content", "title"))), element.text_content())


def only_publication(lines: Iterable[str]) -> date | None:
    """The one day on which the lines of a page say that something was published; None where they differ.

    Beside « Publié mardi », which is said of the article, what has a full date is a comment.
    """
    marked = [line for line in map(make_line, _labelled(lines)) if TOLD.search(line.folded)]
    days = {day_told(line.folded) for line in marked if mark_byline(line) == Mark(Zone.DATELINE, "published")}
    return days.pop() if len(days) == 1 else None


def _labelled(lines: Iterable[str]) -> Iterator[str]:
    """The lines, a label and the day in the block right below it as one."""
    label = ""
    for line in lines:
        folded = fold_line(line)
        bare = label and find_days(folded) and not without_times(folded).strip(" ,-|")
        yield f"{label} {line}" if bare else line
        label = line if LABEL.fullmatch(folded) else ""
