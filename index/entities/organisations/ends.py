"""Where the name of an organisation that nobody lists begins goes in, and where it ends comes out."""

from __future__ import annotations

import re

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import (
    ABBREVIATED_TITLES,
    COMPASS_PREFIXES,
    COMPLEMENT_OPENERS,
    DAYS,
    FINITE_VERBS,
    HEAD_WORDS,
    HYPHENATED_PRONOUNS,
    LINKS,
    MONTHS,
    NOT_ADJECTIVES,
    OFFICES,
    OFFICIAL_HEADS,
    PARTICLES,
    RANKS,
)
from index.entities.organisations.complements import ARTICLES, complement, first_complement, is_country
from index.entities.organisations.cues import ADJECTIVE
from index.entities.organisations.slogans import is_end_of_slogan, is_introduced, is_motto
from index.entities.organisations.words import (
    FOREIGN_HEADS,
    NAME_LINKS,
    NAMED_FOR_PERSONS,
    PARTNERS,
    VERBS_LIKE_ADJECTIVES,
)
from index.entities.reading import Reading
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import Word

NO_NAMES = (OFFICES | ABBREVIATED_TITLES | DAYS | MONTHS) - {"general", "generale"}

_REGISTERED = ("e", "v")
"""« e. V. », behind the names of German associations."""

_YEAR = 4

_MOST_WORDS = 14
"""Words of a name with all its complements: « Centre de recherche sur les études stratégiques de la mer Noire »."""

_BODIES = HEAD_WORDS | OFFICIAL_HEADS | {"ministere", "gouvernement", "president", "presidente", "ministre"}
"""What begins another name behind « et »: de l'Institut X et du ministère."""

_VERBAL = re.compile(r".*(?:[eè]re|[^q]ue|ante|ine|ile|ane|ole|elle|ive|aine|able|ible)")
"""Endings in the singular that a verb in the third person has as well: opère, évalue, replante, entraîne."""

_PARTICIPLE = re.compile(r".{2,}ée?s?")

