"""A form found in a text goes in; whether the words around it let it count comes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from index.entities.gazetteer.entity import Alias, Case
from index.entities.gazetteer.forms import Form, capitals_fit
from index.entities.gazetteer.spellings import ARABIC_ARTICLES
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import (
    ARTICLES,
    CIVILITIES,
    COMPASS_PREFIXES,
    CONTINENTAL,
    DAYS,
    GLUED_VERBS,
    HEAD_WORDS,
    LANGUAGE_CUES,
    LANGUAGE_OWNERS,
    LANGUAGE_TEACHERS,
    LANGUAGES,
    MAKERS,
    MONTHS,
    NOBILIARY,
    NOT_IN_NAMES,
    SAYING,
    SPOKEN_SO,
)
from index.entities.namesakes.acronyms import Acronyms
from index.entities.namesakes.bearers import Bearers
from index.entities.namesakes.calling import is_explained_as
from index.entities.namesakes.elsewhere import american_states, town_elsewhere
from index.entities.namesakes.organisations import OtherOrganisations
from index.entities.namesakes.persons import OtherPersons
from index.entities.namesakes.places import OtherPlaces
from index.entities.namesakes.uncapitalised import is_small_country
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import Word, folded

_SHORT_ACRONYM = 3
_STAFF = ("etat", "major")
_CHIEFS = frozenset({"chef", "cheffe", "adjoint", "adjointe"})
"""Who leads a staff, and is not the staff."""

_GLUED = 10
"""Letters of a family name and a verb that is glued to it."""

_AROUND = 6
"""Words on either side that the conditions of an alias look at."""

_RULING = ("de", "d", "du", "des", "en", "a", "au", "aux")
_QUOTES = ("«", "“", '"')
_DEFINITE = (("la",), ("le",), ("l",), ("les",))
_BEFORE_LANGUAGES = ("le", "l", "du", "de", "d", "en", "et", "ou", "ni", "aussi", "bien", "mal", "couramment", "que")


class Conditions:
    """What must hold around a span of words for a form to count there; `known` are the folded words of names."""

    def __init__(self, lexicon: Lexicon, forms: Collection[Form], known: Set[str]) -> None:
        self._given = lexicon.given
        self._rare = lexicon.rare
        self._sure_given = lexicon.sure_given
        self._titles = lexicon.titles | lexicon.trades
        self._offices = self._titles - MAKERS
        self._beginnings = frozenset(form.tokens[0] for form in forms if _is_known_by_beginning(form))
        members = frozenset(form.tokens[0] for form in forms if form.rule == "compound")
        # « Israël-Liban » and « Franco-Algérien » are no names of persons.
        self._hyphenated = self._sure_given - self._beginnings - members
        self.adjectives = frozenset(form.tokens[0] for form in forms if form.rule in ("demonym", "compound"))
        self._apposed = self._titles | self.adjectives  # « le Brésilien Lula »
        self._lone = frozenset(form.tokens[0] for form in forms if _is_lone_organisation(form))
        self._acronyms = Acronyms(forms)
        self._watched = self._lone | self._acronyms.known
        bearers = Bearers(lexicon.heads, self.adjectives)
        self._places = OtherPlaces(lexicon, bearers)
        self._organisations = OtherOrganisations(lexicon, bearers)
        self._persons = OtherPersons(lexicon, bearers, self.adjectives, known)
        self._regions = lexicon.heads.regions
        self._states = lexicon.heads.states

    def admit(self, form: Form, span: WordSpan) -> bool:
        """Return whether the form counts: its capitals, its own conditions, and those of its rule."""
        return (
            (capitals_fit(form, span.words) or is_small_country(form, span))
            and not (span.passage.shouts and _is_word_elsewhere(form))
            and _alias_fits(form.alias, span)
            and (form.rule != "demonym" or self._is_demonym(span))
            and (form.rule != "compound" or self._is_first_member(span))
            and (not _stands_for_place(form) or self._is_place(form, span))
            and not (_is_lone_organisation(form) and self._is_part_of_other(span))
            and not (form.tokens[:2] == _STAFF and _is_of_chief(span))
            and not (_is_person(form) and self._is_of_other_person(form, span))
        )

    def _is_of_other_person(self, form: Form, span: WordSpan) -> bool:
        """Return whether a listed name is only a part of somebody else's: « Ratna Sugiono », « Charles VI »."""
        alone = span.end - span.first == 1 and _ends_name(span) and span.before(1)[0] not in self._apposed
        if alone or self._persons.is_doubled(span) or self._persons.is_numbered(span):
            return True
        person = form.entity
        return person is not None and (
            self._persons.is_prolonged(span, person) or self._persons.is_of_longer(span, person)
        )

    def _is_part_of_other(self, span: WordSpan) -> bool:
        """Return whether a name of one word is a family name or only a part of one: Institut Anadolu Ufku."""
        if self.is_surname(span) or _is_compound(span, self._beginnings):
            return True
        before, after = span.word_before, span.word_after
        if before is not None and span.hyphen_before and before.capital and before.folded in ARABIC_ARTICLES:
            return True  # « le Comité populaire Al-Amal »
        if before is None or after is None or span.gap_before or not _followed_by_capital(span):
            return False
        # « … », répond Indra Ramkissoon; l'analyste Indra Chaudhuri-Menon, not « le porte-parole taliban X Y »
        told = before.folded in SAYING or (before.folded in self._offices and span.words[0].capital)
        headed = (before.capital and before.folded in HEAD_WORDS) or told
        return headed and after.folded not in self._beginnings

    def is_namesake(self, form: Form, span: WordSpan) -> bool:
        """Return whether the name of a person or an organisation is somebody else's, or a thing's, where it stands."""
        if _is_person(form):
            return self._persons.are_meant(span, form.alias.form)
        return _is_organisation(form) and self._organisations.are_meant(span)

    def is_other_place(self, form: Form, span: WordSpan) -> bool:
        """Return whether a country's name of several words is another's: « boulevard de la *Fédération de Russie* »."""
        if len(span.words) == 1 or not _stands_for_place(form) or not capitals_fit(form, span.words):
            return False
        return self._places.is_other_place(span, form.rule == "metonym")

    def taken(self, passages: Sequence[Passage]) -> frozenset[str]:
        """Return the names of organisations and countries that mean something else in these passages.

        That is what somebody has for a family name (Paul Wagner), what stands in brackets behind other words of its
        initials, l'Office municipal des sports (OMS), given names in an article on those: « Sofia devant Emma », the
        town where it was written, if that is elsewhere: « LIMA (Ohio) – … », and Georgia among American states.
        """
        given = self._given.keys() | self._rare if any("prenoms" in passage.tokens for passage in passages) else set()
        watched = self._watched | given if given else self._watched
        written_in = (town_elsewhere(passage.text, self._regions) for passage in passages)
        return frozenset(
            passage.tokens[at]
            for passage in passages
            for at in passage.capitals
            if passage.tokens[at] in watched and self._is_taken(WordSpan(passage, at, at + 1), given)
        ).union(filter(None, written_in), american_states(passages, self._states))

    def is_told(self, span: WordSpan) -> bool:
        """Return whether a maker's noun or country says what it is, whoever else is called so: « le suédois Saab »."""
        before, *nearest = ("", *span.before(2))[-2:]
        if not nearest or span.word_before is None or span.word_before.capital or span.gap_before:
            return False
        of_country = nearest[0] in self.adjectives and (before in MAKERS or before in ("le", "l", "du", "au"))
        return nearest[0] in MAKERS or of_country

    def _is_taken(self, span: WordSpan, given: Collection[str]) -> bool:
        name = span.tokens[0]
        return (
            (name in self._lone and self.is_surname(span) and span.before(1)[0] not in self._lone)
            or (name in self._acronyms.known and self._acronyms.abbreviate_other(span))
            or (name in given and _is_unruled(span))
        )

    def _is_demonym(self, span: WordSpan) -> bool:
        """Refuse sud-américain, where the whole is not listed, languages (on parle le russe), and chats persans."""
        if span.before(1) and span.before(1)[0] in COMPASS_PREFIXES and span.hyphen_before:
            return False
        if span.words[0].capital:
            return not (
                self.is_surname(span)
                or _begins_noble_name(span)
                or _is_town(span)
                or self._places.is_of_thing(span)
                or self._places.is_other_people(span)
            )
        return not (self._is_language(span) or self._places.is_of_thing(span))

    def _is_language(self, span: WordSpan) -> bool:
        """Return whether the adjective is a language: by itself, or after a verb like parler, alone or among others."""
        passage, at = span.passage, span.first
        before = span.before(2)
        if before[-1:] == ("en",) or (before[:1] == ("en",) and before[1] in SPOKEN_SO) or _is_language_itself(span):
            return True
        if span.before(1) in (("de",), ("d",)) and span.before(2)[0] in LANGUAGE_TEACHERS:
            return True
        while at > 0 and not passage.starts_sentence(at) and self._is_among_languages(passage.words[at - 1]):
            at -= 1
        return at > 0 and not passage.starts_sentence(at) and passage.words[at - 1].folded in LANGUAGE_CUES

    def _is_among_languages(self, word: Word) -> bool:
        return word.folded in _BEFORE_LANGUAGES or (word.folded in self.adjectives and not word.capital)

    def _is_first_member(self, span: WordSpan) -> bool:
        """Return whether the other member of a compound follows: franco-allemand."""
        after = span.word_after
        return after is not None and (after.folded in self.adjectives or after.folded in CONTINENTAL)

    def _is_place(self, form: Form, span: WordSpan) -> bool:
        """Refuse what is a person (M. Washington, Sofia Coppola) and what is called after the place (rue de Rome)."""
        capital = form.rule == "metonym"
        if self.is_surname(span) or self._is_given(span, capital) or (capital and self._ends_noble_name(span)):
            return False
        if _ends_name(span):
            return False
        return not self._places.is_other_place(span, capital)

    def _ends_noble_name(self, span: WordSpan) -> bool:
        """Return whether a titled person is called so behind « de »: « la sénatrice Leila de Lima »."""
        passage, at = span.passage, span.first - 2
        if at < 1 or span.before(1) != ("de",) or not (passage.joined(at) and passage.words[at].capital):
            return False
        return passage.tokens[at] in self._sure_given and passage.tokens[at - 1] in self._titles

    def _is_given(self, span: WordSpan, capital: bool) -> bool:
        """Return whether a family name follows the name as if it were a given one: Israël Gómez, Kenya Barris.

        So does the rest of the name of a thing that is called after a place: Windhoek Lager, Chypre Hill.
        """
        if span.end - span.first > 1 or not _followed_by_capital(span) or span.word_after is None:
            return False
        after = span.word_after
        if self._precedes_name(span) or after.text.lower() in NOT_IN_NAMES or after.folded in self._beginnings:
            return False
        if span.before(1) in _DEFINITE and _is_in_row(span):
            return False  # « pour l'Italie Gouido Crosetto a proposé … »
        return (
            span.tokens[0] in self._given
            or span.passage.starts_sentence(span.first)
            or (not capital and _is_unruled(span))
            or (not _precedes_other_name(span) and (capital or self._goes_on(span)))
        )

    def _goes_on(self, span: WordSpan) -> bool:
        """Return whether one more word makes a thing's name of a country's that « de » or « à » rules in a clause."""
        inside = span.first > 1 and not span.passage.starts_clause(span.first - 1) and not _is_unruled(span)
        return inside and span.passage.tokens[span.end] not in self._sure_given

    def _precedes_name(self, span: WordSpan) -> bool:
        """Return whether the name of a person begins behind « d' »: « le Premier ministre d'Israël Benyamin X »."""
        passage, surname = span.passage, span.end + 1
        if span.before(1) not in (("d",), ("de",)) or not passage.joined(surname):
            return False
        return passage.words[surname].capital and passage.words[span.end].folded in self._sure_given

    def is_surname(self, span: WordSpan) -> bool:
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


