"""Tools go in; what they make when an article first asks for it, tables of names and compiled patterns, is made.

A process that is ready before it is known what is to be read spends the time on this: its first article, which may be
the one that somebody waits for, takes a tenth of what it would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.article import RawArticle
from index.cleaning import clean
from index.reindexing.tools import Tools

# Tables of names are made letter by letter; those come first that the names of more people begin with.
INITIALS = "MSKBARDLJPTVCGHZNFOIEWYUQX"


def rehearse(tools: Tools, is_asked: Callable[[], bool]) -> None:
    """Clean articles that are nobody's, and look for names in them; nothing is kept but what they asked for.

    Over as soon as an article `is_asked` for: it shall not wait for tables that it may not need.
    """
    for text in _texts():
        tools.recogniser.mentions(clean(RawArticle("rehearsal.txt", f"Une répétition\n\n{text}\n")))
        if is_asked():
            return


def _texts() -> Iterator[str]:
    """A body that no list has, to look for those of nearly its name; by each letter, names that nobody bears."""
    yield "L’Institut ukrainien des répétitions générales le savait."
    for initial, other in zip(INITIALS, INITIALS[1:] + INITIALS[:1], strict=True):
        yield f"Le ministre ukrainien {initial}arelov {other}arelsky a répondu à {initial}arelenko."
