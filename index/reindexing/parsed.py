"""A YAML file goes in, what it says comes out; kept as JSON beside the index, which is read twenty times as fast."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from index.entities.gazetteer.loading import read_yaml


def read_parsed(path: Path, folder: Path) -> dict[str, Any]:
    """What `read_yaml` gives for `path`, days as texts; parsed anew only if the file has changed since.

    `folder` keeps what was parsed, one file for each path. Raises `GazetteerError`.
    """
    kept = folder / f"parsed-{_hash(os.fsencode(path))}.json"
    # Only a shortcut: where something is wrong with what is kept, or it cannot be kept, the file itself is parsed.
    with suppress(OSError, ValueError, TypeError, KeyError):
        found = json.loads(kept.read_bytes())
        if found["digest"] == _hash(path.read_bytes()):
            document: dict[str, Any] = found["document"]
            return document
    document = read_yaml(path)
    with suppress(OSError, ValueError, TypeError):
        temporary = kept.with_name(f"{kept.name}.{os.getpid()}")
        content = {"digest": _hash(path.read_bytes()), "document": document}
        temporary.write_text(json.dumps(content, default=str), "utf-8")
        temporary.replace(kept)
    return document


def _hash(content: bytes) -> str:
    return blake2b(content, digest_size=8).hexdigest()
