"""The span of a name goes in; whether a title, an office or a verb of saying stands by it comes out."""

from __future__ import annotations

import re

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import PEOPLE
from index.entities.lexicon.vocabulary import (
    ABBREVIATED_TITLES,
    COMPLEMENTS,
    FINITE_VERBS,
    HEAD_WORDS,
    LEADING,
    NOT_IN_OFFICES,
    OFFICIAL_HEADS,
    PREPOSITIONS,
    SAYING,
    TITLE_MODIFIERS,
)
from index.entities.namesakes.calling import names_somebody
from index.entities.reading import Reading
from index.entities.text.passage import Passage, WordSpan

_REACH = 10
"""How many words an office may have: « secrétaire général adjoint aux opérations de maintien de la paix »."""

_LONGEST_LIST = 60
"""Words of a list of names that has one title; more are no sentence."""

_PROFESSION = re.compile(
    r".{2,}(?:istes?|logues?|iciens?|iciennes?|nomes?|iatres?|graphes?|trices?|culteurs?|cultrices?|nautes?)"
)
"""Nouns of professions: urbaniste, vulcanologue, opticien; after an article, for many are adjectives too."""

_AGE = re.compile("[1-9][0-9]")
"""Under ten it may be that of a horse."""

_ARTICLES = ("le", "la", "l", "les", "un", "une", "des", "ancien", "ancienne", "ex", "jeune")
_SOMEBODY = frozenset({"certain", "certaine", "vieille", "nomme", "nommee", "denomme", "denommee"})
_RELATIVES = frozenset(
    noun + plural
    for noun in (
        "mere",
        "pere",
        "frere",
        "soeur",
        "fille",
        "fils",
        "epouse",
        "epoux",
        "veuve",
        "veuf",
        "cousin",
        "cousine",
    )
    for plural in ("", "s")
)
_ARTICLES_ALONE = (("un",), ("une",), ("le",), ("la",), ("l",))
_ADJECTIVE = re.compile(
    r".{2,}(?:ale?|aire|ique|ienn?e?|i[fv]e?|elle|eu[xs]e?|i[eè]re?|ieure?|[st]eur|trice|estre|ante?)"
)
"""Adjectives of an office: ambassadeur itinérant, garde forestière, père supérieur, sergent recruteur."""

_QUALITY = re.compile(r".{3,}(?:ée?|i|u|ue|eux|euse)")
"""Participles and adjectives of somebody, before a comma and the name: « un diplomate chevronné, X »."""

_SOMEBODYS = (("mon",), ("ma",), ("son",), ("sa",), ("notre",))

_COUNTIES = ("comté", "comtés")
"""What only lacks an accent to be a title."""

_VERBS = FINITE_VERBS | SAYING
_PREFIXES = ("porte", "sous", "contre", "co", "garde")
_APPOSITION = (",", "(", "–", "-", ":")
_AFTER_QUOTATION = ("»,", "»", "”,", '",', ",")

_BY_TRAINING, _APPOSED = frozenset({"formation", "profession", "metier", "etat", "origine"}), 6
"""Behind a trade these say what somebody did before he got his office."""