def _begins_noble_name(span: WordSpan) -> bool:
    """Return whether « de » and a name follow a word that no article makes a people's: Philippine de Courtenvaux."""
    passage, link = span.passage, span.end
    if span.before(1) and (span.before(1)[0] in ARTICLES or span.gap_before in ("'", "’") or span.hyphen_before):
        return False
    noble = passage.joined(link) and passage.tokens[link] in ("de", "d") and passage.joined(link + 1)
    return noble and passage.words[link + 1].capital


def _is_town(span: WordSpan) -> bool:
    """Return whether « de » or « à » stands right before one inhabitant's name: « le port bulgare de Russe »."""
    one = len(span.words) == 1 and not span.tokens[0].endswith(("s", "x"))
    return one and span.before(1) in (("de",), ("d",), ("a",)) and span.gap_before in ("", "'", "’")


def _is_of_chief(span: WordSpan) -> bool:
    """Return whether it belongs to an office: « le chef d'*état-major français* » names nobody but himself."""
    return span.before(1) == ("d",) and span.before(2)[0] in _CHIEFS


def _is_unruled(span: WordSpan) -> bool:
    """Return whether no « de », « en » or « à » stands before the name, as where an office or a place is told."""
    before = span.before(2)
    if span.word_before is None:
        return True
    return (before[0] if before[-1] in ("la", "l", "le", "les") else before[-1]) not in _RULING


