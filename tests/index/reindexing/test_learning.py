"""The furniture of a source is learnt from all its articles, in whatever order they come."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning import LineCounts
from index.reindexing.catalogue import FileState, Learnt
from index.reindexing.learning import articles_by_origin, outgrown
from index.reindexing.worker import total
from tests.index.reindexing.archive import Archive, story

FURNITURE = "Le vieux pont de pierre"


def page(number: int) -> str:
    title, *paragraphs = story(number).strip().split("\n\n")
    return "\n\n".join([title, paragraphs[0], FURNITURE, *paragraphs[1:]]) + "\n"


def shows_furniture(archive: Archive) -> set[str]:
    return {path for path, paragraphs in archive.held().items() if FURNITURE in paragraphs}


def test_a_line_that_recurs_over_the_articles_of_a_source_is_furniture(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path)
    for number in range(8):
        archive.write(f"journal/{number}.txt", page(number))
    archive.write("autre/0.txt", page(50))
    archive.run()
    assert shows_furniture(archive) == {"autre/0.txt"}


def test_articles_that_come_one_by_one_end_where_a_full_run_ends(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path)
    numbers = list(range(9))
    random.Random(3).shuffle(numbers)
    for number in numbers:
        archive.write(f"{number}.txt", page(number))
        archive.run()
    assert shows_furniture(archive) == set()
    held = archive.held()
    archive.run(full=True)
    assert archive.held() == held


def test_what_was_learnt_serves_the_next_article_without_reading_the_others(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path)
    for number in range(20):
        archive.write(f"{number}.txt", page(number))
    archive.run()
    archive.write("new.txt", page(99))
    assert archive.run().counts.read == 1
    assert shows_furniture(archive) == set()


def test_what_is_no_furniture_any_more_comes_back(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path)
    for number in range(8):
        archive.write(f"{number}.txt", page(number))
    archive.run()
    for number in range(1, 8):
        archive.write(f"{number}.txt", story(number))
    for number in range(8, 14):
        archive.write(f"{number}.txt", story(number))
    archive.run()
    assert shows_furniture(archive) == {"0.txt"}


@pytest.mark.parametrize(
    ("learnt_from", "articles", "outgrows"),
    [
        (None, 4, False),
        (None, 5, True),
        (10, 10, False),
        (10, 14, False),
        (10, 15, True),
        (10, 6, False),
        (10, 5, True),
        (10, 4, False),
    ],
)
def test_a_source_is_learnt_anew_when_it_has_grown_or_shrunk_by_half(
    learnt_from: int | None, articles: int, outgrows: bool
) -> None:
    known = {} if learnt_from is None else {"source": Learnt(learnt_from, frozenset())}
    assert outgrown(known, {"source": articles}) == ({"source"} if outgrows else set())


def test_articles_are_counted_by_their_source() -> None:
    states = [FileState("a", origins='{"x": 2, "y": 1}'), FileState("b", origins='{"x": 1}'), FileState("c")]
    assert articles_by_origin(states) == {"x": 3, "y": 1}


articles = st.tuples(st.sampled_from("ab"), st.frozensets(st.integers(0, 5)))


@given(st.lists(st.lists(articles, max_size=4), max_size=9))
def test_the_total_is_the_count_of_everything(parts: list[list[tuple[str, frozenset[int]]]]) -> None:
    added = total([LineCounts.of(part) for part in parts])
    at_once = LineCounts.of(article for part in parts for article in part)
    assert added.tallies.keys() == at_once.tallies.keys()
    for name, tally in at_once.tallies.items():
        assert added.tallies[name].articles == tally.articles
        assert dict(zip(added.tallies[name].keys, added.tallies[name].counts, strict=True)) == dict(
            zip(tally.keys, tally.counts, strict=True)
        )
