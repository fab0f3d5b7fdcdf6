"""A form found in a text goes in; why it does not count there, if the words around it say so, comes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from index.entities.gazetteer.entity import Alias, Case
from index.entities.gazetteer.forms import Form, capitals_fit
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.vocabulary import COMPASS_PREFIXES, CONTINENTAL, MAKERS
from index.entities.namesakes.acronyms import Acronyms
from index.entities.namesakes.bearers import Bearers
from index.entities.namesakes.calling import is_explained_as
from index.entities.namesakes.elsewhere import american_states, town_elsewhere
from index.entities.namesakes.languages import is_language
from index.entities.namesakes.longer_names import LongerNames, followed_by_capital, is_unruled
from index.entities.namesakes.organisations import OtherOrganisations
from index.entities.namesakes.peoples import OtherPeoples
from index.entities.namesakes.persons import OtherPersons
from index.entities.namesakes.places import OtherPlaces
from index.entities.namesakes.refusals import Refusal, first_reason
from index.entities.namesakes.uncapitalised import is_small_country
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import folded

_SHORT_ACRONYM = 3
_STAFF = ("etat", "major")
_CHIEFS = frozenset({"chef", "cheffe", "adjoint", "adjointe"})
"""Who leads a staff, and is not the staff."""

_AROUND = 6
"""Words on either side that the conditions of an alias look at."""


class Conditions:
    """What must hold around a span of words for a form to count there; `known` are the folded words of names.

    A reason says what the words are instead (`refusals.REASONS`), "" where the form counts.
    """

    def __init__(self, lexicon: Lexicon, forms: Collection[Form], known: Set[str]) -> None:
        self._given = lexicon.given
        self._rare = lexicon.rare
        self._regions = lexicon.heads.regions
        self._states = lexicon.heads.states
        self.adjectives = frozenset(form.tokens[0] for form in forms if form.rule in ("demonym", "compound"))
        self.longer = LongerNames(lexicon, forms)
        self._lone = frozenset(form.tokens[0] for form in forms if _is_lone_organisation(form))
        self._acronyms = Acronyms(forms)
        self._watched = self._lone | self._acronyms.known
        bearers = Bearers(lexicon.heads, self.adjectives)
        self._organisations = OtherOrganisations(lexicon, bearers)
        self._persons = OtherPersons(lexicon, bearers, self.adjectives, known)
        self._places = OtherPlaces(lexicon, bearers)
        peoples = OtherPeoples(lexicon, bearers, self._places)
        surname, compass = Refusal("family_name", self.longer.has_surname), Refusal("compass", _follows_compass)
        self._of_peoples = (compass, surname, *peoples.of_names)
        self._of_adjectives = (compass, Refusal("language", self._is_language), *peoples.of_adjectives)
        self._of_compounds = (Refusal("half_of_compound", self._is_alone),)
        self._of_countries = (surname, *self.longer.of_countries, *self._places.of_countries)
        self._of_capitals = (surname, *self.longer.of_capitals, *self._places.of_capitals)

    def refusal(self, form: Form, span: WordSpan) -> str:
        """Return why the form does not count: its capitals, its own conditions, those of its kind; "" if it does.

        A shorter one may count in its place.
        """
        if not (capitals_fit(form, span.words) or is_small_country(form, span)):
            return "capitals"
        if span.passage.shouts and _is_word_elsewhere(form):
            return "capitals"
        if not _alias_fits(form.alias, span):
            return "own_condition"
        if form.kind == "person":
            return self._persons.refusal(form, span)
        if form.kind == "organisation":
            return self._refused_organisation(form, span)
        return first_reason(self._refusals(form, span), span)

    def namesake(self, form: Form, span: WordSpan) -> str:
        """Return what bears the name of a person or an organisation, so that no word of it counts; "" if nothing."""
        if form.kind == "person":
            return self._persons.namesake(form, span)
        return first_reason(self._organisations.of_names, span) if _is_organisation(form) else ""

    def other_place(self, form: Form, span: WordSpan) -> str:
        """Return what bears a country's name of several words: « boulevard de la *Fédération de Russie* »; or ""."""
        if len(span.words) == 1 or not _stands_for_place(form) or not capitals_fit(form, span.words):
            return ""
        table = self._places.of_capitals if form.rule == "metonym" else self._places.of_countries
        return first_reason(table, span)

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
            (name in self._lone and self.longer.has_surname(span) and span.before(1)[0] not in self._lone)
            or (name in self._acronyms.known and self._acronyms.abbreviate_other(span))
            or (name in given and is_unruled(span))
        )

    def _refusals(self, form: Form, span: WordSpan) -> Sequence[Refusal]:
        """Return the reasons that may hold against a form by its rule."""
        if form.rule == "demonym":
            return self._of_peoples if span.words[0].capital else self._of_adjectives
        if form.rule == "compound":
            return self._of_compounds
        if _stands_for_place(form):
            return self._of_capitals if form.rule == "metonym" else self._of_countries
        return ()

    def _refused_organisation(self, form: Form, span: WordSpan) -> str:
        """Return why the name of an organisation does not count: it is a part of another, or an office."""
        if _is_lone_organisation(form) and self.longer.hold(span):
            return "longer_name"
        return "office" if form.tokens[:2] == _STAFF and _is_of_chief(span) else ""

    def _is_language(self, span: WordSpan) -> bool:
        return is_language(span, self.adjectives)

    def _is_alone(self, span: WordSpan) -> bool:
        """Return whether the other member of a compound is missing: « franco-allemand » has both."""
        after = span.word_after
        return after is None or (after.folded not in self.adjectives and after.folded not in CONTINENTAL)


def _follows_compass(span: WordSpan) -> bool:
    """Return whether it is a part of what is not listed as a whole: « sud-américain »."""
    return span.before(1) != () and span.before(1)[0] in COMPASS_PREFIXES and span.hyphen_before


def _is_of_chief(span: WordSpan) -> bool:
    """Return whether it belongs to an office: « le chef d'*état-major français* » names nobody but himself."""
    return span.before(1) == ("d",) and span.before(2)[0] in _CHIEFS


def _alias_fits(alias: Alias, span: WordSpan) -> bool:
    if alias.needs_article and span.passage.starts_sentence(span.first) and not is_explained_as(span, MAKERS):
        return False
    if alias.not_before_capital and followed_by_capital(span):
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


def _is_word_elsewhere(form: Form) -> bool:
    """Return whether the form is a short acronym that is a word in lower case, which a headline in capitals hides."""
    return form.alias.case is not Case.USUAL and len("".join(form.tokens)) <= _SHORT_ACRONYM


def _stands_for_place(form: Form) -> bool:
    """Return whether the form is the name of a country, or a capital that stands for one."""
    return form.kind == "country" and form.rule in ("alias", "metonym")


def _is_organisation(form: Form) -> bool:
    """Return whether the form is a name of an organisation, which a street or a ship may bear."""
    return form.kind == "organisation" and form.rule in ("alias", "context_alias")


def _is_lone_organisation(form: Form) -> bool:
    """Return whether the form is the name of an organisation in one word, which may be a family name, too: Boeing."""
    return _is_organisation(form) and len(form.tokens) == 1 and form.alias.form.lstrip("'")[1:].islower()


def _contains(tokens: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether `phrase` stands in `tokens`, word after word."""
    return any(tuple(tokens[at : at + len(phrase)]) == tuple(phrase) for at in range(len(tokens) - len(phrase) + 1))
