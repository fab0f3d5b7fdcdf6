"""The span of a name goes in; whether the words beside it make it a part of another name comes out."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from index.entities.gazetteer.forms import Form
from index.entities.gazetteer.spellings import ARABIC_ARTICLES
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import (
    CIVILITIES,
    DAYS,
    GLUED_VERBS,
    HEAD_WORDS,
    MAKERS,
    MONTHS,
    NOBILIARY,
    NOT_IN_NAMES,
    SAYING,
)
from index.entities.namesakes.refusals import Refusal
from index.entities.text.passage import WordSpan
from index.entities.text.words import Word

_GLUED = 10
"""Letters of a family name and a verb that is glued to it."""

_LONGEST_ACRONYM = 6
"""Letters; a longer word in capitals is a family name: « Bratislava GACHITCHA »."""

_RULING = ("de", "d", "du", "des", "en", "a", "au", "aux")
_DEFINITE = (("la",), ("le",), ("l",), ("les",))


_OFFICE = 6
"""Words before « de » within which an office is that of somebody whose name follows a country's."""


class LongerNames:
    """Tells where a name belongs to a longer one: as family name or given name, or behind a hyphen.

    `of_countries` and `of_capitals` are the reasons against names of places that are somebody's.
    """

    def __init__(self, lexicon: Lexicon, forms: Collection[Form]) -> None:
        self._given = lexicon.given
        self._sure_given = lexicon.sure_given
        self._titles = lexicon.titles | lexicon.trades
        self._offices = self._titles - MAKERS
        self._beginnings = frozenset(form.tokens[0] for form in forms if _is_known_by_beginning(form))
        members = frozenset(form.tokens[0] for form in forms if form.rule == "compound")
        # « Israël-Liban » and « Franco-Algérien » are no names of persons.
        self._hyphenated = self._sure_given - self._beginnings - members
        ended = Refusal("longer_name", ends_name)
        self.of_countries = (Refusal("given_name", partial(self._is_given, capital=False)), ended)
        self.of_capitals = (
            Refusal("given_name", partial(self._is_given, capital=True)),
            Refusal("family_name", self._is_noble),
            ended,
        )

    def hold(self, span: WordSpan) -> bool:
        """Return whether a name of one word is a family name or only a part of one: Institut Anadolu Ufku."""
        if self.has_surname(span) or _is_compound(span, self._beginnings):
            return True
        before, after = span.word_before, span.word_after
        if before is not None and span.hyphen_before and before.capital and before.folded in ARABIC_ARTICLES:
            return True  # « le Comité populaire Al-Amal »
        if before is None or after is None or span.gap_before or not followed_by_capital(span):
            return False
        # « … », répond Indra Ramkissoon; l'analyste Indra Chaudhuri-Menon, not « le porte-parole taliban X Y »
        told = before.folded in SAYING or (before.folded in self._offices and span.words[0].capital)
        headed = (before.capital and before.folded in HEAD_WORDS) or told
        return headed and after.folded not in self._beginnings

    def _is_noble(self, span: WordSpan) -> bool:
        """Return whether a titled person is called so behind « de »: « la sénatrice Leila de Lima »."""
        passage, at = span.passage, span.first - 2
        if at < 1 or span.before(1) != ("de",) or not (passage.joined(at) and passage.words[at].capital):
            return False
        return passage.tokens[at] in self._sure_given and passage.tokens[at - 1] in self._titles

    def _is_given(self, span: WordSpan, capital: bool) -> bool:
        """Return whether a family name follows the name as if it were a given one: Israël Gómez, Kenya Barris.

        So does the rest of the name of a thing that is called after a place: Windhoek Lager, Chypre Hill.
        """
        if span.end - span.first > 1 or not followed_by_capital(span) or span.word_after is None:
            return False
        after = span.word_after
        if self._precedes_name(span) or after.text.lower() in NOT_IN_NAMES or after.folded in self._beginnings:
            return False
        if span.before(1) in _DEFINITE and _is_in_row(span):
            return False  # « pour l'Italie Gouido Crosetto a proposé … »
        return (
            span.tokens[0] in self._given
            or span.passage.starts_sentence(span.first)
            or (not capital and is_unruled(span))
            or (not _precedes_other_name(span) and (capital or self._goes_on(span)))
        )

    def _goes_on(self, span: WordSpan) -> bool:
        """Return whether one more word makes a thing's name of a country's that « de » or « à » rules in a clause."""
        inside = span.first > 1 and not span.passage.starts_clause(span.first - 1) and not is_unruled(span)
        return inside and span.passage.tokens[span.end] not in self._sure_given

    def _precedes_name(self, span: WordSpan) -> bool:
        """Return whether the name of a person begins behind « d' »: « le Premier ministre d'Israël Benyamin X ».

        Any word may be a given name where an office stands before: « le chef de la diplomatie de Syrie X al-Y ».
        """
        passage, surname = span.passage, span.end + 1
        if span.before(1) not in (("d",), ("de",)) or not passage.joined(surname):
            return False
        surname += passage.tokens[surname] in ARABIC_ARTICLES and passage.joined(surname + 1)
        if not passage.words[surname].capital:
            return False
        return passage.tokens[span.end] in self._sure_given or not self._offices.isdisjoint(span.before(_OFFICE))

    def has_surname(self, span: WordSpan) -> bool:
        """Return whether « M. » or a given name stands before, the latter perhaps with one name more between."""
        passage, at = span.passage, span.first - 1
        if at >= 0 and passage.words[at].folded in NOBILIARY and passage.joined(span.first):
            return passage.words[at].capital or (passage.joined(at) and passage.words[at - 1].capital)
        if at < 0 or not passage.words[at].capital:
            return False
        if passage.words[at].folded in CIVILITIES:
            return True
        if passage.gaps[at + 1] == "-":
            return passage.words[at].folded in self._hyphenated
        while at >= span.first - 2 and at >= 0 and passage.words[at].capital and not passage.gaps[at + 1].strip():
            if passage.words[at].folded in self._given:
                return True
            if _ends_in_verb(passage.words[at]):
                return False
            at -= 1
        return False


