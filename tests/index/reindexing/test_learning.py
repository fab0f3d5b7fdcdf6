"""The furniture of a source is learnt from all its articles, in whatever order they come."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning import LineCounts
from index.reindexing.catalogue import FileState, Learnt
from index.reindexing.learning import articles_by_origin, outgrown
from index.reindexing.progress import Silence
from index.reindexing.stopwatch import Stage
from index.reindexing.worker import total
from tests.index.reindexing.archive import Archive, story

FURNITURE = "Le vieux pont de pierre"
BINARY = bytes(range(256)) * 8


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


def texts(archive: Archive) -> None:
    for number in range(6):
        archive.write(f"agence/{number}.txt", story(number))


def lines() -> bytes:
    return "".join(json.dumps({"id": number, "text": story(number)}) + "\n" for number in range(6)).encode()


def damage_texts(archive: Archive) -> None:
    for number in range(6):
        archive.write(f"agence/{number}.txt", BINARY)


DAMAGES: dict[str, tuple[Callable[[Archive], None], Callable[[Archive], None]]] = {
    "files": (texts, damage_texts),
    "lines": (
        lambda archive: archive.write("agence/a.jsonl", lines()),
        lambda archive: archive.write("agence/a.jsonl", b"{\n" * 6),
    ),
    "compressed data": (
        lambda archive: archive.write("agence/a.jsonl.gz", gzip.compress(lines())),
        lambda archive: archive.write("agence/a.jsonl.gz", gzip.compress(lines())[:20]),
    ),
}


@pytest.mark.parametrize(("deliver", "damage"), DAMAGES.values(), ids=DAMAGES.keys())
def test_a_source_whose_every_article_is_damaged_stays_and_later_runs_go_on(
    tmp_path: Path, deliver: Callable[[Archive], None], damage: Callable[[Archive], None]
) -> None:
    archive = Archive.of(tmp_path, 1)
    deliver(archive)
    archive.run()
    before = archive.held()
    damage(archive)
    assert archive.run().skipped
    for number in (20, 21):
        archive.write(f"{number}.txt", story(number))
        assert archive.run().counts.read == 1
    assert {path: held for path, held in archive.held().items() if path[:2] not in ("20", "21")} == before
    deliver(archive)
    assert archive.run().skipped == ()


class Counting(Silence):
    """Counts how often lines are counted: once those of the new files, then those of a source that is learnt anew."""

    def __init__(self, at_second: Callable[[], None] = lambda: None) -> None:
        self.counted = 0
        self.at_second = at_second

    def begin(self, stage: str, total: int) -> None:
        self.counted += stage == Stage.LEARN
        if stage == Stage.LEARN and self.counted == 2:
            self.at_second()


def test_a_source_of_which_much_is_damaged_is_not_learnt_anew_by_every_run(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path)
    for number in range(20):
        archive.write(f"agence/{number}.txt", page(number))
    archive.run()
    for number in range(14):
        archive.write(f"agence/{number}.txt", BINARY)
    for number in range(20, 30):
        archive.write(f"agence/{number}.txt", page(number))
    archive.run()
    archive.write("autre/40.txt", story(40))
    progress = Counting()
    archive.run(progress)
    assert progress.counted == 1


def test_files_that_go_away_while_their_lines_are_counted_end_no_run(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path, 20)
    archive.run()
    for number in range(12):
        archive.path(f"{number}.txt").unlink()

    def take_away() -> None:
        for path in archive.path(".").iterdir():
            path.unlink()

    progress = Counting(take_away)
    assert archive.run(progress, allow_loss=True).articles == 8
    assert progress.counted == 2


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
