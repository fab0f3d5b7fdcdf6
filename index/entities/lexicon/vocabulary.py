"""The closed classes of French words that recognition goes by, all folded."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, divided at spaces."""
    return frozenset(words.split())


PARTICLES = word_set(
    "fon wan ag ould walad ait bat bar zu zum de du des d la le l les von van der den ter ten zur bin ben ibn al el"
    " ad as ash da do dos di del dela della delos y e abu abou af av bint mac mc o st saint"
)

ORDINARY_NAME_WORDS = word_set(
    "republique republiques federation royaume uni unis unies etat etats emirats arabes iles ile saint sainte"
    " saints nouvelle nouveau sud nord est ouest pays bas grand grande grandes cite principaute confederation union"
    " democratique populaire socialiste federale federal islamique arabe centrale central orientale occidentale"
    " maison blanche palais place hotel rue quai street house white bureau chancellerie state states united kingdom"
    " republic of the and et en a aux au sur sous territoire territoires ville vierges marie or cote cap vert grace"
    " mal bon bonne petit petite long blanc noir rouge roi prince premier roy"
)

MONTHS = word_set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
DAYS = word_set("lundi mardi mercredi jeudi vendredi samedi dimanche aujourd hui hier demain")

ARTICLES = word_set("le la l les un une des du de d au aux en a par pour avec contre vers chez sur ce cette")
"""What stands before a noun inside a sentence, and so tells a name from the same word opening one."""

LINKING = word_set("le la les l un une des du de d au aux en a et pour sur par dans sans contre")
"""Words whose initials no acronym has."""

PREPOSITIONS = word_set("de du des d l la le les en a au aux pour avec contre vers chez dans")

CIVILITIES = word_set("m mm mme mmes mlle monsieur madame messieurs mesdames")
"""A family name alone follows these, never a country."""

COMPASS_PREFIXES = word_set("sud nord est ouest centre latino ibero afro meso inter pan")
"""Before a hyphen they make another adjective of a demonym: sud-américain is not of the United States."""

CONTINENTAL = word_set(
    "africain africaine africains africaines europeen europeenne europeens europeennes asiatique asiatiques arabe"
    " arabes"
)
"""Second members of compounds that are no country's: le forum sino-africain."""

NOBILIARY = word_set("van von der den di da del della mac mc al el ul")
"""Before a name alone these make it a family name: Van Helsing, al-Houthi."""

RANKS = word_set(
    "amiral general colonel capitaine commandant lieutenant sergent caporal marechal major docteur professeur"
    " maitre juge abbe pere soeur frere dr pr me sir lord lady baron baronne comte comtesse duc duchesse marquis"
    " cardinal eveque inspecteur commissaire detective sheriff mademoiselle don dona"
)
"""Right behind these a name is a person's, be it that of a country: l'amiral Togo."""

SOLDIERS = word_set("amiral general colonel capitaine commandant lieutenant sergent caporal marechal major")
"""Those of them that soldiers have."""

SOLDIERLY = SOLDIERS | word_set(
    "etat commandante forces force armee armees marine aviation renseignement flotte troupes milice garde junte brigade"
    " bataillon militaire interarmees centcom eucom africom saceur chefs defense"
)
"""Words of offices that soldiers hold, who may be called by any rank."""

LEADING = word_set(
    "dirige dirigeait dirigea dirigee dirigees preside presidait presidee commande commandait commandee conduit"
    " conduite anime animait animee fonde fondee coordonne coordonnait pilote pilotee represente representait"
    " conseille gere codirige copreside mene menee emmenee incarne defendue"
)
"""What a person does to an institution: « que dirige X », « dirigée par X », « X, qui dirige … »."""

LANGUAGE_CUES = word_set(
    "parle parlent parlant parler parlait parlaient entend entendait apprend apprennent apprendre apprenait"
    " comprend comprendre comprenait enseigne enseigner etudie etudier traduit traduite traduits traduites"
    " traduire maitrise maitrisent maitriser langue langues accent lecons cours dictionnaire baragouine bredouille"
    " manuel manuels grammaire orthographe alphabet vocabulaire prononciation dialecte clavier mot mots"
    " traduction traductions doublage"
)
"""Verbs and nouns after which « le polonais » is a language."""

LANGUAGES = word_set(
    "albanais allemand anglais armenien azeri bengali bielorusse birman bulgare chinois coreen croate danois espagnol"
    " estonien finnois francais georgien grec hongrois indonesien irlandais islandais italien japonais kazakh khmer"
    " kirghiz laotien letton lituanien macedonien malais maltais mongol neerlandais nepalais norvegien ouzbek polonais"
    " portugais roumain russe serbe slovaque slovene somali suedois tadjik tcheque thai tibetain turc turkmene"
    " ukrainien vietnamien hollandais"
)
"""Adjectives that are languages where they stand alone behind « le » or « son »: « son russe hésite »."""

