"""`depeche serve`: a configuration goes in, a server runs until it is interrupted."""

from __future__ import annotations

from dataclasses import replace

import click

from index.config import Config
from web.command import with_config


@click.command()
@with_config
@click.option("--host", help="The address to listen on [default: server.host].")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to listen on [default: server.port].")
def command(config: Config, host: str | None, port: int | None) -> None:
    """Serve the search page and the HTTP endpoint.

    A new generation of the index is picked up by itself; there is no need to restart after `depeche reindex`.
    """
    from web.server import prepare, serve, try_port

    settings = replace(config.server, host=host or config.server.host, port=port or config.server.port)
    try_port(settings.host, settings.port)
    problem = prepare(config)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    click.echo(f"Dépêche is at http://{shown}:{settings.port} (Ctrl-C stops it).")
    if problem:
        click.echo(f"Nothing can be found yet. {problem} The server then follows by itself.", err=True)
    serve(replace(config, server=settings))
