"""The records of a gazetteer: who and what may be recognised, and under which conditions a form counts."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from index.entities.text.words import folded


class Case(StrEnum):
    """What capitals a form must have in the text."""

    USUAL = "usual"
    UPPER = "upper"
    EXACT = "exact"


class SurnameAlone(StrEnum):
    """When the family name of a person counts without the first name."""

    NEVER = "never"
    AFTER_FULL = "after_full"
    WITH_TITLE = "with_title"
    ALWAYS = "always"


class Alias(NamedTuple):
    """A form of a name and the conditions under which it counts.

    `not_after`, `not_before`, `not_with`: words or phrases beside it that refuse it. `needs_article` refuses it bare
    at the start of a sentence, `not_before_capital` before a capitalised word. `needs` and `unless` are ids of
    entities: one of `needs` must be, and none of `unless` may be, found in the article by another form.
    """

    form: str
    case: Case = Case.USUAL
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    needs_article: bool = False
    not_before_capital: bool = False
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def holds_beside(self, present: Collection[str]) -> bool:
        """Return whether an entity that the form needs is among the ids in `present`, and none that voids it."""
        return (not self.needs or any(each in present for each in self.needs)) and not any(
            each in present for each in self.unless
        )


class Role(NamedTuple):
    """An office of a person: `of` is the id of a country or organisation; `since`, `until` ISO days or parts of one."""

    what: str
    of: str | None = None
    since: str | None = None
    until: str | None = None


class Entity(NamedTuple):
    """A facet value that a gazetteer knows; the fields are told in docs/gazetteer.md.

    It is a tuple, as its aliases are, because thousands are made before the first article is read.
    """

    kind: str
    id: str
    label: str
    aliases: tuple[Alias, ...] = ()
    context_aliases: tuple[Alias, ...] = ()
    seen_as: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    surname: str | None = None
    surname_alone: SurnameAlone = SurnameAlone.AFTER_FULL
    country: str | None = None
    roles: tuple[Role, ...] = ()
    demonyms: tuple[Alias, ...] = ()
    metonyms: tuple[Alias, ...] = ()
    combining: tuple[str, ...] = ()
    listed: bool = True

    @property
    def names(self) -> tuple[Alias, ...]:
        """The label and the aliases; an alias written like the label puts its conditions on the label."""
        own = any(alias.form == self.label for alias in self.aliases)
        return self.aliases if own else (Alias(self.label), *self.aliases)

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the entity over all kinds: its kind and id."""
        return self.kind, self.id

    @property
    def full_names(self) -> tuple[str, ...]:
        """Each accepted first name of a person with the family name."""
        return tuple(f"{given} {self.surname}" for given in self.given) if self.surname else ()

    @property
    def bare_label(self) -> str | None:
        """The label without what tells it from others in brackets, if any: Coalition démocratique (Hongrie)."""
        name, bracket, _ = self.label.partition(" (")
        return name if bracket else None

    @property
    def refused(self) -> frozenset[tuple[str, ...]]:
        """The forms that never stand for the entity, folded: they win over every form that is listed for it."""
        return frozenset(map(folded, self.never))

    @property
    def countries(self) -> frozenset[str]:
        """The ids of the countries that the person or organisation has to do with."""
        of = {role.of for role in self.roles} | {self.country}
        return frozenset(country for country in of if country)