LANGUAGE_OWNERS = word_set("le l du au son mon ton leur notre votre")
"""Before one of them these leave nothing else but a language, or a firm that is named behind: « le turc Baykar »."""

SPOKEN_SO = word_set("mauvais bon parfait excellent vieux pur impeccable")
"""Behind « en » and one of these it is a language as well: « en mauvais espagnol »."""

LANGUAGE_TEACHERS = word_set(
    "prof professeur professeure professeurs manuel grammaire version licence agrege agregee interprete traducteur"
    " traductrice locuteur locuteurs locutrice enseignant enseignante etudiant etudiante"
)
"""With « de » behind these it is one, too: « prof d'allemand »."""

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

NOT_IN_NAMES = word_set(
    "à près loin devant derrière autour durant dès via vu hormis voilà sauf le la l les un une des du de d au aux en"
    " et ou ni mais car donc or si que qui quoi dont où quand comme pour par sur sous dans avec sans contre entre"
    " vers chez après avant depuis pendant lors selon malgré parmi outre hors ainsi alors aussi encore déjà puis"
    " enfin ensuite toutefois cependant pourtant néanmoins ailleurs ici là il elle ils elles on nous vous je tu ce"
    " cet cette ces celui celle ceux cela ceci mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs tout"
    " tous toute toutes aucun aucune chaque plusieurs certains certaines autre autres même quel quelle est sont a"
    " ont était sera suite face grâce quant plus moins très bien jamais rien c s n j m t y se ne pas europe union"
    " nations unies défense affaires étrangères étrangère armée armées état états etat etats interieur intérieur"
    " exterieur extérieur économie finances justice énergie sécurité guerre paix nord sud ouest orient occident"
    " monde voici jusqu jusque lorsque puisque quoique apres etait energie securite defense armee armees economie"
    " the procès"
)
"""In lower case, with accents. Capitalised, these open a sentence or belong to an office, not to a person's name."""

CAPITALISED = word_set(
    "administration equipe team plan camp doctrine loi gouvernement cabinet presidence mr mister sommet accord"
    " projet clan couple famille mandat affaire monsieur madame dossier methode ere annees ligne phase initiative"
    " proposition maison avocat campagne jeudi lundi mardi mercredi vendredi samedi dimanche candidat parti"
    " mouvement regime"
)
"""Capitalised by translations before the family name of somebody: l'Administration Trump."""

ABBREVIATED_TITLES = word_set("m mm mme mmes mlle dr pr me mgr gen col cdt lt st")
"""Written with a capital, and perhaps a full stop, before a name."""

COMPLEMENTS = word_set(
    "fregate vaisseau corvette escadron regiment compagnie bataillon escadrille de d du des la le l les a au aux en"
    " chargee charge adjoint adjointe delegue deleguee general generale generaux defense affaires etrangeres"
    " etrangere exterieures exterieur interieur armees armee air terre mer marine forces economie finances justice"
    " energie securite nationale national etat major cabinet gouvernement federal federale regional regionale"
    " opposition presse presidence parlement senat commission europeen europeenne europe transports sante education"
    " commerce recherche numerique interimaire sortant sortante actuel actuelle principal principale militaire"
    " politique diplomatie diplomatique executif executive supreme relations internationales interarmees services"
    " renseignement renseignements brigade division corps escadre premier premiere second vice haut haute etudes"
    " strategiques"
    " recherches cooperation developpement environnement culture agriculture travail budget republique region"
    " province ville pays district oblast administration election campagne parti groupe conseil special speciale"
    " permanent permanente honoraire emerite independant independante conservateur conservatrice democrate"
    " republicain republicaine social liberal liberale ecologiste communiste socialiste travailliste centriste"
    " departemental departementale municipal municipale communautaire metropole agglomeration"
    " nationaliste retraite allie alliee allies operations maintien paix strategie"
)
"""Words of which offices are made: ministre délégué chargé des Affaires européennes."""

NOT_IN_OFFICES = word_set(
    "dr pr me mgr gen col a ont avait avaient est sont était étaient sera seront qui que qu dont où quand si ne n"
    " pas il elle ils elles on se s y avec contre mais car donc puis selon lorsque après avant depuis pendant"
)
"""Compared as spelt: « a » is a verb, « à » is not. After one of these another clause begins."""

TITLE_MODIFIERS = word_set(
    "le la l les un une son sa leur ancien ancienne ex nouveau nouvelle futur future haut haute vice premier"
    " premiere actuel actuelle autre jeune grand grande celebre principal principale ci devant alors"
)

