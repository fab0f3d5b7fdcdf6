"""A reading goes in; full names that a translation or another script has changed come out, resolved."""

from __future__ import annotations

from collections.abc import Iterator

from index.entities.capitals import name_windows
from index.entities.confidence import CONFIDENCE
from index.entities.entity import Entity
from index.entities.known_names import KnownNames, Likeness
from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.reading import Doubt, Finding, Reading
from index.entities.similarity import Name, name_of, part_score
from index.entities.support import has_country, has_role, is_named
from index.entities.words import folded

SURE = 0.86
"""From here on the likeness alone decides: 2 false hits in 8,192 foreign names were measured at .852."""

POSSIBLE = 0.70
"""From here on the likeness decides together with a role, a country or the exact name in the article."""

LEAD = 0.08
"""How far the best person must be ahead of the next."""


class Mangled:
    """Resolves full names by the guarded score; what stays uncertain is left as a doubt for the curator."""

    def __init__(self, known: KnownNames, lexicon: Lexicon) -> None:
        self._known = known
        self._lexicon = lexicon

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the mangled full names, the best window of each run of capitalised words."""
        for passage in reading.passages:
            for windows in name_windows(reading, passage, self._lexicon):
                found = [finding for window in windows if (finding := self._resolve(reading, passage, *window))]
                if found:
                    yield max(found, key=lambda finding: (finding.confidence, finding.end - finding.first))

    def _resolve(self, reading: Reading, passage: Passage, first: int, end: int) -> Finding | None:
        name = name_of(passage.folded(first, end))
        if person := self._known.transliterated(name):
            return Finding(passage, first, end, person, "transliteration", CONFIDENCE["transliteration"])
        likely = self._known.like(name)
        if not likely or likely[0].score < POSSIBLE:
            return None
        best = likely[0]
        leads = len(likely) == 1 or best.score - likely[1].score >= LEAD
        if not self._contradicted(name, best) and leads and self._supported(reading, passage, first, end, best):
            return Finding(passage, first, end, best.entity, "fuzzy", round(best.score, 3))
        reading.doubts.append(Doubt(passage, first, end, tuple(likely[:3])))
        return None

    def _supported(self, reading: Reading, passage: Passage, first: int, end: int, likeness: Likeness) -> bool:
        person = likeness.entity
        return (
            likeness.score >= SURE
            or is_named(reading, person)
            or has_role(passage, first, end, person)
            or has_country(reading, passage, first, end, person)
            or any(word.glued for word in passage.words[first:end])
        )

    def _contradicted(self, name: Name, likeness: Likeness) -> bool:
        """Return whether the given name is another known one (Brice is not Boris), or the form is refused."""
        person = likeness.entity
        if any(folded(form) == (name.given, name.surname) for form in person.never):
            return True
        if name.given not in self._lexicon.given:
            return False
        return not any(self._same_given(name.given, own) for own in _given_names(person))

    def _same_given(self, one: str, own: str) -> bool:
        """Return whether two given names may be one: Sergei and Sergueï, not Paul and Paula, nor Jean and Juan."""
        if one == own:
            return True
        genders = {self._lexicon.given.get(name, "") for name in (one, own)}
        return genders != {"m", "f"} and part_score(one, own) >= 0.8


def _given_names(person: Entity) -> Iterator[str]:
    for given in person.given or (person.label,):
        tokens = folded(given)
        yield "".join(tokens)
        yield tokens[0]
