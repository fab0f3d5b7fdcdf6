"""The names of organisations have reasons here not to count: something or somebody else is called so."""

from __future__ import annotations

from functools import partial

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import (
    BAPTISED,
    BOROUGHS,
    CHILDREN,
    COMPOSERS,
    HARDWARE,
    LESSONS,
    NUMERALS,
    PERFORMERS,
    SUBDIVISIONS,
    TEAMS,
    TECHNICAL,
    TOWNS,
    TUNES,
    UNIONS,
)
from index.entities.lexicon.vocabulary import MAKERS, NOT_IN_NAMES, RANKS, word_set
from index.entities.namesakes.bearers import Bearers
from index.entities.namesakes.calling import (
    has_age,
    is_apposed,
    is_author,
    is_explained_as,
    is_heard,
    is_inscription,
    is_somebodys,
    is_tradesman,
    is_village,
    names_animal,
    names_somebody,
    noun_before,
)
from index.entities.namesakes.elsewhere import is_elsewhere
from index.entities.namesakes.refusals import Refusal
from index.entities.text.passage import WordSpan

_SHORT_NAME = 2
_LONGEST_COUNTED, _LONGEST_MEASURE = 3, 2
"""Letters of an acronym that may be a common noun's, too, and of one that may be a unit's."""

_CURRENCIES = frozenset(
    {"MAD", "SAR", "SEK", "CDF", "ARS", "COP", "DOP", "ALL", "RON", "BAM", "TND", "AMD", "MRU", "SSP"}
)
"""Codes of ISO 4217 that organisations have for acronyms, or may: « un reçu de 900 MAD »."""

_YEARS = 1900
_LONGEST_NUMBER = 4  # digits: int() refuses a number of several thousand

_AFTER_STREETS = (("de",), ("d",), ("du",), ("des",), ("la",), ("l",))
_WHERE = (("a",), ("au",), ("dans",), ("en",))
"""What follows a square behind a comma: « place des Nations unies, à Genève »."""

_LIVING = word_set("grandi ne nee nes nees habite habitait vit vivait reside residait")
"""Before « à » these have somebody at home in a place."""

_AT = (("a",), ("puis",))
_IN_TOWNS = frozenset({"le", "la", "les", "sur", "sous", "en", "lez", "du", "aux"})
"""What a hyphen joins to the name of a town: Onet-le-Château."""

_OF_SOME = (("d", "un"), ("d", "une"))
_AILING = word_set("souffre souffrent souffrait souffraient souffrir souffrant atteint atteinte atteints atteintes")

_COMMUNES = frozenset({"commune", "ville", "village", "bourg", "bourgade", "hameau", "localite"})

_QUAYS = ("quai", "quais")
"""At these the ships of an organisation lie."""

_SPOTS = frozenset({"carrefour", "rue", "avenue", "boulevard", "quartier", "gare", "station", "faubourg"})
_THEIRS = word_set(
    "salon salons stand stands appareil appareils institution institutions hopital hopitaux clinique cliniques"
)
"""What an organisation is, has or makes, though these bear names: « le salon Eurosatory », « un appareil Saab »."""

_DEFINITE = (("le",), ("la",), ("l",))
_NICKNAMED = frozenset({"surnomme", "surnommee", "surnommes", "surnommees"})

_WATERS = ("fleuve", "riviere", "lac", "mer")

_CLAUSE = 8
_BODIES = word_set(
    "groupe groupes mouvement coalition force forces unite societe entreprise firme agence parti alliance plateforme"
    " structure entite organisation filiale milice service brigade bataillon consortium reseau journal media chaine"
)
"""Where one of these is baptised so within a clause, the name is its own."""

_COMPOSERS = COMPOSERS - {"faure", "hahn", "strauss", "weber", "franck"}
"""Those who are not called like politicians."""

_REHEARSING = word_set("repete repetent repetait repetaient repeter chante chantent chanter interprete interpretent")
"""What is done with the works of a composer, who is called like an organisation."""

_NEAR = 3
"""Within so many words another composer is named."""


