"""A person goes in; the full names come out as they are compared, each with the keys of the family name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from index.entities.gazetteer.entity import Entity
from index.entities.text.similarity import Name, names_of
from index.entities.text.transliteration import keys, spelt_out
from index.entities.text.words import folded

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "x", "xiv", "xvi"})
"""After these a name is matched exactly: the same name without is another person's."""


class FullName(NamedTuple):
    """One way to divide a name of a person; the keys are what `transliteration.keys` gives of the family name."""

    person: Entity
    given: str
    surname: str
    keys: tuple[str, ...]

    @property
    def name(self) -> Name:
        """Both parts, folded."""
        return Name(self.given, self.surname)


def full_names(person: Entity) -> Iterator[FullName]:
    """Yield the names of a person, each once: telling them takes longer than reading them where they are kept."""
    forms = (*(alias.form for alias in person.names), *person.full_names)
    spelt = (folded(form) for form in dict.fromkeys((*forms, *map(spelt_out, forms))))
    several = (tokens for tokens in spelt if len(tokens) > 1 and tokens[-1] not in SUFFIXES)
    for name in dict.fromkeys(name for tokens in several for name in sorted(names_of(tokens))):
        yield FullName(person, name.given, name.surname, tuple(sorted(keys(name.surname))))
