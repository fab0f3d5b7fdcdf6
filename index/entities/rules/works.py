"""A reading goes in; nothing comes out, but titles of films and names of ships are claimed: no name in them counts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from index.entities.lexicon.heads import Heads
from index.entities.persons.capitals import capital_runs
from index.entities.reading import Finding, Reading
from index.entities.text.passage import Passage, WordSpan

_REACH = 7
"""How many words may stand between « le film » and its title: « le film de Woody Allen, « Minuit à Paris » »."""

_LONGEST = 14
_OPENING, _CLOSING = "«“", "»”"
_ENDING, _ENDING_NAME = re.compile(r"[:.!?…»”]"), re.compile(r"[,:.!?…»”]")


_PLAYED = frozenset(
    {"joue", "joua", "jouait", "jouer", "jouent", "jouaient", "interprete", "interpreter", "interpretait"}
)
"""What is quoted right behind these is a piece."""

_SHOWN = frozenset({"projeter", "projete", "projetait", "projeta", "projettent"})
"""What has capitals right behind these, with its article, is a film."""

_BEGINNING = 2
"""One of the first words of a piece has a capital, behind its article perhaps."""

_AND = ("", "et", "puis", "un", "une", "le", "la", "les")


class Works:
    """Claims « Minuit à Paris » after « film », « Étoile de Malte » after « pétrolier », Le Lion d'Or after « pub »."""

    def __init__(self, heads: Heads, adjectives: Collection[str]) -> None:
        self._works = heads.works
        self._heads = heads
        self._bearing = heads.bare | heads.compound_ends
        self._adjectives = adjectives

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """Yield nothing: what a film or a ship is called says nothing of the article's subject."""
        for passage in reading.passages:
            if nouns := self._nouns(passage):
                for title in self._titles(reading, passage, nouns):
                    reading.take(self._with_adjective(title))
            if not _PLAYED.isdisjoint(passage.tokens):
                for piece in _played(passage):
                    reading.take(piece)
        return iter(())

    def _nouns(self, passage: Passage) -> list[int]:
        """Return the places of the nouns that bear names, and of the ends of those of two words: porte-avions."""
        heads, words = self._heads, passage.words
        nouns = [
            at
            for at in _places_of(self._bearing, passage)
            if heads.is_bare(words[at]) or heads.is_compound(passage, at)
        ]
        return nouns if _SHOWN.isdisjoint(passage.tokens) else nouns + _places_of(_SHOWN, passage)

    def _with_adjective(self, title: WordSpan) -> WordSpan:
        """Return the title with the adjective of a people that ends it: Le Patient anglais."""
        after = title.word_after
        return title._replace(end=title.end + 1) if after and after.folded in self._adjectives else title

    def _titles(self, reading: Reading, passage: Passage, nouns: Collection[int]) -> Iterator[WordSpan]:
        before_name = any(passage.joined(at + 1) and passage.words[at + 1].capital for at in nouns)
        runs = {run.first: run for run in capital_runs(reading, passage)} if before_name else {}
        for at in nouns:
            token = passage.tokens[at]
            run = runs.get(at + 1) if passage.joined(at + 1) else None
            title = _quoted(passage, at, _REACH if token in self._works else 1)
            title = title or (run if run and self._is_title(token, run) else None)
            if title:
                yield title

    def _is_title(self, noun: str, run: WordSpan) -> bool:
        """Return whether capitals behind the noun are a title: all behind « film », with an article behind « pub »."""
        return noun in self._works or run.words[0].text in ("Le", "La", "Les", "L")


def _places_of(tokens: Collection[str], passage: Passage) -> list[int]:
    return [at for at, token in enumerate(passage.tokens) if token in tokens]


def _quoted(passage: Passage, noun: int, reach: int) -> WordSpan | None:
    """Return the words in quotation marks that follow the noun in its sentence, within `reach` words."""
    for first in range(noun + 1, min(noun + 1 + reach, len(passage.words))):
        gap = passage.gaps[first]
        if gap.strip()[-1:] in _OPENING and gap.strip():
            # « il a noté : « … » » and « … des bars. « … » » are what somebody said, no title of a note, no bar
            ending = _ENDING_NAME if reach == 1 else _ENDING
            return None if ending.search(gap) else _closed(passage, first)
        if not passage.joined(first) and gap.strip() != ",":
            return None
    return None


def _played(passage: Passage) -> Iterator[WordSpan]:
    """Yield what somebody plays, a title in quotation marks behind the verb, and those that it is joined with."""
    for verb, token in enumerate(passage.tokens):
        at = verb if token in _PLAYED else None
        while at is not None and (piece := _quoted(passage, at, 1)):
            if any(word.capital for word in piece.words[:_BEGINNING]):
                yield piece  # not « jouer « le jeu de Poutine » »
            more = range(piece.end, min(piece.end + _REACH, len(passage.words)))
            last = next((place for place in more if passage.tokens[place] not in _AND), piece.end)
            at = last - 1


def _closed(passage: Passage, first: int) -> WordSpan | None:
    for end in range(first + 1, min(first + _LONGEST, len(passage.words))):
        if any(mark in passage.gaps[end] for mark in _CLOSING):
            return WordSpan(passage, first, end)
    ends = len(passage.words) - first < _LONGEST and any(mark in passage.gaps[-1] for mark in _CLOSING)
    return WordSpan(passage, first, len(passage.words)) if ends else None
