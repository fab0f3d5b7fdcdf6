"""Answers on a terminal: what is marked, what is said when there is nothing, and how wide lines get."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner

from index.config import Config
from search.opening import open_search
from search.query import Query
from search.results import Hit, Results
from search.searching import Search
from tests.index.reindexing.archive import Archive
from web.command import main
from web.commands.search import report

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def search(corpus: Config) -> Search:
    """The shared corpus, opened once."""
    return open_search(corpus)


def unmarked(results: Results) -> Results:
    """The same answer without any highlight."""

    def bare(hit: Hit) -> Hit:
        paragraphs = tuple(replace(paragraph, highlights=()) for paragraph in hit.paragraphs)
        return replace(hit, title_highlights=(), paragraphs=paragraphs)

    return replace(results, hits=tuple(map(bare, results.hits)))


@pytest.mark.parametrize("width", [30, 60, 100])
def test_marking_words_does_not_change_where_lines_break(search: Search, width: int) -> None:
    results = search.answer(Query("ukraine défense"))
    lines = [unstyle(line) for line in report(results, width)]
    assert lines == [unstyle(line) for line in report(unmarked(results), width)]
    fragments = [line for line in lines if line.startswith("   ") and ".txt" not in line]
    assert len(fragments) > 3
    assert max(map(len, fragments)) <= width


def test_matches_are_underlined_in_titles_and_paragraphs(search: Search) -> None:
    lines = list(report(search.answer(Query("ukraine avions")), 200))
    underlined = [set(re.findall(r"\x1b\[4m(.+?)\x1b\[0m", line)) for line in lines]
    [title] = [place for place, line in enumerate(lines) if unstyle(line).startswith("1. Sommet")]
    assert {"Ukraine", "avions"} <= underlined[title]
    assert {"Ukraine", "avions"} <= set().union(*underlined[title + 1 :])


def test_the_title_is_shown_once(search: Search) -> None:
    results = search.answer(Query("coalition"))
    title = results.hits[0].article.title
    assert unstyle("\n".join(report(results, 200))).count(title) == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query("zorglub"), "No article matches all of this."),
        (Query("ukraine", page=7), "Page 7 is past the last one, 1."),
        (Query("((niger"), "Ignored '(': unbalanced parenthesis."),
        (Query("junte"), "1 article, 1 paragraph, "),
    ],
)
def test_an_answer_says_what_there_is_and_is_not(search: Search, query: Query, said: str) -> None:
    assert said in unstyle("\n".join(report(search.answer(query), 80)))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--all", "bogus"], "'bogus' is none of the kinds person, country, organisation."),
        (["--facet", "bogus=1"], "'bogus=1' is not KIND=VALUE with one of the kinds person, country, organisation."),
        (["--sort", "best"], "must be relevance, newest or oldest, not 'best'."),
        (["--per-page", "1000"], "must be a whole number from 1 to 100, not '1000'."),
    ],
)
def test_an_option_that_cannot_be_used_stops_the_command(corpus: Config, arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(main, ["search", "ukraine", *arguments, "--config", str(corpus.file)])
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_export_takes_no_page() -> None:
    assert CliRunner().invoke(main, ["export", "--page", "2"]).exit_code == 2


def test_a_page_past_the_last_is_not_counted_among_them(search: Search) -> None:
    told = "\n".join(report(search.answer(Query("ukraine", page=9, per_page=1)), 80))
    assert "Page 9 is past the last one" in told
    assert "page 9 of" not in told


def test_several_words_are_one_query(corpus: Config) -> None:
    quoted, bare = (
        CliRunner().invoke(main, ["search", *words, "--country", "ukraine", "--json", "--config", str(corpus.file)])
        for words in (["défense ukraine"], ["défense", "ukraine"])
    )
    assert json.loads(bare.stdout)["query"] == json.loads(quoted.stdout)["query"]
    assert json.loads(bare.stdout)["query"]["q"] == "défense ukraine"


def exported(corpus: Config, *arguments: str) -> str:
    result = CliRunner().invoke(main, ["export", *arguments, "--config", str(corpus.file)])
    assert result.exit_code == 0
    return result.stdout


def test_an_export_of_nothing_has_its_header(corpus: Config) -> None:
    assert exported(corpus, "zorglub", "--format", "csv").splitlines() == [
        "id,path,title,date,source,url,ordinal,text,person,country,organisation"
    ]


def test_an_export_for_excel_has_a_mark_and_semicolons_and_the_same_cells(corpus: Config) -> None:
    plain = exported(corpus, "ukraine", "--format", "csv")
    marked = exported(corpus, "ukraine", "--format", "excel")
    assert (plain[0], marked[0]) == ("i", "\ufeff")
    rows = [list(csv.reader(text.splitlines(), delimiter=mark)) for text, mark in ((plain, ","), (marked[1:], ";"))]
    assert rows[0] == rows[1]
    assert len(rows[0]) > 2


def test_a_warning_of_the_index_goes_to_standard_error(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 2)
    (tmp_path / "config.yaml").write_text(
        "articles: articles\nindex: index\nfacets: {country: {gazetteers: [country.yaml]}}\n", "utf-8"
    )
    archive.run()
    with (tmp_path / "country.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: pl, label: Pologne}\n")
    command = [sys.executable, "-c", "from web.command import main; main()", "search", "session", "--json"]
    done = subprocess.run(
        [*command, "--config", str(tmp_path / "config.yaml")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["total"]["articles"] == 2
    assert "other gazetteers than this search uses" in done.stderr
