"""What readers find: queries over a few articles, through the reference engine."""

from __future__ import annotations

import csv
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from index.config.settings import LimitsConfig
from search.plan import Plan
from search.query import FacetFilter, Query, Scope, ValueMatch
from search.results import Hit, Results
from tests.reference import ReferenceSearcher
from tests.search.archive import DATED, NAMES, WORDS, archive, article, found, numbers, search_over

ROOT = Path(__file__).parents[2]


def marked(results: Results) -> list[str]:
    return [
        paragraph.text[start:end]
        for hit in results.hits
        for paragraph in hit.paragraphs
        for start, end in paragraph.highlights
    ]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("defense", {0, 1}),
        ("DÉFENSES", {0, 1}),
        ("defense ukraine", {0}),
        ("defense pas ukraine de la", {0}),
        ("pêche", {1, 2}),
        ('"pêche"', {1}),
        ('"peche"', {1, 2}),
        ("« peche »", {1, 2}),
        ('"Europe de l\'Est"', {3}),
        ('"Europe l\'Est"', set()),
        ('"de la Défense"', {1}),
        ("chef d'etat major", {3}),
        ("états-majors", {3}),
        ("etatmajor", {3}),
        ("F-16", {4, 5}),
        ("F16", {4, 5}),
        ('"f16"', {4, 5}),
        ("20000 soldat", {4}),
        ("20 000 soldats", {4}),
        ("porte-parole", {6}),
        ("defense OU été", {0, 1, 5}),
        ("defense ou été", set()),
        ("defense -ukraine", {1}),
        ("defense SAUF (ukraine OU pêche)", set()),
        ("NON defense", {2, 3, 4, 5, 6, 7}),
        ("-defense -europe", {2, 4, 5, 6, 7}),
        ('-"mer noire"', {0, 1, 2, 3, 4, 5, 6}),
        ("def*", {0, 1}),
        ("l'ukr*", {0}),
        ("defnse~", {0, 1}),
        ("zdfense~2", {0, 1}),
        ("drones marine", {7}),
        ("le", {1, 2}),
        ("???", set(range(8))),
        ("", set(range(8))),
        ("(defense", {0, 1}),
        ("defense AND OR ukraine)", {0, 1}),
        ("AND", set()),
        ("defense/ukraine", {0}),
        ("titre:defense", set()),
        ("pays:atlantide", set()),
    ],
)
def test_queries_find_what_they_say(query: str, articles: set[int]) -> None:
    assert found(WORDS, query) == articles


def reference_cases() -> list[tuple[str, str, bool]]:
    file = ROOT.parent / "shared" / "reference" / "analysis-cases.tsv"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    rows = csv.DictReader(lines, delimiter="\t")
    return [(row["query"], row["document"], row["expected_match"] == "1") for row in rows]


@pytest.mark.parametrize(("query", "text", "expected"), reference_cases())
def test_the_reference_cases_hold_for_whole_searches(query: str, text: str, expected: bool) -> None:
    for scope in Scope:
        assert found(archive(text), query, scope=scope) == ({0} if expected else set())


