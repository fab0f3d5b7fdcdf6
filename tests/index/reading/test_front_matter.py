"""What is read of a front matter, and what is told of one that cannot be read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from index.article import RawArticle
from index.reading import Limits, read_file
from index.reading.fields import LONGEST

TEXT = "La préfète a confirmé mardi que le barrage serait vidé avant la fin de l'hiver."
KNOTS = "\n".join(f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]" for last, name in zip("abcd", "bcde", strict=True))


def read(folder: Path, name: str, content: str) -> RawArticle:
    (folder / name).write_text(content, "utf-8")
    (article,) = read_file(folder / name, name, Limits())
    assert isinstance(article, RawArticle), article
    return article


def markdown(folder: Path, fields: str, closing: str = "---\n") -> RawArticle:
    return read(folder, "a.md", f"---\n{fields}\n{closing}\n{TEXT}\n")


def test_few_words_cannot_stand_for_many(tmp_path: Path) -> None:
    article = markdown(tmp_path, f"a: &a [eau]\n{KNOTS}\ntitle: *e")
    assert (article.title, article.text) == ("*e", TEXT)
    assert [doubt for doubt in article.doubts if "front matter" in doubt]


@pytest.mark.parametrize("name", ["a.md", "a.jsonl"])
def test_a_field_may_not_be_longer_than_any_title(tmp_path: Path, name: str) -> None:
    long = "Le barrage " * 1000
    fields = {"title": long, "author": long, "url": f"https://barrage.example/{'a' * LONGEST}", "text": TEXT}
    front_matter = "\n".join(f"{field}: {json.dumps(value)}" for field, value in fields.items())
    content = f"---\n{front_matter}\n---\n\n{TEXT}\n" if name == "a.md" else json.dumps(fields)
    article = read(tmp_path, name, content)
    for value in (article.title, article.author):
        assert value is not None
        assert value.startswith("Le barrage Le")
        assert len(value) <= LONGEST + 2
    assert article.url is None


def test_long_ids_and_titles_still_tell_articles_apart(tmp_path: Path) -> None:
    titles = ["a" * (LONGEST + 10) + ending for ending in "bc"]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"title": title, "text": TEXT}) for title in titles))
    found = read_file(tmp_path / "a.jsonl", "a.jsonl", Limits())
    assert [article.key for article in found if isinstance(article, RawArticle)] == titles


@pytest.mark.parametrize("name", ["a.md", "a.jsonl"])
@pytest.mark.parametrize("day", ["31 février 2025", "hier", "20250230"])
def test_a_date_that_is_none_is_told(tmp_path: Path, name: str, day: str) -> None:
    content = f"---\ndate: {day}\n---\n\n{TEXT}\n" if name == "a.md" else json.dumps({"date": day, "text": TEXT})
    article = read(tmp_path, name, content)
    assert article.date is None
    assert article.doubts == (f"its date is not understood ({day})",)


def test_a_date_that_is_read_from_another_field_is_no_matter(tmp_path: Path) -> None:
    article = read(tmp_path, "a.jsonl", json.dumps({"date": "hier", "published": "2025-02-03", "text": TEXT}))
    assert (article.date, article.doubts) == (date(2025, 2, 3), ())
    assert read(tmp_path, "a.jsonl", json.dumps({"date": "", "published": None, "text": TEXT})).doubts == ()


@pytest.mark.parametrize("broken", ["date: [oops", "title: Crue\ndate: {2025-02-03", "title: Crue\nune ligne de trop"])
def test_a_front_matter_that_is_no_yaml_is_told(tmp_path: Path, broken: str) -> None:
    article = markdown(tmp_path, broken)
    assert article.text == TEXT
    assert [doubt for doubt in article.doubts if "front matter" in doubt]


def test_what_people_write_for_yaml_is_no_matter(tmp_path: Path) -> None:
    article = markdown(tmp_path, "title: Barrage : la crue\ndate: 2025-02-03\ntags:\n  - eau")
    assert (article.title, article.date, article.doubts) == ("Barrage : la crue", date(2025, 2, 3), ())


def test_a_front_matter_that_nothing_closes_is_no_text(tmp_path: Path) -> None:
    article = markdown(tmp_path, "title: La crue\ndate: 2025-02-03", closing="")
    assert (article.title, article.date, article.text) == ("La crue", date(2025, 2, 3), TEXT)
    assert [doubt for doubt in article.doubts if "not closed" in doubt]


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{TEXT}\n\n---\n\nFin.",
        f"---\nLe maire : rien à dire.\n{TEXT}\nLa préfète s'est tue.\nElle est partie.\n---\n\nFin.",
        f"---\nRappel : l'eau monte.\n\n{TEXT}",
    ],
)
def test_a_text_below_a_rule_is_no_front_matter(tmp_path: Path, text: str) -> None:
    article = read(tmp_path, "a.md", text)
    assert TEXT in article.text
    assert article.doubts == ()
