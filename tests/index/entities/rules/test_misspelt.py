"""Organisations and countries whose names a translation has changed, and words that only look like theirs."""

from __future__ import annotations

import pytest

from tests.index.entities.conftest import Recognise

MISSPELT = [
    ("La société Lockeed Martin livre en mai.", "Lockeed Martin", "lockheed-martin"),
    ("Le vieux Lockhead Martin loue ses halls.", "Lockhead Martin", "lockheed-martin"),
    ("Médecins sans frontière a ouvert une salle.", "Médecins sans frontière", "medecins-sans-frontieres"),
    ("Le prince de l'Arabi Saoudide est venu.", "Arabi Saoudide", "sa"),
    ("La Turquie paie. La société Assel San livre le radar.", "Assel San", "aselsan"),
    ("Au Chili, le géant public Codeico creuse.", "Codeico", "codelco"),
    (
        "La Centrafrique vote. La Coalition patriotique pour le changement tire.",
        "Coalition patriotique pour le changement",
        "coalition-des-patriotes-pour-le-changement",
    ),
    (
        "L'Organisation intergouvernementale pour le développement siège.",
        "Organisation intergouvernementale pour le développement",
        "igad",
    ),
    (
        "L'Ukraine attend. La Haute Cour contre la corruption l'a jugé.",
        "Haute Cour contre la corruption",
        "haute-cour-anticorruption-d-ukraine",
    ),
    (
        "La Birmanie dort. L'Armée unie de l'État Oua a défilé.",
        "Armée unie de l'État Oua",
        "armee-unie-de-l-etat-wa",
    ),
    ("Le géant saoudien Harame Caux baisse ses prix.", "Harame Caux", "aramco"),
    ("Les Nations uni votent demain.", "Nations uni", "onu"),
    ("Selon la Straz Granitchna, rien n'a bougé.", "Straz Granitchna", "garde-frontieres-polonais"),
    ("Ils suivaient Al-Djazira à la radio.", "Al-Djazira", "al-jazeera"),
    ("La brigade Khartya tient la route.", "brigade Khartya", "brigade-khartia"),
    ("La Verkhovna Rade en débat.", "Verkhovna Rade", "verkhovna-rada"),
    ("Pour Die Linque, c'est non.", "Die Linque", "die-linke"),
    ("Une ligne de l'Otane vers le nord.", "Otane", "otan"),
    ("La FINOUL plie ses tentes.", "FINOUL", "finul"),
    ("Israël s'inquiète. Le raid de Tsahale a duré.", "Tsahale", "tsahal"),
    ("La Turquie signe. Le radar est d'Azelsan, dit-il.", "Azelsan", "aselsan"),
    ("La Turquie signe. Azelsan fait le radar.", "Azelsan", "aselsan"),
    ("Un raid au Rwanda. On y cherche les FDRL.", "FDRL", "fdlr"),
    ("Les inspecteurs de l'AIEA sont là. Ceux de l'AEIA aussi.", "AEIA", "aiea"),
    ("Un accord est signé à Kinchassa.", "Kinchassa", "cd"),
    ("La société Palanteer d'Alex Carp vend.", "Palanteer", "palantir"),
    ("L'Armée de l'air d'Ukraine a compté huit drones.", "Armée de l'air d'Ukraine", "armee-de-l-air-ukrainienne"),
    ("Le Service fédéral de renseignements BDN se tait.", "Service fédéral de renseignements", "bnd"),
    ("La Corée du Sud signe avec le groupe Hyunndai Rotème.", "Hyunndai Rotème", "hyundai-rotem"),
    ("Des chars viennent de la Coré du Sud.", "Coré du Sud", "kr"),
    ("Les soldats de la KFQR patrouillent.", "KFQR", "kfor"),
    ("Les casques de la MlNUSS patrouillent.", "MlNUSS", "minuss"),
    ("La Suède livre. Le constructeur Saabe aussi.", "Saabe", "saab"),
    ("Un débat en Kroasie.", "Kroasie", "hr"),
    ("La firme italienne Lionardo SpA vend.", "Lionardo", "leonardo"),
    ("En Birmanie, la Tatmadô recule.", "Tatmadô", "tatmadaw"),
    ("La mission, la MANVL, a compté.", "MANVL", "manul"),
    ("L'amiral commande le CENT COM.", "CENT COM", "centcom"),
    ("C'est la fin de l'O TAN.", "O TAN", "otan"),
    ("La force Eu For compte mille soldats.", "Eu For", "eufor-althea"),
    ("Le président du Kazakstan Erlan Dosov parle.", "Kazakstan", "kz"),
    ("Il va en Corée duNord demain.", "Corée duNord", "kp"),
    ("Le Pakistane et l'Afganistan ne se parlent pas.", "Afganistan", "af"),
    ("Le Pakistane et l'Afganistan ne se parlent pas.", "Pakistane", "pk"),
    ("Un mécanisme avec le Katar.", "Katar", "qa"),
    ("Les Philipines et la Nouvelle-Zéland regardent.", "Nouvelle-Zéland", "nz"),
    ("Les chantiers Thyssen Krupp Marine System plient.", "Thyssen Krupp Marine System", "thyssenkrupp-marine-systems"),
    ("La firme Aéro Vironment a gagné.", "Aéro Vironment", "aerovironment"),
    ("Selon L'Orient-Lejour, tout va.", "Orient-Lejour", "l-orient-le-jour"),
    ("Le site Defence 24 l'écrit.", "Defence 24", "defence24"),
    ("Deux directeurs d'« Ukroboronproum » partent.", "Ukroboronproum", "ukroboronprom"),
    ("Azelsan fait le radar.", "Azelsan", "aselsan"),
    ("Une mine à Bamaco, une autre à Lomé.", "Bamaco", "ml"),
    ("Pékine accuse l'ambassadeur.", "Pékine", "cn"),
    ("Les négociateurs à Abou Daby parlent.", "Abou Daby", "ae"),
    ("Le premier ministre du Souden est là.", "Souden", "sd"),
    ("Le pacte Okus avance. La société Rainmetal attend.", "Rainmetal", "rheinmetall"),
    ("Le groupe de Ramchtaïn siège.", "groupe de Ramchtaïn", "groupe-de-contact-pour-l-ukraine"),
    ("L'argent d'abord : Rhein Métal livre.", "Rhein Métal", "rheinmetall"),
    ("En Arménie, le parti Contrat Civile espère.", "Contrat Civile", "contrat-civil"),
    ("Le Venezuela vend peu, dit Pédévésa.", "Pédévésa", "pdvsa"),
    ("En Russie, le chef de l'Effesbé se tait.", "Effesbé", "fsb"),
    ("Un voyage en Afriquedu Sud.", "Afriquedu Sud", "za"),
    (
        "Selon le ministère japonais des Afaires étrangères.",
        "ministère japonais des Afaires étrangères",
        "ministere-japonais-des-affaires-etrangeres",
    ),
    ("Un avion de la 36e divesion israélienne.", "36e divesion israélienne", "36e-division-israelienne"),
    ("La Croix-Rouge libanais arrive.", "Croix-Rouge libanais", "croix-rouge-libanaise"),
    ("En Chine, le Commendement du théâtre sud.", "Commendement du théâtre sud", "commandement-du-theatre-sud-chine"),
    ("Le Clan de Golfe a tiré.", "Clan de Golfe", "clan-del-golfo"),
    ("La Bundes wehr a besoin de soldats.", "Bundes wehr", "bundeswehr"),
    ("L'usine de Leo nardo tourne.", "Leo nardo", "leonardo"),
    ("L'entreprise Oukroboron prom livre.", "Oukroboron prom", "ukroboronprom"),
    ("Le patron de Rhin Métal est là.", "Rhin Métal", "rheinmetall"),
    ("En Turquie, le drone de Bay Kar vole.", "Bay Kar", "baykar"),
    ("La CEDAO publie un texte.", "CEDAO", "cedeao"),
    ("La société Rajnmetall livre.", "Rajnmetall", "rheinmetall"),
    ("En Russie, la Rosguardya barre la route.", "Rosguardya", "garde-nationale-russe"),
    ("La compagnie Exonn Mobil attend.", "Exonn Mobil", "exxonmobil"),
    ("En Australie, le chantier naval Ostal livre.", "Ostal", "austal"),
    ("Les usines du Czecho slovak Group tournent.", "Czecho slovak Group", "czechoslovak-group"),
    ("Un pilote de la Ro yal Air Force atterrit.", "Ro yal Air Force", "royal-air-force"),
    ("Les contrôles avec Niemcami durent.", "Niemcami", "de"),
    ("Un convoi de Germanii arrive.", "Germanii", "de"),
    ("La 3-ème brigade d'assaut avance.", "3-ème brigade d'assaut", "3e-brigade-d-assaut-ukrainienne"),
]

