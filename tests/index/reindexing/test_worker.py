"""Files of many articles: only those that changed are made again, and bad lines cost nothing but themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.article import Article
from index.document import IndexedArticle
from index.reindexing.tools import Tools
from index.reindexing.worker import Worker
from tests.index.reindexing.archive import Archive, story


def line(number: int, text: int | None = None) -> str:
    title, *paragraphs = story(number if text is None else text).strip().split("\n\n")
    return json.dumps({"id": number, "title": title, "text": "\n\n".join(paragraphs)}, ensure_ascii=False)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive.of(tmp_path)
    archive.write("breves.jsonl", "\n".join(map(line, range(5))))
    archive.run()
    return archive


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the articles that are made from now on."""
    titles: list[str] = []
    recognise = Worker._recognise

    def noted(worker: Worker, article: Article, tools: Tools) -> IndexedArticle:
        titles.append(article.title.split()[1])
        return recognise(worker, article, tools)

    monkeypatch.setattr(Worker, "_recognise", noted)
    return titles


def sessions(archive: Archive) -> set[str]:
    """The numbers that the texts in the index name."""
    texts = archive.held()["breves.jsonl"]
    return {text.split("session ")[1].split()[0] for text in texts if "session " in text}


def test_of_a_file_that_changed_only_the_changed_articles_are_made_again(archive: Archive, made: list[str]) -> None:
    archive.write("breves.jsonl", "\n".join([line(0), line(1, 11), *map(line, range(2, 7))]))
    assert archive.run().articles == 7
    assert made == ["11", "5", "6"]
    assert sessions(archive) == {"0", "11", "2", "3", "4", "5", "6"}


def test_articles_whose_lines_are_gone_leave_the_index(archive: Archive, made: list[str]) -> None:
    archive.write("breves.jsonl", "\n".join(map(line, range(1, 5))))
    archive.run()
    assert (made, sessions(archive)) == ([], {"1", "2", "3", "4"})


def test_the_article_of_a_line_that_turns_bad_stays_and_the_line_is_named(archive: Archive, made: list[str]) -> None:
    archive.write("breves.jsonl", "\n".join([line(0), line(1), line(2)[:-9], line(3, 13), line(4)]))
    (fault,) = archive.run().skipped
    assert (fault.path, fault.line) == ("breves.jsonl", 3)
    assert made == ["13"]
    assert sessions(archive) == {"0", "1", "2", "13", "4"}
    archive.run(full=True)
    assert sessions(archive) == {"0", "1", "2", "13", "4"}
    archive.write("breves.jsonl", "\n".join([line(0), line(1), line(2), line(3, 13), line(4)]))
    assert archive.run().skipped == ()
    assert sessions(archive) == {"0", "1", "2", "13", "4"}


def test_a_line_that_holds_no_text_of_an_article_is_named(archive: Archive) -> None:
    archive.write("breves.jsonl", "\n".join([line(0), line(1), "", json.dumps({"id": 9, "text": "Publicité"})]))
    (fault,) = archive.run(allow_loss=True).skipped
    assert (fault.line, fault.reason) == (4, "holds no text of an article")


def test_an_article_that_only_moved_to_another_line_is_not_made_again(archive: Archive, made: list[str]) -> None:
    archive.write("breves.jsonl", "\n".join([line(9), *map(line, range(5))]))
    archive.run()
    assert made == ["9"]


def test_one_id_twice_means_the_last_of_them_however_often_it_is_read(archive: Archive) -> None:
    for text in (11, 12):
        archive.write("breves.jsonl", "\n".join([line(0), line(1), line(1, text)]))
        archive.run(allow_loss=True)
        held = sessions(archive)
        archive.run(full=True)
        assert sessions(archive) == held


def test_a_file_that_could_not_be_opened_is_tried_again_each_time(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", story(8))
    opened = Path.open

    def refuse(path: Path, *arguments: object, **named: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **named)  # type: ignore[call-overload]

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        for _ in range(2):
            assert [fault.path for fault in archive.run().skipped] == ["a.txt"]
    assert archive.run().skipped == ()
    assert "a.txt" in archive.held()