class OtherOrganisations:
    """Tells the names of organisations from those of shops, ships, towns, persons, units and tunes.

    `of_names` are the reasons against a name: somebody is called so, l'amiral Boeing, or a street is.
    """

    def __init__(self, lexicon: Lexicon, bearers: Bearers) -> None:
        self._bearers = bearers
        self._animals = CHILDREN | lexicon.things.animals | lexicon.heads.called
        self._heads = lexicon.heads
        self._given = lexicon.given
        self._trades = lexicon.trades - MAKERS
        self._explaining = TEAMS | lexicon.trades
        self._places = (TOWNS | lexicon.heads.venues | _SPOTS) - _THEIRS
        self.of_names = (
            Refusal("person", self._is_called),
            Refusal("animal", _is_aged),
            Refusal("explained", self._is_explained),
            Refusal("ship_or_street", self._is_borne),
            Refusal("animal", partial(names_animal, bearers=self._animals)),
            Refusal("person", partial(is_tradesman, trades=self._trades)),
            Refusal("named_so", _is_baptised),
            Refusal("explained", partial(is_apposed, bearers=self._heads.called)),
            Refusal("explained", bearers.explain),
            Refusal("artist", is_author),
            Refusal("called_after", self._is_street_or_town),
            Refusal("inscription", is_inscription),
            Refusal("performed", partial(is_heard, pieces=TUNES)),
            Refusal("artist", _is_among_composers),
            Refusal("artist", _is_rehearsed),
            Refusal("other_town", is_village),
            Refusal("other_town", self._is_town),
            Refusal("water", _is_water),
            Refusal("person", self._is_inhabitant),
            Refusal("technical", _is_technical),
            Refusal("capitals", _is_shouted),
            Refusal("owned", is_somebodys),
            Refusal("person", names_somebody),
        )

    def _is_explained(self, span: WordSpan) -> bool:
        """Return whether an apposition says that it is a team, a person, an animal or a place: « Boeing, le chien »."""
        return (span.gap_after != "" and span.end - span.first <= _SHORT_NAME) and (
            is_explained_as(span, self._explaining, 4)  # « GRU, le code de l'aéroport »
            or is_explained_as(span, self._animals, 2)
            or is_explained_as(span, self._places, 2)
        )

    def _is_borne(self, span: WordSpan) -> bool:
        """Return whether a shop or a ship bears it: « le cargo Saab », neither a brand nor « le salon Eurosatory »."""
        if span.before(1) == ("marque",) or not _THEIRS.isdisjoint(span.before(2)):
            return False
        return self._bearers.bear(span)

    def _is_called(self, span: WordSpan) -> bool:
        """Return whether a rank, or a trade before more names, makes it somebody's: « le mécanicien Fatah Othmane »."""
        if span.word_before is None or span.gap_before:
            return False
        noun, after = span.before(1)[0], span.word_after
        if noun in RANKS or (noun in PERFORMERS and len(span.words) == 1):
            return True
        return noun in self._trades and after is not None and after.capital and span.gap_after == ""

    def _is_inhabitant(self, span: WordSpan) -> bool:
        """Return whether it is where somebody is from: « Le Parisien Hugo Delmas », « le Parisien qui a gagné »."""
        after, surname = span.word_after, span.end + 1
        if after is None or span.gap_after or span.tokens[0] not in ("le", "la"):
            return False
        if after.folded == "qui":
            return True
        if after.folded not in self._given:
            return False
        return span.passage.joined(surname) and span.passage.words[surname].capital

    def _is_town(self, span: WordSpan) -> bool:
        """Return whether a town is called so: « à Douma, dans la banlieue », not « Boeing, en Caroline, … »."""
        if span.before(1) == ("a",) and not _LIVING.isdisjoint(span.before(2)):
            return True  # « il a grandi à Kongsberg »
        if span.gap_after != ",":
            return False
        after = span.after(3)
        if after and after[0] in _COMMUNES:
            return True  # « Nokia, ville de naissance du maire »
        if not after or span.before(1) not in _AT:
            return False
        within = after[:1] == ("dans",) and not SUBDIVISIONS.isdisjoint(after)
        small = after[1:2] == ("ville",) and after[0] in ("petite", "une", "ancienne")
        return within or small or is_elsewhere(span, self._heads.regions)

    def _is_street_or_town(self, span: WordSpan) -> bool:
        """Return whether a street or a town bears the name: boulevard de la Croix-Rouge, le port de Kongsberg."""
        if span.hyphen_after and span.after(1)[0] in _IN_TOWNS:
            return True
        if span.before(1) not in _AFTER_STREETS:
            return False
        at, link = noun_before(span)
        noun = span.passage.tokens[at] if link else ""
        on_square = noun == "place" and span.gap_after == "," and span.after(1) in _WHERE
        if on_square or (noun in self._heads.streets and noun not in _QUAYS):
            return True
        state = noun == "etat" and span.passage.words[at].capital and span.passage.folded(at - 1, at) == ("l",)
        described = span.passage.joined(at) and span.passage.tokens[at - 1] in _COMMUNES  # « la commune bretonne de X »
        return " " not in span.text and link in ("de", "d") and (noun in BOROUGHS or state or described)


