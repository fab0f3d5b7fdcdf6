"""The plan and the outcome of a run go in, its summary comes out; for a dry run the plan alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from index.article import RawArticle
from index.columns import Generation, open_generation
from index.reading import ArticleFile, Limits
from index.reindexing.base import counted
from index.reindexing.catalogue import FileState, is_skipped
from index.reindexing.entries import articles_of, entry_of, state_of
from index.reindexing.planning import Outcome, Plan, doubtful, loss_of, settle, skipped
from index.reindexing.stopwatch import Stopwatch
from index.reindexing.summary import LossError, Summary


def report(folder: Path, plan: Plan, outcome: Outcome, stopwatch: Stopwatch) -> Summary:
    """What a run did."""
    generation, before = open_generation(folder), plan.base.generation
    published = before is None or before.name != generation.name
    return replace(_summary(generation, plan, outcome, stopwatch), published=published)


def unpublished(plan: Plan, outcome: Outcome, stopwatch: Stopwatch, loss: LossError | None) -> Summary:
    """What was found that is not published, and the loss for which it is refused."""
    return replace(_summary(plan.base.generation, plan, outcome, stopwatch), refusal=str(loss or ""))


def preview(plan: Plan, stopwatch: Stopwatch, allowed: float) -> Summary:
    """What a run would do that may lose the share `allowed`; new and changed files are read, but nothing is written."""
    unchanged = (*plan.changes.unchanged, *plan.changes.touched) if plan.why_full else ()
    examined = [_examined(file, plan.recipe.limits) for file in plan.changes.added + plan.changes.changed]
    outcome = settle(plan, [*unchanged, *examined])
    summary = unpublished(plan, outcome, stopwatch, loss_of(plan, outcome, allowed))
    return replace(summary, changes=tuple(_changes(plan, outcome.states)))


def _summary(generation: Generation | None, plan: Plan, outcome: Outcome, stopwatch: Stopwatch) -> Summary:
    articles, paragraphs = counted(generation)
    return Summary(
        generation=generation.name if generation else None,
        published=False,
        articles=articles,
        paragraphs=paragraphs,
        counts=plan.counts(outcome.read, outcome.states),
        skipped=skipped(plan, outcome.states),
        doubts=doubtful(outcome.states),
        why_full=plan.why_full,
        changes=() if plan.why_full else tuple(_changes(plan, outcome.states)),
        seconds=stopwatch.elapsed,
        stages=stopwatch.seconds,
    )


def _examined(file: ArticleFile, limits: Limits) -> FileState:
    """What reading alone tells of a file."""
    found = articles_of(file, limits)
    return state_of(file, (entry_of(each) if isinstance(each, RawArticle) else each for each in found))


def _changes(plan: Plan, states: Iterable[FileState]) -> Iterator[tuple[str, str]]:
    """What becomes of every file that is not as it was."""
    unreadable = {state.path for state in states if is_skipped(state)}
    for change, files in (("added", plan.changes.added), ("changed", plan.changes.changed)):
        yield from ((file.relative, "unreadable" if file.relative in unreadable else change) for file in files)
    yield from ((state.path, "removed") for state in plan.changes.removed)
