"""Article files go in, the next generation of the index comes out, while the newest one goes on being served.

    file --read--> RawArticle --clean--> Article --recognise--> Mention --analyse--> IndexedArticle --write--> segment

is what each worker does (`reindexing/worker.py`). This page is what happens around it: which files are to be read, what
becomes of those that cannot be, and the one step by which all of it is published.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from index.columns import SegmentSummary, WriteLock, publish, sweep
from index.config import Config
from index.errors import DamagedIndexError, LockedIndexError, UnwritableIndexError
from index.reindexing.base import damaged, metadata, open_base, salvaged, sweep_catalogues
from index.reindexing.catalogue import Catalogue, bytes_known, save
from index.reindexing.collecting import collecting_seldom
from index.reindexing.compiled import sweep_compiled
from index.reindexing.learning import learn_sources
from index.reindexing.parsed import sweep_parsed
from index.reindexing.planning import Outcome, Plan, Task, loss_of, make_plan, settle
from index.reindexing.progress import Progress, Silence
from index.reindexing.recipe import Recipe
from index.reindexing.reporting import preview, report, unpublished
from index.reindexing.scanning import scan
from index.reindexing.stopwatch import Stage, Stopwatch
from index.reindexing.stories import tell_stories
from index.reindexing.summary import Options, Summary
from index.reindexing.tools import KeptTools
from index.reindexing.worker import Worker
from index.reindexing.workers import Workers, batches, workers

# With fewer files than this to read, starting processes takes longer than they save.
FEW = 200
# Bytes of a catalogue, some 130 for each file: with more files to look at, a process that was started before is ready
# when it is known what is to be read.
MANY = 2_500_000


def reindex(
    config: Config,
    options: Options | None = None,
    progress: Progress | None = None,
    kept: KeptTools | None = None,
) -> Summary:
    """Bring the index of `config` level with its article files.

    Who runs it again and again gives it the `kept` tools of the run before; then one article waits for no process.

    Raises `LockedIndexError` where another run holds the index and `options` say not to wait, `LossError` where too
    many articles would be lost, `WorkerError` where a process dies. Whatever is raised, the newest generation is still
    the one before, and the next run makes up for this one.
    """
    options, progress = options or Options(), progress or Silence()
    why_full = "it was asked for" if options.full else ""
    if options.dry_run:
        stopwatch, recipe = Stopwatch(), Recipe.of(config)
        with stopwatch.timed(Stage.SCAN):
            plan = _plan(config, recipe, recipe.fingerprints(), why_full)
        return preview(plan, stopwatch, _allowed_loss(config, options))
    with (
        collecting_seldom(),
        _explained(config.index),
        _locked(config.index, options.wait, progress) as lock,
        _swept(lock),
    ):
        try:
            return _run(lock, config, options, progress, kept, why_full)
        except DamagedIndexError as error:
            progress.say(f"{error.path}: {error.reason}. Building the index anew ...")
            return _run(lock, config, options, progress, kept, damaged(error))


def _run(
    lock: WriteLock, config: Config, options: Options, progress: Progress, kept: KeptTools | None, why_full: str
) -> Summary:
    """One attempt, from looking at the files to publishing what was made of them."""
    stopwatch, jobs = Stopwatch(), options.jobs or config.reindex.jobs or os.cpu_count() or 1
    progress.begin(Stage.SCAN, 0)
    recipe = Recipe.of(config)
    # Before a process loads the gazetteers: what is saved meanwhile is seen by the next run.
    fingerprints = recipe.fingerprints()
    with workers(recipe, kept or KeptTools(), lock) as crew:
        if jobs > 1 and kept is None and bytes_known(config.index) >= MANY:
            crew.call(1)
        with stopwatch.timed(Stage.SCAN):
            plan = _plan(config, recipe, fingerprints, why_full)
        if plan.is_empty:
            _renew(lock, plan)
            return report(lock.folder, plan, settle(plan, ()), stopwatch)
        if jobs > 1 and len(plan.files) >= FEW:
            crew.call(jobs)
        return _carry_out(lock, plan, crew, _allowed_loss(config, options), stopwatch, progress)


def _plan(config: Config, recipe: Recipe, fingerprints: Mapping[str, str], why_full: str) -> Plan:
    base = open_base(config.index)
    return make_plan(base, scan(base.named(config.articles), config.index), recipe, fingerprints, why_full)


def _carry_out(
    lock: WriteLock, plan: Plan, crew: Workers, allowed_loss: float, stopwatch: Stopwatch, progress: Progress
) -> Summary:
    """Index what the plan says, and publish it."""
    learnt, altered = learn_sources(crew, plan, progress)
    crew.everyone(partial(Worker.learn, learnt=learnt))
    outcome = _index(crew, plan, plan.tasks(altered), progress)
    if loss := loss_of(plan, outcome, allowed_loss):
        loss.summary = unpublished(plan, outcome, stopwatch, loss)
        raise loss
    segments = _harvest(crew, stopwatch)
    progress.begin(Stage.PUBLISH, 0)
    with stopwatch.timed(Stage.PUBLISH):
        _publish(lock, plan, outcome, Catalogue(outcome.files, learnt), segments)
    return report(lock.folder, plan, outcome, stopwatch)


def _allowed_loss(config: Config, options: Options) -> float:
    return 1.0 if options.allow_loss else config.reindex.max_loss


def _index(crew: Workers, plan: Plan, tasks: Sequence[Task], progress: Progress) -> Outcome:
    """Write the articles of these files to segments; in a full run also those that are kept without their files."""
    progress.begin(Stage.READ, len(tasks))
    read = []
    for states in crew.spread(Worker.index, batches(tasks)):
        read += states
        progress.advance(len(states))
    outcome = settle(plan, read)
    if not plan.why_full:
        return outcome
    kept = salvaged(plan.base.generation, outcome.kept)
    return outcome.without(outcome.kept.difference(*crew.spread(Worker.keep, batches(kept))))


def _harvest(crew: Workers, stopwatch: Stopwatch) -> list[SegmentSummary]:
    harvests = crew.everyone(Worker.finish)
    for harvest in harvests:
        stopwatch.add(harvest.seconds)
    return [segment for harvest in harvests for segment in harvest.segments]


def _publish(
    lock: WriteLock, plan: Plan, outcome: Outcome, catalogue: Catalogue, segments: Sequence[SegmentSummary]
) -> None:
    """Make the new segments, the articles that stay and the catalogue visible in one step."""
    if not (plan.why_full or segments or outcome.gone):
        save(lock.folder, catalogue, plan.base.catalogue_name)
        return
    told = metadata(plan.fingerprints, save(lock.folder, catalogue), plan.found.folders)
    base = None if plan.why_full else plan.base.generation
    publish(lock, base, segments, outcome.gone, plan.recipe.fields, told, tell_stories)
    sweep_catalogues(lock.folder)
    sweep_parsed(lock.folder, plan.recipe.files)
    sweep_compiled(lock.folder)


def _renew(lock: WriteLock, plan: Plan) -> None:
    """Remember the new stamps of files that were touched, so that they need not be compared again."""
    known = plan.base.catalogue
    if any(state != known.files[state.path] for state in plan.changes.touched):
        files = {**known.files, **{state.path: state for state in plan.changes.touched}}
        save(lock.folder, Catalogue(files, known.learnt), plan.base.catalogue_name)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """What the system says of a folder that cannot be written, as an error of ours."""
    try:
        yield
    except OSError as error:
        raise UnwritableIndexError(Path(error.filename or folder), error.strerror or str(error)) from error


@contextmanager
def _swept(lock: WriteLock) -> Iterator[None]:
    """Clear away what runs have left that were killed, and what this one leaves if it fails: it may fill the disk."""
    sweep(lock.folder)
    sweep_catalogues(lock.folder)
    try:
        yield
    except BaseException:
        sweep(lock.folder)
        sweep_catalogues(lock.folder)
        raise


@contextmanager
def _locked(folder: Path, wait: bool, progress: Progress) -> Iterator[WriteLock]:
    """The right to write; waiting for it is announced."""
    with ExitStack() as stack:
        try:
            lock = stack.enter_context(WriteLock(folder))
        except LockedIndexError:
            if not wait:
                raise
            progress.say("Another reindex is running. Waiting for it to end ...")
            lock = stack.enter_context(WriteLock(folder, wait=True))
        yield lock
