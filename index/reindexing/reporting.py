"""The plan and the outcome of a run go in, its summary comes out; for a dry run the plan alone."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from index.columns import open_generation
from index.errors import UnreadableArticleError
from index.reading import read_file
from index.reindexing.base import counted
from index.reindexing.catalogue import Fault
from index.reindexing.planning import Outcome, Plan, check_loss, ids_of, moved_away, skipped
from index.reindexing.scanning import digest
from index.reindexing.stopwatch import Stopwatch
from index.reindexing.summary import LossError, Summary


def report(folder: Path, plan: Plan, stopwatch: Stopwatch, outcome: Outcome | None = None) -> Summary:
    """What a run did; without an outcome it found nothing to do."""
    generation = open_generation(folder)
    before = plan.base.generation
    articles, paragraphs = counted(generation)
    states = plan.unread + plan.changes.unseen if outcome is None else outcome.states
    return Summary(
        generation=generation.name,
        published=before is None or before.name != generation.name,
        articles=articles,
        paragraphs=paragraphs,
        counts=plan.counts(0 if outcome is None else outcome.read),
        skipped=skipped(plan, states),
        why_full=plan.why_full,
        seconds=stopwatch.elapsed,
        stages=stopwatch.seconds,
    )


def refused(plan: Plan, stopwatch: Stopwatch, outcome: Outcome, error: LossError) -> Summary:
    """What a run has read that refuses to publish it."""
    generation = plan.base.generation
    articles, paragraphs = counted(generation) if generation else (0, 0)
    return Summary(
        generation=generation.name if generation else None,
        published=False,
        articles=articles,
        paragraphs=paragraphs,
        counts=plan.counts(outcome.read),
        skipped=skipped(plan, outcome.states),
        why_full=plan.why_full,
        refusal=str(error),
        seconds=stopwatch.elapsed,
        stages=stopwatch.seconds,
    )


def preview(plan: Plan, stopwatch: Stopwatch, allowed: float) -> Summary:
    """What a run would do that may lose the share `allowed`; new and changed files are read, but nothing is written."""
    generation = plan.base.generation
    articles, paragraphs = counted(generation) if generation else (0, 0)
    fresh = tuple(_faults(plan))
    states = plan.changes.unchanged + plan.changes.touched + plan.changes.unseen
    return Summary(
        generation=generation.name if generation else None,
        published=False,
        articles=articles,
        paragraphs=paragraphs,
        counts=plan.counts(len(plan.files)),
        skipped=(*skipped(plan, states), *fresh),
        why_full=plan.why_full,
        refusal=_refusal(plan, allowed),
        changes=tuple(_changes(plan, {fault.path for fault in fresh if fault.line is None})),
        seconds=stopwatch.elapsed,
        stages=stopwatch.seconds,
    )


def _refusal(plan: Plan, allowed: float) -> str:
    """The sentence with which a run would refuse to lose so much, "" where it would not."""
    removed = plan.changes.removed
    came = {digest(file.path) for file in plan.changes.added} if removed else set()
    try:
        lost = ids_of(removed) - ids_of(moved_away(removed, came))
        check_loss(len(lost), plan.base.catalogue.files.values(), allowed)
    except LossError as error:
        return str(error)
    return ""


def _faults(plan: Plan) -> Iterator[Fault]:
    for file in plan.changes.added + plan.changes.changed:
        for found in read_file(file.path, file.relative, plan.recipe.limits):
            if isinstance(found, UnreadableArticleError):
                yield Fault(file.relative, found.line, found.reason)


def _changes(plan: Plan, unreadable: Set[str]) -> Iterator[tuple[str, str]]:
    for change, files in (("added", plan.changes.added), ("changed", plan.changes.changed)):
        yield from ((file.relative, "unreadable" if file.relative in unreadable else change) for file in files)
    yield from ((state.path, "removed") for state in plan.changes.removed)
