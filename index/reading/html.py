"""A saved web page goes in; one raw article comes out, its main text taken out of the page by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from copy import deepcopy

import lxml.html
from lxml.etree import ParserError

from index.article import RawArticle
from index.cleaning.bylines import is_byline, is_names_and_date
from index.cleaning.dates import is_dated
from index.cleaning.lines import Shape, fold_line, make_line
from index.errors import UnreadableArticleError
from index.reading.fields import LONGEST
from index.reading.html_dates import only_publication, publication_day
from index.reading.html_regained import as_shown, headings, is_sentence, regained
from index.reading.html_rest import left_out
from index.reading.html_site import site_name
from index.reading.html_title import headline_of, without_site
from index.reading.html_tree import drop_furniture, open_layout_tables, prepare
from index.reading.repair import remnants
from index.reading.source import Source
from index.reading.text import stored_line, stored_text

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
DECLARED_ENCODING = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# Elements that are never read, and those that stand on lines of their own.
UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "select", "iframe", "title", "object", "textarea"}
)
BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    )
)
# How many lines above the first paragraph are looked at for what belongs to the article.
LINES_ABOVE = 25
# A by-line below the standfirst is so near the paragraph after it.
LINES_BELOW = 8
# A text of which the first may be a standfirst has more.
FEWEST_PARAGRAPHS = 2
# So many lines above the title a date is still the article's.
NEAR_TITLE = 3
# With fewer words the extraction found a scrap, not the text.
FEWEST_WORDS = 20


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of a page. Raises `UnreadableArticleError` where the page holds no text."""
    try:
        tree = lxml.html.document_fromstring(DECLARATION.sub("", source.text(DECLARED_ENCODING)))
    except (ParserError, ValueError):
        raise UnreadableArticleError(source.path, "is no HTML page") from None
    prepare(tree)
    lines = list(visible_lines(tree))
    if not lines:
        raise UnreadableArticleError(source.path, "holds no text")
    yield _article(source.relative, tree, lines)


def _article(relative: str, tree: lxml.html.HtmlElement, lines: list[str]) -> RawArticle:
    # Half a second of imports that no other format needs.
    from trafilatura import extract_metadata

    metadata = extract_metadata(deepcopy(tree), extensive=False)
    page = deepcopy(tree)
    open_layout_tables(page)
    drop_furniture(page)
    marked = headings(tree)
    main = regained(_main_text(page, tree), page, lines, marked)
    source = site_name(tree, metadata.sitename)
    headline = without_site(without_site(headline_of(tree, metadata.title, lines), source), metadata.sitename)
    title, shown = _short(headline), list(visible_lines(page))
    text = stored_text("\n".join(_with_head(tree, shown, main, headline) if main else lines))
    return RawArticle(
        path=relative,
        text=text,
        title=title,
        date=publication_day(tree) or only_publication(lines),
        source=source,
        url=_short(metadata.url),
        author=_short(metadata.author),
        extracted=bool(main),
        headings=marked,
        left_out=left_out(lines, text, title) if main else (),
        doubts=tuple(remnants(text)),
    )


def _short(line: str | None) -> str | None:
    """One line as it is stored; None where it is too long for a title, a name or an address."""
    stored = stored_line(line)
    return stored if stored and len(stored) <= LONGEST else None


def _main_text(page: lxml.html.HtmlElement, tree: lxml.html.HtmlElement) -> list[str]:
    """The lines of the main text of a page without its furniture, or of the whole tree; empty where none is found."""
    from trafilatura import baseline, extract

    for found in (extract(deepcopy(page), include_comments=False, favor_recall=True), baseline(deepcopy(tree))[1]):
        if found and len(found.split()) >= FEWEST_WORDS:
            return [line for line in found.splitlines() if line.strip()]
    return []


def _with_head(tree: lxml.html.HtmlElement, lines: list[str], main: list[str], title: str | None) -> list[str]:
    """The main text, in the order of the page with what stands above its first paragraph and extraction drops."""
    kept = as_shown(main)
    paragraphs = [i for i, line in enumerate(lines) if line in kept and line != title and len(line.split()) >= 12]
    if not paragraphs:
        return main
    start = paragraphs[0]
    if len(paragraphs) > FEWEST_PARAGRAPHS:
        second = paragraphs[1]
        if second - start <= LINES_BELOW and any(map(_tells_day, lines[start + 1 : second])):
            start = second  # the first is a standfirst, with the by-line below it
    head = [kept.get(line, line) for line in _above(tree, lines[max(0, start - LINES_ABOVE) : start], kept, title)]
    first = main.index(kept[lines[start]])
    return [*(line for line in main[:first] if line not in head), *head, *main[first:]]


def _above(tree: lxml.html.HtmlElement, lines: list[str], kept: Collection[str], title: str | None) -> Iterator[str]:
    """Of the lines above the first paragraph what is `kept`, by-lines, dates, and below the title the standfirst.

    All of them where the title is not known, so that cleaning finds it there.
    """
    below = {" ".join(caption.text_content().split()) for caption in tree.iter("figcaption")}
    at = lines.index(title) if title in lines else -1
    # Far above the title, or where one stands below it, a date is the site's of today, or of other news.
    is_dated_below = any(is_byline(line) and is_dated(fold_line(line)) for line in lines[at + 1 :])
    dated = range(at if is_dated_below else at - NEAR_TITLE, len(lines))
    for place, line in enumerate(lines):
        standfirst = 0 <= at <= place and line not in below and _is_standfirst(line)
        if line in kept or place == at or title is None or standfirst or (place in dated and _tells_day(line)):
            yield line


def _tells_day(text: str) -> bool:
    """Whether a line is a by-line, a date or names and a date."""
    return is_byline(text) or is_names_and_date(make_line(text))


def _is_standfirst(text: str) -> bool:
    """Whether a line below the title is a sentence of the article, and of some length."""
    return make_line(text).shape is Shape.PROSE and is_sentence(text)


def visible_lines(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The lines of text a page shows, one for each block."""
    return (line for line in (" ".join(block.split()) for block in "".join(_texts(tree)).split("\n")) if line)


def _texts(element: lxml.html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    edge = "\n" if element.tag in BLOCKS else ""
    yield edge + re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _texts(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    yield edge
