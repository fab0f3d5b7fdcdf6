"""URL parameters become queries and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from search.query import FacetFilter, Query, Scope, Sort, ValueMatch
from web.urls import parameters_of, parse, query_string, with_filter

KINDS = ("person", "country", "organisation")
words = st.text(min_size=1).filter(str.strip)
values = st.lists(words, max_size=4, unique=True).map(tuple)
filters = st.builds(FacetFilter, st.just("x"), values, st.sampled_from(ValueMatch), values, values)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    chosen = {kind: draw(filters) for kind in KINDS}
    made = [FacetFilter(k, f.values, f.match, f.excluded, f.spellings) for k, f in chosen.items()]
    return Query(
        text=draw(st.text()),
        filters=tuple(f for f in made if f != FacetFilter(f.kind)),
        after=draw(st.none() | st.dates()),
        before=draw(st.none() | st.dates()),
        source=draw(values),
        sort=draw(st.sampled_from(Sort)),
        scope=draw(st.sampled_from(Scope)),
        page=draw(st.integers(1, 1_000_000)),
        per_page=draw(st.integers(1, 100)),
        paragraphs=draw(st.integers(0, 100)),
        copies=draw(st.booleans()),
        names=draw(st.booleans()),
    )


@given(queries())
def test_a_query_survives_the_way_through_a_url(query: Query) -> None:
    parsed = parse(MultiDict(parameters_of(query)), KINDS)
    assert parsed.query == query
    assert parsed.complaints == ()


PARAMETERS = ["q", "page", "after", "sort", "person", "not_person", "person_match", "copies", "per_page", "junk"]


@given(st.lists(st.tuples(st.sampled_from(PARAMETERS), st.text())))
def test_any_parameters_give_a_query(pairs: list[tuple[str, str]]) -> None:
    query = parse(MultiDict(pairs), KINDS).query
    assert 1 <= query.page <= 1_000_000
    assert 1 <= query.per_page <= 100


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("page", "0"),
        ("page", "-1"),
        ("page", "two"),
        ("page", "٣"),
        ("page", "9" * 5000),
        ("per_page", "101"),
        ("after", "yesterday"),
        ("after", "2024-02-30"),
        ("sort", "date"),
        ("scope", "page"),
        ("person_match", "some"),
        ("copies", "yes"),
    ],
)
def test_a_parameter_out_of_range_is_complained_about_and_left_at_its_default(parameter: str, value: str) -> None:
    parsed = parse(MultiDict([(parameter, value)]), KINDS)
    assert parsed.query == Query()
    assert [complaint.parameter for complaint in parsed.complaints] == [parameter]


@pytest.mark.parametrize(
    ("pairs", "same"),
    [
        ([("pays", "ua"), ("pays_match", "all")], [("country", "ua"), ("country_match", "all")]),
        ([("personne", "x"), ("person", "y")], [("person", "x"), ("person", "y")]),
        ([("not_pays", "ru")], [("not_country", "ru")]),
        ([("apres", "2024"), ("avant", "03/2024")], [("after", "2024-01-01"), ("before", "2024-03-31")]),
        ([("apres", "01/02/2024")], [("after", "2024-02-01")]),
        ([("after", "1er mars 2024")], [("after", "2024-03-01")]),
    ],
)
def test_facets_and_dates_are_written_as_in_the_search_box(
    pairs: list[tuple[str, str]], same: list[tuple[str, str]]
) -> None:
    parsed = parse(MultiDict(pairs), KINDS)
    assert parsed == parse(MultiDict(same), KINDS)
    assert (parsed.complaints, parsed.strangers) == ((), ())
    assert parsed.query != Query()


@pytest.mark.parametrize(
    ("name", "meant"), [("contry", "country"), ("perpage", "per_page"), ("titre", ""), ("q" * 99, "")]
)
def test_a_parameter_that_means_nothing_is_told_with_what_may_be_meant(name: str, meant: str) -> None:
    parsed = parse(MultiDict([(name, "x"), ("lang", "fr")]), KINDS)
    assert [(each.name, each.meant) for each in parsed.strangers] == [(name[:80], meant)]
    assert parse(MultiDict([(name, "")]), KINDS).strangers == ()


def test_values_are_limited_over_all_filters() -> None:
    pairs = [(name, f"{name}{number}") for name in ("person", "not_person", "source") for number in range(30)]
    parsed = parse(MultiDict(pairs), ("person",))
    chosen = parsed.query.filter("person")
    assert (len(chosen.values), len(chosen.excluded), len(parsed.query.source)) == (30, 20, 0)
    assert [complaint.parameter for complaint in parsed.complaints] == ["not_person", "source"]


def test_empty_parameters_are_as_good_as_absent_ones() -> None:
    pairs = [("q", ""), ("after", ""), ("person", " "), ("sort", ""), ("page", "")]
    assert parse(MultiDict(pairs), KINDS) == parse(MultiDict(), KINDS)


def test_the_default_query_needs_no_parameters() -> None:
    assert query_string(Query()) == ""


def test_equal_queries_have_one_url_whatever_the_order_of_their_parameters() -> None:
    pairs = [("sort", "newest"), ("country", "ua"), ("q", "défense"), ("person", "x"), ("after", "2024-01-02")]
    urls = {query_string(parse(MultiDict(order), KINDS).query) for order in (pairs, pairs[::-1])}
    assert urls == {"q=d%C3%A9fense&person=x&country=ua&after=2024-01-02&sort=newest"}


def test_changing_a_filter_goes_back_to_the_first_page_and_an_empty_one_disappears() -> None:
    query = Query("x", (FacetFilter("country", ("ua",)),), after=date(2024, 1, 1), page=7)
    changed = with_filter(query, FacetFilter("country", ("ua", "ru")))
    assert (changed.filters, changed.page) == ((FacetFilter("country", ("ua", "ru")),), 1)
    assert with_filter(query, FacetFilter("country")).filters == ()
