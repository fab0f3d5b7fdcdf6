"""A configuration goes in; whether its index is to be left as a rollback left it comes out."""

from __future__ import annotations

from index.columns import REPEATS, open_generation
from index.config import Config
from index.errors import DamagedIndexError, IndexMissingError
from index.reindexing.base import base_of
from index.reindexing.planning import make_plan
from index.reindexing.recipe import Recipe
from index.reindexing.scanning import scan


def held_back(config: Config) -> str | None:
    """The name of the newest generation where a run would only bring back what it was rolled back from; else None.

    A generation that was left because it was damaged is worth making anew.
    """
    try:
        generation = open_generation(config.index)
        if REPEATS not in generation.metadata:
            return None
        left = open_generation(config.index, generation.number - 1)
        base = base_of(config.index, left)
    except (DamagedIndexError, IndexMissingError):
        return None
    recipe = Recipe.of(config)
    plan = make_plan(base, scan(base.named(config.articles), config.index), recipe, recipe.fingerprints())
    return generation.name if plan.is_empty else None
