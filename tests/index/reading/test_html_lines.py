"""A line break within a paragraph parts nothing; one that parts paragraphs does."""

from __future__ import annotations

import pytest

from tests.index.reading.test_html_regained import ENTRY, body, page
from tests.index.reading.test_html_rest import read

OTHERS = "".join(f"<p>{ENTRY.format(number)}</p>" for number in range(2))
FIRST = "La frégate a quitté Brest mardi à l'aube avec cent vingt marins à son bord."
SECOND = "Elle doit rejoindre Toulon avant la fin de la semaine, selon le préfet maritime."


@pytest.mark.parametrize("line_break", ["<br>", "<br/>\n", " <br class='auto'>"])
def test_two_sentences_with_a_break_between_are_one_paragraph_among_others(line_break: str) -> None:
    assert f"{FIRST} {SECOND}" in body(read(page(f"<p>{FIRST}{line_break}{SECOND}</p>{OTHERS}")))


def test_breaks_part_the_paragraphs_of_a_text_that_is_one_element() -> None:
    found = body(read(page(f"<p>{FIRST}<br>{SECOND}<br>{ENTRY.format(3)}</p>")))
    assert FIRST in found
    assert SECOND in found


@pytest.mark.parametrize("other", ["<br><br>Elle", "<br>- Elle", "<br>• Elle"])
def test_two_breaks_or_an_item_part_a_paragraph(other: str) -> None:
    found = body(read(page(f"<p>{FIRST}{SECOND.replace('Elle', other, 1)}</p>{OTHERS}")))
    assert f"{FIRST} {SECOND}" not in found
    assert FIRST in found


def test_a_line_without_stop_above_a_break_is_a_heading() -> None:
    assert SECOND in body(read(page(f"<p><b>La traversée</b><br>{SECOND}</p>{OTHERS}")))
