"""A form found in a text goes in; whether the words around it let it count comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.entities.entity import Case
from index.entities.forms import Form, capitals_fit
from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.vocabulary import (
    ADDRESSES,
    CIVILITIES,
    COMPASS_PREFIXES,
    DAYS,
    LANGUAGE_CUES,
    MONTHS,
    TREATIES,
    WATERS,
)
from index.entities.words import folded

_SHORT_ACRONYM = 3
_OF = ("de", "d", "du", "des", "la", "l")
_BEFORE_LANGUAGES = ("le", "l", "du", "en", "et", "ou", "ni", "aussi", "bien", "mal", "couramment", "que")


class Conditions:
    """What must hold around the words from `first` to before `end` of a passage for a form to count there."""

    def __init__(self, lexicon: Lexicon, forms: Iterable[Form]) -> None:
        self._lexicon = lexicon
        self._adjectives = frozenset(form.tokens[0] for form in forms if form.rule in ("demonym", "compound"))

    def admit(self, form: Form, passage: Passage, first: int, end: int) -> bool:
        """Return whether the form counts: its capitals, its own conditions, and those of its rule."""
        return (
            capitals_fit(form, passage.words[first:end])
            and not (passage.shouts and _is_word_elsewhere(form))
            and self._alias_fits(form, passage, first, end)
            and (form.rule != "demonym" or self._is_demonym(passage, first))
            and (form.rule != "compound" or self._is_first_member(passage, end))
            and (not _stands_for_place(form) or self._is_place(passage, first, end))
            and (not _stands_for_place(form) or not _is_called_after(form, passage, first))
        )

    def _alias_fits(self, form: Form, passage: Passage, first: int, end: int) -> bool:
        alias = form.alias
        if alias.needs_article and _bare(passage, first):
            return False
        if alias.not_before_capital and _followed_by_capital(passage, end):
            return False
        if not (alias.not_after or alias.not_before or alias.not_with):
            return True
        before, after = passage.folded(first - 3, first), passage.folded(end, end + 3)
        if any(before[-len(phrase) :] == phrase for phrase in map(folded, alias.not_after)):
            return False
        if any(after[: len(phrase)] == phrase for phrase in map(folded, alias.not_before)):
            return False
        around = passage.folded(first - 5, end + 5)
        return not any(_contains(around, folded(phrase)) for phrase in alias.not_with)

    def _is_demonym(self, passage: Passage, first: int) -> bool:
        """Refuse sud-américain, where the whole is not listed, and languages: en anglais, on parle le russe."""
        if first == 0:
            return True
        before = passage.words[first - 1].folded
        if before in COMPASS_PREFIXES and passage.gap(first) in "-‐‑":
            return False
        return passage.words[first].capital or not self._is_language(passage, first)

    def _is_language(self, passage: Passage, first: int) -> bool:
        """Return whether the adjective is a language: after « en » or a verb like parler, alone or among others."""
        before = passage.words[first - 1].folded
        if before == "en" or before in LANGUAGE_CUES:
            return True
        if before not in _BEFORE_LANGUAGES:
            return False
        at = first - 1
        while at > 0 and (passage.words[at].folded in _BEFORE_LANGUAGES or self._is_lower_adjective(passage, at)):
            at -= 1
        return passage.words[at].folded in LANGUAGE_CUES

    def _is_lower_adjective(self, passage: Passage, at: int) -> bool:
        return passage.words[at].folded in self._adjectives and not passage.words[at].capital

    def _is_first_member(self, passage: Passage, end: int) -> bool:
        """Return whether the other member of a compound follows: franco-allemand."""
        return passage.joined(end) and passage.words[end].folded in self._adjectives

    def _is_place(self, passage: Passage, first: int, end: int) -> bool:
        """Refuse what is a person (M. Washington, Denzel Washington, Sofia Coppola) or a street (rue de Rome)."""
        words = passage.words
        if first > 0:
            before = words[first - 1]
            if before.folded in CIVILITIES and before.text != before.text.lower():
                return False
            if before.capital and passage.gap(first) == " " and before.folded in self._lexicon.given:
                return False
        is_given = end - first == 1 and words[first].folded in self._lexicon.given
        return not (is_given and _followed_by_capital(passage, end))


def _is_word_elsewhere(form: Form) -> bool:
    """Return whether the form is a short acronym that is a word in lower case, which a headline in capitals hides."""
    return form.alias.case is not Case.USUAL and len("".join(form.tokens)) <= _SHORT_ACRONYM


def _stands_for_place(form: Form) -> bool:
    """Return whether the form is the name of a country, or a capital that stands for one."""
    return form.entity is not None and form.entity.kind == "country" and form.rule in ("alias", "metonym")


def _bare(passage: Passage, first: int) -> bool:
    """Return whether a name opens its sentence, or follows no article or preposition."""
    return passage.starts_sentence(first)


def _followed_by_capital(passage: Passage, end: int) -> bool:
    """Return whether a capitalised word follows that is no day or month: a family name, it may be."""
    if passage.shouts or not passage.joined(end) or passage.gap(end) != " ":
        return False
    word = passage.words[end]
    return word.capital and word.folded not in MONTHS | DAYS and not word.folded.isdigit()


def _is_called_after(form: Form, passage: Passage, first: int) -> bool:
    """Return whether the noun before makes the place part of another name: rue de Rome, golfe du Mexique."""
    at = first - 1
    while at >= 0 and passage.words[at].folded in _OF and passage.joined(at + 1):
        at -= 1
    if at < 0 or not passage.joined(at + 1):
        return False
    noun = passage.words[at].folded
    return noun in ADDRESSES or noun in (TREATIES if form.rule == "metonym" else WATERS)


def _contains(tokens: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether `phrase` stands in `tokens`, word after word."""
    return any(tuple(tokens[at : at + len(phrase)]) == tuple(phrase) for at in range(len(tokens) - len(phrase) + 1))
