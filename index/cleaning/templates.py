"""A template for the wording of a line goes in, a regular expression over the forms of lines comes out.

The form of a line (`line_form`) is its words in lower-case ASCII and its signs, each after a space; words that begin
with a capital carry a "^". A template is written in plain words, with

    [cet article]      what may be missing
    (lire|voir)        alternatives
    {network}          alternatives kept in the vocabulary under that name; {network}+ one or more of them
    abonn~             a word of this beginning
    ^                  the next word begins with a capital, or is a number or a quotation
    #                  a number
    @                  a name: words that begin with capitals, and « de » and its like between them
    .. and ...         up to 4, up to 15 words and signs of any kind
    $                  the end of the line
    :                  a sign that must stand there (< for a bracket, > for an arrow); signs that are not written may
                       stand anywhere between the words
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from unidecode import unidecode

TYPOGRAPHY = {
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("«»“”„‟", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("•·▪●◦■□◆►▶⁃∙", "*"),
    **dict.fromkeys("›‹→➔❯▸", ">"),
    # Letters that are two in ASCII, or have no mark to drop.
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "…": "...",
    "©": " copyright ",
    "°": " degres ",
    **dict.fromkeys("()[]", " < "),
    **dict.fromkeys("|│¦", " / "),
}
# A pattern: `str.translate` would look up every accented letter, which takes several times as long.
NOT_PLAIN = re.compile(f"[{re.escape(''.join(TYPOGRAPHY))}]")
COPYRIGHT = re.compile(r"\([cC]\)")
FORM_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\w\s'-]|(?<!\w)-(?!\w)")
TEMPLATE_TOKEN = re.compile(r"\.{2,3}|\{\w+\}\+?|[a-z0-9]+~?|[][(|)^#$@]|[^\s\w'-]|(?<!\w)-(?!\w)")
SIGNS = r"(?: [^a-z0-9^ ])*"
WORD, WORD_END = rf"{SIGNS} \^?", "(?![a-z0-9])"
PARTICLE = r"(?:de|du|des|d|la|le|l|van|von|der|den|ben|bin|al|el|da|di|dos|ibn|of|\.|,(?= \^[a-z]{1,3} ))"
RARE_SIGN = 12
ANY_ENDING = "[a-z0-9]*"
WORD_ALONE = re.compile(rf"{re.escape(WORD)}([a-z0-9]+(?:{re.escape(ANY_ENDING)})?){re.escape(WORD_END)}")
CLOSING = {"[": "]", "(": ")"}
ATOMS = {
    "$": rf"{SIGNS}$",
    "#": rf"{SIGNS}(?: \d+(?:[.,]\d+)*)+",
    "@": rf"{SIGNS}(?: \^[a-z]+{SIGNS}(?: {PARTICLE}(?= \^))*)+",
    "^": rf"(?={SIGNS} \^|(?: [^a-z0-9^\" ])* [\"\d])",
    "..": r"(?: \S+){0,4}?",
    "...": r"(?: \S+){0,15}?",
}
BEYOND_LATIN = re.compile("[^\x00-\u024f\u0300-\u036f\u2000-\u20ff]")


class Template(NamedTuple):
    """A compiled template.

    `pattern` is a regular expression to be matched where a token of a form begins. `needed` are regular expressions
    for words of which a line must hold one to match at all, empty where it may match without any: cheap to look for.
    """

    pattern: str
    needed: frozenset[str]


def plain_line(text: str) -> str:
    """The line in ASCII, its typography plain, its capitals kept; what `line_form` and `find_days` understand."""
    plain = NOT_PLAIN.sub(lambda found: TYPOGRAPHY[found[0]], COPYRIGHT.sub("©", text))
    if plain.isascii():
        return plain
    # Ten times as fast as unidecode, and the same for Latin letters.
    if BEYOND_LATIN.search(plain):
        return unidecode(plain)
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()


def line_form(plain: str) -> str:
    """The words and signs of a plain line as templates see them: "A lire : L'Otan" becomes " ^a lire : ^l ^otan"."""
    tokens = FORM_TOKEN.findall(plain)
    return "".join(f" ^{token.lower()}" if token[0].isupper() else f" {token}" for token in tokens)


class Vocabulary:
    """The alternatives behind names, each compiled when a template first names it."""

    def __init__(self, alternatives: Mapping[str, str]) -> None:
        self._alternatives = alternatives
        self._compiled: dict[str, Template] = {}

    def __getitem__(self, name: str) -> Template:
        if name not in self._compiled:
            self._compiled[name] = compile_template(self._alternatives[name], self)
        return self._compiled[name]


def compile_template(template: str, vocabulary: Vocabulary) -> Template:
    """Compile a template; `vocabulary` holds the alternatives behind names.

    Raises KeyError for a name that is not in the vocabulary, ValueError where brackets do not match.
    """
    tokens = TEMPLATE_TOKEN.findall(template)
    compiled, end = _alternatives(tokens, 0, vocabulary)
    if end != len(tokens):
        raise ValueError(f"unmatched bracket in the template: {template}")
    return compiled


def _alternatives(tokens: Sequence[str], start: int, vocabulary: Vocabulary) -> tuple[Template, int]:
    """The alternatives from a token to the bracket that closes them, and where that stands."""
    branches: list[list[Template]] = [[]]
    while start < len(tokens) and tokens[start] not in ("]", ")"):
        token = tokens[start]
        start += 1
        if token == "|":
            branches.append([])
        elif token in ("[", "("):
            inner, end = _alternatives(tokens, start, vocabulary)
            if tokens[end : end + 1] != [CLOSING[token]]:
                raise ValueError(f"unmatched bracket in the template: {' '.join(tokens)}")
            start = end + 1
            branches[-1].append(inner if token == "(" else Template(inner.pattern + "?", frozenset()))
        else:
            branches[-1].append(_atom(token, vocabulary))
    pattern = _either(["".join(part.pattern for part in branch) for branch in branches])
    return Template(f"(?:{pattern})", _any_of([_most_telling(branch) for branch in branches])), start


def _either(patterns: Sequence[str]) -> str:
    """One pattern for any of these; what words share is written once, as long patterns take long to compile."""
    words = [found[1] if (found := WORD_ALONE.fullmatch(pattern)) else None for pattern in patterns]
    if None in words or len(words) == 1:
        return "|".join(patterns)
    return f"{WORD}(?:{'|'.join(filter(None, words))}){WORD_END}"


def _atom(token: str, vocabulary: Vocabulary) -> Template:
    if token in ATOMS:
        return Template(ATOMS[token], frozenset())
    if token.startswith("{"):
        inner = vocabulary[token.strip("{}+")]
        return Template(inner.pattern + "+" * token.endswith("+"), inner.needed)
    if not token[0].isalnum():
        return Template(rf"{SIGNS}? {re.escape(token)}", frozenset({re.escape(token)}))
    word = token[:-1] + ANY_ENDING if token.endswith("~") else token
    return Template(f"{WORD}{word}{WORD_END}", frozenset({word}))


def _most_telling(parts: Sequence[Template]) -> frozenset[str]:
    """Of the words that the parts of a sequence need, those of the part whose commonest is rarest."""
    needs = [part.needed for part in parts if part.needed]
    return max(needs, key=lambda words: (min(map(_rarity, words)), -len(words)), default=frozenset())


def _rarity(word: str) -> int:
    """How seldom a word or sign stands in French prose, roughly: long words are rare, strokes and brackets rarer."""
    return len(word) if word[0].isalnum() else RARE_SIGN if word in ("/", "<", ">", r"\*") else 1


def _any_of(needs: Sequence[frozenset[str]]) -> frozenset[str]:
    """The words needed where one branch of several must match: none if a branch needs none."""
    return frozenset().union(*needs) if all(needs) else frozenset()
