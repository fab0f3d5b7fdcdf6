"""Single lines of furniture and of prose, each in every place of a page: what it is must not depend on the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest

from index.article import Paragraph, RawArticle
from index.cleaning import clean
from tests.index.cleaning.pages import FOLDER

LINES = (FOLDER / "lines.txt").read_text("utf-8").splitlines()
POOL = [line[2:] for line in (FOLDER / "pool.txt").read_text("utf-8").splitlines() if line.startswith("+")]
TITLE = "À Tallinn, les Alliés cherchent leurs obus"
EVERYWHERE, WITHIN = (0, 3, 5), (3,)


def pages(sign: str, places: Sequence[int]) -> Iterator[tuple[str, list[Paragraph]]]:
    """Each line of a sign, in each of the places, with the paragraphs of a page that it became."""
    lines = [line[2:] for line in LINES if line.startswith(sign)]
    for number, (line, place) in enumerate(product(lines, places)):
        between = "\n" * (1 + number % 2)
        texts = [POOL[(number + offset) % len(POOL)] for offset in range(5)]
        article = clean(RawArticle("a.txt", between.join([TITLE, *texts[:place], line, *texts[place:]])))
        assert article.title == TITLE, line
        yield line, [paragraph for paragraph in article.paragraphs if paragraph.text == line]


@pytest.mark.parametrize(
    ("sign", "places", "searched", "share"),
    [("-", EVERYWHERE, False, 0.97), ("+", EVERYWHERE, True, 0.995), ("=", WITHIN, True, 0.97)],
)
def test_a_line_is_what_it_is_wherever_it_stands(
    sign: str, places: Sequence[int], searched: bool, share: float
) -> None:
    found = list(pages(sign, places))
    wrong = [line for line, taken in found if not taken or any(p.zone.searched is not searched for p in taken)]
    assert len(found) > 70
    assert 1 - len(wrong) / len(found) >= share, wrong
