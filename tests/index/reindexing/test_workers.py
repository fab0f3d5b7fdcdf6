"""Work is spread over processes, and what goes wrong in them is told."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.article import Article
from index.columns import WriteLock
from index.document import IndexedArticle
from index.errors import DamagedIndexError, DepecheError, GazetteerError, LockedIndexError
from index.reindex import reindex
from index.reindexing.recipe import Recipe
from index.reindexing.summary import Options, WorkerError
from index.reindexing.tools import KeptTools, Tools
from index.reindexing.worker import Worker
from index.reindexing.workers import Workers, batches, workers
from tests.index.reindexing.archive import GAZETTEER, Archive, story


def double(_worker: Worker, numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def pid(_worker: Worker) -> int:
    return os.getpid()


def fail(_worker: Worker, path: str) -> None:
    raise DamagedIndexError(Path(path), "it is spoilt")


def fill_disk(_worker: Worker) -> None:
    raise OSError(28, "No space left on device")


def blunder(_worker: Worker) -> None:
    raise IndexError("a mistake of ours")


def die(_worker: Worker) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave(_worker: Worker) -> None:
    os._exit(7)


def is_running(number: int) -> bool:
    """Whether a process lives; one that has ended may wait for somebody to ask how."""
    status = Path(f"/proc/{number}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    return Recipe.of(Archive.of(tmp_path).config)


def test_batches_hold_everything_once_and_stay_small() -> None:
    for count in (0, 1, 31, 33, 5000):
        numbers = list(range(count))
        made = batches(numbers)
        assert [number for batch in made for number in batch] == numbers
        assert all(1 <= len(batch) <= 64 for batch in made)


def test_every_batch_is_worked_on_once_whatever_the_number_of_processes(recipe: Recipe) -> None:
    numbers = list(range(100))
    with workers(recipe, KeptTools()) as here, workers(recipe, KeptTools()) as apart:
        apart.call(2)
        for crew in (here, apart):
            done = [number for batch in crew.spread(double, batches(numbers)) for number in batch]
            assert sorted(done) == [2 * number for number in numbers]


def test_errors_of_processes_are_told(recipe: Recipe) -> None:
    with workers(recipe, KeptTools()) as crew:
        crew.call(2)
        assert len({*crew.everyone(pid), os.getpid()}) == 3
        with pytest.raises(DamagedIndexError, match="it is spoilt") as told:
            list(crew.spread(fail, ["file"]))
        assert told.value.path == Path("file")
        with pytest.raises(OSError, match="No space"):
            crew.everyone(fill_disk)


def test_a_mistake_of_ours_in_a_process_is_raised_as_it_would_be_here_and_says_where_it_was_made(
    recipe: Recipe,
) -> None:
    with workers(recipe, KeptTools()) as crew:
        crew.call(1)
        with pytest.raises(IndexError, match="a mistake of ours") as told:
            crew.everyone(blunder)
        assert "in blunder" in "".join(told.value.__notes__)


@pytest.mark.parametrize(("end", "code", "for_want"), [(die, -signal.SIGKILL, True), (leave, 7, False)])
def test_memory_is_suspected_only_where_a_process_was_killed(
    recipe: Recipe, end: Callable[[Worker], None], code: int, for_want: bool
) -> None:
    with pytest.raises(WorkerError) as died, workers(recipe, KeptTools()) as crew:
        crew.call(2)
        crew.everyone(end)
    assert (died.value.exitcode, "memory" in str(died.value)) == (code, for_want)


def test_no_process_is_left_behind(recipe: Recipe) -> None:
    with workers(recipe, KeptTools()) as crew:
        crew.call(2)
        pids = crew.everyone(pid)
    for number in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_two_processes_make_the_index_that_one_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive.of(tmp_path, 20)
    archive.write("bad.txt", bytes(range(256)) * 8)
    alone = archive.run()
    held = archive.held()
    monkeypatch.setattr("index.reindex.FEW", 0)
    together = archive.run(full=True, jobs=2)
    assert archive.held() == held
    assert (together.articles, together.paragraphs, together.skipped) == (
        alone.articles,
        alone.paragraphs,
        alone.skipped,
    )


def test_those_who_were_called_before_stay_when_more_are_called(recipe: Recipe) -> None:
    with workers(recipe, KeptTools()) as crew:
        assert crew.everyone(pid) == [os.getpid()]
        crew.call(1)
        first = crew.everyone(pid)
        crew.call(2)
        assert len(first) == 1 and len({*first, *crew.everyone(pid), os.getpid()}) == 3


def test_a_worker_called_before_the_files_are_looked_at_makes_the_same_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    monkeypatch.setattr("index.reindex.MANY", 0)
    archive.write("new.txt", story(7))
    assert archive.run(jobs=2).counts.read == 1
    held = archive.held()
    archive.run(full=True, jobs=1)
    assert archive.held() == held and "new.txt" in held
    assert not archive.run(jobs=2).published


def test_who_keeps_what_is_loaded_calls_no_worker_for_one_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, kept, called = Archive.of(tmp_path, 3), KeptTools(), list[int]()
    archive.run()
    monkeypatch.setattr("index.reindex.MANY", 0)
    monkeypatch.setattr(Workers, "call", lambda _crew, processes: called.append(processes))
    for number in (7, 8):
        archive.write(f"{number}.txt", story(number))
        assert reindex(archive.config, Options(jobs=2), None, kept).counts.read == 1
    assert called == []


def test_a_gazetteer_saved_after_a_worker_called_before_has_read_it_is_seen_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    monkeypatch.setattr("index.reindex.MANY", 0)
    call = Workers.call

    def saved_then(crew: Workers, processes: int) -> None:
        call(crew, processes)
        crew.everyone(Worker.prepare)
        (tmp_path / "country.yaml").write_text(GAZETTEER + "  - {id: pl, label: Pologne}\n", "utf-8")

    monkeypatch.setattr(Workers, "call", saved_then)
    archive.write("new.txt", story(7))
    archive.run(jobs=2)
    assert "gazetteers" in archive.run(dry_run=True).why_full


def test_a_gazetteer_that_a_worker_called_before_cannot_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    monkeypatch.setattr("index.reindex.MANY", 0)
    (tmp_path / "own.yaml").write_text("person: [1", "utf-8")
    archive.write("new.txt", story(7))
    with pytest.raises(GazetteerError, match=r"own\.yaml"):
        reindex(replace(archive.config, curation=tmp_path / "own.yaml"), Options(jobs=2))


def test_a_mistake_of_ours_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive.of(tmp_path, 2)
    archive.write("odd.txt", story(9) + "\nUn mot de trop.\n")
    recognise = Worker._recognise

    def stumble(worker: Worker, article: Article, tools: Tools) -> IndexedArticle:
        if "mot de trop" in str(article):
            raise ZeroDivisionError("division by zero")
        return recognise(worker, article, tools)

    monkeypatch.setattr(Worker, "_recognise", stumble)
    summary = archive.run()
    assert [(fault.path, "ZeroDivisionError" in fault.reason) for fault in summary.skipped] == [("odd.txt", True)]
    assert set(archive.held()) == {"0.txt", "1.txt"}


@pytest.mark.parametrize("readable", [True, False])
def test_a_mistake_of_ours_that_comes_with_a_new_version_costs_an_article_that_was_indexed_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, readable: bool
) -> None:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    if not readable:
        archive.write("1.txt", bytes(range(256)) * 8)
    recognise = Worker._recognise

    def stumble(worker: Worker, article: Article, tools: Tools) -> IndexedArticle:
        if article.path == "1.txt":
            raise IndexError("a mistake of ours")
        return recognise(worker, article, tools)

    monkeypatch.setattr(Worker, "_recognise", stumble)
    summary = archive.run(full=True)
    assert ([fault.path for fault in summary.skipped], summary.articles) == (["1.txt"], 2)
    assert not archive.run().published


def test_errors_keep_their_facts_on_the_way_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(DamagedIndexError(Path("a"), "b")))
    assert isinstance(error, DepecheError)
    assert (error.path, error.reason, "depeche check" in str(error)) == (Path("a"), "b", True)


def test_processes_end_with_the_one_that_called_them_and_do_not_keep_its_lock(recipe: Recipe) -> None:
    told, tell = os.pipe()

    def run() -> None:
        with WriteLock(recipe.folder) as lock, workers(recipe, KeptTools(), lock) as crew:
            crew.call(2)
            os.write(tell, " ".join(map(str, crew.everyone(pid))).encode())
            time.sleep(60)

    caller = multiprocessing.get_context("fork").Process(target=run)
    caller.start()
    pids = [int(number) for number in os.read(told, 100).split()]
    assert len(pids) == 2 and caller.pid
    with pytest.raises(LockedIndexError), WriteLock(recipe.folder):
        pass
    os.kill(caller.pid, signal.SIGKILL)
    caller.join()
    with WriteLock(recipe.folder):  # at once: nothing waits for the processes to notice
        while any(map(is_running, pids)):
            time.sleep(0.02)
