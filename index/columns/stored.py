"""An article with its mentions goes into bytes and comes back whole.

One article is a zlib stream of a JSON array: lists instead of objects, because names of keys repeat in every article.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from index.article import Article, Paragraph, Zone
from index.document import Mention


def encode_article(article: Article, mentions: Sequence[Mention]) -> bytes:
    """The bytes that are kept of an article."""
    paragraphs = [[p.text, p.zone.value, p.rule] for p in article.paragraphs]
    day = None if article.date is None else article.date.isoformat()
    facts = [article.id, article.path, article.title, day, article.source, article.url, article.author]
    evidence = [_encode_mention(mention, article) for mention in mentions]
    text = json.dumps([facts, paragraphs, evidence], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode())


def decode_article(data: bytes) -> tuple[Article, tuple[Mention, ...]]:
    """The article that these bytes were made of."""
    facts, texts, evidence = json.loads(zlib.decompress(data))
    id_, path, title, day, source, url, author = facts
    paragraphs = tuple(Paragraph(n, text, Zone(zone), rule) for n, (text, zone, rule) in enumerate(texts))
    when = None if day is None else date.fromisoformat(day)
    article = Article(id_, path, title, when, source, url, author, paragraphs)
    return article, tuple(_decode_mention(values, article) for values in evidence)


def _encode_mention(mention: Mention, article: Article) -> list[Any]:
    m = mention
    # The words are nearly always the span itself, so they are not kept twice.
    words = None if m.words == article.paragraphs[m.ordinal].text[m.start : m.end] else m.words
    return [m.kind, m.entity, m.label, m.ordinal, m.start, m.end, words, m.rule, m.confidence, int(m.listed)]


def _decode_mention(values: list[Any], article: Article) -> Mention:
    kind, entity, label, ordinal, start, end, words, rule, confidence, listed = values
    if words is None:
        words = article.paragraphs[ordinal].text[start:end]
    return Mention(kind, entity, label, ordinal, start, end, words, rule, confidence, bool(listed))
