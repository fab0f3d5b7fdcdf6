"""The marks of notes are no words of the text; other raised numbers are."""

from __future__ import annotations

import lxml.html
import pytest

from index.reading.html_notes import drop_note_marks


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("celle <i>de services</i><sup>[1]</sup>.", "celle de services."),
        ("retirée fin mai<sup class='call'>[2]</sup>.", "retirée fin mai."),
        ("« la perte effective »<sup>3</sup>", "« la perte effective »"),
        ("un navire<sup><a href='#n1'>1</a></sup> neuf", "un navire neuf"),
        ("une piste de 40 m<sup>2</sup>", "une piste de 40 m2"),
        ("le 1<sup>er</sup> juin", "le 1er juin"),
        ("10<sup>9</sup> octets", "109 octets"),
    ],
)
def test_a_raised_number_is_a_mark_in_brackets_behind_a_word_or_as_a_link(shown: str, expected: str) -> None:
    tree = lxml.html.document_fromstring(f"<body><p>{shown}</p></body>")
    drop_note_marks(tree)
    assert tree.text_content() == expected
