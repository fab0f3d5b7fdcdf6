"""`depeche reindex --watch` as it is called from a shell: many runs, and what is told of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from index.reindex import reindex
from index.reindexing.recipe import Recipe
from index.reindexing.summary import Summary
from index.reindexing.tools import Tools
from tests.index.reindexing.archive import Archive, story
from tests.web.commands.conftest import BINARY, Call


def test_a_mistake_of_ours_is_told_in_one_line_and_the_watch_goes_on(
    depeche: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = iter([KeyError("agence\nune ligne de plus"), None])

    def reindex_after_a_mistake(*arguments: Any) -> Summary:
        if mistake := next(runs):
            raise mistake
        return reindex(*arguments)

    def twice(_folders: object, _index: object, run: Callable[[], None], *_: object) -> None:
        run()
        run()

    monkeypatch.setattr("web.commands.reindex.reindex", reindex_after_a_mistake)
    monkeypatch.setattr("web.commands.reindex.run_on_changes", twice)
    result = depeche("reindex", "--watch")
    assert (result.exit_code, "3 added" in result.stdout) == (0, True)
    (told,) = (line for line in result.stderr.splitlines() if "Error" in line)
    assert "KeyError" in told
    assert "une ligne de plus" in told


def test_a_quiet_watch_tells_errors_and_nothing_else(
    archive: Archive, depeche: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_a_gazetteer(
        _folders: object, _index: object, run: Callable[[], None], _files: object, warn: Callable[[str], None]
    ) -> None:
        run()
        warn("the system tells of no changes")
        (archive.folder / "country.yaml").write_text("entities: [{id: ua}]", "utf-8")
        run()

    monkeypatch.setattr("web.commands.reindex.run_on_changes", break_a_gazetteer)
    result = depeche("reindex", "--watch", "-q")
    told, error = result.stderr.splitlines()
    assert (result.stdout, told.endswith("tells of no changes"), "country.yaml" in error) == ("", True, True)


def test_a_watch_tells_when_and_what_changed_and_of_what_is_skipped_only_what_is_new(
    archive: Archive, depeche: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(_folders: object, _index: object, run: Callable[[], None], *_: object) -> None:
        run()
        archive.write("new.txt", story(8))
        archive.path("0.txt").unlink()
        run()
        archive.write("rapport.pdf", BINARY)
        run()
        run()

    archive.write("bad.txt", BINARY)
    monkeypatch.setattr("web.commands.reindex.run_on_changes", change)
    result = depeche("reindex", "--watch")
    time = r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d "
    assert re.match(rf"{time}Watching", result.stderr)
    runs = re.split(time, result.stdout, flags=re.MULTILINE)[1:]
    assert ["+ new.txt" in run and "- 0.txt" in run for run in runs] == [False, True, False]
    assert ["bad.txt: is binary" in run for run in runs] == [True, False, False]
    assert ["rapport.pdf: its format" in run for run in runs] == [False, False, True]


def test_a_watch_loads_the_gazetteers_once_and_again_when_one_has_changed(
    archive: Archive, depeche: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded, load = list[Tools](), Tools.of

    def counted(recipe: Recipe) -> Tools:
        loaded.append(load(recipe))
        return loaded[-1]

    def change(_folders: object, _index: object, run: Callable[[], None], *_: object) -> None:
        for number in (8, 9):
            archive.write(f"{number}.txt", story(number))
            run()
        names = "entities: [{id: ua, label: Ukraine}, {id: xx, label: Syldavie}]"
        (archive.folder / "country.yaml").write_text(names, "utf-8")
        run()

    monkeypatch.setattr(Tools, "of", counted)
    monkeypatch.setattr("web.commands.reindex.run_on_changes", change)
    assert depeche("reindex", "--watch").exit_code == 0
    assert len(loaded) == 2


def test_a_watch_leaves_what_was_rolled_back_until_a_file_changes(
    archive: Archive, depeche: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    depeche("reindex")
    archive.write("new.txt", story(8))
    depeche("reindex")
    depeche("rollback")
    held = []

    def watching(_folders: object, _index: object, run: Callable[[], None], *_: object) -> None:
        for change in (None, None, "newer.txt"):
            if change:
                archive.write(change, story(9))
            run()
            held.append(len(archive.held()))

    monkeypatch.setattr("web.commands.reindex.run_on_changes", watching)
    result = depeche("reindex", "--watch")
    assert held == [3, 3, 5]
    assert result.stderr.count("was rolled back to, and stays until a file changes") == 1


def test_a_watch_makes_up_for_a_damaged_generation_that_was_rolled_back(
    archive: Archive, depeche: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    depeche("reindex")
    before = set(archive.config.index.glob("*.dpc"))
    archive.write("new.txt", story(8))
    depeche("reindex")
    [newer] = set(archive.config.index.glob("*.dpc")) - before
    newer.write_bytes(b"")
    depeche("rollback")
    monkeypatch.setattr("web.commands.reindex.run_on_changes", lambda _folders, _index, run, *_: run())
    depeche("reindex", "--watch")
    assert len(archive.held()) == 4
