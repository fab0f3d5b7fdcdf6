"""What every engine answers: the same sets, counts and hits as the reference, whatever the corpus and the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from index.document import IndexedArticle
from search.columnar.searcher import open_searcher
from search.engine import Searcher, TermCount
from search.matches import ArticleMatch, FacetCounts, Matches, ValueCount
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
    Term,
    Within,
)
from search.query import Sort
from tests.reference import ReferenceSearcher
from tests.search.columnar.generations import build_generation
from tests.search.corpora import Corpus, article, article_id, corpora, corpus, plans

Build = Callable[[Corpus, Path], Searcher]
EVERYTHING = 1000


def reference(given: Corpus, _: Path | None = None) -> ReferenceSearcher:
    return ReferenceSearcher(given.living(), given.stories)


def columnar(given: Corpus, folder: Path) -> Searcher:
    return open_searcher(build_generation(given, folder))


# The reference answers the hand-written questions too: they are what it is to be believed for.
ENGINES: dict[str, Build] = {"reference": reference, "columnar": columnar}
engines = pytest.mark.parametrize("build", ENGINES.values(), ids=ENGINES)
compared = pytest.mark.parametrize("build", [columnar])


# any plan on any corpus


def assert_answers(searcher: Searcher, expected: ReferenceSearcher, plan: Plan) -> None:
    answer, wanted = searcher.match(plan), expected.match(plan)
    assert without_hits(answer) == without_hits(wanted)
    if plan.sort is Sort.RELEVANCE:
        assert_ranked(answer.hits, wanted.hits, expected, plan)
    else:
        assert [hit.article for hit in answer.hits] == [hit.article for hit in wanted.hits]
    by_id = {hit.article: hit for hit in expected.match(replace(plan, offset=0, limit=EVERYTHING)).hits}
    for hit in answer.hits:
        if hit.article in by_id:
            assert_same_hit(hit, by_id[hit.article])


def without_hits(matches: Matches) -> Matches:
    return replace(matches, hits=(), generation="")


def assert_ranked(
    hits: tuple[ArticleMatch, ...], wanted: tuple[ArticleMatch, ...], expected: ReferenceSearcher, plan: Plan
) -> None:
    """Articles may change places only where rounding decides: where their scores are nearly the same."""
    assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in wanted], rel=1e-5)
    everything = expected.match(replace(plan, offset=0, limit=EVERYTHING, fold_copies=False)).hits
    scores = {hit.article: hit.score for hit in everything}
    for hit, other in zip(hits, wanted, strict=True):
        assert hit.article == other.article or scores[hit.article] == pytest.approx(other.score, rel=1e-5)
    assert len({hit.article for hit in hits}) == len(hits)


def assert_same_hit(hit: ArticleMatch, wanted: ArticleMatch) -> None:
    assert (hit.matching_paragraphs, hit.copies) == (wanted.matching_paragraphs, wanted.copies)
    assert [p.score for p in hit.paragraphs] == pytest.approx([p.score for p in wanted.paragraphs], rel=1e-5)
    assert len({p.ordinal for p in hit.paragraphs}) == len(wanted.paragraphs)


@compared
@given(corpora(), plans)
@settings(max_examples=150, deadline=None)
def test_any_plan_on_any_corpus_is_answered_as_by_the_reference(build: Build, drawn: Corpus, plan: Plan) -> None:
    with TemporaryDirectory() as folder:
        assert_answers(build(drawn, Path(folder)), reference(drawn), plan)


@compared
@given(corpora())
@settings(max_examples=50, deadline=None)
def test_terms_are_completed_corrected_and_counted_as_by_the_reference(build: Build, drawn: Corpus) -> None:
    with TemporaryDirectory() as folder:
        searcher, expected = build(drawn, Path(folder)), reference(drawn)
        for field in ("stem", "accented", "person", "missing"):
            for text in ("", "pa", "paix", "guerr", "été", "macron"):
                assert searcher.complete(field, text, 100) == expected.complete(field, text, 100)
                assert searcher.near(field, text, 2, 100) == expected.near(field, text, 2, 100)
                assert searcher.count(field, text) == expected.count(field, text)


@compared
@given(corpora())
@settings(max_examples=50, deadline=None)
def test_what_is_stored_comes_back_and_what_is_removed_does_not(build: Build, drawn: Corpus) -> None:
    with TemporaryDirectory() as folder:
        searcher, expected = build(drawn, Path(folder)), reference(drawn)
        assert list(searcher.articles()) == list(expected.articles())
        ids = [each.article.id for batch in drawn.batches for each in batch] + ["ffffffffffffffff"]
        assert searcher.stored(ids) == expected.stored(ids)


# what clauses match


NEWS = corpus(
    article(1, "la paix en europe", "la guerre en ukraine"),
    article(2, "la guerre et la paix"),
    article(3, "otan"),
    article(4),
)


def found(searcher: Searcher, match: Clause) -> set[int]:
    hits = searcher.match(Plan(match, limit=EVERYTHING)).hits
    return {number for number in range(100) if article_id(number) in {hit.article for hit in hits}}


paix, guerre, otan = Term("stem", "paix"), Term("stem", "guerre"), Term("stem", "otan")
la, en, et = ((Term("stem", word),) for word in ("la", "en", "et"))


@engines
@pytest.mark.parametrize(
    ("match", "articles"),
    [
        (All(), {1, 2, 3, 4}),
        (Nothing(), set()),
        (Within(All()), {1, 2, 3}),
        (Within(paix), {1, 2}),
        (Within(And((paix, guerre))), {2}),
        (And((Within(paix), Within(guerre))), {1, 2}),
        (Within(Or((paix, otan))), {1, 2, 3}),
        (And((Within(paix), Not(Within(otan)))), {1, 2}),
        (Not(Within(paix)), {3, 4}),
        (Within(Not(paix)), {1, 3}),
        (Within(And(())), {1, 2, 3}),
        (Within(Or(())), set()),
        (And(()), {1, 2, 3, 4}),
        (Or(()), set()),
        (Within(Term("stem", "absent")), set()),
        (Within(Term("missing", "paix")), set()),
        (Within(Term("zone", "body")), {1, 2, 3}),
        (Within(Phrase((la, (paix,)))), {1, 2}),
        (Within(Phrase(((guerre,), et))), {2}),
        (Within(Phrase((la, (paix, guerre), en))), {1}),
        (Within(Phrase(((guerre,), (), la))), {2}),
        (Within(Phrase(((), (paix,), ()))), {1, 2}),
        (Within(Phrase(((Term("exact", "guerre"),), en))), {1}),
        (Within(Phrase(((guerre,), (Term("stem", "absent"),)))), set()),
        (Within(Phrase(((Term("zone", "body"),),))), set()),
        (Within(Phrase(())), set()),
        (Within(Phrase(((), ()))), set()),
        (Within(Prefix("stem", "ukr")), {1}),
        (Within(Prefix("missing", "ukr")), set()),
        (Within(Fuzzy("stem", "pxai", 1)), set()),
        (Within(Fuzzy("stem", "piax", 1)), {1, 2}),
        (Within(Fuzzy("stem", "guer", 2)), {1, 2}),
        (Within(Fuzzy("missing", "guer", 2)), set()),
    ],
    ids=str,
)
def test_a_clause_matches_articles(build: Build, tmp_path: Path, match: Clause, articles: set[int]) -> None:
    assert found(build(NEWS, tmp_path), match) == articles


# the order of hits


def ranked(searcher: Searcher, plan: Plan) -> list[int]:
    numbers = {article_id(number): number for number in range(100)}
    return [numbers[hit.article] for hit in searcher.match(plan).hits]


@engines
def test_an_article_with_the_words_in_one_paragraph_comes_before_any_with_them_apart(
    build: Build, tmp_path: Path
) -> None:
    apart = article(1, "paix paix paix", "guerre guerre guerre")
    together = article(2, f"paix {'x ' * 60} guerre")
    match = And((Within(paix), Within(guerre)))
    assert ranked(build(corpus(apart, together), tmp_path), Plan(match)) == [2, 1]


@engines
def test_a_word_that_one_segment_lacks_ranks_nothing_before_or_behind_that_segment(
    build: Build, tmp_path: Path
) -> None:
    lacking, having = (article(1, "paix guerre"),), (article(2, f"paix {'x ' * 20} guerre"), article(3, "otan"))
    match = And((Within(paix), Or((Within(guerre), Within(otan)))))
    assert ranked(build(Corpus((lacking, having)), tmp_path), Plan(match)) == [1, 2]


@engines
def test_equal_scores_are_ordered_newest_first_undated_last_then_by_id(build: Build, tmp_path: Path) -> None:
    days = {1: date(2022, 1, 1), 2: None, 3: date(2023, 1, 1), 4: date(2022, 1, 1), 5: None}
    searcher = build(corpus(*(article(number, "paix", day=day) for number, day in days.items())), tmp_path)
    by_id = sorted((1, 4), key=article_id), sorted((2, 5), key=article_id)
    for match in (All(), Within(paix), Within(replace(paix, boost=0.0))):
        assert ranked(searcher, Plan(match)) == [3, *by_id[0], *by_id[1]]
        assert ranked(searcher, Plan(match, sort=Sort.NEWEST)) == [3, *by_id[0], *by_id[1]]
        assert ranked(searcher, Plan(match, sort=Sort.OLDEST)) == [*by_id[0], 3, *by_id[1]]


@engines
def test_pages_follow_each_other_without_gaps(build: Build, tmp_path: Path) -> None:
    articles = [article(number, *["paix " * (number % 3 + 1), "paix"] * (number % 2 + 1)) for number in range(20)]
    searcher = build(corpus(*articles), tmp_path)
    for sort in Sort:
        plan = Plan(Within(paix), sort=sort, limit=EVERYTHING)
        pages = [ranked(searcher, replace(plan, offset=offset, limit=3)) for offset in range(0, 24, 3)]
        assert [number for page in pages for number in page] == ranked(searcher, plan)


@engines
def test_the_best_paragraphs_of_a_hit_come_best_first(build: Build, tmp_path: Path) -> None:
    searcher = build(corpus(article(1, "paix x x x", "otan", "paix paix", "paix x")), tmp_path)
    (hit,) = searcher.match(Plan(Within(paix), paragraphs=2)).hits
    assert [each.ordinal for each in hit.paragraphs] == [3, 4]
    assert (hit.matching_paragraphs, hit.score) == (3, hit.paragraphs[0].score)


@engines
def test_a_term_without_boost_filters_and_does_not_score(build: Build, tmp_path: Path) -> None:
    searcher = build(NEWS, tmp_path)
    plain, filtered = (searcher.match(Plan(Within(And((paix, replace(guerre, boost=b)))))) for b in (1.0, 0.0))
    assert filtered.articles == plain.articles == 1
    assert 0 < filtered.hits[0].score < plain.hits[0].score


# filters and counts


def carrying(number: int, *people: str, day: date | None = None) -> IndexedArticle:
    return article(number, *["paix"] * len(people), day=day, values=[{"person": each.split()} for each in people])


CABINET = corpus(
    carrying(1, "macron lavrov", ""), carrying(2, "macron", "lavrov lavrov"), carrying(3, "lavrov"), carrying(4, "")
)


@engines
@pytest.mark.parametrize(
    ("chosen", "together", "articles", "counts"),
    [
        (Filter("person"), False, 4, {"lavrov": (3, 3), "macron": (2, 2)}),
        (Filter("person", anyof=("macron",)), False, 2, {"lavrov": (3, 3), "macron": (2, 2)}),
        (Filter("person", anyof=("macron", "lavrov")), False, 3, {"lavrov": (3, 3), "macron": (2, 2)}),
        (Filter("person", allof=("macron", "lavrov")), False, 2, {"lavrov": (2, 2), "macron": (2, 2)}),
        (Filter("person", allof=("macron", "lavrov")), True, 1, {"lavrov": (1, 1), "macron": (1, 1)}),
        (Filter("person", noneof=("macron",)), False, 2, {"lavrov": (1, 1)}),
        (Filter("person", noneof=("macron",)), True, 4, {"lavrov": (2, 2)}),
        (Filter("person", anyof=("absent",)), False, 0, {"lavrov": (3, 3), "macron": (2, 2)}),
        (Filter("person", allof=("absent",)), False, 0, {}),
        (Filter("person", noneof=("absent",)), False, 4, {"lavrov": (3, 3), "macron": (2, 2)}),
        (Filter("missing", anyof=("x",)), False, 0, {}),
    ],
    ids=str,
)
def test_a_filter_does_not_shrink_the_counts_of_its_own_field_unless_all_are_wanted(
    build: Build, tmp_path: Path, chosen: Filter, together: bool, articles: int, counts: dict[str, tuple[int, int]]
) -> None:
    plan = Plan(Within(paix), (chosen,), together, facets=(FacetRequest("person", 10),))
    matches = build(CABINET, tmp_path).match(plan)
    assert matches.articles == articles
    assert {each.value: (each.articles, each.paragraphs) for each in matches.facets[0].values} == counts


@engines
def test_wanted_values_are_counted_beyond_the_limit_and_at_zero(build: Build, tmp_path: Path) -> None:
    plan = Plan(All(), facets=(FacetRequest("person", 1, ("macron", "absent")), FacetRequest("missing", 1, ("x",))))
    assert build(CABINET, tmp_path).match(plan).facets == (
        FacetCounts("person", (ValueCount("lavrov", 3, 3), ValueCount("macron", 2, 2), ValueCount("absent", 0, 0)), 2),
        FacetCounts("missing", (ValueCount("x", 0, 0),), 0),
    )


@engines
@pytest.mark.parametrize("limit", [None, 1 << 40])
def test_all_values_and_hits_are_had_without_a_limit_or_below_any(
    build: Build, tmp_path: Path, limit: int | None
) -> None:
    plan = Plan(All(), limit=limit, paragraphs=limit, facets=(FacetRequest("person", limit),))
    matches = build(CABINET, tmp_path).match(plan)
    assert len(matches.hits) == matches.articles
    assert sum(len(hit.paragraphs) for hit in matches.hits) == matches.paragraphs
    assert [value.value for value in matches.facets[0].values] == ["lavrov", "macron"]


@engines
def test_dates_are_inclusive_and_counted_by_month(build: Build, tmp_path: Path) -> None:
    days = [date(2022, 1, 31), date(2022, 2, 1), date(2022, 2, 28), None]
    searcher = build(corpus(*(article(number, "paix", day=day) for number, day in enumerate(days))), tmp_path)
    everything = searcher.match(Plan(All(), histogram=True))
    assert (everything.months, everything.undated) == (((2022 * 12, 1), (2022 * 12 + 1, 2)), 1)
    first, last = ((day - date(1970, 1, 1)).days for day in (date(2022, 1, 31), date(2022, 2, 1)))
    assert searcher.match(Plan(All(), after=first, before=last)).articles == 2
    assert searcher.match(Plan(All(), before=last - 1)).articles == 1


@engines
def test_copies_count_and_show_as_one(build: Build, tmp_path: Path) -> None:
    days = {1: date(2022, 3, 1), 2: date(2022, 1, 1), 3: date(2022, 2, 1)}
    texts = {1: "paix", 2: "paix paix", 3: "paix x"}
    told = [article(number, texts[number], day=days[number], values=[{"person": ["macron"]}]) for number in (1, 2, 3)]
    given = Corpus(((*told, article(4, "paix")),), stories={each.article.id: 7 for each in told})
    searcher = build(replace(given, stories=given.stories | {article_id(4): 8}), tmp_path)
    plan = Plan(Within(paix), facets=(FacetRequest("person", 1),), histogram=True)
    folded, plain = searcher.match(plan), searcher.match(replace(plan, fold_copies=False))
    assert (folded.articles, folded.paragraphs, plain.articles, plain.paragraphs) == (2, 4, 4, 4)
    assert folded.facets[0].values == (ValueCount("macron", 1, 3),)
    assert plain.facets[0].values == (ValueCount("macron", 3, 3),)
    assert (folded.months, folded.undated) == (((2022 * 12, 1),), 1)
    assert folded.hits[0].article == article_id(2)
    assert folded.hits[0].copies == (article_id(1), article_id(3))
    assert searcher.copies(article_id(2)) == (article_id(1), article_id(3))
    assert searcher.copies(article_id(3)) == (article_id(1), article_id(2))
    assert searcher.copies(article_id(4)) == searcher.copies("f" * 16) == ()
    assert ranked(searcher, replace(plan, sort=Sort.NEWEST)) == [1, 4]
    assert ranked(searcher, replace(plan, sort=Sort.OLDEST)) == [2, 4]


# limits


@engines
@pytest.mark.parametrize(("clause", "limit"), [(Prefix("stem", "mot"), 1024), (Fuzzy("stem", "mot35", 2), 64)], ids=str)
def test_an_expansion_stops_at_its_limit_and_says_so(build: Build, tmp_path: Path, clause: Clause, limit: int) -> None:
    searcher = build(corpus(article(1, *(f"mot{number}" for number in range(10, 1110)))), tmp_path)
    matches = searcher.match(Plan(Within(clause)))
    assert (matches.paragraphs, matches.partial) == (limit, False)
    assert build is reference or matches.notes == ("expansion_limit",)


@engines
def test_the_commonest_completions_and_the_nearest_corrections_come_first(build: Build, tmp_path: Path) -> None:
    searcher = build(corpus(article(1, "paix pais", "paix paie"), article(2, "paille")), tmp_path)
    assert searcher.complete("exact", "pai", 2) == (TermCount("paix", 2), TermCount("paie", 1))
    assert searcher.near("exact", "pais", 1, 2) == (TermCount("pais", 1), TermCount("paix", 2))
    assert searcher.count("exact", "paix") == 2
    assert searcher.vocabulary("exact") == {"paix": 2, "pais": 1, "paie": 1, "paille": 1}
    assert searcher.vocabulary("missing") == {}
    assert searcher.count("exact", "absent") == searcher.count("missing", "paix") == 0


@engines
def test_every_value_has_its_label(build: Build, tmp_path: Path) -> None:
    searcher = build(CABINET, tmp_path)
    assert searcher.labels("person") == {"macron": "Macron", "lavrov": "Lavrov"}
    assert searcher.labels("missing") == {}
