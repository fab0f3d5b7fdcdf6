"""`depeche rollback`: publishes the generation before the newest once more."""

from __future__ import annotations

import click

from index.columns import WriteLock, latest_generation, open_generation, rollback
from index.config import Config
from index.errors import DepecheError, IndexMissingError
from web.command import with_config


@click.command()
@with_config
def command(config: Config) -> None:
    """Go back to the generation before the newest one.

    The server follows by itself. The next reindex compares the files with that older generation, and indexes again what
    has changed since.
    """
    if latest_generation(config.index) is None:
        raise IndexMissingError(config.index)
    with WriteLock(config.index) as lock:
        try:
            number = rollback(lock)
        except IndexMissingError:
            raise DepecheError(f"{config.index}: there is no earlier generation to go back to.") from None
    generation = open_generation(config.index, number)
    click.echo(f"Generation {generation.name} is now served: the articles of the one before the last.")
