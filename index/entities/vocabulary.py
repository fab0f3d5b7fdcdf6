"""The closed classes of French words that recognition goes by, all folded."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _set(
    "de du des d la le l les von van der den ter ten zu zum zur bin ben ibn al el ad as ash da do dos di del della y"
    " e abu abou af av ould bint mac mc o st saint"
)

ORDINARY_NAME_WORDS = _set(
    "republique republiques federation royaume uni unis unies etat etats emirats arabes iles ile saint sainte saints"
    " nouvelle nouveau sud nord est ouest pays bas grand grande grandes cite principaute confederation union"
    " democratique populaire socialiste federale federal islamique arabe centrale central orientale occidentale maison"
    " blanche palais place hotel rue quai street house white bureau chancellerie state states united kingdom republic"
    " of the and et en a aux au sur sous territoire territoires ville vierges marie or cote cap vert grace mal bon"
    " bonne petit petite long blanc noir rouge roi prince premier roy"
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

NOT_IN_NAMES = _set(
    "le la les l un une des du de d au aux en et ou ni mais car donc or si que qui quoi dont quand comme pour par sur"
    " sous dans avec sans contre entre vers chez apres avant depuis pendant lors selon malgre parmi outre hors ainsi"
    " alors aussi encore deja puis enfin ensuite toutefois cependant pourtant neanmoins ailleurs ici il elle ils elles"
    " on nous vous je tu ce cet cette ces celui celle ceux cela ceci mon ma mes ton ta tes son sa ses notre nos votre"
    " vos leur leurs tout tous toute toutes aucun aucune chaque plusieurs certains certaines autre autres meme quel"
    " quelle est sont a ont etait sera suite face grace quant plus moins tres bien jamais rien c s n j m t y se ne pas"
    " europe union nations unies defense affaires etrangeres etrangere armee armees marine etat etats interieur"
    " exterieur economie finances justice energie securite guerre paix nord sud ouest orient occident nato monde"
)
"""Capitalised, these open a sentence or belong to an office: no part of a person's name."""

ABBREVIATED_TITLES = _set("m mm mme mmes mlle dr pr me mgr gen col cdt lt st")
"""Written with a capital, and perhaps a full stop, before a name."""

COMPLEMENTS = _set(
    "de d du des la le l les a au aux en chargee charge adjoint adjointe delegue deleguee general generale generaux"
    " defense affaires etrangeres etrangere exterieures exterieur interieur armees armee air terre mer marine forces"
    " economie finances justice energie securite nationale national etat major cabinet gouvernement federal federale"
    " regional regionale opposition presse presidence parlement senat commission europeen europeenne europe transports"
    " sante education commerce recherche numerique interimaire sortant sortante actuel actuelle principal principale"
    " militaire politique diplomatique executif executive supreme relations internationales interarmees services"
    " renseignement renseignements brigade division corps escadre premier premiere second vice haut haute etudes"
    " strategiques recherches cooperation developpement environnement culture agriculture travail budget republique"
    " region province ville pays district oblast administration election campagne parti groupe conseil special"
    " speciale permanent permanente honoraire emerite independant independante conservateur conservatrice democrate"
    " republicain republicaine social liberal liberale ecologiste communiste socialiste travailliste centriste"
    " nationaliste retraite allie alliee allies operations maintien paix strategie"
)
"""Words of which offices are made: ministre délégué chargé des Affaires européennes."""

NOT_IN_OFFICES = _set(
    "a ont avait avaient est sont était étaient sera seront qui que qu dont où quand si ne n pas il elle ils elles on"
    " se s y avec contre mais car donc puis selon lorsque après avant depuis pendant"
)
"""Compared as spelt: « a » is a verb, « à » is not. After one of these another clause begins."""

TITLE_MODIFIERS = _set(
    "le la l les un une son sa leur ancien ancienne ex nouveau nouvelle futur future haut haute vice premier premiere"
    " actuel actuelle autre jeune grand grande celebre principal principale ci devant alors"
)

SAYING = _set(
    "selon declare declarait declarent indique indiquait affirme affirmait explique expliquait estime estimait assure"
    " assurait souligne soulignait ajoute ajoutait precise precisait annonce annoncait rappelle rappelait juge jugeait"
    " raconte racontait confie confiait dit disait note notait observe observait resume prevenu previent averti"
    " avertit reconnu reconnait regrette deplore denonce salue insiste martele poursuit conclu conclut repondu repond"
    " lance lancait commente commentait analyse analysait avance plaide promis promet jure demande repete soutient"
    " temoigne temoignait interroge ecrit twitte tweete"
)

NAMED_AFTER = _set(
    "avions avion fregate aeroport rue avenue boulevard place lycee college hopital ecole universite prix fondation"
    " institut stade navire marin destroyer croiseur uss hms ouragan tempete typhon cyclone plan loi doctrine musee"
    " chateau pont fort camp base amphitheatre theatre bibliotheque gare quai station village commune chantier"
)
"""A full name after one of these is that of a ship, an airport, a street, a foundation."""

HYPHENATED_PRONOUNS = _set("t il elle on ils elles je tu nous vous ce moi toi lui leur en y ci la le les meme memes")
"""What a hyphen joins to a verb or a noun: « dit-il », « celui-ci »."""
