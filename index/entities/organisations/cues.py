"""The first word of a name goes in; whether the words around say that it is an organisation's comes out."""

from __future__ import annotations

import re

from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import NAMING
from index.entities.lexicon.vocabulary import LINKS, NOT_ADJECTIVES, NOT_IN_NAMES, PREPOSITIONS, SAYING, WEAK_HEADS
from index.entities.organisations.words import (
    ADVISERS,
    ASSOCIATIONS,
    BRINGING,
    ENDINGS,
    FIELDS,
    FOUNDERS,
    FOUNDING,
    MANAGERS,
    MEMBERS,
    NOT_FIELDS,
    OWNED,
    OWNERS,
    PLACE_BEGINNINGS,
    RULERS,
    RULING,
    SPORTS,
    STAFF,
    SURE_HEADS,
    TRANSLATED_HEADS,
    VERBS_LIKE_ADJECTIVES,
    WORKING,
)
from index.entities.reading import Reading
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import joins

ADJECTIVE = re.compile(
    r".*(?:al|ale|ales|aux|aires?|iques?|[iéy]ens?|[iéy]ennes?|ifs?|ives?|els?|elles?|eux|euses?|ains?|aines?|ois|oises?|ais"
    r"|aises?|istes?|ables?|ibles?|oires?|eurs?|eures?|interarm[eé]e?s|iles?|estres?|anes?|ants?|antes?|ées?|és|ues?|imes?|ines?|[eè]res?|iers?|quilles?)"
    r"|.+oles?|(?:bret|wall|gasc|lett|sax)on(?:ne)?s?|libres?|unie?s?|chiites?|sunnites?|maronites?|(?:néo)?nazie?s?|druzes?|rouges?|noire?s?|verte?s?|bleue?s?|blanche?s?|neu(?:f|ve)s?|publics?"
    r"|.+[eé]inte?s?|(?:dé)?(?:c?ouv|off)erte?s?|insoumis(?:es?)?|étrangers?|justes?|calmes?|dignes?|propres?|fortes?|sobres?|debout"
)
_PARTICIPLE = re.compile(r".{2,}é")
OPENING = re.compile(r" ?[«“\"] ?")
CLOSING = re.compile(r" ?[»”\"]")

_ARTICLES = frozenset({"la", "l", "le", "les"})
_OF = ("de", "d", "en", "des", "du", "aux")
_STOPS = (NOT_ADJECTIVES | LINKS | SAYING | VERBS_LIKE_ADJECTIVES) - _ARTICLES - {"en", "a", "aux"} | {"cote"}
_HEADS = SURE_HEADS | WEAK_HEADS | TRANSLATED_HEADS
_CUES = _HEADS | {head + "s" for head in _HEADS} | FOUNDING | RULING | MANAGERS | MEMBERS | {"chez"}

_STOP = re.compile(r"[.!?…;:]")

_MOST_COMPLEMENTS = 5
"""Words between a noun and the name in apposition to it: « entreprise de taille moyenne X »."""

_BEFORE_NOUNS = (
    "petite",
    "petit",
    "grande",
    "grand",
    "jeune",
    "ancienne",
    "ancien",
    "nouvelle",
    "autre",
    "start",
    "think",
)

_OWNERS_OF = {"groupe": FOUNDERS | OWNED, "cabinet": ADVISERS}
"""Who, or what, is of such a body: where one is, the name behind it is no politician's, as in « le cabinet X »."""

_COMPOUND = ("start", "think", "jeune")
"""What stands before the second part of start-up, think tank, jeune pousse."""

_ACRONYM = 3
"""Letters of a shortest acronym."""

_LONG_NAME = 3
"""Words of a name that is hardly a place's."""

_LONGEST_LIST = 60
"""Words of a list of names that one noun introduces; more are no sentence."""

_OF_FIRMS = frozenset({"prive", "privee", "public", "publique"})
"""What is said of enterprises, not of who works for one: « l'opérateur privé X Y »."""

_SOME = ("des", "plusieurs", "certaines", "certains", "deux", "trois", "quelques")
_FAR, _NEAR = 7, 3
"""Words before a noun within which an office has it, and within which of « de » the office has its article."""

_INSTANCE = 6
"""Words before a colon within which a plural says of what kind the names behind it are."""

_LONGEST_QUOTED = 8
"""Words of a name in quotation marks; more are a sentence."""


