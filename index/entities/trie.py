"""Folded words go in, the forms that begin at a word come out, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from index.entities.forms import Form
from index.entities.passage import Passage


@dataclass(slots=True)
class Node:
    """The forms that end here, and the words by which longer ones go on."""

    forms: list[Form] = field(default_factory=list)
    after: dict[str, Node] = field(default_factory=dict)


class Trie:
    """Forms by their folded words; looking one up costs the words of the text, however many forms there are."""

    __slots__ = ("_root",)

    def __init__(self, forms: Iterable[Form]) -> None:
        self._root = Node()
        for form in forms:
            self._add(form)

    def _add(self, form: Form) -> None:
        node = self._root
        for token in form.tokens:
            node = node.after.setdefault(token, Node())
        node.forms.append(form)

    def starting_at(self, passage: Passage, first: int) -> Iterator[tuple[int, Sequence[Form]]]:
        """Yield (end, forms) for the forms that begin at word `first` of the passage, the longest first."""
        node = self._root.after.get(passage.words[first].folded)
        if node is None:
            return
        found = [(first + 1, node.forms)] if node.forms else []
        for end in range(first + 1, len(passage.words)):
            node = node.after.get(passage.words[end].folded)
            if node is None or not passage.joined(end):
                break
            if node.forms:
                found.append((end + 1, node.forms))
        yield from reversed(found)

    def exactly(self, tokens: Sequence[str]) -> Sequence[Form]:
        """Return the forms whose folded words are `tokens`."""
        node: Node | None = self._root
        for token in tokens:
            node = node.after.get(token) if node else None
        return node.forms if node else ()
