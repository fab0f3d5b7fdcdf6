"""A generation, and what a search uses, go in; what of it the generation was not made with comes out.

A query is analysed as the articles were, or words are missed: by the same code, and the same names, which are not
stemmed.
"""

from __future__ import annotations

import json
from functools import lru_cache

from index.columns import Generation, open_generation
from index.config import Config
from index.reindexing.base import FINGERPRINTS
from index.reindexing.recipe import Recipe, code_fingerprints


def differences(config: Config) -> tuple[str, ...]:
    """What a search opened now would use that the newest generation was not made with, in words; none is good news.

    Raises `IndexMissingError`, `DamagedIndexError`, `UnsafeIndexError` or `GazetteerError`.
    """
    return compared(open_generation(config.index), Recipe.of(config))


def compared(generation: Generation, recipe: Recipe) -> tuple[str, ...]:
    """The same for a generation that is open. Raises `GazetteerError`."""
    made = json.loads(generation.metadata.get(FINGERPRINTS, "{}"))
    now = {"gazetteers": recipe.fingerprints()["gazetteers"], "analysis": loaded_analysis()}
    other = [name for name, mine in now.items() if made and made.get(name) != mine]
    return (*other, *["facets"] * (generation.fields != recipe.fields))


@lru_cache(maxsize=1)
def loaded_analysis() -> str:
    """The fingerprint of the analysis this process runs, to be asked for early: another version may take its place."""
    return code_fingerprints()["analysis"]
