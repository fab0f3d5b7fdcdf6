"""What a YAML file says is kept, and parsed again when the file changes or what was kept is spoilt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from index.entities.gazetteer.loading import built_in, load_gazetteer, read_yaml
from index.errors import GazetteerError
from index.reindexing import parsed
from index.reindexing.parsed import read_parsed
from tests.index.reindexing.archive import Archive


def test_a_file_is_parsed_once_until_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("entities: [{id: a}]", "utf-8")
    first = read_parsed(path, tmp_path)
    monkeypatch.setattr(parsed, "read_yaml", lambda path: pytest.fail(f"{path} was parsed again"))
    assert read_parsed(path, tmp_path) == first == {"entities": [{"id": "a"}]}
    monkeypatch.setattr(parsed, "read_yaml", read_yaml)
    path.write_text("entities: [{id: b}]", "utf-8")
    assert read_parsed(path, tmp_path) == {"entities": [{"id": "b"}]}
    assert len(list(tmp_path.glob("parsed-*"))) == 1


def test_what_is_saved_while_the_file_is_read_is_seen_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("entities: []", "utf-8")

    def saved_meanwhile(path: Path) -> dict[str, Any]:
        before = read_yaml(path)
        path.write_text("entities: [{id: b}]", "utf-8")
        return before

    monkeypatch.setattr(parsed, "read_yaml", saved_meanwhile)
    assert read_parsed(path, tmp_path) == {"entities": []}
    monkeypatch.setattr(parsed, "read_yaml", read_yaml)
    assert read_parsed(path, tmp_path) == {"entities": [{"id": "b"}]}


def test_days_and_numbers_are_the_same_the_first_time_and_later(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("entities: [{label: 2024-01-02, size: 3}]\n7: x", "utf-8")
    said = {"entities": [{"label": "2024-01-02", "size": 3}], "7": "x"}
    assert [read_parsed(tmp_path / "a.yaml", tmp_path) for _ in range(2)] == [said, said]


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"[1]", b'{"digest": "00", "document": {}}', b"\xff"])
def test_what_was_kept_and_spoilt_is_not_believed(tmp_path: Path, spoilt: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("entities: []", "utf-8")
    read_parsed(path, tmp_path)
    (kept,) = tmp_path.glob("parsed-*")
    kept.write_bytes(spoilt)
    assert read_parsed(path, tmp_path) == {"entities": []}


def test_a_folder_that_is_not_there_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("entities: []", "utf-8")
    assert read_parsed(tmp_path / "a.yaml", tmp_path / "none") == {"entities": []}


def test_mistakes_are_told_each_time(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("entities: [", "utf-8")
    for _ in range(2):
        with pytest.raises(GazetteerError):
            read_parsed(tmp_path / "a.yaml", tmp_path)


def test_the_gazetteers_are_the_same_either_way(tmp_path: Path) -> None:
    kinds = {kind: [built_in(kind)] for kind in ("person", "country", "organisation")}
    plain = load_gazetteer(kinds)
    for _ in range(2):
        kept = load_gazetteer(kinds, read=lambda path: read_parsed(path, tmp_path))
        assert kept.entities == plain.entities


def test_what_was_parsed_of_files_that_are_not_asked_for_any_more_goes(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    archive.run()
    kept = set(archive.config.index.glob("parsed-*"))
    assert len(kept) == 1
    for left in ("parsed-0000000000000000.json", "parsed-0000000000000000.json.4711"):
        (archive.config.index / left).touch()
    archive.run(full=True)
    assert set(archive.config.index.glob("parsed-*")) == kept
