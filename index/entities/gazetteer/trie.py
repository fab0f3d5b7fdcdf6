"""Folded words go in, the forms that begin at a word come out, longest first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from index.entities.gazetteer.forms import Form
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import joins

_SIMPLE = re.compile(r"[\w '’-]*")
"""A name whose words no other sign parts, as most are."""

_OPENING, _CLOSING = ("«", "“", '"'), ("»", "”", '"')


class Node:
    """The forms that end here, and the words by which longer ones go on; only the same node is equal to one.

    `longer` are the forms that do, behind `depth` words: most nodes are never asked for what stands behind them.
    """

    __slots__ = ("_after", "depth", "forms", "longer")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.forms: list[Form] = []
        self.longer: list[Form] = []
        self._after: dict[str, Node] | None = None

    @property
    def after(self) -> dict[str, Node]:
        """Next word -> the node that it leads to."""
        if self._after is None:
            self._after = _by_word(self.longer, self.depth)
        return self._after


def _by_word(forms: Iterable[Form], at: int) -> dict[str, Node]:
    """Return the word at this place of the forms -> the node of those that have it there."""
    nodes: dict[str, Node] = {}
    for form in forms:
        token = form.tokens[at]
        node = nodes.get(token)
        if node is None:
            node = nodes[token] = Node(at + 1)
        (node.longer if len(form.tokens) > at + 1 else node.forms).append(form)
    return nodes


class Trie:
    """Forms by their folded words; looking one up costs the words of the text, however many forms there are.

    `root` has the first word of a form -> the node behind it.
    """

    __slots__ = ("_gaps", "root")

    def __init__(self, forms: Collection[Form]) -> None:
        self.root = _by_word((form for form in forms if form.tokens), 0)
        signed = (form for form in forms if not _SIMPLE.fullmatch(form.alias.form))
        self._gaps = {gap for form in signed for gap in form.gaps if not joins(gap)}

    def beginnings(self, passage: Passage) -> list[int]:
        """Return the places where a form may begin: as far as two words can tell, for most forms begin with « la »."""
        tokens, root = (*passage.tokens, ""), self.root
        return [
            at
            for at, token in enumerate(passage.tokens)
            if token in root and (root[token].forms or tokens[at + 1] in root[token].after)
        ]

    def starting_at(self, passage: Passage, first: int) -> Sequence[tuple[WordSpan, Sequence[Form]]]:
        """Return the spans that begin at word `first` of the passage and are forms, the longest first.

        The end of one may stand in quotation marks: groupe « Ramstein ».
        """
        words = passage.words
        node = self.root.get(words[first].folded)
        if node is None:
            return ()
        found: list[tuple[WordSpan, Sequence[Form]]] = []
        if node.forms:
            found.append((WordSpan(passage, first, first + 1), node.forms))
        parted = quoted = False
        for end in range(first + 1, len(words)):
            node = node.after.get(words[end].folded)
            if node is None:
                break
            if not passage.joined(end):
                sign = passage.gaps[end].strip()
                if sign in _OPENING and not quoted:
                    quoted = True
                elif sign in self._gaps:
                    parted = True
                else:
                    break
            forms = [form for form in node.forms if _is_parted(form, passage, first)] if parted else node.forms
            if forms and not (quoted and not _is_closed(passage, end + 1)):
                found.append((WordSpan(passage, first, end + 1), forms))
        found.reverse()
        return found


def _is_closed(passage: Passage, end: int) -> bool:
    """Return whether quotation marks close right before word `end`."""
    return passage.gaps[end].lstrip()[:1] in _CLOSING


def _is_parted(form: Form, passage: Passage, first: int) -> bool:
    """Return whether the name itself has what parts its words in the text: « Heckler & Koch », « RFE/RL »."""
    return all(passage.joined(at) or passage.gaps[at].strip() == gap for at, gap in enumerate(form.gaps, first + 1))
