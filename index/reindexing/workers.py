"""A recipe goes in; as many workers as are called come out, on which work is spread in batches.

Work is a method of `Worker`. Batches are given to whichever worker is free, so that a large file delays nothing but
itself.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import current_thread, main_thread
from typing import Any, TypeVar

from index.columns import WriteLock
from index.errors import DepecheError
from index.reindexing.collecting import collecting_seldom
from index.reindexing.recipe import Recipe
from index.reindexing.summary import WorkerError
from index.reindexing.tools import KeptTools
from index.reindexing.worker import Worker

B = TypeVar("B")
R = TypeVar("R")

# Files given to a worker at once: enough to make sending them cheap.
BATCH = 64
STOPPING = (signal.SIGINT, signal.SIGTERM)
# A forked process need not import again what this one has: it is ready half a second sooner, which is a quarter of what
# a new article takes. Elsewhere libraries of the system do not bear it.
FORKS = sys.platform == "linux"


def batches(files: Sequence[B]) -> list[Sequence[B]]:
    """The files in batches, small enough for the last of them to keep nobody waiting."""
    size = max(1, min(BATCH, len(files) // 32))
    return [files[start : start + size] for start in range(0, len(files), size)]


@contextmanager
def workers(recipe: Recipe, kept: KeptTools, lock: WriteLock | None = None) -> Iterator[Workers]:
    """Workers, of which none is a process until some are called. No process outlives the context.

    The one of this process has the tools that are `kept`; only this process holds the `lock`.
    """
    crew = Workers(recipe, kept, lock)
    try:
        yield crew
    finally:
        crew.stop()


class Workers:
    """Processes, each at the other end of a pipe; where none has been called, the one worker of this process.

    Their errors are raised here; `WorkerError` where a process dies.
    """

    def __init__(self, recipe: Recipe, kept: KeptTools, lock: WriteLock | None) -> None:
        self._recipe = recipe
        self._kept = kept
        self._lock = lock
        self._processes: dict[Connection, BaseProcess] = {}

    def call(self, processes: int) -> None:
        """See that there are so many processes; each gets itself ready for the first article at once."""
        with _held_back():
            for number in range(len(self._processes), processes):
                ours, theirs = multiprocessing.Pipe()
                process = self._process(f"reindex-{number}", ours, theirs)
                process.start()
                theirs.close()
                self._processes[ours] = process

    def _process(self, name: str, ours: Connection, theirs: Connection) -> BaseProcess:
        """The process that will be at the other end of `ours`; a forked one lets go of what it has from this one."""
        if not FORKS:
            spawning = multiprocessing.get_context("spawn")
            return spawning.Process(target=_serve, args=(theirs, self._recipe), name=name, daemon=True)
        forking = multiprocessing.get_context("fork")
        inherited = Inherited((*self._processes, ours), self._lock)
        return forking.Process(target=_serve, args=(theirs, self._recipe, inherited), name=name, daemon=True)

    def spread(self, work: Callable[[Worker, B], R], batches: Sequence[B]) -> Iterator[R]:
        """Do the work for each batch once, and yield what comes of it, in any order."""
        if not self._processes:
            return (work(self._here, batch) for batch in batches)
        return self._spread(work, batches)

    def everyone(self, work: Callable[[Worker], R]) -> list[R]:
        """Let every worker do the same, and return what comes of it."""
        if not self._processes:
            return [work(self._here)]
        asked = [self._send(connection, (work,)) for connection in self._processes]
        return [self._receive(connection) for connection in asked]

    def stop(self) -> None:
        """End the processes."""
        for connection, process in self._processes.items():
            process.terminate()
            process.join()
            connection.close()

    @cached_property
    def _here(self) -> Worker:
        return Worker(self._recipe, self._kept)

    def _spread(self, work: Callable[[Worker, B], R], batches: Sequence[B]) -> Iterator[R]:
        waiting = list(reversed(batches))
        busy: set[Connection] = set()
        free = list(self._processes)
        while waiting or busy:
            while waiting and free:
                busy.add(self._send(free.pop(), (work, waiting.pop())))
            for connection in wait(list(busy)):
                assert isinstance(connection, Connection)
                yield self._receive(connection)
                busy.remove(connection)
                free.append(connection)

    def _send(self, connection: Connection, message: tuple[object, ...]) -> Connection:
        try:
            connection.send(message)
        except OSError:
            raise self._died(connection) from None
        return connection

    def _receive(self, connection: Connection) -> Any:
        try:
            answer, error = connection.recv()
        except (EOFError, OSError):
            raise self._died(connection) from None
        if error is not None:
            raise error
        return answer

    def _died(self, connection: Connection) -> WorkerError:
        process = self._processes[connection]
        process.join()
        return WorkerError(process.exitcode)


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a forked process must let go of: else nobody would learn that the process which forked it is gone."""

    connections: tuple[Connection, ...]
    lock: WriteLock | None

    def let_go(self) -> None:
        """Close it in this process."""
        for connection in self.connections:
            connection.close()
        if self.lock is not None:
            self.lock.let_go()


@contextmanager
def _held_back() -> Iterator[None]:
    """A request to stop that comes meanwhile is acted upon afterwards; processes started within never hear of Ctrl-C.

    Ctrl-C reaches every process of a terminal, even while it imports its modules; the one that started the others
    decides what becomes of them. A process whose start is cut off would complain.
    """
    came: list[int] = []
    # Only the main thread is interrupted, and may say what a signal does.
    held = STOPPING if current_thread() is main_thread() else ()
    before = {number: signal.signal(number, lambda number, _: came.append(number)) for number in held}
    # Started on the way, it would let through what is blocked here.
    resource_tracker.ensure_running()
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for number, handler in before.items():
            signal.signal(number, handler)
    if came:
        signal.raise_signal(came[0])


def _serve(connection: Connection, recipe: Recipe, inherited: Inherited | None = None) -> None:
    """The life of a worker process: work comes in, results go out, until the other end is gone."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    if inherited is not None:
        inherited.let_go()
    worker = Worker(recipe, KeptTools())
    with collecting_seldom(), suppress(EOFError, OSError):
        # What cannot be read is told with the first article.
        with suppress(DepecheError):
            worker.prepare(connection.poll)
        while True:
            work, *arguments = connection.recv()
            connection.send(_attempt(work, worker, arguments))


def _attempt(work: Callable[..., object], worker: Worker, arguments: list[object]) -> tuple[object, Exception | None]:
    try:
        return work(worker, *arguments), None
    except (DepecheError, OSError) as error:
        return None, error
    except Exception as error:
        # A mistake of ours ends the run as it would in one process; where it was made is shown with it.
        error.add_note(traceback.format_exc())
        return None, error
