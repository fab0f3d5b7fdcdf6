from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.query import Query
from tests.search.archive import archive, article, search_over

SEARCH = archive(
    "Volodymyr Zelensky défend la défense de l'Ukraine.",
    "L'Ukraine et la défense. Le porte-parole de l'OTAN parle.",
    "Les États-Unis et le groupe de Ramstein : la defense du porte-parole.",
    "Les États-Unis veulent défendre Jean-Pierre Dupont, dit le ministre Jean-Pierre Dupont.",
    "L'Alliance atlantique zélée.",
    "Un F-16, puis un autre F-16 ; le M23 n'en a pas.",
)


def shown(text: str, limit: int = 8) -> list[tuple[str, str]]:
    return [(suggestion.text, suggestion.kind) for suggestion in SEARCH.suggest(text, limit)]


def replacements(text: str) -> list[str]:
    return [suggestion.replacement for suggestion in SEARCH.suggest(text, 8)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("zel", [("Volodymyr Zelensky", "person"), ("zélée", ""), ("Zelensky", "")]),
        ("ZÉL", [("Volodymyr Zelensky", "person"), ("zélée", ""), ("Zelensky", "")]),
        ("volodymyr z", [("Volodymyr Zelensky", "person"), ("zélée", ""), ("Zelensky", "")]),
        ("def", [("défense", ""), ("défend", ""), ("défendre", "")]),
        ("all", [("OTAN", "organisation"), ("alliance", "")]),
        ("etats-u", [("États-Unis", "country")]),
        ("portep", [("porte-parole", "")]),
        ("porte-p", [("porte-parole", "")]),
        ("f1", [("F-16", "")]),
        ("f-1", [("F-16", "")]),
        ("m2", [("M23", "")]),
        ("groupe ", [("Groupe de contact pour l'Ukraine", "organisation")]),
        ("groupe de c", [("Groupe de contact pour l'Ukraine", "organisation")]),
        ("l'ukr", [("Ukraine", "country"), ("Groupe de contact pour l'Ukraine", "organisation")]),
        ("jel", [("Volodymyr Zelensky", "person")]),
        ("\"l'ukr", [("Ukraine", "")]),
        ("pays:u", [("Ukraine", "country"), ("États-Unis", "country")]),
        ("titre:ukr", [("Ukraine", "")]),
        ("xyz", []),
        ("zel?", []),
        ("avant:20", []),
        ("", []),
        ("   ", []),
    ],
)
def test_entities_come_first_then_words_in_their_commonest_spelling(
    typed: str, expected: list[tuple[str, str]]
) -> None:
    assert shown(typed) == expected


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("zel", "Volodymyr Zelensky"),
        ("guerre d'ukr", "guerre d'Ukraine"),
        ("(otan OU zel", "(otan OU Volodymyr Zelensky"),
        ("-zel", '-personne:"Volodymyr Zelensky"'),
        ("pays:eta", 'pays:"États-Unis"'),
        ("pays:-eta", 'pays:-"États-Unis"'),
        ('pays:"eta', 'pays:"États-Unis"'),
        ("dupont", 'personne:"Jean-Pierre Dupont"'),
        ("a défe", "a défense"),
    ],
)
def test_a_completion_is_put_into_the_box(typed: str, first: str) -> None:
    assert replacements(typed)[0] == first


def test_the_replacement_finds_what_was_suggested() -> None:
    for typed in ("zel", "-zel", "all", "eta", "dupont", "groupe", "pays:ukr", "personne:zel"):
        for suggestion in SEARCH.suggest(typed, 8):
            understanding = SEARCH.answer(Query(suggestion.replacement)).understanding
            assert not understanding.unknown
            if suggestion.kind:
                assert suggestion.id in {entity[1] for word in understanding.words for entity in word.entities}


def test_counts_are_articles_for_entities_and_paragraphs_for_words() -> None:
    first, second = SEARCH.suggest("ukr", 8)[:1] + SEARCH.suggest("titre:ukr", 8)[:1]
    assert (first.kind, first.count, second.kind, second.count) == ("country", 2, "", 2)


def test_an_empty_archive_suggests_nothing() -> None:
    assert search_over([]).suggest("zel", 8) == ()
    assert search_over([article(0, "Titre")]).suggest("ti", 8)[0].text == "titre"


@given(st.text(st.characters(exclude_categories=[])), st.integers(1, 10))
@settings(max_examples=100)
def test_any_text_can_be_completed(text: str, limit: int) -> None:
    suggestions = SEARCH.suggest(text, limit)
    assert len(suggestions) <= limit
    assert len({(each.kind, each.id, each.text) for each in suggestions}) == len(suggestions)