def test_scope_paragraph_wants_all_words_in_one_paragraph() -> None:
    assert found(WORDS, "drones marine", scope=Scope.PARAGRAPH) == set()
    assert found(WORDS, "drones mer", scope=Scope.PARAGRAPH) == {7}
    assert found(WORDS, "drones -marine", scope=Scope.PARAGRAPH) == {7}
    assert found(WORDS, "drones -marine", scope=Scope.ARTICLE) == set()


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("zelensky", {0, 1}),
        ('"zelensky"', {0}),
        ("-zelensky", set(range(2, 14))),
        ("nato", {2, 3}),
        ("alliance atlantique", {2, 3, 8}),
        ("l'alliance atlantique réunit", {2, 3}),
        ('"alliance atlantique"', {2}),
        ("alliance", {2, 8}),
        ("groupe de contact ukraine", {10}),
        ("groupe contact", {11}),
        ("contact de groupe", {11}),
        ("mali", {5}),
        ("pays:mali", {4, 5}),
        ("US", {6}),
        ("us", set()),
        ("usa", {6}),
        ("eau", {12}),
        ("EAU", {12, 13}),
        ("pays:us", {6, 7, 9}),
        ("washington", {9}),
        ("américain", {7}),
        ("pays:us -américains", {6, 9}),
        ("pays:us OU pays:ml", {4, 5, 6, 7, 9}),
        ("pays:etats unis", {6, 7, 9}),
        ("pays:etats unis washington", {9}),
        ('pays:"Etats Unis', {6, 7, 9}),
        ("-pays:etats unis parle", {0, 1}),
        ("-(pays:etats) unis", {6, 13}),
        ("pays:us unis", {6}),
        ('pays:"etats" unis', set()),
        ("pays:etats (unis)", set()),
        ('personne:"Volodymyr Zelensky"', {0, 1}),
        ("person:zelensky", {0, 1}),
        ("organisation:nato réunit", {2, 3}),
        ("vote (pays:us)", {9}),
    ],
)
def test_names_find_their_entities(query: str, articles: set[int]) -> None:
    assert found(NAMES, query) == articles


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("putin", {0}),
        ("poutin", {0}),
        ("personne:pouttine", {0}),
        ("kyiv", {2, 3}),
        ("Kiev", {2, 3}),
        ('"kyiv"', {3}),
    ],
)
def test_names_are_found_in_other_spellings(query: str, articles: set[int]) -> None:
    assert found(archive("Vladimir Poutine.", "Une route.", "Kiev.", "Kyiv."), query) == articles


@pytest.mark.parametrize(("query", "entities"), [("Borne", ["elisabeth-borne"]), ("borne", []), ("bornes", [])])
def test_a_name_that_is_a_word_is_one_with_its_capital_only(query: str, entities: list[str]) -> None:
    word = NAMES.answer(Query(query)).understanding.words[0]
    assert [value for _, value, _ in word.entities] == entities


def test_a_name_that_texts_use_for_something_else_is_not_taken_by_its_sound() -> None:
    assert found(archive("Vladimir Poutine.", "Un poutin."), "poutin") == {1}


def test_names_can_be_switched_off() -> None:
    assert found(NAMES, "zelensky", names=False) == {0}
    assert found(NAMES, "nato", names=False) == set()


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("titre:sommet", {0}),
        ("titre:otan kiev", {0}),
        ("title:(otan OU kiev)", {0, 1}),
        ("-titre:sommet", {1, 2}),
        ('titre:"sommet de l\'otan"', {0}),
        ('titre:"kiev sommet"', set()),
        ("après:2024", {1}),
        ("apres:2024-03-03 kiev", {1}),
        ("avant:2023", {0}),
        ("avant:3 mars 2024", {0, 1}),
        ('after:"mars 2024"', {1}),
        ("avant:02/03/2024", {0}),
        ("apres:2023 avant:2023 apres:2022", {0}),
        ("sommet avant:hier", {0, 1, 2}),
        ("rien OU avant:2023", {0, 2}),
        ("-avant:2023", {1, 2}),
        ("kiev -(après:2024 OU avant:2023)", {2}),
        ("(kiev après:2024) OU titre:rien", {1, 2}),
        ("source:courrier", set()),
        ('source:"le courrier"', {1, 2}),
        ('kiev -source:"Le Courrier"', {0}),
    ],
)
def test_fields_and_dates(query: str, articles: set[int]) -> None:
    assert found(DATED, query) == articles


def test_dates_of_the_box_and_of_the_page_are_both_obeyed() -> None:
    assert found(DATED, "avant:2024", after=date(2024, 1, 1)) == {1}
    assert found(DATED, "avant:2024", before=date(2023, 12, 31)) == {0}


def test_titles_are_looked_at_for_themselves_in_scope_paragraph() -> None:
    assert found(DATED, "titre:otan kiev", scope=Scope.PARAGRAPH) == {0}
    assert found(DATED, "titre:otan kiev sommet", scope=Scope.PARAGRAPH) == set()


def test_an_acronym_in_an_address_does_not_hide_what_is_famous() -> None:
    search = archive(*["L'OTAN."] * 10, "Voir nato.int.")
    assert search.answer(Query("nato")).articles == 11


