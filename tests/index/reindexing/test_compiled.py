"""A gazetteer is kept with its forms, and loaded again when what it is made of changes or what is kept is spoilt."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.config import load_config
from index.entities.gazetteer.entity import Alias, Case, Entity, Role
from index.entities.gazetteer.gazetteer import Gazetteer
from index.reindexing import compiled
from index.reindexing.compiled import NAME
from index.reindexing.recipe import Recipe


def made() -> Gazetteer:
    """A gazetteer with a record of every sort."""
    person = Entity("person", "a", "Anne B.", roles=(Role("ministre", "fr"),), aliases=(Alias("AB", Case.UPPER),))
    return Gazetteer([person], {"congolais": ("cd", "cg")}, ["Point rouge"], [Entity("person", "c", "Carl D.")])


def unwanted() -> Gazetteer:
    pytest.fail("loaded again")


def told(gazetteer: Gazetteer) -> tuple[object, ...]:
    """All that a gazetteer says of itself."""
    said = (gazetteer.entities, gazetteer.ambiguous, gazetteer.phrases, gazetteer.removed)
    return *said, gazetteer.forms, gazetteer.full_names, gazetteer.name_tokens(), gazetteer.entity("person", "a")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a gazetteer that is kept as « one »."""
    compiled.compiled(tmp_path, lambda: "one", made)
    return tmp_path


def test_what_is_kept_is_what_was_loaded_and_is_loaded_once(folder: Path) -> None:
    kept = compiled.compiled(folder, lambda: "one", unwanted)
    assert told(kept) == told(made())
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_another_fingerprint_is_another_gazetteer(folder: Path) -> None:
    empty = Gazetteer([], {})
    assert compiled.compiled(folder, lambda: "two", lambda: empty) is empty
    assert compiled.compiled(folder, lambda: "two", unwanted).entities == ()
    assert compiled.compiled(folder, lambda: "one", made).entities


def test_what_was_saved_while_it_was_loaded_is_not_kept(folder: Path) -> None:
    fingerprints = iter(["two", "three"])
    compiled.compiled(folder, lambda: next(fingerprints), lambda: Gazetteer([], {}))
    assert compiled.compiled(folder, lambda: "one", unwanted).entities


def _shortened(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _altered(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Anne", b"Inne"))


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _opened(path: Path) -> None:
    path.parent.chmod(0o777)


@pytest.mark.parametrize("spoil", [_shortened, _altered, _emptied, _opened, Path.unlink])
def test_what_is_spoilt_or_may_be_of_others_making_is_not_believed(folder: Path, spoil: Callable[[Path], None]) -> None:
    spoil(folder / NAME)
    loaded = made()
    assert compiled.compiled(folder, lambda: "one", lambda: loaded) is loaded


def asking(module: str, name: str, argument: str) -> bytes:
    """A pickle that calls a function with a text."""
    texts = b"".join(pickle.SHORT_BINUNICODE + bytes([len(text)]) + text.encode() for text in (module, name))
    called = pickle.SHORT_BINUNICODE + bytes([len(argument)]) + argument.encode() + pickle.TUPLE1 + pickle.REDUCE
    return pickle.PROTO + b"\x04" + texts + pickle.STACK_GLOBAL + called + pickle.STOP


@pytest.mark.parametrize(
    ("module", "name"), [("os", "mkdir"), ("index.entities.gazetteer.forms", "re.enum.sys.modules.__class__")]
)
def test_a_pickle_that_asks_for_a_function_is_not_obeyed(folder: Path, module: str, name: str) -> None:
    content = asking(module, name, str(folder / "made"))
    (folder / NAME).write_bytes(f"one {zlib.crc32(content):08x}\n".encode() + content)
    loaded = made()
    assert compiled.compiled(folder, lambda: "one", lambda: loaded) is loaded
    assert not (folder / "made").exists()


def test_what_runs_that_were_killed_were_about_to_keep_is_swept_away(folder: Path) -> None:
    (folder / f"{NAME}.123").write_bytes(b"half")
    compiled.sweep_compiled(folder)
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_a_folder_that_is_not_there_costs_only_time(tmp_path: Path) -> None:
    assert compiled.compiled(tmp_path / "none", lambda: "one", made).entities
    assert not (tmp_path / "none").exists()


def test_a_recipe_gives_the_same_names_from_its_files_and_from_what_is_kept_until_a_file_changes(
    tmp_path: Path,
) -> None:
    recipe = replace(Recipe.of(load_config(None, {})), folder=tmp_path, own=tmp_path / "own.yaml")
    first, second = recipe.gazetteer(), recipe.gazetteer()
    assert (tmp_path / NAME).exists()
    assert (first.entities, first.forms, first.name_tokens()) == (second.entities, second.forms, second.name_tokens())
    (tmp_path / "own.yaml").write_text("person:\n- {label: Zéphirin Quidam}\n", "utf-8")
    assert recipe.gazetteer().entity("person", "zephirin-quidam")
