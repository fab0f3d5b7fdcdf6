"""`depeche check`: reads every file of the index and names those that are not what was written."""

from __future__ import annotations

import json
import sys

import click

from index.config import Config
from index.reindexing.checking import check_index
from web.command import with_config

DAMAGED = 1
# A full run leaves the generation before for a rollback, so that what is damaged there is named until the run after.
ADVICE = (
    "Rebuild with `depeche reindex --full`, or go back with `depeche rollback`. "
    "A damaged file of the previous generation goes with the run after that."
)


@click.command()
@with_config
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(config: Config, as_json: bool) -> None:
    """Read every file of the index, and name those that are damaged.

    \b
    Exit status:
      0  everything is as it was written
      1  something is damaged or missing: rebuild with `depeche reindex --full`, or go back with `depeche rollback`
    """
    problems = check_index(config.index)
    if as_json:
        listed = [{"path": str(problem.path), "reason": problem.reason} for problem in problems]
        click.echo(json.dumps({"index": str(config.index), "problems": listed}, ensure_ascii=False))
    elif problems:
        click.echo("\n".join(f"{problem.path}: {problem.reason}" for problem in problems))
        click.echo(ADVICE, err=True)
    else:
        click.echo("Everything is sound.")
    sys.exit(DAMAGED if problems else 0)
