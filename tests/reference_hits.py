"""What the reference engine holds of articles, and what it makes of hits, without looking anything up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from index.document import Document, IndexedArticle
from search.matches import ArticleMatch, ParagraphMatch
from search.plan import Filter, Plan
from search.query import Sort

EPOCH = date(1970, 1, 1)
TEXT_FIELDS = ("stem", "exact", "accented")


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A searched paragraph: the positions of each term of each text field, the frequency of each keyword.

    `day` is that of its article, in days since 1970-01-01.
    """

    document: Document
    day: int | None = None

    @cached_property
    def positions(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for token in self.document.tokens:
            for name in TEXT_FIELDS:
                if term := getattr(token, name):
                    found.setdefault((name, term), []).append(token.position)
        return found

    @cached_property
    def frequencies(self) -> Counter[tuple[str, str]]:
        """An empty term is no term."""
        keywords = Counter((name, value) for name, values in self.document.values.items() for value in values)
        return Counter({key: len(places) for key, places in self.positions.items()}) + keywords

    def length(self, name: str) -> int:
        """The number of terms of a text field; 0 for a keyword field, which has no length."""
        return sum(len(places) for key, places in self.positions.items() if key[0] == name)

    def carries(self, name: str, value: str) -> bool:
        return value in self.document.values.get(name, ())


@dataclass(frozen=True, eq=False)
class Entry:
    """An article of the index with its searched paragraphs and the story it belongs to."""

    indexed: IndexedArticle
    story: int | str
    paragraphs: tuple[Paragraph, ...]

    @property
    def id(self) -> str:
        return self.indexed.article.id

    @property
    def day(self) -> int | None:
        return days(self.indexed.article.date)


@dataclass(frozen=True, eq=False)
class Hit:
    """An article that matches, and its matching paragraphs with their scores, in reading order."""

    entry: Entry
    paragraphs: list[tuple[Paragraph, float]]

    @property
    def score(self) -> float:
        """The best paragraph's; 0 where an article matches without a matching paragraph (a OR NOT b)."""
        return max((score for _, score in self.paragraphs), default=0.0)

    def order(self, sort: Sort) -> tuple[float | bool | str, ...]:
        """The sort key: score down or date up or down, then newest, then id; undated come last."""
        day = self.entry.day
        newest = (day is None, -(day or 0))
        if sort is Sort.RELEVANCE:
            return (-self.score, *newest, self.entry.id)
        if sort is Sort.OLDEST:
            return (day is None, day or 0, self.entry.id)
        return (*newest, self.entry.id)


def in_time(plan: Plan, entry: Entry) -> bool:
    return between(entry.day, plan.after, plan.before)


def between(day: int | None, after: int | None, before: int | None) -> bool:
    """Whether a day is between two, inclusive; no day is so only if nothing is asked for."""
    if after is None and before is None:
        return True
    return day is not None and (after is None or after <= day) and (before is None or day <= before)


def days(day: date | None) -> int | None:
    return None if day is None else (day - EPOCH).days


def passes(filters: Iterable[Filter], paragraphs: Iterable[Paragraph]) -> bool:
    """Whether what these paragraphs carry between them passes every filter."""
    for each in filters:
        carried = values(each.field, paragraphs)
        if each.anyof and not carried & set(each.anyof):
            return False
        if not carried >= set(each.allof) or carried & set(each.noneof):
            return False
    return True


def values(name: str, paragraphs: Iterable[Paragraph]) -> set[str]:
    return {value for paragraph in paragraphs for value in paragraph.document.values.get(name, ())}


def folded(hits: Sequence[Hit], fold: bool) -> list[list[Hit]]:
    """The hits of each story together, in the order of their first; each on its own where nothing is folded."""
    stories: dict[int | str, list[Hit]] = {}
    for hit in hits:
        stories.setdefault(hit.entry.story if fold else hit.entry.id, []).append(hit)
    return list(stories.values())


def presented(story: Sequence[Hit], best: int | None) -> ArticleMatch:
    """The first hit of a story stands for it; the others are its copies, newest first."""
    first, *copies = story
    copies.sort(key=lambda hit: hit.order(Sort.NEWEST))
    ranked = sorted(first.paragraphs, key=lambda each: (-each[1], each[0].document.ordinal))
    return ArticleMatch(
        article=first.entry.id,
        score=first.score,
        matching_paragraphs=len(first.paragraphs),
        paragraphs=tuple(ParagraphMatch(each.document.ordinal, score) for each, score in ranked[:best]),
        copies=tuple(hit.entry.id for hit in copies),
    )


def month(story: Sequence[Hit]) -> int | None:
    """The month a story first appeared in, by its matching articles; None where none has a date."""
    days = [hit.entry.indexed.article.date for hit in story if hit.entry.indexed.article.date is not None]
    return min(day.year * 12 + day.month - 1 for day in days) if days else None
