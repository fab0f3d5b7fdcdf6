"""A configuration goes in; the search over the newest generation, as every request needs it, comes out."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from index.columns import latest_generation
from index.columns.generation import toc_path
from index.config import Config
from search.opening import Opened, open_newest
from search.searching import Search
from web.serving import Live

EXTENSION = "depeche"


@dataclass(frozen=True, slots=True)
class Service:
    """What one server process holds on to."""

    config: Config
    live: Live[Opened]

    @property
    def search(self) -> Search:
        """The search over the newest generation; take it once per request, so that the answer is of one generation."""
        return self.live.current().search

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of facets, in the order of the page."""
        return self.config.kinds


def open_service(config: Config) -> Service:
    """The service of a configuration. Opens nothing yet: the first request does."""
    return Service(config, Live(lambda: _newest(config.index), lambda: _open(config)))


def _newest(folder: Path) -> tuple[int, int] | None:
    """What tells the newest generation from every other: its number, and when it was published.

    The numbers of an index that was removed and built anew begin again.
    """
    number = latest_generation(folder)
    try:
        return None if number is None else (number, toc_path(folder, number).stat().st_mtime_ns)
    except FileNotFoundError:
        # A commit has just removed it, and published another: the next look finds that.
        return None


def _open(config: Config) -> Opened:
    """A search that is usable at once, and gets ready in the background what the first completion would wait for."""
    opened = open_newest(config)
    opened.warn(config.index)
    threading.Thread(target=opened.search.prepare, name="prepare", daemon=True).start()
    return opened


def service() -> Service:
    """The service of the running application."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Service)
    return found
