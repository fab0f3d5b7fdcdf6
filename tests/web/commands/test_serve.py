"""`depeche serve` before it serves."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.config import Config
from web.command import main


def test_a_taken_port_is_told_with_another_and_nothing_is_promised(corpus: Config) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--port", str(port), "--config", str(corpus.file)])
    assert result.exit_code == 1
    assert f"--port {port + 1}" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(("status", "serves"), [(0, True), (3, True), (4, True), (1, False), (2, False), (130, False)])
def test_make_serves_the_index_there_is_unless_reindexing_failed(tmp_path: Path, status: int, serves: bool) -> None:
    program = tmp_path / "bin/depeche"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\ntest "$1" = reindex && exit {status}\necho serving\n', "utf-8")
    program.chmod(0o755)
    core = tmp_path / ".core"
    core.touch()
    make = ["make", "serve", f"VENV={tmp_path}", "-o", str(core)]
    done = subprocess.run(make, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=False)
    assert ("serving" in done.stdout, done.returncode == 0) == (serves, serves), done


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_an_address_that_is_not_ours_is_told_with_others_not_with_another_port(corpus: Config, host: str) -> None:
    result = CliRunner().invoke(main, ["serve", "--host", host, "--config", str(corpus.file)])
    assert result.exit_code == 1
    assert ("127.0.0.1" in result.stderr, "another port" in result.stderr) == (True, False)


def test_a_server_without_an_index_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "config.yaml").write_text("articles: articles\nindex: index\n", "utf-8")
    monkeypatch.setattr("web.server.serve", lambda _config: None)
    monkeypatch.setattr("web.server.try_port", lambda _host, _port: None)
    result = CliRunner().invoke(main, ["serve", "--config", str(tmp_path / "config.yaml")])
    assert result.stdout.startswith("Dépêche is at http://")
    assert "Run `depeche reindex` to build it." in result.stderr
