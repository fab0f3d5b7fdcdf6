"""Names of the organisations' gazetteer: forms that must be found, and ordinary prose that is like them and is none."""

from __future__ import annotations

import pytest

from index.entities.gazetteer.gazetteer import Gazetteer
from tests.index.entities.conftest import Recognise

EACH = 5
"""Of so many forms one is looked for."""

NAMED = [
    ("La Garde côtière chinoise a barré la route aux pêcheurs.", "garde-cotes-chinois"),
    ("Selon les garde-côtes grecs, l'embarcation dérivait.", "garde-cotes-grecs"),
    ("La garde-frontière polonaise a compté deux cents passages.", "garde-frontieres-polonais"),
    ("La Force de défense australienne a prêté un avion.", "force-de-defense-australienne"),
    ("Au Japon, les forces d'autodéfense s'entraînent au tir.", "forces-d-autodefense-japonaises"),
    ("Au Maroc, les FAR ont reçu des chars.", "forces-armees-royales-maroc"),
    ("La Maison-Blanche défend les agents de l'ICE.", "ice-etats-unis"),
    ("Au Groenland, le Commandement de l'Arctique recrute.", "commandement-conjoint-de-l-arctique"),
    ("La Défense belge commande des drones.", "defense-belge"),
    ("À Taipei, le Bureau de la sécurité nationale alerte.", "bureau-de-la-securite-nationale-taiwan"),
    ("À Sarajevo, l'OHR a réagi.", "bureau-du-haut-representant-en-bosnie"),
    ("Le Conseil de mise en œuvre de la paix se réunit.", "conseil-de-mise-en-oeuvre-de-la-paix-bosnie"),
    ("Le commandement interarmées de Brunssum mène l'exercice.", "commandement-interarmees-de-brunssum"),
    ("La 6e flotte américaine reste au large.", "sixieme-flotte-americaine"),
    ("Les Chemins de fer russes (RZD) ont suspendu la ligne.", "chemins-de-fer-russes"),
    ("En Pologne, la PGE a relié l'éolienne.", "pge"),
    ("L'oléoduc du Consortium du pipeline caspien a rouvert.", "consortium-du-pipeline-caspien"),
    ("Les dissidences des FARC se disputent la vallée.", "farc"),
    ("L'Iran reste exclu de Swift.", "swift-reseau-bancaire"),
    ("Au Mali, le CSP a refusé la trêve.", "front-de-liberation-de-l-azawad"),
    ("Les Houthistes ont tiré sur un vraquier.", "houthis"),
    ("En Israël, les jeunes des collines ont coupé des oliviers.", "jeunes-des-collines-colons"),
    ("Le Parlement géorgien a voté la loi.", "parlement-georgien"),
    ("Au Japon, la Diète japonaise siège.", "diete-japonaise"),
    ("En Suisse, le Conseil fédéral a tranché.", "conseil-federal-suisse"),
    ("La start-up General Cherry livre des intercepteurs.", "general-cherry"),
    ("L'usine Mesko de Skarżysko tourne la nuit.", "mesko"),
    ("La chaîne Telegram Baza parle de dix blessés.", "baza-media"),
    ("Au Salvador, El Faro a publié l'enquête.", "el-faro-journal"),
    ("Selon l'agence nucléaire de l'ONU, rien n'a fui.", "aiea"),
    ("Les garde-frontières polonais ont compté deux cents passages.", "garde-frontieres-polonais"),
    ("Heckler & Koch livre des fusils.", "heckler-koch"),
    ("L'Organisation des Nations unies pour l'éducation, la science et la culture siège.", "unesco"),
    ("Selon RFE/RL, le pont est fermé.", "radio-free-europe"),
    ("En Estonie, la KaPo a arrêté un homme.", "kapo-estonie"),
    ("En Hongrie, la Coalition démocratique proteste.", "coalition-democratique-hongrie"),
    ("Au Cameroun, le journal Mutations le raconte.", "mutations-journal"),
    ("Aux États-Unis, Meta a plié.", "meta-societe"),
    ("Le Haut-Commissariat des Nations unies aux réfugiés manque de tentes.", "hcr"),
]

NOT_NAMED = [
    ("En Lettonie, la KaPo a arrêté un homme.", "kapo-estonie"),
    ("Heckler et son fils, Koch et sa fille : quatre voix.", "heckler-koch"),
    ("Au Cameroun, les mutations de la société inquiètent.", "mutations-journal"),
    ("Au Gabon, l'Union des pêcheurs proteste.", "l-union-gabon"),
    ("Des gardes-frontières polonais ont glissé sur la neige.", "garde-frontieres-polonais"),
    ("À Washington, on parle du train ICE de Francfort.", "ice-etats-unis"),
    ("Le ministre de la Défense belge hésite.", "defense-belge"),
    ("À Varsovie, le Bureau de la sécurité nationale alerte.", "bureau-de-la-securite-nationale-taiwan"),
    ("Le jury de Stockholm dit : il le faut, a must.", "must-suede"),
    ("Le vieux chemin de fer russe rouille.", "chemins-de-fer-russes"),
    ("Les emirates du golfe et le sas de l'usine sont vides.", "sas-compagnie"),
    ("Taylor Swift a chanté pour des exilés d'Iran.", "swift-reseau-bancaire"),
    ("Les jeunes des collines de Nice descendent à la mer.", "jeunes-des-collines-colons"),
    ("Une aube dorée se lève sur la Grèce.", "aube-doree-grece"),
    ("Au Mali, le CSP a refusé la trêve.", "cooperation-structuree-permanente"),
    ("Les loups gris reviennent en Turquie.", "loups-gris-turquie"),
    ("Les vieux Nokia et le pistolet Glock ont été saisis.", "glock-armurier"),
    ("Un vieux Nokia sonnait dans le fossé.", "nokia"),
    ("En Allemagne, le Conseil fédéral suit.", "conseil-federal-suisse"),
    ("Le général Artem Cherry a signé.", "general-cherry"),
    ("Petra est rouverte aux visiteurs.", "petra-agence"),
    ("Des avocats d'urgence plaident la nuit.", "emergency-lawyers"),
    ("Le cargo El Faro a sombré dans l'ouragan.", "el-faro-journal"),
    ("Le think tank Kompas Wschodni doute.", "kompas"),
    ("Au Danemark, les bouteilles en PET sont consignées.", "pet-danemark"),
    ("Les socialistes et démocrates du canton votent.", "alliance-progressiste-des-socialistes-et-democrates"),
    ("Il habite un phare, dit le FAR breton.", "forces-armees-royales-maroc"),
    ("L'invincible Armada espagnole de Philippe II a sombré.", "armada-espagnole"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_listed_organisation_is_found_by_its_usual_names(recognise: Recognise, text: str, name: str) -> None:
    assert name in {mention.entity for mention in recognise(text)}


@pytest.mark.parametrize(("text", "name"), NOT_NAMED)
def test_ordinary_prose_is_no_listed_organisation(recognise: Recognise, text: str, name: str) -> None:
    assert name not in {mention.entity for mention in recognise(text)}


def test_every_form_that_has_no_condition_is_found_in_a_plain_sentence(
    recognise: Recognise, gazetteer: Gazetteer
) -> None:
    free = [
        (entity.id, alias.form)
        for entity in gazetteer.of_kind("organisation")
        for alias in entity.names
        if not (alias.needs or alias.unless or alias.not_before or alias.not_after or "(" in alias.form)
    ]
    missed = [
        form
        for entity, form in free[::EACH]
        if entity not in {found.entity for found in recognise(f"Il a vu le rapport de {form}, paru mardi.")}
    ]
    assert missed == []
