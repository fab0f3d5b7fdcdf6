"""The bytes of an article go in, its text comes out, or the reason why they are no text."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from index.errors import UnreadableArticleError
from index.reading.repair import decoded_once

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "gzip data (name it .gz)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document"),
)
# The 8-bit encodings French text comes in: Windows and Latin-1 alike, old Macintosh, DOS.
EIGHT_BIT = ["cp1252", "mac_roman", "cp850"]
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# One zero byte among so many others is a slip of whoever wrote the text; more of them make it UTF-16, or no text.
STRAY = 50
FOREIGN = re.compile("[^\x00-\x7fàâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»‘’“”–—…€°•·©®™²³½§\xa0\xad]")


def decode(content: bytes, path: Path, claimed: str | None = None) -> str:
    """The text of `content`. Raises `UnreadableArticleError` (about `path`) where it is empty or binary.

    Tried in this order: the byte order mark, UTF-16 without one, UTF-8 (a few stray bytes read as Windows-1252), the
    encoding that the file claims to have, the 8-bit encodings of French. Where it is certain that all of it has been
    encoded twice, that is undone.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableArticleError(path, "is empty")
    for magic, kind in KINDS:
        if content.startswith(magic):
            raise UnreadableArticleError(path, f"is {kind}, not text")
    text = _decoded(content, claimed)
    if text is None or len(CONTROLS.findall(text)) * 20 > len(text):
        raise UnreadableArticleError(path, "is binary data, or text in an encoding that is not known")
    return decoded_once(text)


def _decoded(content: bytes, claimed: str | None) -> str | None:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    zeros = content.count(0)
    if zeros * STRAY > len(content):
        return _utf16(content)
    if zeros:
        content = content.replace(b"\x00", b"")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(content) or _claimed(content, claimed) or _eight_bit(content)


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a mark, told by where its zero bytes stand; nothing else that holds zeros is text."""
    zeros = (content[0::2].count(0), content[1::2].count(0))
    rare, common = min(zeros), max(zeros)
    if rare * 20 > common or common * 3 < len(content) / 2:
        return None
    return content.decode("utf-16-le" if zeros[1] > zeros[0] else "utf-16-be", errors="replace")


def _damaged_utf8(content: bytes) -> str | None:
    """UTF-8 with few bytes that are none, each read as Windows-1252 or dropped; None where they are not few."""
    escaped = content.decode("utf-8", errors="surrogateescape")
    stray = len(re.findall("[\udc80-\udcff]", escaped))
    sound = sum(ord(character) > 0x7F for character in escaped) - stray
    if stray * 5 > sound:
        return None
    return re.sub("[\udc80-\udcff]", lambda found: _windows(ord(found[0]) - 0xDC00), escaped)


def _claimed(content: bytes, encoding: str | None) -> str | None:
    # Whoever says Latin-1 means Windows-1252, as every browser knows; and UTF-8 it is not.
    if encoding is None or encoding.lower() in ("utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii"):
        return None
    try:
        return content.decode(encoding)
    except (LookupError, ValueError):
        return None


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore")


def _eight_bit(content: bytes) -> str | None:
    # Rarely needed, and slow to import.
    import charset_normalizer

    best = charset_normalizer.from_bytes(content, cp_isolation=EIGHT_BIT).best()
    # Detection needs some text to go by; Windows-1252 is by far the likeliest for a short one.
    text = str(best) if best is not None else content.decode("cp1252", errors="replace")
    letters = sum(character > "\x7f" for character in text)
    return text if len(FOREIGN.findall(text)) * 2 <= letters else None
