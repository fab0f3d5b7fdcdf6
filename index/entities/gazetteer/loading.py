"""YAML files of names go in, a checked `Gazetteer` comes out, or an error that names file, entity and field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from index.entities.gazetteer.entity import Alias, Entity
from index.entities.gazetteer.fields import ENTITY_FIELDS, FieldError, parsed
from index.entities.gazetteer.forms import forms
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.text.words import folded, slug
from index.errors import GazetteerError, reason

Raw = dict[str, Any]
"""One entry as YAML gives it."""
Entries = dict[tuple[str, str], tuple[Raw, Path]]
"""Kind and id -> an entry and the file that it, or its last change, is from."""

FILES = Path(__file__).parents[2] / "gazetteers"
"""The files that come with the program."""

AMBIGUOUS = "ambiguous_demonyms"
PHRASES = "phrases"
_LISTED = ("aliases", "context_aliases", "seen_as", "demonyms", "metonyms", "combining")


def built_in(kind: str) -> Path:
    """Return the path of the gazetteer that comes with the program for person, country or organisation."""
    return FILES / f"{kind}.yaml"


def load_gazetteer(
    kinds: Mapping[str, Sequence[Path]], own: Path | None = None, read: Callable[[Path], Raw] | None = None
) -> Gazetteer:
    """Read the files of each kind, then the user's `own` file, which adds, changes or removes entries.

    In `own` each kind is a key with a list of entries under it. An entry with an id that exists changes that entity:
    lists are added to, single values replaced; `remove: true` takes it out. `phrases` lists what looks like a name and
    is none. `read` gives what a file says, by default `read_yaml`. Raises GazetteerError.
    """
    read = read or read_yaml
    entries: Entries = {}
    ambiguous: dict[str, tuple[str, ...]] = {}
    for kind, paths in kinds.items():
        for path in paths:
            document = read(path)
            ambiguous |= {form: tuple(ids) for form, ids in document.get(AMBIGUOUS, {}).items()}
            for entry in _listed(document.get("entities"), path):
                _add(entries, kind, entry, path)
    phrases: tuple[str, ...] = ()
    removed: Entries = {}
    if own is not None and own.exists():
        document = read(own)
        phrases = _phrases(document, own)
        for kind, entry in _own_entries(document, own, kinds):
            _change(entries, removed, kind, entry, own)
    entities = [_entity(kind, entry, path) for (kind, _), (entry, path) in entries.items()]
    _check_references(entities, {key: path for key, (_, path) in entries.items()})
    gone = [_entity(kind, entry, path) for (kind, _), (entry, path) in removed.items()]
    return Gazetteer(entities, ambiguous, phrases, gone)


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the mapping that the file holds; an empty file is an empty mapping."""
    try:
        document = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except OSError as error:
        raise GazetteerError(f"cannot be read ({error.strerror}). Check the path in config.yaml.", path) from error
    except yaml.YAMLError as error:
        raise GazetteerError(f"is not valid YAML: {reason(error)}", path) from error
    if document is None:
        return {}
    if not isinstance(document, dict):
        raise GazetteerError("must be a mapping with the key 'entities'", path)
    return document


def _listed(entries: object, path: Path) -> Iterator[Raw]:
    if not isinstance(entries, list):
        raise GazetteerError("needs a list of entries under 'entities'", path)
    for entry in entries:
        if not isinstance(entry, dict):
            raise GazetteerError(f"an entry is not a mapping: {entry!r}", path)
        yield entry


def _own_entries(document: Mapping[str, Any], path: Path, kinds: Iterable[str]) -> Iterator[tuple[str, Raw]]:
    for kind, entries in document.items():
        if kind == PHRASES:
            continue
        if kind not in kinds:
            raise GazetteerError(f"unknown kind '{kind}'; the kinds are {', '.join(kinds)}", path)
        for entry in _listed(entries or [], path):
            yield kind, entry


def _phrases(document: Mapping[str, Any], path: Path) -> tuple[str, ...]:
    phrases = document.get(PHRASES) or []
    if not isinstance(phrases, list) or not all(isinstance(phrase, str) and phrase.strip() for phrase in phrases):
        raise GazetteerError(f"'{PHRASES}' must be a list of texts", path)
    return tuple(phrases)


