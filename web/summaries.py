"""What a reindexing run answers goes in; text for a terminal, or JSON, comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from index.reindexing.catalogue import Fault
from index.reindexing.summary import Summary

Json = dict[str, Any]
SHOWN = 50
MARKS = {"added": "+", "changed": "~", "removed": "-", "unreadable": "!"}


def summary_json(summary: Summary) -> Json:
    """Everything that a run did."""
    return {
        "generation": summary.generation,
        "published": summary.published,
        "articles": summary.articles,
        "paragraphs": summary.paragraphs,
        "files": asdict(summary.counts),
        "why_full": summary.why_full or None,
        "skipped": faults_json(summary.skipped),
        "doubts": faults_json(summary.doubts),
        "refusal": summary.refusal or None,
        "changes": [{"path": path, "change": change} for path, change in summary.changes],
        "seconds": round(summary.seconds, 3),
        "stages": {stage.value: round(seconds, 3) for stage, seconds in summary.stages.items()},
    }


def faults_json(faults: Iterable[Fault]) -> list[Json]:
    """What could not be read; `line` is null where the whole file is meant."""
    return [asdict(fault) for fault in faults]


def summary_lines(summary: Summary) -> Iterator[str]:
    """What a run did, for people."""
    if summary.why_full:
        yield f"Every file was read: {summary.why_full}."
    counts = summary.counts
    changes = f"{counts.added} added, {counts.changed} changed, {counts.removed} removed, {counts.unchanged} unchanged"
    there = counts.added + counts.changed + counts.unchanged + counts.skipped
    yield f"{files(there)}: {changes}, {counts.skipped} skipped; {counts.read} read."
    state = "is now published" if summary.published else "is up to date"
    held = f"{counted(summary.articles, 'article')}, {counted(summary.paragraphs, 'paragraph')}"
    yield f"Generation {summary.generation} ({held}) {state}, after {summary.seconds:.1f} s."
    yield from fault_lines(summary.skipped)
    yield from fault_lines(summary.doubts, "Indexed, but in doubt")


def preview_lines(summary: Summary) -> Iterator[str]:
    """What a run would do, for people."""
    if summary.why_full:
        yield f"Every file would be read: {summary.why_full}."
    yield from _change_lines(summary.changes)
    counts = summary.counts
    yield (
        f"A run would add {files(counts.added)}, update {files(counts.changed)}, remove {files(counts.removed)}, "
        f"skip {files(counts.skipped)} and leave {counts.unchanged} as they are. Nothing was written."
    )
    if summary.refusal:
        yield f"It would refuse: {summary.refusal}"
    yield from fault_lines(summary.skipped)
    yield from fault_lines(summary.doubts, "Indexed, but in doubt")


def watch_lines(summary: Summary, told: Collection[Fault], now: datetime) -> Iterator[str]:
    """What a run of a watch did, for people: when, to which files, and of faults those not `told` before."""
    skipped, doubts = (
        tuple(fault for fault in faults if fault not in told) for faults in (summary.skipped, summary.doubts)
    )
    first, *others = summary_lines(replace(summary, skipped=skipped, doubts=doubts))
    yield stamped(first, now)
    yield from _change_lines(summary.changes[:SHOWN])
    if len(summary.changes) > SHOWN:
        yield f"  ... and {len(summary.changes) - SHOWN} more"
    yield from others


def stamped(message: str, now: datetime) -> str:
    """A message with the time in front, to the second."""
    return f"{now:%Y-%m-%d %H:%M:%S} {message}"


def _change_lines(changes: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{MARKS[change]} {path}" for path, change in changes)


def fault_lines(faults: tuple[Fault, ...], heading: str = "Skipped") -> Iterator[str]:
    """What was skipped, or what the heading says, and why; the first of them where there are many."""
    if faults:
        lines = sum(fault.line is not None for fault in faults)
        counts = [(len(faults) - lines, "file"), (lines, "line")]
        yield f"{heading} {' and '.join(counted(*count) for count in counts if count[0])}:"
        yield from (f"  {fault}" for fault in faults[:SHOWN])
    if len(faults) > SHOWN:
        yield f"  ... and {len(faults) - SHOWN} more (--json lists all)"


def files(count: int) -> str:
    """So many files."""
    return counted(count, "file")


def counted(count: int, thing: str) -> str:
    """So many of a thing, with an s where it is not one."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
