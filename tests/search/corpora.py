"""Small corpora and plans for the tests of engines: written by hand in one line each, or drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hypothesis import strategies as st

from index.article import Article, Paragraph, Zone
from index.document import Document, IndexedArticle, Mention, Token
from search.plan import (
    All,
    And,
    Clause,
    FacetRequest,
    Filter,
    Fuzzy,
    Not,
    Nothing,
    Or,
    Phrase,
    Plan,
    Prefix,
    Published,
    Term,
    Within,
)
from search.query import Sort
from tests.reference_hits import EPOCH

WORDS = ("paix", "pais", "paxi", "guerre", "guerres", "guer", "été", "otan", "char", "a")
VALUES = {"person": ("lavrov", "macron", "zelensky"), "country": ("france", "russie"), "source": ("lemonde", "tass")}
DAYS = tuple(date(2022, month, day) for month, day in ((1, 31), (2, 1), (2, 2), (2, 24)))


@dataclass(frozen=True)
class Corpus:
    """Articles in the order they were indexed, one batch for each run; those of `removed` were then removed."""

    batches: tuple[tuple[IndexedArticle, ...], ...]
    removed: frozenset[str] = frozenset()
    stories: Mapping[str, int] = field(default_factory=dict)

    def living(self) -> list[IndexedArticle]:
        return [each for batch in self.batches for each in batch if each.article.id not in self.removed]


def article_id(number: int) -> str:
    """Ids whose order is not that of their numbers."""
    return f"{(number * 0x9E3779B97F4A7C15) % 2**64:016x}"


def tokens(words: str) -> tuple[Token, ...]:
    """The tokens of words divided by blanks; "|" divides alternatives of one word, "_" is a word without a term."""
    found = []
    for position, slot in enumerate(words.split()):
        found += [
            Token(position, 0, len(word), word.rstrip("s"), fold(word), word if fold(word) != word else "")
            for word in slot.split("|")
            if word != "_"
        ]
    return tuple(found)


def fold(word: str) -> str:
    return word.replace("é", "e")


def article(
    number: int,
    *paragraphs: str,
    day: date | None = None,
    values: Sequence[Mapping[str, Sequence[str]]] = (),
) -> IndexedArticle:
    """An article of these paragraphs; `values` are those of each paragraph, as far as they go."""
    zones = [Zone.CHROME] + [Zone.BODY] * len(paragraphs)
    texts = ["Partager", *paragraphs]
    carried = [*values, *({} for _ in paragraphs[len(values) :])]
    documents = tuple(
        Document(ordinal, tokens(text), {name: tuple(each) for name, each in given.items()} | {"zone": ("body",)})
        for ordinal, (text, given) in enumerate(zip(paragraphs, carried, strict=True), start=1)
    )
    stored = tuple(Paragraph(n, text, zone, "test") for n, (text, zone) in enumerate(zip(texts, zones, strict=True)))
    return IndexedArticle(
        Article(article_id(number), f"{number}.txt", f"Article {number}", day, "test", None, None, stored),
        documents,
        tuple(
            Mention(name, value, value.title(), document.ordinal, 0, 1, "x", "test", 1.0)
            for document in documents
            for name in VALUES
            for value in document.values.get(name, ())
        ),
    )


def corpus(*articles: IndexedArticle) -> Corpus:
    return Corpus((articles,))


# drawn by hypothesis

slots = st.lists(st.sampled_from(WORDS), max_size=2, unique=True).map(lambda words: "|".join(words) or "_")
texts = st.lists(slots, max_size=7).map(" ".join)
carried = st.fixed_dictionaries(
    {}, optional={name: st.lists(st.sampled_from(values), max_size=3) for name, values in VALUES.items()}
)


@st.composite
def articles(draw: st.DrawFn, number: int) -> IndexedArticle:
    paragraphs = draw(st.lists(st.tuples(texts, carried), max_size=4))
    day = draw(st.none() | st.sampled_from(DAYS))
    return article(number, *(text for text, _ in paragraphs), day=day, values=[values for _, values in paragraphs])


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Up to three batches of up to five articles, some of them removed, some of them copies."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=3))
    numbers = iter(range(sum(sizes)))
    batches = tuple(tuple(draw(articles(next(numbers))) for _ in range(size)) for size in sizes)
    ids = [each.article.id for batch in batches for each in batch]
    removed = frozenset(draw(st.lists(st.sampled_from(ids), max_size=3)))
    stories = {each: draw(st.integers(0, 3)) for each in ids} if draw(st.booleans()) else {}
    return Corpus(batches, removed, stories)


days = st.none() | st.sampled_from(DAYS).map(lambda day: (day - EPOCH).days)
boosts = st.sampled_from((1.0, 1.0, 2.5, 0.0))
text_fields = st.sampled_from(("stem", "stem", "exact", "accented", "missing"))
words = st.sampled_from((*WORDS, "absent"))
terms = st.builds(Term, text_fields, words, boosts) | st.builds(
    Term, st.just("person"), st.sampled_from((*VALUES["person"], "absent")), boosts
)
phrase_slots = st.lists(st.builds(Term, st.sampled_from(("stem", "exact")), words), max_size=2).map(tuple)
leaves: st.SearchStrategy[Clause] = (
    terms
    | terms
    | st.builds(Phrase, st.lists(phrase_slots, max_size=3).map(tuple), boosts)
    | st.builds(Prefix, text_fields, st.sampled_from(("", "p", "pa", "guer", "é", "z")), boosts)
    | st.builds(Fuzzy, text_fields, words, st.integers(1, 2), boosts)
    | st.just(All())
    | st.just(Nothing())
    | st.builds(Published, days, days)
)


def compound(inner: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.builds(And, several) | st.builds(Or, several, st.booleans()) | st.builds(Not, inner)


within = st.builds(Within, st.recursive(leaves, compound, max_leaves=5))
matches = st.recursive(within | within | within | st.just(All()), compound, max_leaves=4)
chosen = st.sampled_from(("person", "person", "country", "source", "missing")).flatmap(
    lambda name: st.tuples(
        st.just(name), *[st.lists(st.sampled_from((*VALUES.get(name, ()), "absent")), max_size=2).map(tuple)] * 3
    )
)
filters = chosen.map(lambda drawn: Filter(drawn[0], drawn[1], drawn[2][:1], drawn[3][:1]))
requests = st.builds(
    FacetRequest,
    st.sampled_from(("person", "country", "source", "missing")),
    st.integers(0, 3),
    st.lists(st.sampled_from((*VALUES["person"], "absent")), max_size=2, unique=True).map(tuple),
)
plans = st.builds(
    Plan,
    match=matches,
    filters=st.lists(filters, max_size=2).map(tuple),
    together=st.booleans(),
    after=days,
    before=days,
    sort=st.sampled_from(Sort),
    offset=st.integers(0, 3),
    limit=st.integers(0, 5),
    paragraphs=st.integers(0, 3),
    facets=st.lists(requests, max_size=3).map(tuple),
    histogram=st.booleans(),
    holding=st.lists(terms, max_size=2).map(tuple),
    fold_copies=st.booleans(),
)
