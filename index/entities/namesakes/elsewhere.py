"""The span of a place's name goes in; whether the text says that a town elsewhere is called so comes out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set

from index.entities.lexicon.namings import SUBDIVISIONS, TOWNS
from index.entities.lexicon.vocabulary import word_set
from index.entities.namesakes.calling import is_village, noun_before
from index.entities.text.passage import Passage, WordSpan
from index.entities.text.words import folded

_REACH = 8
"""Within so many words the region is named: « à Rome, au nord de l'État de New York »."""

_LYING = (("au",), ("en",), ("dans",), ("pres",), ("et",))
"""What a region, or one more name of a row, stands behind where no sign parts it from the town."""

_BRACKETS = 20
"""Characters in which brackets with the name of a region close."""

_FAR_PARTS = frozenset({"departement", "canton", "comte"})
"""« Dans » one of these lies no capital, as it does in « à Beyrouth, dans la banlieue sud »."""

_NATIVE = frozenset({"natif", "native", "natifs", "originaire", "originaires", "ne", "nee", "maire"})
"""Whose town lies « dans la province de … »; what is « au sud de Kaboul, dans la province … » lies there itself."""

_OF_TOWNS = frozenset({"usine", "ville", "maire", "mairie", "campus", "lycee", "hopital", "aeroport", "sherif"})
"""What a town has, wherever it is: « Dans l'Ohio, l'usine de Lima »."""

_DATED_ELSEWHERE = re.compile(r"\W*(?P<town>[^\W\d_]+) ?\((?P<region>[\w' -]{2,30})\)[.,]? ?[-–—]")
"""« LONDON (Ontario) — »: where an article was written."""

_LONGEST_ROW = 3
_TOWNS_OF_ROW = frozenset({"villes", "bourgs", "villages", "communes", "localites", "comtes", "bourgades"})
"""What a row of names is said to be: « London, Paris et Delhi, trois villes de l'Ontario »."""

_OF_REGIONS = word_set("ontarienne texane californienne floridienne virginienne manitobaine albertaine")
"""What a town of the name is said to be: « London, la ville ontarienne »."""

_GEORGIA = frozenset({"georgie", "georgia"})
_OF_GEORGIA = frozenset({"atlanta", "savannah"})
"""Towns of the state."""

_CAUCASUS = word_set(
    "tbilissi tbilisi caucase caucasien caucasienne georgien georgienne georgiens georgiennes abkhazie ossetie batoumi"
    " kobakhidze zourabichvili ivanichvili saakachvili kavelachvili"
)
_NEIGHBOURS = word_set("armenie azerbaidjan turquie russie moldavie ukraine")
"""What tells the country Georgia anywhere in an article, and what does in its own paragraph only."""


def american_states(passages: Sequence[Passage], states: Set[str]) -> frozenset[str]:
    """Return the names that are those of a state of America in an article: Georgia, beside others of these `states`.

    A word of the Caucasus in the article, or a country near it in the same paragraph, says that the country is meant.
    """
    named = [passage for passage in passages if not _GEORGIA.isdisjoint(passage.tokens)]
    if not named:
        return frozenset()
    american = states | _OF_GEORGIA
    if all(american.isdisjoint(passage.tokens) for passage in passages):
        return frozenset()
    far = all(_CAUCASUS.isdisjoint(passage.tokens) for passage in passages)
    return _GEORGIA if far and all(_NEIGHBOURS.isdisjoint(passage.tokens) for passage in named) else frozenset()


def is_elsewhere(span: WordSpan, regions: Set[str]) -> bool:
    """Return whether a region follows that has a town of the name: « Paris, au Texas », « Moscou (Idaho) »."""
    if span.before(1) in (("en",), ("au",), ("aux",)):
        return False  # « en Ukraine, en Géorgie » : no town stands behind these
    if not span.gap_after and span.after(1) not in _LYING:
        return _is_in_state(span, regions)  # as most names stand
    if is_village(span) or _lies_within(span) or _is_in_state(span, regions):
        return True
    last = _last_of_row(span, regions)
    after = span.passage.words[last.end : last.end + _REACH] if last.gap_after in (",", "(", "") else ()
    if not any(word.capital and word.folded in regions for word in after):
        return False
    if last != span:
        return last.gap_after == "," and not _TOWNS_OF_ROW.isdisjoint(last.after(3))
    if after[0].folded in ("au", "en", "dans", "pres"):
        return True
    if _in_brackets(span) or after[0].folded in regions:
        return span.gap_after != ""
    return span.gap_after != "" and not TOWNS.isdisjoint(span.after(4))


def is_town(span: WordSpan) -> bool:
    """Return whether the noun before says that a town is called so: « le village Zaloujne », « la ville de Recea »."""
    at, link = noun_before(span)
    ruled = span.word_before is not None and (link != "" or at + 1 == span.first)
    return ruled and span.passage.tokens[at] in TOWNS


def town_elsewhere(text: str, regions: Collection[str]) -> str | None:
    """Return the folded name of the town where a paragraph was written, if its region elsewhere is told, else None."""
    found = _DATED_ELSEWHERE.match(text)
    if found is None or not any(word in regions for word in folded(found["region"])):
        return None
    return folded(found["town"])[0]


def _lies_within(span: WordSpan) -> bool:
    """Return whether it is a town of a part of a country: « Arménie, capitale du département »."""
    after = span.after(4) if span.gap_after == "," else ()
    if after[1:2] == ("ville",):
        return not _OF_REGIONS.isdisjoint(after)
    if after[:1] == ("capitale",):
        return "etat" not in after and not SUBDIVISIONS.isdisjoint(after)
    if after[:1] != ("dans",):
        return False
    native = not _NATIVE.isdisjoint(span.before(2)) and "province" in after
    return native or not _FAR_PARTS.isdisjoint(after)


def _is_in_state(span: WordSpan, regions: Set[str]) -> bool:
    """Return whether a town's plant or mayor is told of in a region that opens the sentence: « Dans l'Ohio, … »."""
    if span.before(1) not in (("de",), ("d",)):
        return False
    passage, (noun, link) = span.passage, noun_before(span)
    if link not in ("de", "d") or passage.tokens[noun] not in _OF_TOWNS:
        return False
    start = passage.sentence_start(noun)
    opened = passage.folded(start, start + 3)
    return opened[:1] in (("dans",), ("en",), ("au",)) and not regions.isdisjoint(opened[1:])


def _last_of_row(span: WordSpan, regions: Collection[str]) -> WordSpan:
    """Return the last of the names that follow in a row, « London, Paris et Delhi »; itself where none does."""
    passage, end = span.passage, span.end
    for _ in range(_LONGEST_ROW):
        if end >= len(passage.words) or not (passage.gaps[end].strip() == "," or passage.tokens[end] == "et"):
            break
        at = end + (passage.tokens[end] == "et")
        while at < len(passage.words) and passage.tokens[at] in ("de", "d", "a", "jusqu"):
            at += 1
        if at >= len(passage.words) or not passage.words[at].capital or passage.tokens[at] in regions:
            break
        end = at + 1
    return WordSpan(passage, end - 1, end) if end > span.end else span


def _in_brackets(span: WordSpan) -> bool:
    """Return whether one or two words follow in brackets: « Rome (New York) »."""
    return span.gap_after == "(" and ")" in span.passage.text[span.points[1] : span.points[1] + _BRACKETS]
