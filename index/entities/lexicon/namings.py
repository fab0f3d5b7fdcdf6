"""The words by which recognition tells that a ship, a child, a tune is called like an entity, all folded."""

from __future__ import annotations

from index.entities.lexicon.vocabulary import word_set

NUMERALS = word_set("deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente quarante cinquante cent")

UNIONS = word_set("ue ua aes eu")
"""Acronyms of organisations that one may be in: « en UE »."""

EATING = word_set(
    "mange manger mangeait mangent mangeaient mangeons mangea mangerent dine diner dinait dinent dejeune dejeuner"
    " commande commander commandait commandent cuisine cuisiner cuisinait cuisinent avale avaler avalait grignote"
    " grignoter devore devorer devorait goute gouter deguste deguster boit boire buvait"
)
"""What they rule is a dish: « manger chinois »."""

COMPOSERS = word_set(
    "chopin liszt brahms bach haendel handel schubert rameau lully couperin telemann weber beethoven satie"
    " oginski wieniawski moniuszko paderewski szymanowska scriabine liadov sibelius grieg dvorak smetana enesco bartok"
    " tchaikovski verdi puccini hahn strauss mahler bruckner rossini donizetti bizet gounod massenet berlioz offenbach"
    " poulenc vivaldi monteverdi gluck elgar holst gershwin stravinsky prokofiev chostakovitch rachmaninov moussorgski"
    " borodine janacek schumann mendelssohn brahms franck ravel faure debussy granados albeniz mozart haydn"
    " corelli purcell"
)
"""What is « de » one of these is a dance: « une polonaise de Chopin »."""

DANCING = word_set(
    "jouaient jouerent jouant joua danserent valsaient danse danses dansent danser dansant"
    " dansait dansaient dansee valse valser joue jouer jouait jouent"
)
"""Verbs whose object may be a dance: « on a dansé la polonaise »."""

PERFORMING = word_set(
    "joue jouent joua jouait jouaient joue jouee jouer jouant rejoue rejouer chante chantent chantait chanter"
    " chantant fredonne fredonnent fredonnait fredonner entonne entonnent entonnait entonner siffle sifflent"
    " sifflait siffler interprete interpretent interpretait interpreter"
)
"""Verbs whose object, be it called like a place, is a piece: « siffler Madrid », « jouer La Havane »."""

NAMING = word_set(
    "nomme nommee nommes nommees prenomme prenommee baptise baptisee baptises baptisees surnomme surnommee denomme"
    " denommee rebaptise rebaptisee rebaptises rebaptisees appele appelee appeles appelees intitule intitulee"
)
"""What follows these is the name of something else: « un cheval nommé Niger »."""

BAPTISED = word_set("baptise baptisee baptises baptisees rebaptise rebaptisee")
"""A ship or a street is so, seldom somebody or something that everybody knows."""

AVOIR = word_set("a ai ont avait avaient ayant avoir aura auront aurait auraient eut")
"""After these the same words have somebody for their object: « il a appelé Pékin à agir »."""

CALLING = word_set("appelle appelait appellent appelaient appela appeler intitule intitulait nomme nommait")
"""So does what follows these where they are reflexive: « il s'appelle Niger », not « il appelle Pékin à agir »."""

NICKNAMING = word_set("appellent appelaient surnomment surnommaient nomment nommaient baptisent")
"""What follows these may be how people call it: « appellent familièrement X », « que tous appellent X »."""

PEOPLE = word_set(
    "enfant fils fille garcon homme femme bebe frere soeur pere mere grand-pere"
    " serveur serveuse soldat voisin voisine gamin gamine ami amie patron cousin cousine boulanger marin pecheur"
)
"""What is called X behind these is a person: « son fils se nomme X »."""

SOMEBODY = PEOPLE | word_set("chien chienne chat chatte cheval ane")
"""What is called X behind these is no organisation: « un enfant qui s'appelait Rafael »."""

INSCRIPTIONS = word_set(
    "mention code lettres initiales matricule indicatif pseudonyme prenom ecriteau pancarte panonceau tatouage graffiti"
    " abrege abregent abregee abregeait abregeaient"
)
"""What stands right behind these is what is written or called: « la mention UA »."""

CODENAMED = word_set("operation exercice nom code")
"""What stands right behind these, be it called like a place, is what soldiers call something: « l'opération Tonga »."""

