"""The lists of given names, family names put first and titles go in, a `Lexicon` comes out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from index.analysis.folding import fold
from index.entities.lexicon.heads import Heads
from index.entities.lexicon.things import Things

_FILES = Path(__file__).parents[2] / "gazetteers"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words about persons, folded.

    `given` maps a given name to "m", "f" or "mf", `rare` are many more that are not as well known; `family_first` are
    family names that stand before the given name; `titles` are the words for offices, ranks and professions, `trades`
    those for trades and sports, in which no listed person works; `common` are given names that are common words too.
    `phrases`, as written, look like names and are none; `things` are nouns that bear a country's adjective, `heads`
    those that bear a name. `equivalents` maps a given name to its like in other languages, `bodies` a word in names of
    bodies to the first of those that translations take for it.
    """

    given: Mapping[str, str]
    rare: frozenset[str]
    family_first: frozenset[str]
    titles: frozenset[str]
    trades: frozenset[str]
    common: frozenset[str]
    phrases: tuple[str, ...]
    things: Things
    heads: Heads
    equivalents: Mapping[str, frozenset[str]]
    bodies: Mapping[str, str]

    @property
    def sure_given(self) -> frozenset[str]:
        """The given names that are no common words."""
        return frozenset(self.given.keys() - self.common)


@cache
def lexicon() -> Lexicon:
    """Return the lists that come with the program."""
    document = _read("given_names.yaml")
    given: dict[str, str] = {}
    for gender in ("m", "f", "mf"):
        for name in document[gender].split():
            given[fold(name)] = gender
    equivalents = _read("equivalents.yaml")
    return Lexicon(
        given,
        rare=frozenset(map(fold, document["rare"].split())),
        family_first=frozenset(map(fold, document["family_first"].split())),
        trades=frozenset(map(fold, document["trades"].split())),
        titles=frozenset(map(fold, document["titles"].split())),
        common=frozenset(map(fold, document["common"].split())),
        phrases=tuple(itertools.chain.from_iterable(_read("phrases.yaml").values())),
        things=Things.of(_read("things.yaml")),
        heads=Heads.of(_read("heads.yaml")),
        equivalents=_equivalents(equivalents["equivalents"]),
        bodies={word: words[0] for words in map(_folded, equivalents["bodies"]) for word in words},
    )


def _equivalents(names: Iterable[str]) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for spellings in names:
        same = frozenset(map(fold, spellings.split()))
        table |= {name: table.get(name, frozenset()) | same for name in same}
    return table


def _folded(words: str) -> list[str]:
    return list(map(fold, words.split()))


def _read(name: str) -> Any:
    return yaml.load((_FILES / name).read_bytes(), Loader=yaml.CSafeLoader)
