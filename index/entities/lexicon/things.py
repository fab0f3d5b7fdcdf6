"""Classes of nouns go in; the things come out after which the name of a country or a city tells nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.analysis.folding import fold
from index.entities.lexicon.heads import plurals

_OF_CAPITALS = ("dishes", "plants", "fabrics")
_OF_COUNTRIES = (*_OF_CAPITALS, "diseases", "drinks", "animals", "dances", "games", "furniture", "garments", "arts")


@dataclass(frozen=True, slots=True)
class Things:
    """Folded nouns, singular and plural.

    After those `of_adjectives` an adjective is none of a country (fromage hollandais); after those `of_countries` nor
    is « de » with the name of one (noix du Brésil), after those `of_capitals` with that of a capital (boule de Berlin).
    `animals` have names of their own; `garments` are called after a place right behind them: bottes Wellington.
    """

    of_adjectives: frozenset[str]
    of_countries: frozenset[str]
    of_capitals: frozenset[str]
    animals: frozenset[str]
    garments: frozenset[str]

    @classmethod
    def of(cls, classes: Mapping[str, str]) -> Things:
        """Return the things of the classes of a file: class -> nouns in the singular, with spaces between."""
        return cls(
            of_adjectives=_nouns(classes, classes),
            of_countries=_nouns(classes, _OF_COUNTRIES),
            of_capitals=_nouns(classes, _OF_CAPITALS),
            animals=_nouns(classes, ["animals"]),
            garments=_nouns(classes, ["garments"]),
        )


def _nouns(classes: Mapping[str, str], names: Iterable[str]) -> frozenset[str]:
    return frozenset(plurals(fold(noun) for name in names for noun in classes[name].split()))
