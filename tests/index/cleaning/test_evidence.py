"""What lines speak of and look like, and the signs, captions and notes made of it; each beside prose like it."""

from __future__ import annotations

import pytest

from index.cleaning.captions import has_credit, is_caption
from index.cleaning.evidence import is_clause, is_interface, is_name_like, is_other_language
from index.cleaning.lines import make_line
from index.cleaning.notes import note_sign
from index.cleaning.signs import mark_sign

SIGNS = {
    "copyright": ["© 2024 Le Messager. Le présent document est protégé par les lois sur le droit d'auteur."],
    "numbered": ["liste 2 de 3 Pourquoi les prix du riz montent"],
    "figure": ["2 219 km", "37 %", "9 p."],
    "credit": ["Bureau civil/O. Haddad", "KEYSTONE/Peter Aeschbach", "PHOTO JOSÉE BEAUCHEMIN"],
    "address": ["Écrire à redaction@messager.example", "news.messager.fr - édition du soir"],
    "pictogram": ["► Voir notre page Ukraine", "👁 12 430"],
    "in brackets": ["(Voir la version longue)", "[Xie Wenbo]"],
    "thing to do": ["Ouvrir dans l'application", "Modifier mes préférences"],
    "product": ["LinguaTech"],
    "nickname": ["Marsouin68", "pierre.l"],
    "words of the page": ["Numéros de la revue", "LIRE ENSUITE"],
    "to the reader": ["Notre journaliste répond à vos questions"],
    "pointer": ["▲ Un obusier au camp de Suippes.", "▼ La rampe ouverte, de nuit"],
}
HEADINGS = [
    "Partage du fardeau",
    "Vidéos macabres",
    "Accueil réservé à Ankara",
    "Suivre l'argent",
    "Lettre morte, message perdu",
    "Ministre et pages blanches",
    "Rappel pour consultations de nos ambassadeurs",
    "Deux réserves",
    "Un kit, deux cuves, zéro perçage",
    "24 février 2022",
    "« Un obus, soixante couteaux »",
    "« Nos enfants liront cette page »",
    "Partager le fardeau, oui, mais à sa taille",
    "Le précédent de 2018",
    "Partager les données, sans exposer les enfants",
    "Un port en eau profonde pour l'Alliance, mais pas seulement",
]


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign, texts in SIGNS.items() for text in texts])
def test_a_sign_marks_a_line_wherever_it_stands(sign: str, text: str) -> None:
    mark = mark_sign(make_line(text))
    assert mark is not None
    assert mark.rule == sign


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_bears_no_sign(text: str) -> None:
    assert mark_sign(make_line(text)) is None
    assert not is_caption(make_line(text))


def test_the_words_of_the_page_are_told_from_the_words_of_the_news() -> None:
    assert is_interface(make_line("Tous les articles de la rubrique"))
    assert is_interface(make_line("Réalisation : studio Pivoine"))
    assert not is_interface(make_line("Le rôle de la presse"))
    assert not is_interface(make_line("Publié le 3 mars 2024"))


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("La Chine et l'Afrique publient une déclaration", True),
        ("Ankara reçoit son patrouilleur", True),
        ("Ils étaient trois", True),
        ("Le poste frontalier de Malanville, fermé côté nigérien", False),
        ("Le président et son état-major, mardi à Maracaibo", False),
    ],
)
def test_a_clause_has_a_verb(text: str, clause: bool) -> None:
    assert is_clause(make_line(text)) is clause


@pytest.mark.parametrize("text", ["Pierre-Yves Damblade et Zofia Krawiec", "La Voix de l'Alzette"])
def test_names_begin_with_capitals(text: str) -> None:
    assert is_name_like(make_line(text))


@pytest.mark.parametrize("text", ["Commentaires prudents à Berlin", "L'EUROPE ENTRE EN GUERRE SANS LE DIRE", "Silence"])
def test_the_first_capital_of_a_line_makes_no_name(text: str) -> None:
    assert not is_name_like(make_line(text))


