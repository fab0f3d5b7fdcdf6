"""A reading goes in; names of countries and organisations in one word come out that are spelt unlike a listed one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from index.entities.gazetteer.entity import Case, Entity
from index.entities.lexicon.lexicon import Lexicon
from index.entities.persons.capitals import stands_beside_capital
from index.entities.persons.support import places_named
from index.entities.reading import Finding, Reading
from index.entities.text.near_names import NearNames
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.transliteration import keys
from index.entities.text.words import Word, folded

_LONG = 7
"""Letters of a name that one changed letter leaves recognisable, whatever the article is about."""

_SHORT, _SHORTEST = 6, 5
"""Letters of one that it leaves recognisable in an article on the country of the organisation, and of one that only
sounds the same there."""

_QUOTED = re.compile(r"['’]?[ \u00a0\u202f]?[«“\"][ \u00a0\u202f]?")
"""What stands before a name in quotation marks within a sentence: « directeurs d'« X » »."""

_SHORTEST_ACRONYM = 4
_SHORTEST_COUNTRY = 4

_MOST_EDITED, _MOST_EDITED_LONG = 2, 3
"""Letters that differ where the sound is the same: Knessette, Sberbanque."""


class _Name(NamedTuple):
    """A listed name of one word, folded, what it names, and whether it is that of a capital or a seat."""

    token: str
    entity: Entity
    is_place: bool


class MisspeltNames:
    """Finds « Reinmetall », « Kinchassa » and, where their countries are named, « Azelsan » and « FDRL ».

    The word has a capital inside a sentence, or all of an acronym, and is unknown otherwise. A long one may differ by
    one letter or sound the same; a shorter one that sounds the same needs the organisation's country in the article,
    where it has one, and one that differs by a letter does always.
    """

    def __init__(self, entities: Iterable[Entity], known: Collection[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = known
        self._names: NearNames[_Name] = NearNames()
        for entity in entities:
            shortest = _SHORTEST_ACRONYM if entity.kind == "organisation" else _SHORTEST_COUNTRY
            for alias in (*entity.names, *entity.metonyms):
                tokens = folded(alias.form)
                exact = alias.case is Case.EXACT  # a word, too, where it is short
                if len(tokens) == 1 and len(tokens[0]) >= (_LONG if exact else shortest) and not alias.needs:
                    self._names.add(tokens[0], _Name(tokens[0], entity, alias in entity.metonyms))
        self._near = lru_cache(maxsize=1 << 14)(lambda word: tuple(self._names.meant(word)))

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield the misspelt names that no rule has claimed and that mean one entity only."""
        for passage in reading.passages:
            for at in passage.capitals:
                if len(passage.tokens[at]) >= _SHORTEST_ACRONYM and (entity := self.meant(reading, passage, at)):
                    yield Finding.by("misspelt_name", WordSpan(passage, at, at + 1), entity)

    def meant(self, reading: Reading, passage: Passage, at: int) -> Entity | None:
        """Return the one country or organisation whose name the word alone may be, where no rule has claimed it."""
        word = passage.words[at]
        unknown = word.folded not in self._lexicon.given and word.folded not in self._known
        if not (unknown and reading.is_free(passage, at)) or stands_beside_capital(reading, passage, at):
            return None
        opens = passage.starts_sentence(at) and not (_is_acronym(word) or _QUOTED.fullmatch(passage.gaps[at]))
        near = [name for name in self._near(word.folded) if _is_told(reading, word, name, opens)]
        entities = {name.entity.key: name.entity for name in near}
        return entities.popitem()[1] if len(entities) == 1 else None


def _is_told(reading: Reading, word: Word, name: _Name, opens: bool) -> bool:
    """Return whether the word is enough of the name, and the article of its country, for it to be meant.

    One that `opens` a sentence may be any word: it must sound the same, too.
    """
    if name.entity.kind == "country":
        return _is_country(word.folded, name) and not opens
    length, acronym = len(word.folded), _is_acronym(word)
    edited = OSA.distance(word.folded, name.token)
    sounds = (
        word.folded[0] == name.token[0] and edited <= _most_edited(length) and _sound_alike(word.folded, name.token)
    )
    if min(length, len(name.token)) >= _LONG and not opens:
        return sounds or (edited <= 1 and not name.is_place)
    if not (sounds or (edited <= 1 and not opens and (acronym or length >= _SHORT))):
        return False
    if not (acronym or length >= (_LONG if opens else _SHORTEST)):
        return False
    places, country = places_named(reading), name.entity.country
    return name.entity.id in places or (sounds if country is None else country in places)


def _is_country(word: str, name: _Name) -> bool:
    """Return whether the word is enough of a country's name, by sound where that is short: Afganistan, Katar, Irane."""
    edited, shortest = OSA.distance(word, name.token), min(len(word), len(name.token))
    if edited <= _MOST_EDITED and _sound_alike(word, name.token):
        return shortest >= _LONG or (len(word) >= _SHORTEST and not name.is_place)
    return edited <= 1 and shortest >= _LONG and not name.is_place


def _sound_alike(word: str, name: str) -> bool:
    """Return whether both sound the same, or have the same letters in another order, as acronyms do: FDRL."""
    return not keys(word).isdisjoint(keys(name)) or sorted(word) == sorted(name)


def _most_edited(length: int) -> int:
    return _MOST_EDITED_LONG if length >= _LONG else _MOST_EDITED


def _is_acronym(word: Word) -> bool:
    return len(word.text) >= _SHORTEST_ACRONYM and word.text.isupper()
