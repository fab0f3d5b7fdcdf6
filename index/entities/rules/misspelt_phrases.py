"""A reading goes in; countries and organisations whose names of several words are misspelt come out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from index.entities.gazetteer.forms import Form
from index.entities.gazetteer.near_forms import NearForm, NearForms, is_torn_name
from index.entities.gazetteer.trie import Trie
from index.entities.lexicon.vocabulary import CIVILITIES, HEAD_WORDS, LINKING
from index.entities.namesakes.conditions import Conditions
from index.entities.persons.support import places_named
from index.entities.reading import Finding, Reading
from index.entities.text.passage import Passage, WordSpan

_FEWEST_LETTERS, _FEWEST_OF_ONE = 7, 8
"""Letters of a name that is recognised though it is misspelt, the small words apart; and of one word torn in two."""


class MisspeltPhrases:
    """Finds « Lockeed Martin », « groupe Ramstin », « Médecins sans frontière » and « Nouvelle-Zéland »."""

    def __init__(self, trie: Trie, forms: Collection[Form], known: Collection[str], conditions: Conditions) -> None:
        self._known = known
        self._near = NearForms(trie, _beginnings(forms) - LINKING, known)
        self._conditions = conditions

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the misspelt names, the longest that begins at a place."""
        for passage in reading.passages:
            done, places = 0, self._near.beginnings(passage, partial(_may_begin, reading, passage))
            for at in places:
                if at < done:
                    continue
                near = self._meant_at(reading, passage, at)
                if near and not self._is_cut(reading, near[0].span, places):
                    for finding in self._longest(reading, near):
                        done = finding.span.end
                        yield finding

    def _meant_at(self, reading: Reading, passage: Passage, first: int) -> Sequence[NearForm]:
        """Return the names that may be meant by the words from this one on, the longest first."""
        return [near for near in self._near.starting_at(passage, first) if self._is_meant(reading, near)]

    def _is_cut(self, reading: Reading, span: WordSpan, places: Sequence[int]) -> bool:
        """Return whether a longer name begins behind a noun without capital: « groupe [Hyunndai Rotem] »."""
        if span.words[0].capital or span.first + 1 not in places:
            return False
        return any(near.span.end > span.end for near in self._meant_at(reading, span.passage, span.first + 1))

    def _longest(self, reading: Reading, near: Sequence[NearForm]) -> Iterator[Finding]:
        """Yield the longest of names that begin at one word, if those of its length mean one entity only."""
        longest = (other.form.entity for other in near if other.span.end == near[0].span.end)
        meant = {entity.key: entity for entity in longest if entity is not None}
        for entity in meant.values() if len(meant) == 1 else ():
            reading.drop([part for part in reading.parts(near[0].span) or () if part.entity.kind != "country"])
            yield Finding.by("misspelt_name", near[0].span, entity)

    def _is_meant(self, reading: Reading, near: NearForm) -> bool:
        """Return whether the name may count there; a word that is not only spelt otherwise must be unknown."""
        form, span = near.form, near.span
        return (
            (_may_be_misspelt(form) or is_torn_name(near, places_named(reading)))
            and form.alias.holds_beside(places_named(reading))
            and not any(word in self._known for word in near.unlike)
            and not _goes_on(near)
            and _has_capitals(near)
            and not CIVILITIES.issuperset(span.before(1) or ("",))
            and not _is_headed(span)
            and _may_replace(reading, near)
            and not self._conditions.refusal(form, span)
            and not self._conditions.namesake(form, span)
            and not self._conditions.longer.has_surname(span)
        )


def _beginnings(forms: Collection[Form]) -> set[str]:
    """Return the words with which the names begin that may be misspelt: « Diel Difens » hides no « Diel Defence »."""
    first = set[str]()
    for form in forms:
        if form.tokens[0] not in first and form.rule != "seen_as" and _may_be_misspelt(form):
            first.add(form.tokens[0])
    return first


def _goes_on(near: NearForm) -> bool:
    """Return whether a body of its kind has another purpose: « l'Institut Keel pour la puissance navale »."""
    changed = near.span.tokens != near.form.tokens and near.form.tokens[0] in HEAD_WORDS
    return changed and near.span.after(1) == ("pour",)


def _is_headed(span: WordSpan) -> bool:
    """Return whether a head-word with a capital stands right before, as part of the name: Centre Al-Manara d'études."""
    before = span.word_before
    return before is not None and span.gap_before == "" and before.capital and before.folded in HEAD_WORDS


def _has_capitals(near: NearForm) -> bool:
    """Return whether no word differs by a letter that should have a capital and has none: « Washington pose »."""
    if len(near.form.words) != near.span.end - near.span.first:
        return True
    pairs = zip(near.span.words, near.form.words, strict=True)
    return not any(word.folded in near.unlike and own.capital and not word.capital for word, own in pairs)


def _may_begin(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the word is free, or the first of a name that may be longer: Safran | Helicopter Engines."""
    return reading.is_free(passage, at) or any(each.span.first == at for each in reading.findings_at(passage, at))


def _may_replace(reading: Reading, near: NearForm) -> bool:
    """Return whether all that was claimed of the span are countries, and shorter names that are spelt well in it."""
    span, tokens = near.span, near.form.tokens
    parts = reading.parts(span)
    if parts is None:
        return False
    if len(tokens) != span.end - span.first:
        return all(part.entity.kind == "country" for part in parts)
    changed = [span.first + at for at, (one, other) in enumerate(zip(span.tokens, tokens, strict=True)) if one != other]
    return not any(part.entity.kind != "country" and any(map(part.span.holds, changed)) for part in parts)


def _may_be_misspelt(form: Form) -> bool:
    """Return whether the form is a name that tells a country or an organisation, though it be spelt otherwise."""
    kinds, rules = ("country", "organisation"), ("alias", "seen_as", "context_alias", "metonym")
    if form.kind not in kinds or form.rule not in rules:
        return False
    telling = [token for token in form.tokens if token not in LINKING]
    return sum(map(len, telling)) >= (_FEWEST_LETTERS if len(telling) > 1 else _FEWEST_OF_ONE)
