"""A file of JSON objects goes in, one on each line; an article comes out for each, or an error that names the line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import lxml.html
from lxml.etree import ParserError

from index.article import RawArticle
from index.errors import UnreadableArticleError
from index.reading.encoding import decode
from index.reading.fields import (
    ADDRESSES,
    AUTHORS,
    SOURCES,
    TITLES,
    first_address,
    first_day,
    first_line,
    misread_days,
    whole_line,
)
from index.reading.html import DECLARATION, visible_lines
from index.reading.repair import decoded_once, remnants
from index.reading.source import Source
from index.reading.text import CONTROLS, stored_text, unescaped

TEXTS = ("text", "body", "content", "texte", "contenu", "articlebody")
KEYS = ("id", "_id", "guid", "uuid")
MARKUP = re.compile(r"</?(?:p|div|br|li|h[1-6])\b[^<>]*>", re.IGNORECASE)


def read(source: Source) -> Iterator[RawArticle | UnreadableArticleError]:
    """The articles of a file of JSON lines; a bad line is told of and the rest goes on."""
    keys: Counter[str] = Counter()
    for number, line in source.lines():
        try:
            fields = _fields(source, number, line)
            if fields is not None:
                yield _article(source, number, fields, keys)
        except UnreadableArticleError as error:
            yield error
        except Exception as error:
            # Libraries raise what they like; whatever it is, it costs this line alone.
            yield UnreadableArticleError(source.path, f"cannot be read ({type(error).__name__}: {error})", number)


def _fields(source: Source, number: int, line: bytes | None) -> Mapping[str, Any] | None:
    """The object on a line, None where it is blank."""
    if line is None:
        raise UnreadableArticleError(source.path, "is larger than an article may be", number)
    if not line.strip(b" \t\r\n\xef\xbb\xbf"):
        return None
    try:
        content = _loaded(decode(line, source.path).lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        problem = f"{error.msg.removesuffix(' at')} at column {error.colno}"
        raise UnreadableArticleError(source.path, f"is no JSON ({problem})", number) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableArticleError(source.path, f"is no usable JSON ({error})", number) from None
    except UnreadableArticleError as error:
        raise UnreadableArticleError(source.path, error.reason, number) from None
    if not isinstance(content, dict):
        raise UnreadableArticleError(source.path, "is no JSON object", number)
    return content


def _loaded(line: str) -> Any:
    """What a line of JSON says; it may have been encoded twice before it was written with escapes."""
    content = json.loads(line)
    return json.loads(decoded_once(json.dumps(content, ensure_ascii=False))) if "\\u00c3" in line.lower() else content


def _article(source: Source, number: int, fields: Mapping[str, Any], keys: Counter[str]) -> RawArticle:
    text = _text(fields)
    if not text:
        raise UnreadableArticleError(source.path, f"has no text (in {', '.join(TEXTS[:3])})", number)
    return RawArticle(
        path=source.relative,
        text=text,
        title=first_line(fields, TITLES),
        date=first_day(fields),
        source=first_line(fields, SOURCES),
        url=first_address(fields),
        author=first_line(fields, AUTHORS),
        key=_key(source, number, fields, keys),
        line=number,
        doubts=(*misread_days(fields), *remnants(text)),
    )


def _text(fields: Mapping[str, Any]) -> str:
    lower = {name.lower(): value for name, value in fields.items()}
    for name in TEXTS:
        value = lower.get(name)
        if isinstance(value, list):
            value = "\n\n".join(part for part in value if isinstance(part, str))
        if isinstance(value, str):
            text = stored_text(_shown(value) if MARKUP.search(value) else unescaped(value))
            if text.strip():
                return text
    return ""


def _shown(markup: str) -> str:
    """The lines that a text with markup shows its readers; none of one that is all comments."""
    try:
        # What is a string already is decoded: what it declares of its encoding is not true any more.
        tree = lxml.html.fromstring(DECLARATION.sub("", CONTROLS.sub("", markup)))
    except ParserError:
        return ""
    return "\n".join(visible_lines(tree))


def _key(source: Source, number: int, fields: Mapping[str, Any], keys: Counter[str]) -> str:
    """What tells an article of the file from the others: its id, or else its address or title."""
    given = whole_line(fields, KEYS)
    key = given or whole_line(fields, (*ADDRESSES, *TITLES)) or f"line {number}"
    keys[key] += 1
    if keys[key] == 1:
        return key
    if given:
        raise UnreadableArticleError(source.path, f"has the id of an earlier line ({given})", number)
    return f"{key} {keys[key]}"
