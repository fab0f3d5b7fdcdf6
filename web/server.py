"""A configuration goes in, and a gunicorn server runs until it is told to stop."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import suppress
from pathlib import Path

from flask import Flask
from gunicorn.app.base import BaseApplication

from index.config import Config
from index.errors import DepecheError
from search.opening import open_newest
from web.app import create_app
from web.service import open_service

# Workers beyond this many share nothing but the index; a larger machine says so in its configuration.
MOST_WORKERS = 8
# Ports below the first are for the system's own services; the second is proposed instead of those.
UNPRIVILEGED, FREE = 1024, 8000


class AddressError(DepecheError):
    """The address to listen on is in use, or not ours."""

    def __init__(self, host: str, port: int, error: OSError) -> None:
        super().__init__(
            f"Cannot listen on {host}:{port}: {(error.strerror or str(error)).lower()}. {_advice(port, error)}"
        )


def _advice(port: int, error: OSError) -> str:
    if error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT) or isinstance(error, socket.gaierror):
        return (
            "Choose an address of this machine: 127.0.0.1 to be reached from here only, 0.0.0.0 to be reached from "
            "others, with `--host`, `DEPECHE_SERVER_HOST`, or `server.host` in the configuration."
        )
    free = port + 1 if port >= UNPRIVILEGED else FREE
    return (
        f"Choose another port: `depeche serve --port {free}`, `DEPECHE_SERVER_PORT={free} make serve`, or "
        "`server.port` in the configuration."
    )


def serve(config: Config) -> None:
    """Serve until interrupted, at an address that `try_port` found free."""
    _Server(config).run()


def prepare(config: Config) -> DepecheError | None:
    """Load once, before the workers part, what all of them need: code and gazetteers then take their room once.

    Where the index cannot be opened, the reason is returned, and each worker loads them with the first that can be.
    """
    try:
        open_newest(config)
    except DepecheError as error:
        return error
    return None


def options(config: Config) -> dict[str, object]:
    """What gunicorn is told."""
    shared_memory = Path("/dev/shm")
    return {
        "bind": f"{_bracketed(config.server.host)}:{config.server.port}",
        "workers": config.server.workers or min(os.cpu_count() or 1, MOST_WORKERS),
        "threads": config.server.threads,
        "worker_class": "gthread",
        # Index, gazetteer and code are opened in each worker; restarts keep a leak in any library from mattering.
        "max_requests": 100_000,
        "max_requests_jitter": 10_000,
        "accesslog": "-" if config.server.access_log else None,
        "errorlog": "-",
        "loglevel": "warning",
        "worker_tmp_dir": str(shared_memory) if shared_memory.is_dir() else None,
        # As docs/api.md says; the command line in README.md, too.
        "limit_request_line": 8190,
        # The control socket is one more thing to attack, and fails on read-only file systems.
        "control_socket_disable": True,
        "proc_name": "depeche",
    }


class _Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, told by us instead of by a command line."""

    def __init__(self, config: Config) -> None:
        self.depeche = config
        super().__init__()

    def load_config(self) -> None:
        for name, value in options(self.depeche).items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        service = open_service(self.depeche)
        # The first reader should not wait for the index; where there is none yet, that reader is told.
        with suppress(DepecheError):
            service.live.current()
        return create_app(self.depeche, service)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def try_port(host: str, port: int) -> None:
    """Raises `AddressError` when the address cannot be had; gunicorn would try for seconds, then give a traceback."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            # Binding beside a listener can succeed with SO_REUSEADDR; listening beside one cannot.
            probe.listen(1)
    except OSError as error:
        raise AddressError(host, port, error) from None