NO_NAMES = [
    "Un voyage en Austrasie, une foire à Angora, un lit à Bologne.",
    "À Brasilia, on attend. À Port-Louis aussi.",
    "Le bataillon « Aile du Podil » et l'association Pikë e Re.",
    "Un voyage en Costa rica, aux Émirats arabesunis.",
    "Effesbé n'est d'aucun pays ici.",
    "Washington pose ses conditions.",
    "L'agence KCNA et le parti PAS se taisent.",
    "Les Gardian ont quarante ans.",
    "Le bateau mouille à Perth, en Australie, avec des Londoniens.",
    "Azelsan. Un radar de plus.",
    "On y cherche les FDSR.",
    "L'escale d'Elbite a plu.",
    "Une centaine de Caracal volent.",
    "Le club du Sporting a gagné.",
    "L'ancienne Königsberg tient dans un mouchoir.",
    "M. Lockhead Marlin se tait.",
    "Un pays nigérian, une armée nigériane.",
    "Le syndicat Médecine sans murs proteste.",
    "Au marché de Dihua, en Chine, tout va.",
    "À Rønne, on ne regarde plus.",
    "La foire de Bernay ouvre. Un tableau Excel.",
    "Au nord de la péninsule de Paria, six morts.",
    "Ils se voient au café Kopenhagen, sur l'Helsinge 24.",
    "Les frères de la KBUR chantent.",
    "Selon Bruxelles 25, rien n'a bougé.",
    "Sur l'île de Malaita, le souvenir reste vif.",
    "La ministre de la Défense danois se tait.",
    "Les Cubas du lieu, un Perroux de passage.",
    "En Iran, on parle du canal de Bashi.",
    "Le Bundes veut des soldats. Un Ro mance.",
    "L'Ot an se tait.",
    "Le drone de Bay Kar vole.",
    "L'ATTAN et la CEDEU ne sont rien.",
    "Oukroboron promet beaucoup.",
    "Pour cent com et pour les Eu, for ever.",
    "Assis à sa droite, l'amiral se tait.",
    "Une chercheuse du Centre Al-Manara d'études politiques parle du Liban.",
]


@pytest.mark.parametrize(("text", "words", "entity"), MISSPELT)
def test_a_misspelt_name_is_the_listed_one(recognise: Recognise, text: str, words: str, entity: str) -> None:
    assert (words, entity) in [(mention.words, mention.entity) for mention in recognise(text)]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_only_looks_like_a_name_is_none(recognise: Recognise, text: str) -> None:
    assert [mention.words for mention in recognise(text) if mention.rule == "misspelt_name"] == []


def test_a_name_with_a_stray_full_stop_inside_is_read_as_one_word(recognise: Recognise) -> None:
    (found,) = [
        mention for mention in recognise("L'envoyé américain Steve Wit.coff est là.") if mention.kind == "person"
    ]
    assert (found.words, found.entity) == ("Steve Wit.coff", "steve-witkoff")
