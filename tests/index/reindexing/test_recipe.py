"""Whatever decides about the content of an index changes a fingerprint, and nothing else does."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import index
from index.config.settings import FacetConfig, LimitsConfig, ReindexConfig
from index.reindexing import recipe
from index.reindexing.recipe import Recipe
from tests.index.reindexing.archive import GAZETTEER, Archive

IMPORT = re.compile(r"^\s*(?:from|import) (\w+)", re.MULTILINE)


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def test_a_changed_gazetteer_changes_its_fingerprint(tmp_path: Path) -> None:
    made = Recipe.of(Archive.of(tmp_path).config)
    before = made.fingerprints()
    (tmp_path / "country.yaml").write_text(GAZETTEER + "  - {id: pl, label: Pologne}\n", "utf-8")
    assert changed(before, made.fingerprints()) == {"gazetteers"}


def test_a_file_of_the_curator_changes_the_fingerprint_of_the_gazetteers(tmp_path: Path) -> None:
    config = replace(Archive.of(tmp_path).config, curation=tmp_path / "mine.yaml")
    before = Recipe.of(config).fingerprints()
    (tmp_path / "mine.yaml").write_text("country: []", "utf-8")
    assert changed(before, Recipe.of(config).fingerprints()) == {"gazetteers"}


def test_another_kind_of_facet_and_another_limit_change_the_settings(tmp_path: Path) -> None:
    config = Archive.of(tmp_path).config
    before = Recipe.of(config).fingerprints()
    wider = replace(config, facets={**config.facets, "place": FacetConfig(gazetteers=("country.yaml",))})
    assert changed(before, Recipe.of(wider).fingerprints()) == {"gazetteers", "settings"}
    larger = replace(config, limits=LimitsConfig(file_size=21))
    assert changed(before, Recipe.of(larger).fingerprints()) == {"settings"}


def test_what_does_not_touch_the_content_changes_nothing(tmp_path: Path) -> None:
    config = Archive.of(tmp_path).config
    other = replace(config, index=tmp_path / "other", reindex=ReindexConfig(jobs=7, memory=99, max_loss=1))
    assert Recipe.of(config).fingerprints() == Recipe.of(other).fingerprints()


def test_a_change_of_the_code_of_a_stage_changes_its_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Recipe.of(Archive.of(tmp_path).config)
    before = made.fingerprints()
    assert set(recipe.STAGES) <= set(before)
    content = recipe._content
    monkeypatch.setattr(recipe, "_content", lambda path: content(path) + b"# new" * (path.name == "stemming.py"))
    assert changed(before, made.fingerprints()) == {"analysis"}


def test_every_module_named_in_the_stages_exists() -> None:
    root = Path(recipe.__file__).parent.parent
    for modules, _ in recipe.STAGES.values():
        assert [module for module in modules if not (root / module).exists()] == []


def test_every_library_that_a_stage_imports_is_part_of_its_fingerprint() -> None:
    root, owners = Path(recipe.__file__).parent.parent, packages_distributions()
    # One adds numbers, the other writes the curator's file.
    harmless = {"numpy", "ruamel.yaml"}
    for modules, libraries in recipe.STAGES.values():
        sources = [
            path
            for name in modules
            for path in ([root / name] if name.endswith(".py") else (root / name).rglob("*.py"))
        ]
        imported = {found for path in sources for found in IMPORT.findall(path.read_text("utf-8"))}
        needed = {owner.lower() for name in imported for owner in owners.get(name, ())} - harmless
        # What reads YAML is part of the first stage, whose change rebuilds all.
        assert needed - {"depeche"} <= {*libraries, *recipe.READERS}


def test_a_changed_fingerprint_makes_the_next_run_read_everything(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    (tmp_path / "country.yaml").write_text(GAZETTEER + "  - {id: pl, label: Pologne}\n", "utf-8")
    summary = archive.run()
    assert (summary.counts.read, "gazetteers" in summary.why_full) == (3, True)
    assert archive.run().counts.read == 0


def test_a_folder_that_hides_where_the_package_is_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Recipe.of(Archive.of(tmp_path).config)
    before = made.fingerprints()
    # As where a server starts in a folder with an « index » of its own.
    monkeypatch.setattr(index, "__file__", None)
    assert made.fingerprints() == before