class OrganisationCues:
    """Tells « l'ONG de déminage X », « la société « X » », « fonder X », « un consortium nommé X », « X, une ONG »."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._titles = lexicon.titles
        self._persons = (lexicon.titles | lexicon.trades) - SURE_HEADS
        self._given = lexicon.given
        self._rare = lexicon.rare
        self._addresses = lexicon.heads.addresses | lexicon.heads.waters

    def may_show(self, passage: Passage) -> bool:
        """Return whether the passage has a word that could say so: most have none."""
        return not _CUES.isdisjoint(passage.tokens)

    def show(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether a noun in apposition or a verb says that the words name an organisation."""
        passage, at = span.passage, list_start(span)
        if at < span.first:
            return passage.joined(at) and _is_plural(passage.tokens[at - 1])
        return (
            self.appose(reading, span)
            or _is_named(passage, at)
            or _is_object(span)
            or self.follows(span)
            or _is_instance(span)
        )

    def appose(self, reading: Reading, span: WordSpan, weakly: bool = False) -> bool:
        """Return whether the words stand behind a noun that says so, be they a person's name: l'ONG Anna Roth.

        A weak noun is enough for several words: « le centre X Y ».
        """
        quoted = span.first > 0 and OPENING.fullmatch(span.passage.gaps[span.first]) is not None
        return (quoted or span.passage.joined(span.first)) and self._is_apposed(reading, span, quoted, weakly)

    def _is_apposed(self, reading: Reading, span: WordSpan, quoted: bool, weakly: bool) -> bool:
        """Return whether a head stands before, alone or with adjectives and a complement that say what it does."""
        passage, first, fields = span.passage, span.first, False
        if not self._is_complement_end(reading, passage, first - 1) or passage.tokens[first - 1] in self._addresses:
            return False
        for at in range(first - 1, max(first - 2 - _MOST_COMPLEMENTS, -1), -1):
            token = passage.tokens[at]
            if token in NOT_FIELDS or token in SPORTS:
                return False
            if _singular(token) in _HEADS and _is_noun(passage, at):
                sure = quoted or weakly or fields or _singular(token) in SURE_HEADS or _is_owner(passage, at)
                sure = sure or is_employer(passage, at)
                return sure and (quoted or not self._is_office(span, at))
            person = self._is_person(passage, at) and not (quoted and _singular(passage.tokens[at - 1]) in _HEADS)
            if _stops(passage, at) or person or not passage.joined(at):
                return False
            if passage.words[at].capital and token != "etat":
                return False
            fields = fields or token in FIELDS or token in _OF_FIRMS
        return False

    def follows(self, span: WordSpan) -> bool:
        """Return whether an apposition says so: « Selon X, une entreprise de Tallinn », « X, start-up lorraine ».

        Without an article it says of a given name what a person is: « Maurice X, logisticien de … ».
        """
        if span.gap_after != ",":
            return False
        after = span.after(5)
        indefinite = after[:1] in (("un",), ("une",))
        # « X, *la* ligne » goes on with another subject, but « délégué de PDFORRA, *l'*association » does not.
        articled = indefinite or (_is_acronym(span) and span.before(1) in (("de",), ("d",)))
        articled = articled and not {"un", "une", *_ARTICLES}.isdisjoint(after[:1])
        noun = next((token for token in after[articled:] if token not in _BEFORE_NOUNS), "")
        at_work = noun in WEAK_HEADS and not FIELDS.isdisjoint(after)
        if noun not in SURE_HEADS and not (indefinite and (noun == "groupe" or at_work)):
            return False
        if not indefinite and noun in self._titles and span.tokens[0] in self._given:
            return False
        if articled and not indefinite:
            return True
        if span.passage.starts_sentence(span.first):
            opener = span.words[0].text.lower() in NOT_IN_NAMES or span.tokens[0] in PREPOSITIONS
            return not opener and (len(span.words) > 1 or not indefinite)
        *owners, last = ("", *span.before(3))
        if last in ("de", "d", "du") and len(span.words) >= _LONG_NAME and span.tokens[0] not in PLACE_BEGINNINGS:
            return True
        before = span.word_before
        several = len(span.words) > 1 and before is not None and not before.capital
        # « la Veeduría X Y, association qui … »
        told = noun in SURE_HEADS if indefinite else noun in ASSOCIATIONS and after[0] == noun
        if told and several and last not in PREPOSITIONS and last not in self._persons:
            return True
        return last in BRINGING or (last in ("de", "d", "du") and not (RULERS | OWNED).isdisjoint(owners))

    def _is_person(self, passage: Passage, at: int) -> bool:
        """Return whether the word is a title; « journalistes » in « collectif de journalistes » is none."""
        token = passage.tokens[at]
        return token in self._persons and not (token.endswith("s") and passage.tokens[at - 1] in ("de", "d", "des"))

    def _is_office(self, span: WordSpan, head: int) -> bool:
        """Return whether the noun belongs to an office, so that a person's name follows: « général de brigade X ».

        « Le patron de la société X » may be either; two words without a tail are the patron's name.
        """
        several = len(span.words) > 1 and ENDINGS.isdisjoint(span.tokens)
        *ruled, link = ("", *span.passage.folded(head - 2, head))
        if several and link == "des" and not self._persons.isdisjoint(ruled):
            return True  # « le ministre des entreprises X Y »
        if not _OF_FIRMS.isdisjoint(span.passage.folded(head + 1, span.first)):
            return False
        if span.passage.joined(span.first) and span.passage.gaps[span.first + 1].startswith(" & "):
            return False
        if several and (span.passage.tokens[head] in self._titles or self._is_owner_named(span, head)):
            return True
        before = [token for token in span.passage.folded(head - 4, head) if token not in _COMPOUND]
        links = [token for token in before if token not in _ARTICLES]
        if _is_held(span.passage, head) or _is_of_one_of_many(span.passage, head):
            return False
        if len(links) < 2 or links[-1] not in ("de", "d", "du"):
            return False
        office = links[-3:-2] if len(links) > 2 and ADJECTIVE.fullmatch(links[-2]) else links[-2:-1]
        if self._persons.isdisjoint((*office, links[-2])):
            return False
        return several or before[-1] in ("de", "d")

    def _is_owner_named(self, span: WordSpan, head: int) -> bool:
        """Return whether a given name says that the noun is a person's: « l'armateur Anna Roth »."""
        return span.passage.tokens[head] in OWNERS and (span.tokens[0] in self._given or span.tokens[0] in self._rare)

    def _is_complement_end(self, reading: Reading, passage: Passage, at: int) -> bool:
        """Return whether the word may end a noun phrase: a head, an adjective, what « de » rules; no verb."""
        word = passage.words[at]
        if word.folded in PREPOSITIONS or _stops(passage, at):
            return False
        if (
            word.folded in _HEADS
            or word.folded in FIELDS
            or _singular(word.folded) in _HEADS
            or not reading.is_free(passage, at)
        ):
            return True
        if ADJECTIVE.fullmatch(word.text) or _PARTICIPLE.fullmatch(word.text):
            return True
        return at > 0 and passage.tokens[at - 1] in _OF


