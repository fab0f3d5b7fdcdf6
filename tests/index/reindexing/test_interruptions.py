"""Runs that are killed, stopped or out of room: the old generation stays, and the next run finishes the work."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.columns import WriteLock, latest_generation
from index.errors import UnwritableIndexError
from tests.index.reindexing.archive import Archive, story
from web.commands.reindex import INTERRUPTED

CONFIG = "articles: articles\nindex: index\nfacets: {country: {gazetteers: [country.yaml]}}\n"
# Shells start background jobs, and so perhaps these tests, deaf to Ctrl-C.
START = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from web.command import main; main()"


def in_child(work: Callable[[], object]) -> int:
    """Do the work in a process of its own; return its id."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        except UnwritableIndexError:
            status = 28
        finally:
            os._exit(status)
    return child


def started(archive: Archive, *options: str) -> subprocess.Popen[str]:
    """The command, just started."""
    config = archive.folder / "config.yaml"
    config.write_text(CONFIG, "utf-8")
    command = [sys.executable, "-c", START, "reindex", "--config", str(config), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def written(archive: Archive) -> set[str]:
    """The files of the index, without the lock and what is kept of the gazetteers, which come and stay."""
    names = {path.name for path in archive.config.index.iterdir()}
    return {name for name in names if name != "MAIN_WRITELOCK" and not name.startswith(("parsed-", "gazetteer."))}


def exit_status(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_run_killed_at_any_moment_leaves_the_old_generation_or_the_new_one(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 12)
    archive.run()
    dice = random.Random(7)
    killed = 0
    for attempt in range(25):
        before = archive.held()
        archive.write(f"{dice.randrange(12)}.txt", story(100 + attempt))
        child = in_child(lambda: archive.run(full=True))
        time.sleep(dice.uniform(0, 0.12))
        os.kill(child, signal.SIGKILL)
        killed += exit_status(child) == -signal.SIGKILL
        found = archive.held()
        archive.run()
        assert found in (before, archive.held())
        assert [archive.held()[path.name] for path in archive.path(".").iterdir()] == [
            path.read_text("utf-8").strip().split("\n\n") for path in archive.path(".").iterdir()
        ]
    assert killed > 5
    for _ in range(2):
        archive.run(full=True)
    # Two generations of a segment, a table of contents and a catalogue each.
    assert len(written(archive)) == 6


@pytest.mark.parametrize("room", [0, 1000, 5000, 20000])
def test_a_full_disk_is_told_leaves_no_rubbish_and_is_made_up_for(tmp_path: Path, room: int) -> None:
    archive = Archive.of(tmp_path, 40)
    archive.write("0.txt", story(0))
    archive.run()
    before, files = archive.held(), written(archive)
    for number in range(20, 40):
        archive.write(f"{number}.txt", story(100 + number))

    def cramped() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        archive.run()

    assert exit_status(in_child(cramped)) == 28
    assert (archive.held(), written(archive)) == (before, files)
    assert archive.run().counts.read == 20
    assert "session 139" in archive.held()["39.txt"][2]


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_stopped_says_so_and_leaves_nothing_behind(tmp_path: Path, sent: signal.Signals) -> None:
    archive = Archive.of(tmp_path, 300)
    command = started(archive, "--jobs", "2")
    while not (archive.config.index / "MAIN_WRITELOCK").exists():
        time.sleep(0.01)
    # Some libraries swallow a Ctrl-C while they are imported.
    time.sleep(0.5)
    command.send_signal(sent)
    _, errors = command.communicate(timeout=30)
    assert (command.returncode, "Interrupted" in errors, "Traceback" in errors) == (130, True, False)
    assert latest_generation(archive.config.index) is None
    assert written(archive) == set()
    assert archive.run().articles == 300


def test_of_all_processes_that_ctrl_c_reaches_only_one_speaks(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 300)
    archive.run()
    # From before the other processes are started until after they have begun to work.
    for delay in (0.0, 0.02, 0.1, 0.2, 0.4):
        with WriteLock(archive.config.index):
            command = started(archive, "--full", "--jobs", "2")
            assert command.stderr is not None
            assert "Waiting" in command.stderr.readline()
        time.sleep(delay)
        os.killpg(command.pid, signal.SIGINT)
        _, errors = command.communicate(timeout=30)
        assert (command.returncode, errors) == (130, INTERRUPTED + "\n"), delay


def test_a_second_run_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    with WriteLock(archive.config.index):
        command = started(archive)
        assert command.stderr is not None
        assert "Waiting" in command.stderr.readline()
        assert command.poll() is None
    command.communicate(timeout=30)
    assert command.returncode == 0
    assert len(archive.held()) == 2
