"""Runs over a small archive: what is read again, what stays, what leaves, what is told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from index.columns import latest_generation, rollback
from index.columns.lock import WriteLock
from index.errors import LockedIndexError
from index.reindexing.catalogue import Fault
from index.reindexing.checking import check_index
from index.reindexing.summary import Counts, LossError
from tests.index.reindexing.archive import Archive, story

BINARY = bytes(range(256)) * 8


def test_the_first_run_indexes_every_article(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 3)
    summary = archive.run()
    assert (summary.articles, summary.counts.added, summary.published) == (3, 3, True)
    assert set(archive.held()) == {"0.txt", "1.txt", "2.txt"}


def test_an_empty_folder_gives_an_index_without_articles(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path)
    assert archive.run().articles == 0
    assert archive.held() == {}


def test_a_second_run_reads_nothing_and_publishes_nothing(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 3)
    first = archive.run()
    second = archive.run()
    assert (second.counts.read, second.published, second.generation) == (0, False, first.generation)


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 4)
    archive.run()
    archive.write("1.txt", story(17))
    archive.write("new.txt", story(18))
    summary = archive.run()
    assert (summary.counts.added, summary.counts.changed, summary.counts.read, summary.articles) == (1, 1, 2, 5)
    assert "session 17" in archive.held()["1.txt"][2]
    assert "session 0" in archive.held()["0.txt"][2]


def test_a_file_that_was_only_touched_is_not_read_again(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    archive.run()
    os.utime(archive.path("0.txt"), (1, 1))
    assert archive.run().counts.read == 0


def test_a_change_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    os.utime(archive.path("0.txt"), (1, 1))
    archive.run()
    archive.write("0.txt", story(0).replace("confirmé", "démentie"))
    os.utime(archive.path("0.txt"), (1, 1))
    assert archive.run().counts.changed == 1


def test_vanished_files_leave_the_index(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 10)
    archive.run()
    archive.path("3.txt").unlink()
    summary = archive.run()
    assert (summary.counts.removed, summary.articles) == (1, 9)
    assert "3.txt" not in archive.held()


def test_incremental_runs_end_where_a_full_run_ends(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 5)
    archive.run()
    archive.write("2.txt", story(22))
    archive.path("4.txt").unlink()
    archive.run()
    archive.write("dossier été/5.txt", story(5))
    archive.run()
    held = archive.held()
    archive.run(full=True)
    assert archive.held() == held


@pytest.mark.parametrize("full", [False, True])
def test_a_file_that_turns_bad_is_named_and_its_earlier_version_stays(tmp_path: Path, full: bool) -> None:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    archive.write("1.txt", BINARY)
    summary = archive.run(full=full)
    assert [fault.path for fault in summary.skipped] == ["1.txt"]
    assert "session 1 " in archive.held()["1.txt"][2]


def test_a_bad_file_is_reported_each_time_and_read_once(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    archive.write("bad.txt", BINARY)
    archive.run()
    again = archive.run()
    assert ([fault.path for fault in again.skipped], again.counts.read) == (["bad.txt"], 0)


def test_what_is_skipped_counts_as_nothing_else_before_during_and_after_the_run(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    archive.write("bad.txt", BINARY)
    archive.write("rapport.pdf", BINARY)
    counts = [archive.run(dry_run=True).counts, archive.run().counts, archive.run().counts]
    assert counts == [Counts(added=2, read=3, skipped=2), Counts(added=2, read=3, skipped=2), Counts(0, 0, 0, 2, 0, 2)]
    archive.write("1.txt", BINARY)
    assert archive.run().counts == Counts(unchanged=1, read=1, skipped=3)


def test_a_lost_date_is_told_until_it_is_mended_and_the_article_is_indexed(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    told = "its date is not understood (31 février 2025)"
    archive.write("a.jsonl", "\n".join([json.dumps({"text": story(7)}), dated("31 février 2025")]))
    for summary in (archive.run(dry_run=True), archive.run(), archive.run(), archive.run(full=True)):
        assert (summary.doubts, summary.skipped) == ((Fault("a.jsonl", 2, told),), ())
    assert "session 8 " in str(archive.held()["a.jsonl"])
    archive.write("a.jsonl", dated("28 février 2025"))
    assert archive.run(allow_loss=True).doubts == ()


def dated(day: str) -> str:
    return json.dumps({"id": 8, "text": story(8), "date": day})


def test_an_article_in_doubt_replaces_its_earlier_version(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    archive.write("a.md", f"---\ndate: 2025-02-03\n---\n\n{story(7)}")
    archive.run()
    archive.write("a.md", f"---\ndate: [oops\n---\n\n{story(8)}")
    summary = archive.run()
    assert (summary.counts.changed, len(summary.doubts)) == (1, 2)
    assert "session 7 " not in str(archive.held())


def test_a_bad_file_that_is_mended_is_indexed(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    archive.write("bad.txt", BINARY)
    archive.run()
    archive.write("bad.txt", story(7))
    summary = archive.run()
    assert summary.skipped == ()
    assert "bad.txt" in archive.held()


def test_an_article_behind_a_link_that_came_loose_stays(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text(story(9), "utf-8")
    archive.path("link.txt").symlink_to(elsewhere)
    archive.run()
    elsewhere.unlink()
    summary = archive.run()
    assert [fault.reason for fault in summary.skipped] == ["is a dangling link"]
    assert "link.txt" in archive.held()


def test_a_dry_run_says_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 10)
    archive.run()
    archive.path("0.txt").unlink()
    archive.write("1.txt", story(11))
    archive.write("new.txt", story(12))
    archive.write("bad.txt", BINARY)
    before = {path.name: path.stat().st_mtime_ns for path in archive.config.index.iterdir()}
    summary = archive.run(dry_run=True)
    assert set(summary.changes) == {
        ("0.txt", "removed"),
        ("1.txt", "changed"),
        ("new.txt", "added"),
        ("bad.txt", "unreadable"),
    }
    assert {path.name: path.stat().st_mtime_ns for path in archive.config.index.iterdir()} == before


def test_a_dry_run_before_the_first_does_not_even_make_the_folder(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    summary = archive.run(dry_run=True)
    assert summary.counts.added == 2
    assert not archive.config.index.exists()


def test_a_run_that_would_lose_too_much_publishes_nothing(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 10)
    archive.run()
    for number in range(3):
        archive.path(f"{number}.txt").unlink()
    with pytest.raises(LossError, match="3 of 10"):
        archive.run()
    assert len(archive.held()) == 10
    assert "3 of 10" in archive.run(dry_run=True).refusal
    assert archive.run(dry_run=True, allow_loss=True).refusal == ""
    assert archive.run(allow_loss=True).articles == 7


def test_a_full_run_may_lose_no_more_than_others(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 10)
    archive.run()
    for number in range(3):
        archive.path(f"{number}.txt").unlink()
    with pytest.raises(LossError):
        archive.run(full=True)


def test_files_that_moved_are_not_lost(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 6)
    archive.run()
    archive.path("2024").mkdir()
    for number in range(6):
        archive.path(f"{number}.txt").rename(archive.path(f"2024/{number}.txt"))
    assert archive.run(dry_run=True).refusal == ""
    assert archive.run().articles == 6
    assert set(archive.held()) == {f"2024/{number}.txt" for number in range(6)}


def test_the_share_that_may_be_lost_is_a_setting(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 10)
    archive.run()
    for number in range(3):
        archive.path(f"{number}.txt").unlink()
    assert archive.allowing(0.3).run().articles == 7


def test_a_lost_catalogue_means_that_everything_is_read_and_nothing_is_lost(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 10)
    archive.run()
    archive.write("1.txt", BINARY)
    archive.path("2.txt").unlink()
    for path in archive.config.index.glob("catalogue-*"):
        path.unlink()
    summary = archive.run()
    assert (summary.counts.read, summary.articles) == (9, 9)
    assert "catalogue" in summary.why_full
    assert "1.txt" in archive.held()


def test_an_older_catalogue_that_cannot_be_removed_is_no_failure_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.of(tmp_path, 2)
    archive.run()

    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name.startswith("catalogue-"):
            raise OSError(5, "Input/output error", str(path))
        unlink(path, missing_ok)

    (archive.config.index / "catalogue-0").touch()
    archive.write("new.txt", story(7))
    monkeypatch.setattr(Path, "unlink", refuse)
    assert archive.run().articles == 3


def test_a_damaged_catalogue_is_as_good_as_a_lost_one(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    archive.run()
    (path,) = archive.config.index.glob("catalogue-*")
    path.write_bytes(path.read_bytes()[:-3] + b"xyz")
    assert "catalogue" in archive.run().why_full
    assert archive.run().why_full == ""


def test_a_damaged_index_is_built_anew(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    archive.run()
    for path in archive.config.index.glob("_MAIN_*.toc"):
        path.write_bytes(b"")
    summary = archive.run()
    assert "damaged" in summary.why_full
    assert len(archive.held()) == 2


def test_a_run_after_a_rollback_goes_on_from_the_older_generation(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    archive.run()
    archive.write("0.txt", story(20))
    archive.run()
    with WriteLock(archive.config.index) as lock:
        rollback(lock)
    assert "session 0 " in archive.held()["0.txt"][2]
    assert archive.run().counts.changed == 1
    assert "session 20 " in archive.held()["0.txt"][2]


def test_a_run_that_may_not_wait_says_that_another_is_writing(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 1)
    with WriteLock(archive.config.index), pytest.raises(LockedIndexError):
        archive.run(wait=False)
    assert latest_generation(archive.config.index) is None


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_whatever_byte_of_a_segment_is_wrong_the_next_runs_end_with_a_sound_index(tmp_path: Path, place: float) -> None:
    archive = Archive.of(tmp_path, 5)
    archive.run()
    (path,) = archive.config.index.glob("*.dpc")
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 0x20
    path.write_bytes(content)
    archive.write("5.txt", story(5))
    assert archive.run().articles == 6
    for _ in range(2):
        archive.run(full=True)
    assert archive.held().keys() == {f"{number}.txt" for number in range(6)}
    assert check_index(archive.config.index).newest == ()


def test_a_missing_segment_is_made_up_for_and_what_only_it_held_is_told_as_lost(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 9)
    archive.run()
    for number in range(2):
        archive.write(f"{number}.txt", BINARY)
    for path in archive.config.index.glob("*.dpc"):
        path.unlink()
    with pytest.raises(LossError, match="2 of 9"):
        archive.run()
    summary = archive.run(allow_loss=True)
    assert (summary.articles, "damaged" in summary.why_full) == (7, True)
    assert archive.run().counts.read == 0
