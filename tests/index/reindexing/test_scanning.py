"""Which files are new, changed, gone or as they were."""

from __future__ import annotations

import os
import time
import unicodedata
from pathlib import Path

import pytest

from index.reindexing import scanning
from index.reindexing.catalogue import Catalogue, FileState
from index.reindexing.scanning import Changes, compare, digest, relative_name, scan

LONG_AGO = time.time_ns() + 10**12
"""A time of scanning at which every file of a test has been left alone for a while."""


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning.time, "time_ns", lambda: LONG_AGO)


def known(folder: Path) -> Catalogue:
    """The catalogue of a folder as it is now."""
    found = scan({folder: ""})
    return Catalogue(
        {name: FileState(name, file.stamp, digest(file.path), articles=name) for name, file in found.files.items()}
    )


def told(changes: Changes) -> dict[str, set[str]]:
    return {
        "added": {file.relative for file in changes.added},
        "changed": {file.relative for file in changes.changed},
        "unchanged": {state.path for state in changes.unchanged},
        "touched": {state.path for state in changes.touched},
        "removed": {state.path for state in changes.removed},
        "unseen": {state.path for state in changes.unseen},
    }


def nothing(**but: set[str]) -> dict[str, set[str]]:
    heaps = ("added", "changed", "unchanged", "touched", "removed", "unseen")
    return {heap: but.get(heap, set()) for heap in heaps}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b/c.txt", "b/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


def test_every_kind_of_change_is_told(folder: Path) -> None:
    before = known(folder)
    (folder / "e.txt").write_text("e", "utf-8")
    (folder / "a.txt").write_text("changed", "utf-8")
    (folder / "b/c.txt").unlink()
    os.utime(folder / "b/d.txt", (1, 1))
    changes = compare(scan({folder: ""}), before)
    assert told(changes) == nothing(added={"e.txt"}, changed={"a.txt"}, removed={"b/c.txt"}, touched={"b/d.txt"})


def test_files_with_the_stamp_that_is_known_are_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = known(folder)
    monkeypatch.setattr(scanning, "digest", lambda path: pytest.fail(f"{path} was opened"))
    assert told(compare(scan({folder: ""}), before)) == nothing(unchanged={"a.txt", "b/c.txt", "b/d.txt"})


def test_a_touched_file_is_known_by_its_new_stamp_from_then_on(folder: Path) -> None:
    before = known(folder)
    os.utime(folder / "a.txt", (1, 1))
    (state,) = compare(scan({folder: ""}), before).touched
    assert state == known(folder).files["a.txt"]


def test_a_file_replaced_by_one_of_equal_size_and_time_is_changed(folder: Path) -> None:
    os.utime(folder / "a.txt", (1, 1))
    before = known(folder)
    (folder / "new.txt").write_text("x.txt", "utf-8")
    os.utime(folder / "new.txt", (1, 1))
    (folder / "new.txt").rename(folder / "a.txt")
    assert told(compare(scan({folder: ""}), before))["changed"] == {"a.txt"}


def test_a_file_touched_this_moment_has_no_stamp_to_rely_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touched = (folder / "a.txt").stat().st_ctime_ns
    for since, relied_on in ((0, False), (10**9, False), (10**10, True)):
        monkeypatch.setattr(scanning.time, "time_ns", lambda now=touched + since: now)
        assert bool(scan({folder: ""}).files["a.txt"].stamp) is relied_on


def test_what_stands_behind_something_unreadable_is_neither_gone_nor_changed(folder: Path) -> None:
    before = known(folder)
    (folder / "b").rename(folder / "elsewhere")
    (folder / "b").symlink_to(folder / "nowhere")
    changes = compare(scan({folder: ""}), before)
    assert told(changes)["unseen"] == {"b/c.txt", "b/d.txt"}
    assert told(changes)["removed"] == set()


def test_a_whole_archive_that_cannot_be_read_stays(folder: Path) -> None:
    before = known(folder)
    folder.rename(folder.with_name("moved"))
    found = scan({folder: ""})
    assert [fault.path for fault in found.faults] == ["."]
    assert told(compare(found, before)) == nothing(unseen={"a.txt", "b/c.txt", "b/d.txt"})


@pytest.mark.parametrize(
    ("path", "folders", "name"),
    [
        ("/x/a.txt", {"/x": ""}, "a.txt"),
        ("/x/b/a.txt", {"/x": ""}, "b/a.txt"),
        ("/x/b/a.txt", {"/x": "x/", "/y": ""}, "x/b/a.txt"),
        ("/y", {"/x": "", "/y": "y/"}, "y"),
        ("/x", {"/x": ""}, "."),
        ("/z/a.txt", {"/x": ""}, "/z/a.txt"),
        ("/x/e\u0301.txt", {"/x": ""}, "é.txt"),
    ],
)
def test_names_in_the_archive(path: str, folders: dict[str, str], name: str) -> None:
    assert relative_name(Path(path), {Path(folder): begun for folder, begun in folders.items()}) == name


def test_a_file_that_cannot_be_opened_has_no_digest(tmp_path: Path) -> None:
    assert digest(tmp_path / "none") == digest(tmp_path) == ""


def test_of_two_files_with_one_name_the_second_is_named_as_left_out(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / unicodedata.normalize(form, "é.txt")).write_text(form, "utf-8")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system takes both for one name")
    found = scan({tmp_path: ""})
    assert list(found.files) == ["é.txt"]
    (fault,) = found.faults
    assert fault.path == "é.txt"
    assert {r"e\u0301.txt", r"\xe9.txt"} == {
        name.strip("')").rpartition("/")[2] for name in fault.reason.split()[-3::2]
    }


def test_a_folder_called_like_a_part_of_another_hides_none_of_its_files(tmp_path: Path) -> None:
    for name in ("a/presse/1.txt", "presse/1.txt", "presse/2.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    found = scan({tmp_path / "a": "", tmp_path / "presse": "presse/"})
    assert (list(found.files), [fault.path for fault in found.faults]) == (
        ["presse/1.txt", "presse/2.txt"],
        ["presse/1.txt"],
    )
