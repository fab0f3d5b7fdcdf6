"""The sorted terms of one field: texts go in, term numbers come out, and the other way round.

Terms are ordered by their UTF-8 bytes, which is also the order of their code points. A term's number is its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.columns.arrays import bounds, signed
from index.columns.sections import Sections, SectionsWriter


def write_vocabulary(writer: SectionsWriter, field: str, terms: Sequence[str]) -> None:
    """Write the sections of `terms`, which are sorted and distinct."""
    encoded = [term.encode() for term in terms]
    writer.write(f"{field}.terms", np.frombuffer(b"".join(encoded), np.uint8))
    writer.write(f"{field}.term_offsets", signed(bounds(np.fromiter(map(len, encoded), np.int64, len(encoded)))))


class Vocabulary:
    """The terms of one field in one segment."""

    def __init__(self, sections: Sections, field: str) -> None:
        self._sections = sections
        self._field = field

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms(0, len(self)))

    @cached_property
    def document_frequencies(self) -> NDArray[np.int32]:
        """The number of documents that hold each term."""
        return self._sections.array(f"{self._field}.document_frequencies")

    @cached_property
    def frequencies(self) -> NDArray[np.int32]:
        """The number of occurrences of each term."""
        return self._sections.array(f"{self._field}.frequencies")

    def term(self, number: int) -> str:
        """The text of a term."""
        return self._encoded(number).decode()

    def terms(self, start: int, stop: int) -> list[str]:
        """The texts of the terms from `start` to before `stop`."""
        ends = self._offsets[start : stop + 1]
        if len(ends) < 2:
            return []
        texts = self._bytes[ends[0] : ends[-1]].tobytes()
        return [texts[a:b].decode() for a, b in pairwise((ends - ends[0]).tolist())]

    def find(self, term: str) -> int:
        """The number of a term, -1 where the field has none such."""
        number = self._place(term.encode())
        return number if number < len(self) and self.term(number) == term else -1

    def place(self, term: str) -> int:
        """The number of a term, or of the first after it where the field has none such."""
        return self._place(term.encode())

    def prefix_range(self, prefix: str) -> tuple[int, int]:
        """The first term that begins with `prefix`, and the first after that which does not."""
        encoded = prefix.encode()
        # No UTF-8 text holds the byte 0xFF.
        return self._place(encoded), self._place(encoded + b"\xff")

    @cached_property
    def _bytes(self) -> NDArray[np.uint8]:
        return self._sections.array(f"{self._field}.terms")

    @cached_property
    def _offsets(self) -> NDArray[np.signedinteger]:
        return self._sections.array(f"{self._field}.term_offsets")

    def _encoded(self, number: int) -> bytes:
        return self._bytes[self._offsets[number] : self._offsets[number + 1]].tobytes()

    @cached_property
    def _heads(self) -> NDArray[np.uint64]:
        """The first eight bytes of each term, zeros after a shorter one, as a number: ordered as the terms are."""
        places = self._offsets[:-1, np.newaxis] + np.arange(8)
        heads = np.where(places < self._offsets[1:, np.newaxis], self._bytes.take(places, mode="clip"), 0)
        return heads.astype(np.uint8).view(">u8").ravel().astype(np.uint64)

    def _place(self, encoded: bytes) -> int:
        head = np.uint64(int.from_bytes(encoded[:8].ljust(8, b"\0"), "big"))
        first, stop = int(self._heads.searchsorted(head)), int(self._heads.searchsorted(head, side="right"))
        return bisect_left(range(stop), encoded, lo=first, key=self._encoded)
