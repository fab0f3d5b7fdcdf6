"""A reading goes in; listed persons named by an initial and a family name in another spelling come out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from index.entities.gazetteer.entity import Entity
from index.entities.persons.support import is_at_home
from index.entities.reading import Finding, Reading
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.transliteration import keys
from index.entities.text.words import folded

_LEAST_KEY = 6
"""Letters that the key of a family name must have, for a transliteration to be no chance."""


class Initials:
    """Finds « S. Lawroff »: the initial, and a family name of the same sounds, where the article names the country."""

    def __init__(self, persons: Collection[Entity]) -> None:
        self._persons = persons

    @cached_property
    def _bearers(self) -> Mapping[str, Sequence[Entity]]:
        """Key of a family name -> those who bear it; made when an initial first asks for it."""
        found: dict[str, list[Entity]] = {}
        for person in self._persons:
            for key in keys("".join(folded(person.surname or ""))):
                if len(key) >= _LEAST_KEY:
                    found.setdefault(key, []).append(person)
        return found

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the family names that follow an initial and mean one person only."""
        for passage in reading.passages:
            for at in passage.capitals:
                if _follows_initial(passage, at) and reading.is_free(passage, at):
                    meant = self._meant(reading, passage, at)
                    if len(meant) == 1:
                        yield Finding.by("initial", WordSpan(passage, at, at + 1), meant.popitem()[1])

    def _meant(self, reading: Reading, passage: Passage, at: int) -> dict[str, Entity]:
        initial = passage.words[at - 1].folded
        alike = (person for key in keys(passage.words[at].folded) for person in self._bearers.get(key, ()))
        return {person.id: person for person in alike if _has_initial(person, initial) and is_at_home(reading, person)}


def _follows_initial(passage: Passage, at: int) -> bool:
    return at > 0 and passage.is_initial(at - 1) and passage.gaps[at].strip() == "." and passage.joined(at)


def _has_initial(person: Entity, initial: str) -> bool:
    return initial != "m" and any(given[:1].lower() == initial for given in (*person.given, person.label))
