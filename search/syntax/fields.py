"""The kinds of facets go in; the names by which a reader may address a field in the search box come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

TITLE, SOURCE, AFTER, BEFORE = "title", "source", "after", "before"

# Folded, as they are compared.
_FRENCH = {"personne": "person", "pays": "country", "organisation": "organisation"}
_ENGLISH = {"organization": "organisation"}
_FIXED = {
    "titre": TITLE,
    "title": TITLE,
    "source": SOURCE,
    "apres": AFTER,
    "after": AFTER,
    "avant": BEFORE,
    "before": BEFORE,
}


def field_names(kinds: Iterable[str]) -> Mapping[str, str]:
    """Folded name -> field: "titre" to "title", "pays" to "country" if that is one of the kinds of facets."""
    own = {kind: kind for kind in kinds}
    return {name: kind for name, kind in (_FRENCH | _ENGLISH).items() if kind in own} | own | _FIXED


def box_name(kind: str) -> str:
    """The name by which the search box, which speaks French, writes a kind of facet."""
    return next((name for name, field in _FRENCH.items() if field == kind), kind)


def as_value(label: str) -> str:
    """A label as the value of a field in the search box."""
    return label if label.isalnum() else quoted(label)


def quoted(label: str) -> str:
    """A label in quotes that it does not close itself; names are compared without such signs."""
    if '"' in label or "”" in label:
        return f"«{label.replace('»', '')}»"
    return f'"{label}"'
