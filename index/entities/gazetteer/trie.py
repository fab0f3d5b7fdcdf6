"""Folded words go in, the forms that begin at a word come out, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.entities.gazetteer.forms import Form
from index.entities.text.passage import Passage, WordSpan


@dataclass(slots=True)
class Node:
    """The forms that end here, and the words by which longer ones go on."""

    forms: list[Form] = field(default_factory=list)
    after: dict[str, Node] = field(default_factory=dict)


class Trie:
    """Forms by their folded words; looking one up costs the words of the text, however many forms there are."""

    __slots__ = ("root",)

    def __init__(self, forms: Iterable[Form]) -> None:
        self.root = Node()
        for form in forms:
            self._add(form)

    def _add(self, form: Form) -> None:
        node = self.root
        for token in form.tokens:
            if token not in node.after:  # not by `setdefault`, which would make a node for nothing
                node.after[token] = Node()
            node = node.after[token]
        node.forms.append(form)

    def beginnings(self, passage: Passage) -> list[int]:
        """Return the places where a form may begin: as far as two words can tell, for most forms begin with « la »."""
        tokens, after = (*passage.tokens, ""), self.root.after
        known = [(at, after[token]) for at, token in enumerate(passage.tokens) if token in after]
        return [at for at, node in known if node.forms or tokens[at + 1] in node.after]

    def starting_at(self, passage: Passage, first: int) -> Sequence[tuple[WordSpan, Sequence[Form]]]:
        """Return the spans that begin at word `first` of the passage and are forms, the longest first."""
        words = passage.words
        node = self.root.after.get(words[first].folded)
        if node is None:
            return ()
        found: list[tuple[WordSpan, Sequence[Form]]] = []
        if node.forms:
            found.append((WordSpan(passage, first, first + 1), node.forms))
        for end in range(first + 1, len(words)):
            node = node.after.get(words[end].folded)
            if node is None or not passage.joined(end):
                break
            if node.forms:
                found.append((WordSpan(passage, first, end + 1), node.forms))
        found.reverse()
        return found
