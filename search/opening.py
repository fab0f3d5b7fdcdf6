"""A configuration goes in, the `Search` over the newest generation of its index comes out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Timer

from index.analysis import Analyzer
from index.columns import open_generation
from index.config import Config
from index.entities.gazetteer.gazetteer import Gazetteer
from index.reindexing.collecting import collecting_seldom
from index.reindexing.recipe import Recipe
from search.agreeing import compared, loaded_analysis
from search.columnar.searcher import open_searcher
from search.searching import Search

# So many seconds may pass in silence.
PATIENCE = 1.5
COMPILING = "Compiling what searches: some seconds, once after an installation ..."
# Modification time in nanoseconds and size of each file that exists.
_Stamps = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A search, and what it uses that its index was not made with, in words; nothing is good news."""

    search: Search
    differences: tuple[str, ...]

    @property
    def warning(self) -> str:
        """What the differences mean, and what to do; "" where there are none."""
        if not self.differences:
            return ""
        return (
            f"The index was made with other {' and '.join(self.differences)} than this search uses: it may miss words "
            "and facets. Run `depeche reindex`, or restart a server that was started before the last one."
        )

    def warn(self, index: Path) -> None:
        """Log the warning, if there is any."""
        if self.warning:
            logging.getLogger(__name__).warning("%s: %s", index, self.warning)


def open_search(config: Config) -> Search:
    """Open the newest generation, ready to answer at once; log a warning where it was made otherwise than we search.

    Raises `IndexMissingError`, `DamagedIndexError`, `UnsafeIndexError` or `GazetteerError`.
    """
    opened = open_newest(config)
    opened.warn(config.index)
    return opened.search


def open_newest(config: Config) -> Opened:
    """The same, without a word."""
    loaded_analysis()
    generation = open_generation(config.index)
    searcher = open_searcher(generation)
    told = Timer(PATIENCE, logging.getLogger(__name__).warning, [COMPILING])
    told.start()
    try:
        searcher.rehearse()
    finally:
        told.cancel()
    recipe = Recipe.of(config)
    gazetteer, analyzer = _names(recipe)
    search = Search(searcher, gazetteer, analyzer, config.kinds, config.limits)
    return Opened(search, compared(generation, recipe))


def _names(recipe: Recipe) -> tuple[Gazetteer, Analyzer]:
    with collecting_seldom():
        return _load(recipe, tuple(_stamps(recipe.files)))


@lru_cache(maxsize=1)
def _load(recipe: Recipe, stamps: _Stamps) -> tuple[Gazetteer, Analyzer]:
    """The names and the analysis that goes with them.

    Kept from one generation to the next, as long as no file changes: a new article should be searchable at once.
    """
    gazetteer = recipe.gazetteer()
    return gazetteer, Analyzer(gazetteer.name_tokens())


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[int, int]]:
    for path in paths:
        if path.exists():
            stat = path.stat()
            yield stat.st_mtime_ns, stat.st_size
