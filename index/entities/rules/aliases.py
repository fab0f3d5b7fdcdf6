"""A reading goes in; the names, demonyms and metonyms that the gazetteer lists come out, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.entities.conditions import Conditions
from index.entities.confidence import CONFIDENCE
from index.entities.forms import Form
from index.entities.passage import Passage
from index.entities.reading import Conditional, Finding, Reading
from index.entities.trie import Trie
from index.entities.vocabulary import PREPOSITIONS


class Aliases:
    """Finds listed forms from left to right; of those that begin at a word, the longest that may count there."""

    def __init__(self, forms: Iterable[Form], conditions: Conditions) -> None:
        self._trie = Trie(forms)
        self._conditions = conditions

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield what is named; claim phrases that only look like names, and leave what is conditional for later."""
        starts = self._trie.starts
        for passage in reading.passages:
            free = 0
            for at, word in enumerate(passage.words):
                if word.folded not in starts or at < free:
                    continue
                end, forms = self._longest(passage, at)
                if forms and not self._is_cut(passage, at, end):
                    yield from self._named(reading, passage, at, end, forms)
                    # A conditional form must not hide a longer name that begins inside it: l'[Alliance des États…]
                    free = at if all(map(_conditional, forms)) else end

    def _is_cut(self, passage: Passage, first: int, end: int) -> bool:
        """Return whether a longer form begins inside this one: « cheikh [Tamim ben Hamad al-Thani] »."""
        return any(
            self._longest(passage, at)[0] - at > end - first
            for at in range(first + 1, end)
            if passage.words[at].folded in self._trie.starts
        )

    def _longest(self, passage: Passage, first: int) -> tuple[int, Sequence[Form]]:
        """Return the end of the longest match at `first` and the forms that count there; `first` for none."""
        for end, forms in self._trie.starting_at(passage, first):
            if admitted := [form for form in forms if self._conditions.admit(form, passage, first, end)]:
                return end, admitted
        return first, ()

    def _named(
        self, reading: Reading, passage: Passage, first: int, end: int, forms: Sequence[Form]
    ) -> Iterator[Finding]:
        named = {form.entity.key: form for form in reversed(forms) if form.entity is not None}
        if forms and not named:
            reading.take(passage, first, end)
        for form in named.values():
            if _conditional(form):
                reading.conditionals.append(Conditional(form, passage, first, end))
            elif form.entity is not None:
                yield Finding(passage, first, end, form.entity, form.rule, CONFIDENCE[form.rule])
                yield from self._nested(passage, first, end) if form.entity.kind != "country" else ()

    def _nested(self, passage: Passage, first: int, end: int) -> Iterator[Finding]:
        """Yield the countries inside a name: ministère *russe*, groupe pour l'*Ukraine*, Abdallah II de *Jordanie*.

        A country's own name counts after a preposition only: Air France and France 24 are not about France.
        """
        at = first + 1
        while at < end:
            stop, forms = self._longest(passage, at)
            for form in forms:
                if form.entity is None or form.entity.kind != "country" or stop > end or _conditional(form):
                    continue
                if form.rule == "demonym" or (form.rule == "alias" and passage.words[at - 1].folded in PREPOSITIONS):
                    yield Finding(passage, at, stop, form.entity, form.rule, CONFIDENCE[form.rule], nested=True)
            at = max(stop, at + 1)


def _conditional(form: Form) -> bool:
    return bool(form.alias.needs or form.alias.unless)
