"""A configuration goes in, the `Search` over the newest generation of its index comes out."""

from __future__ import annotations

from index.analysis import Analyzer
from index.columns import open_generation
from index.config import Config
from index.entities.loading import load_gazetteer
from index.reindexing.recipe import Recipe
from search.columnar.searcher import open_searcher
from search.searching import Search


def open_search(config: Config) -> Search:
    """Open the newest generation. Raises `IndexMissingError`, `DamagedIndexError`, `UnsafeIndexError`."""
    searcher = open_searcher(open_generation(config.index))
    gazetteer = load_gazetteer(Recipe.of(config).gazetteers, config.curation)
    return Search(searcher, gazetteer, Analyzer(gazetteer.name_tokens()), config.kinds, config.limits)
