"""The tools that a process keeps from run to run: loaded again only where the names have changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.config import load_config
from index.errors import GazetteerError
from index.reindexing.recipe import Recipe
from index.reindexing.tools import KeptTools


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    """A recipe with one place for a gazetteer, and a curator's file that is not there yet."""
    places = tmp_path / "places.yaml"
    places.write_text("entities:\n- {label: Vovtchansk}\n", "utf-8")
    made = Recipe.of(load_config(None, {}))
    return replace(made, folder=tmp_path, gazetteers=(("place", (places,)),), own=tmp_path / "curation.yaml")


def test_the_tools_of_one_run_serve_the_next(recipe: Recipe) -> None:
    kept = KeptTools()
    tools = kept.of(recipe)
    assert kept.of(recipe) is tools


def test_a_changed_gazetteer_and_a_new_file_of_the_curator_are_read(recipe: Recipe) -> None:
    kept = KeptTools()
    before = kept.of(recipe)
    ((_, (places,)),) = recipe.gazetteers
    places.write_text("entities:\n- {label: Koupiansk}\n", "utf-8")
    after = kept.of(recipe)
    assert after is not before
    assert recipe.own is not None
    recipe.own.write_text("place:\n- {label: Lyman}\n", "utf-8")
    assert kept.of(recipe) is not after


def test_after_a_mistake_in_a_gazetteer_the_next_run_loads_it_again(recipe: Recipe) -> None:
    kept = KeptTools()
    kept.of(recipe)
    ((_, (places,)),) = recipe.gazetteers
    whole = places.read_text("utf-8")
    places.write_text("entities: [", "utf-8")
    with pytest.raises(GazetteerError):
        kept.of(recipe)
    places.write_text(whole, "utf-8")
    assert kept.of(recipe).recogniser