def _is_aged(span: WordSpan) -> bool:
    """Return whether it is somebody with an age: « Saab, huit ans »."""
    return span.word_before is None and has_age(span)


def _is_baptised(span: WordSpan) -> bool:
    """Return whether a thing is called so, no body: « a été baptisé Wagner », « un hangar surnommé le Pentagone »."""
    verb = span.before(2)[:1] if span.before(1) in _DEFINITE else span.before(1)
    called = BAPTISED if verb == span.before(1) else BAPTISED | _NICKNAMED
    return not called.isdisjoint(verb) and _BODIES.isdisjoint(span.before(_CLAUSE))


def _is_water(span: WordSpan) -> bool:
    """Return whether it is a river: « le fleuve Axios »."""
    return span.word_before is not None and span.gap_before == "" and span.before(1)[0] in _WATERS


def _is_among_composers(span: WordSpan) -> bool:
    """Return whether a composer is named beside it: « Schubert et Wagner », « de Reynaldo Hahn à Wagner »."""
    if span.end - span.first > 1 or span.words[0].text.isupper():
        return False
    return not _COMPOSERS.isdisjoint((*span.before(_NEAR), *span.after(_NEAR)))


def _is_rehearsed(span: WordSpan) -> bool:
    """Return whether it is a composer: « l'on répète Wagner », not « « … », répète Wagner »."""
    sung = len(span.words) == 1 and not _REHEARSING.isdisjoint(span.before(1))
    return sung and span.word_before is not None and span.passage.joined(span.first - 1)


def _is_technical(span: WordSpan) -> bool:
    """Return whether an acronym is a number's unit or a technical term: six UE, 2,4 UA, la RN 85, conçu en FAO."""
    if span.end - span.first > 1 or not span.passage.words[span.first].text.isupper():
        return False
    if is_explained_as(span, TECHNICAL) or _is_named_before(span) or _is_role(span):
        return True
    if span.before(1) == ("de",) and span.before(2)[0] in LESSONS:
        return True
    if span.before(2) in _OF_SOME and not _AILING.isdisjoint(span.before(3)):
        return True  # « ils souffrent d'une HVG »
    if span.word_before is not None and span.gap_before == "" and span.before(1)[0] in HARDWARE:
        return True
    return len(span.tokens[0]) <= _LONGEST_COUNTED and _is_counted(span)


def _is_shouted(span: WordSpan) -> bool:
    """Return whether a small word stands among capitals: « LA PAIX N'EST PAS UN CRIME », not « le parti PAS »."""
    if len(span.words) > 1 or span.words[0].text.lower() not in NOT_IN_NAMES or not span.words[0].text.isupper():
        return False
    return any(word is not None and _is_loud(word.text) for word in (span.word_before, span.word_after))


def _is_loud(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _is_role(span: WordSpan) -> bool:
    """Return whether it is somebody's office: « Yannick X, DGA de la métropole », neither « CGT » nor « de la CGT »."""
    apposed = span.gap_before == "," and span.passage.words[span.first - 1].capital
    return apposed and span.gap_after == "" and span.after(1) in (("de",), ("du",), ("d",), ("des",), ("adjoint",))


def _is_named_before(span: WordSpan) -> bool:
    """Return whether it names a technical term that stands before: « le bus système, le FSB, … »."""
    passage, article = span.passage, span.first - 1
    apposed = article > 0 and passage.tokens[article] in ("le", "la", "l") and passage.gaps[article].strip() == ","
    return apposed and span.word_after is None and not TECHNICAL.isdisjoint(passage.folded(article - _NEAR, article))


def _is_counted(span: WordSpan) -> bool:
    before, after = span.before(1), span.word_after
    numbered = after is not None and span.gap_after == "" and _is_small_number(after.text)
    if numbered or span.word_before is None:
        return numbered
    measured = _is_small_number(before[0]) and (len(span.tokens[0]) <= _LONGEST_MEASURE or span.text in _CURRENCIES)
    return measured or before[0] in NUMERALS or (before[0] == "en" and span.tokens[0] not in UNIONS)


def _is_small_number(text: str) -> bool:
    """Return whether it is a number below the years: « 85 », neither « 2024 » nor the mark « ² » of a note."""
    return text.isdecimal() and len(text) <= _LONGEST_NUMBER and int(text) < _YEARS
