"""The folded words that rules of French do not cover: irregular ones, some not to be stemmed, names that are words."""

from __future__ import annotations

# A stem, and the forms that the rules would not bring to it.
_IRREGULAR = """
an: ans
age: agee agees
ami: amie amies
beau: beaux bel belle belles
bail: baux
bas: basse basses
benin: benigne benignes
blanc: blanche blanches
bon: bonne bonnes
boyau: boyaux
bref: breve breves
chef: cheffe cheffes
ciel: cieux
corail: coraux
cree: crees creee creees
dit: dite dites
doux: douce douces
dur: dure dures
elu: elue elues
email: emaux
epais: epaisse epaisses
expres: expresse expresses
faux: fausse fausses
favori: favorite favorites
feu: feux
fou: fol folle folles
frais: fraiche fraiches
franc: franche franches
gras: grasse grasses
grec: grecque grecques
gros: grosse grosses
jeu: jeux
joyau: joyaux
juif: juive juives
jumeau: jumelle jumelles
las: lasse lasses
laic: laique laiques
long: longue longues
madame: mesdames mme mmes
mademoiselle: mesdemoiselles
mal: maux
malin: maligne malignes
materiau: materiaux
metis: metisse metisses
monsieur: messieurs mr
mou: mol molle molles
naif: naive naives
net: nette nettes
neuf: neuve neuves
nouveau: nouvel nouvelle nouvelles
noyau: noyaux
nul: nulle nulles
oeil: yeux
public: publique publiques
pur: pure pures
quel: quelle quelles
roux: rousse rousses
sauf: sauve sauves
sec: seche seches
soupirail: soupiraux
tel: telle telles
tiers: tierce tierces
tout: tous toute toutes
travail: travaux
turc: turque turques
tuyau: tuyaux
uni: unie unies
veuf: veuve veuves
vieux: vieil vieille vieilles
vif: vive vives
vitrail: vitraux
"""

# Adjectives in -s that keep it before the -e of the feminine.
_KEEPING_S = """
acquis admis assis clos commis compris concis confus conquis diffus divers epars exquis gris inclus indecis infus
permis pervers precis promis requis soumis transmis
"""

# Agents in -eur with a feminine in -euse; other feminines in -euse are of adjectives in -eux.
_AGENTS = """
chant cherch coiff cour dans demin desert entrain football influenc jou lanc manifest march men nag patin plong port
pech remplac serv ski tir travaill trich vend vol voyag
"""

_PROTECTED = """
# nouns that feminine nouns and verbs look like inflections of (coupe, pointe, portée, vente, soirée)
chemin colon coup fond flot golf gout grain mont nuit parti point port raid rein retrait revu sein soir sorti vent
# nouns in -e and -ee that would meet another word
annee armee assemblee avancee capitale coree crimee donnee droite duree fusee guinee lignee maree marine medecine
moyenne musee pensee percee poste presse rentree traite tranchee tournee vallee
# nouns in -er, and what would meet them
archer boucher clocher conseiller etrange messager minier passager plancher rocher usager
# the same in singular and plural
abus chaux corps cours fils fois fonds gens heros mars mois news pays revers temps
# small words, and verbs as common
alors apres avec chez comme comment contre dans entre entree faut hors lors mais mille moins parce plus pres puis sans
sort sous suit tant toujours tres vers voir
# names
athenes caracas chine damas france grece hamas honduras laos londres marie paris poutine tunis ukraine
"""

_ORDINARY = """
# nouns and adjectives whose numbers or genders are divided where names are not stemmed (Peres, Maison-Bleue)
aires beate bleue caimans cartes claire desire duale haines lapin lapine maris marines morales moulins perdue peres
rameaux stocker veaux yens
# others that a reader who types small letters means as words
agar aveline bah barre billon bismuth bondi bongo borne bout breton cassis champagne cheikh cops fact galant grandi grip
hidalgo iris jambon landau lasso lombard massicot moise nounou pence poupard quad rai ramadan rand salami sari shah
shape stock taro thune
"""


def _words(table: str) -> list[str]:
    return [word for line in table.splitlines() if not line.startswith("#") for word in line.split()]


def _irregular() -> dict[str, str]:
    lines = [line.partition(": ") for line in _IRREGULAR.split("\n") if line]
    stems = {form: stem for stem, _, forms in lines for form in (stem, *forms.split())}
    stems |= {adjective + ending: adjective for adjective in _words(_KEEPING_S) for ending in ("", "e", "es")}
    return stems | {f"{root}eus{ending}": f"{root}eur" for root in _words(_AGENTS) for ending in ("e", "es")}


IRREGULAR = _irregular()
PROTECTED = frozenset(_words(_PROTECTED))
# Names that are ordinary words as well: they are stemmed like any word, and are names only where they have a capital.
ORDINARY = frozenset(_words(_ORDINARY))