class Titles:
    """Recognises what introduces a person: titles, offices and trades, before or after the name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._trades = lexicon.trades
        self._titles = lexicon.titles | lexicon.trades

    def introduce(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether a title stands before the name, whatever lower-case words between them, or « dirigé par »."""
        led = not LEADING.isdisjoint(span.before(2)) and span.gap_before == ""
        return led or is_somebody(span) or self._before(reading, span, strict=False)

    def belong(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether a title before the name is the name's: « ministre polonais de la Défense X », « M. X »."""
        return self._before(reading, span, strict=True)

    def _before(self, reading: Reading, span: WordSpan, strict: bool) -> bool:
        passage, first = span.passage, _list_start(span)
        for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
            word = passage.words[at]
            if not _goes_on(passage, at, first):
                return False
            if self.is_title(passage, at):
                return True
            if word.text in NOT_IN_OFFICES:
                return False
            of_office = word.folded in COMPLEMENTS or not reading.is_free(passage, at)
            complement = (word.capital or strict) and self._is_complement(passage, at, first)
            if not of_office and not complement and (word.capital or strict):
                return False
        return False

    def _tells_office(self, noun: str) -> bool:
        return noun in self._titles or _PROFESSION.fullmatch(noun) is not None

    def is_of_trade(self, span: WordSpan) -> bool:
        """Return whether a trade in which no listed person works stands by: « le coiffeur X », « X, coiffeur à … »."""
        if not self._trades.isdisjoint(span.after(2)) and span.gap_after == ",":
            return _BY_TRAINING.isdisjoint(span.after(_APPOSED))  # « le ministre X, viticulteur de formation »
        if span.before(2)[:1] == ("chef",):
            return False  # « l'ancien chef espion X »
        apposed = span.gap_before == "," and span.before(2)[:1] in _SOMEBODYS  # « mon chauffeur, X, attendait »
        return not self._trades.isdisjoint(span.before(1)) and (span.word_before is not None or apposed)

    def is_title(self, passage: Passage, at: int) -> bool:
        """Return whether the word there is a title or, after an article, a profession."""
        word = passage.words[at]
        if word.text.lower() in _COUNTIES or (word.folded == "marin" and passage.folded(at - 1, at) == ("sous",)):
            return False
        if word.folded in self._titles:
            return word.capital or word.folded not in ABBREVIATED_TITLES
        after_article = passage.joined(at) and passage.words[at - 1].folded in _ARTICLES
        return after_article and not word.capital and _PROFESSION.fullmatch(word.folded) is not None

    def _is_complement(self, passage: Passage, at: int, first: int) -> bool:
        """Return whether the word tells of what office: « commissaire de bord X », « docteur en droit X ».

        Where a comma stands before the name, other prepositions and articles may, too: « le patron de l'usine, X »; so
        may they before a place: « le député de la Vienne X ».
        """
        comma = at + 1 == first and passage.gaps[first].strip() == ","
        links = PREPOSITIONS if comma or passage.words[at].capital else ("de", "d", "en")
        if self.is_title(passage, at - 1) and passage.joined(at):
            adjective = passage.words[at].folded
            of_somebody = comma and _QUALITY.fullmatch(passage.words[at].text) is not None
            return (of_somebody or _ADJECTIVE.fullmatch(adjective) is not None) and adjective not in _VERBS
        start = at - 1 if _is_further_adjective(passage, at) else at
        while start > 0 and passage.gaps[start] == "-":  # « la sénatrice du Val-de-Marne X »
            start -= 1
        at = start
        while passage.joined(start) and passage.words[start - 1].folded in links:
            start -= 1
        if not 0 < start < at:
            return False
        return self.is_title(passage, start - 1) or (
            passage.words[at].capital and passage.tokens[start - 1] in COMPLEMENTS
        )

    def follow(self, span: WordSpan) -> bool:
        """Return whether an office or institution follows in apposition: « X, ministre de … », « X, du Centre … »."""
        if span.gap_after not in _APPOSITION:
            return False
        if span.after(1) == ("qui",):
            return not LEADING.isdisjoint(span.after(3))
        if span.after(1) in _ARTICLES_ALONE and not HEAD_WORDS.isdisjoint(span.after(2)):
            return False  # « X, une compagnie de fret »
        if span.after(1) in (("du",), ("de",)) and _begins_with_body(span.passage, span.end):
            return True
        for word in span.passage.words[span.end :]:
            if word.folded not in TITLE_MODIFIERS and word.folded not in PREPOSITIONS and word.folded not in _PREFIXES:
                return word.folded in HEAD_WORDS or (not word.capital and self._tells_office(word.folded))
        return False


def is_somebody(span: WordSpan) -> bool:
    """Return whether what stands before says that it is a person: un certain X, sa mère, X, « son fils se nomme X »."""
    before = span.before(2)
    if names_somebody(span, PEOPLE):
        return True
    if span.gap_before == "":
        return before[-1:] != () and before[-1] in _SOMEBODY and before[0] in _ARTICLES and before != ("une", "vieille")
    return span.gap_before == "," and not span.passage.starts_clause(span.first - 1) and before[-1] in _RELATIVES


def _begins_with_body(passage: Passage, at: int) -> bool:
    """Return whether a capitalised institution stands behind « du » or « de la »: « X, du Conseil Y pour … »."""
    words = passage.words[at : at + 3]
    noun = next((word for word in words if word.folded not in PREPOSITIONS), None)
    return noun is not None and noun.capital and noun.folded in OFFICIAL_HEADS


def has_age(span: WordSpan) -> bool:
    """Return whether an age follows in apposition: « X, 32 ans, infirmière »; « X, 60 ans d'histoire » has none."""
    age, years = span.end, span.end + 1
    if span.gap_after not in (",", "(") or years >= len(span.passage.words) or span.passage.tokens[years] != "ans":
        return False
    return _AGE.fullmatch(span.passage.tokens[age]) is not None and not span.passage.joined(years + 1)


def _is_further_adjective(passage: Passage, at: int) -> bool:
    """Return whether the word is an adjective of a complement: « docteur en sciences *militaires* X »."""
    word = passage.words[at].folded.removesuffix("s")
    adjective = not passage.words[at].capital and _ADJECTIVE.fullmatch(word) is not None
    behind_noun = passage.joined(at) and passage.tokens[at - 1] not in PREPOSITIONS  # not « chef des *pompiers* »
    return adjective and behind_noun and word not in _VERBS


def speaks(span: WordSpan) -> bool:
    """Return whether a verb of saying stands by the name: « selon X », « a déclaré X », not « au lieu-dit X »."""
    if span.before(2) == ("lieu", "dit"):
        return False
    beside = ("", *_AFTER_QUOTATION)
    before = span.before(2) if span.gap_before in beside else ()
    after = span.after(3) if span.gap_after in beside else ()
    return not SAYING.isdisjoint(before) or not SAYING.isdisjoint(after)


def is_quoted(span: WordSpan) -> bool:
    """Return whether a verb between a quotation and the name gives it to a speaker: « … », résume X, « … », a dit X."""
    verb = span.word_before
    if verb is None or verb.folded not in SAYING or verb.folded == "selon":
        return False
    if span.word_after is not None and not _begins_with_body(span.passage, span.end):
        return False
    first = span.first - (2 if span.before(2)[0] == "a" else 1)
    return first == 0 or span.passage.gaps[first].strip() in _AFTER_QUOTATION


def _goes_on(passage: Passage, at: int, first: int) -> bool:
    """Return whether nothing between words `at` and `at + 1` ends the office; a comma may before the name."""
    gap = passage.gaps[at + 1].strip()
    if gap == ".":
        return passage.words[at].folded in ABBREVIATED_TITLES
    return gap in ("", "'", "’", "-") or (gap == "," and at + 1 == first)


def _list_start(span: WordSpan) -> int:
    """Return where a list of names begins: « MM. Austin et Blinken » is one title for both."""
    passage, at = span.passage, span.first
    least = max(1, span.first - _LONGEST_LIST)
    while at > least and ((passage.tokens[at - 1] == "et" and passage.joined(at)) or passage.gaps[at].strip() == ","):
        last = at - 2 if passage.words[at - 1].folded == "et" else at - 1
        opens = passage.starts_sentence(last) and passage.tokens[last - 1] not in ABBREVIATED_TITLES
        if not passage.words[last].capital or opens:
            break  # « … Mécanicien, X y a travaillé »
        at = last
        while at > 0 and passage.joined(at) and passage.words[at - 1].capital and passage.gaps[at] == " ":
            at -= 1
    return at
