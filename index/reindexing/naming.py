"""Folders of articles and what an index knows of them go in; what the names of their articles begin with comes out.

Ids are made of names, and the links that readers keep, of ids. So a folder that comes, goes or takes another place in
the list renames the articles of no other: the names of the first begin with nothing, those of the others with the name
of their folder, and the index remembers it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from index.reading.discovery import readable


def name_folders(folders: Sequence[Path], known: Mapping[str, str] | None, paths: Collection[str]) -> dict[Path, str]:
    """What the names of each folder's articles begin with.

    `known` is what the index calls the folders; None where it does not say: `paths`, the names in it, must tell.
    """
    known = _as_before(folders, paths) if known is None else known
    given = {folder: known[str(folder)] for folder in folders if str(folder) in known}
    for place, folder in enumerate(folders):
        if folder not in given:
            is_plain = place == 0 and "" not in given.values()
            given[folder] = "" if is_plain else _distinct(folder, given.values())
    return {folder: given[folder] for folder in folders}


def _distinct(folder: Path, taken: Iterable[str]) -> str:
    """As much of the folder's own path as no other's articles begin with."""
    parts, others = [part for part in folder.absolute().parts if part != "/"], set(taken)
    names = (readable("/".join(parts[-depth:])) + "/" for depth in range(1, len(parts) + 1))
    return next((name for name in names if name not in others), "")


def _as_before(folders: Sequence[Path], paths: Collection[str]) -> dict[str, str]:
    """What versions that remembered nothing called several folders, the first too, if all of the paths begin so."""
    parts = [folder.absolute().parts for folder in folders]
    for depth in range(1, max(map(len, parts), default=0) + 1):
        names = ["/".join(part[-depth:]).lstrip("/") + "/" for part in parts]
        if len(set(names)) == len(set(parts)):
            is_so = len(folders) > 1 and paths and all(path.startswith(tuple(names)) for path in paths)
            return dict(zip(map(str, folders), names, strict=True)) if is_so else {}
    return {}
