from __future__ import annotations

import pytest

from index.article import Zone
from index.entities.gazetteer.entity import Alias, Entity
from index.entities.gazetteer.gazetteer import Gazetteer
from index.entities.recognise import Recogniser
from tests.index.entities.conftest import Recognise, article


def values(recognise: Recognise, text: str, kind: str) -> set[str]:
    return {mention.entity for mention in recognise(text) if mention.kind == kind}


COUNTRIES = [
    ("Le Niger n'est pas le Nigeria.", {"ne", "ng"}),
    ("La Corée du Sud et les troupes nord-coréennes.", {"kr", "kp"}),
    ("Un sommet sud-américain et latino-américain.", set()),
    ("Le dialogue franco-allemand reprend.", {"fr", "de"}),
    ("La réunion Turquie-États-Unis a eu lieu.", {"tr", "us"}),
    ("Moscou menace Washington.", {"ru", "us"}),
    ("La réunion s'est tenue à Bruxelles, Genève et Vienne.", set()),
    ("Le ministre parle de la chine qu'il a trouvée.", set()),
    ("L'acteur Denzel Washington est arrivé.", set()),
    ("M. Washington a signé.", set()),
    ("Sofia Coppola tourne un film.", set()),
    ("Paris, 23 mai (Agence) – Le Japon proteste.", {"jp"}),
    ("KIEV (Reuters) - Le Japon proteste.", {"jp"}),
    ("Ils habitent rue de Rome.", set()),
    ("Les États-Unis d'Amérique, les Etats-Unis et les USA.", {"us"}),
    ("Le Tchad et le chad.", {"td"}),
    ("Réunion des ministres. La réunion est finie.", set()),
]


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
def test_countries_are_named_by_names_demonyms_and_capitals(
    recognise: Recognise, text: str, expected: set[str]
) -> None:
    assert values(recognise, text, "country") == expected


PERSONS = [
    ("Lloyd Austin est venu. Austin a parlé.", {"lloyd-austin"}),
    ("Austin est une ville.", set()),
    ("Poutine et ZELENSKY se sont parlé.", {"vladimir-poutine", "volodymyr-zelensky"}),
    ("Ursula von der Leyen a reçu Xi Jinping.", {"ursula-von-der-leyen", "xi-jinping"}),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons_are_named_in_full_or_by_family_name_after_that(
    recognise: Recognise, text: str, expected: set[str]
) -> None:
    assert values(recognise, text, "person") == expected


def test_a_city_of_the_same_name_is_not_the_person(recognise: Recognise) -> None:
    mentions = recognise("Lloyd Austin s'est rendu à Austin. Austin, Texas, l'a fêté. Austin est reparti.")
    assert [mention.start for mention in mentions if mention.kind == "person"] == [0, 60]


def test_spans_are_code_points_of_the_paragraph(recognise: Recognise) -> None:
    (mention,) = recognise("« L’Ukraine » résiste")
    assert (mention.start, mention.end, mention.words) == (4, 11, "Ukraine")


def test_only_title_and_body_count(recogniser: Recogniser) -> None:
    for zone in Zone:
        assert bool(recogniser.mentions(article("L'Ukraine résiste.", zone))) == zone.searched


def test_an_alliance_is_otan_only_beside_otan(recognise: Recognise) -> None:
    assert values(recognise, "L'OTAN est prête.\nC'est dit : l'Alliance répondra.", "organisation") == {"otan"}
    assert values(recognise, "C'est dit : l'Alliance répondra.", "organisation") == set()


def test_an_organisation_gives_the_country_that_its_name_stands_for(recognise: Recognise) -> None:
    rules = {mention.entity: mention.rule for mention in recognise("Le Pentagone a démenti.")}
    assert rules == {"pentagone": "alias", "us": "implied"}


@pytest.mark.parametrize("kind", ["person", "country", "organisation"])
def test_a_listed_name_of_signs_alone_names_nothing(kind: str) -> None:
    entity = Entity(kind, "zandoria", "Zandoria", aliases=(Alias("???"),), never=("!!!",))
    recogniser = Recogniser(Gazetteer([entity], {}, phrases=["…"]))
    found = recogniser.mentions(article("On parle de Zandoria ??? !!! …"))
    assert [mention.words for mention in found] == ["Zandoria"]
