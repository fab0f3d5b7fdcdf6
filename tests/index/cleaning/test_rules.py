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
from tests.index.cleaning.rule_examples import DATED, EXAMPLES

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
