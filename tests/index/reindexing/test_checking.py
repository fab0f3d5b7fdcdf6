"""Checking an index while runs publish: what they remove in between is no damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.columns import Problem, check
from index.columns.generation import published
from index.reindexing.checking import Checked, check_index
from tests.index.reindexing.archive import Archive, story


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    publish(archive, 10)
    return archive


def publish(archive: Archive, *numbers: int) -> None:
    """Publish generations, each of which removes the one before the last."""
    for number in numbers:
        archive.write(f"{number}.txt", story(number))
        archive.run(full=True)


def test_what_runs_remove_while_the_files_are_read_is_no_damage(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def then_publish(folder: Path) -> list[int]:
        found = published(folder)
        publish(archive, 11, 12)
        return found

    monkeypatch.setattr("index.columns.checking.published", then_publish)
    assert check_index(archive.config.index) == Checked((), (), True)


def test_what_runs_remove_while_the_catalogues_are_read_is_no_damage(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def checked(folder: Path) -> tuple[Problem, ...]:
        monkeypatch.setattr("index.reindexing.checking.published", then_publish)
        return check(folder)

    def then_publish(folder: Path) -> list[int]:
        monkeypatch.undo()
        found = published(folder)
        publish(archive, 11, 12)
        return found

    monkeypatch.setattr("index.reindexing.checking.check", checked)
    assert check_index(archive.config.index) == Checked((), (), True)
