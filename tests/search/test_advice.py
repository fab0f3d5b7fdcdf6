from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from index.config.settings import LimitsConfig
from index.document import IndexedArticle
from search.matches import Matches
from search.plan import Plan
from search.query import FacetFilter, Query, ValueMatch
from search.results import Advice, AdvisedPart, Relaxation
from search.searching import Search
from tests.reference import ReferenceSearcher
from tests.search.archive import KINDS, analyzer, archive, article, gazetteer, indexed, search_over

SEARCH = archive(
    *["Le président Zelensky parle de défense."] * 3,
    *["La réunion de Ramstein sur la défense."] * 3,
    "Volodymyr Jelenski.",
    "L'Ukraine seule. Des drones.",
    *["Des drones en mer Noire avec les États-Unis."] * 4,
)


def advice(text: str, **settings: object) -> Advice:
    return SEARCH.answer(Query(text, **settings)).advice  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zelinski", "Zelensky"),
        ("zelinsky", "Zelensky"),
        ("zelenksy", "Zelensky"),
        ("ramstien", "Ramstein"),
        ("Ramstien", "Ramstein"),
        ("defnse", "défense"),
        ("defnse ramstien", "défense Ramstein"),
        ("l'ukrane", "l'Ukraine"),
        ('"mer noirr"', '"mer Noire"'),
        ("ukrane -zelinski", "Ukraine -zelinski"),
        ("(xyzxyz OU drnoes)", "(xyzxyz OU drones)"),
        ("pays:ukrane", "pays:Ukraine"),
        ("drones pays:(etats-uni OU atlantide)", 'drones pays:("États-Unis" OU atlantide)'),
        ('personne:"volodimir zelenski"', 'personne:"Volodymyr Zelensky"'),
    ],
)
def test_misspelt_words_are_corrected_on_request(typed: str, meant: str) -> None:
    found = advice(typed)
    assert found.corrected == meant
    assert SEARCH.answer(Query(meant)).articles > SEARCH.answer(Query(typed)).articles


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("porte-parloe", "porte-parole"),
        ("prote-parloe", "porte-parole"),
        ("porteparloe", "porte-parole"),
        ("l'etat-majro", "l'état-major"),
        ("dorne/porte-parloe", "drone/porte-parole"),
    ],
)
def test_hyphenated_words_are_corrected_as_a_whole_or_in_parts(typed: str, meant: str) -> None:
    search = archive("Le porte-parole du drone a la parole.", "L'état-major.")
    assert search.answer(Query(typed)).advice.corrected == meant


@pytest.mark.parametrize("typed", ["drones", "xyzxyz", "us", "mr", "ukraine noire", "", "???", "seule"])
def test_nothing_is_corrected_without_need_or_idea(typed: str) -> None:
    assert advice(typed).corrected is None


@pytest.mark.parametrize("typed", ["sir drones", "lune drones", "AND OR NOT", "seuleauteur:mor"])
def test_words_that_queries_leave_out_are_never_suggested(typed: str) -> None:
    search = archive(*["Sur la mer, une mer : des drones."] * 9, "Les ans ont passé.")
    assert search.answer(Query(typed)).advice.corrected is None


def test_a_misspelling_that_is_printed_is_doubted_for_a_much_commoner_word() -> None:
    search = archive(*["Emmanuel parle."] * 6, "Emanuel parle.", "Un passé, un pays.")
    assert search.answer(Query("Emanuel")).advice.corrected == "Emmanuel"
    assert search.answer(Query("passé")).advice.corrected is None


def test_several_misspellings_are_corrected_though_the_words_are_nowhere_together() -> None:
    found = advice("ukrane ramstien drnoes")
    assert found.corrected == "Ukraine Ramstein drones"
    assert found.relaxations == ()


def test_a_word_that_was_divided_is_joined() -> None:
    search = archive("Un drone aujourd'hui.", "Le porte-parole.")
    assert search.answer(Query("aujourd hui")).advice.corrected == "aujourd'hui"


def test_a_name_is_not_to_be_dropped_where_a_word_will_do() -> None:
    search = archive(*["Volodymyr Zelensky part."] * 2, *["Une route fermée."] * 5, "Une route part.")
    found = search.answer(Query("route fermée zelensky")).advice
    assert str(found.drop) == "zelensky"
    found = search.answer(Query("part route zelensky")).advice
    assert str(found.drop) == "route"