def _is_acronym(span: WordSpan) -> bool:
    return len(span.words) == 1 and len(span.text) >= _ACRONYM and span.text.isupper()


def _is_held(passage: Passage, head: int) -> bool:
    """Return whether the office before the noun is that of a person named before it: « X, directrice du cabinet Y »."""
    office = head - 2
    named = office > 0 and passage.tokens[head - 1] in ("du", "la", "l")
    office -= passage.tokens[office] in ("de", "d")
    return named and office > 0 and passage.gaps[office].strip() == "," and passage.words[office - 1].capital


def _is_of_one_of_many(passage: Passage, head: int) -> bool:
    """Return whether « un » makes the office somebody's who is not named: « *un* avocat de l'organisation X Y »."""
    before = passage.folded(head - _FAR, head)
    ruled = max((at for at, token in enumerate(before) if token in ("de", "d", "du")), default=0)
    return not {"un", "une"}.isdisjoint(before[max(ruled - _NEAR, 0) : ruled])


def _is_object(span: WordSpan) -> bool:
    """Return whether the name is what somebody founds or leads, or where somebody works."""
    if _STOP.search(span.passage.gaps[span.first]):
        return False  # « … à la fonder. Deux agents … »
    *_, earlier, last = ("", "", *span.before(2))
    several = any(
        span.passage.words[at].capital and span.passage.gaps[at] == " " for at in range(span.first + 1, span.end)
    )
    if last in ("de", "d") and several and not MANAGERS.isdisjoint(span.before(3)[:-1]):
        return span.tokens[0] not in PLACE_BEGINNINGS
    if last in ("de", "d") and earlier in MEMBERS:
        return len(span.words) >= _LONG_NAME and span.tokens[0] not in PLACE_BEGINNINGS
    if last in FOUNDING or (last in _ARTICLES and several and earlier in FOUNDING):
        return True
    if last in RULING:
        return several and earlier not in ("que", "qu")
    if last == "chez" and not (STAFF | WORKING).isdisjoint(span.before(4)):
        return several or earlier in STAFF
    return last in ("de", "d") and earlier in FOUNDERS


