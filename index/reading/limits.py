"""How much of a file is read at most, so that no file can exhaust the memory of the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, after decompression: of one article, and of a file that holds many of them."""

    article: int = 10_000_000
    file: int = 4_000_000_000
