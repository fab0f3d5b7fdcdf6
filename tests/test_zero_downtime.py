"""A server under steady load while the archive changes beneath it: no error, no empty answer, one generation each."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from index.reindexing.summary import Summary
from tests.index.reindexing.archive import Archive, story

CONFIG = """
articles: articles
index: index
facets: {country: {gazetteers: [country.yaml]}}
server: {workers: 2, threads: 4}
"""
ARTICLES = 30
CLIENTS = 3
# Every article names the edition it belongs to, so that an answer made of two generations would give itself away.
EDITION = re.compile(r"édition (\d+)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request was told, and when it was asked."""

    asked: float
    status: int
    generation: str
    articles: int
    editions: frozenset[str]


@dataclass(slots=True)
class Load:
    """Clients that ask without pause."""

    port: int
    answers: list[Answer] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def ask(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self.stop.is_set():
            asked = time.monotonic()
            connection.request("GET", "/api/search?q=edition&copies=1&per_page=100")
            response = connection.getresponse()
            found = json.loads(response.read())
            texts = json.dumps(found.get("hits", []), ensure_ascii=False)
            total = found.get("total", {}).get("articles", 0)
            editions = frozenset(EDITION.findall(texts))
            self.answers.append(Answer(asked, response.status, found.get("generation", ""), total, editions))
        connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(config: Path, port: int) -> Iterator[None]:
    command = [sys.executable, "-c", "from web.command import main; main()", "serve", "--config", str(config)]
    server = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while True:
            assert server.poll() is None
            assert time.monotonic() < deadline
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def loaded(port: int) -> Iterator[Load]:
    load = Load(port)
    clients = [threading.Thread(target=load.ask) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    try:
        yield load
    finally:
        load.stop.set()
        for client in clients:
            client.join()


def publish_edition(archive: Archive, edition: int, articles: range, full: bool = False) -> Summary:
    """Make these the articles of the archive, all of this edition, and reindex."""
    wanted = {f"{number}.txt": number for number in articles}
    for path in archive.path(".").iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, number in wanted.items():
        archive.write(name, f"{story(number).strip()}\n\nC'est la page {number} que l'édition {edition} lui donne.\n")
    return archive.run(full=full)


def test_the_archive_changes_while_it_is_searched(tmp_path: Path) -> None:
    archive = Archive.of(tmp_path)
    (tmp_path / "config.yaml").write_text(CONFIG, "utf-8")
    first = publish_edition(archive, 0, range(ARTICLES))
    expected = {first.generation: (ARTICLES, frozenset("0"))}
    committed = {}
    port = free_port()
    with serving(tmp_path / "config.yaml", port), loaded(port) as load:
        for edition, articles, full in (
            (1, range(ARTICLES + 5), False),
            (2, range(2, ARTICLES + 5), False),
            (3, range(2, ARTICLES + 5), True),
            (4, range(ARTICLES), True),
            (5, range(1, ARTICLES + 9), False),
        ):
            time.sleep(0.3)
            summary = publish_edition(archive, edition, articles, full)
            committed[summary.generation] = time.monotonic()
            expected[summary.generation] = (len(articles), frozenset(str(edition)))
            time.sleep(1.3)
    assert {answer.status for answer in load.answers} == {200}
    for answer in load.answers:
        assert (answer.articles, answer.editions) == expected[answer.generation]
    order = list(expected)
    for generation, moment in committed.items():
        late = {answer.generation for answer in load.answers if answer.asked > moment + 1}
        assert late <= set(order[order.index(generation) :])
    assert {answer.generation for answer in load.answers} == set(expected)
