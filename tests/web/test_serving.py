"""The swap to a newer generation, seen from many threads."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from index.errors import DepecheError
from web.serving import Live


class Index:
    """An index whose generation is a number; it remembers how often it was opened."""

    def __init__(self) -> None:
        self.number: int | None = 1
        self.opened: list[int | None] = []

    def latest(self) -> int | None:
        return self.number

    def open(self) -> str:
        self.opened.append(self.number)
        return f"generation {self.number}"


def test_the_newest_generation_is_opened_once_and_then_served() -> None:
    index = Index()
    live = Live(index.latest, index.open, interval=0)
    assert {live.current() for _ in range(5)} == {"generation 1"}
    assert index.opened == [1]


def test_a_newer_generation_replaces_the_older_by_itself() -> None:
    index = Index()
    live = Live(index.latest, index.open, interval=0)
    live.current()
    index.number = 2
    assert live.current() == "generation 2"


def test_nothing_is_looked_up_again_within_the_interval() -> None:
    index = Index()
    live = Live(index.latest, index.open, interval=3600)
    live.current()
    live.current()
    index.number = 2
    assert live.current() == "generation 1"


def test_an_index_that_vanishes_leaves_the_old_generation_served() -> None:
    index = Index()
    live = Live(index.latest, index.open, interval=0)
    live.current()
    index.number = None
    assert live.current() == "generation 1"


def test_what_keeps_the_first_generation_from_opening_reaches_the_caller() -> None:
    def fail() -> str:
        raise DepecheError("no index")

    with pytest.raises(DepecheError, match="no index"):
        Live(lambda: None, fail).current()


def test_a_newer_generation_that_cannot_be_opened_leaves_the_old_one_served() -> None:
    index = Index()

    def open_newest() -> str:
        if index.number == 2:
            raise DepecheError("damaged")
        return index.open()

    live = Live(index.latest, open_newest, interval=0)
    live.current()
    index.number = 2
    assert [live.current() for _ in range(2)] == ["generation 1"] * 2
    index.number = 3
    assert live.current() == "generation 3"


def test_threads_go_on_with_the_old_generation_while_one_opens_the_new() -> None:
    index = Index()
    gate, entered = threading.Event(), threading.Event()

    def slow_open() -> str:
        if index.number == 2:
            entered.set()
            assert gate.wait(10)
        return index.open()

    live = Live(index.latest, slow_open, interval=0)
    live.current()
    index.number = 2
    with ThreadPoolExecutor(1) as pool:
        opening = pool.submit(live.current)
        assert entered.wait(10)
        assert [live.current() for _ in range(3)] == ["generation 1"] * 3
        gate.set()
        assert opening.result(10) == "generation 2"
    assert live.current() == "generation 2"
