"""A member of a YAML document goes in; the comments behind it, which ruamel ties to its last line, can be moved on."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.tokens import CommentToken

EVERY = 1_000_000
"""A column that no line reaches."""


def detach(parent: CommentedMap | CommentedSeq, key: Any, column: int) -> str:
    """Take the lines behind a member away, from the first comment that stands left of `column` on, and return them.

    Blank lines before that comment go with it. A comment on the member's own last line stays.
    """
    if key not in parent and not isinstance(parent, CommentedSeq):
        return ""
    leaf, last = _leaf(parent, key)
    slot, slots = _slot(leaf), leaf.ca.items.get(last)
    token = slots[slot] if slots and len(slots) > slot else None
    if token is None:
        return ""
    first, *lines = token.value.removesuffix("\n").split("\n")
    stay = _staying(lines, column)
    slots[slot] = _token("\n".join([first, *lines[:stay]]), token.start_mark.column) if first or stay else None
    return "".join(f"{line}\n" for line in lines[stay:])


def attach(parent: CommentedMap | CommentedSeq, key: Any, lines: str) -> None:
    """Put lines that were detached behind a member."""
    if not lines:
        return
    leaf, last = _leaf(parent, key)
    slot = _slot(leaf)
    slots = leaf.ca.items.setdefault(last, [None, None, None, None])
    before = slots[slot].value.removesuffix("\n") if slots[slot] else ""
    column = slots[slot].start_mark.column if slots[slot] else 0
    slots[slot] = _token(f"{before}\n{lines.removesuffix(chr(10))}", column)


def column_of(mapping: CommentedMap, key: Any) -> int:
    """Return the column at which comments among the members of `mapping[key]` stand, right of the key itself."""
    value = mapping.get(key)
    within = _column(mapping) + 1
    return max(within, _column(value)) if _is_block(value) else within


def column_behind(mapping: CommentedMap) -> int:
    """Return the column left of which comments are no longer about the mapping; all are about none that is new.

    At the left margin the last comment of a file stays its last line.
    """
    place = getattr(mapping.lc, "col", None)
    return EVERY if place is None else max(place, 1)


def _column(value: Any) -> int:
    """Return where the members of a collection stand; one that was not read from a file has no place."""
    return getattr(value.lc, "col", None) or 0


def _staying(lines: list[str], column: int) -> int:
    """Return how many of the lines belong to what stands before them."""
    stay = 0
    for at, line in enumerate(lines):
        if line.strip() and len(line) - len(line.lstrip()) < column:
            break
        if line.strip():
            stay = at + 1
    return stay


def _leaf(parent: Any, key: Any) -> tuple[Any, Any]:
    """Return where the last line of a member is: a collection in block style ends with its own last member."""
    while _is_block(parent[key]) and parent[key]:
        parent = parent[key]
        key = len(parent) - 1 if isinstance(parent, CommentedSeq) else list(parent)[-1]
    return parent, key


def _is_block(value: Any) -> bool:
    return isinstance(value, CommentedMap | CommentedSeq) and not value.fa.flow_style()


def _slot(parent: Any) -> int:
    """Return where ruamel keeps the comment behind a member: third for a mapping, first for a list."""
    return 0 if isinstance(parent, CommentedSeq) else 2


def _token(text: str, column: int) -> CommentToken:
    return CommentToken(f"{text}\n", CommentMark(column), None)
