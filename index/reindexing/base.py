"""The folder of an index goes in; what a run builds on comes out: the newest generation and its catalogue."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.article import Article
from index.columns import Generation, Segment, open_generation
from index.columns.generation import published, read_contents, toc_path
from index.columns.sections import Sections
from index.errors import DamagedIndexError, IndexMissingError
from index.reindexing.catalogue import Catalogue, FileState, load, sweep
from index.reindexing.naming import name_folders

FINGERPRINTS, CATALOGUE, FOLDERS = "fingerprints", "catalogue", "folders"
"""The keys of a generation's metadata under which these are kept."""


@dataclass(frozen=True, slots=True)
class Base:
    """What is there already.

    `catalogue_name` is the file of the catalogue, "" where it is lost and `catalogue` made up from the articles;
    `folders` are what the names of the articles of each folder begin with, None where the index does not say;
    `why_full` says why nothing can be built on it, "" where that is no trouble.
    """

    generation: Generation | None = None
    catalogue: Catalogue = field(default_factory=Catalogue)
    catalogue_name: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] | None = None
    why_full: str = ""

    def named(self, folders: Sequence[Path]) -> dict[Path, str]:
        """What the names of the articles of these folders begin with."""
        return name_folders(folders, self.folders, self.catalogue.files)


def open_base(folder: Path) -> Base:
    """The newest generation with what belongs to it; what is missing or damaged is a reason to rebuild, no error."""
    try:
        generation = open_generation(folder)
    except IndexMissingError:
        return Base(why_full="this is the first run")
    except DamagedIndexError as error:
        return _surviving(folder, damaged(error))
    return base_of(folder, generation)


def base_of(folder: Path, generation: Generation) -> Base:
    """A generation of the index with what belongs to it; a catalogue that is lost is a reason to rebuild."""
    fingerprints = json.loads(generation.metadata.get(FINGERPRINTS, "{}"))
    name, folders = generation.metadata.get(CATALOGUE, ""), _folders(generation.metadata)
    try:
        return Base(generation, load(folder, name), name, fingerprints, folders)
    except DamagedIndexError as error:
        why_full = f"the catalogue is lost ({error.reason})"
        return Base(generation, _recovered(generation), "", fingerprints, folders, why_full)


def damaged(error: DamagedIndexError) -> str:
    """Damage, as a reason to rebuild."""
    return f"the index is damaged ({error.path.name}: {error.reason})"


def _surviving(folder: Path, why_full: str) -> Base:
    """The catalogue of a generation that cannot be opened, by which it is known what ought to be there."""
    try:
        told = read_contents(Sections(toc_path(folder, published(folder)[-1]))).metadata
        return Base(catalogue=load(folder, told.get(CATALOGUE, "")), folders=_folders(told), why_full=why_full)
    except DamagedIndexError:
        return Base(why_full=why_full)


def _folders(told: Mapping[str, str]) -> dict[str, str] | None:
    """What a generation calls the folders; None where it was made before they were remembered."""
    names: dict[str, str] | None = json.loads(told.get(FOLDERS, "null"))
    return names


def metadata(fingerprints: Mapping[str, str], catalogue_name: str, folders: Mapping[Path, str]) -> dict[str, str]:
    """What a generation says of itself, for `open_base` to find."""
    names = json.dumps({str(folder): name for folder, name in folders.items()})
    return {FINGERPRINTS: json.dumps(fingerprints), CATALOGUE: catalogue_name, FOLDERS: names}


def sweep_catalogues(folder: Path) -> None:
    """Remove the catalogues that no published generation names; none where a table of contents is damaged.

    What cannot be removed is left to the next run.
    """
    with suppress(DamagedIndexError, OSError):
        contents = [read_contents(Sections(toc_path(folder, number))) for number in published(folder)]
        sweep(folder, [each.metadata.get(CATALOGUE, "") for each in contents])


def counted(generation: Generation | None) -> tuple[int, int]:
    """How many articles and how many searched paragraphs a generation holds."""
    articles = paragraphs = 0
    for segment, live in _parts(generation) if generation else ():
        articles += int(live.sum())
        paragraphs += int(np.diff(segment.article_starts)[live].sum())
    return articles, paragraphs


def salvaged(generation: Generation | None, ids: Collection[str]) -> list[Article]:
    """Those of these articles that the generation keeps, as far as it is not damaged."""
    wanted = np.array([int(article_id, 16) for article_id in ids], np.uint64)
    found: list[Article] = []
    for segment, live in _parts(generation) if generation and ids else ():
        with suppress(DamagedIndexError):
            numbers = np.flatnonzero(live & np.isin(segment.article_ids, wanted))
            found += (segment.stored(int(number))[0] for number in numbers)
    return found


def _parts(generation: Generation) -> Iterator[tuple[Segment, NDArray[np.bool_]]]:
    yield from zip(generation.segments, generation.left(), strict=True)


def _recovered(generation: Generation) -> Catalogue:
    """Which articles came from which file; nothing else is known, so every file will be read."""
    articles: dict[str, list[str]] = defaultdict(list)
    for segment, live in _parts(generation):
        with suppress(DamagedIndexError):
            for number in np.flatnonzero(live):
                article, _ = segment.stored(int(number))
                articles[article.path].append(article.id)
    return Catalogue({path: FileState(path, articles=" ".join(ids)) for path, ids in articles.items()})
