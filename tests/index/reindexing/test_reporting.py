"""A dry run says what the run would: what it would refuse, and what it would stumble over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.article import RawArticle
from index.reindexing.summary import LossError
from tests.index.reindexing.archive import Archive, story
from tests.index.reindexing.test_worker import line


@pytest.mark.parametrize("full", [False, True])
def test_articles_that_would_vanish_from_within_a_file_are_counted_as_by_the_run(archive: Archive, full: bool) -> None:
    archive.write("breves.jsonl", "\n".join(map(line, range(3))))
    with pytest.raises(LossError, match="17 of 21") as refused:
        archive.run(full=full)
    assert archive.run(dry_run=True, full=full).refusal == str(refused.value)


@pytest.mark.parametrize("full", [False, True])
def test_articles_that_stay_though_their_lines_are_bad_are_not_lost(archive: Archive, full: bool) -> None:
    archive.write("breves.jsonl", "\n".join([*map(line, range(3)), "{"]))
    assert archive.run(dry_run=True, full=full).refusal == ""
    assert archive.run(full=full).articles == 21


def test_a_mistake_of_ours_in_reading_is_told_as_by_the_run(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_file: object) -> Iterator[RawArticle]:
        raise RecursionError("too deep")

    archive.write("new.txt", story(50))
    monkeypatch.setattr("index.reindexing.entries.read_file", stumble)
    expected = archive.run(dry_run=True)
    assert [(fault.path, "RecursionError: too deep" in fault.reason) for fault in expected.skipped] == [
        ("new.txt", True)
    ]
    assert archive.run().skipped == expected.skipped


@pytest.fixture
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """One file of twenty articles, and another, indexed."""
    archive = Archive.of(tmp_path_factory.mktemp("archive"), 1)
    archive.write("breves.jsonl", "\n".join(map(line, range(20))))
    archive.run()
    return archive
