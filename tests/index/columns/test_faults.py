"""Whatever happens to a writer or to the files, readers get a whole generation or a clear error, and the next commit
mends it."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.index import open_dir

from index.columns import WriteLock, check, latest_generation, open_generation, publish, rollback
from index.columns.sections import SectionsWriter
from index.columns.sweeping import files_of
from index.errors import DamagedIndexError, UnwritableIndexError
from tests.index.columns.corpus import FIELDS, article, build
from tests.index.columns.test_merging import content

FORK = multiprocessing.get_context("fork")
BEFORE = [article(n, [(["char", f"mot{n}"], ["macron"])]) for n in range(5)]
AFTER = [article(n, [(["armée", f"mot{n}"], ["merkel"])]) for n in range(2, 9)]


def commit(folder: Path) -> None:
    """The second commit of every test: replaces, adds, removes, and merges."""
    with WriteLock(folder) as lock:
        publish(lock, open_generation(folder), build(folder, AFTER), [BEFORE[0].article.id], FIELDS, {})


def first_commit(folder: Path) -> None:
    with WriteLock(folder) as lock:
        publish(lock, None, build(folder, BEFORE), (), FIELDS, {})


def articles_in(folder: Path, number: int | None = None) -> dict[str, str]:
    """The text of each article of a generation, read through every part of its segments."""
    generation = open_generation(folder, number)
    for segment in generation.segments:
        content(segment)
    found = {}
    for segment, live in zip(generation.segments, generation.live, strict=True):
        for n in range(segment.article_count):
            if live is None or live[n]:
                one, _ = segment.stored(n)
                found[one.id] = one.paragraphs[1].text
    return found


OLD = {one.article.id: one.article.paragraphs[1].text for one in BEFORE}
NEW = {one.article.id: one.article.paragraphs[1].text for one in [BEFORE[1], *AFTER]}


def killing(step: int) -> Callable[[], None]:
    """Something that kills its process when it is called for the `step`-th time."""
    calls = iter(range(step - 1))

    def count() -> None:
        if next(calls, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


def watch(monkeypatch: pytest.MonkeyPatch, count: Callable[[], None]) -> None:
    """Call `count` before everything that a commit does to the disk."""
    for owner, name in (
        (os, "fsync"),
        (Path, "rename"),
        (Path, "unlink"),
        (SectionsWriter, "__init__"),
        (SectionsWriter, "close"),
    ):
        original = getattr(owner, name)

        def counted(*args: object, original: Callable[..., object] = original, **options: object) -> object:
            count()
            return original(*args, **options)

        monkeypatch.setattr(owner, name, counted)


def run(work: Callable[[], None]) -> int:
    """The exit code of a process that does `work`; minus a signal's number if that ended it."""
    process = FORK.Process(target=work)
    process.start()
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def test_a_writer_killed_at_any_step_leaves_the_old_generation_or_the_new(tmp_path: Path) -> None:
    seen: list[dict[str, str]] = []
    for step in range(1, 1000):
        folder = tmp_path / str(step)
        first_commit(folder)

        def work(folder: Path = folder, step: int = step) -> None:
            with pytest.MonkeyPatch.context() as monkeypatch:
                watch(monkeypatch, killing(step))
                commit(folder)

        status = run(work)
        seen.append(articles_in(folder))
        assert seen[-1] in (OLD, NEW)
        with open_dir(folder).searcher() as searcher:
            assert searcher.doc_count() == len(seen[-1])
        assert check(folder) == ()
        commit(folder)
        assert articles_in(folder) == NEW
        newest = latest_generation(folder)
        assert newest is not None
        assert {p.name for p in folder.iterdir()} == (
            files_of(folder, newest) | files_of(folder, newest - 1) | {"MAIN_WRITELOCK"}
        )
        if status == 0:
            break
        assert status == -signal.SIGKILL
    assert status == 0
    assert seen.index(NEW) > 10
    assert seen == sorted(seen, key=lambda articles: articles == NEW)


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    told: list[bool] = []
    for limit in range(100, 30_000, 1_000):
        folder = tmp_path / str(limit)
        first_commit(folder)
        full = FORK.Event()

        def work(folder: Path = folder, limit: int = limit, full: Event = full) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            try:
                commit(folder)
            except UnwritableIndexError:
                full.set()

        assert run(work) == 0
        told.append(full.is_set())
        assert articles_in(folder) == (OLD if told[-1] else NEW)
        commit(folder)
        assert articles_in(folder) == NEW
        if not told[-1]:
            break
    assert told[0]
    assert not told[-1]
    assert sum(told) > 3


