"""Text goes in, words come out: folded, divided at spaces, hyphens and apostrophes."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.analysis.folding import LONGEST_TERM, fold, in_latin_letters
from index.entities.text.memory import remembered

# « A B W » is an acronym.
# « N'Djamena », « Le Floc'h » and « Sa'ar » are one word each: the negation and « me » have an apostrophe before vowels
# only, and no word of French has one behind a vowel other than u.
_PLAIN = (
    r"\d+-?[eè]mes?\b"
    r"|\b[A-ZÀ-Þ](?: [A-ZÀ-Þ]){2,4}\b(?!['’.-])"
    r"|\b[NM]['’][bcdfgjklmpqrstvwxzBCDFGJKLMPQRSTVWXZ][^\W_]+"
    r"|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|(?<=[cC])['’]h[^\W_]*|(?<=[^\W_][aeio])['’](?!s\b)[^\W_]+)*"
)
# Two initials (J. D. Vance, but not M. A. Dupont) and dotted acronyms (O.T.A.N.), names with a stray full stop inside
# (« Wit.koff », neither « Kiev.il » nor an address), ordinals, then runs of letters and digits, where a combining mark
# continues a word.
_WORD = re.compile(
    r"(?!M\. )[A-ZÀ-Þ]\.(?: [A-ZÀ-Þ]\.(?= [A-ZÀ-Þ])|(?:[A-ZÀ-Þ]\.)+(?:[A-ZÀ-Þ](?![\w.]))?)"
    r"|[A-ZÀ-Þ][a-zß-ÿ]+\.(?!(?:ils|elles?|les|une|des|mais|puis|qui|que|com|net|org|info|news|html?|pdf)\b)"
    r"[a-zß-ÿ]{3,}(?![\w.@/])"
    rf"|{_PLAIN}"
)
_PLAIN_WORD = re.compile(_PLAIN)
_ORDINAL = re.compile(r"(\d+)-?(?:eme|ieme)s?")
# Most words are of small letters with neither an apostrophe nor a combining mark behind: told at once, the rest of the
# pattern is tried at few places of a text, which takes six tenths of the time.
_SMALL_WORD = r"[a-zß-öø-ÿ]++(?![\w'’\u0300-\u036f])"
_WORD_BETWEEN = re.compile(f"({_SMALL_WORD}|{_WORD.pattern})")
_JOINT = re.compile(r"[ \u00a0\u202f\u2009]?['’ʼ′‐‑-]?[ \u00a0\u202f\u2009]?")


# As most names are: nothing in them is parted otherwise than by these signs.
_PLAIN_NAME = re.compile(rf"(?:[ld]['’])?[a-z]{{2,{LONGEST_TERM}}}(?:[ -](?:[ld]['’])?[a-z]{{2,{LONGEST_TERM}}})*")


class Word(NamedTuple):
    """A word, the same wherever it stands: `folded` is what is compared.

    `capital` says whether it begins with an upper-case letter; `glued` whether it was cut out of two words run
    together by a lost space.
    """

    text: str
    folded: str
    capital: bool
    glued: bool = False


@remembered(1 << 17)
def word(text: str) -> Word:
    """Return the word so spelt.

    Letters of scripts without capitals count as capitals: in a French text they are a name.
    """
    plain = fold(text)
    if not plain.isalpha():
        plain = _ORDINAL.sub(r"\1e", plain)
    return Word(text, plain, text[0].isalpha() and not text[0].islower())


def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order."""
    parts = text.split()
    if "".join(parts).isalpha() and min(map(len, parts)) > 1:
        return tuple(map(word, parts))  # as most names are: no sign parts or joins their words
    pattern = _WORD if "." in text else _PLAIN_WORD
    return tuple(map(word, pattern.findall(text)))


def divided(text: str) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Return the words of `text` and what stands around them: before the first, between each two, behind the last.

    As `whole_divided` does, but piece by piece between blanks: most are known, which takes two thirds of the time.
    """
    found: list[Word] = []
    gaps: list[str] = []
    gap = ""
    for before, words_between, gaps_between, after in map(_piece, text.split(" ")):
        if words_between:
            gaps.append(gap + before)
            found += words_between
            gaps += gaps_between
            gap = after
        elif words_between is None:
            return whole_divided(text)
        else:
            gap += before
    return tuple(found), (*gaps, gap[:-1])


def whole_divided(text: str) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Return the words of `text` and what stands around them, by one search through all of it."""
    parts = _WORD_BETWEEN.split(text)
    return tuple(map(word, parts[1::2])), tuple(parts[::2])


@remembered(1 << 17)
def _piece(text: str) -> tuple[str, tuple[Word, ...] | None, tuple[str, ...], str]:
    """Return what stands before the words of a piece without blanks, the words, and what between and behind them.

    A blank follows the piece. The words are None where they may go on behind it: « J. D. », « A B W ».
    """
    found, (before, *between) = whole_divided(text)
    if not found:
        return f"{before} ", (), (), ""
    *inside, after = between
    is_letter = found[-1].capital and len(found[-1].text) == 1 and found[-1].text != "À" and after in ("", ".")
    return before, None if is_letter else found, tuple(inside), f"{after} "


@remembered(1 << 16)
def name_words(text: str) -> tuple[Word, ...]:
    """Return the words of a name, remembered: those of a gazetteer are asked for again and again."""
    return words(text)


@remembered(1 << 16)
def folded(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`: the form in which names are compared."""
    plain = in_latin_letters(text)
    if _PLAIN_NAME.fullmatch(plain):  # at a fifth of the cost
        return tuple(plain.replace("-", " ").replace("'", " ").replace("’", " ").split(" "))
    return tuple([each.folded for each in name_words(text)])


@remembered(1 << 12)
def joins(gap: str) -> bool:
    """Return whether words with `gap` between them may belong to one name (a space, a hyphen, an apostrophe)."""
    return _JOINT.fullmatch(gap) is not None


def slug(label: str) -> str:
    """Return the id that goes with a label: folded words with hyphens between."""
    return "-".join(folded(label))
