"""A search says where it uses what its index was not made with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.config.settings import FacetConfig
from search import agreeing
from search.agreeing import differences
from search.opening import open_search
from tests.index.reindexing.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Two articles, indexed, and the name of a curator's file."""
    made = Archive.of(tmp_path, articles=2)
    made.run()
    return replace(made, config=replace(made.config, curation=tmp_path / "own.yaml"))


def test_an_index_just_made_differs_in_nothing(archive: Archive) -> None:
    assert differences(archive.config) == ()


def test_a_name_that_came_later_is_a_difference_until_the_next_run(archive: Archive) -> None:
    (archive.folder / "own.yaml").write_text("country: [{id: conference, label: Conférence}]", "utf-8")
    assert differences(archive.config) == ("gazetteers",)
    archive.run()
    assert differences(archive.config) == ()


def test_a_kind_of_facet_that_came_later_is_a_difference(archive: Archive) -> None:
    (archive.folder / "places.yaml").write_text("entities: [{id: kiev, label: Kiev}]", "utf-8")
    facets = {**archive.config.facets, "place": FacetConfig(gazetteers=("places.yaml",))}
    assert differences(replace(archive.config, facets=facets)) == ("gazetteers", "facets")


def test_the_analysis_of_a_process_is_the_one_it_began_with(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    agreeing.loaded_analysis.cache_clear()
    agreeing.loaded_analysis()
    newer = {"analysis": "another"}
    monkeypatch.setattr("index.reindexing.recipe.code_fingerprints", lambda: newer)
    monkeypatch.setattr(agreeing, "code_fingerprints", lambda: newer)
    archive.run()
    assert differences(archive.config) == ("analysis",)


def test_opening_logs_the_differences_and_what_to_do(archive: Archive, caplog: pytest.LogCaptureFixture) -> None:
    open_search(archive.config)
    assert caplog.records == []
    (archive.folder / "own.yaml").write_text("country: [{id: conference, label: Conférence}]", "utf-8")
    open_search(archive.config)
    [record] = caplog.records
    assert ("gazetteers" in record.message, "depeche reindex" in record.message) == (True, True)
