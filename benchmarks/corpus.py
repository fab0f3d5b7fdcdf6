"""A number of paragraphs and a seed go in; a French-like corpus of analysed tokens comes out, the same every time.

What makes search cost what it costs is reproduced, not the language: a Zipf-Mandelbrot vocabulary (Mandelbrot 1953; the
shift of 2.7 and exponent of 1.07 give the commonest word 5 % of the tokens, as « de » has in French), log-normal
paragraph lengths around 60 tokens, articles of six paragraphs on average, and facet values that keep to an article and
are as skewed as names in the news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from index.article import Article, Paragraph, Zone
from index.document import Document, Fields, IndexedArticle, Token

VOCABULARY = 100_000
SHIFT, EXPONENT = 2.7, 1.07
MEAN_LENGTH, SPREAD = 60, 0.5
MEAN_PARAGRAPHS = 6
# Facet field -> how many values there are, and at most how many of them one article is about.
FACETS = {"person": (2_000, 6), "country": (200, 5), "organisation": (500, 4)}
SYLLABLES = [c + v for c in "bcdfglmnprstv" for v in ("a", "e", "i", "o", "u", "an", "on", "ou")]
FIRST_DAY, DAYS = date(2021, 1, 1), 2000
FIELDS = Fields(text=("stem",), keyword=(), facets=tuple(FACETS))


@dataclass(frozen=True, slots=True)
class Corpus:
    """Paragraphs as rows of arrays.

    `tokens` (int32) holds word numbers, `starts` (int64, paragraphs + 1) where each paragraph's begin; `articles`
    (int32) the article of each paragraph; `values` for each facet the value numbers of each paragraph, padded with -1.
    Word 0 is the commonest.
    """

    words: tuple[str, ...]
    tokens: NDArray[np.int32]
    starts: NDArray[np.int64]
    articles: NDArray[np.int32]
    values: dict[str, NDArray[np.int32]]

    @property
    def paragraphs(self) -> int:
        """The number of paragraphs."""
        return len(self.articles)

    def text(self, paragraph: int) -> list[str]:
        """The tokens of a paragraph."""
        return [self.words[n] for n in self.tokens[self.starts[paragraph] : self.starts[paragraph + 1]].tolist()]

    def facet(self, kind: str, paragraph: int) -> list[str]:
        """The values of a facet on a paragraph."""
        return [f"{kind}-{n}" for n in self.values[kind][paragraph].tolist() if n >= 0]


def generate(paragraphs: int, seed: int = 20240229) -> Corpus:
    """A corpus of exactly `paragraphs` paragraphs."""
    rng = np.random.default_rng(seed)
    lengths = np.clip(rng.lognormal(np.log(MEAN_LENGTH) - SPREAD**2 / 2, SPREAD, paragraphs), 5, 400).astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    ranks = np.arange(VOCABULARY)
    tokens = _zipf(rng, VOCABULARY, int(starts[-1])).astype(np.int32)
    articles = _articles(rng, paragraphs)
    values = {kind: _values(rng, articles, *sizes) for kind, sizes in FACETS.items()}
    return Corpus(tuple(word(int(n)) for n in ranks), tokens, starts, articles, values)


def word(number: int) -> str:
    """A pronounceable word for a number, the shorter the smaller."""
    parts = []
    number += 1
    while number:
        number, syllable = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[syllable])
    return "".join(parts)


def indexed(corpus: Corpus, first: int = 0, last: int | None = None) -> Iterator[IndexedArticle]:
    """The articles whose number is in [first, last), as an engine of ours takes them."""
    bounds = np.concatenate([[0], np.flatnonzero(np.diff(corpus.articles)) + 1, [corpus.paragraphs]])
    for number in range(first, len(bounds) - 1 if last is None else last):
        yield _indexed(corpus, number, range(int(bounds[number]), int(bounds[number + 1])))


def _indexed(corpus: Corpus, number: int, rows: range) -> IndexedArticle:
    texts = [corpus.text(row) for row in rows]
    body = tuple(Paragraph(n, " ".join(text), Zone.BODY, "") for n, text in enumerate(texts))
    day = FIRST_DAY + timedelta(days=number % DAYS)
    article = Article(f"{number:016x}", f"{number}.txt", " ".join(texts[0][:8]), day, None, None, None, body)
    documents = tuple(
        Document(n, _tokens(text), {kind: tuple(corpus.facet(kind, row)) for kind in FACETS})
        for n, (row, text) in enumerate(zip(rows, texts, strict=True))
    )
    return IndexedArticle(article, documents, ())


def _tokens(text: list[str]) -> tuple[Token, ...]:
    return tuple(Token(position, 0, 0, term, "", "") for position, term in enumerate(text))


def _articles(rng: np.random.Generator, paragraphs: int) -> NDArray[np.int32]:
    sizes = 1 + rng.poisson(MEAN_PARAGRAPHS - 1, paragraphs)
    return np.repeat(np.arange(paragraphs, dtype=np.int32), sizes)[:paragraphs]


def _values(rng: np.random.Generator, articles: NDArray[np.int32], count: int, most: int) -> NDArray[np.int32]:
    """Each article is about `most` values; each paragraph names some of them, a third of the time each."""
    about = _zipf(rng, count, int(articles[-1] + 1) * most).reshape(-1, most).astype(np.int32)
    named = np.sort(np.where(rng.random((len(articles), most)) < 1 / 3, about[articles], -1), axis=1)
    named[:, 1:][named[:, 1:] == named[:, :-1]] = -1
    return named


def _zipf(rng: np.random.Generator, count: int, size: int) -> NDArray[np.intp]:
    weights = 1 / (np.arange(count) + SHIFT) ** EXPONENT
    edges = np.cumsum(weights / weights.sum())
    return np.minimum(np.searchsorted(edges, rng.random(size)), count - 1)
