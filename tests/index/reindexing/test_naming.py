"""What the names of the articles of each folder begin with, whatever becomes of the other folders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.columns import open_generation
from index.reindexing import base
from index.reindexing.naming import name_folders
from tests.index.reindexing.archive import Archive, story

PRESSE, AGENCES, OTHERS = Path("/a/presse"), Path("/a/agences"), Path("/b/agences")


def named(*folders: Path, known: dict[str, str] | None = None, paths: list[str] | None = None) -> list[str]:
    return list(name_folders(folders, known, paths or []).values())


def test_the_first_folder_needs_no_name_and_the_others_have_their_own() -> None:
    assert named(PRESSE) == [""]
    assert named(PRESSE, AGENCES, OTHERS) == ["", "agences/", "b/agences/"]


def test_names_are_composed_and_a_whole_disk_may_be_a_folder() -> None:
    assert named(PRESSE, Path("/e\u0301te\u0301")) == ["", "été/"]
    assert named(Path("/"), PRESSE) == ["", "presse/"]


@pytest.mark.parametrize(
    ("folders", "names"),
    [
        ([AGENCES, PRESSE], ["agences/", ""]),
        ([AGENCES], ["agences/"]),
        ([OTHERS, AGENCES, PRESSE], ["b/agences/", "agences/", ""]),
        ([OTHERS, AGENCES], ["", "agences/"]),
        ([PRESSE, OTHERS, AGENCES], ["", "b/agences/", "agences/"]),
    ],
)
def test_what_is_known_stays_whatever_comes_goes_or_moves(folders: list[Path], names: list[str]) -> None:
    assert named(*folders, known={str(PRESSE): "", str(AGENCES): "agences/"}) == names


def test_an_index_that_remembers_nothing_keeps_the_names_it_gave() -> None:
    assert named(PRESSE, AGENCES, paths=["presse/1.txt", "agences/1.txt"]) == ["presse/", "agences/"]
    assert named(AGENCES, OTHERS, paths=["a/agences/1.txt"]) == ["a/agences/", "b/agences/"]
    assert named(PRESSE, AGENCES, paths=["1.txt", "agences/1.txt"]) == ["", "agences/"]


def ids(archive: Archive) -> dict[str, str]:
    generation = open_generation(archive.config.index)
    return {
        article.path: article.id
        for segment, live in zip(generation.segments, generation.live, strict=True)
        for number in range(segment.article_count)
        if live is None or live[number]
        for article, _ in [segment.stored(number)]
    }


def with_folders(archive: Archive, *names: str) -> Archive:
    for name in names:
        (archive.folder / name).mkdir(exist_ok=True)
    folders = tuple(archive.folder / name for name in names)
    return replace(archive, config=replace(archive.config, articles=folders))


def test_articles_keep_their_ids_when_folders_are_added_reordered_and_read_anew(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 3)
    archive.run()
    before = ids(archive)
    archive = with_folders(archive, "articles", "agences")
    (tmp_path / "agences/0.txt").write_text(story(7), "utf-8")
    counts = archive.run().counts
    assert (counts.added, counts.removed, counts.unchanged) == (1, 0, 3)
    assert set(ids(archive)) == {*before, "agences/0.txt"}
    archive = with_folders(archive, "dépêches", "agences", "articles")
    (tmp_path / "dépêches/0.txt").write_text(story(8), "utf-8")
    assert archive.run(full=True).counts.removed == 0
    after = ids(archive)
    assert set(after) == {*before, "agences/0.txt", "dépêches/0.txt"}
    assert before.items() <= after.items()


def test_an_index_of_several_folders_from_the_version_before_keeps_its_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = with_folders(Archive.of(tmp_path, 2), "articles", "agences")
    (tmp_path / "agences/0.txt").write_text(story(7), "utf-8")
    names = {tmp_path / "articles": "articles/", tmp_path / "agences": "agences/"}
    with monkeypatch.context() as patch:
        patch.setattr(base.Base, "named", lambda _base, _folders: names)
        patch.setattr(base, "FOLDERS", "forgotten")
        archive.run()
    before = ids(archive)
    assert "articles/0.txt" in before
    assert (archive.run(full=True).counts.removed, ids(archive)) == (0, before)