def test_unknown_values_find_nothing_and_are_told() -> None:
    results = NAMES.answer(Query(filters=(FacetFilter("country", ("Atlantide",)),)))
    assert results.articles == 0
    assert [(value.kind, value.typed) for value in results.understanding.unknown] == [("country", "Atlantide")]
    assert [value.id for value in results.facets[1].values] == ["us", "ml", "ae"]


def test_unknown_values_that_are_excluded_take_nothing_away_and_are_told() -> None:
    results = NAMES.answer(Query(filters=(FacetFilter("country", excluded=("Atlantide",)),)))
    assert results.articles == NAMES.answer(Query()).articles
    assert [(value.kind, value.typed) for value in results.understanding.unknown] == [("country", "Atlantide")]


@pytest.mark.parametrize(
    ("chosen", "articles"),
    [
        (FacetFilter("country", ("etats unis",)), {6, 7, 9}),
        (FacetFilter("country", ("USA", "Mali")), {4, 5, 6, 7, 9}),
        (FacetFilter("country", ("us", "ml"), ValueMatch.ALL), set()),
        (FacetFilter("country", excluded=("us", "Atlantide")), {0, 1, 2, 3, 4, 5, 8, 10, 11, 12, 13}),
        (FacetFilter("country", ("us",), spellings=("us\x1fwashington",)), {9}),
        (FacetFilter("country", ("us",), spellings=("Américains", "washington")), {7, 9}),
        (FacetFilter("weapon", ("f-16",)), set(range(14))),
    ],
)
def test_filters_take_ids_labels_and_aliases(chosen: FacetFilter, articles: set[int]) -> None:
    assert found(NAMES, "", filters=(chosen,)) == articles


def test_sources_are_filtered_by_name() -> None:
    assert found(DATED, "", source=("le courrier",)) == {1, 2}
    assert found(DATED, "", source=("nulle part",)) == set()


def test_an_empty_query_shows_the_newest_articles() -> None:
    assert [int(hit.article.id, 16) for hit in DATED.answer(Query()).hits] == [1, 0, 2]
    assert [int(hit.article.id, 16) for hit in DATED.answer(Query("-rien")).hits] == [1, 0]


def test_articles_with_the_words_together_come_first() -> None:
    search = archive(("Un sommet, un sommet.", "Des drones, des drones."), "Des drones au sommet de la longue journée.")
    assert [int(hit.article.id, 16) for hit in search.answer(Query("drones sommet")).hits] == [1, 0]


def test_another_spelling_of_a_name_is_worth_as_much_as_a_word_that_is_no_name() -> None:
    search = archive("Volodymyr Zelensky parle ici.", "Le président Jelenski parle.", "La route.", "La mer.")
    first, second = search.answer(Query("zelensky")).hits
    assert first.score == pytest.approx(search.answer(Query("zelensky", names=False)).hits[0].score)
    assert first.score > second.score > first.score / 2


def test_synonyms_of_several_words_do_not_add_up() -> None:
    search = archive("L'Alliance atlantique.", "L'OTAN.", "La route.", "La mer.")
    both = {hit.article.id[-1]: hit.score for hit in search.answer(Query("alliance atlantique")).hits}
    words = search.answer(Query("alliance atlantique", names=False)).hits[0].score
    assert both["0"] == pytest.approx(words)
    assert both["1"] > 0


def test_of_approximate_words_the_nearest_come_first() -> None:
    search = archive("Mai, encore mai.", "Une route traverse le Mali.", "Un mail, un mail.", "La mer.")
    for query in ("mali~1", "malis~2"):
        assert int(search.answer(Query(query)).hits[0].article.id, 16) == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("defense ukraine", ["défense", "Ukraine"]),
        ("defense -ministre", ["défense"]),
        ('"etat major"', ["état-major"]),
        ("major est", ["Est", "major"]),
        ("f16 été", ["F16", "été"]),
        ("porteparole", ["porteparole"]),
        ("sol*", ["soldats"]),
        ("soldta~2", ["soldats"]),
        ("20000", ["20 000"]),
        ("pêch* OU marchés", ["péché", "marché", "pêche"]),
    ],
)
def test_exactly_what_matched_is_marked(query: str, expected: list[str]) -> None:
    assert marked(WORDS.answer(Query(query))) == expected


