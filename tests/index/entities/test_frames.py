"""Names of persons and countries in frames where one looks like the other, or like a plant, a dance, an animal."""

from __future__ import annotations

import pytest

from tests.index.entities.conftest import Recognise

# text, the persons and countries found in it
FRAMES: list[tuple[str, set[str]]] = [
    ("Une grue du Japon s'est posée, près d'un macaque de Barbarie.", set()),
    ("Il élève des bernaches du Canada.", set()),
    ("Le jardinier taille l'ailante de Chine et le cognassier du Japon.", set()),
    ("Elle joue une mazurka et la Polonaise de Chopin.", set()),
    ("La Polonaise de Varsovie a voté.", {"pl"}),
    ("Le lieutenant de réserve Malte Eberhardsen raconte.", {"malte-eberhardsen"}),
    ("Le médecin de campagne Chad Wollensky raconte.", {"chad-wollensky"}),
    ("L'étudiante en droit India Merriweather raconte.", {"india-merriweather"}),
    ("Le professeur d'histoire Israël Bronstejn raconte.", {"israel-bronstejn"}),
    ("La ministre de la Défense Kenya Obwaka raconte.", {"kenya-obwaka"}),
    ("À Pékin, le ministre des Affaires étrangères Ouang Yi a parlé.", {"cn", "wang-yi"}),
    ("Le président chinois Si Tsinping a parlé.", {"cn", "xi-jinping"}),
    ("Le docteur en sciences politiques Arsenti Vorotnikoff a parlé.", {"arsenti-vorotnikoff"}),
    ("Le candidat en sciences militaires Lavrenti Tcherepov a parlé.", {"lavrenti-tcherepov"}),
    ("L'expert militaire Zaour Magomedoff-Reznik a parlé.", {"zaour-magomedoff-reznik"}),
    ("Dans son échoppe, Milorad Kostanjac vend des icônes.", {"milorad-kostanjac"}),
    ("Au marché, Oksana Prykhodtchenko pèse les pommes.", {"oksana-prykhodtchenko"}),
    ("Sur le pont, Mehmet Yıldırımkaya fume en silence.", {"mehmet-yildirimkaya"}),
    ("Sur la scène, Hamlet Prince attend.", set()),
    ("Le bœuf de Kobé et l'agneau de Nouvelle-Zélande étaient au menu.", set()),
    ("Un marronnier d'Inde ombrage la cour.", set()),
    ("La mouche d'Espagne et le ver de Guinée font peur.", set()),
    ("Le vice-premier ministre Radosław Sikorsky se tait.", {"radoslaw-sikorski"}),
    ("La haute représentante Kaïa Callas se tait.", {"kaja-kallas"}),
    ("Le commissaire Andrius Koubilious se tait.", {"andrius-kubilius"}),
    ("Le président ukrainien Volodymir Zélinski se tait.", {"ua", "volodymyr-zelensky"}),
    ("Le secrétaire à la Défense Pit Hegsett se tait.", {"pete-hegseth"}),
    ("Le président turc Redjep Tayip Erdogane se tait.", {"tr", "recep-tayyip-erdogan"}),
]


@pytest.mark.parametrize(("text", "entities"), FRAMES)
def test_a_name_is_what_the_words_around_it_make_of_it(recognise: Recognise, text: str, entities: set[str]) -> None:
    found = {mention.entity for mention in recognise(text) if mention.kind in ("person", "country")}
    assert found == entities
