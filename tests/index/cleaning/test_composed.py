"""Markdown says itself what is a heading, a list or a paragraph: none of it is lost for what stands around it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Zone
from index.cleaning import clean
from index.reading import markdown
from index.reading.limits import Limits
from index.reading.source import Source
from tests.index.cleaning.invented import POOL

HEADINGS = ("Au nord", "Au sud", "Le bilan", "Une route rouverte")
POINTS = ("Aucun incident sur la route du nord.", "Deux ponts réparés à Narva", "Un dépôt vidé dans la nuit")
BLOCKS = st.one_of(
    st.sampled_from(POOL),
    st.sampled_from(HEADINGS).map("## {}".format),
    st.sampled_from(POINTS).map("- {}".format),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, min_size=2, max_size=12))
def test_every_block_of_a_composed_text_is_searched_even_if_it_is_said_twice(blocks: list[str]) -> None:
    text = "---\ntitle: Le bilan de la semaine à Tallinn\n---\n" + "\n\n".join(blocks) + "\n"
    source = Source(Path("a.md"), "a.md", BytesIO(text.encode()), Limits())
    article = clean(next(markdown.read(source)))
    searched = [paragraph.text for paragraph in article.paragraphs if paragraph.zone is Zone.BODY]
    assert len(searched) == len(blocks)