SAYING = word_set(
    "selon declare declarait declarent indique indiquait affirme affirmait explique expliquait estime estimait"
    " assure assurait souligne soulignait ajoute ajoutait precise precisait annonce annoncait rappelle rappelait"
    " juge jugeait raconte racontait confie confiait dit disait note notait observe observait resume prevenu"
    " previent averti avertit reconnu reconnait regrette deplore denonce salue insiste martele poursuit conclu"
    " conclut repondu repond lance lancait commente commentait analyse analysait avance plaide promis promet jure"
    " demande repete soutient temoigne temoignait interroge ecrit twitte tweete plaisante plaisantait soupire"
    " soupirait lache lachait glisse glissait tranche ironise amuse sourit souffle soufflait tonne rencherit"
    " retorque replique objecte emporte inquiete rejouit admet concede decrit detaille resumait murmure grince"
    " peste gronde nuance corrige reprend enchaine feint proteste s'indigne indigne etonne felicite tempere balaie"
    " assene martelait ecrivait soutenait crie criait souvient souvenait"
)

_OF_SPEAKERS = (
    *("rappelle", "declare", "affirme", "explique", "indique", "souligne", "annonce", "assure", "precise", "ajoute"),
    *("estime", "denonce", "accuse", "refuse", "menace", "demande", "propose", "critique", "condamne", "salue"),
    *("rejette", "exige", "insiste", "confirme", "ordonne", "signe", "rencontre", "appelle", "telephone"),
)
GLUED_VERBS = (
    *("a" + verb for verb in _OF_SPEAKERS),
    *_OF_SPEAKERS,
    *("promet", "repond", "reconnait", "admet", "craint", "soutient", "dit", "avait", "qui"),
)
"""What may be glued to a family name that it follows: « Zaharovaaccuse », « Zelenskyadéclaré »."""

NAMED_AFTER = word_set("plan loi doctrine camp commune chantier")
"""After these, as after what is called after persons, a name that nobody lists makes no facet value: le plan X."""

HYPHENATED_PRONOUNS = word_set(
    "t il elle on ils elles je tu nous vous ce moi toi lui leur en y ci la le les meme memes"
)
"""What a hyphen joins to a verb or a noun: « dit-il », « celui-ci »."""

HEAD_WORDS = word_set(
    "cellule tribune coalition task think institut institution centre fondation observatoire agence comite"
    " confederation federation ligue college academie universite ecole association bureau groupement forum cercle"
    " club collectif reseau syndicat societe compagnie banque laboratoire initiative caisse chaire amicale"
    " rassemblement regroupement brigade bataillon regiment legion milice consortium fraternite mutuelle cooperative"
    " coordination conservatoire chantier chantiers atelier ateliers hopital clinique musee oeuvre oeuvres secours"
    " radio television gazette revue"
    " center institute council foundation society network antenne guilde loge corporation confrerie synode chorale"
    " metallerie chaudronnerie fonderie forges etablissements manufacture cartoucherie poudrerie"
)
"""Words with which names of organisations begin."""

OFFICIAL_HEADS = word_set(
    "conseil commission cour tribunal chambre assemblee mission union alliance mouvement front office organisation"
    " groupe"
    " conference autorite service direction secretariat delegation parti fonds maison plateforme police"
    " gendarmerie garde armee forces corps industrie industries"
)
"""Such words too, but often part of a listed or unnamed body: they need a proper name or an acronym as well."""

COMPLEMENT_OPENERS = word_set("de d du des pour contre sur sans for of")
"""Prepositions by which a name goes on: Institut de recherche sur la paix."""

LINKS = word_set("le la les l un une a au aux en dans par avec sans sous et ou ni que qui dont")

FINITE_VERBS = word_set(
    "a ont est sont avait avaient etait etaient sera seront fut va vont vient viennent doit doivent peut peuvent"
    " veut veulent fait font dit disent publie publient compte demande demandent affirme annonce assure ajoute"
    " precise explique indique note souligne juge craint evoque signale rappelle propose prevoit recoit organise"
    " ouvre ouvrira tient reste parle met prend donne trouve cherche travaille emploie forme finance soutient accuse"
    " denonce salue estime examine domine termine determine exprime confirme reclame reunit regroupe recense"
    " recommande refuse rejette reconnait rend sait suit vend veille voit vote attend calcule conteste coordonne"
    " cree critique declare decide deplore depose dirige enquete envoie espere etudie exige gere invite lance mesure"
    " montre observe offre partage plaide poursuit presente prepare protege qualifie redoute relaie remet repond"
    " retire revendique revele siege surveille tente pose"
)
"""Verbs in the third person: what comes before one of them was the subject's last word."""

