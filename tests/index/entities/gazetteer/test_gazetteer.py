from __future__ import annotations

import pytest

from index.analysis.stemming import Stemmer
from index.entities.curating.checking import collisions
from index.entities.gazetteer.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("country", "ua", "ua"),
        ("country", "ukraine", "ua"),
        ("country", "ETATS UNIS", "us"),
        ("organisation", "nato", "otan"),
        ("organisation", "alliance  atlantique", "otan"),
        ("person", "zelensky", "volodymyr-zelensky"),
        ("person", "serguei choigou", "serguei-choigou"),
        ("person", "nobody at all", None),
        ("country", "", None),
        ("country", "Kiev", "ua"),
        ("country", "ukrainienne", "ua"),
        ("country", "britannique", "gb"),
        ("person", "Kiev", None),
    ],
)
def test_a_value_is_found_by_id_label_or_alias(gazetteer: Gazetteer, kind: str, text: str, expected: str) -> None:
    assert gazetteer.resolve(kind, text) == expected


def test_aliases_in_capitals_count_as_typed(gazetteer: Gazetteer) -> None:
    assert gazetteer.aliases_for("US") == (("country", "us"),)
    assert gazetteer.aliases_for("us") == ()
    assert gazetteer.aliases_for("Alliance atlantique") == (("organisation", "otan"),)
    assert gazetteer.aliases_for("américain") == ()


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("nato", set()),
        ("NATO", {"otan"}),
        ("departement d'etat", {"departement-d-etat"}),
        ("Le Monde", {"le-monde"}),
        ("le monde", set()),
        ("amérique", set()),
        ("Amérique", {"us"}),
        ("groupe de contact", set()),
        ("le", set()),
        ("", set()),
    ],
)
def test_names_that_are_other_words_without_capitals_count_only_with_them(
    gazetteer: Gazetteer, typed: str, means: set[str]
) -> None:
    assert {entity_id for _, entity_id in gazetteer.aliases_for(typed)} == means


def test_names_are_protected_from_stemming_but_not_demonyms(gazetteer: Gazetteer) -> None:
    tokens = gazetteer.name_tokens()
    assert {"ukraine", "moscou", "zelensky", "otan"} <= tokens
    assert not {"americain", "republique", "ministere"} & tokens


def test_names_do_not_keep_ordinary_words_from_being_stemmed(gazetteer: Gazetteer) -> None:
    stem = Stemmer(gazetteer.name_tokens()).stem
    words = "carte cartes, moulin moulins, pere peres, bleu bleue, veau veaux, perdu perdue, marin marine, terre terres"
    divided = [pair for pair in words.split(", ") if len({stem(word) for word in pair.split()}) > 1]
    assert divided == ["marin marine"]  # Marine Le Pen's


def test_no_form_is_claimed_twice_without_a_rule(gazetteer: Gazetteer) -> None:
    assert collisions(gazetteer) == ()


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("Putin", {"vladimir-poutine"}),
        ("putin", {"vladimir-poutine"}),
        ("Zelenskyy", {"volodymyr-zelensky"}),
        ("Nétanyahu", {"benyamin-netanyahou"}),
        ("Shoigu", {"serguei-choigou"}),
        ("pères", set()),
        ("Peres", {"shimon-peres"}),
        ("stock", set()),
        ("Borne", {"elisabeth-borne"}),
        ("borne", set()),
        ("ramadan", set()),
        ("jambon", set()),
    ],
)
def test_a_family_name_alone_counts_in_all_its_spellings_with_its_capital_if_it_is_a_word(
    gazetteer: Gazetteer, typed: str, means: set[str]
) -> None:
    assert {entity_id for _, entity_id in gazetteer.aliases_for(typed)} == means


def test_famous_names_are_known_by_their_sound_but_short_words_are_not(gazetteer: Gazetteer) -> None:
    assert gazetteer.sounding("lawrow") == (("person", "serguei-lavrov"),)
    assert gazetteer.sounding("raz") == gazetteer.sounding("Sergueï Lawrow") == gazetteer.sounding("") == ()
