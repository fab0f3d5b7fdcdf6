"""The span of a name goes in; whether a noun beside it bears the name, so that another thing is meant, comes out."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.entities.lexicon.heads import Heads
from index.entities.lexicon.namings import GENERATIONS
from index.entities.lexicon.vocabulary import PREPOSITIONS, SAYING, word_set
from index.entities.organisations.words import PARTNERS
from index.entities.text.passage import Passage, WordSpan

_COMPLEMENT = ("de", "d", "a", "en")
_BUILT = word_set("littoral littorale nucleaire amphibie leger legere lourd lourde furtif furtive auxiliaire")
"""Adjectives that tell ships apart: « le navire de combat littoral X »."""

_GUARDING = frozenset({"protection", "paix", "interposition", "stabilisation"})
"""Complements of troops, not of a troupe: « la troupe de protection KFOR »."""

_CAPITAL_ARTICLES = ("Le", "La", "L", "Les", "Au", "Aux", "Chez")
_LONGEST_ROW = 9
"""Within so many words a noun stands before a row of names."""

_IN_ROWS = word_set("stations rues avenues boulevards arrets quais gares hotels lycees paquebots cargos chalutiers")
_OF_TOWN = re.compile(r"[a-z]{4,}(?:ien|ienne|ais|aise|ois|oise|ain|aine|eois|eoise)")
"""Adjectives of towns look so: « l'arrondissement varsovien Italie »."""

_DEFINITE = ("la", "le", "l", "les")
_QUOTES = ("", "«", '"', "“", "‘")


class Bearers:
    """Knows the nouns that bear names: « bar Le Kremlin », « yacht Irak », Trump Tower."""

    def __init__(self, heads: Heads, adjectives: Collection[str]) -> None:
        self.heads = heads
        self._adjectives = adjectives

    def bear(self, span: WordSpan) -> bool:
        """Return whether the name is that of a shop, a ship, a band: « bar Le Kremlin », « yacht "Irak" ».

        A complement or an adjective of a people may stand between: « groupe de rock X », « cargo russe X ».
        """
        passage, at = span.passage, before_article(span)
        headed = at >= 0 and self._is_head(passage, at)
        held = headed and passage.gaps[at + 1].strip(" '’") in _QUOTES
        return held or self.follow(span) or self._stands_in_row(span)

    def follow(self, span: WordSpan) -> bool:
        """Return whether a word follows that makes another name of it: Trump Tower, Donald Trump Jr."""
        after = span.after(1)
        if span.gap_after == "&":
            return after[0] in PARTNERS
        if not after or (after[0] not in GENERATIONS and after[0] not in self.heads.followers):
            return False
        word = span.word_after
        return word is not None and span.gap_after in ("", "'", "’") and (word.capital or after[0] in GENERATIONS)

    def explain(self, span: WordSpan) -> bool:
        """Return whether an apposition says that it is a film or a ship: « La Casbah d'Alger, film de 1938 »."""
        after = span.after(2) if span.gap_after.lstrip('»”" ') == "," else ()
        if not after or after[0] in SAYING or after[0] in ("des", "a"):
            return False  # « MBDA, à cheval sur la Manche »
        ruled = span.before(1) != () and span.before(1)[0] in PREPOSITIONS
        if after[0] in _DEFINITE and ruled and after[-1] not in self.heads.works:
            return False  # « Au large du Yémen, la frégate … » goes on with its subject
        return not self.heads.called.isdisjoint(after)

    def _stands_in_row(self, span: WordSpan) -> bool:
        """Return whether the name stands in a row behind such a noun: « les stations Argentine, Rome et Europe »."""
        passage, at = span.passage, span.first
        if at < 2 or not (passage.words[at - 1].capital or passage.tokens[at - 1] == "et"):
            return False
        for at in range(span.first - 1, max(span.first - _LONGEST_ROW, 0), -1):
            if not (passage.words[at].capital or passage.tokens[at] == "et"):
                break
            if passage.gaps[at + 1].strip() not in ("", ",", "-"):
                return False
        return at < span.first - 1 and passage.tokens[at] in _IN_ROWS and passage.gaps[at + 1] == " "

    def _is_head(self, passage: Passage, at: int) -> bool:
        """Return whether the word is a noun that bears names, or belongs to one."""
        word, heads = passage.words[at], self.heads
        if heads.is_bare(word) or heads.is_compound(passage, at):
            return not (word.folded in SAYING and passage.starts_clause(at))
        if word.capital and word.folded in heads.clubs:
            return True
        if word.capital or not passage.joined(at) or word.folded in PREPOSITIONS or word.folded in _GUARDING:
            return False
        if word.folded in _BUILT:
            return self._is_head(passage, at - 1)
        if word.folded in self._adjectives or _OF_TOWN.fullmatch(word.folded):
            return heads.is_bare(passage.words[at - 1])
        linked = at > 1 and passage.tokens[at - 1] in _COMPLEMENT and passage.joined(at - 1)
        return linked and heads.is_bare(passage.words[at - 2])


def before_article(span: WordSpan) -> int:
    """Return the place of the word before the name and its capitalised article."""
    at = span.first - 1
    return at - 1 if at > 0 and span.passage.words[at].text in _CAPITAL_ARTICLES else at