class Timed(ReferenceSearcher):
    """Notes how many seconds each plan is given."""

    def __init__(self, indexed: Sequence[IndexedArticle]) -> None:
        super().__init__(indexed)
        object.__setattr__(self, "given", [])

    def match(self, plan: Plan) -> Matches:
        self.given.append(plan.seconds)  # type: ignore[attr-defined]
        return super().match(plan)


def test_an_answer_and_its_advice_have_one_deadline() -> None:
    searcher = Timed([indexed(article(0, "", "Des drones."))])
    search = Search(searcher, gazetteer(), analyzer(), KINDS, LimitsConfig(search_seconds=60))
    search.answer(Query("drnoes marine"))
    given: list[float] = [seconds for seconds in searcher.given if seconds is not None]  # type: ignore[attr-defined]
    assert len(given) > 2
    assert given == sorted(given, reverse=True)
    assert 60 > given[0] > given[-1]
    search.months(Query("drones"), 59_000)
    assert searcher.given[-1] < 1  # type: ignore[attr-defined]
    # The names of the generation are counted once for all answers.
    assert searcher.given.count(None) == 1  # type: ignore[attr-defined]


def test_a_name_that_texts_misspell_is_corrected_to_the_name() -> None:
    search = archive("Lloyd Austen parle.", "Lloyd Austin parle.", "L'OTAN.", "Autin.")
    assert search.answer(Query("austen")).advice.corrected == "Austin"


def test_a_query_that_finds_enough_gets_no_advice() -> None:
    assert advice("défense") == Advice()


def test_each_part_is_told_what_it_costs() -> None:
    found = advice("défense drones -ramstein")
    assert found.relaxations == (
        Relaxation(AdvisedPart("défense"), alone=6, without=5),
        Relaxation(AdvisedPart("drones"), alone=5, without=3),
        Relaxation(AdvisedPart("-ramstein"), alone=9, without=0),
    )
    assert found.drop == AdvisedPart("défense")


def test_filters_are_parts_too() -> None:
    filters = (FacetFilter("country", ("ua", "us"), ValueMatch.ALL), FacetFilter("person", excluded=("zelensky",)))
    found = advice("drones", filters=filters)
    assert {str(each.part): (each.alone, each.without) for each in found.relaxations} == {
        "drones": (5, 0),
        "country:ua": (1, 4),
        "country:us": (4, 1),
        "-person:volodymyr-zelensky": (8, 0),
    }
    assert found.drop == AdvisedPart(chosen=FacetFilter("country", ("ua",)))


def test_values_of_which_any_will_do_are_one_part() -> None:
    filters = (FacetFilter("country", ("ua", "us")), FacetFilter("organisation", ("otan",)))
    found = advice("", filters=filters)
    assert [str(each.part) for each in found.relaxations] == ["country:ua,us", "organisation:otan"]
    assert str(found.drop) == "organisation:otan"


@pytest.mark.parametrize("words", ["-before:2024", "after:2024 OU zzzz", "source:x OU zz"])
def test_typed_words_that_look_like_a_filter_are_words(words: str) -> None:
    assert [each.part for each in advice(f"({words}) xyzxyz").relaxations] == [
        AdvisedPart(words),
        AdvisedPart("xyzxyz"),
    ]


def test_spellings_are_a_part_whoever_they_are_of() -> None:
    filters = (FacetFilter("person", ("zelensky", "Personne"), spellings=("Jelenski",)),)
    spelt = [each.part for each in advice("", filters=filters).relaxations][-1]
    assert str(spelt) == "person_spelling"
    assert spelt.chosen is not None
    assert spelt.chosen.spellings == ("volodymyr-zelensky\x1fjelenski", "Personne\x1fjelenski")


def test_unknown_values_and_dates_are_parts() -> None:
    search = search_over([article(0, "", "Des drones.", day=date(2023, 1, 1))])
    query = Query("drones apres:2024", filters=(FacetFilter("country", ("Atlantide",)),), before=date(2025, 1, 1))
    assert [str(each.part) for each in search.answer(query).advice.relaxations] == [
        "drones",
        "country:Atlantide",
        "after:2024-01-01",
        "before:2025-01-01",
    ]


def test_nothing_is_to_be_dropped_where_it_would_not_help() -> None:
    found = advice("xyzxyz zyxzyx")
    assert found.relaxations == (Relaxation(AdvisedPart("xyzxyz"), 0, 0), Relaxation(AdvisedPart("zyxzyx"), 0, 0))
    assert found.drop is None
