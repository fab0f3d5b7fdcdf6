"""Tools go in; what they make when an article first asks for it, tables of names and compiled patterns, is made.

A process that is ready before it is known what is to be read spends the time on this: its first article, which may be
the one that somebody waits for, takes a tenth of what it would.
"""

from __future__ import annotations

from string import ascii_lowercase

from index.article import RawArticle
from index.cleaning import clean
from index.reindexing.tools import Tools


def rehearse(tools: Tools) -> None:
    """Clean an article that is nobody's, and look for names in it; nothing is kept of it but what it asked for."""
    tools.recogniser.mentions(clean(RawArticle("rehearsal.txt", f"Une répétition\n\n{_text()}\n")))


def _text() -> str:
    """A sentence for each letter, with names that begin so and that nobody bears: tables are made letter by letter."""
    names = [f"{letter.upper()}arel" for letter in ascii_lowercase]
    said = "Le ministre ukrainien {0}ov {1}sky a répondu à {0}enko."
    return " ".join(said.format(*pair) for pair in zip(names, reversed(names), strict=True))
