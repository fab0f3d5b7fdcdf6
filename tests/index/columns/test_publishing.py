"""What is published is what is opened; what is replaced, removed or left behind is gone."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.columns import (
    REPEATS,
    Generation,
    WriteLock,
    check,
    latest_generation,
    open_generation,
    publish,
    rollback,
)
from index.columns.merging import MergePolicy, Part
from index.document import IndexedArticle
from index.errors import (
    DamagedIndexError,
    IndexMissingError,
    LockedIndexError,
    UnreadableIndexError,
    UnsafeIndexError,
)
from tests.index.columns.corpus import FIELDS, article, build

NEVER = MergePolicy(most=0, waste=1)


def text(number: int, *words: str) -> IndexedArticle:
    return article(number, [(words, [])])


def change(
    folder: Path, added: Sequence[IndexedArticle], removed: Sequence[str] = (), policy: MergePolicy = NEVER
) -> int:
    with WriteLock(folder) as lock:
        base = open_generation(folder) if latest_generation(folder) else None
        return publish(lock, base, build(folder, added), removed, FIELDS, {"reason": "test"}, policy=policy)


def words_of(generation: Generation) -> dict[str, str]:
    """The text of each live article by its path."""
    found = {}
    for segment, live in zip(generation.segments, generation.live, strict=True):
        for number in range(segment.article_count) if live is None else np.flatnonzero(live):
            one, _ = segment.stored(int(number))
            found[one.path] = one.paragraphs[1].text
    return found


def test_an_article_replaces_one_of_the_same_id_wherever_that_is(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char"), text(2, "armée")])
    change(tmp_path, [text(1, "élysée"), text(3, "a"), text(3, "la")], [text(9).article.id, "no id"])
    expected = {"a/1.txt": "élysée", "a/2.txt": "armée", "a/3.txt": "la"}
    assert words_of(open_generation(tmp_path)) == expected
    change(tmp_path, [], policy=MergePolicy())
    assert words_of(open_generation(tmp_path)) == expected


def test_an_article_that_is_removed_and_added_at_once_stays(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char")])
    change(tmp_path, [text(1, "la")], [text(1).article.id])
    assert words_of(open_generation(tmp_path)) == {"a/1.txt": "la"}


def test_a_generation_says_what_it_is(tmp_path: Path) -> None:
    numbers = [change(tmp_path, [text(n, "char")]) for n in range(3)]
    assert numbers == [1, 2, 3]
    generation = open_generation(tmp_path)
    assert (generation.number, generation.fields, generation.metadata) == (3, FIELDS, {"reason": "test"})
    assert latest_generation(tmp_path) == 3
    assert open_generation(tmp_path, 2).name != generation.name == open_generation(tmp_path, 3).name


def test_a_generation_shares_segments_with_the_one_before(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char")])
    before = open_generation(tmp_path)
    change(tmp_path, [text(2, "char")])
    after = open_generation(tmp_path)
    assert [segment.name in {each.name for each in before.segments} for segment in after.segments] == [True, False]


def test_stories_are_told_of_the_segments_that_are_published(tmp_path: Path) -> None:
    def tell(parts: Sequence[Part], base: Generation | None) -> list[NDArray[np.uint32]]:
        assert base is None
        return [part.segment.signatures[:, 0].astype(np.uint32) for part in parts]

    with WriteLock(tmp_path) as lock:
        added = build(tmp_path, [article(1, (), None, (7,))]) + build(tmp_path, [article(2, (), None, (7,))])
        publish(lock, None, added, (), FIELDS, {}, tell)
    [stories] = open_generation(tmp_path).stories
    assert stories is not None
    assert stories.tolist() == [7, 7]


def test_files_stay_as_long_as_this_generation_or_the_one_before_needs_them(tmp_path: Path) -> None:
    for number in range(5):
        change(tmp_path, [text(number, "char")], policy=MergePolicy())
    kept = {path.name for path in tmp_path.iterdir()}
    needed = {s.summary.file_name for n in (4, 5) for s in open_generation(tmp_path, n).segments}
    assert kept == needed | {"_MAIN_4.toc", "_MAIN_5.toc", "MAIN_WRITELOCK"}


def test_rolling_back_publishes_the_generation_before_once_more(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char")])
    change(tmp_path, [text(1, "la"), text(2, "a")])
    with WriteLock(tmp_path) as lock:
        assert rollback(lock) == 3
        assert words_of(open_generation(tmp_path)) == {"a/1.txt": "char"}
    assert open_generation(tmp_path).metadata[REPEATS] == "1"


def test_rolling_back_twice_does_not_go_forward_again(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char")])
    change(tmp_path, [text(1, "la"), text(2, "a")])
    with WriteLock(tmp_path) as lock:
        rollback(lock)
        with pytest.raises(IndexMissingError):
            rollback(lock)
    assert words_of(open_generation(tmp_path)) == {"a/1.txt": "char"}


def test_what_was_published_after_a_rollback_can_be_rolled_back(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char")])
    change(tmp_path, [text(1, "la")])
    with WriteLock(tmp_path) as lock:
        rollback(lock)
    change(tmp_path, [text(1, "dur")])
    with WriteLock(tmp_path) as lock:
        rollback(lock)
    assert words_of(open_generation(tmp_path)) == {"a/1.txt": "char"}


def test_there_is_nothing_to_roll_back_to_after_the_first_generation(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char")])
    with WriteLock(tmp_path) as lock, pytest.raises(IndexMissingError):
        rollback(lock)


def test_an_open_generation_outlives_its_files(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char")])
    generation = open_generation(tmp_path)
    for number in range(4):
        change(tmp_path, [text(1, f"mot{number}")], policy=MergePolicy())
    assert not list(tmp_path.glob(f"{generation.segments[0].name}*"))
    assert words_of(generation) == {"a/1.txt": "char"}


def test_a_reader_that_lost_the_race_with_a_commit_opens_the_newer_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(tmp_path, [text(1, "char")])
    stale = [1]

    def late(folder: Path) -> int | None:
        return stale.pop() if stale else latest_generation(folder)

    for number in range(3):
        change(tmp_path, [text(1, f"mot{number}")], policy=MergePolicy())
    monkeypatch.setattr("index.columns.generation.latest_generation", late)
    assert words_of(open_generation(tmp_path)) == {"a/1.txt": "mot2"}


def test_two_writers_cannot_write_at_once(tmp_path: Path) -> None:
    with WriteLock(tmp_path), pytest.raises(LockedIndexError), WriteLock(tmp_path):
        pass
    with WriteLock(tmp_path):
        pass


def test_a_writer_may_wait_for_another(tmp_path: Path) -> None:
    forked = multiprocessing.get_context("fork")
    locked, done = forked.Event(), tmp_path / "done"

    def write() -> None:
        with WriteLock(tmp_path):
            locked.set()
            done.touch()

    writer = forked.Process(target=write)
    writer.start()
    assert locked.wait(30)
    with WriteLock(tmp_path, wait=True):
        assert done.exists()
    writer.join()


def test_an_index_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "index"
    change(folder, [text(1, "char")])
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o775)
    with pytest.raises(UnsafeIndexError, match="chmod 700"):
        open_generation(folder)
    with pytest.raises(UnsafeIndexError), WriteLock(folder):
        pass
    folder.chmod(0o755)
    assert open_generation(folder).number == 1


def test_an_index_of_somebody_else_is_told_from_one_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    looks: list[Callable[[Path], object]] = [latest_generation, open_generation, check]
    for look in looks:
        with pytest.raises(UnreadableIndexError, match=r"Permission denied.*as the user who runs"):
            look(tmp_path)


@pytest.mark.parametrize("number", [None, 3])
def test_where_there_is_no_index_the_error_says_what_to_do(tmp_path: Path, number: int | None) -> None:
    with pytest.raises(IndexMissingError, match="depeche reindex"):
        open_generation(tmp_path / "nowhere", number)
    assert latest_generation(tmp_path / "nowhere") is None
    with pytest.raises(IndexMissingError):
        check(tmp_path)


def test_opening_looks_at_no_pickle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(tmp_path, [article(1, [(["char"], ["macron"])])])
    monkeypatch.setattr(pickle, "loads", pytest.fail)
    monkeypatch.setattr(pickle, "load", pytest.fail)
    assert words_of(open_generation(tmp_path)) == {"a/1.txt": "char"}


def test_a_lost_segment_is_named(tmp_path: Path) -> None:
    change(tmp_path, [text(1, "char")])
    [segment] = tmp_path.glob("MAIN_*.dpc")
    segment.unlink()
    with pytest.raises(DamagedIndexError, match=segment.name):
        open_generation(tmp_path)
    assert [problem.path for problem in check(tmp_path)] == [segment]
