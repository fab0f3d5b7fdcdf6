"""The closed classes of French words by which organisations that no list knows are told, all folded."""

from __future__ import annotations

from index.entities.lexicon.vocabulary import TAILS, word_set

SURE_HEADS = word_set(
    "ong association collectif mouvement syndicat milice fondation reseau parti groupuscule confrerie societe"
    " entreprise firme pme startup up pousse constructeur fabricant equipementier armateur avionneur motoriste"
    " missilier electronicien editeur hebdomadaire quotidien mensuel radio chaine agence tank laboratoire filiale"
    " cooperative holding consortium brigade katiba compagnie industriel fournisseur traitant transporteur"
    " prestataire logisticien semencier institut observatoire webradio television tabloid bihebdomadaire"
    " bataillon regiment media licorne gang organisation universite armurier banque journal"
    " magazine reassureur raffineur actions bailleur courtier studio"
)
"""Behind these one capitalised word is an organisation's name, be adjectives or a complement between them."""

ASSOCIATIONS = frozenset({"association", "ong", "collectif", "entreprise", "societe", "compagnie", "pme", "startup"})
"""Those that say of a name without an article what it is: nobody is one."""

TRANSLATED_HEADS = word_set("concern combinat conglomerat usine portail trust webzine")
"""So they do before a name in quotation marks, as Russian writes it: l'usine « Ouralmach »."""

OWNERS = word_set("industriel armateur banquier editeur logisticien transporteur courtier armurier")
"""Enterprises, and persons who own one."""

FOREIGN_HEADS = word_set(
    "observatorio fundacion fundacio fundacao fundacja fundatia instituto istituto instytut institutul asociacion"
    " associacao associazione asociatia fondazione osservatorio stichting vereniging instituut sindicato"
    " corporacion corporacao federacion federacao confederacion confederacao coordinadora colectivo coletivo"
    " cooperativa veeduria sociedad sociedade"
)
"""With a capital these begin names in other languages as their like do in French: Observatorio Manglar."""

ENDINGS = TAILS | word_set(
    "carriers lines tankers freight bunkering unmanned towage salvage terminals ferries mail herald telegraph union"
)
"""What ends the name of a body in English and other languages, the trades of the sea with it."""

UNITS = word_set("bataillon regiment")
"""Units that keep their number and arm as a name; brigades and divisions change theirs, or are those of a league."""

FIELDS = word_set(
    "reflexion etudes recherche recherches analyse analyses conseil conseils information informations investigation"
    " internet avocats audit presse media medias investissement investissements bienfaisance secours assurance"
    " assurances armement defense naval navale navals industriel petrolier minier energetique bancaire hotelier"
    " maritime aeronautique technologique audiovisuel logistique veille cartographie cybersecurite lobbying"
    " communication ingenierie sondage sondages verification humanitaire gouvernementale specialise"
    " chimique spatial spatiale enquete enquetes traduction lutte telecom telecoms tech"
    " aerospatial siderurgique ferroviaire electronique financier agroalimentaire pharmaceutique droite gauche"
    " benevole benevoles"
)
"""So they do behind weaker nouns that say with one of these what they do: groupe de réflexion X, chantier naval X."""

NOT_FIELDS = word_set(
    "civile montagnes montagne volcans ethnique ethniques anonyme valeur commandement mesure siecle commercial"
    " detention penitentiaire"
)
"""With these a head is no organisation: la société civile, une chaîne de montagnes."""

FOUNDING = word_set("fonder fonde fonda fondait cofonder cofonde cofonda cofondait")
FOUNDERS = word_set("fondateur fondatrice cofondateur cofondatrice pdg")
MANAGERS = FOUNDERS | word_set("patron patronne directeur directrice gerant gerante")
RULERS = MANAGERS | word_set("president presidente associe associee parole")
PLACE_BEGINNINGS = word_set("san santa saint sainte notre mont val new nouvelle nouveau port fort cap los las el")
"""With these a name of several words is rather a place's: le directeur de San Quentin."""

OWNED = word_set(
    "patron patronne filiale filiales actionnaire actionnaires usine usines siege branche numero salarie salaries"
)
"""What an enterprise has, so that its name follows: « une usine du groupe X »."""

RULING = word_set("dirige dirigeait preside presidait codirige anime animait administre administrait")
"""What one does to an organisation, with its name right behind: fonder X, dirige Terres Rendues."""

MEMBERS = word_set("militants militantes militant militante benevoles benevole adherents adherentes sympathisants")
"""Who belongs to an organisation, so that its name follows « de »: « des militants de Mare Senza Muri »."""

