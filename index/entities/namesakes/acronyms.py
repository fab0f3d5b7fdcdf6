"""The forms of a gazetteer and an acronym in a passage go in; whether it stands for something else there comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.entities.gazetteer.forms import Form
from index.entities.lexicon.vocabulary import LINKING
from index.entities.text.passage import WordSpan

_THAT_IS = ("c", "est", "a", "dire")
_SHORT = 3
"""Letters of an acronym that is seldom spelt by chance."""


class Acronyms:
    """Knows what the acronyms of organisations stand for, and tells where the text says that one is something else."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._names = _names(forms)
        self.known = self._names.keys()

    def abbreviate_other(self, span: WordSpan) -> bool:
        """Return whether words beside an acronym have its initials, and are no name of the organisation.

        They explain it behind (le CPI, le centre de première intervention), or stand before its brackets, then in any
        order, for it may be of another language: Forces armées des Philippines (AFP).
        """
        token = span.tokens[0]
        if token not in self.known or not span.words[0].text.isupper():
            return False
        before = _named_before(span)[-len(token) :]
        after = [word for word in _explanation(span) if word not in LINKING][: len(token)]
        return (_initials(after) == token and not self._is_own(token, after)) or (
            sorted(_initials(before)) == sorted(token) and not self._is_own(token, before)
        )

    def _is_own(self, acronym: str, words: Sequence[str]) -> bool:
        """Return whether the words are those of a name that the acronym stands for, in whatever order."""
        return frozenset(words) in self._names[acronym]


def _names(forms: Iterable[Form]) -> dict[str, set[frozenset[str]]]:
    """Return acronym of an organisation -> its names in full, without what links their words."""
    names: dict[str, set[frozenset[str]]] = {}
    short: list[tuple[str, str]] = []
    for form in forms:
        if form.entity is None or form.entity.kind != "organisation" or form.rule != "alias":
            continue
        if len(form.words) > 1:
            told = frozenset(token for token in form.tokens if token not in LINKING)
            names.setdefault(form.entity.id, set()).add(told)
        elif form.words[0].text.isupper():
            short.append((form.tokens[0], form.entity.id))
    found: dict[str, set[frozenset[str]]] = {}
    for token, entity in short:
        found.setdefault(token, set()).update(names.get(entity, ()))
    return found


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _named_before(span: WordSpan) -> list[str]:
    """Return the words before an acronym in brackets, or behind « , ou », without those that link them."""
    passage, end = span.passage, span.first
    if span.before(1) == ("ou",) and passage.gaps[end - 1].strip() == ",":
        end -= 1
    elif span.gap_before != "(" or not passage.text[span.points[1] :].lstrip().startswith(")"):
        return []
    return [word for word in passage.folded(end - 3 * len(span.tokens[0]), end) if word not in LINKING]


def _explanation(span: WordSpan) -> tuple[str, ...]:
    """Return the words that say behind an acronym what it stands for: « X, c'est-à-dire … », « XYZ : … ».

    Two letters are not enough, unless « c'est-à-dire » or an article stands before what another comma ends.
    """
    if span.gap_after not in (",", "(", ":", "–", "-"):
        return ()
    length = len(span.tokens[0])
    after = span.after(3 * length + len(_THAT_IS))
    if after[: len(_THAT_IS)] == _THAT_IS:
        return after[len(_THAT_IS) :]
    return after if length >= _SHORT or (after[0] in ("le", "la", "l") and _closes(span, length)) else ()


def _closes(span: WordSpan, count: int) -> bool:
    """Return whether the apposition behind an article ends with its words number `count`."""
    passage, at = span.passage, span.end
    while at < len(passage.words) and count:
        count -= passage.tokens[at] not in LINKING
        at += 1
    return not passage.joined(at)
