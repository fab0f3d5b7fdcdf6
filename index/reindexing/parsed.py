"""A YAML file goes in, what it says comes out; kept as JSON beside the index, which is read twenty times as fast."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from index.entities.gazetteer.loading import read_yaml
from index.reindexing.keeping import keep, sweep_kept
from index.reindexing.scanning import digest

PREFIX = "parsed-"


def read_parsed(path: Path, folder: Path) -> dict[str, Any]:
    """What `read_yaml` gives for `path`, days and keys as texts; parsed anew only if the file has changed since.

    `folder` keeps what was parsed, one file for each path. Raises `GazetteerError`.
    """
    kept = _kept(path, folder)
    hashed = digest(path)
    # Only a shortcut: where something is wrong with what is kept, or it cannot be kept, the file itself is parsed.
    with suppress(OSError, ValueError, TypeError, KeyError):
        found = json.loads(kept.read_bytes())
        if found["digest"] == hashed:
            document: dict[str, Any] = found["document"]
            return document
    document = read_yaml(path)
    with suppress(OSError, ValueError, TypeError):
        content = json.dumps({"digest": hashed, "document": document}, default=str)
        # As it will be found next time.
        document = json.loads(content)["document"]
        # Of a file that was saved while it was read, it is not known which of the two this is.
        if digest(path) == hashed:
            keep(kept, content.encode())
    return document


def sweep_parsed(folder: Path, paths: Iterable[Path]) -> None:
    """Remove what is kept of other files than these, and what runs that died were about to keep."""
    sweep_kept(folder, f"{PREFIX}*", {_kept(path, folder) for path in paths})


def _kept(path: Path, folder: Path) -> Path:
    return folder / f"{PREFIX}{blake2b(os.fsencode(path), digest_size=8).hexdigest()}.json"