ADVISERS = word_set(
    "analyste analystes consultant consultante consultants associe associee associes juriste juristes avocat avocate"
    " avocats expert experte experts economiste economistes courtier courtiers auditeur auditrice auditeurs"
)
"""Who works for a firm that advises: « une juriste du cabinet X »."""

STAFF = word_set(
    "ingenieur ingenieure analyste consultant consultante chercheur chercheuse economiste cadre responsable"
    " directeur directrice associe associee stratege expert experte juriste developpeur developpeuse salarie salariee"
)
"""Who works « chez » an organisation."""

WORKING = word_set("travaille travaillait travailler travaillent employe employee embauche embauchee recrute recrutee")
"""What one does there, or has been: « il travaille chez X Y »."""

BRINGING = word_set("par avec selon chez pour que contre")
"""What stands before a name that is no place's, so that an apposition behind it is read: « selon X, une ONG »."""

NAME_LINKS = word_set(
    "e y i und and wa ve o og och us va u oraz do of the for dla za fur pro per para til del della dos das ya wa kwa na"
    " pentru ng"
)
"""Lower-case words between the capitalised ones of a name in other languages: Ura e Mirë."""

SLOGANS = word_set("parti mouvement collectif coalition association ong")
"""What may be named by a phrase: Lutte pour demain."""

PARTNERS = word_set("fils freres associes partenaires cie co compagnie partners sons brothers company")
"""What ends the name of a firm behind « et » or « & »."""

NAMED_FOR_PERSONS = word_set(
    "fondation universite chaire association collectif amicale institut cercle centre observatoire"
)
"""Heads behind which a full name is part of theirs: Fondation Elin Sjöberg."""

SPORTS = word_set(
    "sportif sportive sports sport athletique nautique football rugby hippique alpin echecs petanque boules natation"
    " judo handball basket gymnastique omnisports yachting golf tennis cycliste velocipedique escrime hockey aviron"
    " athletic racing sporting lecture lecteurs bridge"
)
"""What makes a club one for sports or games."""

SCHOOLS_OF_THOUGHT = word_set("ecole cercle club college")
"""With a place and nothing else behind « de » these are a school of thought, a painting, a team: École d'Athènes."""

RAISING = word_set("haut haute grand grande nouveau nouvelle")
"""With a capital right before a head-word these begin the name: Haut Conseil, Nouvelle Alliance."""

SURE_OFFICIAL_HEADS = word_set(
    "parti fonds front organisation mouvement office autorite secretariat police gendarmerie garde armee forces"
)
"""Official heads that have their capital in names alone: le Parti démocratique taïwanais, not le Conseil italien."""

NEXT_TO_NAMES = word_set("initiative maison")
"""With a capital these are plans and buildings, unless a name stands right behind: Initiative Palabre pour la paix."""

PARTS_OF_TOWNS = word_set("centre bureau cellule antenne front")
"""With « de » and a place these are its middle, a branch or a battle there: le Centre de Kiev."""

NAMED_WITH_HEADS = word_set("institut academie universite bataillon regiment")
"""In lower case right before a name these belong to it: « l'institut Varnhagen »."""

VERBS_LIKE_ADJECTIVES = word_set(
    "appelle interpelle renouvelle excelle harcele implique applique fabrique revendique pratique communique replique"
    " arrive derive prive active cultive motive dessine elimine imagine combine affine ruine fascine creuse emane plane"
    " contribue distribue evalue continue effectue tue loue avoue remue constitue attribue diminue anime imprime"
    " reprime supprime demeure effleure pleure croise existe insiste assiste consiste resiste persiste subsiste liste"
    " accable cible avale installe etale rassemble semble declenche signe vise accueille recueille"
    " surveille conseille reveille brise vante chante monte plante augmente alimente documente represente tourne"
    " fournit livre lance leve boycotte distribue aide construit estime doute redoute hesite feinte ereinte plainte"
)
"""Verbs in the third person that end as adjectives do."""

UNITING = word_set("union alliance mouvement front")
"""With « des » and those who unite these are names: Union des commerçants mourmelonnais."""

OF_MANY = word_set("institut observatoire laboratoire fondation association collectif reseau amicale")
"""With a capital and « des » these are names: Institut des détroits, unlike Commission des lois."""

ENGLISH_HEADS = word_set("institute center council foundation society network")
"""In English a place's name stands before these: Hudson Valley Institute for Peace."""
