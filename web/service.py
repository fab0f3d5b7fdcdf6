"""A configuration goes in; the search over the newest generation, as every request needs it, comes out."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from flask import current_app

from index.columns import latest_generation
from index.config import Config
from search.opening import open_search
from search.searching import Search
from web.serving import Live

EXTENSION = "depeche"


@dataclass(frozen=True, slots=True)
class Service:
    """What one server process holds on to."""

    config: Config
    live: Live[Search]

    @property
    def search(self) -> Search:
        """The search over the newest generation; take it once per request, so that the answer is of one generation."""
        return self.live.current()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of facets, in the order of the page."""
        return self.config.kinds


def open_service(config: Config) -> Service:
    """The service of a configuration. Opens nothing yet: the first request does."""
    return Service(config, Live(lambda: latest_generation(config.index), lambda: _open(config)))


def _open(config: Config) -> Search:
    """A search that is usable at once, and gets ready in the background what the first completion would wait for."""
    search = open_search(config)
    threading.Thread(target=search.prepare, name="prepare", daemon=True).start()
    return search


def service() -> Service:
    """The service of the running application."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Service)
    return found
