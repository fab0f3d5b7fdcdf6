"""Bytes go into a file beside the index, whole or not at all; what runs that died were about to keep goes out of it."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path


def keep(path: Path, content: bytes) -> None:
    """Write a file that may be lost, but not be half of one, whoever else writes it. Raises `OSError`."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    temporary.write_bytes(content)
    temporary.replace(path)


def sweep_kept(folder: Path, pattern: str, needed: Collection[Path] = ()) -> None:
    """Remove the files of a folder that a pattern fits and that are not needed; what cannot be removed stays."""
    with suppress(OSError):
        for path in folder.glob(pattern):
            if path not in needed:
                path.unlink(missing_ok=True)
