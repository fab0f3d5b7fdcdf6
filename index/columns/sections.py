"""Named arrays go into one file and come out of it memory-mapped, checked and read-only.

A file is whatever precedes (nothing, or a Whoosh table of contents), the sections, a directory and a footer; it is
found from its end. Every block of 64 KiB before the directory has a CRC-32, verified once, when it is first touched:
opening costs the same however large the file is, and a query pays only for what it reads. docs/index-format.md has
the layout byte by byte.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from numpy.typing import NDArray

from index.errors import DamagedIndexError

MAGIC = b"DEPECHE\n"
VERSION = 1
BLOCK = 1 << 16
ALIGNMENT = 64
# The facts of a footer: offset, length and CRC-32 of the directory, the format version. Then their own CRC-32.
FACTS = struct.Struct("<QIII")
SEAL = struct.Struct("<I8s")
FOOTER_SIZE = FACTS.size + SEAL.size

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section is: the type and shape of its array, its offset and length in bytes."""

    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    offset: int
    length: int


class SectionsWriter:
    """Writes one file; a section may be appended to until the next one begins."""

    def __init__(self, path: Path, prefix: bytes = b"") -> None:
        self._path = path
        self._file: BinaryIO = path.open("xb")
        self._places: dict[str, Place] = {}
        self._size = 0
        self._block = bytearray()
        self._checksums: list[int] = []
        self._put(prefix)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: TracebackType | BaseException | None) -> None:
        if kind is not None:
            # Half a file is of no use, and the disk may be full.
            self._path.unlink(missing_ok=True)
        self._file.close()

    def write(self, name: str, array: Array) -> None:
        """Add a whole section."""
        little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
        self.begin(name, little.dtype)
        self._put(little.data.cast("B") if little.size else b"")
        self._places[name] = Place(little.dtype, little.shape, self._places[name].offset, little.nbytes)

    def begin(self, name: str, dtype: np.dtype[Any]) -> None:
        """Begin a section of one dimension, to be filled by `append`."""
        self._put(bytes(-self._size % ALIGNMENT))
        self._places[name] = Place(dtype.newbyteorder("<"), (0,), self._size, 0)

    def append(self, array: Array) -> None:
        """Add to the section begun last."""
        name, place = next(reversed(self._places.items()))
        little = np.ascontiguousarray(array, place.dtype)
        self._put(little.data.cast("B") if little.size else b"")
        length = place.length + little.nbytes
        self._places[name] = Place(place.dtype, (length // place.dtype.itemsize,), place.offset, length)

    def close(self, about: Mapping[str, Any]) -> tuple[int, int]:
        """Add `about` (anything JSON can say), the directory and the footer; return the file's size and checksum.

        The checksum covers the directory, and through it every block.
        """
        end = self._size
        self._end_block()
        directory = json.dumps(
            {
                "about": about,
                "checksums": np.array(self._checksums, "<u4").tobytes().hex(),
                "sections": {n: [p.dtype.str, p.shape, p.offset] for n, p in self._places.items()},
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        checksum = zlib.crc32(directory)
        self._file.write(directory)
        facts = FACTS.pack(end, len(directory), checksum, VERSION)
        self._file.write(facts + SEAL.pack(zlib.crc32(facts), MAGIC))
        self._file.close()
        return end + len(directory) + FOOTER_SIZE, checksum

    def _put(self, data: bytes | memoryview) -> None:
        self._size += len(data)
        view = memoryview(data)
        while view:
            room = BLOCK - len(self._block)
            self._block += view[:room]
            view = view[room:]
            if len(self._block) == BLOCK:
                self._end_block()

    def _end_block(self) -> None:
        if self._block:
            self._checksums.append(zlib.crc32(self._block))
            self._file.write(self._block)
            self._block = bytearray()


class Sections:
    """One file, open for reading; used by any number of threads without locks.

    `about` is what the writer said of the file; `size` (bytes) and `checksum` identify its content. Raises
    `DamagedIndexError` where the file is not what was written, and `FileNotFoundError`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            self.size = os.fstat(file.fileno()).st_size
            if self.size < FOOTER_SIZE:
                raise DamagedIndexError(path, f"it has {self.size} bytes, less than a footer")
            self._map = np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8)
        facts = self._map[-FOOTER_SIZE : -SEAL.size].tobytes()
        if self._map[-SEAL.size :].tobytes() != SEAL.pack(zlib.crc32(facts), MAGIC):
            raise DamagedIndexError(path, "its end is missing or overwritten")
        self.end, length, self.checksum, version = FACTS.unpack(facts)
        if version != VERSION:
            raise DamagedIndexError(path, f"it has format version {version}, this program reads version {VERSION}")
        if self.end + length + FOOTER_SIZE != self.size:
            raise DamagedIndexError(path, f"it has {self.size} bytes, but was written with another length")
        directory = self._map[self.end : self.end + length].tobytes()
        if zlib.crc32(directory) != self.checksum:
            raise DamagedIndexError(path, "the checksum of its directory is wrong")
        self._read_directory(json.loads(directory))

    def _read_directory(self, directory: dict[str, Any]) -> None:
        self.about: dict[str, Any] = directory["about"]
        self._checksums = np.frombuffer(bytes.fromhex(directory["checksums"]), "<u4")
        self._verified = np.zeros(len(self._checksums), np.bool_)
        self._places = {
            name: Place(np.dtype(dtype), tuple(shape), offset, int(np.prod(shape)) * np.dtype(dtype).itemsize)
            for name, (dtype, shape, offset) in directory["sections"].items()
        }

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def names(self) -> tuple[str, ...]:
        """The names of the sections, in the order they were written."""
        return tuple(self._places)

    def array(self, name: str) -> Array:
        """A whole section. Raises `DamagedIndexError` where its bytes are not what was written."""
        place = self._places[name]
        return self._bytes(place.offset, place.length).view(place.dtype).reshape(place.shape)

    def part(self, name: str, start: int, stop: int) -> NDArray[np.uint8]:
        """Bytes `start` to `stop` of a section of bytes; only the blocks they lie in are verified."""
        place = self._places[name]
        return self._bytes(place.offset + start, min(stop, place.length) - start)

    def _bytes(self, offset: int, length: int) -> NDArray[np.uint8]:
        first, stop = offset // BLOCK, -(-(offset + length) // BLOCK)
        if not self._verified[first:stop].all():
            for block in first + np.flatnonzero(~self._verified[first:stop]):
                if not self._verify(int(block)):
                    raise DamagedIndexError(self.path, f"the checksum of its block {block} is wrong")
        return self._map[offset : offset + length]

    def _verify(self, block: int) -> bool:
        data = self._map[block * BLOCK : min((block + 1) * BLOCK, self.end)]
        good = zlib.crc32(data.data) == int(self._checksums[block])
        self._verified[block] = good
        return good

    def damaged_sections(self) -> tuple[str, ...]:
        """Read the whole file, and name the sections that are not what was written; "prefix" is what precedes them."""
        bad = [block * BLOCK for block in range(len(self._checksums)) if not self._verify(block)]
        prefix = min((place.offset for place in self._places.values()), default=self.end)
        places = {"prefix": Place(np.dtype(np.uint8), (prefix,), 0, prefix)} | self._places
        return tuple(
            name
            for name, place in places.items()
            if any(block < place.offset + place.length and place.offset < block + BLOCK for block in bad)
        )
