"""The plan and the outcome of a run go in, its summary comes out; for a dry run the plan alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from index.columns import open_generation
from index.errors import UnreadableArticleError
from index.reading import ArticleFile, Limits, read_file
from index.reindexing.base import counted
from index.reindexing.catalogue import Fault, FileState, is_skipped, written_faults
from index.reindexing.planning import Outcome, Plan, check_loss, doubtful, ids_of, moved_away, skipped
from index.reindexing.scanning import digest
from index.reindexing.stopwatch import Stopwatch
from index.reindexing.summary import LossError, Summary


def report(folder: Path, plan: Plan, stopwatch: Stopwatch, outcome: Outcome | None = None) -> Summary:
    """What a run did; without an outcome it found nothing to do."""
    generation = open_generation(folder)
    before = plan.base.generation
    articles, paragraphs = counted(generation)
    states = plan.known if outcome is None else outcome.states
    return Summary(
        generation=generation.name,
        published=before is None or before.name != generation.name,
        articles=articles,
        paragraphs=paragraphs,
        counts=plan.counts(0 if outcome is None else outcome.read, states),
        skipped=skipped(plan, states),
        doubts=doubtful(states),
        why_full=plan.why_full,
        changes=() if plan.why_full else tuple(_changes(plan, states)),
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
        counts=plan.counts(outcome.read, outcome.states),
        skipped=skipped(plan, outcome.states),
        doubts=doubtful(outcome.states),
        why_full=plan.why_full,
        refusal=str(error),
        seconds=stopwatch.elapsed,
        stages=stopwatch.seconds,
    )


def preview(plan: Plan, stopwatch: Stopwatch, allowed: float) -> Summary:
    """What a run would do that may lose the share `allowed`; new and changed files are read, but nothing is written."""
    generation = plan.base.generation
    articles, paragraphs = counted(generation) if generation else (0, 0)
    states = (*plan.known, *(_examined(file, plan.recipe.limits) for file in plan.changes.added + plan.changes.changed))
    return Summary(
        generation=generation.name if generation else None,
        published=False,
        articles=articles,
        paragraphs=paragraphs,
        counts=plan.counts(len(plan.files), states),
        skipped=skipped(plan, states),
        doubts=doubtful(states),
        why_full=plan.why_full,
        refusal=_refusal(plan, allowed),
        changes=tuple(_changes(plan, states)),
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


def _examined(file: ArticleFile, limits: Limits) -> FileState:
    """What reading alone tells of a file; its `articles` are keys, and no ids."""
    keys: list[str] = []
    faults: list[Fault] = []
    doubts: list[Fault] = []
    for found in read_file(file.path, file.relative, limits):
        if isinstance(found, UnreadableArticleError):
            faults.append(Fault(file.relative, found.line, found.reason))
        else:
            keys.append(found.key or file.relative)
            doubts += (Fault(file.relative, found.line, doubt) for doubt in found.doubts)
    told = written_faults(faults), written_faults(doubts)
    return FileState(file.relative, articles=" ".join(keys), faults=told[0], doubts=told[1])


def _changes(plan: Plan, states: Iterable[FileState]) -> Iterator[tuple[str, str]]:
    """What becomes of every file that is not as it was."""
    unreadable = {state.path for state in states if is_skipped(state)}
    for change, files in (("added", plan.changes.added), ("changed", plan.changes.changed)):
        yield from ((file.relative, "unreadable" if file.relative in unreadable else change) for file in files)
    yield from ((state.path, "removed") for state in plan.changes.removed)
