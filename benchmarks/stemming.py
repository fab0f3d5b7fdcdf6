"""How well stems agree with lemmas: `python -m benchmarks.stemming file.conllu …` prints precision and recall.

For nouns and adjectives of treebanks in CoNLL-U format (Universal Dependencies), which are not part of this project.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from index.analysis import fold
from index.analysis.stemming import Stemmer

# « M. » and « Mme » have « monsieur » and « madame » for lemmas: abbreviation, not inflection.
SHORTEST = 3


def nouns_and_adjectives(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Form and lemma of each noun and adjective with at least three letters."""
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 10 and fields[3] in ("NOUN", "ADJ") and len(fold(fields[1])) >= SHORTEST:
            yield fields[1], fields[2].lower()


def pairs(counts: Counter[str] | Counter[tuple[str, str]]) -> float:
    """How many pairs of tokens stand in the same class."""
    return sum(count * (count - 1) / 2 for count in counts.values())


def agreement(words: list[tuple[str, str]], stem: Callable[[str], str]) -> tuple[float, float, float, float]:
    """Precision and recall of "has the same stem" for "has the same lemma": over pairs of tokens, and by token (B³)."""
    cells = Counter((stem(fold(form)), lemma) for form, lemma in words)
    stems: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    for (stemmed, lemma), count in cells.items():
        stems[stemmed] += count
        lemmas[lemma] += count
    precision = sum(count**2 / stems[stemmed] for (stemmed, _), count in cells.items()) / len(words)
    recall = sum(count**2 / lemmas[lemma] for (_, lemma), count in cells.items()) / len(words)
    return pairs(cells) / pairs(stems), pairs(cells) / pairs(lemmas), precision, recall


def main() -> None:
    """Compare the stemmer with folding alone on the files of the command line."""
    lines = (line for name in sys.argv[1:] for line in Path(name).read_text("utf-8").splitlines())
    words = list(nouns_and_adjectives(lines))
    if not words:
        raise SystemExit("no nouns or adjectives: name CoNLL-U files on the command line")
    print(f"{len(words):,} tokens         pairwise P    R      by token P    R")
    for label, stem in (("folded", str), ("stemmed", Stemmer().stem)):
        print("{:24}{:10.4f} {:.4f}{:15.4f} {:.4f}".format(label, *agreement(words, stem)))


if __name__ == "__main__":
    main()
