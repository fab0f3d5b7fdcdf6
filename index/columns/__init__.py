"""The embedded engine's index: articles go into columnar segments, immutable generations of them come out."""

from index.columns.builder import SegmentBuilder
from index.columns.checking import Problem, check
from index.columns.generation import Generation, latest_generation, open_generation
from index.columns.lock import WriteLock
from index.columns.postings import CodedTerm, CodedTerms
from index.columns.publishing import REPEATS, earlier, publish, rollback
from index.columns.segment import NO_DATE, Segment, SegmentSummary
from index.columns.sweeping import files_of, sweep
from index.columns.vocabulary import Vocabulary

__all__ = [
    "NO_DATE",
    "REPEATS",
    "CodedTerm",
    "CodedTerms",
    "Generation",
    "Problem",
    "Segment",
    "SegmentBuilder",
    "SegmentSummary",
    "Vocabulary",
    "WriteLock",
    "check",
    "earlier",
    "files_of",
    "latest_generation",
    "open_generation",
    "publish",
    "rollback",
    "sweep",
]
