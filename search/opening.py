"""A configuration goes in, the `Search` over the newest generation of its index comes out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from threading import Timer

from index.analysis import Analyzer
from index.columns import open_generation
from index.config import Config
from index.entities.gazetteer import Gazetteer
from index.entities.loading import load_gazetteer
from index.reindexing.recipe import Recipe
from search.columnar.searcher import open_searcher
from search.searching import Search

# So many seconds may pass in silence.
PATIENCE = 1.5
COMPILING = "Compiling what searches: some seconds, once after an installation ..."
# The files of each kind of facet, in order.
_Files = tuple[tuple[str, tuple[Path, ...]], ...]
# Modification time in nanoseconds and size of each file that exists.
_Stamps = tuple[tuple[int, int], ...]


def open_search(config: Config) -> Search:
    """Open the newest generation, ready to answer at once.

    Raises `IndexMissingError`, `DamagedIndexError`, `UnsafeIndexError` or `GazetteerError`.
    """
    searcher = open_searcher(open_generation(config.index))
    told = Timer(PATIENCE, logging.getLogger(__name__).warning, [COMPILING])
    told.start()
    try:
        searcher.rehearse()
    finally:
        told.cancel()
    files = tuple(Recipe.of(config).gazetteers.items())
    every = [path for _, paths in files for path in paths] + ([config.curation] if config.curation else [])
    gazetteer, analyzer = _load(files, config.curation, tuple(_stamps(every)))
    return Search(searcher, gazetteer, analyzer, config.kinds, config.limits)


@lru_cache(maxsize=1)
def _load(files: _Files, own: Path | None, stamps: _Stamps) -> tuple[Gazetteer, Analyzer]:
    """The names and the analysis that goes with them.

    Kept from one generation to the next, as long as no file changes: a new article should be searchable at once.
    """
    gazetteer = load_gazetteer(dict(files), own)
    return gazetteer, Analyzer(gazetteer.name_tokens())


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[int, int]]:
    for path in paths:
        if path.exists():
            stat = path.stat()
            yield stat.st_mtime_ns, stat.st_size
