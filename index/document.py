"""What crosses from recognition and analysis to an engine: an article whole, with its terms and facet values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.article import Article


class Token(NamedTuple):
    """One term at one position, and its span in the original text.

    `position` counts words from 0; alternatives of one word (the joined form of a hyphenated word, the parts of a
    glued one) share or follow its position. `stem` is the folded stem, `exact` the folded word, `accented` the
    lower-case word with its accents, or "" where that is the same as `exact`. `start`, `end`: code points, end
    excluded.
    """

    position: int
    start: int
    end: int
    stem: str
    exact: str
    accented: str


@dataclass(frozen=True, slots=True)
class NamedWords:
    """Words of a paragraph that are a name of an entity.

    `start` and `end` are code points of the paragraph's text; `words` is that span as the article spells it. `kind`
    and `entity` identify the facet value; `label` is what readers see.
    """

    kind: str
    entity: str
    label: str
    ordinal: int
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Mention(NamedWords):
    """The evidence for one facet value on one paragraph: which words put it there, by which rule.

    `confidence` is from 0 to 1. `listed` is false for a person or organisation that no gazetteer knows (shown as
    « non vérifié »).
    """

    rule: str
    confidence: float
    listed: bool = True


@dataclass(frozen=True, slots=True)
class RefusedName(NamedWords):
    """A listed name that does not count where it stands, and the reason (`index/entities/namesakes/refusals.py`)."""

    reason: str


def by_paragraph(mentions: Iterable[Mention]) -> Mapping[int, Sequence[Mention]]:
    """The mentions of an article by the ordinals of their paragraphs; one without any is not there."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.ordinal, []).append(mention)
    return found


@dataclass(frozen=True, slots=True)
class Document:
    """One searched paragraph, analysed.

    `values` maps a keyword field ("zone", "source", "person", "country", …) to its values, one for each occurrence:
    repetitions are the frequency. Beside "person" there are "person_name", the entities among them that are called by
    a name, and "person_spelling", entity id and folded spelling divided by U+001F; so for each kind.
    """

    ordinal: int
    tokens: tuple[Token, ...]
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article with everything an engine stores and searches of it.

    `signature` is that of `index.copies` (unsigned 64-bit numbers), by which near-copies are found, as long in every
    article of an index; empty where they are not looked for.
    """

    article: Article
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    signature: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of an index: names only, in a fixed order.

    `text` fields hold the token streams of the same name, with positions; `keyword` fields hold whole values; `facets`
    are keyword fields that are also counted, so their values are kept in columns, per paragraph and per article.
    """

    text: tuple[str, ...] = ("stem", "exact", "accented")
    keyword: tuple[str, ...] = ("zone",)
    facets: tuple[str, ...] = ("source", "person", "country", "organisation")
