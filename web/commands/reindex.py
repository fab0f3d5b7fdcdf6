"""`depeche reindex`: options go in; a run, its progress, its summary and an exit status come out."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

import click

from index.config import Config
from index.errors import DepecheError, LockedIndexError
from index.reindex import reindex
from index.reindexing.catalogue import Fault
from index.reindexing.held import held_back
from index.reindexing.progress import Progress
from index.reindexing.summary import LossError, Options, Summary
from index.reindexing.tools import KeptTools
from index.reindexing.watching import run_on_changes
from web.command import end, with_config
from web.progress import shown_on
from web.summaries import preview_lines, stamped, summary_json, summary_lines, watch_lines

INTERRUPTED = "Interrupted. What was published before is still served; run again to finish."


class Status(IntEnum):
    """The exit statuses; 2 is for mistakes on the command line and in the configuration."""

    DONE = 0
    FAILED = 1
    SKIPPED = 3
    LOSS = 4
    LOCKED = 5
    INTERRUPTED = 130


@click.command()
@with_config
@click.option("--full", is_flag=True, help="Read every file again.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--if-needed", is_flag=True, help="Leave with status 0 where nothing has changed, skipped files or not.")
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes [default: reindex.jobs].")
@click.option("--watch", is_flag=True, help="Go on, and index what changes as it changes.")
@click.option("--no-wait", is_flag=True, help="Leave with status 5 where another reindex is running.")
@click.option("--allow-loss", is_flag=True, help="Publish even if more articles vanish than reindex.max_loss allows.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors and, with --json, the summary.")
def command(config: Config, watch: bool, no_wait: bool, as_json: bool, quiet: bool, **asked: Any) -> None:
    """Bring the index level with the article files.

    The running server goes on with the old index until the new one is complete, then moves to it by itself.

    \b
    Exit status:
      0    done
      1    failed; the index is as it was
      2    wrong usage or configuration
      3    done, but files were skipped
      4    refused, because too many articles would be lost
      5    another reindex is running (with --no-wait)
      130  interrupted
    """
    options, kept = Options(wait=not no_wait, **asked), KeptTools() if watch else None
    run = _Run(config, options, shown_on(sys.stderr, quiet), as_json, quiet, kept)
    if watch and run.options.dry_run:
        raise click.UsageError("--watch and --dry-run exclude each other.")
    with _terminable():
        if watch:
            run.watch()
        else:
            end(run.status())


@dataclass(frozen=True, slots=True)
class _Run:
    """A run, or many with the tools that are kept for them, and where they are shown."""

    config: Config
    options: Options
    progress: Progress
    as_json: bool
    quiet: bool
    kept: KeptTools | None

    def status(self) -> Status:
        """Run once; return the exit status."""
        try:
            summary = self.once(self.options)
        except LossError as error:
            self.show_refused(error)
            return _told(error, Status.LOSS)
        except LockedIndexError as error:
            return _told(error, Status.LOCKED)
        except KeyboardInterrupt:
            click.echo(INTERRUPTED, err=True)
            return Status.INTERRUPTED
        self.show(summary)
        content = self.options.if_needed and not summary.counts.read and not summary.published
        return Status.SKIPPED if summary.skipped and not content else Status.DONE

    def watch(self) -> None:
        """Run after every change, until interrupted; errors are told, and end nothing."""
        watch = _Watch(self)
        watch.say(f"Watching {', '.join(map(str, self.config.articles))}. Ctrl-C ends this.")
        with suppress(KeyboardInterrupt):
            run_on_changes(self.config.articles, self.config.index, watch.run, _names(self.config), watch.warn)

    def once(self, options: Options) -> Summary:
        """Run once."""
        try:
            return reindex(self.config, options, self.progress, self.kept)
        finally:
            self.progress.end()

    def show(self, summary: Summary) -> None:
        """Print what a run did."""
        if self.as_json:
            click.echo(json.dumps(summary_json(summary), ensure_ascii=False))
        elif not self.quiet:
            lines = preview_lines(summary) if self.options.dry_run else summary_lines(summary)
            click.echo("\n".join(lines))

    def show_refused(self, error: DepecheError) -> None:
        """Print what a run had found that refused to publish it, for programs; people are told by its message."""
        if self.as_json and isinstance(error, LossError) and error.summary:
            self.show(error.summary)


class _Watch:
    """Runs again and again, and tells with the time what is new: the same files may be skipped for months."""

    def __init__(self, run: _Run) -> None:
        self._run = run
        self._options = run.options
        self._told: frozenset[Fault] = frozenset()
        self._held: set[str] = set()

    def run(self) -> None:
        """Run once, unless a rollback holds the index; whatever goes wrong is told."""
        try:
            if not self._options.full and (name := held_back(self._run.config)):
                self._hold(name)
                return
            summary = self._run.once(self._options)
        except DepecheError as error:
            self._run.show_refused(error)
            self.warn(f"Error: {error}")
        except Exception as error:
            # A mistake of ours must not end what was left to itself.
            self.warn(f"Error, please report this: {type(error).__name__}: {' '.join(str(error).split())}")
        else:
            self._show(summary)
            self._options = replace(self._options, full=False)

    def _hold(self, name: str) -> None:
        """Leave a generation that was rolled back to as it is; say so once."""
        if name not in self._held:
            self.say(f"Generation {name} was rolled back to, and stays until a file changes.")
            self._held.add(name)

    def say(self, message: str) -> None:
        """Tell something, with the time, unless only errors are asked for."""
        self._run.progress.say(stamped(message, datetime.now()))

    def warn(self, message: str) -> None:
        """Tell what went wrong, with the time."""
        click.echo(stamped(message, datetime.now()), err=True)

    def _show(self, summary: Summary) -> None:
        faults = frozenset(summary.skipped + summary.doubts)
        if self._options.full or summary.published or summary.counts.read or faults - self._told:
            if self._run.as_json:
                self._run.show(summary)
            elif not self._run.quiet:
                click.echo("\n".join(watch_lines(summary, self._told, datetime.now())))
        self._told = faults


def _names(config: Config) -> list[Path]:
    """The files of names beside the articles: a change of one, too, asks for a run."""
    own = [config.curation] if config.curation else []
    return own + [path for files in config.gazetteer_files().values() for path in files if path]


def _told(error: DepecheError, status: Status) -> Status:
    click.echo(f"Error: {error}", err=True)
    return status


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM ends what is done within as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
