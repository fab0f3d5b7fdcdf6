"""Classes of nouns go in; those come out that bear the name which stands behind them, by how it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.analysis.folding import fold
from index.entities.lexicon.vocabulary import word_set
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import Word, folded

_BARE = (
    "ships",
    "animals",
    "venues",
    "schools",
    "roads",
    "reliefs",
    "works",
    "bands",
    "brands",
    "storms",
    "sounds",
    "honours",
)

_AFLOAT = word_set("fregate navire destroyer croiseur cuirasse corvette cargo petrolier paquebot")
"""Ships, and nobody: « la vedette américaine X » and « le marin français X » are persons."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Folded nouns, singular and plural, that make the name of a country, a city or a person another thing's.

    The name stands right behind the `bare` ones (paquebot France), behind `kin` where it is no organisation's (son
    cousin Chad), behind `makes` where it is a place's (les motos Jakarta). It stands behind « de » after `addresses`
    (rue de Londres; singular only, for the streets of Kiev are in Kiev; behind any article after `streets`: avenue du
    Congo; after `crossings` where it is a country's), after `waters` and `contests`, after `treaties` and, in the
    singular, what is `signed` where it is a capital's (accords d'Oslo), after `houses` where they have a capital (le
    Café de Rome), after `clubs`, which have one, either way. `followers` stand behind it (Trump Tower). `venues` are
    the bare ones that one goes to, `reliefs` those one climbs, `works` those that have titles; those `called`, in the
    singular, may also follow a name in apposition; `memorials` are the bare ones and more, after persons only.
    `regions` have towns that are called like a capital elsewhere, `states` are those of America; `cities` of several
    words are what nobody is called. `accented` are those that end in é; with `compound_ends` end the bare ones that
    have a hyphen.
    """

    bare: frozenset[str]
    reliefs: frozenset[str]
    kin: frozenset[str]
    makes: frozenset[str]
    venues: frozenset[str]
    works: frozenset[str]
    called: frozenset[str]
    memorials: frozenset[str]
    addresses: frozenset[str]
    streets: frozenset[str]
    crossings: frozenset[str]
    waters: frozenset[str]
    signed: frozenset[str]
    treaties: frozenset[str]
    contests: frozenset[str]
    houses: frozenset[str]
    clubs: frozenset[str]
    followers: frozenset[str]
    states: frozenset[str]
    regions: frozenset[str]
    cities: frozenset[tuple[str, ...]]
    accented: frozenset[str]
    compound_ends: frozenset[str]

    @property
    def in_town(self) -> frozenset[str]:
        """The nouns of places in a town that are called after others: streets, squares, stations."""
        return self.addresses | self.streets

    def is_bare(self, word: Word) -> bool:
        """Return whether a name may stand right behind the word."""
        return word.folded in self.bare and self._is_noun(word)

    def is_memorial(self, word: Word) -> bool:
        """Return whether a person's name may stand right behind the word."""
        return word.folded in self.memorials and self._is_noun(word)

    def name_somebody(self, span: WordSpan) -> bool:
        """Return whether a noun that bears persons' names stands right before: la station X, le brise-glace X."""
        passage, at = span.passage, span.first - 1
        return passage.joined(span.first) and (self.is_memorial(passage.words[at]) or self.is_compound(passage, at))

    def describe_ship(self, span: WordSpan) -> bool:
        """Return whether a ship and an adjective stand right before: « le porte-avions *américain* X »."""
        passage, adjective = span.passage, span.first - 1
        if not (passage.joined(span.first) and passage.joined(adjective)) or passage.words[adjective].capital:
            return False
        return passage.tokens[adjective - 1] in _AFLOAT or self.is_compound(passage, adjective - 1)

    def is_compound(self, passage: Passage, at: int) -> bool:
        """Return whether a name may stand right behind the noun that ends here, a compound: porte-avions."""
        joined = passage.tokens[at] in self.compound_ends and at > 0 and passage.gaps[at] == "-"
        return joined and passage.tokens[at - 1] + passage.tokens[at] in self.bare

    def _is_noun(self, word: Word) -> bool:
        """Return whether the word is no participle of the same letters: « placé » is no « place »."""
        return not word.text.endswith(("é", "és")) or word.folded in self.accented

    @classmethod
    def of(cls, classes: Mapping[str, str]) -> Heads:
        """Return the heads of the classes of a file: class -> nouns in the singular, with spaces between."""
        return cls(
            bare=_nouns(classes, *_BARE),
            reliefs=_nouns(classes, "reliefs"),
            kin=_nouns(classes, "kin"),
            makes=_nouns(classes, "makes"),
            venues=_nouns(classes, "venues"),
            works=_nouns(classes, "works"),
            called=frozenset(fold(noun) for name in ("ships", "animals", "titled") for noun in classes[name].split()),
            memorials=_nouns(classes, *_BARE, "memorials"),
            addresses=frozenset(map(fold, classes["addresses"].split())),
            streets=frozenset(map(fold, classes["streets"].split())),
            crossings=_nouns(classes, "crossings"),
            waters=_nouns(classes, "waters"),
            signed=frozenset(map(fold, classes["signed"].split())),
            treaties=_nouns(classes, "treaties"),
            contests=_nouns(classes, "contests"),
            houses=_nouns(classes, "houses"),
            clubs=_nouns(classes, "clubs"),
            followers=_nouns(classes, "followers"),
            states=_regions(classes, "states"),
            regions=_regions(classes, "states", "regions"),
            cities=frozenset(map(folded, classes["cities"].split())),
            compound_ends=frozenset(
                plurals(
                    fold(noun.rpartition("-")[2]) for name in _BARE for noun in classes[name].split() if "-" in noun
                )
            ),
            accented=frozenset(
                plurals(fold(noun) for nouns in classes.values() for noun in nouns.split() if noun.endswith("é"))
            ),
        )


def _regions(classes: Mapping[str, str], *names: str) -> frozenset[str]:
    return frozenset(token for name in names for region in classes[name].split() for token in folded(region)[-1:])


def _nouns(classes: Mapping[str, str], *names: str) -> frozenset[str]:
    return frozenset(plurals(fold(noun) for name in names for noun in classes[name].split()))


def plurals(nouns: Iterable[str]) -> Iterable[str]:
    """Return the nouns and what a plural in -s or -x makes of them."""
    return (noun + ending for noun in nouns for ending in ("", "s", "x"))
