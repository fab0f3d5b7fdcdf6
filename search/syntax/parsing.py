"""The text of a query goes in, a `Syntax` comes out: its tree, and what was ignored and why.

    query       = disjunction
    disjunction = conjunction { OR conjunction }
    conjunction = { [AND] [NOT] primary }, one at least
    primary     = word | word* | word~ | quoted | field: [NOT] value | field: [NOT] primary | ( disjunction )

Every string has a meaning: parentheses are balanced beforehand, by leaving out those that have no partner or lie too
deep, and operators that miss an operand are left out too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from search.results import Ignored
from search.syntax.dates import period
from search.syntax.fields import AFTER, BEFORE, TITLE
from search.syntax.lexing import OPERATORS, Kind, Lexeme, lexemes
from search.syntax.tree import (
    Approximate,
    Conjunction,
    Dated,
    Disjunction,
    FieldValue,
    Negation,
    Node,
    Quoted,
    Titled,
    Truncated,
    Word,
)

# Parentheses within parentheses; nobody writes more, and recursion must end.
DEEPEST = 20

_OPERAND = (Kind.WORD, Kind.TRUNCATED, Kind.APPROXIMATE, Kind.QUOTED, Kind.FIELD, Kind.VALUE, Kind.OPEN)
_WITH_TEXT = (Kind.WORD, Kind.TRUNCATED, Kind.APPROXIMATE, Kind.QUOTED, Kind.VALUE)

Compound = TypeVar("Compound", Conjunction, Disjunction)


@dataclass(frozen=True, slots=True)
class Syntax:
    """A query as it was read; `tree` is None where nothing in it can be searched."""

    text: str
    tree: Node | None
    ignored: tuple[Ignored, ...]


def parse(text: str, fields: Mapping[str, str]) -> Syntax:
    """Read a query; `fields` maps folded names to fields. Never raises; takes time linear in the text."""
    parser = _Parser(text)
    tree = parser.read(lexemes(text, fields))
    return Syntax(text, tree, tuple(ignored for _, ignored in sorted(parser.ignored, key=lambda each: each[0])))


class _Parser:
    """Recursive descent; `ignored` collects what has no meaning, with its place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lexemes: list[Lexeme] = []
        self._next = 0
        self.ignored: list[tuple[int, Ignored]] = []

    def read(self, found: Sequence[Lexeme]) -> Node | None:
        """The tree of all lexemes."""
        self._lexemes = self._balanced(self._without_noise(_with_operands(found)))
        return self._disjunction(None)

    def _ignore(self, lexeme: Lexeme, reason: str) -> None:
        self.ignored.append((lexeme.start, Ignored(self._text[lexeme.start : lexeme.end].strip(), reason)))

    def _without_noise(self, found: Sequence[Lexeme]) -> list[Lexeme]:
        for lexeme in found:
            if lexeme.kind is Kind.NOISE:
                self._ignore(lexeme, lexeme.text)
        return [lexeme for lexeme in found if lexeme.kind is not Kind.NOISE]

    def _balanced(self, found: Sequence[Lexeme]) -> list[Lexeme]:
        """The lexemes without parentheses that lack a partner or lie too deep."""
        opened: list[int] = []
        dropped: dict[int, str] = {}
        for place, lexeme in enumerate(found):
            if lexeme.kind is Kind.OPEN:
                opened.append(place)
            elif lexeme.kind is Kind.CLOSE and not opened:
                dropped[place] = "unbalanced_parenthesis"
            elif lexeme.kind is Kind.CLOSE:
                partner = opened.pop()
                if len(opened) >= DEEPEST:
                    dropped |= dict.fromkeys((partner, place), "too_deep")
        dropped |= dict.fromkeys(opened, "unbalanced_parenthesis")
        for place, reason in dropped.items():
            self._ignore(found[place], reason)
        return [lexeme for place, lexeme in enumerate(found) if place not in dropped]

    def _peek(self) -> Kind | None:
        return self._lexemes[self._next].kind if self._next < len(self._lexemes) else None

    def _take(self) -> Lexeme:
        self._next += 1
        return self._lexemes[self._next - 1]

    def _disjunction(self, field: str | None) -> Node | None:
        parts: list[Node] = []
        operator: Lexeme | None = None
        while True:
            part = self._conjunction(field)
            if operator and (part is None or not parts):
                self._ignore(operator, "operator_without_operand")
            if part is not None:
                parts.append(part)
            if self._peek() is not Kind.OR:
                return _compound(Disjunction, parts)
            operator = self._take()

    def _conjunction(self, field: str | None) -> Node | None:
        parts: list[Node] = []
        pending: Lexeme | None = None
        while self._peek() not in (None, Kind.CLOSE, Kind.OR):
            if self._peek() is Kind.AND:
                operator = self._take()
                if pending or not parts:
                    self._ignore(operator, "operator_without_operand")
                else:
                    pending = operator
            elif (part := self._negation(partial(self._primary, field))) is not None:
                parts.append(part)
                pending = None
        if pending:
            self._ignore(pending, "operator_without_operand")
        return _compound(Conjunction, parts)

    def _negation(self, operand: Callable[[], Node | None]) -> Node | None:
        """What `operand` reads, negated if a NOT stands before it."""
        if self._peek() is not Kind.NOT:
            return operand()
        operator = self._take()
        while self._peek() is Kind.NOT:
            self._ignore(self._take(), "operator_without_operand")
        child = operand()
        if child is None:
            self._ignore(operator, "operator_without_operand")
            return None
        # The name of a field may stand before its NOT.
        return Negation(child, min(operator.start, child.start), child.end)

    def _primary(self, field: str | None) -> Node | None:
        if self._peek() not in _OPERAND:
            return None
        lexeme = self._take()
        if lexeme.kind is Kind.FIELD:
            return self._negation(partial(self._field, lexeme))
        if lexeme.kind is not Kind.OPEN:
            return self._leaf(lexeme, field, lexeme.start)
        inside = self._disjunction(field)
        closing = self._take()
        if inside is None:
            self._ignore(Lexeme(Kind.NOISE, "", lexeme.start, closing.end), "no_letters")
        return inside

    def _field(self, name: Lexeme) -> Node | None:
        if self._peek() in _WITH_TEXT:
            value = self._take()
            if name.text == TITLE and (child := self._leaf(value, None, value.start)):
                return Titled(child, name.start, value.end)
            return self._leaf(value, name.text, name.start)
        if self._peek() is Kind.OPEN:
            inside = self._primary(None if name.text == TITLE else name.text)
            if inside is not None:
                return Titled(inside, name.start, inside.end) if name.text == TITLE else inside
        self._ignore(name, "field_without_value")
        return None

    def _leaf(self, lexeme: Lexeme, field: str | None, start: int) -> Node | None:
        """One searched thing; of a field where one is named."""
        if field in (AFTER, BEFORE):
            return self._dated(lexeme, field, start)
        if field is not None:
            value = lexeme.text.strip()
            if not value:
                self._ignore(lexeme._replace(start=start), "field_without_value")
            return FieldValue(field, value, start, lexeme.end) if value else None
        match lexeme.kind:
            case Kind.QUOTED:
                return Quoted(lexeme.text, start, lexeme.end)
            case Kind.TRUNCATED:
                return Truncated(lexeme.text, start, lexeme.end)
            case Kind.APPROXIMATE:
                return Approximate(lexeme.text, lexeme.edits, start, lexeme.end)
            case _:
                return Word(lexeme.text, start, lexeme.end)

    def _dated(self, lexeme: Lexeme, field: str, start: int) -> Dated | None:
        days = period(lexeme.text)
        if days is None:
            self._ignore(lexeme._replace(start=start), "unknown_date")
            return None
        first, last = days
        return Dated(first, None, start, lexeme.end) if field == AFTER else Dated(None, last, start, lexeme.end)


def _with_operands(found: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes; where operators stand alone, they are the words that are looked for."""
    if any(lexeme.kind in _OPERAND and lexeme.kind is not Kind.OPEN for lexeme in found):
        return found
    return [lexeme._replace(kind=Kind.WORD) if lexeme.text in OPERATORS else lexeme for lexeme in found]


def _compound(kind: type[Compound], parts: Sequence[Node]) -> Node | None:
    """The parts as one node, those of the same kind dissolved in it."""
    if len(parts) < 2:
        return parts[0] if parts else None
    children = [child for part in parts for child in (part.children if isinstance(part, kind) else (part,))]
    return kind(tuple(children), parts[0].start, parts[-1].end)