def _ends_name(span: WordSpan) -> bool:
    """Return whether a word with a capital of its own stands right before the capital: « Anselm Moroni »."""
    passage, at = span.passage, span.first - 1
    if at < 1 or passage.gaps[span.first] != " " or passage.starts_sentence(at):
        return False
    word = passage.words[at]
    return word.capital and not (word.text.isupper() or _ends_in_verb(word) or word.text.lower() in NOT_IN_NAMES)


def _ends_in_verb(word: Word) -> bool:
    """Return whether a verb seems glued to a family name, behind which a place may follow: « Zaharovaaccuse Kiev »."""
    return len(word.text) >= _GLUED and word.folded.endswith(GLUED_VERBS)


def _is_language_itself(span: WordSpan) -> bool:
    """Return whether no noun is left that the adjective could tell of: « son russe », « dans un anglais pur »."""
    before = span.word_before
    if span.tokens[0] not in LANGUAGES or before is None:
        return False
    alone = before.folded in LANGUAGE_OWNERS or span.before(2) == ("dans", "un")
    return alone and not (_followed_by_capital(span) or span.gap_after[:1] in _QUOTES)


def _alias_fits(alias: Alias, span: WordSpan) -> bool:
    if alias.needs_article and span.passage.starts_sentence(span.first) and not is_explained_as(span, MAKERS):
        return False
    if alias.not_before_capital and _followed_by_capital(span):
        return False
    if not (alias.not_after or alias.not_before or alias.not_with):
        return True
    before, after = span.before(_AROUND), span.after(_AROUND)
    around = (*before, *span.tokens, *after)
    return not (
        any(before[-len(phrase) :] == phrase for phrase in map(folded, alias.not_after))
        or any(after[: len(phrase)] == phrase for phrase in map(folded, alias.not_before))
        or any(_contains(around, folded(phrase)) for phrase in alias.not_with)
    )


