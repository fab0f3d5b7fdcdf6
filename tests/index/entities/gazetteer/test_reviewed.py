"""What the gazetteers that come with the program must hold."""

from __future__ import annotations

import re

import pytest

from index.entities.gazetteer.entity import Entity, Role, SurnameAlone
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.text.words import folded, slug

UNITED_NATIONS_CODES = (
    "ad ae af ag al am ao ar at au az ba bb bd be bf bg bh bi bj bn bo br bs bt bw by bz ca cd cf cg ch "
    "ci cl cm cn co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fm fr ga gb gd ge gh gm gn "
    "gq gr gt gw gy hn hr ht hu id ie il in iq ir is it jm jo jp ke kg kh ki km kn kp kr kw kz la lb lc "
    "li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mr mt mu mv mw mx my mz na ne ng ni nl no np "
    "nr nz om pa pe pg ph pk pl pt pw py qa ro rs ru rw sa sb sc sd se sg si sk sl sm sn so sr ss st sv "
    "sy sz td tg th tj tl tm tn to tr tt tv tz ua ug us uy uz va vc ve vn vu ws ye za zm zw "
)
UNITED_NATIONS = UNITED_NATIONS_CODES.split()
COMMONLY_NAMED = ["ps", "xk", "tw", "eh", "gl", "hk", "fo", "pr"]
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def in_order(role: Role) -> bool:
    """Compared as far as both are known: an office from 2022-04 to 2022 is in order."""
    length = min(len(role.since or ""), len(role.until or ""))
    return (role.since or "")[:length] <= (role.until or "")[:length]


def test_the_gazetteers_are_large_enough(gazetteer: Gazetteer) -> None:
    assert set(UNITED_NATIONS + COMMONLY_NAMED) <= {country.id for country in gazetteer.of_kind("country")}
    assert len(gazetteer.of_kind("person")) >= 500
    assert len(gazetteer.of_kind("organisation")) >= 250


def test_every_member_of_the_united_nations_has_a_demonym_and_a_name_of_its_own(gazetteer: Gazetteer) -> None:
    ambiguous = {country for ids in gazetteer.ambiguous.values() for country in ids}
    countries = [gazetteer.entity("country", code) for code in UNITED_NATIONS]
    assert [one.id for one in countries if one and not one.demonyms and one.id not in ambiguous] == []


def test_ids_are_made_from_labels(gazetteer: Gazetteer) -> None:
    others = [entity for entity in gazetteer.entities if entity.kind != "country"]
    assert [entity.id for entity in others if entity.id != slug(entity.label)] == []


def test_every_person_is_complete(gazetteer: Gazetteer) -> None:
    def complete(person: Entity) -> bool:
        return bool(person.surname and (person.given or len(folded(person.label)) == 1) and person.countries)

    assert [person.id for person in gazetteer.of_kind("person") if not complete(person)] == []


def test_every_office_is_dated_as_days_months_or_years_in_order(gazetteer: Gazetteer) -> None:
    roles = [(person.id, role) for person in gazetteer.of_kind("person") for role in person.roles]
    assert [
        entry for entry in roles for day in (entry[1].since, entry[1].until) if day and not DAY.fullmatch(day)
    ] == []
    assert [entry for entry in roles if not in_order(entry[1])] == []


@pytest.mark.parametrize("surname", ["Poutine", "Zelensky", "Macron", "Trump", "Biden", "Erdogan"])
def test_the_world_famous_are_known_by_their_family_name(gazetteer: Gazetteer, surname: str) -> None:
    persons = [person for person in gazetteer.of_kind("person") if person.surname == surname]
    assert [person.surname_alone for person in persons].count(SurnameAlone.ALWAYS) == 1
