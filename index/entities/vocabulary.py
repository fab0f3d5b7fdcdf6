"""The closed classes of French words that recognition goes by, all folded."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _set(
    "de du des d la le l les von van der den ter ten zu zum zur bin ben ibn al el ad as ash da do dos di del della y e"
    " abu abou af av ould bint mac mc o st saint"
)

ORDINARY_NAME_WORDS = _set(
    "republique republiques federation royaume uni unis unies etat etats emirats arabes iles ile saint sainte saints"
    " nouvelle nouveau sud nord est ouest pays bas grand grande grandes cite principaute confederation union"
    " democratique populaire socialiste federale federal islamique arabe centrale central orientale occidentale"
    " maison blanche palais place hotel rue quai street house white bureau chancellerie state states united kingdom"
    " republic of the and et en a aux au sur sous territoire territoires ville vierges marie or cote cap vert"
    " grace mal bon bonne petit petite long blanc blanche noir rouge vert roi prince premier roy"
)

MONTHS = _set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
DAYS = _set("lundi mardi mercredi jeudi vendredi samedi dimanche aujourd hui hier demain")

ARTICLES = _set("le la l les un une des du de d au aux en a par pour avec contre vers chez sur ce cette")
"""What stands before a noun inside a sentence, and so tells a name from the same word opening one."""

PREPOSITIONS = _set("de du des d l la le les en au aux pour avec contre")

CIVILITIES = _set("m mm mme mmes mlle monsieur madame messieurs mesdames")
"""A family name alone follows these, never a country."""

COMPASS_PREFIXES = _set("sud nord est ouest centre latino ibero afro meso inter pan")
"""Before a hyphen they make another adjective of a demonym: sud-américain is not of the United States."""

NOT_SUBJECT_AFTER = _set("rue avenue boulevard place quai porte gare faubourg stade hotel tour")
"""A place after one of these is an address."""

CITY_SURNAMES = {
    "austin": frozenset({"texas", "minnesota"}),
    "lincoln": frozenset({"nebraska"}),
    "houston": frozenset({"texas"}),
    "jackson": frozenset({"mississippi"}),
    "madison": frozenset({"wisconsin"}),
    "cleveland": frozenset({"ohio"}),
    "wellington": frozenset({"nouvelle"}),
    "washington": frozenset({"d", "dc"}),
    "hamilton": frozenset({"ontario", "canada", "bermudes"}),
    "nelson": frozenset({"nouvelle"}),
    "dallas": frozenset({"texas"}),
    "paris": frozenset({"texas", "france"}),
    "lancaster": frozenset({"pennsylvanie"}),
    "sydney": frozenset({"australie"}),
    "bristol": frozenset(),
}
"""Family names that are cities, and what follows the city."""
