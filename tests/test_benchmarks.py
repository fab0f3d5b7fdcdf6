"""Benchmarks renew their part of the page that tells of them, and nothing else of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.renewing import PAGE, renew

MARKED = "Before.\n\n<!-- copies: renewed by make bench -->\n\nold\n\n<!-- copies: end -->\n\nAfter.\n"


def test_a_part_is_renewed_and_the_rest_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(MARKED, "utf-8")
    renew("copies", ["| new |", "|---|"], page)
    assert page.read_text("utf-8") == MARKED.replace("old", "| new |\n|---|")


@pytest.mark.parametrize("part", ["engines", "indexing", "writing", "copies"])
def test_the_page_has_a_place_for_every_part(part: str) -> None:
    text = PAGE.read_text("utf-8")
    assert 0 < text.find(f"<!-- {part}: renewed by make bench -->") < text.find(f"<!-- {part}: end -->")
