"""What the search page draws, from results."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.article import Article
from search.query import FacetFilter, Query, ValueMatch
from search.results import Facet, FacetValue, Hit, Results, SpellingCount, Understanding
from web.views import (
    FIRST_ROWS,
    active_filters,
    advised_filter,
    counts_copies,
    facet_groups,
    histogram,
    page_links,
    unseen_fields,
    without_strays,
)


def results(query: Query, articles: int = 0, **parts: object) -> Results:
    return Results(query, Understanding(), "1", 1.0, articles, articles, (), **parts)  # type: ignore[arg-type]


def values(count: int, selected: int = -1) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(f"v{n}", f"Value {n}", 99 - n, 99 - n, selected=n == selected) for n in range(count))


def test_selected_values_stand_before_the_fold_whatever_their_count() -> None:
    facet = Facet("country", values(20, selected=15), 25, ValueMatch.ANY)
    (group,) = facet_groups(results(Query(), facets=(facet,)))
    assert [row.value.id for row in group.first] == [*(f"v{n}" for n in range(FIRST_ROWS)), "v15"]
    assert len(group.first) + len(group.more) == 20
    assert group.unlisted == 5


def test_excluding_a_value_drops_it_from_the_chosen_ones() -> None:
    query = Query("x", (FacetFilter("country", ("v0", "v1")),))
    (group,) = facet_groups(results(query, facets=(Facet("country", values(2), 2, ValueMatch.ANY),)))
    assert group.first[0].exclude_url == "/?q=x&country=v1&not_country=v0"


def test_a_spelling_can_be_chosen_and_let_go() -> None:
    spelt = (SpellingCount("ze\x1fjelenski", "Jelenski", 9), SpellingCount("ze\x1fzelensky", "Zelensky", 3, True))
    value = FacetValue("ze", "Zelensky", 12, 12, selected=True, spellings=spelt)
    query = Query(filters=(FacetFilter("person", ("ze",), spellings=("ze\x1fzelensky",)),))
    (group,) = facet_groups(results(query, facets=(Facet("person", (value,), 1, ValueMatch.ANY),)))
    choose, drop = (row.url for row in group.first[0].spellings)
    assert choose == "/?person=ze&person_spelling=ze%1Fzelensky&person_spelling=ze%1Fjelenski"
    assert drop == "/?person=ze"


def test_every_filter_is_removable_one_by_one() -> None:
    query = Query(
        "x",
        (FacetFilter("country", ("v0", "Ukraine"), excluded=("v1",)),),
        after=date(2024, 1, 2),
        source=("AFP",),
        page=3,
    )
    facet = Facet("country", values(2), 2, ValueMatch.ANY)
    chips = active_filters(results(query, facets=(facet,)))
    assert [(chip.about, chip.words, chip.excluded) for chip in chips] == [
        ("country", "Value 0", False),
        ("country", "Ukraine", False),
        ("country", "Value 1", True),
        ("source", "AFP", False),
        ("after", "2024-01-02", False),
    ]
    assert chips[0].url == "/?q=x&country=Ukraine&not_country=v1&source=AFP&after=2024-01-02"
    assert chips[4].url == "/?q=x&country=v0&country=Ukraine&not_country=v1&source=AFP"


def test_a_spelling_is_called_by_its_words_and_whose_it_is() -> None:
    value = FacetValue(
        "ze", "Volodymyr Zelensky", 1, 1, True, spellings=(SpellingCount("ze\x1fjelenski", "Jelenski", 1),)
    )
    chosen = FacetFilter("person", ("ze",), spellings=("ze\x1fjelenski", "ze\x1fzelinski", "zelensky"))
    told = results(Query(filters=(chosen,)), facets=(Facet("person", (value,), 1, ValueMatch.ANY),))
    assert [(chip.about, chip.words) for chip in active_filters(told)] == [
        ("person", "Volodymyr Zelensky"),
        ("spelling", "Jelenski (Volodymyr Zelensky)"),
        ("spelling", "zelinski (Volodymyr Zelensky)"),
        ("spelling", "zelensky"),
    ]
    advised = advised_filter(told, "person_spelling")
    assert advised is not None
    assert (advised.about, advised.words.partition(",")[0]) == ("spelling", "Jelenski (Volodymyr Zelensky)")
    assert advised_filter(results(Query()), "person_spelling") is None


def test_lifting_or_excluding_a_value_lifts_its_spellings_too() -> None:
    chosen = FacetFilter("person", ("ze", "po"), spellings=("ze\x1fjelenski", "po\x1fputin"))
    shown = (FacetValue("ze", "Zelensky", 1, 1, selected=True), FacetValue("po", "Poutine", 1, 1, selected=True))
    told = results(Query(filters=(chosen,)), facets=(Facet("person", shown, 2, ValueMatch.ANY),))
    assert active_filters(told)[0].url == "/?person=po&person_spelling=po%1Fputin"
    assert facet_groups(told)[0].first[0].exclude_url == "/?person=po&not_person=ze&person_spelling=po%1Fputin"


@pytest.mark.parametrize(
    ("values", "spellings", "kept"),
    [
        (("ze",), ("ze\x1fjelenski", "po\x1fputin", "zelensky"), ("ze\x1fjelenski", "zelensky")),
        ((), ("ze\x1fjelenski", "zelensky"), ()),
    ],
)
def test_a_spelling_goes_with_its_value(
    values: tuple[str, ...], spellings: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    query = without_strays(Query("x", (FacetFilter("person", values, spellings=spellings),)))
    assert query.filter("person").spellings == kept
    assert len(query.filters) == bool(values)


def test_the_form_carries_along_what_it_does_not_show() -> None:
    chosen = FacetFilter("country", ("v0", "atlantis"), ValueMatch.ALL, ("v1", "v9"), ("v0\x1fspelt",))
    query = Query("x", (chosen,), source=("AFP",), copies=True, per_page=20, page=3)
    shown = (FacetValue("v0", "0", 1, 1, selected=True), FacetValue("v1", "1", 0, 0, excluded=True))
    assert unseen_fields(results(query, facets=(Facet("country", shown, 2, ValueMatch.ALL),))) == (
        ("country", "atlantis"),
        ("not_country", "v9"),
        ("country_spelling", "v0\x1fspelt"),
        ("source", "AFP"),
        ("per_page", "20"),
    )


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("ukraine", None),
        ("xyz:ukraine", None),
        ("country:v0,v1", ("country", "Value 0, Value 1", False)),
        ("-country:v1", ("country", "Value 1", True)),
        ("country:atlantis", ("country", "atlantis", False)),
        ("after:2024-01-02", ("after", "2024-01-02", False)),
    ],
)
def test_advice_names_filters_by_their_labels(part: str, expected: tuple[str, str, bool] | None) -> None:
    told = advised_filter(results(Query(), facets=(Facet("country", values(2), 2, ValueMatch.ANY),)), part)
    assert (told and (told.about, told.words, told.excluded)) == expected


def test_years_are_bars_that_link_to_themselves() -> None:
    months = ((date(2022, 5, 1), 2), (date(2022, 6, 1), 2), (date(2024, 1, 1), 1))
    bars = histogram(results(Query("x"), months=months))
    assert [(bar.year, bar.count, bar.share) for bar in bars] == [(2022, 4, 100), (2024, 1, 25)]
    assert bars[0].url == "/?q=x&after=2022-01-01&before=2022-12-31"
    assert histogram(results(Query("x"), months=months[2:])) == ()


@pytest.mark.parametrize(
    ("page", "articles", "expected"),
    [
        (1, 10, []),
        (1, 11, [1, 2]),
        (1, 200, [1, 2, 3, None, 20]),
        (10, 200, [1, None, 8, 9, 10, 11, 12, None, 20]),
        (20, 200, [1, None, 18, 19, 20]),
        (99, 30, [1, None, 3]),
    ],
)
def test_pages_near_the_current_one_and_both_ends_are_linked(
    page: int, articles: int, expected: list[int | None]
) -> None:
    links = page_links(results(Query("x", page=page), articles))
    assert [link.number for link in links] == expected
    assert [link.number for link in links if link.current] == [n for n in expected if n == page]


STORY = Article("a", "a.txt", "Sommet", None, None, None, None, ())


@pytest.mark.parametrize(
    ("query", "articles", "copies", "expected"),
    [
        (Query("x"), 1, (), False),
        (Query("x"), 1, (STORY,), True),
        (Query("x"), 11, (), True),
        (Query("x", copies=True), 11, (), False),
    ],
)
def test_the_page_says_where_paragraphs_of_copies_may_be_counted(
    query: Query, articles: int, copies: tuple[Article, ...], expected: bool
) -> None:
    hits = (Hit(STORY, 1.0, 2, (), copies=copies),)
    assert counts_copies(replace(results(query, articles), hits=hits)) is expected
