"""`depeche status`: prints what the index holds and what has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click

from index.config import Config
from index.reindexing.status import IndexStatus, status_of
from search.agreeing import differences
from web.command import with_config
from web.presenting import Json
from web.summaries import counted, fault_lines, faults_json, files


@click.command()
@with_config
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(config: Config, as_json: bool) -> None:
    """Say what the index holds, and whether it is level with the article files."""
    status, other = status_of(config), differences(config)
    if as_json:
        click.echo(json.dumps({"index": str(config.index)} | status_json(status, other), ensure_ascii=False))
    else:
        click.echo("\n".join([f"Index:      {config.index}", *status_lines(status, other)]))


def status_json(status: IndexStatus, other: Sequence[str]) -> Json:
    """The state of an index, and what a search uses that it was not made with; sizes in bytes, times in UTC."""
    pending = status.pending
    return {
        "generation": status.generation,
        "created": status.created.isoformat(timespec="seconds"),
        "articles": status.articles,
        "paragraphs": status.paragraphs,
        "segments": status.segments,
        "size": status.size,
        "current": status.is_current,
        "pending": {"added": pending.added, "changed": pending.changed, "removed": pending.removed},
        "why_full": status.why_full or None,
        "differences": list(other),
        "skipped": faults_json(status.skipped),
        "doubts": faults_json(status.doubts),
    }


def status_lines(status: IndexStatus, other: Sequence[str]) -> Iterator[str]:
    """The same for people."""
    yield f"Generation: {status.generation}, built {status.created.astimezone():%Y-%m-%d %H:%M:%S}"
    held = (status.articles, "article"), (status.paragraphs, "paragraph"), (status.segments, "segment")
    yield f"Holds:      {', '.join(counted(count, thing) for count, thing in held)}"
    yield f"Size:       {size(status.size)}"
    yield f"Files:      {_pending(status)}"
    if status.why_full:
        yield f"Rules:      the next reindex reads every file ({status.why_full})"
    if other:
        yield f"Search:     may miss words and facets until then: it uses other {' and '.join(other)} than the index"
    yield from fault_lines(status.skipped)
    yield from fault_lines(status.doubts, "Indexed, but in doubt")


def size(count: int) -> str:
    """So many bytes, in the unit that suits them."""
    for unit, name in ((1e9, "GB"), (1e6, "MB")):
        if count >= unit:
            return f"{count / unit:.1f} {name}"
    return f"{count / 1e3:.0f} KB"


def _pending(status: IndexStatus) -> str:
    pending = status.pending
    changes = (
        f"{files(count)} {change}"
        for count, change in ((pending.added, "added"), (pending.changed, "changed"), (pending.removed, "removed"))
        if count
    )
    told = ", ".join(changes)
    return f"{told} since; run `depeche reindex`" if told else "nothing has changed since"
