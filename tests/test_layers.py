"""The house rules that a program can hold: who imports whom, and how long things are."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALLOWED = {"index": {"index"}, "search": {"index", "search"}, "web": {"index", "search", "web"}}
ENGINE_FOLDERS = {"index/columns", "search/columnar"}
# What makes, opens and looks after generations has them from the engine.
OPENERS = ENGINE_FOLDERS | {"index/reindex", "search/opening.py", "search/agreeing.py", "web/service.py"}
OPENERS |= {"web/commands/entities.py", "web/commands/rollback.py"}
SOURCES = sorted(path for package in ALLOWED for path in (ROOT / package).rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_module_imports_only_from_its_own_layer_and_those_below(path: Path) -> None:
    tops = {module.partition(".")[0] for module in imported(ast.parse(path.read_text("utf-8")))}
    assert tops & set(ALLOWED) <= ALLOWED[name(path).partition("/")[0]]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_the_engine_folders_import_whoosh_and_only_web_imports_flask(path: Path) -> None:
    tops = {module.partition(".")[0] for module in imported(ast.parse(path.read_text("utf-8")))}
    if not any(name(path).startswith(folder) for folder in ENGINE_FOLDERS):
        assert "whoosh" not in tops
    if not name(path).startswith("web/"):
        assert not tops & {"flask", "werkzeug", "jinja2", "click", "gunicorn"}


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_what_answers_knows_the_engine_by_its_boundary_only(path: Path) -> None:
    modules = {module.replace(".", "/") for module in imported(ast.parse(path.read_text("utf-8")))}
    if not any(name(path).startswith(opener) for opener in OPENERS):
        assert not any(module.startswith(folder) for module in modules for folder in ENGINE_FOLDERS)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_module_says_in_a_docstring_what_goes_in_and_out(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def functions() -> list[tuple[str, int]]:
    return [
        (f"{name(path)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_functions_are_small() -> None:
    lengths = functions()
    assert [entry for entry in lengths if entry[1] > 60] == []
    assert statistics.median(length for _, length in lengths) < 10


def test_files_are_small() -> None:
    assert [name(path) for path in SOURCES if len(path.read_text("utf-8").splitlines()) > 400] == []
