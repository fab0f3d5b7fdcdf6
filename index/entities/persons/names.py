"""A run of capitalised words goes in; names of persons whom nobody lists come out, with what shows that they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from index.entities.gazetteer.entity import Entity
from index.entities.lexicon.lexicon import Lexicon
from index.entities.lexicon.namings import GENERATIONS, TOWNS
from index.entities.lexicon.vocabulary import (
    COMPLEMENTS,
    DAYS,
    DETERMINERS,
    HEAD_WORDS,
    MONTHS,
    NAMED_AFTER,
    NOT_IN_NAMES,
    OFFICES,
    OFFICIAL_HEADS,
    PARTICLES,
    PREPOSITIONS,
    SAYING,
    TAILS,
    word_set,
)
from index.entities.namesakes.calling import is_vessel
from index.entities.persons.capitals import ENDING_OFFICES, is_syllable
from index.entities.persons.support import is_governed
from index.entities.persons.titles import Titles, has_age, is_quoted, is_somebody, speaks
from index.entities.reading import Reading
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import Word, slug

_SHORTEST_SHOUT = 4

_PLAIN = 2
_LONG_ENOUGH = 3
_FRONTING = frozenset({"dans", "au", "a", "aux", "sur", "sous", "derriere", "devant", "chez", "depuis", "pres", "en"})
_ADVERB = re.compile(r".*(?:ment|ant|[aei]s|[aeo]it|ent)|[^aeiou]*")
"""What no noun of a person ends in: adverbs, gerunds, verbs."""

_VERB = re.compile(r"[a-zà-ÿ]{3,}(?:[edt])")
"""Verbs in the third person: pèse, vend, sert; after a subject nothing else ends so but adjectives."""

_LANDS = word_set("capitale quartier pays region province district oblast chef bastion fief ile base camp")
"""In apposition these tell of a place, as towns, streets and waters do."""

_SHOUT, _SHOUTED = re.compile(r"\b[A-ZÀ-Þ]{3}"), re.compile(r"\b[A-ZÀ-Þ]{2,}\b")
"""What tells capitals, and the words that are in them then; neither has an initial."""

_LONGEST_CITY = 4
_MALAY = frozenset({"datuk", "dato"})
_HONORIFICS = _MALAY | {"cheikh", "cheikha", "sheikh", "sheikha", "sayyed"}
_FILIAL = frozenset({"ben", "bin", "bint", "al", "ibn"})

_MOST_WORDS = 4
"""Capitalised words of a name: given name, second one or initial, two family names."""

_HEADS = HEAD_WORDS | OFFICIAL_HEADS


@dataclass(frozen=True, slots=True)
class PersonName:
    """What may be the name of a person; `proof` is the rule by which the words around show that, or ""."""

    span: WordSpan
    surname: WordSpan
    proof: str

    @property
    def id(self) -> str:
        """The id that the name would have."""
        return slug(self.span.label)

    def person(self) -> Entity:
        """Return the person of this name, whom no gazetteer lists."""
        label, surname = _in_small_letters(self.span.label), _in_small_letters(self.surname.label)
        return Entity("person", self.id, label, given=(label.split()[0],), surname=surname, listed=False)


_MODEL = re.compile("[BCDFGHJKLMNPQRSTVWXZ]{2,3}")
_KIN = frozenset({"petit", "petite", "arriere", "beau", "belle", "demi", "grand"})
_BY = ("recueillis", "par")
"""« Propos recueillis par X. »"""


class PersonNames:
    """Reads names in runs of capitalised words, by given names, titles and what stands around."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._given = lexicon.given.keys() | lexicon.rare
        self._first = lexicon.sure_given | lexicon.rare
        self._titles = Titles(lexicon)
        self._places = TOWNS | _LANDS | lexicon.heads.bare | lexicon.heads.addresses | lexicon.heads.waters
        self._not_persons = (
            (TAILS | lexicon.heads.followers) - lexicon.given.keys() - lexicon.family_first - GENERATIONS - PARTICLES
        )

    def names(self, reading: Reading, run: WordSpan) -> Iterator[PersonName]:
        """Yield the names in a run, from the left."""
        at = run.first
        while at < run.end - 1:
            if city := self._city_end(run, at):
                at = city
                continue
            name = self._name(reading, WordSpan(run.passage, at, run.end))
            if name:
                yield name
            at = name.span.end if name else at + 1

    def _city_end(self, run: WordSpan, at: int) -> int:
        """Return where a city of several words ends that begins here: Rio de Janeiro; 0 for none."""
        ends = range(at + 2, min(at + _LONGEST_CITY, run.end) + 1)
        return next((end for end in ends if run.passage.tokens[at:end] in self._lexicon.heads.cities), 0)

    def _name(self, reading: Reading, rest: WordSpan) -> PersonName | None:
        """Return the name with which `rest` begins, if its words or those around it show a person."""
        if not _is_part(rest.passage, rest.first) or self._is_office(rest.passage.words[rest.first].folded):
            return None
        if rest.passage.gaps[rest.first] == "-" and rest.first and rest.passage.words[rest.first - 1].capital:
            return None  # « l'avenue Cheikh-[Anta-Diop] »
        if _is_relation(rest) or _is_honoured(rest) or rest.before(2) == _BY:
            return None  # the name begins behind: « Cheikh [Mansour ben Zayed] », or who wrote it bears it
        span = rest._replace(end=_end(rest, self._lexicon.heads.regions))
        if _is_acronym(span.words[0]) or _is_model(span) or self._has_other_word(span):
            return None
        if span.tokens[0] in self._lexicon.heads.addresses or self._is_dateline(span) or is_vessel(span, self._given):
            return None
        introduced = self._titles.introduce(reading, span)
        surname = self._surname(reading, span)
        if surname is None or self._is_named_after(reading, span, introduced) or _precedes_person(reading, span):
            return None
        titled = introduced or self._titles.follow(span) or self._has_age(span) or self._is_native(reading, span)
        told = speaks(span) or self._acts(span) or self._is_described(span)
        if told and span.tokens[0] in self._lexicon.rare and is_governed(span):
            told = False  # it may be a place: « la prise d'Adan Yabaal, dit-il »
        proof = "unlisted_title" if titled else "unlisted_speaker" if told else ""
        named = self._is_double(span, surname) or self._is_plain(span) or self._is_of_syllables(span)
        return PersonName(span, surname, proof or ("unlisted_name" if named else ""))

    def _has_other_word(self, span: WordSpan) -> bool:
        """Return whether a word of the name is of firms' and places', and no first half of a family name: Bar-Sade."""
        passage = span.passage
        halves = {at for at in range(span.first, span.end - 1) if passage.gaps[at + 1] == "-"}
        return any(passage.tokens[at] in self._not_persons for at in range(span.first, span.end) if at not in halves)

    def _acts(self, span: WordSpan) -> bool:
        """Return whether it is the subject of a sentence that a place opens: « Au marché, Oksana X pèse … »."""
        first, after = span.first, span.word_after
        joined = span.passage.gaps[span.end - 1] == "-"  # the second of two family names
        if span.gap_before != "," or after is None or after.capital or len(span.words) != _PLAIN + joined:
            return False
        if span.tokens[0] not in self._first:
            return False
        start = span.passage.sentence_start(first - 1)
        fronted = span.passage.tokens[start] in _FRONTING and "," not in "".join(span.passage.gaps[start + 1 : first])
        return fronted and _VERB.fullmatch(after.text) is not None and after.text.lower() not in NOT_IN_NAMES

    def _is_described(self, span: WordSpan) -> bool:
        """Return whether a noun without article says behind a comma what somebody is: « Moussa X, sage-femme, ».

        So does a clause that tells what somebody with two names behind the given one does: « Béatrice X Y, qui sert ».
        """
        passage, noun = span.passage, span.end
        if span.gap_after != "," or span.tokens[0] not in self._first or len(span.words) > _LONG_ENOUGH:
            return False
        word = passage.words[noun]
        if word.text == "qui":
            return span.word_before is None and all(len(each.text) >= _LONG_ENOUGH for each in span.words)
        if word.capital or len(word.text) <= _LONG_ENOUGH or word.text in NOT_IN_NAMES or word.folded in DAYS | MONTHS:
            return False
        place = word.folded in self._places or not self._places.isdisjoint(span.after(3))
        return not (place or _ADVERB.fullmatch(word.folded))

    def _is_dateline(self, span: WordSpan) -> bool:
        """Return whether capitals and a dash open the paragraph, as the name of an agency: « HABER MERKEZİ – Le … »."""
        agency = span.first == 0 and span.text.isupper() and span.gap_after in ("–", "—", "-", ":")
        return agency and span.tokens[0] not in self._lexicon.given

    def _is_office(self, word: str) -> bool:
        return word in self._lexicon.titles and word not in self._lexicon.given

    def _surname(self, reading: Reading, span: WordSpan) -> WordSpan | None:
        """Return the family name, None where nothing shows a person.

        That is what follows a given name, a family name put first, or the last of two words after a title, before an
        office (« X, élu de … ») or after a quotation (« … », résume X).
        """
        tokens, given = span.tokens, self._lexicon.given
        spaced = any(" " in span.passage.gaps[at] for at in range(span.first + 1, span.end))
        if len(tokens) < 2:
            return None
        rare = tokens[0] in self._lexicon.rare and not _is_at_place(span)
        if (tokens[0] in given or rare) and (spaced or tokens[-1] not in given):
            return span._replace(first=self._given_end(span))
        if tokens[0] in self._lexicon.family_first and not _is_at_place(span):
            return span._replace(end=span.first + 1)
        if not spaced or span.passage.is_initial(span.first):
            return None
        titled = self._titles.belong(reading, span) and not self._is_inside(reading, span)
        followed = self._titles.follow(span) and not _is_at_place(span)
        told = titled or followed or is_somebody(span) or is_quoted(span) or self._has_age(span)
        told = told or self._is_native(reading, span)
        return span._replace(first=_last_part(span)) if told or self._is_double_subject(span) else None

    def _is_double_subject(self, span: WordSpan) -> bool:
        """Return whether two family names joined by a hyphen make an unknown word a given name: Shondell X-Y répare."""
        passage, before, after = span.passage, span.word_before, span.word_after
        if len(span.words) != _LONG_ENOUGH or passage.gaps[span.first + 1 : span.end] != (" ", "-"):
            return False
        if before is not None or any(len(word.text) < _LONG_ENOUGH for word in span.words):
            return False
        acts = after is not None and _VERB.fullmatch(after.text) and after.text.lower() not in NOT_IN_NAMES
        return span.tokens[0] not in _HEADS and (bool(acts) or span.gap_after == ",")

    def _is_double(self, span: WordSpan, surname: WordSpan) -> bool:
        """Return whether two given or two family names that belong together are in it: nothing else is called so."""
        return self._is_of_two_families(span, surname) or self._is_twice_given(span, surname)

    def _is_plain(self, span: WordSpan) -> bool:
        """Return whether it is a given name that is nothing else, a space, and one more word: Colette Vasselin."""
        surname = span.words[-1].text
        plain = len(span.words) == _PLAIN and span.tokens[0] in self._first
        worded = surname.isalpha() and len(surname) >= _LONG_ENOUGH and not _is_acronym(span.words[-1])
        return plain and worded and span.passage.gaps[span.first + 1] == " " and not _is_at_place(span)

    def _is_of_syllables(self, span: WordSpan) -> bool:
        """Return whether a family name is put first, and a hyphen joins two syllables of the given one: Cho Hyun-mi."""
        passage, last = span.passage, span.end - 1
        joined = passage.gaps[span.first + 1 : span.end] == (" ", "-") and is_syllable(passage, last)
        return joined and span.tokens[0] in self._lexicon.family_first and not _is_at_place(span)

    def _is_twice_given(self, span: WordSpan, surname: WordSpan) -> bool:
        """Return whether two given names stand before the family name: Juan José X, Rose-Berthe X, Rose-Berthe X-Y."""
        given = span.words[: surname.first - span.first]
        known = len(given) == _PLAIN and all(word.folded in self._first for word in given)
        further = span.passage.gaps[surname.first + 1 : surname.end]
        return known and further in ((), ("-",)) and span.passage.gaps[surname.first] == " "

    def _is_of_two_families(self, span: WordSpan, surname: WordSpan) -> bool:
        """Return whether a given name and two family names that a hyphen joins are all: Hervé X-Y."""
        passage, given, names = span.passage, self._lexicon.given, surname.words
        if len(names) != _PLAIN or surname.first != span.first + 1 or passage.gaps[surname.first] != " ":
            return False
        joined = passage.gaps[surname.first + 1] == "-" and all(len(word.text) >= _LONG_ENOUGH for word in names)
        known = span.tokens[0] in self._given or self._is_double_subject(span)
        return joined and known and given.keys().isdisjoint(surname.tokens)

    def _is_inside(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether what the title is of stands before: « le président de [Red] Sea Lines »."""
        passage, at = span.passage, span.first - 1
        if at < 0 or passage.tokens[at] in PREPOSITIONS:
            return True
        if not (passage.joined(span.first) and reading.is_free(passage, at) and passage.words[at].capital):
            return False
        return passage.tokens[at] not in COMPLEMENTS and not self._titles.is_title(passage, at)

    def _has_age(self, span: WordSpan) -> bool:
        """Return whether an age follows, and the first word is no institution's: « Radio Nova, 40 ans »."""
        return has_age(span) and span.tokens[0] not in _HEADS

    def _is_native(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether an inhabitant's name stands before a given name: « l'Américaine Carla X »; firms have none.

        Nor have they an office before the comma: « le second capitaine, le Philippin X Y ».
        """
        before = span.word_before
        if before is None or not before.capital:
            return False
        if span.tokens[0] not in self._given and not self._is_officer(span.passage, span.first - 2):
            return False
        return any(found.rule == "demonym" for found in reading.findings_at(span.passage, span.first - 1))

    def _is_officer(self, passage: Passage, article: int) -> bool:
        """Return whether a title stands before the comma and the article here."""
        apposed = article > 0 and passage.tokens[article] in ("le", "la", "l") and passage.gaps[article].strip() == ","
        return apposed and self._titles.is_title(passage, article - 1)

    def _is_named_after(self, reading: Reading, span: WordSpan, introduced: bool) -> bool:
        """Return whether the word before makes the name a ship's, a street's, a foundation's.

        Where a title introduces it, only a noun right before it does that is none itself: not « le patrouilleur X ».
        """
        before = span.word_before
        if before is None or (before.folded in SAYING and span.passage.starts_clause(span.first - 1)):
            return False
        bears = self._lexicon.heads.name_somebody(span) or self._is_ship_of_people(reading, span)
        if introduced:
            is_rank = before.folded in self._lexicon.titles or span.before(2)[0] in ("de", "d")
            return bears and not before.capital and not is_rank
        return bears or before.folded in NAMED_AFTER | DETERMINERS

    def _is_ship_of_people(self, reading: Reading, span: WordSpan) -> bool:
        """Return whether a ship and a people's adjective stand before: « le porte-avions américain X »."""
        found = reading.findings_at(span.passage, span.first - 1)
        return self._lexicon.heads.describe_ship(span) and any(each.rule == "demonym" for each in found)

    def _given_end(self, span: WordSpan) -> int:
        """Return where the family name begins: after the given names, initials and what a hyphen joins to them."""
        passage, at = span.passage, span.first + 1
        while at < span.end - 1 and (
            passage.gaps[at] == "-" or passage.is_initial(at) or passage.words[at].folded in self._lexicon.given
        ):
            at += 1
        return at


def _end(rest: WordSpan, regions: Collection[str]) -> int:
    """Return the end of the name: capitalised words that may be part of one, particles between, and no region."""
    passage, first = rest.passage, rest.first
    end, capitals = first + 1, 1
    for at in range(first + 1, rest.end):
        if passage.tokens[at] in regions and passage.tokens[at - 1] in PARTICLES:
            break  # « le sénateur X de l'Arizona »
        if passage.tokens[at - 1] in PARTICLES and (passage.tokens[at] in _HEADS or passage.tokens[at] == "ong"):
            break  # « le sociologue X de l'Université Y »
        if _is_part(passage, at) or is_syllable(passage, at):
            capitals, end = capitals + (passage.tokens[at] not in PARTICLES), at + 1
        elif passage.words[at].folded not in PARTICLES:
            break
        shouted = _shouts(passage, at) and not (at + 1 < rest.end and _shouts(passage, at + 1))
        if capitals == _MOST_WORDS or (shouted and not _shouts(passage, first)):
            break  # « Sébastien LECORNU Ministre », not « Karl VON HABSBURG »
    return end


def _is_relation(rest: WordSpan) -> bool:
    """Return whether it says whose relative somebody is: « Petit-fils de Lucien »."""
    passage, noun = rest.passage, rest.first + 1
    kin = rest.tokens[0] in _KIN and noun < len(passage.words) and passage.gaps[noun] == "-"
    return kin and not passage.words[noun].capital


def _is_honoured(rest: WordSpan) -> bool:
    """Return whether an Arab or Malay honorific stands first; « Cheikh Anta Diop » has it for a given name."""
    told = rest.tokens[0] in _HONORIFICS and rest.end - rest.first > _PLAIN
    return told and (rest.tokens[0] in _MALAY or not _FILIAL.isdisjoint(rest.tokens))


def _in_small_letters(label: str) -> str:
    """Return the label with the words in capitals as others are written: Anne Dupont-Legrand, Soizic Le Bihan."""
    return _SHOUTED.sub(lambda found: found[0].capitalize(), label) if _SHOUT.search(label) else label


def _is_part(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    if not word.capital or word.folded in DAYS or word.folded in MONTHS or word.folded in ENDING_OFFICES:
        return False
    return passage.is_initial(at) or (word.text.lower() not in NOT_IN_NAMES and word.folded not in OFFICES)


def _last_part(span: WordSpan) -> int:
    """Return where the last part of a name begins, hyphens and particles included: von Hagen, Abernethy-Roy."""
    passage, at = span.passage, span.end - 1
    while at > span.first + 1 and (passage.gaps[at] == "-" or passage.words[at - 1].folded in PARTICLES):
        at -= 1
    return at


def _precedes_person(reading: Reading, span: WordSpan) -> bool:
    """Return whether a person that is found follows at once: « Louis Inacio [Lula da Silva] »."""
    persons = (found for found in reading.findings_at(span.passage, span.end) if found.entity.kind == "person")
    return span.word_after is not None and any(found.span.first == span.end for found in persons)


def _is_at_place(span: WordSpan) -> bool:
    """Return whether the word before says that a place follows: « à Da Nang »."""
    before = span.word_before
    return before is not None and before.text in ("à", "À", "en", "vers", "depuis")


def _is_model(span: WordSpan) -> bool:
    """Return whether capital consonants end it, as the name of a weapon: « le système Barak MX »."""
    last = span.words[-1].text
    return _MODEL.fullmatch(last) is not None and not span.words[0].text.isupper()


def _is_acronym(word: Word) -> bool:
    """Return whether the word is two or three capitals that are no initials: FK Lepenac."""
    return 1 < len(word.text) < _SHORTEST_SHOUT and word.text.isupper() and word.text.isalpha()


def _shouts(passage: Passage, at: int) -> bool:
    """Return whether the word is all capitals: Sébastien LECORNU."""
    text = passage.words[at].text
    return len(text) > 2 and text.isupper()
