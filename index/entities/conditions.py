"""A form found in a text goes in; whether the words around it let it count comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.entities.forms import Form, capitals_fit
from index.entities.lexicon import Lexicon
from index.entities.passage import Passage
from index.entities.vocabulary import CIVILITIES, COMPASS_PREFIXES, DAYS, MONTHS, NOT_SUBJECT_AFTER
from index.entities.words import folded


class Conditions:
    """What must hold around the words from `first` to before `end` of a passage for a form to count there."""

    def __init__(self, lexicon: Lexicon, forms: Iterable[Form]) -> None:
        self._lexicon = lexicon
        self._adjectives = frozenset(form.tokens[0] for form in forms if form.rule in ("demonym", "compound"))

    def admit(self, form: Form, passage: Passage, first: int, end: int) -> bool:
        """Return whether the form counts: its capitals, its own conditions, and those of its rule."""
        return (
            capitals_fit(form, passage.words[first:end])
            and self._alias_fits(form, passage, first, end)
            and (form.rule != "demonym" or _is_adjective(passage, first))
            and (form.rule != "compound" or self._is_first_member(passage, end))
            and (not _stands_for_place(form) or self._is_place(passage, first, end))
        )

    def _alias_fits(self, form: Form, passage: Passage, first: int, end: int) -> bool:
        alias = form.alias
        if alias.needs_article and _bare(passage, first):
            return False
        if alias.not_before_capital and _followed_by_capital(passage, end):
            return False
        before, after = passage.folded(first - 3, first), passage.folded(end, end + 3)
        if any(before[-len(phrase) :] == phrase for phrase in map(folded, alias.not_after)):
            return False
        if any(after[: len(phrase)] == phrase for phrase in map(folded, alias.not_before)):
            return False
        around = passage.folded(first - 5, end + 5)
        return not any(_contains(around, folded(phrase)) for phrase in alias.not_with)

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
        if end - first == 1 and words[first].folded in self._lexicon.given and _followed_by_capital(passage, end):
            return False
        return not _after_noun(passage, first)


def _stands_for_place(form: Form) -> bool:
    """Return whether the form is the name of a country, or a capital that stands for one."""
    return form.entity is not None and form.entity.kind == "country" and form.rule in ("alias", "metonym")


def _bare(passage: Passage, first: int) -> bool:
    """Return whether a name opens its sentence, or follows no article or preposition."""
    return passage.starts_sentence(first)


def _followed_by_capital(passage: Passage, end: int) -> bool:
    """Return whether a capitalised word follows that is no day or month: a family name, it may be."""
    if not passage.joined(end) or passage.gap(end) != " ":
        return False
    word = passage.words[end]
    return word.capital and word.folded not in MONTHS | DAYS and not word.folded.isdigit()


def _after_noun(passage: Passage, first: int) -> bool:
    """Return whether a noun before the place makes it part of another name: rue de Rome, gare de Vienne."""
    before = passage.folded(first - 3, first)
    while before and before[-1] in ("de", "d", "du", "des", "la", "l"):
        before = before[:-1]
    return bool(before) and before[-1] in NOT_SUBJECT_AFTER


def _is_adjective(passage: Passage, first: int) -> bool:
    """Refuse sud-américain, latino-américain (whole forms that are listed win before), and languages: en anglais."""
    if first == 0:
        return True
    before = passage.words[first - 1].folded
    return not (before in COMPASS_PREFIXES and passage.gap(first) in "-‐‑")


def _contains(tokens: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether `phrase` stands in `tokens`, word after word."""
    return any(tuple(tokens[at : at + len(phrase)]) == tuple(phrase) for at in range(len(tokens) - len(phrase) + 1))
