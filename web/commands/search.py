"""`depeche search`: a query goes in, hits for a terminal or JSON come out."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator, Sequence

import click

from index.config import Config
from search.opening import open_search
from search.results import Facet, Hit, ParagraphHit, Results, Span
from web.command import end, with_config
from web.commands.asking import asked, with_page, with_query
from web.summaries import counted

WIDEST = 100
# Values of each facet shown under the hits.
SHOWN_VALUES = 6
MARGIN = "   "
# What textwrap takes for a space, as the space it makes of it.
SPACES = str.maketrans(dict.fromkeys("\t\n\v\f\r", " "))


@click.command()
@with_query
@with_page
@click.option("--json", "as_json", is_flag=True, help="Print the answer of the HTTP endpoint.")
@with_config
def command(config: Config, as_json: bool, **parameters: object) -> None:
    """Answer a query, as the search page would.

    \b
    depeche search defense ukraine
    depeche search '"conseil de sécurité" -otan'
    depeche search missiles --country ukraine --not-organisation otan --sort newest
    """
    query = asked(config, parameters)
    results = open_search(config).answer(query)
    if as_json:
        from web.presenting import results_json

        click.echo(json.dumps(results_json(results), ensure_ascii=False, indent=2))
        end()
    for line in report(results, min(shutil.get_terminal_size().columns, WIDEST)):
        click.echo(line)
    end()


def report(results: Results, width: int) -> Iterator[str]:
    """The answer as lines for a terminal of `width` columns."""
    yield from _explained(results)
    for number, hit in enumerate(results.hits, (results.query.page - 1) * results.query.per_page + 1):
        yield ""
        yield from _hit(number, hit, width)
    yield ""
    for facet in results.facets:
        if facet.values:
            yield from _wrapped(_facet(facet), width - len(MARGIN), hanging=MARGIN)
    yield _totals(results)


def _totals(results: Results) -> str:
    found = f"{counted(results.articles, 'article')}, {counted(results.paragraphs, 'paragraph')}"
    paging = f", page {results.query.page} of {results.pages}" if results.hits and results.pages > 1 else ""
    return f"{found}{paging}, {results.took_ms:.1f} ms"


def _explained(results: Results) -> Iterator[str]:
    for value in results.understanding.unknown:
        yield f"No {value.kind} is known as {value.typed!r}."
    for part in results.understanding.ignored:
        yield f"Ignored {part.typed!r}: {part.reason.replace('_', ' ')}."
    for note in results.notes:
        yield f"Note: {note.replace('_', ' ')}."
    if not results.articles:
        yield "No article matches all of this."
    elif not results.hits:
        yield f"Page {results.query.page} is past the last one, {results.pages}."
    if results.advice.corrected:
        yield f"Did you mean: {results.advice.corrected}"
    for row in results.advice.relaxations:
        yield f"  {row.part}: {counted(row.alone, 'article')} alone, {row.without} without it"


def _hit(number: int, hit: Hit, width: int) -> Iterator[str]:
    article = hit.article
    about = " · ".join(str(part) for part in (article.date, article.source, article.path) if part)
    first = f"{number}. "
    yield from _wrapped(article.title, width - len(MARGIN), hit.title_highlights, first=first, bold=True)
    yield click.style(f"{MARGIN}{about}", dim=True)
    for paragraph in hit.paragraphs:
        if paragraph.text != article.title:
            yield from _fragment(paragraph, width)
    if hit.copies:
        yield click.style(f"{MARGIN}also in: {', '.join(copy.path for copy in hit.copies)}", dim=True)


def _fragment(paragraph: ParagraphHit, width: int) -> Iterator[str]:
    """The part of a paragraph worth showing, wrapped, with its matches underlined and ellipses where it was cut."""
    start, end = paragraph.fragment
    before, after = "… " if start else "", " …" if end < len(paragraph.text) else ""
    spans = [
        (max(left, start), min(right, end)) for left, right in paragraph.highlights if left < end and right > start
    ]
    moved = len(before) - start
    shown = f"{before}{paragraph.text[start:end]}{after}"
    yield from _wrapped(shown, width - len(MARGIN), [(a + moved, b + moved) for a, b in spans], first=MARGIN)


def _wrapped(
    text: str, width: int, spans: Sequence[Span] = (), first: str = "", hanging: str = MARGIN, bold: bool = False
) -> Iterator[str]:
    """`text` in lines of `width` columns behind a margin, `spans` underlined; what underlines has no width."""
    at, margin = 0, first
    for line in textwrap.wrap(text, width, expand_tabs=False, break_long_words=False, break_on_hyphens=False):
        at = text.translate(SPACES).index(line, at)
        yield margin + "".join(_styled(text, spans, at, at + len(line), bold))
        at, margin = at + len(line), hanging


def _styled(text: str, spans: Sequence[Span], start: int, end: int, bold: bool) -> Iterator[str]:
    """The pieces of `text[start:end]`, those in spans underlined."""
    at = start
    for left, right in spans:
        left, right = max(left, at), min(right, end)  # noqa: PLW2901
        if left < right:
            yield click.style(text[at:left], bold=bold or None) if at < left else ""
            yield click.style(text[left:right], bold=True, underline=True)
            at = right
    yield click.style(text[at:end], bold=bold or None) if at < end else ""


def _facet(facet: Facet) -> str:
    shown = [f"{'[x] ' if v.selected else ''}{v.label} ({v.count})" for v in facet.values[:SHOWN_VALUES]]
    return f"{facet.kind}: {', '.join(shown)}"
