"""The options by which `search` and `export` are asked go in, the same `Query` that a URL would give comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click
from werkzeug.datastructures import MultiDict

from index.config import Config
from search.query import Query
from web.urls import parse


def with_query(function: Any) -> Any:
    """Give a command the query as an argument, and what the HTTP endpoint takes to narrow and sort hits as options."""
    return _decorated(
        function,
        click.argument("q", nargs=-1, metavar="[QUERY]...", callback=lambda *given: " ".join(given[-1])),
        *(click.option(f"--{kind}", multiple=True, help=f"Only with this {kind}. Repeatable.") for kind in USUAL),
        *(click.option(f"--not-{kind}", multiple=True, help=f"Without this {kind}. Repeatable.") for kind in USUAL),
        click.option("--facet", multiple=True, metavar="KIND=VALUE", help="Only with this value of any other facet."),
        click.option("--not-facet", multiple=True, metavar="KIND=VALUE", help="Without this value of any other facet."),
        click.option("--all", "together", multiple=True, metavar="KIND", help="All values of this facet, not any."),
        click.option("--source", multiple=True, help="Only from this source. Repeatable."),
        click.option("--after", help="First day, such as 2024-03-01."),
        click.option("--before", help="Last day."),
        click.option("--sort", help="relevance, newest or oldest."),
        click.option("--scope", help="article or paragraph: where all words must stand."),
        click.option("--no-names", is_flag=True, help="Take names as plain words, without their other spellings."),
    )


def with_page(function: Any) -> Any:
    """Give a command what the HTTP endpoint takes to show a part of the hits as options."""
    return _decorated(
        function,
        click.option("--page", help="Page of the hits, from 1."),
        click.option("--per-page", help="Hits per page, up to 100."),
        click.option("--paragraphs", help="Paragraphs shown per hit, up to 100."),
        click.option("--copies", is_flag=True, help="List syndicated copies one by one."),
    )


def _decorated(function: Any, *decorators: Callable[[Any], Any]) -> Any:
    for decorate in reversed(decorators):
        function = decorate(function)
    return function


USUAL = ("person", "country", "organisation")
PLAIN = ("q", "after", "before", "sort", "scope", "page", "per_page", "paragraphs")


def asked(config: Config, parameters: dict[str, Any]) -> Query:
    """The query of a command line. Raises click's usage error for a value that cannot be used."""
    pairs = [(name, parameters[name]) for name in PLAIN if parameters.get(name)]
    pairs += [("source", source) for source in parameters["source"]]
    for kind in USUAL:
        pairs += [(_kind(config, kind), value) for value in parameters[kind]]
        pairs += [(f"not_{_kind(config, kind)}", value) for value in parameters[f"not_{kind}"]]
    pairs += _facets(config, parameters["facet"], "") + _facets(config, parameters["not_facet"], "not_")
    pairs += [(f"{_kind(config, kind)}_match", "all") for kind in parameters["together"]]
    pairs += [("copies", "1")] * parameters.get("copies", False) + [("names", "0")] * parameters["no_names"]
    parsed = parse(MultiDict(pairs), config.kinds)
    for wrong in parsed.complaints:
        option = wrong.parameter.replace("_", "-")
        raise click.BadParameter(f"must be {wrong.expected}, not {wrong.value!r}.", param_hint=f"--{option}")
    return parsed.query


def _facets(config: Config, given: Sequence[str], prefix: str) -> list[tuple[str, str]]:
    pairs = []
    for text in given:
        kind, _, value = text.partition("=")
        if kind not in config.kinds or not value:
            known = ", ".join(config.kinds)
            raise click.BadParameter(f"{text!r} is not KIND=VALUE with one of the kinds {known}.")
        pairs.append((prefix + kind, value))
    return pairs


def _kind(config: Config, kind: str) -> str:
    if kind not in config.kinds:
        raise click.BadParameter(f"{kind!r} is none of the kinds {', '.join(config.kinds)}.")
    return kind
