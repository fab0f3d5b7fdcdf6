"""Spans become markup; text is always escaped."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from index.document import Mention
from search.results import ParagraphHit, Span
from web.marking import annotated, fragment, marked


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(alphabet="aé<>&\"' œ", max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, list(zip(cuts[::2], cuts[1::2], strict=False))


@given(texts_with_spans())
def test_marking_adds_marks_and_nothing_else(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    html = marked(text, spans)
    assert unescape(re.sub("</?mark>", "", html)) == text
    assert [unescape(m) for m in re.findall("<mark>(.*?)</mark>", html)] == [text[a:b] for a, b in spans if a < b]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("l’Élysée", [(2, 8)], "l’<mark>Élysée</mark>"),
        ("<script>x</script>", [(8, 9)], "&lt;script&gt;<mark>x</mark>&lt;/script&gt;"),
        ("abc", [], "abc"),
    ],
)
def test_matches_are_marked_in_escaped_text(text: str, spans: list[Span], expected: str) -> None:
    assert marked(text, spans) == expected


def test_a_fragment_shows_where_it_was_cut() -> None:
    paragraph = ParagraphHit(3, "Un deux trois quatre", 1.0, ((3, 7), (14, 20)), (3, 13))
    assert fragment(paragraph) == ('<span class="cut">…</span><mark>deux</mark> trois<span class="cut">…</span>')


def mention(start: int, end: int, entity: str) -> Mention:
    return Mention("person", entity, entity, 0, start, end, "", "alias", 1.0)


def wrap(group: object, words: Markup) -> Markup:
    assert isinstance(group, list)
    return Markup("[{}:{}]").format("+".join(m.entity for m in group), words)


def test_mentions_wrap_their_words_and_keep_the_marks_inside() -> None:
    mentions = [mention(4, 10, "b"), mention(0, 3, "a"), mention(4, 10, "c"), mention(6, 12, "overlapping")]
    assert annotated("abc defghi jk", [(4, 7)], mentions, wrap) == "[a:abc] [b+c:<mark>def</mark>ghi] jk"