_NUMBERS = frozenset(
    {"deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "vingt", "cent", "mille"}
)

_IN_ENT = frozenset({"permanent", "independent", "dissident", "resident", "adjacent"})
"""Adjectives that end as verbs in the plural do: « les alliés de la Cour *cherchent* des parades »."""

_PLURAL = ("des", "les")
_MASCULINE = ("du", "le")

_NOUN = re.compile(r".*(?:[ts]ion|ité|ment|[eétrn]s)")
"""Endings of nouns that no verb in the third person has: « paix et réconciliation », « droits et libertés »."""

_GOVERNING = ("de", "d", "du", "des", "a", "au", "par", "pour", "selon", "avec", "contre", "chez")

_PREFIXES = frozenset({"sous", "non", "anti", "contre", "extra", "inter", "trans"}) | COMPASS_PREFIXES
"""What begins an adjective with a hyphen: sous-marine, ouest-africaine."""

_HELP = frozenset({"aide", "soutien", "appui", "assistance", "secours"})
"""Behind these « aux » goes on: le Comité X d'aide *aux déplacés*."""

_OBJECTS = ("pour", "sur", "contre")
"""Behind these two nouns with their articles are joined: « pour la démocratie et le progrès »."""


class OrganisationEnds:
    """Reads on from the first word of a name, over adjectives, further capitals and complements."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sure_given = lexicon.sure_given

    def end(self, reading: Reading, passage: Passage, first: int) -> int:
        """Return where the name that begins with the word at `first` ends."""
        end = first + 1
        while end - first < _MOST_WORDS and (step := self._step(reading, passage, first, end)):
            end += step
        return end + 2 if passage.folded(end, end + 2) == _REGISTERED and passage.words[end + 1].capital else end

    def is_person(self, passage: Passage, at: int) -> bool:
        """Return whether a given name and another capitalised word begin here: « Commission Ursula von der Leyen »."""
        after = WordSpan(passage, at, at + 1).word_after
        if after is None or passage.words[at].folded not in self._sure_given:
            return False
        return after.capital or (after.folded in PARTICLES and _precedes_capital(passage, at + 1))

    def _step(self, reading: Reading, passage: Passage, first: int, at: int) -> int:
        """Return how many words go on with the name at word `at`: an adjective or name, or a complement; 0 for none."""
        if at < len(passage.words) and passage.gaps[at] == " & ":
            return int(passage.words[at].capital)
        if not passage.joined(at) or _begins_title(passage, at):
            return 0
        word = passage.words[at]
        if word.folded in NO_NAMES and word.capital:
            return 0
        if word.text.isdigit() and (at == first + 1 or not passage.joined(at + 1)):
            return int(len(word.text) <= _YEAR)
        if linked := _linked(reading, passage, first, at) or self._pair(reading, passage, first, at):
            return linked
        if is_motto(passage, first, at):
            return 2
        if word.folded == "aux" and passage.tokens[at - 1] in _HELP:
            return complement(reading, passage, at)
        if word.folded in COMPLEMENT_OPENERS and not word.capital:
            return 0 if _ends_firm(passage, first, at) else first_complement(reading, passage, first, at)
        if not reading.is_free(passage, at):
            return int(not word.capital and is_country(reading, passage, at))
        if word.capital and _is_presided(passage, first):
            return 0
        if word.capital:
            named = passage.tokens[first] in NAMED_FOR_PERSONS and at == first + 1
            compound = at == first + 1 and _is_compound_with_complement(passage, at)
            return int(named or compound or passage.gaps[at] == "-" or not self.is_person(passage, at))
        if _is_of_compound(passage, at) or is_end_of_slogan(passage, first, at):
            return 1
        if word.folded in NOT_ADJECTIVES or word.folded in LINKS:
            return 0
        if word.folded == "non":
            return 2 if passage.joined(at + 1) else 0
        return int(_is_adjective(passage, first, at))

    def _pair(self, reading: Reading, passage: Passage, first: int, at: int) -> int:
        """Return the length of « et » with the second half of a name that one noun introduces; 0 for none.

        « L'association Armes *et Lumière* », « la revue L'Obus *et le Temps* »: no article makes another name of it, no
        verb in the plural two subjects, and it stands nowhere else.
        """
        articled = passage.tokens[first] in ARTICLES
        if passage.tokens[at] != "et" or at != first + 1 + articled or not is_introduced(passage, first):
            return 0
        end = at + 1 + (articled and passage.tokens[at + 1 : at + 2] != () and passage.tokens[at + 1] in ARTICLES)
        if not passage.joined(end) or not passage.words[end].capital or not reading.is_free(passage, end):
            return 0
        word = passage.words[end]
        other = is_head(word) or word.folded in NO_NAMES or word.folded in self._sure_given
        if other or _is_plural_verb(passage, end + 1) or _stands_elsewhere(reading, passage, end):
            return 0
        return end + 1 - at


def _is_presided(passage: Passage, first: int) -> bool:
    """Return whether it is of who leads a government, whose name follows: « la présidente du *Conseil* Georgia X »."""
    before = passage.folded(first - 2, first)
    return passage.tokens[first] == "conseil" and before in (("president", "du"), ("presidente", "du"))


def _begins_title(passage: Passage, at: int) -> bool:
    """Return whether a rank in small letters stands before a name: « des Forces X *général* Androus Y »."""
    ranked = passage.tokens[at] in RANKS and not passage.words[at].capital
    return ranked and passage.joined(at + 1) and passage.words[at + 1].capital


def _is_compound_with_complement(passage: Passage, at: int) -> bool:
    """Return whether two words are one name, of somebody's body: le Réseau *Amani-Kivu des* dispensaires."""
    behind = passage.folded(at + 2, at + 3)
    return passage.gaps[at + 1 : at + 2] == ("-",) and behind != () and behind[0] in COMPLEMENT_OPENERS


def _precedes_capital(passage: Passage, at: int) -> bool:
    """Return whether a capital follows the particle, perhaps behind another one: von *der Leyen*, not d'*études*."""
    return any(word.capital for word in passage.words[at + 1 : at + 3]) and passage.words[at + 1].folded != "l"


def is_head(word: Word) -> bool:
    """Return whether names of organisations begin with the word."""
    return word.folded in HEAD_WORDS or word.folded in OFFICIAL_HEADS or word.folded in FOREIGN_HEADS


def simple_end(passage: Passage, first: int) -> int:
    """Return where a name of one word ends, with what belongs to it: Ekran-5, Méridien 74, Cordelier et Fils."""
    end = first + 1
    while passage.joined(end) and passage.gaps[end] == "-":
        end += 1
    if passage.joined(end + 1) and passage.tokens[end] == "et" and passage.tokens[end + 1] in PARTNERS:
        return end + 2
    numbered = passage.joined(end) and passage.words[end].text.isdigit() and len(passage.words[end].text) <= _YEAR
    return end + numbered


def _ends_firm(passage: Passage, first: int, at: int) -> bool:
    """Return whether a firm's name is over here: « il a choisi la société Kvantor *pour* la maintenance »."""
    return passage.tokens[at] in _OBJECTS and passage.folded(first - 1, first) == ("societe",)


def _is_of_compound(passage: Passage, at: int) -> bool:
    """Return whether the word belongs to an adjective of two parts: *militaro-technique*, social-*démocrate*."""
    token = passage.tokens[at]
    begins = passage.joined(at + 1) and passage.gaps[at + 1] == "-" and (token.endswith("o") or token in _PREFIXES)
    return begins or (passage.gaps[at] == "-" and token not in HYPHENATED_PRONOUNS)


def _is_adjective(passage: Passage, first: int, at: int) -> bool:
    """Return whether an unknown word is an adjective of the name: by its ending, or because it can be no verb.

    It is none before a comma, nor behind a preposition where it ends the noun phrase (fosses *communes*, a dit …), nor
    between the head-word and a complement (Fédération *kanouri* des …).
    """
    if passage.tokens[at] in VERBS_LIKE_ADJECTIVES or _is_before_colon(passage, at) or _is_verbal(passage, at):
        return False
    noun = passage.words[at - 1]
    if _determiner(passage, first, at) in _PLURAL and not noun.capital and noun.folded[-1] in "sx":
        return passage.tokens[at][-1] in "sx"
    if ADJECTIVE.fullmatch(passage.words[at].text):
        return not _may_be_verb(passage, first, at)
    if passage.words[at].text.endswith("é") and passage.tokens[at - 2] in ("de", "d") and not noun.capital:
        return True  # « terrain gelé »: a verb would have « a » before it
    if not passage.words[first].capital:
        return False  # « le 155e bataillon *recule* de … »
    if not passage.joined(at + 1):
        return (
            not noun.capital
            and not passage.tokens[at].endswith("ent")
            and (_ends_aside(passage, at) or _is_governed(passage, first))
        )
    following = passage.words[at + 1].folded
    verb = following in FINITE_VERBS and passage.words[at + 1].text != "à"
    plural = passage.tokens[at].endswith("ent") and passage.tokens[at] not in _IN_ENT and _is_governed(passage, first)
    return verb or (at == first + 1 and following in COMPLEMENT_OPENERS and not plural)


def _is_verbal(passage: Passage, at: int) -> bool:
    """Return whether an agent or a clause shows a verb: l'Institut X *financée par* Y, le Centre X *considère que*."""
    following = passage.tokens[at + 1 : at + 2] if passage.joined(at + 1) else ()
    participle = _PARTICIPLE.fullmatch(passage.words[at].text) is not None
    return following in (("que",), ("qu",)) or (participle and following == ("par",))


def _is_before_colon(passage: Passage, at: int) -> bool:
    """Return whether a colon follows a word that looks like no adjective: « le Centre X *doute* : … » is a verb."""
    goes_on = at + 1 < len(passage.words) and passage.gaps[at + 1].strip()[:1] == ":"
    return goes_on and ADJECTIVE.fullmatch(passage.words[at].text) is None


def _ends_aside(passage: Passage, at: int) -> bool:
    """Return whether the word is hardly a verb that ends its sentence: a comma follows, or it is in the plural."""
    goes_on = at + 1 < len(passage.words) and passage.gaps[at + 1].strip()[:1] in (",", ";", ")")
    return goes_on or passage.tokens[at][-1] in "sx"


def _may_be_verb(passage: Passage, first: int, at: int) -> bool:
    """Return whether the word has the ending of a verb, and no noun that it could belong to before it.

    It does not belong to a proper name (Redut-Sud *opère*), nor in this form to a noun with « du » (forêts du Maroc
    *replante*); and where its sentence ends, it is the verb (la Garde républicaine *défile*).
    """
    if _VERBAL.fullmatch(passage.words[at].text) is None:
        return False
    if not (passage.joined(at + 1) or _ends_aside(passage, at) or _is_governed(passage, first)):
        return True
    before = passage.words[at - 1]
    return (before.capital and not is_head(before)) or _determiner(passage, first, at) != ""


def _determiner(passage: Passage, first: int, at: int) -> str:
    """Return « du », « les » or such where the noun before the word has it, within the name; else ""."""
    for before in range(at - 1, first, -1):
        token = passage.tokens[before]
        if token in COMPLEMENT_OPENERS or token in ARTICLES:
            return token if token in _PLURAL or token in _MASCULINE else ""
    return ""


def _is_plural_verb(passage: Passage, at: int) -> bool:
    return passage.joined(at) and passage.tokens[at].endswith("nt")


def _stands_elsewhere(reading: Reading, passage: Passage, at: int) -> bool:
    """Return whether the word is a name of its own: it stands with its capital elsewhere in the article, too."""
    token = passage.tokens[at]
    others = ((other, there) for other in reading.passages if token in other.tokens for there in other.capitals)
    return any(other.tokens[there] == token and (other is not passage or there != at) for other, there in others)


def _linked(reading: Reading, passage: Passage, first: int, at: int) -> int:
    """Return the length of a small word with what it adds to the name: Dupont *et Fils*, Ura *e Mirë*; 0 for none."""
    word = passage.words[at]
    if word.capital or not passage.joined(at + 1):
        return 0
    following = passage.words[at + 1]
    if word.folded == "et" and following.folded in PARTNERS:
        return 2
    if word.folded == "et" and at > first + 1:
        return _further(reading, passage, first, at)
    if word.folded in ("e", "ye") and passage.gaps[at] == "-":
        return 2  # Nour-e Danesh
    return 2 if word.folded in NAME_LINKS and following.capital else 0


def _further(reading: Reading, passage: Passage, first: int, at: int) -> int:
    """Return the length of « et » with what is like the word or the complement before it; 0 for none.

    « études politiques *et sociales* », « d'études *et de recherches* », « pour la démocratie *et le progrès* ».
    """
    following = passage.words[at + 1]
    if following.folded in _NUMBERS:
        return 0  # « l'Hôpital général et deux carrefours »
    if following.folded in ("de", "d", "des", "du"):
        if passage.words[at - 1].capital and not _opener(passage, first, at):
            return 0  # « du pain par l'Association X *et de l'huile* par … »
        return _further_complement(reading, passage, at, at + 1)
    if following.folded in ARTICLES:
        end = at + _further_complement(reading, passage, at, at) if _opener(passage, first, at) in _OBJECTS else at
        return 0 if _is_joint_subject(passage, first, end) else end - at
    if _NOUN.fullmatch(following.text) and following.folded not in NOT_ADJECTIVES | LINKS:
        return 2  # without an article it is no other subject
    alike = not passage.words[at - 1].capital and passage.tokens[at - 2] not in COMPLEMENT_OPENERS
    adjectives = alike and all(_is_plain_adjective(passage.words[near]) for near in (at - 1, at + 1))
    return 2 * adjectives


def _further_complement(reading: Reading, passage: Passage, at: int, opener: int) -> int:
    """Return the length of « et » and what stands behind it, up to a noun that begins no other name and has no verb."""
    length = complement(reading, passage, opener)
    end = opener + length
    noun = passage.words[end - 1] if length else None
    if noun is None or (noun.folded in _BODIES and not _is_society(passage, end - 1)) or (noun.capital and opener > at):
        return 0
    return end - at


def _is_society(passage: Passage, at: int) -> bool:
    """Return whether the word is society, no firm: « pour les armées et *la société* », not « et la société X »."""
    named = passage.joined(at + 1) and passage.words[at + 1].capital
    return passage.folded(at - 1, at + 1) == ("la", "societe") and not named


def _opener(passage: Passage, first: int, at: int) -> str:
    """Return the last preposition of the name before the word."""
    return next((token for token in reversed(passage.tokens[first:at]) if token in COMPLEMENT_OPENERS), "")


def _is_joint_subject(passage: Passage, first: int, end: int) -> bool:
    """Return whether the verb behind has two subjects, so that « et » joins those: le Front et la foule *ont* fui."""
    return not _is_governed(passage, first) and _is_plural_verb(passage, end)


def _is_governed(passage: Passage, first: int) -> bool:
    """Return whether a preposition stands before the name, which is no verb's subject then."""
    before = [token for token in passage.folded(first - 2, first) if token not in ARTICLES]
    return before[-1:] != [] and before[-1] in _GOVERNING


def _is_plain_adjective(word: Word) -> bool:
    return (
        not word.capital
        and ADJECTIVE.fullmatch(word.text) is not None
        and word.folded not in VERBS_LIKE_ADJECTIVES
        and word.folded not in NOT_ADJECTIVES
    )
