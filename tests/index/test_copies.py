"""Near-copies of an article are one story, whatever stands around them; articles on one subject are not."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from benchmarks.copies import Writer, measure
from index.article import Article, Paragraph, RawArticle, Zone
from index.cleaning import clean
from index.copies import FEWEST_WORDS, SIGNATURE_LENGTH, UNKNOWN, Printed, signature, stories
from tests.index.cleaning.pages import FOLDER

POOL = [line[2:] for line in (FOLDER / "pool.txt").read_text("utf-8").splitlines() if line.startswith("+")]


def article(paragraphs: Sequence[str], title: str = "Un titre pour cet article", path: str = "a.txt") -> Article:
    return clean(RawArticle(path, "\n\n".join([title, *paragraphs])))


def told(*articles: Article) -> list[int]:
    """The story of each article."""
    return stories(np.array([signature(each) for each in articles], np.uint64)).tolist()


def test_a_signature_has_a_fixed_length_and_stays_the_same() -> None:
    found = signature(article(POOL[:6]))
    assert len(found) == SIGNATURE_LENGTH
    assert all(0 <= number < 2**64 for number in found)
    assert found == signature(article(POOL[:6]))


def test_copies_with_other_titles_chrome_and_a_few_changed_words_are_one_story() -> None:
    changed = [text.replace("ministre", "responsable").replace("mardi", "hier") for text in POOL[:6]]
    chromed = ["Publicité", *changed[:3], "Lire aussi : Le Honduras achète des vedettes", *changed[3:], "Source link"]
    shortened = POOL[:2] + POOL[3:6]
    assert told(
        article(POOL[:6]),
        article(chromed, "Tallinn : les obus se font attendre", "b.txt"),
        article(shortened, "Les Alliés à court d'obus", "c.txt"),
        article(POOL[6:12], path="d.txt"),
    ) == [0, 0, 0, 3]


def test_articles_that_share_a_paragraph_of_background_are_different_stories() -> None:
    assert told(article([*POOL[:5], POOL[20]]), article([*POOL[6:11], POOL[20]])) == [0, 1]


def test_short_articles_are_copies_only_of_the_same_words() -> None:
    short = ["Le ministre est arrivé mardi à Kiev, où il doit rester deux jours, selon son entourage."]
    other = [short[0].replace("mardi", "jeudi")]
    assert len(short[0].split()) < FEWEST_WORDS
    assert told(article(short), article(short, "Un autre titre"), article(other)) == [0, 0, 2]


def test_articles_without_a_body_are_never_copies() -> None:
    assert told(article([]), article([], path="b.txt")) == [0, 1]


def test_no_articles_make_no_stories() -> None:
    assert stories(np.empty((0, SIGNATURE_LENGTH), np.uint64)).tolist() == []


def test_articles_without_a_signature_are_stories_of_their_own() -> None:
    assert stories(np.zeros((3, SIGNATURE_LENGTH), np.uint64)).tolist() == [0, 1, 2]
    assert stories(np.zeros((3, 0), np.uint64)).tolist() == [0, 1, 2]


def similar_chains() -> np.ndarray:
    """Rows where each is a copy of the one before, the last far from the first; and some of their own."""
    generator = np.random.default_rng(5)
    rows = generator.integers(0, 2**63, (12, SIGNATURE_LENGTH), np.uint64)
    for row in range(1, 5):
        rows[row] = rows[row - 1]
        rows[row, row * 6 : row * 6 + 6] += np.uint64(1 << 33 | 1)
    return rows


def printed(*articles: tuple[int, int]) -> Printed:
    """Days and sources."""
    days, sources = np.array(articles, np.int64).T
    return Printed(days, sources)


U = UNKNOWN


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([(1, 1), (1, 1)], [0, 0]),
        ([(1, 1), (2, 1)], [0, 1]),
        ([(1, 1), (8, 2)], [0, 0]),
        ([(1, 1), (9, 2)], [0, 1]),
        ([(1, U), (2, U)], [0, 0]),
        ([(1, U), (9, U)], [0, 1]),
        ([(U, 1), (9, 1)], [0, 0]),
        ([(U, U), (-9000, 1)], [0, 0]),
        ([(1, 1), (2, 1), (1, 2), (2, 2)], [0, 1, 0, 1]),
        ([(1, 1), (2, 1), (U, 2), (3, 3)], [0, 1, 2, 3]),
        ([(1, 1), (6, 2), (11, 3)], [0, 0, 0]),
    ],
)
@pytest.mark.parametrize("change", [0, 1])
def test_copies_are_of_other_sources_or_the_same_day_and_within_a_week(
    articles: list[tuple[int, int]], expected: list[int], change: int
) -> None:
    rows = np.repeat(similar_chains()[:1], len(articles), axis=0)
    rows[:, 0] += np.arange(len(articles), dtype=np.uint64) * np.uint64(change)
    assert stories(rows, printed(*articles)).tolist() == expected


def test_a_bulletin_that_a_thousand_sources_print_is_one_story_a_day() -> None:
    articles = [(day, source) for day in range(8) for source in range(1000)]
    random.Random(1).shuffle(articles)
    labels = stories(np.repeat(similar_chains()[:1], len(articles), axis=0), printed(*articles))
    assert [articles[label][0] for label in labels] == [day for day, _ in articles]
    assert len(set(labels.tolist())) == 8


def test_a_near_copy_of_a_text_that_a_thousand_sources_print_tells_its_story() -> None:
    rows = np.repeat(similar_chains()[:2], [1000, 1], axis=0)
    assert set(stories(rows, printed(*((4, source) for source in range(1001)))).tolist()) == {0}


@given(st.permutations(range(12)))
def test_the_order_of_articles_does_not_change_who_is_with_whom(order: list[int]) -> None:
    rows = similar_chains()
    labels = stories(rows[order])
    together = {frozenset((order[a], order[b])) for a, b in combinations(range(12), 2) if labels[a] == labels[b]}
    assert together == {frozenset(pair) for pair in combinations(range(5), 2)}
    assert all(labels[label] == label for label in labels)


def test_a_thousand_identical_articles_are_one_story() -> None:
    rows = np.repeat(similar_chains(), 1000, axis=0)
    assert set(stories(rows).tolist()) == {0, *range(5000, 12000, 1000)}


@pytest.mark.parametrize(("changed", "dropped", "recall"), [(0.02, 0, 1.0), (0.05, 1, 0.97), (0.1, 1, 0.97)])
def test_precision_and_recall_on_generated_copies(changed: float, dropped: int, recall: float) -> None:
    precision, found = measure(60, changed, dropped)
    assert precision >= 0.99
    assert found >= recall


def test_generated_articles_on_one_subject_share_their_background() -> None:
    writer = Writer(random.Random(3))
    writer.take_up_subject()
    first, second = writer.article(), writer.article()
    assert writer.background in first
    assert writer.background in second


@pytest.mark.parametrize("changed", [0, 10, 30, 60])
def test_signatures_agree_in_about_as_many_places_as_the_bodies_share_shingles(changed: int) -> None:
    rng = random.Random(changed)
    words = [f"mot{number}" for number in range(600)]
    other = list(words)
    for place in rng.sample(range(600), changed):
        other[place] = f"autre{place}"

    def body(text: Sequence[str]) -> Article:
        return Article("0" * 16, "a.txt", "", None, None, None, None, (Paragraph(0, " ".join(text), Zone.BODY, "x"),))

    def minima(text: Sequence[str]) -> NDArray[np.uint16]:
        return np.array(signature(body(text)), "<u8").view("<u2")

    def shingles(text: Sequence[str]) -> set[tuple[str, ...]]:
        return {tuple(text[at : at + 3]) for at in range(len(text) - 2)}

    shared = len(shingles(words) & shingles(other))
    assert np.mean(minima(words) == minima(other)) == pytest.approx(shared / (2 * 598 - shared), abs=0.12)


@given(st.permutations(range(12)), st.integers(0, 12))
def test_stories_told_before_others_came_are_those_of_all(order: list[int], first: int) -> None:
    rows = similar_chains()[order]
    assert stories(rows, known=stories(rows[:first])).tolist() == stories(rows).tolist()


def test_what_is_known_is_kept_where_no_copy_comes_and_told_anew_where_one_does() -> None:
    rows = similar_chains()
    made_up = np.array([0, 0, 0], np.int64)
    assert stories(rows[[9, 10, 11, 0]], known=made_up).tolist() == [0, 0, 0, 3]
    assert stories(rows[[9, 10, 11, 9]], known=made_up).tolist() == [0, 1, 2, 0]
    assert stories(rows[[9, 10, 11, 0, 0]], known=made_up).tolist() == [0, 1, 2, 3, 3]
    assert stories(np.concatenate([rows[9:], rows[:2] * 0]), known=made_up).tolist() == [0, 0, 0, 3, 4]


def test_many_articles_that_come_at_once_are_compared_with_all() -> None:
    rows = np.random.default_rng(7).integers(0, 2**63, (40, SIGNATURE_LENGTH), np.uint64)
    assert stories(rows, known=np.array([0, 0], np.int64)).tolist() == list(range(40))