TUNES = word_set(
    "heures air airs chanson chansons morceau morceaux concert album albums tube tubes disque disques refrain ouverture"
    " choeur choeurs opera operas leitmotiv acte actes partition partitions riff vinyle"
)
"""Behind these and « de » stands who wrote or plays it: « un air d'Interpol », « un acte de Wagner »."""

SONGS = word_set("air airs chanson chansons morceau album albums tube tubes disque disques refrain vinyle")
"""Those of them that are nothing else: « ouverture » and « partition » may be a country's."""

CHESS = word_set("gambit gambits roquer roque roques elo fide")
"""Where these stand in a paragraph a « défense française » is how a game of chess begins."""

DISCOVERIES = word_set("algorithme theoreme equation syndrome maladie echelle constante conjecture lemme")
"""Behind these and « de » stands who found them: « l'algorithme de Robert Floyd »."""

TECHNICAL = word_set(
    "bus marqueur marqueurs proteine molecule enzyme hormone gene examen test indice taux ratio coefficient dosage"
    " norme format fichier logiciel cable connecteur prise diplome concours cursus filiere impot taxe cotisation prime"
    " allocation indemnite formulaire demande procedure fiche methode technique pression matiere fibre resine plastique"
    " carburant additif polymere alpha unite maladie syndrome infection trouble vaccin dispositif variable constante"
    " archive"
)
"""In apposition these make a term of an acronym: « le FSB, le bus frontal », « la RFI, la demande d'information »."""

HARDWARE = word_set(
    "5g 4g antenne baie graphique chiffrement puce processeur disque cable connecteur ecran"
    " progiciel progiciels detecteur detecteurs capteur capteurs architecture architectures cartes verrou verrous"
    " label labellise labellisee labellises labellisees"
)
"""Right behind these an acronym is a kind of them: « une baie RAID », « la carte graphique RTX »."""

LESSONS = frozenset({"cours", "prof", "profs", "manuel", "manuels", "bac", "tp", "td", "heures"})
"""Behind these and « de » an acronym is what a school teaches: « un cours de SVT »."""

SAILING = ("remont", "descend", "navigu", "enjamb")
"""Beginnings of verbs of what is done on a river: « remontaient le Niger »."""

SUBDIVISIONS = word_set("departement province canton comte district wilaya prefecture banlieue")
"""What lies « dans » one of these, or is its capital, is a town."""

PERFORMERS = word_set(
    "lutteur lutteuse boxeur boxeuse catcheur catcheuse rappeur rappeuse chanteur chanteuse footballeur slameur dj"
)
"""Right behind these stands how somebody calls himself: « le lutteur Bombardier »."""

BOROUGHS = word_set(
    "port ville municipalite cite commune bourg bourgade bois foret plage plages gare mairie maire hameau marche"
    " habitants village province wilaya prefecture district departement region"
)
"""Behind these and « de » stands a town that is called like an organisation: « le port de Kongsberg »."""

PLACES = word_set(
    "pays etat etats ile iles republique royaume territoire nation ville capitale province region ambassadeur"
)
"""Unless one of these stands before."""

CHILDREN = word_set("fille fillette fils garcon garconnet gamin gamine bebe enfant niece neveu cousine cousin ans mois")
"""In apposition these make a name a child's: « Angola, la fille du voisin »."""

TEAMS = word_set("club equipe champion championne aeroport")
"""In apposition these make a name a sports team's or a place's: « Al-Chabab, le club de Riyad »."""

GENERATIONS = word_set("jr junior sr senior fils pere")
"""Behind a full name these make it another one's: Donald Trump Jr."""

WORLD = word_set(
    "moyen proche orient afrique asie amerique ameriques caraibes balkans caucase pacifique tropiques antilles monde"
    " maghreb sahel europe"
)
"""Where a place is that another one is likened to: « cette Suisse du Moyen-Orient »."""

VILLAGES = word_set("village bourg bourgade hameau commune villages bourgs bourgades hameaux")
"""Behind a comma these tell of a place that is no country: « Argentine, petit village savoyard »."""

TOWNS = word_set(
    "ville bourg bourgade village commune hameau localite comte villes bourgs villages communes localites comtes"
)
"""Behind a comma these may tell of a town elsewhere: « Moscou, petite ville de l'Idaho »."""
