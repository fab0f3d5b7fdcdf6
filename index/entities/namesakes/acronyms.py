"""The forms of a gazetteer and an acronym in a passage go in; whether it stands for something else there comes out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from index.entities.gazetteer.forms import Form
from index.entities.lexicon.vocabulary import HEAD_WORDS, LINKING, OFFICIAL_HEADS
from index.entities.text.passage import WordSpan

_RULES = ("alias", "context_alias")
_KINDS = ("organisation", "country")
_THAT_IS = (("c", "est", "a", "dire"), ("autrement", "dit"))
_ARTICLES = ("le", "la", "l", "les", "un", "une")
_EXPLAINING = (",", "(", ":", "–", "-")
_PARTIES = frozenset({"parti", "front", "mouvement", "ligue", "syndicat"})
_OWNING = frozenset({"sa", "son", "leur"})
_AROUND_QUOTES = ' «“"'
_COMPLEMENT = 4
"""Within so many words its explanation begins."""

_SHORT = 3
"""Letters of an acronym that is seldom spelt by chance."""


class Acronyms:
    """Knows what acronyms of bodies and countries stand for, and tells where the text says it is something else."""

    def __init__(self, forms: Collection[Form]) -> None:
        self._forms = [form for form in forms if form.kind in _KINDS and form.rule in _RULES]
        self._conditional = frozenset(form.tokens[0] for form in self._forms if form.rule == "context_alias")
        self.known = frozenset(form.tokens[0] for form in self._forms if form.is_acronym)

    @cached_property
    def _names(self) -> Mapping[str, set[frozenset[str]]]:
        """Acronym -> its names in full, without what links their words; few articles ask for it."""
        names: dict[str, set[frozenset[str]]] = {}
        told = [(form, form.entity.id) for form in self._forms if form.entity]
        for form, entity in told:
            if len(form.tokens) > 1:
                names.setdefault(entity, set()).add(frozenset(word for word in form.tokens if word not in LINKING))
        found: dict[str, set[frozenset[str]]] = {}
        for form, entity in told:
            if form.is_acronym:
                found.setdefault(form.tokens[0], set()).update(names.get(entity, ()))
        return found

    def abbreviate_other(self, span: WordSpan) -> bool:
        """Return whether words beside an acronym have its initials, and are no name of the organisation.

        They explain it behind (le CPI, le centre de première intervention), or stand before its brackets, in any order,
        for it may be of another language: Forces armées des Philippines (AFP).
        """
        token = span.tokens[0]
        if token not in self.known or not span.words[0].text.isupper():
            return False
        before = _named_before(span)[-len(token) :]
        explained = _explanation(span)
        after = [word for word in explained if word not in LINKING and word not in _OWNING][: len(token)]
        if self._names_other_party(span, token):
            return True
        if _closes_in_brackets(span, len(token)) and _spell(token, explained[: len(token)]):
            return True  # « EDF (équipe de France) »
        if _spell(token, [word for word in explained if word not in _ARTICLES][: len(token)]):
            return True  # « le PAS, le prélèvement à la source »
        return any(_abbreviates(token, words) and not self._is_own(token, words) for words in (before, after))

    def _names_other_party(self, span: WordSpan, token: str) -> bool:
        """Return whether it stands in brackets right behind a party of another name: « Parti communiste (CPI) »."""
        passage, at = span.passage, span.first - 2
        if span.gap_before != "(" or at < 0 or not passage.joined(at + 1) or not passage.words[at].capital:
            return False
        head = passage.tokens[at]
        return head in _PARTIES and not any(head in name for name in self._names[token])

    def _is_own(self, acronym: str, words: Sequence[str]) -> bool:
        """Return whether the words are those of a name that the acronym stands for, in whatever order.

        Where it does so only in some articles, its name is spelt in many ways, and one word of it is enough that other
        bodies do not begin with.
        """
        if acronym in self._conditional:
            telling = frozenset(words) - HEAD_WORDS - OFFICIAL_HEADS
            return any(not name.isdisjoint(telling) for name in self._names[acronym])
        return frozenset(words) in self._names[acronym]


def _closes_in_brackets(span: WordSpan, count: int) -> bool:
    """Return whether so many words stand in brackets behind the acronym."""
    passage, end = span.passage, span.end + count
    return span.gap_after == "(" and end <= len(passage.words) and passage.gaps[end].lstrip().startswith(")")


def _spell(acronym: str, words: Sequence[str]) -> bool:
    """Return whether the words, small ones too, have its letters for initials in order."""
    return len(acronym) >= _SHORT and "".join(word[0] for word in words) == acronym


def _abbreviates(acronym: str, words: Sequence[str]) -> bool:
    """Return whether the words have its letters for initials, in any order."""
    return sorted(word[0] for word in words) == sorted(acronym)


def _named_before(span: WordSpan) -> list[str]:
    """Return the words before an acronym without those that link them, where they may be its name.

    That is in brackets, behind « , ou », and in apposition: « la fiche de données de sécurité, la FDS ».
    """
    passage = span.passage
    in_brackets = span.gap_before == "(" and passage.text[span.points[1] :].lstrip().startswith(")")
    end = span.first if in_brackets else _comma_before(span)
    if end is None:
        return []
    return [word for word in passage.folded(end - 3 * len(span.tokens[0]), end) if word not in LINKING]


def _comma_before(span: WordSpan) -> int | None:
    """Return the place of the word behind the comma before an acronym: « , ou SGBD », « , la fameuse CDU ».

    None where something else than « ou », or an article and at most one more word, parts the two.
    """
    passage = span.passage
    for first in (span.first - 1, span.first - 2):
        if first > 0 and passage.gaps[first].strip() == ",":
            return first if passage.tokens[first] in ("ou", "le", "la", "l", "un", "une", "dit", "dite") else None
    return None


def _explanation(span: WordSpan) -> tuple[str, ...]:
    """Return the words that say behind an acronym what it stands for: « X, c'est-à-dire … », « XYZ : … ».

    A complement may stand between: « la DGA du département, directrice générale adjointe ». Two letters are not enough,
    unless « c'est-à-dire » stands before.
    """
    length, passage = len(span.tokens[0]), span.passage
    reach = range(span.end, min(span.end + (_COMPLEMENT if length >= _SHORT else 1), len(passage.words)))
    begin = next((at for at in reach if passage.gaps[at].strip(_AROUND_QUOTES) in _EXPLAINING), None)
    if begin is None:
        return ()
    after = passage.folded(begin, begin + 3 * length + max(map(len, _THAT_IS)))
    said = next((words for words in _THAT_IS if after[: len(words)] == words), None)
    if said is not None:
        return after[len(said) :]
    return after if length >= _SHORT else ()
