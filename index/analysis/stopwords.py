"""Stop words: the tokens of a query go in, the positions that it can do without come out."""

from __future__ import annotations

from collections.abc import Sequence

from index.analysis.readings import readings
from index.document import Token

# Everything is indexed; these are left out of queries. Not été, son, sans, contre, avions, as, aie, eu, ton, fut: each
# is a word of the news as well.
_STOP_WORDS = """
    a au aux avec ce ces cet cette ceci cela dans de des du d elle elles en et eux il ils j je l la le les leur leurs
    lui m ma mais me mes moi mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses si sur t ta te tes toi
    tu un une vos votre vous y c
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def stop_positions(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """The positions of stop words in a query's tokens; none where the query has nothing else.

    Parts of hyphenated words stay (face-à-face, S-400), and so do acronyms (SUR, LES) unless all of the query is in
    capitals.
    """
    words = readings(tokens)
    first = [word[0][0] for word in words if len(word) == 1]
    shouted = text.isupper()
    stopped = frozenset(t.position for t in first if is_stop_word(t, text[t.start : t.end], shouted))
    return stopped if len(stopped) < len(words) else frozenset()


def is_stop_word(token: Token, written: str, shouted: bool) -> bool:
    """Whether a query can do without a token, `written` so; `shouted`: all of the query is in capitals."""
    acronym = len(written) > 1 and written.isupper() and not shouted
    return token.exact in STOP_WORDS and not acronym