def test_names_are_marked_where_they_are_mentioned() -> None:
    assert sorted(marked(NAMES.answer(Query("zelensky")))) == ["Jelenski", "Volodymyr Zelensky"]
    assert sorted(marked(NAMES.answer(Query("pays:us")))) == ["Américains", "Washington", "États-Unis"]


def test_a_title_is_marked_where_it_stands() -> None:
    hit = DATED.answer(Query("titre:kiev")).hits[0]
    assert hit.title_highlights == ((0, 4),)
    assert [paragraph.highlights for paragraph in hit.paragraphs] == [((0, 4),)]


def test_months_alone_are_those_of_the_answer_and_take_what_it_leaves_of_the_time() -> None:
    results = DATED.answer(Query("kiev"))
    assert DATED.months(Query("kiev"), results.took_ms) == (results.months, results.undated)


def test_when_the_time_is_up_only_the_first_hits_are_marked_and_readers_are_told() -> None:
    late = search_over([article(number, "", "La paix.") for number in range(12)], LimitsConfig(search_seconds=0))
    results = late.answer(Query("paix", per_page=20))
    assert [bool(hit.paragraphs[0].highlights) for hit in results.hits] == [True] * 10 + [False] * 2
    assert results.notes == ("unmarked",)
    assert late.answer(Query("paix")).notes == ()


def test_a_query_is_evaluated_once_for_its_export(monkeypatch: pytest.MonkeyPatch) -> None:
    search, match = archive(*["paix"] * 1200), ReferenceSearcher.match
    plans: list[Plan] = []
    monkeypatch.setattr(ReferenceSearcher, "match", lambda self, plan: match(self, plans.append(plan) or plan))  # type: ignore[func-returns-value]
    assert (len(list(search.export(Query("paix")))), len(plans)) == (1200, 1)


def test_everything_is_exported_and_so_is_what_matches() -> None:
    assert len(list(WORDS.export(Query()))) == 9
    query = Query("marine OU f16")
    lines = list(WORDS.export(query))
    assert [line.paragraph.text for line in lines if line.mentions] == ["La marine russe."]
    assert [line.article.id for line in lines] == [hit.article.id for hit in WORDS.answer(query).hits]


def test_an_article_is_shown_with_what_matches() -> None:
    view = WORDS.article(f"{7:016x}", Query("marine"))
    assert view is not None
    assert view.highlights == {1: ((3, 9),)}
    assert [mention.entity for mention in view.mentions] == ["ru"]
    assert WORDS.article("f" * 16, Query()) is None


def test_copies_are_folded_and_told() -> None:
    told = [article(number, "", "Un sommet.", day=date(2024, 1, number + 1)) for number in range(3)]
    search = search_over(told, stories={one.id: 1 for one in told[:2]})
    results = search.answer(Query("sommet"))
    assert [(int(hit.article.id, 16), [int(copy.id, 16) for copy in hit.copies]) for hit in results.hits] == [
        (2, []),
        (1, [0]),
    ]
    assert search.answer(Query("sommet", copies=True)).articles == 3
    view = search.article(told[0].id, Query())
    assert view is not None
    assert [copy.id for copy in view.copies] == [told[1].id]
    assert len(list(search.export(Query("sommet")))) == 3


def test_many_threads_get_the_same_answers_as_one() -> None:
    asked = [Query(text) for text in ("zelensky", "nato", "pays:us", "xyzxyz", "", "le", "zelinksi~2", "alli*")] * 8
    expected = [(numbers(NAMES.answer(query)), NAMES.suggest(query.text, 5)) for query in asked]
    fresh = archive(*[hit.paragraphs[0].text for hit in sorted(NAMES.answer(Query(per_page=100)).hits, key=by_id)])
    with ThreadPoolExecutor(8) as threads:
        threads.submit(fresh.prepare)
        answers = list(threads.map(lambda query: (numbers(fresh.answer(query)), fresh.suggest(query.text, 5)), asked))
    assert answers == expected


def by_id(hit: Hit) -> str:
    return hit.article.id
