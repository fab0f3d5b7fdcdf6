"""The words that French rules do not cover: irregular forms with their stems, and words that must not be stemmed."""

from __future__ import annotations

_IRREGULAR = """
nouveau: nouveaux nouvel nouvelle nouvelles
beau: beaux bel belle belles
vieux: vieil vieille vieilles
fou: fous fol folle folles
tout: tous toute toutes
travail: travaux
corail: coraux
bail: baux
vitrail: vitraux
oeil: yeux
mal: maux
jeu: jeux
feu: feux
lieu: lieux
voeu: voeux
blanc: blanche blanches
franc: franche franches
sec: seche seches
long: longue longues
bas: basse basses
faux: fausse fausses
bon: bonne bonnes
gros: grosse grosses
net: nette nettes
tel: telle telles
quel: quelle quelles
"""
IRREGULAR: dict[str, str] = {
    form: stem
    for line in _IRREGULAR.split("\n")
    if line
    for stem, _, forms in [line.partition(": ")]
    for form in [stem, *forms.split()]
}

_PROTECTED = """
# nouns in -ee, -ie, -te that would meet another word
armee annee journee assemblee fusee donnee percee partie sortie traite coree guinee
# nouns in -e
porte base cote course bourse mode poste russe
# the same in singular and plural
pays fils corps temps fois mois prix voix choix paix faux
# adverbs and prepositions
plus moins sous sans puis alors toujours
# names
paris france chine ukraine poutine tunis laos honduras caracas damas athenes londres
# short forms
est ouest onu otan ue usa
"""
PROTECTED = frozenset(word for line in _PROTECTED.split("\n") if not line.startswith("#") for word in line.split())
