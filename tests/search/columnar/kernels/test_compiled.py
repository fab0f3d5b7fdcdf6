"""Loops are compiled wherever they run, and before a reader waits for them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from search.columnar.kernels import compiled as module

ROOT = Path(__file__).parents[4]

# In a process of its own, where no other test has compiled anything.
REHEARSED = """
import pkgutil, sys
from importlib import import_module
from pathlib import Path
from search.columnar import kernels
from search.columnar.searcher import open_searcher
from search.plan import All, And, FacetRequest, Not, Or, Phrase, Plan, Prefix, Term, Within
from search.query import Sort
from tests.search.columnar.generations import build_generation
from tests.search.corpora import article, corpus

texts = ["paix guerre", "paix otan char paix", "otan guerre paix"]
values = [{"person": ["x", "y"]}, {"country": ["fr"]}]
given = corpus(*(article(n, text, text, values=values) for n, text in enumerate(texts)))
searcher = open_searcher(build_generation(given, Path(sys.argv[1])))
searcher.rehearse()
modules = [import_module(f"search.columnar.kernels.{found.name}") for found in pkgutil.iter_modules(kernels.__path__)]
loops = {f"{m.__name__}.{n}": v for m in modules for n, v in vars(m).items() if hasattr(v, "signatures")}
before = {name: len(loop.signatures) for name, loop in loops.items()}
assert sum(before.values()) > 20, before
paix, otan = Term("stem", "paix"), Term("stem", "otan")
facets = (FacetRequest("person", 3), FacetRequest("country", 3))
for clause in (paix, And((paix, otan)), Or((paix, otan)), Phrase(((otan,), (paix,))), Prefix("stem", "p"), Not(otan)):
    for together in (False, True):
        searcher.match(Plan(Within(clause), facets=facets, together=together, histogram=True))
searcher.match(Plan(All(), sort=Sort.OLDEST, facets=facets))
print([name for name, loop in loops.items() if len(loop.signatures) > before[name]])
"""


def test_after_a_rehearsal_no_answer_waits_for_a_compiler(tmp_path: Path) -> None:
    command = [sys.executable, "-c", REHEARSED, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_where_no_folder_can_be_written_loops_are_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    njit = module.njit

    def without_folder(**options: Any) -> Callable[..., Any]:
        if options.get("cache"):
            raise RuntimeError("cannot cache function: no locator available")
        return njit(**options)  # type: ignore[no-any-return]

    monkeypatch.setattr(module, "njit", without_folder)

    @module.compiled
    def double(number: int) -> int:
        return 2 * number

    assert double(21) == 42
    assert len(double.signatures) == 1  # type: ignore[attr-defined]
