"""Each rule that looks at one line alone: what it takes, and what begins alike but is prose."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Zone
from index.cleaning.bylines import mark_byline
from index.cleaning.lines import make_line
from index.cleaning.rules import LONGEST_REMEMBERED, head_wordings, mark_bare, mark_wording, wordings
from index.cleaning.rules import matches as matches_template
from index.cleaning.templates import Vocabulary, compile_template, line_form, plain_line

EXAMPLES = {
    "by-line": [
        "Par Jeanne Morel",
        "Par Jeanne Morel et Paul Roux, correspondants à Moscou",
        "Par la rédaction avec AFP",
        "Signé : la rédaction, avec agences",
        "Avec notre correspondante à Goma, Clarisse Bahati",
        "Billet du jeudi 12 octobre",
        "De notre envoyé spécial à Kiev",
        "Propos recueillis par Paul Roux",
        "AFP",
        "Reuters / AP",
        "L. B. avec l'AFP",
    ],
    "closing heading": [
        "Boîte noire",
        "Les auteurs",
        "À propos de l'institut",
        "Notes de bas de page",
        "Contacts presse",
        "Avertissement",
    ],
    "navigation": [
        "Contraste renforcé",
        "N'afficher que les moments clés",
        "Le défilement continue plus bas",
        "Apprendre plus",
        "Aller au contenu",
        "Retour à l'accueil",
        "Lire la suite",
        "Voir tous les articles",
        "Page 2 sur 7",
    ],
    "languages": ["Français English Español", "FR | EN | DE", "Lire cet article en anglais"],
    "sharing": [
        "Partager sur Facebook",
        "Partagez cet article sur WhatsApp, Telegram ou par e-mail",
        "Copier le lien",
        "Facebook Twitter LinkedIn",
        "Facebook X Bluesky Copier le lien Imprimer",
        "Tweeter",
        "12 partages",
        "Ajouter à mes favoris",
        "Partager :",
    ],
    "reading time": [
        "De lecture du temps : 4 min",
        "Résumé en 30 secondes",
        "Temps de lecture : 3 min",
        "Lecture 4 min.",
        "5 min read",
        "12 minutes de lecture",
        "3 min",
        "2 min Temps de lecture",
    ],
    "counter": [
        "31 lectrices ont aimé cet article",
        "Cet article contient 3 photos",
        "1 254 vues",
        "12 réactions · 3 partages",
        "Vues : 1 254",
        "Lu 3 452 fois",
        "Aucun commentaire",
    ],
    "weather or markets": ["CAC 40 7 512,33 +0,45 %", "Paris 14°C", "EUR/USD 1,0842 +0,12 %"],
    "tags": [
        "Balises : mer Rouge . frégates",
        "Mots directeurs : mines, mer Noire",
        "Mots-clés : Défense, Union européenne",
        "Tags: OTAN, Ukraine",
        "Classé dans Défense",
    ],
    "copyright": [
        "© 2024 Le Phare. Tous droits réservés.",
        "Copyright 2024 Le Phare",
        "Toute reproduction interdite",
        "La reprise des textes du site n'est possible qu'avec un lien hypertexte vers Le Phare.",
    ],
    "legal": ["Mentions légales", "CGU – Politique de confidentialité – Contact", "Gérer les cookies"],
    "advertising": [
        "Contenu commandité : nos partenaires recommandent",
        "Publicité",
        "(Publicité)",
        "La suite après cette publicité",
        "Passer la publicité",
        "Contenu sponsorisé",
        "Publicité - Lisez la suite ci-dessous",
        "L'histoire continue sous l'annonce",
    ],
    "consent": [
        "Ce module est fourni par un service tiers et peut lire des cookies",
        "Tout accepter",
        "Continuer sans accepter →",
        "Ce site utilise des cookies pour améliorer votre expérience.",
        "En poursuivant votre navigation sur ce site, vous acceptez nos conditions.",
        "Nous et nos 124 partenaires stockons des informations sur votre appareil.",
    ],
    "newsletter": [
        "Infolettre Matin clair : un tour de l'actualité, envoyé chaque matin",
        "Chaque lundi, les coulisses de l'état-major",
        "Newsletter",
        "Abonnez-vous à notre newsletter quotidienne",
        "Recevez chaque matin l'essentiel de l'actualité",
        "Votre adresse e-mail",
        "Inscrivez-vous à notre lettre d'information pour ne rien manquer.",
        "Chaque semaine, ce qu'il faut retenir de la session, vu par notre rédaction à Fribourg.",
        "Chaque jour, l'essentiel de l'actualité balte, sans détour.",
    ],
    "button": ["Découvrir", "J'en profite >", "Réserver"],
    "subscription": [
        "Je donne 15 €",
        "Un autre montant",
        "Article réservé aux abonnés",
        "Abonnez-vous",
        "Déjà abonné ? Connectez-vous",
        "Il vous reste 70 % de cet article à lire.",
        "Soutenez un journalisme indépendant",
        "1 € le premier mois, sans engagement",
    ],
    "login": ["Se connecter", "Mot de passe oublié ?", "Créer un compte", "Cliquez ici pour vous identifier"],
    "follow us": [
        "Suivez-nous sur Facebook",
        "Le Phare est désormais sur WhatsApp !",
        "Rejoignez-nous sur Telegram",
        "Suivez toute l'actualité internationale en téléchargeant l'application",
        "Toute l'actualité de la défense en continu",
        "Suivre ce média",
    ],
    "comments heading": [
        "Règles des discussions",
        "Commenter (7)",
        "Premiers les anciens",
        "Commentaires (3)",
        "L'avis de nos lecteurs (2)",
        "Laisser un commentaire",
        "Soyez le premier à réagir !",
        "Réagir à cet article",
    ],
    "comment form": [
        "Votre adresse e-mail ne sera pas publiée.",
        "Les champs obligatoires sont indiqués avec *",
        "Signaler un abus",
        "Répondre",
        "Paul M. il y a 2 heures",
    ],
    "reader poll": [
        "Voter (812 votes)",
        "Cet article vous a-t-il été utile ?",
        "Sondage : faut-il envoyer des troupes ?",
    ],
    "provenance": [
        "Article imprimé depuis le site de la revue",
        "Utilisation éditoriale seulement",
        "Source link",
        "Le Phare n'est pas responsable du contenu des sites externes.",
        "Pour citer cet article : Morel J., « Obus », Le Phare, n° 48, 2025.",
        "Source : Reuters",
        "Cet article est apparu en premier sur Le Phare.",
        "Traduit automatiquement de l'anglais.",
        "Lire l'article original",
    ],
    "archive picture": [
        "Archives - Le ministre à Kiev",
        "Photo d'archives : un char à l'exercice",
        "Légende : des camions bloqués près d'Isfana, le 5 septembre. Photo : A. T.",
    ],
    "credit": [
        "© Reuters",
        "Le ministre, lundi à Kiev. © Paul Desmarais / AFP",
        "Un char à l'exercice (Photo : ministère de la Défense)",
        "Des soldats à Narva, le 3 mars. REUTERS/Ints Kalnins",
        "Le président à l'Élysée. John Doe/Getty Images",
    ],
    "picture note": [
        "Photo d'illustration",
        "Photo : ministère de la Défense",
        "Illustration.",
        "Capture d'écran Telegram",
        "Galerie photos (7)",
    ],
    "player": [
        "Cet article existe aussi en podcast",
        "La vidéo est temporairement indisponible",
        "Midi Plus – Extrait de l'émission du 4 mars",
        "Vidéo",
        "Regarder la vidéo",
        "Écouter le podcast",
        "Cette vidéo n'est plus disponible.",
        "La fonctionnalité d'écoute est produite avec la synthèse vocale.",
        "La synthèse vocale, basée sur un automate, permet de générer un texte parlé à partir d'un texte écrit.",
        "Transcription de l'émission",
        "Votre vidéo démarre dans quelques secondes...",
        "Une vidéo est en cours de chargement",
    ],
    "neighbour": [
        "Article précédentLa Chine avertit",
        "Article suivant",
        "Précédent : Le Chili rappelle ses conseillers",
    ],
    "read also": [
        "À ce propos : Ce que valent les chars de rechange",
        "Voir en marge : Les chars de rechange",
        "Lire aussi : Le Honduras achète des vedettes",
        "À lire aussi",
        "Lire aussi Le Honduras achète des vedettes",
        "À LIRE ÉGALEMENT > Le Honduras",
        "Voir aussi notre dossier spécial",
        "Pour aller plus loin : trois livres",
        "À lire Frégates : le pari d'un petit chantier",
        "À lire aussiMer d'Oman : les assureurs s'en vont",
    ],
    "live coverage": ["Suivez les mises à jour en direct sur la guerre", "EN DIRECT - Les combats continuent"],
    "end of coverage": ["Ce direct est terminé", "Tchat fermé. Il rouvrira demain à 6 heures."],
    "running head": ["BULLETIN DE L'AMICALE – N° 74 – page 4"],
    "related heading": [
        "Articles similaires",
        "Sur le même sujet",
        "Les plus lus",
        "Vous aimerez aussi",
        "Recommandé pour vous",
        "Dans la même rubrique",
        "Nos dernières vidéos",
        "Related Posts",
        "Pour mémoire",
    ],
    "field": ["Accroche", "Corps analyses", "Corps de l'article"],
    "to the reader": [
        "Vous possédez déjà un compte ?",
        "Contactez notre service client pour modifier votre abonnement.",
    ],
    "site words": ["La matinale, notre rendez-vous WhatsApp", "Participez au grand concours"],
    "digits": ["0", "12 430", "1/7"],
    "signs": ["***", "…", "→"],
    "single letter": ["A+ A-", "X", "【A】【A】【A】"],
    "clock": ["18h04"],
    "address": ["www.phare.example", "https://phare.example/obus", "redaction@phare.example", "phare.example"],
    "telephone": ["Tél. : +33 1 40 00 00 00"],
    "hashtags": ["#OTAN #Ukraine"],
    "other script": ["الرئيسية", "Русский English"],
}
DATED = {
    "published": ["Publié le 3 mars 2024 à 18h04", "Publié il y a 3 heures", "Mise en ligne : 03/03/2024 - 18:04"],
    "updated": ["Mis à jour le 3 mars 2024", "Dernière mise à jour : 03.03.2024 18h04"],
    "by-line": [
        "Par Jeanne Morel, le 3 mars 2024 à 18:04",
        "By Jane Doe March 3, 2024",
        "04/05/2022 15:38, TUNIS/Tunisie",
    ],
    "date": ["3 mars 2024", "dimanche 3 mars 2024 à 18h04", "03.03.2024"],
    "dateline": [
        "Paris, 23 mai (Agence) –",
        "Kiev (Ukraine), le 3 mars 2024 -",
        "NEW YORK (Nations unies), 6 juin (Agence) --",
    ],
}
PROSE = [
    "Le ministre n'est pas responsable de cette défaite.",
    "Le général est désormais sur tous les fronts !",
    "Le ministre n'a pas répondu à cette lettre.",
    "Une lettre qui dérange jusqu'au Kremlin, où l'on refuse de commenter.",
    "Une alerte pour les Alliés, qui n'ont rien vu venir.",
    "Le texte, qui a été publié mardi par la présidence, prévoit une amnistie.",
    "Cette vidéo a été publiée par les rebelles sur Telegram.",
    "Chaque semaine, notre correspondant raconte le siège.",
    "Nous respectons la vie privée des familles, a dit l'armée.",
    "Déjà inscrits, les volontaires attendent leur affectation.",
    "Toute utilisation de gaz est interdite par le traité.",
    "Une erreur s'est produite dans le calcul de la portée.",
    "Chaque jour, l'essentiel des combats se déroule de nuit, loin des villages.",
    "Chaque matin, des informations contradictoires parviennent au poste de commandement.",
    "Le faux message du ministre avait été lu par synthèse vocale.",
    "Accueil mitigé dans les capitales européennes, où l'on attendait mieux.",
    "Source de fierté pour les uns, de gêne pour les autres.",
    "Archives nationales et fonds privés confirment la promesse.",
    "Publicité mensongère : le constructeur est poursuivi.",
    "Partager le fardeau, comme le demande Washington, coûterait onze milliards.",
    "Publié le 3 mars 2024, le rapport du ministère détaille les retards de livraison.",
    "Mis à jour en 2023, le plan prévoit deux brigades de plus.",
    "Par ailleurs, le ministre a confirmé sa venue.",
    "Par Vladivostok ou par Mourmansk, les cargaisons arrivent.",
    "Lire aussi loin dans les intentions de l'adversaire serait présomptueux.",
    "Voir également la Russie comme une menace ne suffit pas.",
    "Suivre la ligne de Bruxelles a un prix.",
    "L'enveloppe atteint trois milliards (crédits de paiement).",
    "Il a montré ses papiers (carte de séjour).",
    "À lire Clausewitz, on croirait que rien n'a changé.",
    "Pour mémoire, le traité avait été signé en 1997.",
    "L'histoire continue de peser sur les deux voisins.",
    "L'utilisation de liens hypertextes dans les courriels piégés inquiète les armées.",
    "Temps de guerre oblige, le défilé a été écourté.",
    "Commentaires acerbes et silences gênés : la réunion a tourné court.",
    "La newsletter du Pentagone l'avait annoncé dès mars.",
    "Facebook a supprimé un millier de faux comptes.",
    "Tous droits réservés à la couronne, l'île n'élit pas de député.",
    "Illustration de ce malaise, deux députés ont quitté la salle.",
    "Vidéo virale à l'appui, le porte-parole a nié.",
    "À suivre de près : la réaction d'Ankara.",
    "Le 24 février 2022, les chars ont franchi la frontière.",
    "« Abonnez-vous à la liberté ! », proclame l'affiche.",
    "Paris a tranché.",
    "« Non. »",
    "— Et demain ?",
]
HEADINGS = [
    "L'Europe de l'Est également à l'ordre du jour",
    "Une frontière que plus personne ne garde",
    "Politique de défense commune",
    "Sources d'inquiétude",
    "Envoyer un signal",
    "Le rôle de Telegram",
    "Retour à la case départ",
    "Crédits gelés",
    "Corps d'armée",
    "Corps à corps",
]


def mark(text: str) -> tuple[Zone, str] | None:
    line = make_line(text)
    return mark_byline(line) or mark_bare(line) or mark_wording(line, wordings())


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for table in (EXAMPLES, DATED) for rule, texts in table.items() for text in texts]
)
def test_a_line_is_taken_by_its_rule(rule: str, text: str) -> None:
    found = mark(text)
    assert found is not None
    assert found[1] == rule


@pytest.mark.parametrize("text", PROSE + HEADINGS)
def test_what_only_begins_like_furniture_is_left(text: str) -> None:
    assert mark(text) is None


def test_every_rule_of_the_file_has_an_example() -> None:
    assert {rule.name for rule in (*wordings().rules, *head_wordings().rules)} <= set(EXAMPLES)


def matches(template: str, text: str, **vocabulary: str) -> bool:
    return (
        re.fullmatch(compile_template(template, Vocabulary(vocabulary)).pattern, line_form(plain_line(text)))
        is not None
    )


@pytest.mark.parametrize(
    ("template", "taken", "left"),
    [
        ("lire [aussi]", ["lire", "Lire aussi", "LIRE, AUSSI"], ["lire encore", "relire"]),
        ("(lire|voir) aussi", ["voir aussi"], ["aussi"]),
        ("abonn~ vous", ["abonnez-vous", "Abonnés vous"], ["abonnez"]),
        ("{what} #", ["page 12", "Page 1 234,5"], ["page"]),
        ("{what}+", ["page page", "article, page"], ["page 2"]),
        (
            "aussi : ^ ..",
            ["aussi : Kiev tient", "aussi : « non »", "aussi : 3 pistes"],
            ["aussi : les pistes", "aussi Kiev"],
        ),
        ("par @", ["par Jean de La Fontaine", "par J. Morel"], ["par ailleurs", "par Jean qui rit"]),
        ("l'article", ["L’article", "l' article"], ["article"]),
    ],
)
def test_templates_say_what_they_look_like(template: str, taken: list[str], left: list[str]) -> None:
    vocabulary = {"what": "page | article"}
    assert [text for text in taken if not matches(template, text, **vocabulary)] == []
    assert [text for text in left if matches(template, text, **vocabulary)] == []


@pytest.mark.parametrize("template", ["lire [aussi", "lire) aussi", "(lire] aussi"])
def test_a_template_with_unmatched_brackets_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        compile_template(template, Vocabulary({}))


def test_glued_words_are_parted_in_forms() -> None:
    assert line_form(plain_line("Article précédentLa Chine")) == " ^article precedent ^la ^chine"


@given(st.text(max_size=400))
def test_any_line_whatever_can_be_marked(text: str) -> None:
    mark(text)


PIECES = [
    "lire",
    "aussi",
    ":",
    "la",
    "une",
    "/",
    "©",
    "AFP",
    ",",
    "par",
    "Jean",
    "3",
    "mars",
    "«",
    "»",
    "cookies",
    "votre",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_needed_words_never_hide_a_match(words: list[str]) -> None:
    line = make_line(" ".join(words))
    naive = (
        rule
        for rule in wordings().rules
        if rule.admits(line) and any(matches_template(template, line.form) for template in rule.templates)
    )
    assert wordings().find(line) is next(naive, None)


@pytest.mark.parametrize("text", ["Quercy, reportage", "- Présidence de M. Lenormand, président -", "Historienne"])
def test_what_stands_between_title_and_text_tells_its_authors_and_the_occasion(text: str) -> None:
    assert mark_wording(make_line(text), head_wordings()) == (Zone.DATELINE, "by-line")


def test_of_a_token_longer_than_any_word_nothing_is_kept() -> None:
    rules, long = head_wordings(), "partager" * 5_000
    assert rules.find(make_line(long)) == rules.find(make_line(long[: 2 * LONGEST_REMEMBERED]))
    assert max(map(len, rules._memory), default=0) <= LONGEST_REMEMBERED