@pytest.mark.parametrize(("owner", "name"), [(os, "fsync"), (Path, "unlink"), (Path, "iterdir")])
def test_what_fails_after_the_new_generation_is_published_takes_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    first_commit(tmp_path)
    rename = Path.rename

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(5, "Input/output error")

    def rename_then_fail(path: Path, target: Path) -> None:
        rename(path, target)
        monkeypatch.setattr(owner, name, fail)

    monkeypatch.setattr(Path, "rename", rename_then_fail)
    commit(tmp_path)
    monkeypatch.undo()
    assert articles_in(tmp_path) == NEW
    assert check(tmp_path) == ()


@pytest.fixture(scope="module")
def pristine() -> Iterator[dict[str, bytes]]:
    """The files of an index of two generations that share nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first_commit(folder)
        commit(folder)
        yield {path.name: path.read_bytes() for path in folder.iterdir() if path.stat().st_size}


def damage_is_contained(pristine: dict[str, bytes], name: str, damaged: bytes) -> None:
    """Reading gives the truth or a `DamagedIndexError`, `check` names the file, and a new commit mends the index."""
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where)
        for each, data in pristine.items():
            (folder / each).write_bytes(data)
        (folder / name).write_bytes(damaged)
        assert {problem.path for problem in check(folder)} == {folder / name}
        for number, truth in ((1, OLD), (2, NEW)):
            if name in files_of(folder, number) or name == f"_MAIN_{number}.toc":
                try:
                    assert articles_in(folder, number) == truth
                except DamagedIndexError as error:
                    assert error.path == folder / name
                    assert "depeche check" in str(error)
            else:
                assert articles_in(folder, number) == truth
        with WriteLock(folder) as lock:
            publish(lock, None, build(folder, AFTER), (), FIELDS, {})
        assert articles_in(folder) == {one.article.id: one.article.paragraphs[1].text for one in AFTER}


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_flipped_bit_is_noticed_wherever_it_is(pristine: dict[str, bytes], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(pristine)))
    damaged = bytearray(pristine[name])
    damaged[data.draw(st.integers(-len(damaged), -1) | st.integers(0, len(damaged) - 1))] ^= 1 << data.draw(
        st.integers(0, 7)
    )
    damage_is_contained(pristine, name, bytes(damaged))


@given(st.integers(0, 99), st.floats(0, 1, exclude_max=True), st.integers(0, 2))
@settings(max_examples=30, deadline=None)
def test_a_file_cut_short_or_grown_is_noticed(pristine: dict[str, bytes], file: int, share: float, how: int) -> None:
    name = sorted(pristine)[file % len(pristine)]
    whole = pristine[name]
    cut = whole[: int(len(whole) * share)]
    damage_is_contained(pristine, name, (cut, whole + cut + b"\1", whole + b"\0")[how])


def test_after_damage_one_may_roll_back(tmp_path: Path, pristine: dict[str, bytes]) -> None:
    for name, data in pristine.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "_MAIN_2.toc").write_bytes(b"")
    with pytest.raises(DamagedIndexError, match=r"_MAIN_2\.toc"):
        open_generation(tmp_path)
    with WriteLock(tmp_path) as lock:
        assert rollback(lock) == 3
    assert articles_in(tmp_path) == OLD