def is_unruled(span: WordSpan) -> bool:
    """Return whether no « de », « en » or « à » stands before the name, as where an office or a place is told."""
    before = span.before(2)
    if span.word_before is None:
        return True
    return (before[0] if before[-1] in ("la", "l", "le", "les") else before[-1]) not in _RULING


def ends_name(span: WordSpan) -> bool:
    """Return whether a word with a capital of its own stands right before the capital: « Anselm Moroni »."""
    passage, at = span.passage, span.first - 1
    if at < 1 or passage.gaps[span.first] != " " or passage.starts_sentence(at):
        return False
    word = passage.words[at]
    return word.capital and not (word.text.isupper() or _ends_in_verb(word) or word.text.lower() in NOT_IN_NAMES)


def _ends_in_verb(word: Word) -> bool:
    """Return whether a verb seems glued to a family name, behind which a place may follow: « Zaharovaaccuse Kiev »."""
    return len(word.text) >= _GLUED and word.folded.endswith(GLUED_VERBS)


def _is_compound(span: WordSpan, names: Collection[str]) -> bool:
    """Return whether another word hangs on it by a hyphen that begins no known name: Kremlin-Bicêtre."""
    after = span.word_after
    return after is not None and span.hyphen_after and after.capital and after.folded not in names


def _is_known_by_beginning(form: Form) -> bool:
    """Return whether another name is told by the word with which it begins: Boeing, not « First » Quantum."""
    if form.rule != "alias" or form.kind == "person":
        return False
    return form.kind != "organisation" or len(form.tokens) == 1 or form.tokens[0] in HEAD_WORDS


def followed_by_capital(span: WordSpan) -> bool:
    """Return whether a capitalised word follows that is no day or month: a family name, it may be."""
    word = span.word_after
    if word is None or span.passage.shouts or span.passage.gaps[span.end].strip():
        return False
    return word.capital and word.folded not in MONTHS and word.folded not in DAYS


def _is_in_row(span: WordSpan) -> bool:
    """Return whether two words with capitals of their own follow, as those of a person's name do."""
    passage, second = span.passage, span.end + 1
    return passage.joined(second) and passage.gaps[second] == " " and passage.words[second].capital


def _precedes_other_name(span: WordSpan) -> bool:
    """Return whether an acronym follows, or capitals that are enough for a name: « À Moscou Sergueï Lavrov … »."""
    passage, second = span.passage, span.end + 1
    several = second < len(passage.words) and passage.words[second].capital and passage.gaps[second] in (" ", "-")
    following = passage.words[span.end].text
    return several or (following.isupper() and len(following) <= _LONGEST_ACRONYM)
