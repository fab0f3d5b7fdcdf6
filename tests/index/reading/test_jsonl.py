"""Articles in JSON lines: what is read of them, and what becomes of bad lines."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from index.article import RawArticle
from index.cleaning import clean
from index.errors import UnreadableArticleError
from index.reading import Limits, read_file
from tests.index.reading.invented import FIRST, MARKED_UP, PARAGRAPHS, SECOND, TITLE, body, cleaned, read


def test_each_json_line_is_an_article(tmp_path: Path) -> None:
    lines = [
        {"id": 7, "title": TITLE, "text": f"{FIRST}\n\n{SECOND}", "date": "2024-03-03", "source": "Le Phare"},
        {
            "url": "https://phare.example/2",
            "titre": "Deux",
            "body": FIRST,
            "published": "Mon, 04 Mar 2024 10:00:00 GMT",
        },
        {"title": "Trois", "content": [FIRST, SECOND], "author": {"name": "Jeanne Morel"}},
        {"title": "Trois", "text": f"<p>{FIRST}</p><p>{SECOND}</p>"},
    ]
    content = "\ufeff" + "\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    for name, data in (("a.jsonl", content.encode()), ("b.jsonl.gz", gzip.compress(content.encode()))):
        found = read(tmp_path, name, data)
        assert all(isinstance(raw, RawArticle) for raw in found), found
        articles = [clean(raw) for raw in found if isinstance(raw, RawArticle)]
        assert [article.title for article in articles] == [TITLE, "Deux", "Trois", "Trois"]
        assert [article.date for article in articles] == [date(2024, 3, 3), date(2024, 3, 4), None, None]
        assert [article.source for article in articles] == ["Le Phare", None, None, None]
        assert articles[2].author == "Jeanne Morel"
        assert [body(article) for article in articles] == [(FIRST, SECOND), (FIRST,), (FIRST, SECOND), (FIRST, SECOND)]
        assert len({article.id for article in articles}) == 4


def test_the_id_of_a_json_article_does_not_depend_on_its_line(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"n{number}", "text": FIRST}) for number in range(3)]
    first = read(tmp_path, "a.jsonl", "\n".join(lines))
    second = read(tmp_path, "a.jsonl", "\n".join(reversed(lines)))
    assert {raw.key for raw in first if isinstance(raw, RawArticle)} == {"n0", "n1", "n2"}
    assert first == second[::-1]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"title": "Un", "text": ', "no JSON"),
        ('{"text": "une\ttabulation"}', "no JSON (Invalid control character at column 14)"),
        ("[1, 2]", "no JSON object"),
        ('"text"', "no JSON object"),
        ('{"title": "Sans texte"}', "no text"),
        ('{"text": "   "}', "no text"),
        ('{"text": 12}', "no text"),
        ('{"text": "<!-- <p> -->"}', "no text"),
        ('{"id": "n1", "text": "Encore"}', "id of an earlier line"),
        ("[" * 100_000, "JSON"),
        ('{"text": "' + "a" * 2000 + '"}', "larger"),
        ("{\x00\x00\x00}", "binary"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "a.jsonl"
    good = [json.dumps({"id": f"n{number}", "text": FIRST}) for number in range(1, 4)]
    path.write_text("\n".join([good[0], "", line, *good[1:]]), "utf-8")
    limit = 1000 if reason == "larger" else 1_000_000
    found = list(read_file(path, "a.jsonl", Limits(article=limit)))
    assert [raw.key for raw in found if isinstance(raw, RawArticle)] == ["n1", "n2", "n3"]
    (error,) = [raw for raw in found if isinstance(raw, UnreadableArticleError)]
    assert error.line == 3
    assert reason in error.reason


@pytest.mark.parametrize(
    "declaration", ['<?xml version="1.0" encoding="utf-8"?>', "\n<?xml version='1.0'?>", "\x00\x1b"]
)
def test_markup_of_a_line_is_read_whatever_stands_before_it(tmp_path: Path, declaration: str) -> None:
    article = cleaned(tmp_path, "a.jsonl", json.dumps({"title": TITLE, "text": f"{declaration}{MARKED_UP}"}))
    assert body(article) == PARAGRAPHS


def test_the_next_field_is_read_where_one_shows_no_text(tmp_path: Path) -> None:
    article = cleaned(tmp_path, "a.jsonl", json.dumps({"title": TITLE, "text": "<!-- <p> -->", "content": MARKED_UP}))
    assert body(article) == PARAGRAPHS


def test_whatever_a_library_raises_costs_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_tree: object) -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr("index.reading.jsonl.visible_lines", refuse)
    error, article = read(tmp_path, "a.jsonl", "\n".join(json.dumps({"text": text}) for text in (MARKED_UP, FIRST)))
    assert isinstance(article, RawArticle)
    assert isinstance(error, UnreadableArticleError)
    assert (error.line, error.reason) == (1, "cannot be read (ValueError: no such thing)")


def test_a_truncated_file_gives_the_lines_before_the_break_and_names_it(tmp_path: Path) -> None:
    rows = [json.dumps({"id": number, "text": f"{FIRST} {number * 7919}"}) for number in range(2000)]
    found = read(tmp_path, "a.jsonl.gz", gzip.compress("\n".join(rows).encode())[:-200])
    assert isinstance(found[-1], UnreadableArticleError)
    assert "truncated" in found[-1].reason
    assert found[-1].line is not None
    assert len(found) > 100


def test_a_file_of_lines_may_not_be_endless(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": FIRST}) + "\n") * 100, "utf-8")
    *_, last = read_file(path, "a.jsonl", Limits(article=1000, file=5000))
    assert isinstance(last, UnreadableArticleError)
    assert "larger" in last.reason


def test_entities_left_in_json_are_read(tmp_path: Path) -> None:
    line = json.dumps({"title": "Drones &amp; alli&eacute;s", "text": "L&#8217;arm&eacute;e &notre cherche AT&T."})
    article = cleaned(tmp_path, "a.jsonl", line)
    assert (article.title, body(article)) == ("Drones & alliés", ("L’armée &notre cherche AT&T.",))
