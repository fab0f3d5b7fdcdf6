"""A collection size goes in; what each engine needs to build, open and answer comes out, measured side by side.

Timings on shared machines drift, so for each question the engines take turns and only medians of the same minutes are
compared. Memory is that of a fresh process which opens the index and answers every question once.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import Corpus, generate
from benchmarks.peers import Peer, available
from benchmarks.workloads import Question, questions

ROUNDS = 7
# A question that takes an engine longer than this, in seconds, is not asked of it again.
PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Built:
    """What one engine needed for one collection: seconds, bytes on disk, bytes of memory."""

    peer: str
    paragraphs: int
    build: float
    size: int
    open: float
    add_one: float
    memory: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The median seconds of one engine for one question, without and with facets, and the paragraphs it found."""

    peer: str
    paragraphs: int
    question: str
    plain: float
    faceted: float
    found: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything about one collection size."""

    built: tuple[Built, ...]
    answered: tuple[Answered, ...]


def measure(paragraphs: int, say: Callable[[str], None], only: Sequence[str] = ()) -> Measured:
    """Build every engine's index of one corpus, then ask every question of each in turn.

    `only` names the peers to measure besides the first, which is ours; all of them where it is empty.
    """
    corpus = generate(paragraphs)
    ours, *others = available()
    peers = [ours, *(peer for peer in others if paragraphs <= peer.most and (not only or peer.name in only))]
    with tempfile.TemporaryDirectory(prefix="depeche-bench-") as root:
        folders = {peer.name: Path(root) / str(place) for place, peer in enumerate(peers)}
        built = [_build(peer, corpus, folders[peer.name], say) for peer in peers]
        answered = [a for question in questions(corpus) for a in _ask_all(peers, paragraphs, question, say)]
    return Measured(tuple(built), tuple(answered))


def _build(peer: Peer, corpus: Corpus, folder: Path, say: Callable[[str], None]) -> Built:
    folder.mkdir(mode=0o700)
    build = _seconds(lambda: peer.build(corpus, folder))
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    copy = folder.with_name(folder.name + "-one-more")
    shutil.copytree(folder, copy)
    add_one = _seconds(lambda: peer.add_one(corpus, copy))
    shutil.rmtree(copy)
    opened = median(_seconds(lambda: peer.open(folder)) for _ in range(3))
    made = Built(peer.name, corpus.paragraphs, build, size, opened, add_one, _memory(peer.name, corpus, folder))
    say(f"{peer.name}: {corpus.paragraphs / build:,.0f} paragraphs/s, {size / 1e6:,.0f} MB, open {opened * 1e3:.1f} ms")
    return made


def _ask_all(
    peers: Sequence[Peer], paragraphs: int, question: Question, say: Callable[[str], None]
) -> Iterable[Answered]:
    times: dict[tuple[str, bool], list[float]] = {(peer.name, facets): [] for peer in peers for facets in (False, True)}
    found = {peer.name: peer.ask(question, False) for peer in peers}
    for _ in range(ROUNDS):
        for peer in peers:
            for facets in (False, True):
                past = times[peer.name, facets]
                if not past or past[0] < PATIENCE:
                    past.append(_seconds(lambda p=peer, f=facets: p.ask(question, f)))  # type: ignore[misc]
    for peer in peers:
        plain, faceted = (median(times[peer.name, facets]) for facets in (False, True))
        say(f"  {question.name}: {peer.name} {plain * 1e3:.2f} ms, {faceted * 1e3:.2f} ms with facets")
        yield Answered(peer.name, paragraphs, question.name, plain, faceted, found[peer.name])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _memory(name: str, corpus: Corpus, folder: Path) -> int:
    """Bytes of resident memory above an idle interpreter with the engine imported."""
    asked = json.dumps([asdict(question) for question in questions(corpus)])
    command = [sys.executable, "-m", "benchmarks.engines", name, str(folder)]
    done = subprocess.run(command, input=asked, stdout=subprocess.PIPE, text=True, check=True)
    return int(done.stdout)


def _answer_once(name: str, folder: Path, asked: Iterable[dict[str, object]]) -> int:
    (peer,) = (peer for peer in available() if peer.name == name)
    before = _resident()
    peer.open(folder)
    for question in asked:
        fields = {key: tuple(value) if isinstance(value, list) else value for key, value in question.items()}
        peer.ask(Question(**fields), True)  # type: ignore[arg-type]
    return _resident() - before


def _resident() -> int:
    """Bytes of this process in memory now, mapped files included."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    print(_answer_once(sys.argv[1], Path(sys.argv[2]), json.load(sys.stdin)))
