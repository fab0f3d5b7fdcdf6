"""How fast articles become mentions: `python -m benchmarks.recognition` prints paragraphs a second of one process."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from benchmarks.analysis import invented_words
from benchmarks.facets import KINDS, LABELLED, read
from index.article import Article, Paragraph, Zone
from index.cleaning import clean
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.gazetteer.loading import built_in, load_gazetteer
from index.entities.recognise import Recogniser
from index.reindexing.collecting import collecting_seldom
from tests.index.cleaning.labelled import pages_in
from tests.index.cleaning.pages import FOLDER

PAGES = 3
"""One in so many of the labelled pages is measured."""

ARTICLES = 600
PARAGRAPHS = 8
WORDS = 60
NAMES = 3
"""Names of a gazetteer in a paragraph, a fifth of them with a letter changed; beside these, invented capitals."""


def invented_articles(gazetteer: Gazetteer, seed: int = 1) -> Iterator[Article]:
    """Yield articles of invented words with known, mangled and unknown names among them."""
    rng = random.Random(seed)
    words = invented_words(rng)
    labels = [entity.label for entity in gazetteer.entities]
    for number in range(ARTICLES):
        texts = (paragraph(rng, words, labels) for _ in range(PARAGRAPHS))
        paragraphs = tuple(Paragraph(at, text, Zone.BODY, "invented") for at, text in enumerate(texts))
        yield Article(f"{number:016}", f"{number}.txt", "Titre", None, None, None, None, paragraphs)


def paragraph(rng: random.Random, words: list[str], labels: list[str]) -> str:
    """Return a paragraph of about `WORDS` words in sentences."""
    parts = rng.choices(words, k=WORDS - 2 * NAMES)
    for label in rng.sample(labels, NAMES):
        parts.insert(rng.randrange(len(parts)), mangled(rng, label) if rng.random() < 0.2 else label)
    for at in range(12, len(parts), 15):
        parts[at] = f"{parts[at]}. Le"
    return f"Le {' '.join(parts)}."


def mangled(rng: random.Random, label: str) -> str:
    """Return the name with one letter changed."""
    at = rng.randrange(len(label))
    return label[:at] + rng.choice("aeioustnr") + label[at + 1 :]


def measure(label: str, recogniser: Recogniser, articles: Sequence[Article]) -> None:
    """Print the rate on these articles, in paragraphs and in paragraphs of `WORDS` words."""
    began = time.process_time()
    mentions = sum(len(recogniser.mentions(article)) for article in articles)
    seconds = time.process_time() - began
    texts = [paragraph.text for article in articles for paragraph in article.searched()]
    words = sum(len(text.split()) for text in texts)
    rates = f"{len(texts) / seconds:,.0f} paragraphs/s, {words / WORDS / seconds:,.0f} of {WORDS} words"
    print(f"{label}: {mentions:,} mentions, {rates}")


def main() -> None:
    """Measure loading, then recognition of pages, of the labelled articles, full of names, and of invented articles."""
    began = time.process_time()
    gazetteer = load_gazetteer({kind: [built_in(kind)] for kind in KINDS})
    loaded = time.process_time()
    recogniser = Recogniser(gazetteer)
    built = time.process_time()
    print(
        f"{len(gazetteer.entities):,} entities loaded in {loaded - began:.2f} s, rules built in {built - loaded:.2f} s"
    )
    pages = [clean(page.raw) for page in islice(pages_in(FOLDER / "sites", every=sys.maxsize), 0, None, PAGES)]
    prose = [read(path).article() for path in sorted(LABELLED.glob("*.yaml"))]
    invented = list(invented_articles(gazetteer))
    half = len(invented) // 2
    with collecting_seldom():  # as reindexing does
        measure("pages, at first sight", recogniser, pages)
        measure("pages, words known", recogniser, pages)
        measure("prose, at first sight", recogniser, prose)
        measure("prose, words known", recogniser, prose)
        measure("invented, at first sight", recogniser, invented[:half])
        measure("invented, words known", recogniser, invented[half:])
        measure("invented, names known", recogniser, invented[half:])


if __name__ == "__main__":
    main()
