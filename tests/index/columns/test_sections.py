"""Arrays come back from a file as they went in, and damage is noticed where it is."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.columns.sections import ALIGNMENT, BLOCK, FOOTER_SIZE, MAGIC, VERSION, Sections, SectionsWriter
from index.errors import DamagedIndexError

ARRAYS: dict[str, NDArray[np.generic]] = {
    "bytes": np.arange(7, dtype=np.uint8),
    "large": np.arange(3 * BLOCK // 8, dtype=np.int64),
    "signed": np.array([-(2**31), 0, 2**31 - 1], np.int32),
    "table": np.arange(6, dtype=np.uint64).reshape(2, 3),
    "nothing": np.zeros((0, 4), np.uint64),
    "big endian": np.array([1, 2**40], ">i8"),
    "every other": np.arange(10, dtype=np.int32)[::2],
}


def written(path: Path, prefix: bytes = b"prefix") -> Sections:
    with SectionsWriter(path, prefix) as writer:
        for name, array in ARRAYS.items():
            writer.write(name, array)
        writer.close({"about": "été"})
    return Sections(path)


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 16
    path.write_bytes(data)


def test_arrays_come_back_aligned_little_endian_and_read_only(tmp_path: Path) -> None:
    sections = written(tmp_path / "file")
    assert (sections.about, sections.names()) == ({"about": "été"}, tuple(ARRAYS))
    start = sections.array("bytes").ctypes.data - ALIGNMENT
    for name, array in ARRAYS.items():
        found = sections.array(name)
        assert np.array_equal(found, array)
        assert (found.shape, found.dtype) == (array.shape, array.dtype.newbyteorder("<"))
        assert not found.size or (found.ctypes.data - start) % ALIGNMENT == 0
        assert not found.flags.writeable


@given(st.lists(st.lists(st.integers(0, 255), max_size=20), max_size=10))
@settings(deadline=None)
def test_what_is_appended_is_one_array(tmp_path_factory: pytest.TempPathFactory, parts: list[list[int]]) -> None:
    path = tmp_path_factory.mktemp("sections") / "file"
    with SectionsWriter(path) as writer:
        writer.begin("numbers", np.dtype(np.int32))
        for part in parts:
            writer.append(np.array(part, np.int64))
        size, checksum = writer.close({})
    sections = Sections(path)
    assert sections.array("numbers").tolist() == [number for part in parts for number in part]
    assert (sections.size, sections.checksum) == (size, checksum) == (path.stat().st_size, sections.checksum)


def test_damage_is_no_matter_to_who_reads_elsewhere(tmp_path: Path) -> None:
    written(tmp_path / "file")
    flip(tmp_path / "file", 2 * BLOCK)
    sections = Sections(tmp_path / "file")
    assert np.array_equal(sections.array("bytes"), ARRAYS["bytes"])
    assert len(sections.part("bytes", 2, 5)) == 3
    for _ in range(2):
        with pytest.raises(DamagedIndexError, match="block 2"):
            sections.array("large")
    assert sections.damaged_sections() == ("large",)


def test_damage_before_the_sections_is_found_too(tmp_path: Path) -> None:
    written(tmp_path / "file", bytes(2 * BLOCK))
    flip(tmp_path / "file", 9)
    assert Sections(tmp_path / "file").damaged_sections() == ("prefix",)


def test_a_file_that_could_not_be_finished_is_taken_away(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), SectionsWriter(tmp_path / "file") as writer:
        writer.write("table", ARRAYS["table"])
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def newer(data: bytes) -> bytes:
    """The same file in a format that is yet to come."""
    facts = struct.pack("<QIII", *struct.unpack("<QII", data[-FOOTER_SIZE:-16]), VERSION + 1)
    return data[:-FOOTER_SIZE] + facts + struct.pack("<I", zlib.crc32(facts)) + MAGIC


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: b"", "less than a footer"),
        (lambda data: data[:-1], "its end is missing"),
        (lambda data: data[:100] + data[200:], "written with another length"),
        (lambda data: data.replace("été".encode(), b"hiver"), "checksum of its directory"),
        (newer, f"format version {VERSION + 1}"),
    ],
)
def test_a_file_that_is_not_whole_says_why(tmp_path: Path, change: Callable[[bytes], bytes], reason: str) -> None:
    path = tmp_path / "file"
    written(path)
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(DamagedIndexError, match=reason) as raised:
        Sections(path)
    assert raised.value.path == path
