"""What is particular to the columnar searcher: time limits, threads, segments."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import SearchTimeoutError
from search.columnar import deadline, facets, occurrences, sets
from search.columnar.searcher import open_searcher
from search.plan import FacetRequest, Plan, Term, Within
from tests.search.columnar.generations import build_generation
from tests.search.corpora import Corpus, article, corpora, corpus, plans

THREE_PARTS = Corpus(tuple(corpus(article(n, "paix", values=[{"person": ["x"]}])).batches[0] for n in range(3)))
PAIX = Within(Term("stem", "paix"))


class Clock:
    """A clock that goes on by one second each time it is looked at."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def test_a_search_without_time_for_anything_says_so(tmp_path: Path) -> None:
    searcher = open_searcher(build_generation(THREE_PARTS, tmp_path))
    with pytest.raises(SearchTimeoutError, match="took more than 0 s"):
        searcher.match(Plan(PAIX, seconds=0))


def test_a_search_cut_short_gives_what_was_found_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searcher = open_searcher(build_generation(THREE_PARTS, tmp_path))
    plan = Plan(PAIX, facets=(FacetRequest("person", 1, ("x",)), FacetRequest("country", 1)))
    complete = searcher.match(plan)
    answers = []
    for seconds in range(1, 20):
        monkeypatch.setattr(deadline, "monotonic", Clock())
        try:
            answers.append(searcher.match(Plan(PAIX, facets=plan.facets, seconds=seconds)))
        except SearchTimeoutError:
            assert not answers
    assert [each.partial for each in answers] == sorted((each.partial for each in answers), reverse=True)
    assert [each.articles for each in answers] == sorted(each.articles for each in answers)
    assert answers[0].partial
    assert answers[0].notes == ("deadline",)
    assert 0 < answers[0].articles == len(answers[0].hits) < 3
    assert answers[0].facets[0].values[0].articles <= answers[0].articles
    assert answers[-1] == complete


@given(corpora(), st.lists(plans, min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_many_threads_get_the_answers_that_one_gets(
    tmp_path_factory: pytest.TempPathFactory, drawn: Corpus, questions: list[Plan]
) -> None:
    generation = build_generation(drawn, tmp_path_factory.mktemp("index"))
    alone, shared = open_searcher(generation), open_searcher(generation)
    expected = [alone.match(plan) for plan in questions]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(2):
            answers = list(pool.map(shared.match, questions * 4))
            assert answers == expected * 4


@given(corpora(), plans)
@settings(max_examples=100, deadline=None)
def test_segments_do_not_change_an_answer(tmp_path_factory: pytest.TempPathFactory, drawn: Corpus, plan: Plan) -> None:
    merged = Corpus((tuple(drawn.living()),) if drawn.living() else (), stories=drawn.stories)
    several, one = (
        open_searcher(build_generation(each, tmp_path_factory.mktemp("index"))).match(plan) for each in (drawn, merged)
    )
    assert several == one


WAYS = {
    "as if everything were many": {
        (facets, "SORT_COST"): 1 << 40,
        (occurrences, "FIND_COST"): 1 << 40,
        (sets, "STRIDE_COST"): 1 << 40,
        (sets, "WIDTH"): 1 << 40,
    },
    "as if everything were few": {
        (facets, "SORT_COST"): 0,
        (occurrences, "FIND_COST"): 0,
        (sets, "STRIDE_COST"): 0,
        (sets, "WIDTH"): 0,
    },
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@given(corpora(), plans)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_way_of_working_gives_the_same_answer(
    tmp_path_factory: pytest.TempPathFactory, way: dict[tuple[ModuleType, str], int], drawn: Corpus, plan: Plan
) -> None:
    generation = build_generation(drawn, tmp_path_factory.mktemp("index"))
    usual = open_searcher(generation).match(plan)
    with pytest.MonkeyPatch.context() as patch:
        for (module, constant), value in way.items():
            patch.setattr(module, constant, value)
        assert open_searcher(generation).match(plan) == usual
