"""What a server says of itself to machines, while the index beneath it and what it was made with change."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from index.config import Config
from index.config.settings import FacetConfig
from index.reindex import reindex
from index.reindexing.summary import Options
from tests.index.reindexing.archive import Archive, story
from web import create_app
from web import service as services
from web.serving import Live

PLACES = "entities: [{id: kiev, label: Kiev}]"
NAMED = "country: [{id: conference, label: Conférence}]"


@dataclass(frozen=True, slots=True)
class Served:
    """An archive and a server over it, which looks for a newer generation at every request."""

    archive: Archive
    client: FlaskClient

    @property
    def own(self) -> Path:
        assert self.archive.config.curation
        return self.archive.config.curation

    def ready(self) -> dict[str, Any]:
        answer = self.client.get("/readyz")
        assert answer.status_code == 200
        found = json.loads(answer.data)
        assert isinstance(found, dict)
        return found

    def notes(self) -> list[str]:
        return [note["code"] for note in self.ready()["notes"]]


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    """An archive of three articles that is served."""
    made = Archive.of(tmp_path, articles=3)
    archive = replace(made, config=replace(made.config, curation=tmp_path / "own.yaml"))
    archive.run()

    def eager(latest: Callable[[], object], opener: Callable[[], object]) -> Live[object]:
        return Live(latest, opener, interval=0, soon=0)

    monkeypatch.setattr(services, "Live", eager)
    return Served(archive, create_app(archive.config).test_client())


def test_a_server_over_its_own_index_has_nothing_to_note(served: Served) -> None:
    assert served.ready()["status"] == "ready"
    assert served.notes() == []


def test_a_generation_published_beside_a_half_saved_file_is_served_once_that_is_whole(served: Served) -> None:
    before = served.ready()["generation"]
    served.own.write_text(NAMED, "utf-8")
    reindex(served.archive.config)
    served.own.write_text("country: [{id: conf", "utf-8")
    assert (served.ready()["generation"], served.notes()) == (before, ["newest_unusable"])
    served.own.write_text(NAMED, "utf-8")
    assert (served.ready()["generation"] != before, served.notes()) == (True, [])


def test_an_index_that_was_removed_and_built_anew_is_served(served: Served) -> None:
    before = served.ready()["generation"]
    shutil.rmtree(served.archive.config.index)
    served.archive.write("9.txt", story(9))
    served.archive.run()
    assert served.ready()["generation"].startswith("1-")
    assert served.ready()["generation"] != before


def test_names_that_the_index_was_not_made_with_are_noted_until_it_is(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    served.own.write_text(NAMED, "utf-8")
    again = replace(served, client=create_app(served.archive.config).test_client())
    assert again.notes() == ["index_differs"]
    assert "other gazetteers" in caplog.text
    served.archive.run()
    assert again.notes() == []


def test_a_facet_that_came_after_the_server_was_started_is_noted(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    config = served.archive.config
    (served.archive.folder / "places.yaml").write_text(PLACES, "utf-8")
    place = FacetConfig(gazetteers=("places.yaml",), labels={"fr": "Lieux", "en": "Places"})
    wider: Config = replace(config, facets={**config.facets, "place": place})
    assert served.notes() == []
    reindex(wider, Options())
    assert served.notes() == ["index_differs"]
    assert "facets" in served.ready()["notes"][0]["message"]
    assert "restart" in caplog.text
