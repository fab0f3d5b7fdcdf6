"""Classes of nouns go in; the things come out after which the name of a country or a city tells nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.analysis.folding import fold

_OF_CAPITALS = ("dishes", "plants", "fabrics")
_OF_COUNTRIES = (*_OF_CAPITALS, "drinks", "animals", "dances", "games", "furniture", "garments", "arts")


@dataclass(frozen=True, slots=True)
class Things:
    """Folded nouns, singular and plural.

    After those `of_adjectives` an adjective is none of a country (fromage hollandais); after those `of_countries` nor
    is « de » with the name of one (noix du Brésil), after those `of_capitals` with that of a capital (boule de Berlin).
    """

    of_adjectives: frozenset[str]
    of_countries: frozenset[str]
    of_capitals: frozenset[str]

    @classmethod
    def of(cls, classes: Mapping[str, str]) -> Things:
        """Return the things of the classes of a file: class -> nouns in the singular, with spaces between."""
        return cls(_nouns(classes, classes), _nouns(classes, _OF_COUNTRIES), _nouns(classes, _OF_CAPITALS))


def _nouns(classes: Mapping[str, str], names: Iterable[str]) -> frozenset[str]:
    singular = {fold(noun) for name in names for noun in classes[name].split()}
    return frozenset(noun + ending for noun in singular for ending in ("", "s", "x"))
