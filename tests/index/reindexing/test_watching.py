"""Runs are made again soon after changes, whatever goes wrong in one of them."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

from tests.index.reindexing.archive import Archive, story
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
