"""`depeche check`: reads every file of the index and names those that are not what was written."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from index.config import Config
from index.reindexing.checking import Checked, check_index
from web.command import with_config
from web.presenting import Json

DAMAGED = 1
REBUILD = "Rebuild with `depeche reindex --full`{}."
REFUGE = ", or go back with `depeche rollback`"
SOUND = "Everything is sound."
ONLY_BEFORE = (
    "The newest generation is sound. What is damaged belongs to the one before, which is kept for a rollback; it goes "
    "when the next run that finds changes publishes."
)


@click.command()
@with_config
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(config: Config, as_json: bool) -> None:
    """Read every file of the index, and name those that are damaged.

    \b
    Exit status:
      0  the newest generation is as it was written
      1  something of it is damaged or missing: rebuild with `depeche reindex --full`
    """
    found = check_index(config.index)
    click.echo(json.dumps(_json(config, found), ensure_ascii=False) if as_json else "\n".join(_lines(found)))
    if found.newest and not as_json:
        click.echo(REBUILD.format(REFUGE * found.has_refuge), err=True)
    sys.exit(DAMAGED if found.newest else 0)


def _json(config: Config, found: Checked) -> Json:
    problems = [
        {"path": str(problem.path), "reason": problem.reason, "newest": problem in found.newest}
        for problem in (*found.newest, *found.before)
    ]
    return {"index": str(config.index), "sound": not found.newest, "problems": problems}


def _lines(found: Checked) -> Iterator[str]:
    yield from (f"{problem.path}: {problem.reason}" for problem in (*found.newest, *found.before))
    if not found.newest:
        yield ONLY_BEFORE if found.before else SOUND
