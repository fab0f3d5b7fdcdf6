"""How fast text becomes tokens: `python -m benchmarks.analysis [file …]` prints tokens a second of one process."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from index.analysis import Analyzer, vocabulary

SYLLABLES = "ba ce dé fi go lu ma né pi ro su ta vé xi çon tion ment eur euse age té ai ou an in"
OPENINGS = ("l’", "d’", "qu’", "", "", "", "", "", "", "", "", "")
ARTICLES = 400
WORDS = 500


def invented_words(rng: random.Random, size: int = 20_000) -> list[str]:
    """Words of two to five syllables; some with a capital, a hyphen or an elided article."""
    syllables = SYLLABLES.split()
    words = []
    for _ in range(size):
        word = "".join(rng.choices(syllables, k=rng.randint(2, 5)))
        word = word.capitalize() if rng.random() < 0.12 else word
        word = f"{word}-{rng.choice(syllables)}" if rng.random() < 0.03 else word
        words.append(rng.choice(OPENINGS) + word)
    return words


def invented_articles(seed: int = 1) -> Iterator[str]:
    """Articles whose words are as unequally frequent as in any language (Zipf's law)."""
    rng = random.Random(seed)
    words = invented_words(rng)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for _ in range(ARTICLES):
        yield " ".join(rng.choices(words, cum_weights=weights, k=WORDS)) + "."


def measure(label: str, articles: list[str]) -> None:
    """Print the rate for a fresh analyzer, with the vocabulary of each article computed as indexing does."""
    analyzer = Analyzer()
    began = time.process_time()
    count = sum(len(analyzer.tokens(article, vocabulary([article]))) for article in articles)
    seconds = time.process_time() - began
    print(f"{label}: {count:,} tokens in {seconds:.2f} s of processor time, {count / seconds:,.0f} tokens/s")


def main() -> None:
    """Measure the files named on the command line, or invented articles."""
    files = [Path(name) for name in sys.argv[1:]]
    articles = [file.read_text("utf-8") for file in files] or list(invented_articles())
    measure("once", articles)
    measure("twice", articles * 2)


if __name__ == "__main__":
    main()
