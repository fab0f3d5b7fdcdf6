"""Which files of a folder are articles, and under which names."""

from __future__ import annotations

import os
import socket
import tempfile
import unicodedata
from pathlib import Path

import pytest

from index.reading import ArticleFile, discover


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("texte", "utf-8")


def names(*folders: Path) -> list[str]:
    return [found.relative for found in discover(dict.fromkeys(folders, "")) if isinstance(found, ArticleFile)]


def refused(*folders: Path) -> dict[str, str]:
    return {
        found.path.name: found.reason
        for found in discover(dict.fromkeys(folders, ""))
        if not isinstance(found, ArticleFile)
    }


def test_articles_are_found_at_any_depth_in_a_stable_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/deep/er/ç a.txt", "a/z.TXT", "c.txt.gz")
    assert names(tmp_path) == ["a/deep/er/ç a.txt", "a/z.TXT", "b.txt", "c.txt.gz"]


def test_names_are_nfc_whatever_the_file_system_holds(tmp_path: Path) -> None:
    touch(tmp_path, unicodedata.normalize("NFD", "été/où.txt"))
    assert names(tmp_path) == ["été/où.txt"]


def test_names_that_are_not_utf_8_are_readable_all_the_same(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    try:
        os.close(os.open(folder + b"/caf\xe9.txt", os.O_CREAT))
    except OSError:
        pytest.skip("this file system takes no such names")
    (found,) = discover({tmp_path: ""})
    assert isinstance(found, ArticleFile)
    assert (found.relative, found.path.exists()) == ("café.txt", True)


def test_hidden_files_readmes_and_passing_files_are_left_out_silently(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "README.md", "readme", "x.txt~", "y.txt.part", "Thumbs.db")
    assert names(tmp_path) == ["a.txt"]
    assert refused(tmp_path) == {}


def test_files_of_other_formats_are_named(tmp_path: Path) -> None:
    touch(tmp_path, "rapport.pdf", "noending")
    assert names(tmp_path) == []
    assert set(refused(tmp_path)) == {"rapport.pdf", "noending"}


def test_dangling_links_and_special_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(tmp_path) == {"lost.txt": "is a dangling link", "pipe.txt": "is not a regular file"}


def test_sockets_are_named_and_never_opened() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{folder}/s.txt")
        assert refused(Path(folder)) == {"s.txt": "is not a regular file"}


def test_loops_of_links_end_and_links_to_files_are_followed(tmp_path: Path) -> None:
    touch(tmp_path, "a/one.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a/one.txt")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert names(tmp_path) == ["a/one.txt", "b.txt"]
    assert set(refused(tmp_path)) == {"self"}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert list(refused(tmp_path / "gone")) == ["gone"]


def test_names_begin_as_their_folders_are_called(tmp_path: Path) -> None:
    touch(tmp_path, "presse/a.txt", "agences/a.txt")
    found = discover({tmp_path / "presse": "", tmp_path / "agences": "agences/"})
    assert [file.relative for file in found if isinstance(file, ArticleFile)] == ["a.txt", "agences/a.txt"]


def test_a_folder_inside_another_is_visited_once(tmp_path: Path) -> None:
    touch(tmp_path, "a/b/c.txt")
    assert len(names(tmp_path / "a", tmp_path / "a/b")) == 1


def test_the_index_may_stand_among_the_articles(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "var/index/b.txt")
    (tmp_path / "var/index/_MAIN_1.toc").write_bytes(b"")
    found = [
        file.relative for file in discover({tmp_path: ""}, tmp_path / "var/index") if isinstance(file, ArticleFile)
    ]
    assert found == ["a.txt"]
    assert len(list(discover({tmp_path: ""}, tmp_path / "var/none"))) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_folder_is_named(tmp_path: Path) -> None:
    touch(tmp_path, "a/b.txt")
    (tmp_path / "a").chmod(0)
    assert set(refused(tmp_path)) == {"a"}
    (tmp_path / "a").chmod(0o700)
