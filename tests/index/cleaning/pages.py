"""Labelled pages: templates of invented sites and a pool of paragraphs go in, pages and their labels come out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page, and what cleaning must make of it: `body` whole paragraphs in order, `noise` lines that are none."""

    name: str
    text: str
    title: str
    day: date | None
    body: tuple[str, ...]
    noise: tuple[str, ...]


@dataclass(slots=True)
class Layout:
    """How a page is written down: the blank lines after each line, and the width its paragraphs are wrapped at."""

    between: str = "\n"
    width: int | None = None

    def written(self, line: str) -> str:
        return textwrap.fill(line, self.width, break_on_hyphens=False) if self.width else line


LAYOUTS = (Layout(), Layout("\n\n"), Layout("\n\n", 78))


def labelled_pages() -> Iterator[LabelledPage]:
    """Every page in every layout."""
    pool = [line for line in (FOLDER / "pool.txt").read_text("utf-8").splitlines() if line[:1] in "=+"]
    titles = [line[2:] for line in pool if line.startswith("=")]
    paragraphs = [line[2:] for line in pool if line.startswith("+")]
    templates = (FOLDER / "pages.txt").read_text("utf-8").split("\n=== ")[1:]
    for layout in LAYOUTS:
        supply = cycle(paragraphs)
        for number, template in enumerate(templates):
            yield _page(template, titles[number % len(titles)], supply, layout)


def _page(template: str, title: str, supply: Iterator[str], layout: Layout) -> LabelledPage:
    head, *rows = template.rstrip("\n").split("\n")
    name, _, day = head.partition(" | ")
    blank = "\n\n" if "" in rows else layout.between
    lines: list[str] = []
    body: list[str] = []
    noise: list[str] = []
    for row in rows:
        sign, text = row[:1], filled(row[2:], title)
        if sign == "+" and row[1:].isdecimal():
            taken = [next(supply) for _ in range(int(row[1:]))]
            body += taken
            lines += taken
        elif sign:
            lines.append(text)
            if sign in "+-.":
                (body if sign == "+" else noise).append(text)
    text = blank.join(layout.written(line) for line in lines)
    return LabelledPage(name, text, title, None if day == "-" else date.fromisoformat(day), tuple(body), tuple(noise))


def filled(text: str, title: str) -> str:
    """The line with the title, or its beginning, in its places."""
    cut = " ".join(title.split()[:5]) + "..."
    return text.replace("{title}", title).replace("{again}", title).replace("{cut}", cut)
