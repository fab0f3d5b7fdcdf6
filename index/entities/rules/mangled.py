"""A reading goes in; full names that a translation or another script has changed come out, resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.entities.capitals import name_windows
from index.entities.confidence import CONFIDENCE
from index.entities.entity import Entity
from index.entities.known_names import KnownNames, Likeness
from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.reading import Doubt, Finding, Reading
from index.entities.similarity import part_score
from index.entities.support import has_country, has_role, is_named
from index.entities.words import folded

SURE = 0.86
"""From here on the likeness alone decides: 2 false hits in 8,192 foreign names were measured at .852."""

POSSIBLE = 0.70
"""From here on the likeness decides together with a role, a country or the exact name in the article."""

_LIKE_GIVEN = 0.6
"""How like the given names must be where only office and country speak for the person: Brigitte for Bridget."""

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
        tokens = passage.folded(first, end)
        if person := self._known.transliterated(tokens):
            return Finding(passage, first, end, person, "transliteration", CONFIDENCE["transliteration"])
        likely = [likeness for likeness in self._known.like(tokens) if likeness.score >= POSSIBLE]
        for likeness in likely:
            if self._means(reading, passage, first, end, likeness, likely):
                return Finding(passage, first, end, likeness.entity, "fuzzy", round(likeness.score, 3))
        if likely:
            reading.doubts.append(Doubt(passage, first, end, tuple(likely[:3])))
        return None

    def _means(
        self,
        reading: Reading,
        passage: Passage,
        first: int,
        end: int,
        likeness: Likeness,
        likely: Sequence[Likeness],
    ) -> bool:
        """Return whether the name means this person, by its likeness and by what stands around it.

        One clue is enough for the likeliest, well ahead of others; who is not, or has another given name, needs both
        an office and a country of his beside the name, and nobody else there to fit them.
        """
        person = likeness.entity
        role = has_role(passage, first, end, person)
        country = has_country(reading, passage, first, end, person)
        rivals = [other for other in likely if other.entity.id != person.id]
        leads = all(likeness.score - other.score >= LEAD for other in rivals)
        if leads and not self._contradicted(likeness):
            glued = any(word.glued for word in passage.words[first:end])
            return likeness.score >= SURE or role or country or glued or is_named(reading, person)
        return (
            role
            and country
            and not self._is_refused(likeness)
            and part_score(likeness.name.given, likeness.own.given) >= _LIKE_GIVEN
            and not any(has_country(reading, passage, first, end, other.entity) for other in rivals)
        )

    def _contradicted(self, likeness: Likeness) -> bool:
        """Return whether the given name is another known one (Brice is not Boris), or the form is refused."""
        person, name = likeness.entity, likeness.name
        if self._is_refused(likeness):
            return True
        if name.given not in self._lexicon.given:
            return False
        return not any(self._same_given(name.given, own) for own in (likeness.own.given, *_given_names(person)))

    def _is_refused(self, likeness: Likeness) -> bool:
        return any(folded(form) == tuple(likeness.name) for form in likeness.entity.never)

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
