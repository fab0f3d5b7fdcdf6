"""The text, the title and the day of a page are the same however its lines are set, on pages of invented sites."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from index.article import Article, RawArticle
from index.cleaning import clean
from tests.index.cleaning.labelled import plain, text_page
from tests.index.cleaning.pages import FOLDER

SETTINGS: dict[str, Callable[[str], str]] = {
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "blanks that hold before signs": lambda text: re.sub(" (?=[:;!?»])|(?<=«) ", "\u00a0", text),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "indented": lambda text: re.sub("(?m)^", "    ", text),
    "blanks at the end": lambda text: re.sub("(?m)$", "  ", text),
    "tabs": lambda text: re.sub("(?m)^", "\t", text),
}
EVERY = 20
"""The share of the pages that are cleaned: one in so many."""


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_page_says_the_same_in_any_typography(setting: str) -> None:
    pages = [
        text_page(path.stem, path.read_text("utf-8")) for path in sorted((FOLDER / "sites").glob("*.txt"))[::EVERY]
    ]
    changed = [
        page.name
        for page in pages
        if told(clean(page.raw)) != told(clean(RawArticle(page.raw.path, SETTINGS[setting](page.raw.text))))
    ]
    assert changed == []


def told(article: Article) -> tuple[str, object, list[str]]:
    return plain(article.title), article.date, [plain(paragraph.text) for paragraph in article.searched()]
