from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.fragments import FRAGMENT, LONGEST_WHOLE, Piece, fragment, pieces
from search.highlighting import merged

LONG = " ".join(f"mot{number}" for number in range(200))


def spans_of(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(word), text.index(word) + len(word)) for word in words)


def test_a_short_paragraph_is_shown_whole() -> None:
    text = "mot " * (LONGEST_WHOLE // 4)
    assert fragment(text, ((4, 7),)) == (0, len(text))


def test_a_long_paragraph_without_highlights_begins_at_its_beginning() -> None:
    start, end = fragment(LONG, ())
    assert start == 0
    assert FRAGMENT - 10 < end <= FRAGMENT
    assert LONG[end] == " "


def test_the_densest_stretch_is_shown() -> None:
    spans = spans_of(LONG, "mot3 ", "mot120 ", "mot122 ", "mot125 ", "mot180 ")
    start, end = fragment(LONG, spans)
    assert "mot120 mot121 mot122 mot123 mot124 mot125" in LONG[start:end]
    assert end - start < FRAGMENT * 1.3


WORDS = ["a", "été", "l’Élysée", "F-16", "porte-parole", "négociations", "x" * 70]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[tuple[int, int], ...]]:
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=60)) * draw(st.integers(1, 5)))
    places = st.integers(0, max(len(text) - 1, 0))
    spans = draw(st.lists(st.tuples(places, st.integers(1, 30)), max_size=8)) if text else []
    return text, merged((start, min(start + length, len(text))) for start, length in spans)


@given(marked_texts())
def test_a_fragment_begins_and_ends_with_words_and_shows_a_highlight(
    drawn: tuple[str, tuple[tuple[int, int], ...]],
) -> None:
    text, spans = drawn
    start, end = fragment(text, spans)
    assert 0 <= start <= end <= len(text)
    assert end - start <= max(LONGEST_WHOLE, 2 * FRAGMENT)
    if spans:
        assert any(start <= first and last <= end for first, last in spans)
    assert start == 0 or text[start - 1] == " "
    assert end == len(text) or text[end] == " "


@given(marked_texts())
def test_pieces_are_the_text_and_marked_where_highlighted(drawn: tuple[str, tuple[tuple[int, int], ...]]) -> None:
    text, spans = drawn
    part = fragment(text, spans)
    divided = list(pieces(text, spans, part))
    assert "".join(piece.text for piece in divided) == text[slice(*part)]
    assert all(piece.text for piece in divided)
    marks = "".join(("x" if piece.marked else ".") * len(piece.text) for piece in divided)
    inside = "".join("x" if any(a <= place < b for a, b in spans) else "." for place in range(*part))
    assert marks == inside


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), [("l'Élysée", False)]),
        (((2, 8),), [("l'", False), ("Élysée", True)]),
        (((0, 8),), [("l'Élysée", True)]),
    ],
)
def test_pieces_of_a_word(spans: tuple[tuple[int, int], ...], expected: list[tuple[str, bool]]) -> None:
    assert list(pieces("l'Élysée", spans)) == [Piece(*piece) for piece in expected]


def test_the_word_around_a_wide_highlight_is_whole() -> None:
    text = f"{LONG} l’Élysée porte-parole {LONG}"
    first = text.index("Élysée")
    start, end = fragment(text, ((first, first + 12), (first + 300, first + 318)))
    assert text[start:end].startswith("l’Élysée")


def test_a_wall_of_letters_is_cut_somewhere() -> None:
    start, end = fragment("x" * 5000, ((2500, 2510),))
    assert start < 2500
    assert 2510 < end < start + 2 * FRAGMENT
