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
from collections.abc import Iterator, Mapping

from unidecode import unidecode

TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ′`´", "'"),
        **dict.fromkeys("«»“”„‟", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•·▪●◦■□◆►▶⁃∙", "*"),
        **dict.fromkeys("›→➔❯▸", ">"),
        "…": "...",
        "©": " copyright ",
        "°": " degres ",
        **dict.fromkeys("()[]", " < "),
        **dict.fromkeys("|│¦", " / "),
    }
)
FORM_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\w\s'-]|(?<!\w)-(?!\w)")
TEMPLATE_TOKEN = re.compile(r"\.{2,3}|\{\w+\}\+?|[a-z0-9]+~?|[][(|)^#$@]|[^\s\w'-]|(?<!\w)-(?!\w)")
SIGNS = r"(?: [^a-z0-9^ ])*"
PARTICLE = r"(?:de|du|des|d|la|le|l|van|von|der|den|ben|bin|al|el|da|di|dos|ibn|of|\.|,(?= \^[a-z]{1,3} ))"
GRAMMAR = {
    "[": "(?:",
    "]": ")?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "$": rf"{SIGNS}$",
    "#": rf"{SIGNS}(?: \d+(?:[.,]\d+)*)+",
    "@": rf"{SIGNS}(?: \^[a-z]+{SIGNS}(?: {PARTICLE}(?= \^))*)+",
    "^": rf"(?={SIGNS} \^|(?: [^a-z0-9^\" ])* [\"\d])",
    "..": r"(?: \S+){0,4}?",
    "...": r"(?: \S+){0,15}?",
}


def plain_line(text: str) -> str:
    """The line in ASCII, its typography plain; what `line_form` and `find_days` understand."""
    return unidecode(text.translate(TYPOGRAPHY))


def line_form(text: str) -> str:
    """The words and signs of a line as templates see them: « À lire : L’Otan » becomes " ^a lire : ^l ^otan"."""
    tokens = FORM_TOKEN.findall(plain_line(text))
    return "".join(f" ^{token.lower()}" if token[0].isupper() else f" {token}" for token in tokens)


def compile_template(template: str, vocabulary: Mapping[str, str]) -> str:
    """The regular expression of a template, to be matched where a token of a form begins.

    Raises KeyError for a name that is not in the vocabulary.
    """
    return "".join(_pieces(template, vocabulary))


def _pieces(template: str, vocabulary: Mapping[str, str]) -> Iterator[str]:
    for token in TEMPLATE_TOKEN.findall(template):
        if token in GRAMMAR:
            yield GRAMMAR[token]
        elif token.startswith("{"):
            name = token.strip("{}+")
            yield f"(?:{compile_template(vocabulary[name], vocabulary)}){'+' if token.endswith('+') else ''}"
        elif token[0].isalnum():
            yield rf"{SIGNS} \^?{token[:-1]}[a-z0-9]*" if token.endswith("~") else rf"{SIGNS} \^?{token}(?![a-z0-9])"
        else:
            yield rf"{SIGNS}? {re.escape(token)}"
