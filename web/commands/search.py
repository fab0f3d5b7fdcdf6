"""`depeche search`: a query goes in, hits for a terminal or JSON come out."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator

import click

from index.config import Config
from search.opening import open_search
from search.results import Facet, Hit, ParagraphHit, Results
from web.command import with_config
from web.commands.asking import asked, with_query

WIDEST = 100
# Values of each facet shown under the hits.
SHOWN_VALUES = 6


@click.command()
@with_query
@click.option("--json", "as_json", is_flag=True, help="Print the answer of the HTTP endpoint.")
@with_config
def command(config: Config, as_json: bool, **parameters: object) -> None:
    """Answer a query, as the search page would.

    \b
    depeche search "defense ukraine"
    depeche search missiles --country ukraine --not-organisation otan --sort newest
    """
    query = asked(config, parameters)
    results = open_search(config).answer(query)
    if as_json:
        from web.presenting import results_json

        click.echo(json.dumps(results_json(results), ensure_ascii=False, indent=2))
        return
    for line in report(results, min(shutil.get_terminal_size().columns, WIDEST)):
        click.echo(line)


def report(results: Results, width: int) -> Iterator[str]:
    """The answer as lines for a terminal of `width` columns."""
    yield from _explained(results)
    for number, hit in enumerate(results.hits, (results.query.page - 1) * results.query.per_page + 1):
        yield ""
        yield from _hit(number, hit, width)
    yield ""
    yield from (_facet(facet) for facet in results.facets if facet.values)
    yield _totals(results)


def _totals(results: Results) -> str:
    paging = f", page {results.query.page} of {results.pages}" if results.pages > 1 else ""
    return f"{results.articles} articles, {results.paragraphs} paragraphs{paging}, {results.took_ms:.1f} ms"


def _explained(results: Results) -> Iterator[str]:
    for value in results.understanding.unknown:
        yield f"No {value.kind} is known as {value.typed!r}."
    for part in results.understanding.ignored:
        yield f"Ignored {part.typed!r}: {part.reason.replace('_', ' ')}."
    for note in results.notes:
        yield f"Note: {note.replace('_', ' ')}."
    if results.advice.corrected:
        yield f"Did you mean: {results.advice.corrected}"
    for row in results.advice.relaxations:
        yield f"  {row.part}: {row.alone} articles alone, {row.without} without it"


def _hit(number: int, hit: Hit, width: int) -> Iterator[str]:
    article = hit.article
    about = " · ".join(str(part) for part in (article.date, article.source, article.path) if part)
    yield click.style(f"{number}. {article.title}", bold=True)
    yield click.style(f"   {about}", dim=True)
    for paragraph in hit.paragraphs:
        yield from _wrapped(paragraph, width)
    if hit.copies:
        yield click.style(f"   also in: {', '.join(copy.path for copy in hit.copies)}", dim=True)


def _wrapped(paragraph: ParagraphHit, width: int) -> Iterator[str]:
    """The fragment, wrapped, with its matches in reverse video (or between asterisks where there are no colours)."""
    start, end = paragraph.fragment
    text, at = "", start
    for left, right in paragraph.highlights:
        if start <= left and right <= end:
            text += paragraph.text[at:left] + _emphasised(paragraph.text[left:right])
            at = right
    text += paragraph.text[at:end]
    shown = f"{'… ' if start else ''}{text}{' …' if end < len(paragraph.text) else ''}"
    yield from textwrap.wrap(shown, width, initial_indent="   ", subsequent_indent="   ", break_long_words=False)


def _emphasised(words: str) -> str:
    return " ".join(click.style(word, bold=True, underline=True) for word in words.split(" "))


def _facet(facet: Facet) -> str:
    shown = [f"{'[x] ' if v.selected else ''}{v.label} ({v.count})" for v in facet.values[:SHOWN_VALUES]]
    return f"{facet.kind}: {', '.join(shown)}"
