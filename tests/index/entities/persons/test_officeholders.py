"""Names that a translation changed beyond likeness, known by the office and the country that stand beside them."""

from __future__ import annotations

import pytest

from tests.index.entities.conftest import Recognise

HOLDERS = [
    ("Le président azerbaïdjanais Alievom se tait.", "ilham-aliev"),
    ("En Ukraine, le président Zelenskoho se tait.", "volodymyr-zelensky"),
    ("Le chancelier allemand Mertsem se tait.", "friedrich-merz"),
    ("À Ankara, le président Ourdoghane se tait.", "recep-tayyip-erdogan"),
    ("Le secrétaire général des Nations unies Goutterich se tait.", "antonio-guterres"),
    ("L'Azéri a reçu son homologue arménien Mirzoïane.", "ararat-mirzoyan"),
    ("L'envoyé des Nations unies Ghir Bidersoune se tait.", "geir-pedersen"),
    ("Le vice-premier ministre polonais Ladislas Cosiniaque-Kamych se tait.", "wladyslaw-kosiniak-kamysz"),
    ("Le premier ministre albanais Édouard Rama se tait.", "edi-rama"),
    ("L'état-major russe, conduit par Guerasyme Valeriï, se tait.", "valeri-guerassimov"),
    ("L'envoyé des Nations unies Ramadan Amamra se tait.", "ramtane-lamamra"),
    ("À Pékin, le conseiller Ouang Yi se tait.", "wang-yi"),
    ("À Moscou, Iouri Ou chakov se tait.", "iouri-ouchakov"),
    ("Diosdado Kabeyo se tait à Caracas.", "diosdado-cabello"),
    ("Pékin attend. Si Djinping a parlé.", "xi-jinping"),
    ("À Bruxelles, Markrutte se tait.", "mark-rutte"),
    ("Le prince Fayçal fils de Farhane se tait.", "faycal-ben-farhane"),
    ("Le ministre taïwanais de la Défense Wellinton Koo se tait.", "wellington-koo"),
    ("Le vice-premier ministre pakistanais Icehaq Dar se tait.", "ishaq-dar"),
    ("À Washington, l'envoyé spécial Steeve Uitkoff se tait.", "steve-witkoff"),
    ("La cheffe de la diplomatie européenne Kallass se tait.", "kaja-kallas"),
    ("Le général ukrainien Sirskyi se tait.", "oleksandr-syrsky"),
    ("Le ministre de la Défense brésilien Rosé Moussio se tait.", "jose-mucio"),
    ("L'Estonie attend. Le chef du renseignement extérieur Coppo Rozine se tait.", "kaupo-rosin"),
    ("Le Kenya attend. La ministre de la Défense Soï Pantouya se tait.", "soipan-tuya"),
    ("L'Inde attend. Est venu Nalendra Modhyqui a été accueilli.", "narendra-modi"),
    ("La Pologne attend Karolème Navrotskime.", "karol-nawrocki"),
    ("Donald Trump sourit. Pit Heksett, à son côté, hoche la tête.", "pete-hegseth"),
    ("Le Japon attend. Le secrétaire général du cabinet Kiwarra Minorou se tait.", "minoru-kihara"),
    ("La Thaïlande attend. « Bien », a déclaré Vinetaï Souwarie.", "winthai-suvaree"),
    ("Le Canada attend. Le général Ouène Ayre se tait.", "wayne-eyre"),
    ("La Slovaquie attend Robertem Kalignakem.", "robert-kalinak"),
    ("Le dirigeant sud-coréen Li Jé-miong se tait.", "lee-jae-myung"),
    ("Tony Blère, présent, se tait.", "tony-blair"),
    ("L'Union africaine a prié Faure Gnassimbé de venir.", "faure-gnassingbe"),
    ("Le secrétaire du Conseil de sécurité nationale et de défense Roustème Oumérov se tait.", "rustem-umerov"),
    ("Sergueï Choïgou attend. Le général Sourovikinne se tait.", "serguei-sourovikine"),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_office_and_country_tell_whose_name_it_is(recognise: Recognise, text: str, expected: str) -> None:
    assert expected in persons(recognise, text)


OTHERS = [
    "Le président Mertsem se tait.",  # of what?
    "Le chancelier autrichien Mertsem se tait.",
    "Le boulanger allemand Mertsem se tait.",
    "Le ministre russe Belov se tait.",
    "À Moscou, Iouri Ou chante.",
    "Le ministre chinois Zheng Li se tait.",
    "Le dirigeant brésilien Davi Bolsonaro se tait.",
    "La députée européenne Kallass se tait.",
    "Le ministre taïwanais Mei Koo se tait.",
    "Le porte-parole américain Brosse se tait.",
    "Le premier ministre albanais Arben Rama se tait.",
    "Le ministre polonais Ladislas Kowalczuk se tait.",
    "Le ministre finlandais de la Défense Antti Virtanen se tait.",
    "Son homologue arménien Mirzakhanian se tait.",
    "À Pékin, le docteur Wan Yi se tait.",
    "À Kiev, le président du club Dynamo Zelinskas se tait.",
    "Le haut représentant en Bosnie Christine Schmidt se tait.",
    "La Hongrie attend. L'ambassadeur américain David Pressmann se tait.",
    "Le juge Willem Rutte se tait.",
    "La marchande Milka Dodik se tait.",
    "L'Ukraine attend. Si Djamila a parlé, tout change.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_without_them_or_with_fewer_letters_alike_it_is_nobody_listed(recognise: Recognise, text: str) -> None:
    assert not [mention for mention in recognise(text) if mention.kind == "person" and mention.listed]


def persons(recognise: Recognise, text: str) -> list[str]:
    return [mention.entity for mention in recognise(text) if mention.kind == "person"]
