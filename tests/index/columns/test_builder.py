"""A builder writes what it is given in segments, and keeps within its memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.columns import SegmentBuilder, WriteLock, open_generation, publish
from tests.index.columns.corpus import FIELDS, article

# Prints the peak of resident memory that building and publishing added, in bytes.
MEASURE = """
import sys
from pathlib import Path
from random import Random
from index.columns import SegmentBuilder, WriteLock, publish
from tests.index.columns.corpus import FIELDS, article

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

dice = Random(5)
words = [f"mot{int(dice.paretovariate(0.6))}" for _ in range(50_000)]
folder, memory = Path(sys.argv[1]), int(sys.argv[2])
with WriteLock(folder) as lock:
    before = peak()
    builder = SegmentBuilder(folder, FIELDS, memory)
    for number in range(1_600):
        paragraphs = [([dice.choice(words) for _ in range(60)], ["macron"]) for _ in range(8)]
        builder.add(article(number, paragraphs))
    segments = builder.finish()
    assert len(segments) > 1, "this is too little to fill the memory"
    publish(lock, None, segments, (), FIELDS, {})
    print(peak() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory as Linux tells it")
def test_the_peak_of_memory_stays_under_the_setting(tmp_path: Path) -> None:
    memory = 44 << 20
    command = [sys.executable, "-c", MEASURE, str(tmp_path / "index"), str(memory)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3])
    assert int(told.stdout) < memory


def test_a_builder_writes_a_segment_whenever_its_memory_is_full(tmp_path: Path) -> None:
    with WriteLock(tmp_path) as lock:
        builder = SegmentBuilder(tmp_path, FIELDS, 25_200_000)
        for number in range(40):
            builder.add(article(number, [(["char"] * 8, [])]))
        written = builder.finish()
        assert len(written) > 1
        publish(lock, None, written, (), FIELDS, {})
    [segment] = open_generation(tmp_path).segments
    assert segment.article_count == 40


def test_a_builder_that_was_given_nothing_writes_nothing(tmp_path: Path) -> None:
    assert SegmentBuilder(tmp_path, FIELDS, 1).finish() == ()
    assert list(tmp_path.iterdir()) == []
