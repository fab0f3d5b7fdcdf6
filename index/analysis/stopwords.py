"""Stop words: a word of a query goes in, whether the query can do without it comes out."""

from __future__ import annotations

from index.document import Token

# Everything is indexed; these are left out of queries. Not été, son, sans, contre, avions, as, aie, eu, ton, fut: each
# is a word of the news as well.
_STOP_WORDS = """
    a au aux avec ce ces cet cette ceci cela dans de des du d elle elles en et eux il ils j je l la le les leur leurs
    lui m ma mais me mes moi mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses si sur t ta te tes toi
    tu un une vos votre vous y c
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def is_stop_word(token: Token, written: str, shouted: bool) -> bool:
    """Whether a query can do without a token, `written` so; `shouted`: all of the query is in capitals.

    In capitals alone, SUR or LES are acronyms. Parts of hyphenated words (face-à-face, S-400) are not to be asked for,
    and a query of nothing else keeps them all.
    """
    acronym = len(written) > 1 and written.isupper() and not shouted
    return token.exact in STOP_WORDS and not acronym
