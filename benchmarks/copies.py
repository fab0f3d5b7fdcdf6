"""Measures how well copies are recognised: generated copies and different articles on one subject go in."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.renewing import renew
from index.article import RawArticle
from index.cleaning import clean
from index.copies import SIGNATURE_LENGTH, Printed, signature, stories

COMMON = (
    "de",
    "la",
    "le",
    "les",
    "et",
    "des",
    "en",
    "un",
    "du",
    "une",
    "que",
    "est",
    "pour",
    "qui",
    "a",
    "dans",
    "par",
)
SYLLABLES = ("ba", "cor", "dé", "fan", "gé", "lou", "mi", "nor", "pré", "ra", "sté", "tin", "ver", "vou", "zel", "quan")
CHROME = (
    "Publicité",
    "Partager sur Facebook",
    "Lire aussi : Le Chili rappelle ses conseillers",
    "© 2024 Le Phare",
    "0",
)
ARTICLES, GROUPED = 600, 100_000
# The share of words changed, and how many paragraphs were dropped.
CASES = ((0.0, 0), (0.02, 0), (0.05, 0), (0.02, 1), (0.05, 1), (0.05, 2), (0.1, 0), (0.1, 1), (0.15, 1))


class Writer:
    """Writes prose of made-up words: a few common ones, those of a subject, and all the others, each by Zipf's law."""

    def __init__(self, random_: random.Random) -> None:
        self.random = random_
        self.words = ["".join(random_.choices(SYLLABLES, k=random_.randint(2, 4))) for _ in range(6000)]
        self.subject: list[str] = []
        self.background = ""

    def take_up_subject(self) -> None:
        """Begin a subject, with its own words and a paragraph of background that every article on it repeats."""
        self.subject = self.random.sample(self.words, 60)
        self.background = self.paragraph()

    def paragraph(self) -> str:
        """Two to four sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(2, 4)))

    def sentence(self) -> str:
        """Twelve to twenty-four words."""
        return " ".join(self.word() for _ in range(self.random.randint(12, 24))).capitalize() + "."

    def word(self) -> str:
        """A common word, one of the subject, or any other; the first of each list most often."""
        words = self.random.choices((COMMON, self.subject, self.words), weights=(45, 20, 35))[0]
        return words[min(int(self.random.paretovariate(0.9)) - 1, len(words) - 1)]

    def article(self) -> list[str]:
        """Paragraphs of its own, and the background of the subject."""
        paragraphs = [self.paragraph() for _ in range(self.random.randint(4, 9))]
        return [*paragraphs[:-1], self.background, paragraphs[-1]]

    def copied(self, paragraphs: Sequence[str], changed: float, dropped: int) -> list[str]:
        """A copy with a share of its words changed, some paragraphs dropped, and chrome in between."""
        kept = list(paragraphs)
        for _ in range(min(dropped, len(kept) - 2)):
            kept.pop(self.random.randrange(1, len(kept)))
        lines = [
            " ".join(self.word() if self.random.random() < changed else word for word in text.split()) for text in kept
        ]
        for chrome in self.random.sample(CHROME, 3):
            lines.insert(self.random.randrange(1, len(lines)), chrome)
        return lines


def signed(path: str, title: str, lines: Sequence[str]) -> tuple[int, ...]:
    """The signature of an article of these lines, cleaned like any other."""
    return signature(clean(RawArticle(path, "\n\n".join([title, *lines]))))


def corpus(writer: Writer, count: int, changed: float, dropped: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Signatures with the number of the true story: ten articles on each subject, and two copies of every third."""
    for number in range(count):
        if number % 10 == 0:
            writer.take_up_subject()
        original = writer.article()
        yield number, signed(f"{number}.txt", f"Un titre pour l'article numéro {number}", original)
        for copy in range(2 if number % 3 == 0 else 0):
            lines = writer.copied(original, changed, dropped)
            yield number, signed(f"{number}-{copy}.txt", f"Un autre titre, pris à {number} par {copy}", lines)


def pairs(labels: NDArray[np.int64]) -> set[tuple[int, int]]:
    """The pairs of articles that have one label."""
    groups: dict[int, list[int]] = {}
    for index, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(index)
    return {(a, b) for group in groups.values() for a in group for b in group if a < b}


def measure(count: int, changed: float, dropped: int) -> tuple[float, float]:
    """Precision and recall over pairs of articles."""
    true, rows = zip(*corpus(Writer(random.Random(1)), count, changed, dropped), strict=True)
    found = pairs(stories(np.array(rows, np.uint64)))
    right = pairs(np.array(true))
    return len(found & right) / max(len(found), 1), len(found & right) / len(right)


def time_signing(count: int) -> float:
    """Seconds of the processor to sign one of so many articles."""
    writer = Writer(random.Random(2))
    writer.take_up_subject()
    articles = [clean(RawArticle(f"{n}.txt", "\n\n".join(["Un titre", *writer.article()]))) for n in range(count)]
    begun = time.process_time()
    for article in articles:
        signature(article)
    return (time.process_time() - begun) / count


def time_grouping(count: int) -> float:
    """Seconds to group `count` articles, one in ten of them a copy."""
    generator = np.random.default_rng(1)
    rows = generator.integers(0, 2**63, (count, SIGNATURE_LENGTH)).astype(np.uint64)
    rows[: count // 10] = rows[count // 10 : count // 10 * 2]
    rows[: count // 10, :8] += np.uint64(1)
    printed = Printed(generator.integers(0, 3000, count), generator.integers(0, 50, count))
    begun = time.perf_counter()
    stories(rows, printed)
    return time.perf_counter() - begun


def report(articles: int, grouped: int) -> Iterator[str]:
    """What was measured, in Markdown."""
    yield "| words changed | paragraphs dropped | precision | recall |"
    yield "|---|---|---|---|"
    for changed, dropped in CASES:
        precision, recall = measure(articles, changed, dropped)
        yield f"| {changed:.0%} | {dropped} | {precision:.3f} | {recall:.3f} |"
    signing, grouping = time_signing(articles), time_grouping(grouped)
    yield f"\nSigning an article takes {signing * 1e6:.0f} µs, grouping {grouped:,} articles {grouping:.2f} s."


def main() -> None:
    """Measure and print; where no sizes were chosen, renew the documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES, help="how many articles, not counting the copies")
    parser.add_argument("--grouped", type=int, default=GROUPED, help="how many signatures to group")
    chosen = parser.parse_args()
    lines = list(report(chosen.articles, chosen.grouped))
    print("\n".join(lines))
    if (chosen.articles, chosen.grouped) == (ARTICLES, GROUPED):
        renew("copies", lines)


if __name__ == "__main__":
    main()
