"""Random queries over random articles, compared with the plainest reading of docs/query-language.md."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article, Paragraph, Zone
from search.highlighting import merged
from search.query import Query, Scope
from tests.search.archive import analyzer, article, recogniser, search_over

WORDS = [
    "drone",
    "drones",
    "marine",
    "pêche",
    "péché",
    "F-16",
    "F16",
    "mer noire",
    "sommet",
    "20 000",
    "l'été",
    "de la",
]
SUBJECTS = ["Le Mali", "des Maliens", "L'OTAN", "l'Alliance atlantique", "Volodymyr Zelensky", "Jelenski", "Kiev"]
COUNTRIES = {"ml", "ua"}


@dataclass(frozen=True)
class Ask:
    """A query as a tree of its own; `kind` is word, phrase, prefix, title, country, not, and, or."""

    kind: str
    text: str = ""
    parts: tuple[Ask, ...] = ()

    def written(self) -> str:
        inner = [part.written() for part in self.parts]
        match self.kind:
            case "phrase":
                return f'"{self.text}"'
            case "prefix":
                return f"{self.text}*"
            case "title":
                return f"titre:({inner[0]})"
            case "country":
                return f"pays:{self.text}"
            case "not":
                return f"-({inner[0]})"
            case "and":
                return f"({' '.join(inner)})"
            case "or":
                return f"({' OU '.join(inner)})"
            case _:
                return self.text


words = st.sampled_from(["drone", "marines", "pêche", "PECHE", "f-16", "f16", "noire", "20 000", "été"])
leaf = st.one_of(
    st.builds(Ask, st.just("word"), words),
    st.builds(
        Ask, st.just("phrase"), st.sampled_from(["mer noire", "drones", "peche", "péché", "f 16", "noire drone"])
    ),
    st.builds(Ask, st.just("prefix"), st.sampled_from(["dro", "ma", "pec"])),
    st.builds(Ask, st.just("country"), st.sampled_from(sorted(COUNTRIES))),
)


def compound(inner: st.SearchStrategy[Ask]) -> st.SearchStrategy[Ask]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Ask, st.sampled_from(["and", "or"]), st.just(""), several),
        st.builds(Ask, st.just("not"), st.just(""), st.tuples(inner)),
    )


queries = st.recursive(leaf, compound, max_leaves=6)
titled = st.recursive(
    st.one_of(leaf, st.builds(Ask, st.just("title"), st.just(""), st.tuples(leaf))), compound, max_leaves=6
)
texts = st.lists(st.sampled_from(WORDS + SUBJECTS), min_size=1, max_size=6).map(", ".join)
bodies = st.lists(texts, min_size=1, max_size=4)


@st.composite
def archives(draw: st.DrawFn) -> list[Article]:
    drawn = draw(st.lists(st.tuples(st.booleans(), bodies), min_size=1, max_size=6))
    return [
        article(number, texts[0] if titled else "", *texts[titled:]) for number, (titled, texts) in enumerate(drawn)
    ]


def holds(ask: Ask, one: Article, paragraph: Paragraph) -> bool:
    """Whether one paragraph satisfies a query by itself."""
    tokens = analyzer().tokens(paragraph.text)
    match ask.kind:
        case "and":
            return all(holds(part, one, paragraph) for part in ask.parts)
        case "or":
            return any(holds(part, one, paragraph) for part in ask.parts)
        case "not":
            return not holds(ask.parts[0], one, paragraph)
        case "title":
            return paragraph.zone is Zone.TITLE and holds(ask.parts[0], one, paragraph)
        case "country":
            mentions = recogniser().mentions(one)
            return any((m.entity, m.ordinal) == (ask.text, paragraph.ordinal) for m in mentions)
        case "prefix":
            return any(token.exact.startswith(ask.text) for token in tokens)
        case "phrase":
            return stands_in(ask.text, paragraph.text, exact=True)
        case _:
            return stands_in(ask.text, paragraph.text, exact=False)


def stands_in(asked: str, text: str, exact: bool) -> bool:
    """Whether the words stand side by side in a text, or as one where they are written as one."""

    def form(word: str) -> set[str]:
        token = max(analyzer().tokens(word), key=lambda each: each.end - each.start)
        if not exact:
            return {token.stem}
        return {token.accented} if token.accented else {token.exact}

    found: dict[int, set[str]] = {}
    for token in analyzer().tokens(text):
        terms = {token.exact, token.accented} if exact else {token.stem}
        found.setdefault(token.position, set()).update(terms)
    if asked == "20 000":
        return any("20000" in terms for terms in found.values())
    ways = [asked.replace("-", " ").split(), [asked]] if " " not in asked else [asked.split()]
    return any(
        all(form(word) & found.get(place + step, set()) for step, word in enumerate(way))
        for way in ways
        for place in found
    )


def in_article(ask: Ask, one: Article) -> bool:
    """Whether an article satisfies a query, each of whose leaves may stand in a paragraph of its own."""
    match ask.kind:
        case "and":
            return all(in_article(part, one) for part in ask.parts)
        case "or":
            return any(in_article(part, one) for part in ask.parts)
        case "not":
            return not in_article(ask.parts[0], one)
        case _:
            return any(holds(ask, one, paragraph) for paragraph in one.searched())


def found(articles: list[Article], ask: Ask, scope: Scope) -> set[str]:
    query = Query(ask.written(), scope=scope, names=False, per_page=100)
    return {hit.article.id for hit in search_over(articles).answer(query).hits}


@given(archives(), titled)
@settings(max_examples=60, deadline=None)
def test_articles_satisfy_a_query_with_all_their_paragraphs(articles: list[Article], ask: Ask) -> None:
    assert found(articles, ask, Scope.ARTICLE) == {one.id for one in articles if in_article(ask, one)}


@given(archives(), queries)
@settings(max_examples=60, deadline=None)
def test_paragraphs_satisfy_a_query_one_by_one(articles: list[Article], ask: Ask) -> None:
    expected = {one.id for one in articles if any(holds(ask, one, each) for each in one.searched())}
    assert found(articles, ask, Scope.PARAGRAPH) == expected


positive = st.lists(st.builds(Ask, st.sampled_from(["word", "word", "prefix"]), words), min_size=1, max_size=3)


@given(archives(), positive, st.sampled_from(Scope))
@settings(max_examples=60, deadline=None)
def test_every_matching_paragraph_is_marked_and_would_not_match_without_the_marks(
    articles: list[Article], asks: list[Ask], scope: Scope
) -> None:
    asks = [Ask(ask.kind, ask.text.split("-")[0] if ask.kind == "prefix" else ask.text) for ask in asks]
    asks = [ask for ask in asks if ask.kind != "prefix" or ask.text not in ("f", "20 000")] or [Ask("word", "drone")]
    query = Query(" ".join(ask.written() for ask in asks), scope=scope, names=False, per_page=100, paragraphs=100)
    for hit in search_over(articles).answer(query).hits:
        assert len(hit.paragraphs) == hit.matching_paragraphs
        for shown in hit.paragraphs:
            assert shown.highlights
            assert list(shown.highlights) == list(merged(shown.highlights))
            blanked = Paragraph(shown.ordinal, blank(shown.text, shown.highlights), Zone.BODY, "test")
            assert not any(holds(ask, hit.article, blanked) for ask in asks)


def blank(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in spans:
        text = text[:start] + "·" * (end - start) + text[end:]
    return text
