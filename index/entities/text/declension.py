"""A folded word goes in, what it may be in the nominative comes out, where a Slavic case has been left on it."""

from __future__ import annotations

from index.entities.text.memory import remembered

# Endings in Latin letters, French, English or Polish, and what stands in the nominative for them: « Tuskowi »,
# « Orbanom », « Syrskogo », « Germanii », « Niemcami », « Karolème ».
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("skogo", ("ski", "sky")),
    ("skoho", ("ski", "sky")),
    ("skiego", ("ski",)),
    ("skomu", ("ski", "sky")),
    ("skomou", ("ski", "sky")),
    ("skiemu", ("ski",)),
    ("skim", ("ski", "sky")),
    ("skime", ("ski",)),
    ("skym", ("ski", "sky")),
    ("ovej", ("ova",)),
    ("owi", ("",)),
    ("ovi", ("",)),
    ("ewi", ("",)),
    ("evi", ("",)),
    ("iem", ("", "i")),
    ("om", ("",)),
    ("em", ("",)),
    ("eme", ("",)),
    ("ym", ("",)),
    ("ami", ("y",)),
    ("iou", ("i", "ia")),
    ("iyu", ("i", "ia")),
    ("iei", ("ia",)),
    ("iey", ("ia",)),
    ("ii", ("ia",)),
    ("ya", ("", "i")),
    ("ou", ("", "a")),
    ("u", ("", "a")),
    ("a", ("",)),
)
_SHORTEST = 4
"""Letters of a nominative: shorter ones are the beginnings of too many words."""

_OF_MAN = ("skogo", "skoho", "skiego", "skomu", "skomou", "skiemu", "owi", "ovi")
"""Endings that only a man's name takes."""


@remembered(1 << 14)
def nominatives(word: str) -> frozenset[str]:
    """Return what the word may be without the ending of a case; nothing for most words."""
    found = (word[: -len(ending)] + own for ending, owns in _ENDINGS if word.endswith(ending) for own in owns)
    return frozenset(nominative for nominative in found if len(nominative) >= _SHORTEST)


def is_of_man(word: str) -> bool:
    """Return whether a folded word has the ending of a man's name in a case: « Syrskogo »."""
    return word.endswith(_OF_MAN)
