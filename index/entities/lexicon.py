"""The lists of given names, family names put first and titles go in, a `Lexicon` comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from index.analysis.folding import fold

FILE = Path(__file__).parent.parent / "gazetteers" / "given_names.yaml"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words about persons, folded.

    `given` maps a given name to "m", "f" or "mf"; `family_first` are family names that stand before the given name;
    `titles` are the words for offices and ranks, `common` given names that are common words too.
    """

    given: Mapping[str, str]
    family_first: frozenset[str]
    titles: frozenset[str]
    common: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the lists that come with the program."""
    document = yaml.load(FILE.read_bytes(), Loader=yaml.CSafeLoader)
    given: dict[str, str] = {}
    for gender in ("m", "f", "mf"):
        for name in document[gender].split():
            given[fold(name)] = gender
    return Lexicon(
        given,
        family_first=frozenset(map(fold, document["family_first"].split())),
        titles=frozenset(map(fold, document["titles"].split())),
        common=frozenset(map(fold, document["common"].split())),
    )
