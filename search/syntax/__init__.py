"""The query language: any string goes in, a syntax tree comes out, with what was ignored and why."""

from search.syntax.fields import AFTER, BEFORE, SOURCE, TITLE, as_value, box_name, field_names, quoted
from search.syntax.parsing import Syntax, parse
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
    leaves,
)

__all__ = [
    "AFTER",
    "BEFORE",
    "SOURCE",
    "TITLE",
    "Approximate",
    "Conjunction",
    "Dated",
    "Disjunction",
    "FieldValue",
    "Negation",
    "Node",
    "Quoted",
    "Syntax",
    "Titled",
    "Truncated",
    "Word",
    "as_value",
    "box_name",
    "field_names",
    "leaves",
    "parse",
    "quoted",
]
