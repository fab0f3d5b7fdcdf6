"""What the documents say of the repository must be so."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)")
PATH = re.compile(r"`((?:index|search|web|tests|docs|benchmarks|seeds)/[\w./-]*)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_is_named_exists(page: Path) -> None:
    assert [path for path in PATH.findall(page.read_text("utf-8")) if not (ROOT / path).exists()] == []


def requirements(text: str) -> set[str]:
    return {match[0].lower() for line in text.splitlines() if (match := re.match(r"[\w.-]+", line.strip()))}


def test_every_dependency_is_explained_and_pinned_to_a_range() -> None:
    setup = configparser.RawConfigParser()
    setup.read(ROOT / "setup.cfg", "utf-8")
    wanted = setup["options"]["install_requires"]
    explained = set(re.findall(r"^\| ([\w.-]+) \|", (ROOT / "docs/dependencies.md").read_text("utf-8"), re.MULTILINE))
    assert sorted(requirements(wanted) - explained) == []
    assert [line for line in wanted.split() if not re.fullmatch(r"[\w.-]+>=[\w.]+,<[\w.]+", line)] == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {target for page in PAGES for target in re.findall(r"`make ([a-z]+)`", page.read_text("utf-8"))}
    assert named <= targets
