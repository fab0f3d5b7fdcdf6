"""What matches in one part and the filters of a plan go in; what passes, for the hits and for each facet, comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from search.columnar.part import between
from search.columnar.selection import Selection
from search.columnar.sets import NumberSet, unite
from search.plan import Plan


@dataclass(frozen=True, slots=True)
class Filtered:
    """What passes everything but the `anyof` filters, and for each of these its field and what passes it.

    The latter are documents where filters hold for paragraphs (`together`), otherwise articles.
    """

    passing: Selection
    anyof: tuple[tuple[str, NumberSet], ...]
    together: bool

    def selection(self, free: str | None = None) -> Selection:
        """What passes every filter, but for the `anyof` of the field `free`."""
        carriers = [each for field, each in self.anyof if field != free]
        return reduce(lambda selected, each: narrowed(selected, each, self.together), carriers, self.passing)

    def concerns(self, field: str) -> bool:
        """Whether a field has an `anyof` filter, so that its counts are of another selection than the hits."""
        return any(name == field for name, _ in self.anyof)


def narrowed(selected: Selection, carriers: NumberSet, together: bool) -> Selection:
    """What is among some documents (`together`) or articles."""
    return selected.with_documents(carriers) if together else selected.with_articles(carriers)


def apply_filters(plan: Plan, selected: Selection) -> Filtered:
    """What of a selection passes the dates and filters of a plan."""
    selected = in_time(plan, selected)
    for each in plan.filters:
        for value in each.allof:
            selected = narrowed(selected, carriers(selected, each.field, [value], plan.together), plan.together)
        if each.noneof:
            unwanted = carriers(selected, each.field, each.noneof, plan.together)
            left = (selected.documents if plan.together else selected.articles) - unwanted
            selected = narrowed(selected, left, plan.together)
    anyof = [(f.field, carriers(selected, f.field, f.anyof, plan.together)) for f in plan.filters if f.anyof]
    return Filtered(selected, tuple(anyof), plan.together)


def in_time(plan: Plan, selected: Selection) -> Selection:
    """The articles between the dates of a plan."""
    if plan.after is None and plan.before is None:
        return selected
    dates = selected.part.segment.dates
    return selected.with_articles(selected.articles & NumberSet.flagged(between(dates, plan.after, plan.before)))


def carriers(selected: Selection, field: str, values: Sequence[str], together: bool) -> NumberSet:
    """The documents (`together`) or articles, selected or not, that carry any of some values."""
    part = selected.part
    holders = [part.holders(field, value) for value in values]
    documents = unite(holders, part.segment.document_count)
    return documents if together else part.owners(documents)
