"""Text files, in every encoding and with every fault that was met."""

from __future__ import annotations

import codecs
import gzip
import os
import unicodedata
from pathlib import Path

import pytest

from index.article import RawArticle
from index.errors import UnreadableArticleError
from index.reading import Limits, read_file

TEXT = "Défense : l’Europe s’arme à l’été\n\nLe sommet s’est tenu « à huis clos », où l’on a décidé ça et là.\n"
STORED = TEXT


def read(path: Path, limits: Limits | None = None) -> list[RawArticle | UnreadableArticleError]:
    return list(read_file(path, path.name, limits or Limits()))


def written(folder: Path, content: bytes, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.encode("mac_roman"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\u2028").encode(),
        TEXT.replace("\n", "\x85").encode(),
        TEXT.replace("\n", "\\n").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("sommet", "som\u00admet").replace("huis", "\u200bhu\u2060is").encode(),
        TEXT.replace("sommet", "som\x07met\x1b").encode(),
        TEXT.replace("sommet", "som\x00met").encode(),
        TEXT.replace("sommet", "som\x00met").encode("cp1252"),
    ],
    ids=lambda content: content[:12].hex(),
)
def test_every_encoding_and_typography_gives_the_same_text(tmp_path: Path, content: bytes) -> None:
    assert read(written(tmp_path, content)) == [RawArticle("article.txt", STORED)]


def test_latin_1_is_read_though_it_has_no_curly_quotes(tmp_path: Path) -> None:
    text = "L'été où la Défense s'arma : « ça »"
    assert read(written(tmp_path, text.encode("latin-1"))) == [RawArticle("article.txt", text)]


def test_a_few_stray_bytes_do_not_spoil_utf_8(tmp_path: Path) -> None:
    content = TEXT.encode() * 3 + b"caf\xe9 "
    assert read(written(tmp_path, content)) == [RawArticle("article.txt", STORED * 3 + "café ")]


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    path = written(tmp_path, gzip.compress(TEXT.encode()), "article.TXT.gz")
    assert read(path) == [RawArticle("article.TXT.gz", STORED)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", codecs.BOM_UTF8 + b"\r\n  \n", "is empty"),
        ("a.txt", b"%PDF-1.7 \xe2\xe3", "PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        ("a.txt", gzip.compress(b"texte", mtime=0), "gzip"),
        ("a.txt", bytes(range(256)) * 8, "binary"),
        ("a.txt", b"abc\x00def" * 9, "binary"),
        ("a.txt", "Президент России выступил с речью перед народом".encode("cp1251"), "encoding"),
        ("a.txt.gz", gzip.compress(TEXT.encode() * 99, mtime=0)[:-20], "truncated"),
        ("a.txt.gz", b"not gzip", "gzip"),
        ("a.pdf", b"text", "format"),
        ("a", b"text", "format"),
    ],
)
def test_bad_files_are_refused_with_the_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (error,) = read(written(tmp_path, content, name))
    assert isinstance(error, UnreadableArticleError)
    assert error.path == tmp_path / name
    assert reason in error.reason


def test_huge_files_and_packed_bombs_are_refused_unread(tmp_path: Path) -> None:
    bomb = written(tmp_path, gzip.compress(b"a" * 3_000_000), "bomb.txt.gz")
    for path in (written(tmp_path, b"a" * 3_000_000), bomb):
        (error,) = read(path, Limits(article=1_000_000))
        assert isinstance(error, UnreadableArticleError)
        assert "larger" in error.reason


def test_a_vanished_file_is_an_error_value(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "gone.txt")
    assert isinstance(error, UnreadableArticleError)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_an_error_value(tmp_path: Path) -> None:
    path = written(tmp_path, b"texte")
    path.chmod(0)
    (error,) = read(path)
    assert isinstance(error, UnreadableArticleError)
