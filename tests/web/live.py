"""A real server for tests: a configuration goes in, the address of a running `depeche serve` comes out."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
STARTING = 60


@contextmanager
def served(config: Path, **environ: str) -> Iterator[str]:
    """The address of a server over `config`, which ends with the context."""
    port = free_port()
    command = [sys.executable, "-c", "from web.command import main; main()", "serve", "--config", str(config)]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "DEPECHE_SERVER_PORT": str(port), **environ}
    process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _await(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(30)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTING
    while time.monotonic() < end:
        assert process.poll() is None, f"the server ended with status {process.returncode}"
        try:
            with urlopen(f"{address}/readyz"):
                return
        except URLError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")
