"""What a query means goes in, a tree of clauses for one paragraph; a clause over articles comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from search.plan import And, Clause, Fuzzy, Not, Or, Phrase, Prefix, Term, Within
from search.query import Scope

IN_TITLE = Term("zone", "title", 0.0)


@dataclass(frozen=True, slots=True)
class Searched:
    """One searched thing: what a paragraph must satisfy, and how to write it down."""

    clause: Clause
    notation: str


@dataclass(frozen=True, slots=True)
class Named:
    """Words that are a name, anywhere in the scope, or the entities of that name."""

    words: Meaning
    entities: Clause


@dataclass(frozen=True, slots=True)
class Every:
    """All of two parts or more."""

    parts: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of two parts or more."""

    parts: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Not this."""

    part: Meaning


@dataclass(frozen=True, slots=True)
class InTitle:
    """This, in the title of the article."""

    part: Meaning


Meaning: TypeAlias = Searched | Named | Every | Either | Without | InTitle


def every(parts: Iterable[Meaning]) -> Meaning | None:
    """All of the parts, each once; None where there are none."""
    distinct = _distinct(parts, Every)
    return Every(distinct) if len(distinct) > 1 else next(iter(distinct), None)


def either(parts: Iterable[Meaning]) -> Meaning | None:
    """One of the parts, each once; None where there are none."""
    distinct = _distinct(parts, Either)
    return Either(distinct) if len(distinct) > 1 else next(iter(distinct), None)


def _distinct(parts: Iterable[Meaning], kind: type[Every | Either]) -> tuple[Meaning, ...]:
    dissolved = (each for part in parts for each in (part.parts if isinstance(part, kind) else (part,)))
    return tuple(dict.fromkeys(dissolved))


def in_articles(meaning: Meaning, scope: Scope) -> Clause:
    """The clause that articles must satisfy.

    In scope ARTICLE each searched thing may stand in a paragraph of its own. In scope PARAGRAPH all of them must stand
    in one; only titles are looked at for themselves, and so is each alternative of an OR with titles in it.
    """
    if scope == Scope.PARAGRAPH and not _asks_for_title(meaning):
        return Within(in_paragraph(meaning))
    match meaning:
        case Every():
            return And(tuple(in_articles(part, scope) for part in _beside_titles(meaning.parts, scope)))
        case Either():
            return Or(tuple(in_articles(part, scope) for part in meaning.parts))
        case Without():
            return Not(in_articles(meaning.part, scope))
        case Named():
            return Or((in_articles(meaning.words, scope), Within(meaning.entities)), synonyms=True)
        case Searched() | InTitle():
            return Within(in_paragraph(meaning))


def _beside_titles(parts: Sequence[Meaning], scope: Scope) -> Iterator[Meaning]:
    """The parts; in scope PARAGRAPH those that may not stand apart are one."""
    if scope == Scope.ARTICLE:
        yield from parts
        return
    if (together := every(part for part in parts if not _asks_for_title(part))) is not None:
        yield together
    yield from (part for part in parts if _asks_for_title(part))


def in_paragraph(meaning: Meaning) -> Clause:
    """The clause that one paragraph must satisfy."""
    match meaning:
        case Searched():
            return meaning.clause
        case Every():
            return And(tuple(in_paragraph(part) for part in meaning.parts))
        case Either():
            return Or(tuple(in_paragraph(part) for part in meaning.parts))
        case Without():
            return Not(in_paragraph(meaning.part))
        case Named():
            return Or((in_paragraph(meaning.words), meaning.entities), synonyms=True)
        case InTitle():
            return And((in_paragraph(meaning.part), IN_TITLE))


def _asks_for_title(meaning: Meaning) -> bool:
    match meaning:
        case InTitle():
            return True
        case Every() | Either():
            return any(_asks_for_title(part) for part in meaning.parts)
        case Without():
            return _asks_for_title(meaning.part)
        case _:
            return False


def scores(clause: Clause) -> bool:
    """Whether anything outside a Not gives a score by which articles can be ranked."""
    match clause:
        case And() | Or():
            return any(scores(each) for each in clause.clauses)
        case Within():
            return scores(clause.clause)
        case Term() | Phrase() | Prefix() | Fuzzy():
            return clause.boost > 0
        case _:
            return False


def notation(meaning: Meaning) -> str:
    """The meaning as a query, with every operator and parenthesis."""
    match meaning:
        case Searched():
            return meaning.notation
        case Named():
            return notation(meaning.words)
        case Every():
            return " AND ".join(_bracketed(part, Either) for part in meaning.parts)
        case Either():
            return " OR ".join(_bracketed(part, Every) for part in meaning.parts)
        case Without():
            return f"NOT {_bracketed(meaning.part, Every, Either)}"
        case InTitle():
            return f"title:{_bracketed(meaning.part, Every, Either, Without)}"


def date_notation(after: date | None, before: date | None) -> str:
    """The notation of days from one, or up to another; "" where neither is asked for."""
    return " AND ".join(f"{name}:{day}" for name, day in (("after", after), ("before", before)) if day)


def _bracketed(meaning: Meaning, *kinds: type) -> str:
    """The notation, in parentheses if it is of one of these kinds, or a name of several words."""
    inner = meaning.words if isinstance(meaning, Named) else meaning
    return f"({notation(inner)})" if isinstance(inner, kinds) else notation(inner)
