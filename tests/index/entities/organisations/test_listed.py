"""Listed organisations in other words than the list has, without their country, and what has no country of its own."""

from __future__ import annotations

import pytest

from tests.index.entities.conftest import Recognise

MEANT = [
    (
        "En Ukraine, le Service Étatique pour Situations Extraordinaires combat le feu.",
        "service-d-etat-des-situations-d-urgence-ukraine",
    ),
    ("À Varsovie, l'Agence de la Sécurité Interne arrête deux hommes.", "abw"),
    (
        "La Pologne mobilise l'Armée de la Défense Territoriale.",
        "forces-de-defense-territoriale-polonaises",
    ),
    ("L'étage haut vient de l'Industrie Aérienne d'Israël.", "israel-aerospace-industries"),
    ("Le Japon veille : le Corps d'Autodéfense de la Mer patrouille.", "forces-maritimes-d-autodefense"),
    ("La Garde Ethnique chypriote ouvre les portes.", "garde-nationale-chypriote"),
    ("La Libye attend : le Conseil Suprême de l'État siège pour la première fois.", "haut-conseil-d-etat-libye"),
    ("À Séoul, le ministère de l'Unification regrette.", "ministere-sud-coreen-de-l-unification"),
    ("Vienne attend l'Agence internationale d'Energy Atomic.", "aiea"),
    (
        "À Kiev, le Conseil national de sécurité et de défense tranche.",
        "conseil-de-securite-nationale-et-de-defense-d-ukraine",
    ),
    (
        "La Maison-Blanche écrit au Conseil de sécurité nationale et de défense. Kiev répond.",
        "conseil-de-securite-nationale-et-de-defense-d-ukraine",
    ),
    (
        "Le patron de l'Organisation nationale de renseignement quitte la Turquie.",
        "organisation-nationale-du-renseignement-turquie",
    ),
    ("Le chef du Parti de l'action nationaliste se tait. La Turquie attend.", "mhp"),
    ("Le Service national du renseignement se tait, à Séoul.", "nis-coree-du-sud"),
    ("À Séoul, le NIS se tait.", "nis-coree-du-sud"),
    ("À Belgrade, le NIS raffine.", "nis-serbie"),
    ("La Cour pénale spéciale siège en Centrafrique.", "cour-penale-speciale-centrafrique"),
    ("L'Organisation du traité de la sécurité collective observe.", "organisation-du-traite-de-securite-collective"),
    ("L'Allemagne part, la Roumanie reste ; le Parti social-démocrate de l'Allemagne doute.", "spd"),
    ("Devant le Conseil de sécurité, il a menti.", "conseil-de-securite-de-l-onu"),
    ("Au Sénat, on vote. La Chambre des représentants attend.", "senat-americain"),
    ("Le Quad siège.", "quad"),
    ("La Hongrie refuse, Visegrad aussi.", "groupe-de-visegrad"),
    ("À la chancellerie, on lit ce que vote le Bundestag.", "chancellerie-allemande"),
    ("Au Congrès on hésite, et Washington attend.", "congres-americain"),
    ("Ankara attend que le parlement turc vote.", "grande-assemblee-nationale-de-turquie"),
    ("Aux États-Unis, la garde nationale monte les tentes.", "garde-nationale-americaine"),
    ("Kinshasa vote, la CENI compte. La RDC retient son souffle.", "ceni-rd-congo"),
    ("L'Inde monte les ailes avec Tata.", "groupe-tata"),
    ("Le général l'écrit sur X, sans détour.", "twitter"),
    ("Son compte X est muet.", "twitter"),
    ("L'un d'eux sort de l'usine Sikorsky.", "sikorsky"),
    ("À Gaza, le Conseil de la paix siège.", "conseil-de-la-paix"),
    ("À Gaza, la force internationale de stabilisation débarque.", "force-internationale-de-stabilisation"),
]


@pytest.mark.parametrize(("text", "organisation"), MEANT)
def test_a_listed_body_is_known_in_other_words(recognise: Recognise, text: str, organisation: str) -> None:
    assert organisation in listed(recognise, text)


OTHERS = [
    "À Madrid, l'Agence de la Sécurité Interne arrête deux hommes.",
    "Le ministre de l'Industrie de Défense se tait.",
    "Le chef du parti du Congrès part. Washington attend.",
    "Les élus du Congrès général se taisent. Washington attend.",
    "Au Congrès des pêcheurs, on rit. Washington attend.",
    "Au Congrès, Lima vote. Washington attend.",
    "En Ukraine, la garde nationale tient. Washington attend.",
    "Au Burundi, la CENI compte. La RDC attend.",
    "Tata Simone rentre. L'Inde attend.",
    "Il mise sur X jours de trêve, sur X et Y.",
    "À Kaboul, le Haut Conseil de la paix siège.",
    "À Sarajevo, la force internationale de stabilisation part.",
    "Le Conseil de sécurité biélorusse siège.",
    "Le Conseil de sécurité de la Géorgie siège.",
    "Le Conseil de sécurité routière publie ses chiffres.",
    "Le secrétaire du Conseil de sécurité nationale et de défense se tait.",
    "La Finlande vote. Le Parti social-démocrate gagne, la Finlande respire, l'Allemagne applaudit.",
    "La Macédoine proteste : l'Armée de libération nationale avance en Macédoine, loin de la Colombie.",
    "À Séoul et à Belgrade, le NIS se tait.",
    "Le Sénat du Kenya vote.",
    "La Diète siège à Helsinki.",
    "Les chancelleries s'inquiètent.",
    "La chancellerie du tribunal est fermée.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_a_body_of_another_country_is_not_the_listed_one(recognise: Recognise, text: str) -> None:
    assert not listed(recognise, text)


PHRASES = [
    "Il se disait le serviteur du peuple.",
    "Le droit et justice vont ensemble.",
    "Nous voulons la paix maintenant.",
    "Le monde diplomatique retient son souffle.",
    "Les médecins du monde entier, l'action contre la faim, la voix de l'Amérique.",
    "Le journal du dimanche traînait.",
    "Un algorithme AES chiffre les messages.",
    "Le site Vox a tout publié.",
    "Il porte un tee-shirt d'Interpol.",
    "Nous ferons comme Sikorsky.",
    "Il est né à Weimar, sous la république de Weimar.",
    "Le pont de Visegrad est fermé.",
    "Une toile de Bruegel ornait le salon, Bruegel l'Ancien disait-on.",
    "La Tisza est en crue à Szeged.",
    "Quad renversé : deux blessés. Marines et natures mortes au musée.",
    "Le dieu Indra, le lac Valdai et l'alphabet cyrillique. Alphabet oblige.",
]


@pytest.mark.parametrize("text", PHRASES)
def test_words_that_a_name_is_made_of_are_no_organisation(recognise: Recognise, text: str) -> None:
    assert not listed(recognise, text)


def listed(recognise: Recognise, text: str) -> set[str]:
    return {mention.entity for mention in recognise(text) if mention.kind == "organisation" and mention.listed}
