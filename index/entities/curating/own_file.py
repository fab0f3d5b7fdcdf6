"""A curator's decision goes in; the user's own gazetteer file is changed, its comments and order kept."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from index.entities.curating.trailing import EVERY, attach, column_behind, column_of, detach
from index.entities.gazetteer.loading import PHRASES
from index.entities.text.words import folded, slug
from index.errors import GazetteerError, reason

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
    _check(path, label)
    file = _OwnFile(path)
    file.set_label(kind, slug(label), label)
    file.drop(file.document, PHRASES, label)
    file.write()
    return slug(label)


def refuse(path: Path, words: str) -> None:
    """Note that `words` are no name at all, so that nothing is found in them. Raises GazetteerError."""
    _check(path, words)
    file = _OwnFile(path)
    file.append(file.document, PHRASES, words)
    file.write()


def _note(path: Path, kind: str, entity: str, field: str, words: str) -> None:
    """Add the words to one of the two opposite fields, and take them from the other: the later answer counts."""
    _check(path, words)
    file = _OwnFile(path)
    entry = file.entry(kind, entity)
    file.append(entry, field, words)
    file.drop(entry, _OPPOSITE[field], words)
    if field == "seen_as":
        file.drop(file.document, PHRASES, words)
    file.write()


def _check(path: Path, words: str) -> None:
    if not folded(words):
        raise GazetteerError(f"nothing was written: {words!r} has no letter or digit to find it by", path)


class _OwnFile:
    """The user's file while it is changed: a mapping of kinds to entries, which may be missing or empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        text = self._text()
        self._newline = "\r\n" if "\r\n" in text else "\n"
        text = text.replace("\r\n", "\n")
        loaded = self._loaded(text)
        # A file of comments alone says nothing to YAML, which would lose them.
        self._before = text if loaded is None and text.strip() else ""
        self.document: CommentedMap = CommentedMap() if loaded is None else loaded
        if not path.exists():
            self.document.yaml_set_start_comment(_HEADER)

    def _text(self) -> str:
        try:
            return self._path.read_bytes().decode("utf-8-sig") if self._path.exists() else ""
        except (OSError, UnicodeDecodeError) as error:
            raise GazetteerError(f"cannot be read: {error}", self._path) from error

    def _loaded(self, text: str) -> CommentedMap | None:
        try:
            loaded = _yaml().load(text)
        except YAMLError as error:
            raise GazetteerError(f"is not valid YAML: {reason(error)}", self._path) from error
        if loaded is not None and not isinstance(loaded, CommentedMap):
            raise GazetteerError("must be a mapping of kinds to lists of entries", self._path)
        return loaded

    def entry(self, kind: str, entity: str) -> CommentedMap:
        """Return the entry of that id under that kind, made where there is none."""
        for entry in self._entries(kind):
            if entry.get("id") == entity or ("id" not in entry and _slug(entry.get("label")) == entity):
                return entry
        made = CommentedMap(id=entity)
        self._add(self.document, kind, made)
        return made

    def _entries(self, kind: str) -> Iterator[CommentedMap]:
        for entry in self._list(self.document, kind):
            if not isinstance(entry, CommentedMap):
                raise GazetteerError(f"an entry under '{kind}' is not a mapping: {entry!r}", self._path)
            yield entry

    def _list(self, mapping: CommentedMap, key: str) -> Iterable[Any]:
        """Return the list under that key; a key with nothing under it has an empty one."""
        found = mapping.get(key)
        if found is not None and not isinstance(found, CommentedSeq):
            raise GazetteerError(f"needs a list under '{key}', not {found!r}", self._path)
        return found or ()

    def set_label(self, kind: str, entity: str, label: str) -> None:
        """Give the entry of that id its label."""
        entry = self.entry(kind, entity)
        self._set(entry, "label", label)

    def append(self, mapping: CommentedMap, field: str, words: str) -> None:
        """Add words to the list under that field, unless they are there."""
        if folded(words) not in [folded(str(form)) for form in self._list(mapping, field)]:
            self._add(mapping, field, words)

    def drop(self, mapping: CommentedMap, field: str, words: str) -> None:
        """Take words out of the list under that field, and the list where nothing is left of it."""
        forms = self._list(mapping, field)
        places = [at for at, form in enumerate(forms) if folded(str(form)) == folded(words)]
        if not places:
            return
        behind = detach(mapping, field, EVERY)
        for at in reversed(places):
            del mapping[field][at]
        keys = list(mapping)
        # The first key stays, were it for the comments before it and behind it.
        if not mapping[field] and keys[0] != field:
            del mapping[field]
            field = keys[keys.index(field) - 1]
        attach(mapping, field, behind)

    def _add(self, mapping: CommentedMap, key: str, member: object) -> None:
        """Add a member to the list under a key; comments behind the list stay behind it."""
        if mapping.get(key) is None:
            self._set(mapping, key, _new_list(member))
            return
        behind = detach(mapping, key, column_of(mapping, key))
        mapping[key].append(member)
        attach(mapping, key, behind)

    def _set(self, mapping: CommentedMap, key: str, value: object) -> None:
        """Set a key, a new one last; comments behind the mapping stay behind it."""
        last = key if key in mapping else next(reversed(mapping), key)
        behind = detach(mapping, last, column_behind(mapping))
        mapping[key] = value
        attach(mapping, key, behind)

    def write(self) -> None:
        """Replace the file whole: a reader never sees half of it."""
        text = StringIO()
        _yaml().dump(self.document, text)
        before = self._before if not self._before or self._before.endswith("\n") else f"{self._before}\n"
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.name, suffix=".new")
        with os.fdopen(handle, "w", encoding="utf-8", newline=self._newline) as file:
            file.write(before + text.getvalue())
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(self._path.stat().st_mode & 0o777 if self._path.exists() else 0o644)
        Path(name).replace(self._path)


def _new_list(member: object) -> CommentedSeq:
    """Return a list of one: words in brackets, entries below each other."""
    made = CommentedSeq([member])
    if isinstance(member, str):
        made.fa.set_flow_style()
    return made


def _slug(label: object) -> str:
    return slug(label) if isinstance(label, str) else ""


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 120
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