def _is_person(form: Form) -> bool:
    return form.kind == "person"


def _is_word_elsewhere(form: Form) -> bool:
    """Return whether the form is a short acronym that is a word in lower case, which a headline in capitals hides."""
    return form.alias.case is not Case.USUAL and len("".join(form.tokens)) <= _SHORT_ACRONYM


def _stands_for_place(form: Form) -> bool:
    """Return whether the form is the name of a country, or a capital that stands for one."""
    return form.kind == "country" and form.rule in ("alias", "metonym")


def _is_organisation(form: Form) -> bool:
    """Return whether the form is a name of an organisation, which a street or a ship may bear."""
    return form.kind == "organisation" and form.rule in ("alias", "context_alias")


def _is_compound(span: WordSpan, names: Collection[str]) -> bool:
    """Return whether another word hangs on it by a hyphen that begins no known name: Kremlin-Bicêtre."""
    after = span.word_after
    return after is not None and span.hyphen_after and after.capital and after.folded not in names


def _is_known_by_beginning(form: Form) -> bool:
    """Return whether another name is told by the word with which it begins: Boeing, not « First » Quantum."""
    if form.rule != "alias" or _is_person(form):
        return False
    return not _is_organisation(form) or len(form.tokens) == 1 or form.tokens[0] in HEAD_WORDS


def _is_lone_organisation(form: Form) -> bool:
    """Return whether the form is the name of an organisation in one word, which may be a family name, too: Boeing."""
    return _is_organisation(form) and len(form.tokens) == 1 and form.alias.form.lstrip("'")[1:].islower()


def _followed_by_capital(span: WordSpan) -> bool:
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
    return several or passage.words[span.end].text.isupper()


def _contains(tokens: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether `phrase` stands in `tokens`, word after word."""
    return any(tuple(tokens[at : at + len(phrase)]) == tuple(phrase) for at in range(len(tokens) - len(phrase) + 1))
