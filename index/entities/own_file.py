"""A curator's decision goes in; the user's own gazetteer file is changed, its comments and order kept."""

from __future__ import annotations

import os
import tempfile
from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from index.entities.loading import PHRASES
from index.entities.words import folded, slug
from index.errors import GazetteerError

_HEADER = "Names of our own: entries here add to those of the program, change them, or remove them (remove: true)."
_OPPOSITE = {"seen_as": "never", "never": "seen_as"}


def accept(path: Path, kind: str, entity: str, words: str) -> None:
    """Make `words` a confirmed spelling (`seen_as`) of the listed entity. Raises GazetteerError."""
    _note(path, kind, entity, "seen_as", words)


def reject(path: Path, kind: str, entity: str, words: str) -> None:
    """Make `words` a form that is never to be resolved to the listed entity. Raises GazetteerError."""
    _note(path, kind, entity, "never", words)


def add_entity(path: Path, kind: str, label: str) -> str:
    """Make an unverified name an entry of its own, and return its id. Raises GazetteerError."""
    document = _read(path)
    _entry(document, kind, slug(label))["label"] = label
    _drop(document, PHRASES, label)
    _write(path, document)
    return slug(label)


def refuse(path: Path, words: str) -> None:
    """Note that `words` are no name at all, so that nothing is found in them. Raises GazetteerError."""
    document = _read(path)
    _append(document, PHRASES, words)
    _write(path, document)


def _note(path: Path, kind: str, entity: str, field: str, words: str) -> None:
    """Add the words to one of the two opposite fields, and take them from the other: the later answer counts."""
    document = _read(path)
    entry = _entry(document, kind, entity)
    _append(entry, field, words)
    _drop(entry, _OPPOSITE[field], words)
    if field == "seen_as":
        _drop(document, PHRASES, words)
    _write(path, document)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 120
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _read(path: Path) -> CommentedMap:
    if not path.exists():
        document = CommentedMap()
        document.yaml_set_start_comment(_HEADER)
        return document
    try:
        document = _yaml().load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise GazetteerError(f"cannot be read: {error}", path) from error
    if document is None:
        document = CommentedMap()
    if not isinstance(document, CommentedMap):
        raise GazetteerError("must be a mapping of kinds to lists of entries", path)
    return document


def _entry(document: CommentedMap, kind: str, entity: str) -> CommentedMap:
    """Return the entry of that id under that kind, made where there is none."""
    entries = document.setdefault(kind, CommentedSeq())
    for entry in entries:
        if entry.get("id") == entity or ("id" not in entry and slug(entry.get("label", "")) == entity):
            found: CommentedMap = entry
            return found
    made = CommentedMap(id=entity)
    entries.append(made)
    return made


def _append(mapping: CommentedMap, field: str, words: str) -> None:
    forms = mapping.setdefault(field, CommentedSeq())
    if folded(words) not in [folded(form) for form in forms]:
        forms.append(words)


def _drop(mapping: CommentedMap, field: str, words: str) -> None:
    """Take the words out of a list, and the list where nothing is left of it."""
    forms: list[str] = mapping.get(field) or []
    for at in reversed([at for at, form in enumerate(forms) if folded(form) == folded(words)]):
        del forms[at]
    if field in mapping and not forms:
        del mapping[field]


def _write(path: Path, document: CommentedMap) -> None:
    """Replace the file whole: a reader never sees half of it."""
    text = StringIO()
    _yaml().dump(document, text)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text.getvalue())
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    Path(name).replace(path)
