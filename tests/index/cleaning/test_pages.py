"""Cleaning of whole pages, measured: noise out of the body, paragraphs kept whole, titles and dates right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import pytest

from index.article import Article, RawArticle, Zone
from index.cleaning import clean
from tests.index.cleaning.pages import LabelledPage, labelled_pages


@cache
def cleaned() -> tuple[tuple[LabelledPage, Article], ...]:
    return tuple((page, clean(RawArticle(f"{page.name}.txt", page.text))) for page in labelled_pages())


def searched(article: Article) -> set[str]:
    return {paragraph.text for paragraph in article.searched()}


def lost_paragraphs(page: LabelledPage, article: Article) -> list[str]:
    return [text for text in page.body if text not in searched(article)]


def kept_noise(page: LabelledPage, article: Article) -> list[str]:
    kept = {paragraph.text for paragraph in article.paragraphs if paragraph.zone is Zone.BODY}
    return [text for text in page.noise if text in kept]


def share(found: Iterable[object], among: Iterable[object]) -> float:
    return len(list(found)) / len(list(among))


def test_noise_is_kept_out_of_the_body() -> None:
    kept = [(page.name, line) for page, article in cleaned() for line in kept_noise(page, article)]
    noise = [line for page, _ in cleaned() for line in page.noise]
    assert 1 - share(kept, noise) >= 0.97, kept


def test_paragraphs_are_kept_whole() -> None:
    lost = [(page.name, line) for page, article in cleaned() for line in lost_paragraphs(page, article)]
    paragraphs = [line for page, _ in cleaned() for line in page.body]
    assert 1 - share(lost, paragraphs) >= 0.995, lost


@pytest.mark.parametrize(
    "is_right",
    [lambda page, article: article.title == page.title, lambda page, article: article.date == page.day],
    ids=["titles", "dates"],
)
def test_titles_and_dates_are_right(is_right: Callable[[LabelledPage, Article], bool]) -> None:
    wrong = [(page.name, article.title, article.date) for page, article in cleaned() if not is_right(page, article)]
    assert 1 - share(wrong, cleaned()) >= 0.95, wrong


def test_no_date_is_made_up() -> None:
    assert [page.name for page, article in cleaned() if page.day is None and article.date is not None] == []


def test_every_line_of_a_page_is_somewhere_in_its_article() -> None:
    for page, article in cleaned():
        words = "".join(page.text.split())
        assert "".join("".join(paragraph.text.split()) for paragraph in article.paragraphs) == words
        assert [paragraph.ordinal for paragraph in article.paragraphs] == list(range(len(article.paragraphs)))
