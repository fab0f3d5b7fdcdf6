"""Text that was mangled on its way here goes in; it comes out mended where that is certain, and told of where not."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from index.reading.text import unescaped

# What each byte is in Windows-1252 as browsers read it: five bytes that stand for nothing there are controls.
BYTES = {ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(256)}
# « Ã© » is an « é » that was encoded twice; no language has these pairs.
PAIR = re.compile(f"Ã[{re.escape(''.join(chr(code) for code, byte in BYTES.items() if 0x80 <= byte < 0xC0))}]")
# Such pairs for small letters, inside a word: there they can only be those, however little else was mangled.
LETTERS_IN_WORD = re.compile(r"(?:Ã[\xa1-\xbf])+(?=[a-zà-ÿ])|(?<=[a-zà-ÿ])(?:Ã[\xa1-\xbf])+")
# Of « à » and of a space that does not break, the second half is a space that does not break: whoever makes blanks
# plain and single spoils it.
SPOILT = re.compile(r"(Ã) {1,2}(?=\w)|([ÃÂ]) ")
SURE_PAIRS = 2
# Text is encoded twice too often more than once, but not without end.
MOST_TIMES = 3
ENTITY = re.compile(
    r"&(?:[AEIOUaeiou](?:acute|grave|circ|uml)|[Cc]cedil|yuml|(?:oe|OE|ae|AE)lig|[lr](?:squo|dquo|aquo)|nbsp|hellip"
    r"|[nm]dash|euro|deg|amp|quot|apos|lt|gt|#\d{2,5}|#[xX][0-9a-fA-F]{2,4});"
)
SURE_ENTITIES = 3
# One beside a letter belongs to a word, and is no talk of entities.
ENTITY_IN_WORD = re.compile(rf"(?<=[A-Za-zÀ-ÿ]){ENTITY.pattern}|{ENTITY.pattern}(?=[a-zà-ÿ])")
REMNANTS = (
    (PAIR, SURE_PAIRS, "looks as if parts of it had been encoded twice ({})"),
    (ENTITY, 1, "holds entities of HTML ({})"),
)


def decoded_once(text: str) -> str:
    """The text as it was before it was taken for Windows-1252, and encoded a second time; else the text as it is.

    Only a text that holds several pairs like « Ã© », and nothing that such a mistake would not have left; in any other,
    only what is a letter inside a word: ChÃ©rizier.
    """
    for _ in range(MOST_TIMES):
        if not _holds(PAIR, SURE_PAIRS, text):
            break
        try:
            text = codecs.charmap_encode(SPOILT.sub(_unspoilt, text), "strict", BYTES)[0].decode("utf-8")
        except ValueError:
            break
    return LETTERS_IN_WORD.sub(_letters, text) if "Ã" in text else text


def entities_read(text: str) -> str:
    """Text without markup, its entities read where several well-known ones show that it came from a page.

    Where few do, only those inside words.
    """
    if _holds(ENTITY, SURE_ENTITIES, text):
        return unescaped(text)
    return ENTITY_IN_WORD.sub(lambda found: unescaped(found[0]), text) if "&" in text else text


def remnants(text: str) -> Iterator[str]:
    """What still looks mangled in a text, as a reader of warnings would want to be told."""
    for pattern, fewest, told in REMNANTS:
        if _holds(pattern, fewest, text):
            yield told.format(" ".join(dict.fromkeys(found[0] for found in islice(pattern.finditer(text), 5))))


def _unspoilt(found: re.Match[str]) -> str:
    # Where a word follows, the one blank is all that is left of two: « Ã\xa0 la » has become « Ã la ».
    return f"{found[1]}\xa0 " if found[1] else f"{found[2]}\xa0"


def _letters(pairs: re.Match[str]) -> str:
    # « Ã » is the first byte of them all in UTF-8, and what stands for the second is the letter but for one bit.
    return "".join(chr(ord(code) + 0x40) for code in pairs[0][1::2])


def _holds(pattern: re.Pattern[str], fewest: int, text: str) -> bool:
    return next(islice(pattern.finditer(text), fewest - 1, None), None) is not None
