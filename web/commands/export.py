"""`depeche export`: a query, or nothing, goes in; paragraphs with the evidence for their facets come out as lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import IO

import click

from index.config import Config
from search.opening import open_search
from search.results import ExportedParagraph
from web.command import end, with_config
from web.commands.asking import asked, with_query
from web.presenting import article_json, export_json

ARTICLE = ("id", "path", "title", "date", "source", "url")
# A cell that begins with one of these would be run as a formula by a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"
FORMATS = "JSON Lines; comma-separated values; or those that a French Excel opens: semicolons and a byte order mark."


@click.command()
@with_query
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv", "excel"]), default="jsonl", show_default=True, help=FORMATS
)
@with_config
def command(config: Config, form: str, **parameters: object) -> None:
    """Write every indexed paragraph, or those that match a query in the order of its results, to standard output."""
    query = asked(config, parameters)
    lines = open_search(config).export(query)
    with click.open_file("-", "w", encoding="utf-8") as output:
        if form == "jsonl":
            write_jsonl(lines, output)
        else:
            write_csv(lines, config.kinds, output, for_excel=form == "excel")
    end()


def write_jsonl(lines: Iterable[ExportedParagraph], output: IO[str]) -> None:
    """One JSON object a line; docs/api.md describes it."""
    for line in lines:
        output.write(json.dumps(export_json(line), ensure_ascii=False) + "\n")


def write_csv(
    lines: Iterable[ExportedParagraph], kinds: Iterable[str], output: IO[str], for_excel: bool = False
) -> None:
    """One row a paragraph; the ids of each kind of facet in one cell, divided by spaces.

    A French Excel divides cells at semicolons, and takes a file for UTF-8 only where it begins with a mark.
    """
    kinds = tuple(kinds)
    writer = csv.writer(output, delimiter=";" if for_excel else ",")
    output.write(BYTE_ORDER_MARK * for_excel)
    writer.writerow([*ARTICLE, "ordinal", "text", *kinds])
    for line in lines:
        about = article_json(line.article)
        ids = [" ".join(sorted({m.entity for m in line.mentions if m.kind == kind})) for kind in kinds]
        cells = [*(about[name] for name in ARTICLE), line.paragraph.ordinal, line.paragraph.text, *ids]
        writer.writerow([_cell(cell) for cell in cells])


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