def _identified(entry: Raw, path: Path) -> Raw:
    """Return the entry with its id, made from the label where it is missing."""
    if not isinstance(entry.get("id", ""), str) or not isinstance(entry.get("label", ""), str):
        raise GazetteerError(f"'id' and 'label' must be texts (quote them): {entry!r}", path)
    if "id" in entry:
        return entry
    if "label" not in entry:
        raise GazetteerError(f"an entry has neither 'id' nor 'label': {entry!r}", path)
    return {"id": slug(entry["label"]), **entry}


def _add(entries: Entries, kind: str, entry: Raw, path: Path) -> None:
    entry = _identified(entry, path)
    if (kind, entry["id"]) in entries:
        raise GazetteerError("the id is taken by an earlier entry", path, entry["id"])
    entries[kind, entry["id"]] = entry, path


def _change(entries: Entries, removed: Entries, kind: str, entry: Raw, path: Path) -> None:
    entry = _identified(entry, path)
    key = kind, entry["id"]
    if entry.get("remove"):
        if key not in entries:
            raise GazetteerError("cannot be removed: there is no such entry", path, entry["id"])
        removed[key] = entries.pop(key)
        return
    removed.pop(key, None)
    before = entries[key][0] if key in entries else {}
    entries[key] = _merged(before, entry), path


def _merged(before: Raw, after: Raw) -> Raw:
    """Return `before` changed by `after`: lists are added to, other values replaced.

    What `after` lists is no longer refused by the `never` of `before`; its own `never` wins over every form.
    """
    before = _accepting(before, after)
    result = before | after
    for field in before.keys() & after.keys():
        old, new = before[field], after[field]
        if isinstance(old, list) and isinstance(new, list):
            result[field] = old + [member for member in new if member not in old]
    return result


def _accepting(before: Raw, after: Raw) -> Raw:
    """Return `before` without the refusals (`never`) of forms that `after` lists; nothing is checked yet."""
    never = before.get("never")
    if not isinstance(never, list):
        return before
    members = [member for field in _LISTED if isinstance(after.get(field), list) for member in after[field]]
    listed = [member.get("form") if isinstance(member, dict) else member for member in members]
    accepted = {folded(form) for form in listed if isinstance(form, str)}
    return before | {"never": [form for form in never if not isinstance(form, str) or folded(form) not in accepted]}


def _entity(kind: str, entry: Raw, path: Path) -> Entity:
    """Return the record of an entry, each field checked."""
    if "label" not in entry:
        raise GazetteerError("has no 'label'", path, entry["id"])
    try:
        return _without_refused_surname(Entity(kind, **parsed(entry, ENTITY_FIELDS)))
    except FieldError as error:
        raise GazetteerError(str(error), path, entry["id"]) from error


def _without_refused_surname(entity: Entity) -> Entity:
    """Return the entity without a family name that it refuses; its full names stay.

    Nor is that name refused as a phrase, unless it is listed, too: its words may still name somebody else who bears it.
    """
    surname = folded(entity.surname or "") if entity.never else ()
    if surname not in entity.refused:
        return entity
    full = tuple(Alias(name) for name in entity.full_names if name not in {alias.form for alias in entity.names})
    others = tuple(form for form in entity.never if folded(form) != surname)
    bare = entity._replace(surname=None, aliases=(*entity.aliases, *full), never=others)
    listed = any(form.tokens == surname for form in forms(bare))
    return bare._replace(never=entity.never) if listed else bare


def _check_references(entities: Sequence[Entity], paths: Mapping[tuple[str, str], Path]) -> None:
    """Refuse ids that name no entity; where a kind of the program is not loaded, that cannot be told."""
    if not {"person", "country", "organisation"} <= {entity.kind for entity in entities}:
        return
    known = {entity.id for entity in entities}
    for entity in entities:
        conditions = [*entity.names, *entity.context_aliases, *entity.metonyms]
        named = {name for alias in conditions for name in (*alias.needs, *alias.unless)}
        named |= {*entity.implies, *entity.countries}
        if unknown := sorted(named - known):
            raise GazetteerError(f"refers to unknown ids: {', '.join(unknown)}", paths[entity.key], entity.id)
