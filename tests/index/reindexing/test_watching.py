"""Runs are made again soon after changes, whatever goes wrong in one of them."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.reindexing import watching as watching_module
from index.reindexing.watching import run_on_changes
from tests.index.reindexing.archive import GAZETTEER, Archive, story
from tests.index.reindexing.test_interruptions import started


def until(reached: Callable[[], bool]) -> None:
    """Wait for something that has to happen soon."""
    deadline = time.monotonic() + 30
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_watching_command_follows_the_folder_through_errors_until_it_is_stopped(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 8)
    command = started(archive, "--watch")
    try:
        assert command.stderr is not None
        assert str(archive.path(".")) in command.stderr.readline()
        until(lambda: any(archive.config.index.glob("*.toc")) and len(archive.held()) == 8)
        archive.write("new.txt", story(20))
        until(lambda: "new.txt" in archive.held())
        for number in range(4):
            archive.path(f"{number}.txt").unlink()
        assert "would vanish" in command.stderr.readline()
        for number in range(4):
            archive.write(f"{number}.txt", story(number + 40))
        until(lambda: "session 43" in str(archive.held()))
    finally:
        command.send_signal(signal.SIGTERM)
        _, errors = command.communicate(timeout=30)
    assert (command.returncode, errors) == (0, "")


@contextmanager
def watching(archive: Archive) -> Iterator[subprocess.Popen[str]]:
    """The command, once it has made its first run."""
    command = started(archive, "--watch")
    try:
        until(lambda: any(archive.config.index.glob("*.toc")))
        yield command
    finally:
        command.send_signal(signal.SIGTERM)
        command.communicate(timeout=30)


def test_a_folder_that_takes_the_place_of_another_is_followed(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 3)
    with watching(archive):
        archive.path(".").rename(tmp_path / "moved")
        shutil.copytree(tmp_path / "moved", archive.path("."))
        archive.write("new.txt", story(20))
        until(lambda: "new.txt" in archive.held())
        archive.write("newer.txt", story(21))
        until(lambda: "newer.txt" in archive.held())


def test_a_folder_that_comes_back_later_is_followed(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 3)
    with watching(archive):
        archive.path(".").rename(tmp_path / "moved")
        # Long enough for the watch to see that there is none.
        time.sleep(3)
        (tmp_path / "moved").rename(archive.path("."))
        archive.write("new.txt", story(20))
        until(lambda: "new.txt" in archive.held())
        archive.write("newer.txt", story(21))
        until(lambda: "newer.txt" in archive.held())


def test_a_changed_gazetteer_is_taken_up_through_one_that_cannot_be_used(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 3)

    def generations() -> set[Path]:
        return set(archive.config.index.glob("*.toc"))

    with watching(archive) as command:
        before = generations()
        (tmp_path / "country.yaml").write_text("entities: [{id: ua}]", "utf-8")
        assert command.stderr is not None
        assert "country.yaml" in command.stderr.readline() + command.stderr.readline()
        assert generations() == before
        (tmp_path / "country.yaml").write_text(GAZETTEER + "  - {id: pl, label: Pologne}\n", "utf-8")
        until(lambda: generations() != before)


@pytest.mark.parametrize("error", [PermissionError("not permitted"), OSError("too many folders")])
def test_a_watch_that_the_system_tells_of_no_changes_looks_for_them_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    told: list[str] = []
    runs: list[int] = []

    def run() -> None:
        runs.append(len(told))
        if len(runs) == 3:
            raise KeyboardInterrupt

    def refusing(*_paths: Path, **_options: object) -> Iterator[set[object]]:
        raise error

    monkeypatch.setattr(watching_module, "watch", refusing)
    monkeypatch.setattr(watching_module, "UNASKED", 0.01)
    monkeypatch.setattr(watching_module, "TICK", 20)
    with pytest.raises(KeyboardInterrupt):
        run_on_changes([tmp_path], tmp_path / "index", run, (), told.append)
    assert (runs, len(told), str(error) in told[0]) == ([1, 1, 1], 1, True)
