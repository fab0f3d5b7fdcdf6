"""What loads a gazetteer goes in, the gazetteer comes out with all that it gives; kept as a pickle beside the index."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from index.columns.generation import check_private
from index.entities.gazetteer.entity import Alias, Case, Entity, Role, SurnameAlone
from index.entities.gazetteer.forms import Form
from index.entities.gazetteer.full_names import FullName
from index.entities.gazetteer.gazetteer import Gazetteer
from index.errors import UnsafeIndexError
from index.reindexing.keeping import keep, sweep_kept

NAME = "gazetteer.pickle"
RECORDS = {
    (record.__module__, record.__name__): record
    for record in (Alias, Case, Entity, Form, FullName, Gazetteer, Role, SurnameAlone)
}


def compiled(folder: Path, fingerprint: Callable[[], str], load: Callable[[], Gazetteer]) -> Gazetteer:
    """The gazetteer that `load` gives: a fifth of its time where `folder` keeps one of the same fingerprint.

    `fingerprint` tells, in one line, of all that it is made of, as that is now. Raises what these two raise.
    """
    now = fingerprint()
    kept = _kept(folder, now)
    if kept is not None:
        return kept
    made = load()
    _ = made.forms, made.full_names, made.name_tokens()  # what every process would make of it
    # Of files that were saved meanwhile, it is not known which of the two this is.
    if fingerprint() == now:
        _keep(folder, now, made)
    return made


def sweep_compiled(folder: Path) -> None:
    """Remove what runs that died were about to keep."""
    sweep_kept(folder, f"{NAME}.*")


def _kept(folder: Path, fingerprint: str) -> Gazetteer | None:
    """What is kept under this fingerprint; None where that is nothing, spoilt, or may be of others' making."""
    # Only a shortcut: whatever is wrong with what is kept, the files themselves are read.
    with suppress(OSError, UnsafeIndexError, pickle.UnpicklingError):
        check_private(folder)
        header, _, content = (folder / NAME).read_bytes().partition(b"\n")
        if header == _header(fingerprint, content):
            found: Gazetteer = _Records(BytesIO(content)).load()
            return found
    return None


def _keep(folder: Path, fingerprint: str, made: Gazetteer) -> None:
    with suppress(OSError):
        content = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        keep(folder / NAME, _header(fingerprint, content) + b"\n" + content)


def _header(fingerprint: str, content: bytes) -> bytes:
    return f"{fingerprint} {zlib.crc32(content):08x}".encode()


class _Records(pickle.Unpickler):
    """Reads records of gazetteers and nothing else: a pickle may ask for any function."""

    def find_class(self, module: str, name: str) -> Any:
        # A name may have dots, and lead from any module to every other.
        if (module, name) not in RECORDS:
            raise pickle.UnpicklingError(f"{module}.{name} is no record of a gazetteer")
        return RECORDS[module, name]
