"""`depeche serve` before it serves."""

from __future__ import annotations

import socket

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
