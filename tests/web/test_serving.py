"""The swap to a newer generation, seen from many threads."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from index.errors import DepecheError
from web.serving import LATE, Live


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


def test_what_keeps_the_first_generation_from_opening_is_not_met_anew_by_every_request() -> None:
    index = Fragile()
    index.broken = DepecheError("no index")
    live = Live(index.latest, index.open, soon=3600)
    for _ in range(5):
        with pytest.raises(DepecheError, match="no index"):
            live.current()
    assert index.tried == 1
    index.number, index.broken = 2, None
    assert (live.current(), live.failure) == ("generation 2", None)


def test_an_index_that_cannot_be_looked_at_leaves_the_old_generation_served() -> None:
    index = Fragile()
    live = Live(index.latest, index.open, interval=0)
    live.current()
    index.unseen = PermissionError("out of reach")
    assert live.current() == "generation 1"
    assert live.failure and live.failure.error is index.unseen
    index.unseen = None
    assert live.current() == "generation 1"
    assert live.failure is None


class Fragile(Index):
    """An index that cannot be opened as long as `broken` says why, nor looked at as long as `unseen` does."""

    broken: Exception | None = None
    unseen: Exception | None = None
    tried = 0

    def latest(self) -> int | None:
        if self.unseen:
            raise self.unseen
        return super().latest()

    def open(self) -> str:
        self.tried += 1
        if self.broken:
            raise self.broken
        return super().open()


def test_a_newer_generation_that_cannot_be_opened_leaves_the_old_one_served() -> None:
    index = Fragile()
    live = Live(index.latest, index.open, interval=0, soon=3600)
    live.current()
    index.number, index.broken = 2, DepecheError("damaged")
    assert [live.current() for _ in range(2)] == ["generation 1"] * 2
    index.number, index.broken = 3, None
    assert live.current() == "generation 3"


def test_what_could_not_be_opened_is_served_once_it_can_be() -> None:
    index = Fragile()
    live = Live(index.latest, index.open, interval=0, soon=0)
    live.current()
    index.number, index.broken = 2, DepecheError("half a file")
    live.current()
    assert live.failure and str(live.failure.error) == "half a file"
    index.broken = None
    assert live.current() == "generation 2"
    assert live.failure is None


def test_what_cannot_be_opened_is_tried_ever_more_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    index = Fragile()
    live = Live(index.latest, index.open, interval=0, soon=1)
    live.current()
    index.number, index.broken = 2, DepecheError("damaged")
    tries = []
    for now in range(200):
        before = index.tried
        live.current()
        tries += [now] * (index.tried - before)
    assert tries[:6] == [0, 1, 3, 7, 15, 31]
    assert {later - earlier for earlier, later in pairwise(tries[5:])} == {LATE}


def test_a_failure_is_logged_once_however_often_it_is_met(caplog: pytest.LogCaptureFixture) -> None:
    index = Fragile()
    live = Live(index.latest, index.open, interval=0, soon=0)
    live.current()
    index.number, index.broken = 2, DepecheError("damaged")
    for _ in range(5):
        live.current()
    assert [(record.levelno, "damaged" in record.message) for record in caplog.records] == [(logging.ERROR, True)]
    index.broken = DepecheError("a second thing")
    live.current()
    assert len(caplog.records) == 2


def test_a_mistake_of_ours_does_not_take_the_old_generation_away_either(caplog: pytest.LogCaptureFixture) -> None:
    index = Fragile()
    live = Live(index.latest, index.open, interval=0)
    live.current()
    index.number, index.broken = 2, ValueError("unforeseen")
    assert live.current() == "generation 1"
    assert "Traceback" in caplog.text


def test_a_failure_is_forgotten_where_the_old_generation_is_the_newest_again() -> None:
    index = Fragile()
    live = Live(index.latest, index.open, interval=0)
    live.current()
    index.number, index.broken = 2, DepecheError("damaged")
    live.current()
    index.number = 1
    assert (live.current(), live.failure) == ("generation 1", None)


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
