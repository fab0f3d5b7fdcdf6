"""How far a run has come, on a terminal and in a log."""

from __future__ import annotations

import io

from index.reindexing.progress import Silence
from web.progress import Bar, Lines, shown_on


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_terminal_gets_a_bar_and_a_log_gets_lines() -> None:
    assert isinstance(shown_on(Terminal()), Bar)
    assert isinstance(shown_on(io.StringIO()), Lines)
    assert isinstance(shown_on(Terminal(), quiet=True), Silence)


def test_a_bar_tells_stage_and_count_and_is_taken_away() -> None:
    terminal = Terminal()
    bar = Bar(terminal)
    bar.begin("scan", 0)
    bar.begin("read", 4)
    bar.advance(3)
    bar.say("Une nouvelle.")
    bar.end()
    shown = terminal.getvalue()
    assert "Looking for changes" in shown
    assert "Indexing" in shown
    assert "Une nouvelle.\n" in shown
    assert shown.rstrip(" ").endswith("\r")


def test_a_log_gets_a_line_now_and_then_with_rate_and_time_left() -> None:
    log, clock = io.StringIO(), Clock()
    lines = Lines(log, clock)
    lines.begin("read", 100)
    for second in range(1, 26):
        clock.seconds = second
        lines.advance(2)
    lines.end()
    assert log.getvalue().splitlines() == [
        "Indexing: 20 of 100 files, 2 a second, 40 s left",
        "Indexing: 40 of 100 files, 2 a second, 30 s left",
    ]


def test_a_short_run_leaves_no_line_in_a_log() -> None:
    log = io.StringIO()
    lines = Lines(log)
    lines.begin("read", 3)
    lines.advance(3)
    assert log.getvalue() == ""
