"""Decoded text goes in; text fit for storing comes out: its line breaks plain, its control characters gone."""

from __future__ import annotations

import html
import re

from index.analysis import clean_text

LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Lone surrogates, which JSON can write but no file can hold, are gone too.
# Only whole ones: « &notre » is no « ¬re ».
ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#\d+|#[xX][0-9a-fA-F]+);")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def stored_text(text: str) -> str:
    """The text as it is stored: NFC, every line break "\\n", without control and invisible characters."""
    return clean_text(CONTROLS.sub("", LINE_BREAKS.sub("\n", text)))


def stored_line(text: str | None) -> str | None:
    """One line of text as it is stored, its blanks made single; None for nothing."""
    return " ".join(stored_text(text).split()) or None if text else None


def cut(line: str, longest: int) -> str:
    """The line if it has no more characters than so many, else the whole words that fit, and dots."""
    return line if len(line) <= longest else line[:longest].rsplit(maxsplit=1)[0] + " …"


def unescaped(text: str) -> str:
    """Plain text that came out of a web page with its entities: « &amp; » is « & »."""
    return ENTITY.sub(lambda found: html.unescape(found[0]), text)