@pytest.mark.parametrize(
    "text",
    [
        "De gauche à droite : le ministre et la secrétaire générale. Photo : Alliance septentrionale",
        "Un barrage à l'entrée de Tripoli, tenu par des soldats qui cumulent deux emplois. (Photo B.-S.)",
        "La directrice générale de l'armement et M. Solheim - Crédit : Ambassade",
        "Deux camarades devant la case radio de Tabou, 1958. Coll. part.",
        "Rue du Port, le 16 juin. Une habitante trie ses livres. (ODILE BRUN POUR LE PHARE)",
        "Figure 1 – Bases étrangères en mer Rouge (au 1er janvier 2021). Source : Institut du Phare.",
        "Un lance-roquettes lors d'un exercice (ministère letton de la Défense)",
        "Une vedette au large de Tyr. (Crédit : Réseaux sociaux ; utilisé selon l'article 12 de la loi sur le droit)",
        "Les familles attendaient depuis midi dans le hangar n° 2. | LE FANAL DU SOIR",
    ],
)
def test_a_description_with_a_credit_is_a_caption(text: str) -> None:
    assert has_credit(make_line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Photo de famille, poignées de main, sourires : le sommet a commencé.",
        "Image rare : les deux hommes rient.",
        "Les satellites l'ont confirmé (images Orbita publiées lundi par la société).",
        "Le contrat a été signé lundi (archives du ministère).",
        "L'enveloppe atteint trois milliards cette année (crédits de paiement votés en juin).",
    ],
)
def test_a_sentence_about_a_picture_is_no_caption(text: str) -> None:
    assert not is_caption(make_line(text))


NOTES = {
    "footnote": ["[1] Entretien avec un commandant de batterie, novembre 2022."],
    "imprint": ["Site édité par la SARL Éditions du Môle."],
    "reference": ["Le Silence du fantassin, par Amaury de Trescol, Éditions du Glacis, 240 pages."],
    "notice": [
        "Avertissement : les propos de cette histoire restent ceux de son auteur.",
        "Entrée libre sur inscription.",
    ],
    "signature": [
        "Entretien mené par Zacharie Blondel.",
        "L'agence Baltica a contribué à cet article.",
        "La journaliste Ida Roos à Malmö a contribué à ce rapport.",
    ],
    "to the reader": ["Devenez membre pour lire tous les articles et recevoir le bulletin."],
    "about the author": [
        "Ida Roos-Lind est chroniqueuse d'affaires internationales au Phare.",
        "Journaliste à la section Monde, elle a étudié le droit à Sherbrooke et la trompette à Rimouski.",
        "Odile Brun-Roy enseigne la géographie à Brest. Elle vient de publier Glaces communes.",
        "Né à Malmedy, il écrit des portraits pour le magazine depuis une dizaine d'années.",
    ],
    "about the page": [
        "Ce texte fait partie de notre section Perspectives.",
        "Une version précédente de ce texte, qui situait la base au Yukon, a été corrigée.",
        "Cet article a été numérisé à partir de l'édition papier.",
        "Les textes de la rubrique sont relus.",
    ],
}


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign, texts in NOTES.items() for text in texts])
def test_a_note_below_the_text_is_known_by_its_sign(sign: str, text: str) -> None:
    assert note_sign(make_line(text)) == sign


@pytest.mark.parametrize(
    "text", ["Trois experts indépendants ont contribué à ce rapport.", "Cet article a contribué à sa chute."]
)
def test_what_somebody_contributed_to_is_told_by_articles(text: str) -> None:
    assert note_sign(make_line(text)) != "signature"


@pytest.mark.parametrize(
    "text", ["Serge Lind est ministre de la Défense depuis 2012.", "Ida Roos est journaliste, a rappelé son avocat."]
)
def test_who_somebody_in_the_news_is_makes_no_author_of_him(text: str) -> None:
    assert note_sign(make_line(text)) is None


def test_english_among_french_is_known() -> None:
    assert is_other_language(make_line("This is a reader-supported publication. To receive new posts, subscribe."))
    assert not is_other_language(make_line("Le général a dit « time is on our side », et il s'est assis."))