NOT_ADJECTIVES = FINITE_VERBS | word_set(
    "ne n se s y il elle ils elles on ce cette ces son sa ses leur leurs mais car donc puis lui meme aussi encore deja"
    " selon lors depuis pendant apres avant vers chez entre ici hier aujourd demain lundi mardi mercredi jeudi vendredi"
    " samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ou plus"
    " moins tous toutes tout toute toujours jamais alors parfois pres tres hors dehors ailleurs longtemps pas certains"
    " plusieurs quelques pris ayant etant devant durant suivant moyennant nonobstant auparavant pourtant cependant"
    " maintenant"
)
"""What ends the name of an organisation: verbs, pronouns, adverbs and dates, folded."""

MINISTRY_FIELDS = word_set(
    "defense armees armee affaires etrangeres exterieures relations interieur interieures justice economie finances"
    " budget energie transports sante education commerce industrie industries agriculture environnement culture"
    " travail logement infrastructure infrastructures numerique communication information securite renseignement"
    " enseignement recherche tourisme sports jeunesse famille migration migrations reintegration reconstruction"
    " developpement cooperation petrole mines electricite eau peche tresor guerre veterans anciens combattants"
    " unification urgences situations administration territoriale planification climat ecologie transition"
)
"""What ministries are for."""

OFFICES = word_set(
    "dr pr me mgr gen col datuk datin dona hadj president presidente ministre ministres premier premiere secretaire"
    " general generale chancelier chanceliere roi reine pape ambassadeur ambassadrice porte monsieur madame m mm mme"
    " mlle colonel amiral senateur depute commissaire"
)
"""Capitalised by some, these stand before a name and are no part of it."""

LOWER_HEADS = word_set(
    "ong association collectif mouvement syndicat milice fondation reseau parti groupuscule confrerie societe comite"
    " organisme federation confederation initiative"
)
"""In lower case before a capitalised name these say that it is an organisation's, and are no part of it."""

MAKERS = word_set(
    "equipementier constructeur fabricant avionneur editeur armateur transporteur operateur fournisseur prestataire"
    " assureur sous-traitant entreprise societe firme compagnie marque filiale holding distributeur brasseur motoriste"
    " miniere petroliere gaziere banque laboratoire laboratoires"
)
"""Right behind these a family name is that of a firm: l'équipementier italien Macron."""

WEAK_HEADS = word_set(
    "entreprise entreprises cabinet compagnie centre constructeur fabricant up pousse groupe traitant traitants"
    " chantier equipementier laboratoire agence institut club comite revue journal quotidien hebdomadaire magazine"
    " site chaine radio banque tank editeur operateur armateur transporteur chantiers pme filiale cooperative"
    " holding plateforme cercle fonds observatoire bureau societe start-up fournisseur industriel avionneur assureur"
    " logisticien sous-traitant prestataire maison ecole hub incubateur collectif association ong fondation"
    " clinique comptoir syndicat firme firmes reseau mouvement milice parti groupuscule confrerie organisation"
    " concurrent rival start geant faction groupement forge fonderie acierie scierie atelier"
)
"""So do these before two words or more, be a complement between: centre d'études X, compagnie locale, X."""

TAILS = word_set(
    "council institute center centre group foundation society association initiative project fund network watch"
    " forum agency board committee solutions systems technologies technology industries dynamics aerospace defence"
    " robotics analytics consulting partners holdings ltd limited inc corp corporation company gmbh ag sa sas plc"
    " llc oy ab conseil systemes systemtechnik avionik technik werke logistics logistik shipping charter airways"
    " mutual desk aviation labs lab research strategies advisory advisors intelligence security shipyards yards"
    " shipbuilding maritime energy engineering electronics optronics avionics munitions armaments trust alliance"
    " coalition observatory monitor press news media express holding consortium ventures capital deepwater drilling"
    " offshore petroleum oil gas mining circle shield steel stal metal motors foods stratejik arms precision"
    " ledger gazette herald chronicle tribune bureau"
)
"""With these a name of several capitalised words ends that is an organisation's, in other languages, too."""

PRENOMINAL = word_set(
    "anciens anciennes ancien ancienne jeunes jeune petits petites petit petite grands grandes grand grande"
    " nouveaux nouvelles nouveau nouvelle hauts hautes haut haute bons libres premiers premieres non"
)
"""Adjectives that stand before their noun: Coalition des anciens commandants."""

DETERMINERS = word_set("le la les du au un une des ce cet cette ces")
"""Right before a full name these make it a ship's or a thing's: le Charles de Gaulle."""
