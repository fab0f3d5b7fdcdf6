"""What the search page draws, from results."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.article import Article, Paragraph, Zone
from search.query import FacetFilter, Query, Sort, ValueMatch
from search.results import (
    AdvisedPart,
    Facet,
    FacetValue,
    Hit,
    ParagraphHit,
    Results,
    SpellingCount,
    Understanding,
    UnderstoodWord,
)
from web.views import (
    FIRST_ROWS,
    active_filters,
    advised_filter,
    below_title,
    facet_groups,
    numbered,
    page_links,
    reading_of,
    sort_options,
    title_of,
    told_paragraphs,
    unseen_fields,
    with_source,
    without_filters,
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
        ("dates", "", False),
    ]
    assert chips[4].days == (date(2024, 1, 2), None)
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
    advised = advised_filter(told, AdvisedPart(chosen=FacetFilter("person", spellings=chosen.spellings[:1])))
    assert advised is not None
    assert (advised.about, advised.words) == ("spelling", "Jelenski (Volodymyr Zelensky)")


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
        (AdvisedPart("before:2024"), None),
        (AdvisedPart(chosen=FacetFilter("country", ("v0", "v1"))), ("country", "Value 0, Value 1", False)),
        (AdvisedPart(chosen=FacetFilter("country", excluded=("v1",))), ("country", "Value 1", True)),
        (AdvisedPart(chosen=FacetFilter("country", ("atlantis",))), ("country", "atlantis", False)),
        (AdvisedPart(chosen=FacetFilter("source", ("Reuters, AFP",))), ("source", "Reuters, AFP", False)),
        (AdvisedPart(after=date(2024, 1, 2)), ("dates", "", False)),
    ],
)
def test_advice_names_filters_by_their_labels(part: AdvisedPart, expected: tuple[str, str, bool] | None) -> None:
    told = advised_filter(results(Query(), facets=(Facet("country", values(2), 2, ValueMatch.ANY),)), part)
    assert (told and (told.about, told.words, told.excluded)) == expected


def test_a_period_is_one_filter_that_one_link_lifts() -> None:
    query = Query("x", after=date(2024, 1, 1), before=date(2024, 12, 31), page=2)
    (chip,) = active_filters(results(query))
    assert (chip.about, chip.days, chip.url) == ("dates", (query.after, query.before), "/?q=x")


def test_the_words_are_kept_when_every_filter_is_lifted() -> None:
    chosen = FacetFilter("country", ("ua",))
    query = Query("x", (chosen,), date(2024, 1, 1), date(2024, 2, 1), ("AFP",), Sort.NEWEST, page=3)
    assert without_filters(query) == "/?q=x&sort=newest"
    assert with_source(query, "Le Courrier").startswith("/?q=x&country=ua&source=Le+Courrier&after=2024-01-01")


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


STORY = Article("a", "a.txt", "Sommet : la suite", None, None, None, None, ())


@pytest.mark.parametrize(
    ("query", "articles", "copies", "expected"),
    [
        (Query("x"), 1, (), (2, False)),
        (Query("x"), 1, (STORY,), (2, False)),
        (Query("x"), 11, (), (11, True)),
        (Query("x", copies=True), 11, (), (11, False)),
    ],
)
def test_paragraphs_of_copies_are_told_only_where_they_cannot_be_left_out(
    query: Query, articles: int, copies: tuple[Article, ...], expected: tuple[int, bool]
) -> None:
    hits = (Hit(STORY, 1.0, 2, (), copies=copies),)
    assert told_paragraphs(replace(results(query, articles), hits=hits)) == expected


@pytest.mark.parametrize(
    ("asked", "score", "expected"),
    [
        (Sort.RELEVANCE, 1.5, ["relevance", "newest", "oldest"]),
        (Sort.RELEVANCE, 0.0, ["newest", "oldest"]),
        (Sort.NEWEST, 0.0, ["newest", "oldest"]),
        (Sort.OLDEST, 0.0, ["newest", "oldest"]),
    ],
)
def test_what_has_no_score_is_not_said_to_be_ordered_by_relevance(
    asked: Sort, score: float, expected: list[str]
) -> None:
    options = sort_options(replace(results(Query(sort=asked), 1), hits=(Hit(STORY, score, 1, ()),)))
    assert [option.called for option in options] == expected
    assert [option.value for option in options if option.selected] == [asked]


def test_the_newest_first_by_default_is_no_order_that_a_later_query_keeps() -> None:
    (option, _) = sort_options(replace(results(Query(), 1), hits=(Hit(STORY, 0.0, 1, ()),)))
    assert (option.value, option.called) == (Sort.RELEVANCE, Sort.NEWEST)


def test_a_title_is_shown_once_even_if_it_is_printed_with_other_spaces() -> None:
    title = ParagraphHit(2, "Sommet\u00a0: la suite", 1.0, ((0, 6),), (0, 17))
    text = ParagraphHit(4, "Le sommet reprend.", 1.0, ((3, 9),), (0, 18))
    hit = Hit(STORY, 1.0, 2, (text, title))
    assert title_of(hit) == (title.text, ((0, 6),))
    assert below_title(hit) == (text,)
    assert title_of(replace(hit, paragraphs=(text,))) == ("Sommet : la suite", ())


def test_paragraphs_are_numbered_as_readers_count_them() -> None:
    zones = (Zone.CHROME, Zone.TITLE, Zone.BODY, Zone.CAPTION, Zone.BODY)
    paragraphs = tuple(Paragraph(ordinal, "", zone, "") for ordinal, zone in enumerate(zones))
    assert numbered(replace(STORY, paragraphs=paragraphs)) == {2: 1, 4: 2}


@pytest.mark.parametrize(
    ("typed", "forms", "expected"),
    [
        ("défense", ("defense", "defens"), "inflected"),
        ('"défense"', ("défense",), "as_typed"),
        ("défen*", ("defen*", "defense"), "listed"),
        ("zelinski~2", ("zelinski~2", "zelensky"), "listed"),
        ("pays:ua", (), ""),
    ],
)
def test_stems_are_not_told_as_words(typed: str, forms: tuple[str, ...], expected: str) -> None:
    assert reading_of(UnderstoodWord(typed, forms)) == expected
