"""`depeche rollback`: publishes the generation before the newest once more."""

from __future__ import annotations

import click

from index.columns import REPEATS, WriteLock, latest_generation, open_generation, rollback
from index.config import Config
from index.errors import DepecheError, IndexMissingError
from web.command import with_config

NO_EARLIER = (
    "{}: there is no earlier generation to go back to; one before the newest is kept. "
    "`depeche reindex` brings the index level with the files again."
)
NEXT = (
    "A reindex would bring back the article files as they are now: mend or remove what is wrong in them first, and "
    "stop what runs it by the clock. A running `depeche reindex --watch` leaves it so until a file changes."
)


@click.command()
@with_config
def command(config: Config) -> None:
    """Go back to the generation before the newest one.

    The server follows by itself. `depeche reindex --watch` leaves it so until a file changes; any other reindex
    compares the files with that older generation, and indexes again what has changed since.
    """
    if latest_generation(config.index) is None:
        raise IndexMissingError(config.index)
    with WriteLock(config.index) as lock:
        try:
            number = rollback(lock)
        except IndexMissingError:
            raise DepecheError(NO_EARLIER.format(config.index)) from None
    generation = open_generation(config.index, number)
    click.echo(f"Generation {generation.name} is now served: it repeats generation {generation.metadata[REPEATS]}.")
    click.echo(NEXT)