def _is_instance(span: WordSpan) -> bool:
    """Return whether the name is the one of several that a colon leads to: « Des ONG s'inquiètent : X Y dénonce »."""
    passage, first = span.passage, span.first
    if passage.gaps[first].strip() != ":" or span.gap_after == ",":
        return False
    for at in range(first - 1, max(first - 1 - _INSTANCE, 0), -1):
        if _is_plural(passage.tokens[at]):
            return passage.tokens[at - 1] in _SOME
        if not passage.joined(at):
            return False
    return False


def _is_owner(passage: Passage, head: int) -> bool:
    """Return whether it has what firms have: « le patron du groupe X », « une juriste du cabinet X »."""
    *owned, link, noun = ("", "", *passage.folded(head - 3, head + 1))
    owners = _OWNERS_OF.get(noun, frozenset())
    return link == "du" and not owners.isdisjoint(owned)


def is_employer(passage: Passage, head: int) -> bool:
    """Return whether somebody just named is of it: « Yuleisy X, du centre Y, »."""
    link = head - (2 if passage.tokens[head - 1] in ("la", "l") else 1)
    if link < 1 or passage.tokens[link] not in ("de", "du"):
        return False
    return passage.gaps[link].strip() == "," and passage.words[link - 1].capital


def quoted_end(passage: Passage, first: int) -> int:
    """Return where a quotation that opens before the word and holds a name ends; 0 where none does."""
    if first == 0 or OPENING.fullmatch(passage.gaps[first]) is None:
        return 0
    for end in range(first + 1, min(first + _LONGEST_QUOTED, len(passage.words)) + 1):
        gap = passage.gaps[end]
        if CLOSING.match(gap):
            return end
        if not joins(gap):
            return 0
    return 0


def list_start(span: WordSpan) -> int:
    """Return where a list of names begins that ends with this one: « les ONG X, Y et Z »."""
    passage, at = span.passage, span.first
    least = max(1, span.first - _LONGEST_LIST)
    while at > least and (passage.gaps[at].strip() == "," or (passage.tokens[at - 1] == "et" and passage.joined(at))):
        last = at - 1 if passage.gaps[at].strip() == "," else at - 2
        if not passage.words[last].capital:
            break
        at = last
        while passage.joined(at) and passage.words[at - 1].capital and passage.tokens[at - 1] not in _HEADS:
            at -= 1
    return at


def _is_named(passage: Passage, first: int) -> bool:
    """Return whether a participle gives the name to an organisation: « un consortium baptisé X »."""
    end = first - 1
    if passage.folded(first - 3, first) in (("du", "nom", "de"), ("du", "nom", "d")):
        end = first - 3
    elif passage.tokens[end] not in NAMING or not passage.joined(end):
        return False  # « un expert de l'institut X, nommé Y »
    return any(_singular(token) in _HEADS for token in passage.folded(end - 3, end))


def _stops(passage: Passage, at: int) -> bool:
    """Return whether the word is a verb or an adverb; « centre d'analyse » has a noun."""
    if passage.tokens[at] in VERBS_LIKE_ADJECTIVES and _PARTICIPLE.fullmatch(passage.words[at].text):
        return False  # « privé » is no form of the verb « prive »
    spelt_verb = passage.words[at].text == "a"  # « à » is a preposition
    return spelt_verb or (passage.tokens[at] in _STOPS and passage.folded(at - 1, at) not in (("d",), ("de",)))


def _is_noun(passage: Passage, at: int) -> bool:
    """Return whether the word is the noun it seems: « start-up », « jeune pousse », not « le quotidien des … »."""
    token, before = passage.tokens[at], passage.tokens[at - 1] if at else ""
    if passage.words[at].capital and not passage.words[at].text.isupper():
        return False
    if token == "organisation" and passage.tokens[at + 1] in ("du", "des"):
        return False  # of an event: « l'organisation du sommet X »
    if token in ("up", "ups"):
        return before == "start"
    if token in ("tank", "tanks"):
        return before == "think"
    if token == "actions":
        return passage.folded(at - 2, at) == ("societe", "par")
    if token in ("pousse", "pousses"):
        return before in ("jeune", "jeunes")
    return True


def _is_plural(token: str) -> bool:
    return token == "ong" or (token.endswith("s") and _singular(token) in SURE_HEADS)


def _singular(token: str) -> str:
    return token[:-1] if token.endswith("s") and token[:-1] in _HEADS else token
