"""The fields of a front matter or a JSON object go in; what they say of an article comes out, as lines and days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from index.cleaning.dates import find_days
from index.cleaning.lines import fold_line
from index.reading.text import cut, stored_line, unescaped

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
# What a field says may be so long; an address that is longer is none.
LONGEST = 2_000
# Of a value with more parts than a page has authors, these are read: a file may nest and list them by the million.
MOST_PARTS = 1_000
LONGEST_TOLD = 60


def first_line(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds words, as one line; several values are divided by commas."""
    line = whole_line(fields, names)
    return cut(line, LONGEST) if line else None


def first_address(fields: Mapping[str, Any]) -> str | None:
    """The address of the article; None where it is too long to be one."""
    line = whole_line(fields, ADDRESSES)
    return line if line and len(line) <= LONGEST else None


def whole_line(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """As `first_line`, however long: for what tells articles apart."""
    lines = (stored_line(unescaped(", ".join(_texts(value)))) for value in _values(fields, names))
    return next(filter(None, lines), None)


def first_day(fields: Mapping[str, Any]) -> date | None:
    """The first full date among the fields of publication; as written, whatever its time zone."""
    for value in _values(fields, DAYS):
        days = find_days(fold_line(" ".join(_texts(value))[:LONGEST]))
        if days:
            return days[0].day
    return None


def misread_days(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """What to tell of fields of publication that hold something, but no full date."""
    if first_day(fields) is not None:
        return ()
    said = (" ".join(_texts(value)).strip() or str(value) for value in _values(fields, DAYS) if value)
    return tuple(f"its date is not understood ({cut(text, LONGEST_TOLD)})" for text in said)


def _values(fields: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[Any]:
    lower = {str(name).lower(): value for name, value in fields.items()}
    return (lower[name] for name in names if name in lower)


def _texts(value: Any) -> Iterator[str]:
    """The words of a value: of a list its members', of an object its name's."""
    return islice(_parts(value), MOST_PARTS)


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for member in value:
            yield from _parts(member)
    elif isinstance(value, dict):
        yield from _parts(value.get("name"))
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield str(value)
