"""What is known of the files survives the way to disk and back, or is refused."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DamagedIndexError
from index.reindexing.catalogue import Catalogue, Fault, FileState, Learnt, faults_of, load, save, sweep, written_faults

# Names of files are bytes that need not be UTF-8; they never hold NUL.
names = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1)
plain = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)))
states = st.builds(FileState, names, *[plain] * 7)
learnt = st.builds(Learnt, st.integers(0, 10**9), st.frozensets(st.integers(0, 2**64 - 1)))
faults = st.lists(st.builds(Fault, st.just("a"), st.none() | st.integers(1, 10**9), plain)).map(tuple)


@given(st.lists(states, unique_by=lambda state: state.path), st.dictionaries(plain, learnt))
def test_a_catalogue_survives_the_way_to_disk(
    tmp_path_factory: pytest.TempPathFactory, files: list[FileState], known: dict[str, Learnt]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    catalogue = Catalogue({state.path: state for state in files}, known)
    assert load(folder, save(folder, catalogue)) == catalogue


@given(faults)
def test_faults_survive_being_written(listed: tuple[Fault, ...]) -> None:
    assert faults_of(FileState("a", faults=written_faults(listed))) == listed


def test_a_file_without_faults_costs_nothing() -> None:
    assert written_faults(()) == ""


def test_a_catalogue_of_the_version_before_is_read_as_one_without_doubts(tmp_path: Path) -> None:
    data = "\0".join(['{"learnt": {}}', "a", "1 2 3 4", "00", "ff", "", "", "", "b", *"123456"]).encode()
    checksum = zlib.crc32(data).to_bytes(4, "little")
    (tmp_path / "catalogue-old").write_bytes(b"depeche catalogue 2\n" + checksum + data)
    files = load(tmp_path, "catalogue-old").files
    assert files == {"a": FileState("a", "1 2 3 4", "00", "ff"), "b": FileState("b", *"123456")}


def test_any_changed_byte_is_noticed(tmp_path: Path) -> None:
    name = save(tmp_path, Catalogue({"a": FileState("a", "1 2 3 4", "00", "ff")}))
    sound = (tmp_path / name).read_bytes()
    for place in range(len(sound)):
        for bit in (0x01, 0x10):
            (tmp_path / name).write_bytes(bytes([*sound[:place], sound[place] ^ bit, *sound[place + 1 :]]))
            with pytest.raises(DamagedIndexError):
                load(tmp_path, name)


@pytest.mark.parametrize("length", [0, 5, 20, 24, 30])
def test_a_truncated_catalogue_is_noticed(tmp_path: Path, length: int) -> None:
    name = save(tmp_path, Catalogue({"a": FileState("a", "1 2 3 4", "00", "ff")}))
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:length])
    with pytest.raises(DamagedIndexError):
        load(tmp_path, name)


def test_a_catalogue_that_is_not_there_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndexError):
        load(tmp_path, "catalogue-0")
    with pytest.raises(DamagedIndexError):
        load(tmp_path, "")


def test_saving_under_a_name_replaces(tmp_path: Path) -> None:
    name = save(tmp_path, Catalogue())
    newer = Catalogue({"a": FileState("a")})
    assert save(tmp_path, newer, name) == name
    assert load(tmp_path, name) == newer
    assert len(list(tmp_path.iterdir())) == 1


def test_sweeping_leaves_what_is_named_and_what_is_no_catalogue(tmp_path: Path) -> None:
    first, second = save(tmp_path, Catalogue()), save(tmp_path, Catalogue())
    (tmp_path / "MAIN_WRITELOCK").touch()
    sweep(tmp_path, [second])
    assert {path.name for path in tmp_path.iterdir()} == {second, "MAIN_WRITELOCK"}
    assert first != second
