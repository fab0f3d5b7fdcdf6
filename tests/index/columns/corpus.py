"""Random small corpora, and how they are indexed: for every test of the columnar index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from index.article import Article, Paragraph, Zone
from index.columns import SegmentBuilder, SegmentSummary, WriteLock, publish
from index.document import Document, Fields, IndexedArticle, Mention, Token

FIELDS = Fields()
WORDS = ["été", "ete", "armée", "char", "le", "la", "élysée", "zèbre", "a", "œuvre", "x" * 300, "b\n", "日本"]
PEOPLE = ["macron", "merkel", "Ælfric", "p\x1fq"]
MEMORY = 1 << 26


def token(position: int, word: str) -> Token:
    folded = word.replace("é", "e").replace("è", "e")
    return Token(position, position * 5, position * 5 + 4, folded.rstrip("e"), folded, "" if folded == word else word)


words = st.lists(st.sampled_from(WORDS), max_size=12)
people = st.lists(st.sampled_from(PEOPLE), max_size=3).map(tuple)
paragraphs = st.lists(st.tuples(words, people), max_size=4)
days = st.none() | st.dates(date(1950, 1, 1), date(2040, 1, 1))
signatures = st.tuples(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))


def article(
    number: int,
    contents: Sequence[tuple[Sequence[str], Sequence[str]]] = (),
    day: date | None = None,
    signature: tuple[int, ...] = (),
) -> IndexedArticle:
    """An article of paragraphs given as (words, people), with one line of noise before them."""
    texts = [Paragraph(n + 1, " ".join(w), Zone.BODY, "text") for n, (w, _) in enumerate(contents)]
    noise = Paragraph(0, "Lire aussi", Zone.RELATED, "related")
    documents = tuple(
        Document(
            n + 1,
            tuple(token(position, word) for position, word in enumerate(w)),
            {"zone": ("body",), "person": tuple(p), "country": ("FR",) if n % 2 else ()},
        )
        for n, (w, p) in enumerate(contents)
    )
    mentions = tuple(
        Mention("person", name, name.title(), n + 1, 0, 3, texts[n].text[:3], "alias", 0.5, n % 2 == 0)
        for n, (_, p) in enumerate(contents)
        for name in p
    )
    id_ = f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}"
    facts = Article(id_, f"a/{number}.txt", f"Titre {number}", day, "AFP", None, None, (noise, *texts))
    return IndexedArticle(facts, documents, mentions, signature)


articles = st.lists(
    st.builds(article, st.integers(0, 30), paragraphs, days, signatures), max_size=12, unique_by=lambda a: a.article.id
)


def build(folder: Path, indexed: Sequence[IndexedArticle], memory: int = MEMORY) -> tuple[SegmentSummary, ...]:
    builder = SegmentBuilder(folder, FIELDS, memory)
    for one in indexed:
        builder.add(one)
    return builder.finish()


def index(folder: Path, indexed: Sequence[IndexedArticle], memory: int = MEMORY) -> int:
    """Publish the articles as a whole new index."""
    with WriteLock(folder) as lock:
        return publish(lock, None, build(folder, indexed, memory), (), FIELDS, {})
