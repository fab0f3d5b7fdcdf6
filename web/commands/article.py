"""`depeche article FILE`: prints every line of an article with its zone and rule, and what it names."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from index.config import Config
from index.document import Mention, by_paragraph
from index.errors import UnreadableArticleError
from index.reindexing.inspecting import InspectedArticle, inspect
from web.command import with_config
from web.commands.finding import located
from web.presenting import Json, article_json, mention_json

UNREADABLE = 3


@click.command()
@with_config
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line for each article.")
@click.argument("file")
def command(config: Config, file: str, as_json: bool) -> None:
    """Show what a reindex makes of FILE: every line with its zone and the rule that put it there, and its facets.

    FILE is a path, or the name that the page and the reports show.
    Exit status: 3 where a part of the file cannot be read.
    """
    unreadable = False
    for found in inspect(config, located(config, file)):
        if isinstance(found, UnreadableArticleError):
            unreadable = True
            click.echo(f"Error: {found}", err=True)
        else:
            click.echo(json.dumps(inspected_json(found), ensure_ascii=False) if as_json else _text(found))
    sys.exit(UNREADABLE if unreadable else 0)


def inspected_json(inspected: InspectedArticle) -> Json:
    """An article with all its lines."""
    mentions = by_paragraph(inspected.mentions)
    return {
        "article": article_json(inspected.article) | {"author": inspected.article.author},
        "paragraphs": [
            {
                "ordinal": paragraph.ordinal,
                "zone": paragraph.zone.value,
                "rule": paragraph.rule,
                "text": paragraph.text,
                "facets": [mention_json(mention) for mention in mentions.get(paragraph.ordinal, ())],
            }
            for paragraph in inspected.article.paragraphs
        ],
    }


def _text(inspected: InspectedArticle) -> str:
    return "\n".join([*_head(inspected), *_body(inspected), ""])


def _head(inspected: InspectedArticle) -> Iterator[str]:
    article = inspected.article
    yield f"title:  {article.title}"
    for name, value in (
        ("date", article.date),
        ("source", article.source),
        ("author", article.author),
        ("url", article.url),
        ("path", article.path),
        ("id", article.id),
    ):
        if value is not None:
            yield f"{name + ':':7} {value}"


def _body(inspected: InspectedArticle) -> Iterator[str]:
    mentions = by_paragraph(inspected.mentions)
    for paragraph in inspected.article.paragraphs:
        place = click.style(f"{paragraph.ordinal:3} {paragraph.zone.value:8} {paragraph.rule:20}", dim=True)
        yield f"{place} {paragraph.text}"
        yield from (f"{'':33} {_evidence(mention)}" for mention in mentions.get(paragraph.ordinal, ()))


def _evidence(mention: Mention) -> str:
    label = mention.label if mention.listed else f"{mention.label} (non vérifié)"
    words = f"« {mention.words} », {mention.rule}, {mention.confidence:.2f}"
    return click.style(f"{mention.kind} {mention.entity}: {label} <- {words}", fg="cyan")
