"""An article and the mentions in it go in; the documents that an engine indexes of it come out, terms and values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from index.analysis import Analyzer, Vocabulary, fold_phrase, vocabulary
from index.article import Article, Paragraph
from index.document import Document, Fields, Mention, Token

# Rules by which an entity is spoken of without its name: « américain », « franco- », « Washington », and the country
# of a ministry.
NAMELESS_RULES = frozenset({"demonym", "compound", "metonym", "implied"})
# Between the id of an entity and a spelling of it, in terms of the spelling fields.
SEPARATOR = "\x1f"


def index_fields(kinds: Iterable[str]) -> Fields:
    """The fields of an index whose facets are `kinds`."""
    kinds = tuple(kinds)
    derived = (field for kind in kinds for field in (name_field(kind), spelling_field(kind)))
    return Fields(keyword=("zone", *derived), facets=("source", *kinds))


def name_field(kind: str) -> str:
    """The keyword field of the entities that a paragraph calls by a name of theirs."""
    return f"{kind}_name"


def spelling_field(kind: str) -> str:
    """The keyword field of `spelling_term`s."""
    return f"{kind}_spelling"


def spelling_term(mention: Mention) -> str:
    """Which entity is spelt how: its id and the folded words, divided by `SEPARATOR`."""
    return f"{mention.entity}{SEPARATOR}{folded_spelling(mention.words)}"


def folded_spelling(words: str) -> str:
    """A spelling as it is compared: « l'OTAN » and « Otan » are one."""
    return " ".join(fold_phrase(words))


def is_name(mention: Mention) -> bool:
    """Whether the words are a name of the entity, however spelt, and not a word for what belongs to it."""
    return mention.rule not in NAMELESS_RULES


def article_vocabulary(article: Article, names: Collection[str]) -> Vocabulary:
    """What the glued words of an article are recognised by; `names`: the folded names of the gazetteer."""
    return vocabulary((paragraph.text for paragraph in article.searched()), names)


def documents(
    article: Article, mentions: Sequence[Mention], analyzer: Analyzer, names: Collection[str]
) -> tuple[Document, ...]:
    """The searched paragraphs of an article, analysed; `names` as in `article_vocabulary`."""
    seen = article_vocabulary(article, names)
    source = (article.source,) if article.source else ()
    named: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        named[mention.ordinal].append(mention)
    return tuple(
        _document(paragraph, analyzer.tokens(paragraph.text, seen), named.get(paragraph.ordinal, ()), source)
        for paragraph in article.searched()
    )


def _document(
    paragraph: Paragraph, tokens: tuple[Token, ...], mentions: Iterable[Mention], source: tuple[str, ...]
) -> Document:
    values: dict[str, list[str]] = defaultdict(list, zone=[paragraph.zone.value])
    if source:
        values["source"] += source
    for mention in mentions:
        for field, value in keywords(mention):
            values[field].append(value)
    return Document(paragraph.ordinal, tokens, {field: tuple(each) for field, each in values.items()})


def keywords(mention: Mention) -> Iterator[tuple[str, str]]:
    """The keyword fields that a mention gives a value, and the values."""
    yield mention.kind, mention.entity
    yield spelling_field(mention.kind), spelling_term(mention)
    if is_name(mention):
        yield name_field(mention.kind), mention.entity
