"""The fields of a front matter or a JSON object go in; what they say of an article comes out, as lines and days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from index.cleaning.dates import find_days
from index.cleaning.lines import fold_line
from index.reading.text import stored_line, unescaped

TITLES = ("title", "titre", "headline")
SOURCES = ("source", "site", "publisher", "sitename", "site_name")
ADDRESSES = ("url", "link", "lien", "canonical", "permalink")
AUTHORS = ("author", "authors", "auteur", "byline")
DAYS = (
    "date",
    "published",
    "published_at",
    "date_published",
    "datepublished",
    "pubdate",
    "pub_date",
    "publication_date",
)


def first_line(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds words, as one line; several values are divided by commas."""
    return next(
        (line for value in _values(fields, names) if (line := stored_line(unescaped(", ".join(_texts(value)))))), None
    )


def first_day(fields: Mapping[str, Any]) -> date | None:
    """The first full date among the fields of publication; as written, whatever its time zone."""
    for value in _values(fields, DAYS):
        days = find_days(fold_line(" ".join(_texts(value))))
        if days:
            return days[0].day
    return None


def _values(fields: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[Any]:
    lower = {str(name).lower(): value for name, value in fields.items()}
    return (lower[name] for name in names if name in lower)


def _texts(value: Any) -> Iterator[str]:
    """The words of a value: of a list its members', of an object its name's."""
    if isinstance(value, list):
        for member in value:
            yield from _texts(member)
    elif isinstance(value, dict):
        yield from _texts(value.get("name"))
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield str(value)
