"""A reading goes in; the names, demonyms and metonyms that the gazetteer lists come out, the longest first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from index.entities.gazetteer.forms import Form, refused
from index.entities.gazetteer.trie import Trie
from index.entities.lexicon.vocabulary import PREPOSITIONS
from index.entities.namesakes.conditions import Conditions
from index.entities.reading import Conditional, Finding, Reading
from index.entities.text.passage import Passage, WordSpan


class Aliases:
    """Finds listed forms from left to right; of those that begin at a word, the longest that may count there."""

    def __init__(self, trie: Trie, conditions: Conditions) -> None:
        self._trie = trie
        self._conditions = conditions

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield what is named; claim phrases that only look like names, and leave what is conditional for later."""
        taken = self._conditions.taken(reading.passages)
        for passage in reading.passages:
            free, places = 0, self._trie.beginnings(passage)
            for at in places:
                if at < free:
                    continue
                span, forms = self._longest(passage, at)
                if forms and reading.free(span) and not self._is_cut(span, places):
                    yield from self._named(reading, span, forms, taken)
                    # A conditional form must not hide a longer name that begins inside it: l'[Alliance des États…]
                    free = at if all(map(_conditional, forms)) else span.end

    def _longest(self, passage: Passage, first: int) -> tuple[WordSpan, Sequence[Form]]:
        """Return the longest span at `first` that is named, and the forms that count there; an empty span for none."""
        for span, forms in self._trie.starting_at(passage, first):
            if admitted := [form for form in forms if not self._conditions.refusal(form, span)]:
                if any(self._conditions.namesake(form, span) for form in admitted):
                    return span, [refused(span.text)]
                return span, admitted
            if any(self._conditions.other_place(form, span) for form in forms):
                return span, [refused(span.text)]
        return WordSpan(passage, first, first), ()

    def _is_cut(self, span: WordSpan, places: Sequence[int]) -> bool:
        """Return whether a longer form begins inside this one: « cheikh [Tamim ben Hamad al-Thani] ».

        Behind a noun without capital, one as long that goes on farther is longer: « groupe [Hyundai Rotem] ».
        """
        length = span.end - span.first
        if length == 1:
            return False
        within = places[bisect_right(places, span.first) : bisect_left(places, span.end)]
        listed = (self._trie.starting_at(span.passage, at) for at in within)
        beyond = [spans[0][0].first for spans in listed if spans and spans[0][0].end > span.end]
        fewest = length + span.words[0].capital
        inner = (self._longest(span.passage, at)[0] for at in beyond)
        return any(other.end > span.end and other.end - other.first >= fewest for other in inner)

    def _named(
        self, reading: Reading, span: WordSpan, forms: Sequence[Form], taken: Collection[str]
    ) -> Iterator[Finding]:
        own = [(form, form.entity) for form in forms if form.entity is not None]
        if not own:
            reading.take(span)
        named = {entity.key: (form, entity) for form, entity in reversed(own) if not _conditional(form)}
        is_other = span.tokens[0] in taken and not self._conditions.is_told(span)
        if len(named) < len(own) and not is_other:
            waiting = (form for form, entity in own if _conditional(form) and entity.key not in named)
            reading.conditionals.extend(Conditional(form, span) for form in waiting)
        for form, entity in named.values():
            if entity.kind == "person" or not is_other:
                yield Finding.by(form.rule, span, entity)
                yield from self._nested(span) if entity.kind != "country" else ()

    def _nested(self, span: WordSpan) -> Iterator[Finding]:
        """Yield the countries inside a name: ministère *russe*, groupe pour l'*Ukraine*, Abdallah II de *Jordanie*.

        A country's own name counts after a preposition only: Air France and France 24 are not about France.
        """
        at = span.first + 1
        while at < span.end:
            inner, forms = self._longest(span.passage, at)
            for form in forms:
                if form.entity is None or form.kind != "country" or inner.end > span.end or _conditional(form):
                    continue
                ruled = form.rule == "alias" and inner.before(1)[0] in PREPOSITIONS
                if ruled or form.rule in ("demonym", "compound"):
                    yield Finding.by(form.rule, inner, form.entity, nested=True)
            at = max(inner.end, at + 1)


def _conditional(form: Form) -> bool:
    return bool(form.alias.needs or form.alias.unless)
