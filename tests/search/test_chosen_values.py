"""Values that a reader has chosen or excluded: their spellings, their counts, and those that no list knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from search.query import FacetFilter, Query, Scope
from search.searching import Search
from tests.search.archive import NAMES, archive, article, found, search_over


def test_a_chosen_value_shows_its_spellings() -> None:
    query = Query(filters=(FacetFilter("person", ("zelensky",), spellings=("jelenski",)),))
    results = NAMES.answer(query)
    value = results.facets[0].values[0]
    assert (value.id, value.label, value.selected, value.count) == ("volodymyr-zelensky", "Volodymyr Zelensky", True, 1)
    assert [(each.words, each.count, each.selected) for each in value.spellings] == [
        ("Jelenski", 1, True),
        ("Volodymyr Zelensky", 1, False),
    ]
    keys = tuple(each.key for each in value.spellings)
    assert found(NAMES, "", filters=(FacetFilter("person", ("zelensky",), spellings=keys),)) == {0, 1}
    assert found(NAMES, "", filters=(FacetFilter("person", spellings=keys[:1]),)) == {1}
    assert found(NAMES, "", filters=(FacetFilter("person", spellings=("nobody",)),)) == set()


def test_spellings_that_no_text_has_leave_no_trace() -> None:
    search = archive("Volodymyr Zelensky parle.")
    for spelling in ("zelensky", *map(str, range(100))):
        search.answer(Query(filters=(FacetFilter("person", ("zelensky",), spellings=(spelling,)),)))
    assert len(search._labeller._printed._known) == 1


def spelt(search: Search, query: Query) -> dict[str, tuple[int, int]]:
    """For each spelling shown its count, and the articles there are once it is chosen; of the first chosen person."""
    value = next(value for value in search.answer(query).facets[0].values if value.selected)
    chosen = query.filter("person")
    return {
        each.words: (
            each.count,
            search.answer(replace(query, filters=(replace(chosen, spellings=(each.key,)),))).articles,
        )
        for each in value.spellings
    }


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        (Query(), {"Zelensky": 2, "Jelenski": 1, "Volodymyr Zelensky": 1}),
        (Query("kiev"), {"Zelensky": 1, "Jelenski": 1}),
        (Query("kiev", copies=True), {"Zelensky": 3, "Jelenski": 1}),
        (Query("kiev", scope=Scope.PARAGRAPH), {"Jelenski": 1}),
        (Query(before=date(2024, 1, 3)), {"Zelensky": 1}),
    ],
)
def test_a_spelling_counts_the_articles_that_choosing_it_leaves(query: Query, counts: dict[str, int]) -> None:
    told = [
        article(each, "", "Zelensky parle.", "Zelensky s’en va.", "À Kiev.", day=date(2024, 1, 1)) for each in range(3)
    ]
    told += [article(3, "", "Jelenski à Kiev."), article(4, "", "Volodymyr Zelensky. Zelensky encore.")]
    search = search_over(told, stories={one.id: 1 for one in told[:3]})
    query = replace(query, filters=(FacetFilter("person", ("zelensky",)),))
    assert spelt(search, query) == {words: (count, count) for words, count in counts.items()}


def test_a_spelling_counts_so_beside_a_title_too() -> None:
    search = search_over([article(0, "Sommet de Jelenski", "On parle.", "Zelensky dort.")])
    query = Query("titre:sommet parle", scope=Scope.PARAGRAPH, filters=(FacetFilter("person", ("zelensky",)),))
    assert spelt(search, query) == {"Zelensky": (1, 1), "Jelenski": (1, 1)}


def test_a_chosen_spelling_is_shown_even_where_it_finds_nothing() -> None:
    chosen = FacetFilter("person", ("zelensky",), spellings=("volodymyr-zelensky\x1fjelenski",))
    value = NAMES.answer(Query("xyzxyz", filters=(chosen,))).facets[0].values[0]
    assert [(each.words, each.count, each.selected) for each in value.spellings] == [("Jelenski", 0, True)]


def test_chosen_and_excluded_values_are_listed_even_where_there_are_none() -> None:
    chosen = FacetFilter("country", ("ml",), excluded=("ua",))
    values = {value.id: value for value in NAMES.answer(Query("zelensky", filters=(chosen,))).facets[1].values}
    assert (values["ml"].selected, values["ml"].count) == (True, 0)
    assert (values["ua"].excluded, values["ua"].count) == (True, 0)


def test_a_name_that_no_gazetteer_knows_is_marked_and_found() -> None:
    search = archive("Le ministre Jean-Pierre Dupont parle, dit Jean-Pierre Dupont.")
    value = search.answer(Query()).facets[0].values[0]
    assert (value.label, value.listed) == ("Jean-Pierre Dupont", False)
    assert found(search, "", filters=(FacetFilter("person", ("jean pierre dupont",)),)) == {0}


def test_values_of_one_count_stand_in_the_order_of_their_labels_accents_apart() -> None:
    search = archive("L'Ukraine et les États-Unis.", "L'Ukraine, puis les États-Unis.")
    (countries,) = (facet for facet in search.answer(Query()).facets if facet.kind == "country")
    assert [(value.id, value.count) for value in countries.values] == [("us", 2), ("ua", 2)]


def test_of_values_of_one_count_those_that_no_gazetteer_knows_come_last() -> None:
    search = archive("Le ministre André Dupont a vu Vladimir Poutine et Lloyd Austin.")
    (persons,) = (facet for facet in search.answer(Query()).facets if facet.kind == "person")
    assert [value.label for value in persons.values] == ["Lloyd Austin", "Vladimir Poutine", "André Dupont"]


CONTACT = "groupe-de-contact-pour-l-ukraine"


def spellings_of(search: Search, kind: str, value: str) -> list[str]:
    results = search.answer(Query(filters=(FacetFilter(kind, (value,)),)))
    (told,) = (each for facet in results.facets for each in facet.values if each.selected)
    return [spelling.words for spelling in told.spellings]


def test_a_spelling_is_told_as_articles_print_it_and_not_put_together_from_its_words() -> None:
    search = archive(
        "Le Groupe de contact pour l’Ukraine se réunit.",
        "LE GROUPE DE CONTACT POUR L’UKRAINE",
        "LE GROUPE DE CONTACT POUR L’UKRAINE SE TAIT",
    )
    assert spellings_of(search, "organisation", CONTACT) == ["Groupe de contact pour l’Ukraine"]


def test_a_spelling_that_is_only_in_capitals_is_told_in_capitals() -> None:
    assert spellings_of(archive("LE GROUPE DE RAMSTEIN"), "organisation", CONTACT) == ["GROUPE DE RAMSTEIN"]
