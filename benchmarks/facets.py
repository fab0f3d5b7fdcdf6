"""How well facets are found: labelled articles go in; precision, recall, F1 by facet and rule, and the errors come out.

`python -m benchmarks.facets [folder …]` reads the YAML files told of in tests/index/entities/labelled/README.md.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from index.article import Article, RawArticle
from index.cleaning.cleaning import clean
from index.document import Mention
from index.entities.gazetteer.loading import built_in, load_gazetteer
from index.entities.recognise import Recogniser
from index.entities.text.words import folded, slug

KINDS = ("person", "country", "organisation")
LABELLED = Path(__file__).parent.parent / "tests" / "index" / "entities" / "labelled"

Value = tuple[str, str]
"""A kind of facet and a value of it: an id for countries, a folded label for the others."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled article, as its README tells."""

    name: str
    text: str
    expected: frozenset[Value]
    unlisted: frozenset[Value]
    optional: frozenset[Value]
    mangled: Mapping[str, str]
    traps: tuple[tuple[Value, str], ...]

    def article(self) -> Article:
        """Return the text as indexing would see it, cleaned and divided into zones."""
        return clean(RawArticle(self.name, self.text))


def read(path: Path) -> Labelled:
    """Return the labelled article of a file."""
    document: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))

    def values(part: str) -> frozenset[Value]:
        section = document.get(part) or {}
        return frozenset(value_of(kind, label) for kind in KINDS for label in section.get(kind) or ())

    traps = tuple((value_of(t["kind"], t["value"]), t["words"]) for t in document.get("traps") or ())
    mangled = document.get("mangled") or {}
    return Labelled(
        path.stem, document["text"], values("expect"), values("unlisted"), values("optional"), mangled, traps
    )


def value_of(kind: str, label: str) -> Value:
    """Return what is compared of a label."""
    return kind, label if kind == "country" else slug(label)


def found_value(mention: Mention) -> Value:
    """Return what is compared of a mention."""
    return mention.kind, mention.entity if mention.kind == "country" else slug(mention.label)


@dataclass(slots=True)
class Tally:
    """Right and wrong values, and those that were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


@dataclass(slots=True)
class Report:
    """The tallies of a set of labelled articles, and its errors, one line each."""

    facets: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    unlisted: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rules: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mangled: Tally = field(default_factory=Tally)
    traps: Counter[bool] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, labelled: Labelled, article: Article, mentions: tuple[Mention, ...]) -> None:
        """Count what was found in one article against its labels."""
        found = {found_value(mention) for mention in mentions}
        wanted = labelled.expected | labelled.unlisted
        for value in sorted(found | wanted):
            if value in labelled.optional:
                continue
            self._count(labelled, value, value in found, value in wanted, mentions)
        self._count_rules(mentions, wanted, labelled.optional)
        self._count_mangled(labelled, mentions)
        self._count_traps(labelled, article, mentions)

    def _count(self, labelled: Labelled, value: Value, found: bool, wanted: bool, mentions: Iterable[Mention]) -> None:
        outcome = "right" if found and wanted else "wrong" if found else "missed"
        tallies = [self.facets[value[0]]]
        if value in labelled.unlisted:
            tallies.append(self.unlisted[value[0]])
        for tally in tallies:
            setattr(tally, outcome, getattr(tally, outcome) + 1)
        if outcome != "right":
            seen = {f"« {m.words} » {m.rule}" for m in mentions if found_value(m) == value}
            self.errors.append(f"{labelled.name}: {outcome} {value[0]} {value[1]} {', '.join(sorted(seen))}")

    def _count_rules(self, mentions: Iterable[Mention], wanted: frozenset[Value], optional: frozenset[Value]) -> None:
        by_rule: dict[str, set[Value]] = defaultdict(set)
        for mention in mentions:
            if found_value(mention) not in optional:
                by_rule[mention.rule].add(found_value(mention))
        for rule, values in by_rule.items():
            self.rules[rule].right += len(values & wanted)
            self.rules[rule].wrong += len(values - wanted)
            self.rules[rule].missed += len(wanted - values)

    def _count_mangled(self, labelled: Labelled, mentions: Iterable[Mention]) -> None:
        for form, label in labelled.mangled.items():
            if any(slug(label) in (slug(m.label), m.entity) and overlap(m.words, form) for m in mentions):
                self.mangled.right += 1
            else:
                self.mangled.missed += 1
                self.errors.append(f"{labelled.name}: mangled « {form} » is not {label}")

    def _count_traps(self, labelled: Labelled, article: Article, mentions: Iterable[Mention]) -> None:
        """Count a trap as sprung where the wrong value is found on its very words: elsewhere the value may be right."""
        for value, words in labelled.traps:
            places = places_of(article, words)
            sprung = any(touches(m, places) for m in mentions if found_value(m) == value)
            self.traps[sprung] += 1
            if sprung:
                self.errors.append(f"{labelled.name}: trap {value[0]} {value[1]} sprung by « {words} »")

    def lines(self) -> Iterator[str]:
        """Yield the report as text."""
        for title, tallies in (("facet", self.facets), ("unlisted", self.unlisted), ("rule", self.rules)):
            yield f"{title:20} precision  recall      F1   right  wrong missed"
            for name, tally in sorted(tallies.items()):
                yield f"{name:20} {row(tally)}"
            yield ""
        mangled = self.mangled
        yield f"mangled forms: recall {mangled.recall:.3f} ({mangled.right} right, {mangled.missed} missed)"
        yield f"traps: {self.traps[True]} of {self.traps.total()} sprung"
        yield ""
        yield from self.errors


def row(tally: Tally) -> str:
    """Return the figures of a tally in columns."""
    rates = f"{tally.precision:9.3f} {tally.recall:7.3f} {tally.f1:7.3f}"
    return f"{rates} {tally.right:7} {tally.wrong:6} {tally.missed:6}"


Place = tuple[int, int, int]
"""The ordinal of a paragraph and the code points of words in it."""


def places_of(article: Article, words: str) -> list[Place]:
    """Return where these words stand in what is searched of an article."""
    return [
        (paragraph.ordinal, match.start(), match.end())
        for paragraph in article.searched()
        for match in re.finditer(re.escape(words), paragraph.text)
    ]


def touches(mention: Mention, places: Iterable[Place]) -> bool:
    """Return whether a mention shares a code point with one of the places."""
    return any(
        mention.ordinal == ordinal and mention.start < end and start < mention.end for ordinal, start, end in places
    )


def overlap(one: str, other: str) -> bool:
    """Return whether the letters of one stand in the other; a glued word holds a name without a space around it."""
    shorter, longer = sorted(("".join(folded(one)), "".join(folded(other))), key=len)
    return shorter in longer


def score(labelled: Iterable[Labelled], recogniser: Recogniser) -> Report:
    """Return the report on these articles."""
    report = Report()
    for one in labelled:
        article = one.article()
        report.add(one, article, recogniser.mentions(article))
    return report


def main() -> None:
    """Print the report on the labelled articles of the tests, or of the folders named on the command line."""
    folders = [Path(name) for name in sys.argv[1:]] or [LABELLED]
    files = sorted(path for folder in folders for path in folder.glob("*.yaml"))
    recogniser = Recogniser(load_gazetteer({kind: [built_in(kind)] for kind in KINDS}))
    print(f"{len(files)} labelled articles\n")
    print("\n".join(score(map(read, files), recogniser).lines()))


if __name__ == "__main__":
    main()
