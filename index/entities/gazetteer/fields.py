"""The fields of a gazetteer entry as YAML gives them go in, checked values come out."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from index.entities.gazetteer.entity import Alias, Case, Role, SurnameAlone


class FieldError(ValueError):
    """A field that does not fit; the text names the field and what it must be."""


Fields = Mapping[str, tuple[str, Callable[[object], object]]]
"""Key in the file -> name of the attribute, and what checks and converts the value."""


def parsed(entry: Mapping[str, object], fields: Fields) -> dict[str, Any]:
    """Return attribute -> value for each key of `entry`; raise FieldError where one is unknown or does not fit."""
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in fields:
            near = difflib.get_close_matches(str(key), fields, n=1)
            raise FieldError(f"unknown field '{key}'" + (f"; did you mean '{near[0]}'?" if near else ""))
        attribute, convert = fields[key]
        try:
            values[attribute] = convert(value)
        except FieldError as error:
            raise FieldError(f"field '{key}': {error}") from error
    return values


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise FieldError(f"must be a text (quote it), not {value!r}")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise FieldError(f"must be a list of texts, not {value!r}")
    return tuple([_text(member) for member in value])


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise FieldError(f"must be true or false, not {value!r}")
    return value


def _day(value: object) -> str:
    """Accept a day, or a year or month alone, as YAML reads it."""
    if isinstance(value, date | int | str) and not isinstance(value, bool):
        return str(value)
    raise FieldError(f"must be a date (2024-07-05), a month or a year, not {value!r}")


def _case(value: object) -> Case:
    try:
        return Case(_text(value))
    except ValueError as error:
        raise FieldError(f"must be upper or exact, not {value!r}") from error


def _surname_alone(value: object) -> SurnameAlone:
    try:
        return SurnameAlone(_text(value))
    except ValueError as error:
        raise FieldError(f"must be one of {', '.join(SurnameAlone)}, not {value!r}") from error


ALIAS_FIELDS: Fields = {
    "form": ("form", _text),
    "case": ("case", _case),
    "not_after": ("not_after", _texts),
    "not_before": ("not_before", _texts),
    "not_with": ("not_with", _texts),
    "needs_article": ("needs_article", _flag),
    "not_before_capital": ("not_before_capital", _flag),
    "needs": ("needs", _texts),
    "unless": ("unless", _texts),
}
ROLE_FIELDS: Fields = {"what": ("what", _text), "of": ("of", _text), "from": ("since", _day), "to": ("until", _day)}


def _alias(value: object) -> Alias:
    """Accept a bare form, or a mapping of a form and its conditions."""
    if not isinstance(value, dict):
        return Alias(_text(value))
    if "form" not in value:
        raise FieldError(f"an alias with conditions needs a 'form': {value!r}")
    return Alias(**parsed(value, ALIAS_FIELDS))


def _role(value: object) -> Role:
    if not isinstance(value, dict) or "what" not in value:
        raise FieldError(f"must be a mapping with 'what' (and of, from, to), not {value!r}")
    return Role(**parsed(value, ROLE_FIELDS))


def _each(convert: Callable[[object], object]) -> Callable[[object], object]:
    """Return what converts a list with `convert` for its members."""

    def convert_all(value: object) -> object:
        if not isinstance(value, list):
            raise FieldError(f"must be a list, not {value!r}")
        return tuple([convert(member) for member in value])

    return convert_all


ENTITY_FIELDS: Fields = {
    "id": ("id", _text),
    "label": ("label", _text),
    "aliases": ("aliases", _each(_alias)),
    "context_aliases": ("context_aliases", _each(_alias)),
    "seen_as": ("seen_as", _texts),
    "never": ("never", _texts),
    "implies": ("implies", _texts),
    "given": ("given", _texts),
    "surname": ("surname", _text),
    "surname_alone": ("surname_alone", _surname_alone),
    "country": ("country", _text),
    "roles": ("roles", _each(_role)),
    "demonyms": ("demonyms", _each(_alias)),
    "metonyms": ("metonyms", _each(_alias)),
    "combining": ("combining", _texts),
}
