"""What is there and what was found go in; what a run has to do, and what it has made of each file, come out."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from index.reading import ArticleFile
from index.reindexing.base import Base
from index.reindexing.catalogue import Fault, FileState, doubts_of, faults_of, is_skipped
from index.reindexing.recipe import Recipe
from index.reindexing.scanning import Changes, Scan, compare
from index.reindexing.summary import Counts, LossError

# One article may always be taken away, however few there are.
HARMLESS_LOSS = 1


class Task(NamedTuple):
    """A file to index, and its state before where articles with the same content need not be indexed again."""

    file: ArticleFile
    before: FileState | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do: read `files`.

    `why_full` says why these are all of them, "" where they are those that changed.
    """

    base: Base
    found: Scan
    changes: Changes
    recipe: Recipe
    fingerprints: Mapping[str, str]
    why_full: str
    files: tuple[ArticleFile, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the newest generation is what this run would make."""
        return not (self.why_full or self.files or self.changes.removed)

    @property
    def known(self) -> tuple[FileState, ...]:
        """The states of the files that are as they were, or cannot be looked at."""
        return (*self.changes.unchanged, *self.changes.touched, *self.changes.unseen)

    @property
    def unread(self) -> tuple[FileState, ...]:
        """The states of the files that are there and need not be read."""
        return () if self.why_full else (*self.changes.unchanged, *self.changes.touched)

    def tasks(self, altered: frozenset[str]) -> list[Task]:
        """The files to index; all of those, too, that belong to a source whose furniture is `altered`."""
        known = {} if self.why_full else self.base.catalogue.files
        changed = [Task(file, _unless_of(altered, known.get(file.relative))) for file in self.files]
        return changed + [Task(self.found.files[state.path], None) for state in of_sources(self.unread, altered)]

    def counts(self, read: int, states: Iterable[FileState]) -> Counts:
        """The figures of the summary, where so many files were read, and `states` are what is known of those there."""
        changes, skipped = self.changes, frozenset(state.path for state in states if is_skipped(state))
        added = sum(file.relative not in skipped for file in changes.added)
        changed = sum(file.relative not in skipped for file in changes.changed)
        unchanged = sum(state.path not in skipped for state in self.known)
        return Counts(added, changed, len(changes.removed), unchanged, read, len(skipped) + len(self.found.faults))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run has made of the files, of which it has read so many.

    `states` are those of all files. `kept` are the articles that stay though their files, or lines, cannot be read now;
    `gone` those that leave the index; `lost` those of them that have not come back under another name.
    """

    states: tuple[FileState, ...]
    kept: frozenset[str]
    gone: frozenset[str]
    lost: frozenset[str]
    read: int

    def without(self, missing: frozenset[str]) -> Outcome:
        """The same, but for articles that were to be kept and cannot be."""
        if not missing:
            return self
        states = tuple(
            state._replace(articles=" ".join(each for each in state.articles.split() if each not in missing))
            for state in self.states
        )
        return replace(self, states=states, kept=self.kept - missing, lost=self.lost | missing)

    @property
    def files(self) -> dict[str, FileState]:
        """The states by the name of their file, for the catalogue."""
        return {state.path: state for state in self.states}


def make_plan(base: Base, found: Scan, recipe: Recipe, fingerprints: Mapping[str, str], why_full: str = "") -> Plan:
    """Decide what has to be read; `why_full` is a reason of the caller's to read everything.

    `fingerprints` are the recipe's, taken before anything that they tell of is used.
    """
    changes = compare(found, base.catalogue)
    why_full = why_full or base.why_full or _changed(base.fingerprints, fingerprints)
    files = tuple(found.files.values()) if why_full else changes.added + changes.changed
    return Plan(base, found, changes, recipe, fingerprints, why_full, files)


def settle(plan: Plan, read: Sequence[FileState]) -> Outcome:
    """Say what has become of every file, from the states of those that were read.

    What stands in the index from an earlier version of a file with faults stays, as far as the file, as it is now, does
    not replace it.
    """
    before = plan.base.catalogue.files
    settled = [_with_earlier(state, before.get(state.path)) for state in read]
    after = ids_of(settled)
    replaced = [before[state.path] for state in read if state.path in before]
    gone = ids_of(chain(replaced, plan.changes.removed)) - after
    moved = moved_away(plan.changes.removed, {state.digest for state in read})
    paths = {state.path for state in read}
    unread = (state for state in plan.unread if state.path not in paths)
    return Outcome(
        states=(*unread, *plan.changes.unseen, *settled),
        kept=after - ids_of(read) | ids_of(plan.changes.unseen),
        gone=gone,
        lost=gone - ids_of(moved),
        read=len(read),
    )


def of_sources(states: Iterable[FileState], sources: frozenset[str]) -> list[FileState]:
    """The files that hold an article of one of these sources."""
    if not sources:
        return []
    return [state for state in states if state.origins and not sources.isdisjoint(json.loads(state.origins))]


def _unless_of(sources: frozenset[str], state: FileState | None) -> FileState | None:
    return None if state is None or of_sources([state], sources) else state


def moved_away(removed: Iterable[FileState], digests: Container[str]) -> list[FileState]:
    """Those of the removed files whose content stands under another name: one of these digests."""
    return [state for state in removed if state.digest and state.digest in digests]


def loss_of(plan: Plan, outcome: Outcome, allowed: float) -> LossError | None:
    """The error of losing more than one article and than the share `allowed` of them; None where so much stays."""
    lost, before = len(outcome.lost), plan.base.catalogue.files.values()
    articles = sum(len(state.articles.split()) for state in before)
    return LossError(lost, articles, allowed) if lost > max(HARMLESS_LOSS, articles * allowed) else None


def ids_of(states: Iterable[FileState]) -> frozenset[str]:
    """The articles of these files."""
    return frozenset(chain.from_iterable(state.articles.split() for state in states))


def skipped(plan: Plan, states: Iterable[FileState]) -> tuple[Fault, ...]:
    """What is not in the index as it stands in its file, in the order of the names."""
    return _in_order(chain(plan.found.faults, *(faults_of(state) for state in states if state.faults)))


def doubtful(states: Iterable[FileState]) -> tuple[Fault, ...]:
    """What is in the index and in doubt there, in the order of the names."""
    return _in_order(chain.from_iterable(doubts_of(state) for state in states if state.doubts))


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.path, fault.line or 0)))


def _with_earlier(state: FileState, before: FileState | None) -> FileState:
    if before is None or not state.faults:
        return state
    # Its origins stay those of the articles that can be read: of the others there are no lines to learn from.
    return state._replace(articles=" ".join(dict.fromkeys(state.articles.split() + before.articles.split())))


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    names = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    return f"changed since the last run: {', '.join(names)}" if names else ""
