"""Each rule, named in the evidence, on sentences of its own."""

from __future__ import annotations

import pytest

from tests.index.entities.conftest import Recognise

# text, words of the mention, its entity, its rule
CASES = [
    ("Volodymyr Zelensky est venu.", "Volodymyr Zelensky", "volodymyr-zelensky", "alias"),
    ("L'Alliance atlantique est prête.", "Alliance atlantique", "otan", "alias"),
    ("Le groupe Ramstin se réunit.", "groupe Ramstin", "groupe-de-contact-pour-l-ukraine", "seen_as"),
    ("Des soldats ukrainiens sont rentrés.", "ukrainiens", "ua", "demonym"),
    ("La brigade franco-allemande défile.", "franco", "fr", "compound"),
    ("La brigade franco-allemande défile.", "allemande", "de", "demonym"),
    ("Varsovie s'inquiète.", "Varsovie", "pl", "metonym"),
    ("L'OTAN est unie. On sait que l'Alliance tient.", "l'Alliance", "otan", "context_alias"),
    ("Le Pentagone dément.", "Pentagone", "us", "implied"),
    (
        "Le ministère russe de la Défense dément.",
        "ministère russe de la Défense",
        "ministere-russe-de-la-defense",
        "alias",
    ),
    ("Le ministère de la Défense, en Russie, dément.", "Russie", "ru", "alias"),
    (
        "Le ministère serbe de la Défense du pays dément.",
        "ministère serbe de la Défense",
        "ministere-serbe-de-la-defense",
        "alias",
    ),
    (
        "Le ministère finlandais des Transports dément.",
        "ministère finlandais des Transports",
        "ministere-finlandais-des-transports",
        "ministry",
    ),
    ("Lloyd Austin est venu. Austin a souri.", "Austin", "lloyd-austin", "surname"),
    ("Macron a souri.", "Macron", "emmanuel-macron", "surname"),
    ("Macron s'est tu.", "Macron", "emmanuel-macron", "surname"),
    ("Macron¹ s'est tu.", "Macron", "emmanuel-macron", "surname"),
    ("On attend, car Macron s'est tu.", "Macron", "emmanuel-macron", "surname"),
    ("DIRECT - Macron s'est tu.", "Macron", "emmanuel-macron", "surname"),
    ("Le chancelier Scholz a souri.", "Scholz", "olaf-scholz", "title"),
    ("Le duo Macron-Scholz a souri.", "Scholz", "olaf-scholz", "title"),
    ("ZELENSKY REÇOIT MACRON À KIEV", "MACRON", "emmanuel-macron", "surname"),
    ("MM. Scholz et Cleverly ont souri.", "Cleverly", "james-cleverly", "title"),
    ("Lloyd Austinqui arrive a souri. Lloyd Austin part.", "Lloyd Austin", "lloyd-austin", "glued"),
    ("Selon Sergej Lawrow, rien ne presse.", "Sergej Lawrow", "serguei-lavrov", "transliteration"),
    ("Сергей Лавров s'est tu.", "Сергей Лавров", "serguei-lavrov", "alias"),
    ("习近平 s'est tu.", "习近平", "xi-jinping", "alias"),
    ("Rustem Umarov s'est tu.", "Rustem Umarov", "rustem-umerov", "fuzzy"),
    ("Le Premier ministre britannique Kair Stmer s'est tu.", "Kair Stmer", "keir-starmer", "fuzzy"),
    ("Lloyd Austin est venu. On a revu Austen.", "Austen", "lloyd-austin", "misspelt_surname"),
    ("Lloyd Austin est venu. Aus tin a parlé.", "Aus tin", "lloyd-austin", "misspelt_surname"),
    ("En Russie, S. Lawroff s'est tu.", "Lawroff", "serguei-lavrov", "initial"),
    ("Le comité militaire de l'OTAN siège.", "comité militaire de l'OTAN", "otan", "implied"),
    (
        "Le Parti démocrate de Corée attend. À Washington, le Parti démocrate attend.",
        "Parti démocrate",
        "parti-democrate-de-coree",
        "alias",
    ),
    ("Aux États-Unis, le Parti démocrate attend.", "Parti démocrate", "parti-democrate", "alias"),
    ("Cho Hyun-mi tient une cantine à Séoul.", "Cho Hyun-mi", "cho-hyun-mi", "unlisted_name"),
    ("Le général Abd al-Fatah Bourrane est au Soudan.", "Abd al-Fatah Bourrane", "abdel-fattah-al-burhane", "fuzzy"),
    ("Le chef de la diplomatie de Syrie Walid Khoumeri se tait.", "Syrie", "sy", "alias"),
    ("Le rapport de Pétroles mexicains a paru.", "Pétroles mexicains", "pemex", "alias"),
    ("MBDA, à cheval sur la Manche, se tait.", "MBDA", "mbda", "alias"),
    ("Sous la présidence de l'ASEAN, le code de conduite attend.", "ASEAN", "asean", "alias"),
    ("La France aime l'armée de Terre.", "armée de Terre", "armee-de-terre-france", "context_alias"),
    ("Un contrat pour Reinmetall a été signé.", "Reinmetall", "rheinmetall", "misspelt_name"),
    ("La procureure Oriane Vasselin s'est tue.", "Oriane Vasselin", "oriane-vasselin", "unlisted_title"),
    ("Il reproche à Donaldowi Tuskowi la pluie.", "Donaldowi Tuskowi", "donald-tusk", "transliteration"),
    ("De cela a parlé Maliouka Vassyl.", "Maliouka Vassyl", "vassyl-maliouk", "transliteration"),
    ("L'ordre de Sirskogo Oleksandra tient.", "Sirskogo Oleksandra", "oleksandr-syrsky", "transliteration"),
    ("Le gendre et SteveWitkof partent.", "SteveWitkof", "steve-witkoff", "transliteration"),
    (
        "Marie-Annick Lerval-Vasselin lit.",
        "Marie-Annick Lerval-Vasselin",
        "marie-annick-lerval-vasselin",
        "unlisted_name",
    ),
    ("Elle écoute un diplomate chevronné, Zubrek Ottal.", "Zubrek Ottal", "zubrek-ottal", "unlisted_title"),
    ("Lloyd Austindit non. On a revu Lloyd Austin.", "Lloyd Austin", "lloyd-austin", "glued"),
    ("LeKremlin se tait.", "Kremlin", "kremlin", "glued"),
    ("Boris Pistolius part. Pistoliusdit non.", "Pistolius", "boris-pistorius", "surname"),
    ("« Non », répond Oriane Vasselin.", "Oriane Vasselin", "oriane-vasselin", "unlisted_speaker"),
    ("« Non », a crié Zubrek Ottal.", "Zubrek Ottal", "zubrek-ottal", "unlisted_speaker"),
    ("« Non », dit Zubrek Ottal de la Conférence.", "Zubrek Ottal", "zubrek-ottal", "unlisted_speaker"),
    (
        "Son second capitaine, le Philippin Zubrek Ottal, dort.",
        "Zubrek Ottal",
        "zubrek-ottal",
        "unlisted_title",
    ),
    ("Le sociologue Zubrek Ottal de l'Université Jean Moulin dort.", "Zubrek Ottal", "zubrek-ottal", "unlisted_title"),
    ("Aselsan etRoketsan ont présenté un radar.", "Roketsan", "roketsan", "glued"),
    ("L'Allemand Pistorius s'est tu.", "Pistorius", "boris-pistorius", "title"),
    ("Le président NicușorDan s'est tu.", "NicușorDan", "nicusor-dan", "glued"),
    ("Saddam Haftarassistait au défilé.", "Saddam Haftarassistait", "saddam-haftar", "fuzzy"),
    (
        "Le secrétaire général de l'OTSC, le Kazakh Himane Galit Tasmaga Bétoff, part.",
        "Himane Galit Tasmaga Bétoff",
        "imangali-tasmagambetov",
        "fuzzy",
    ),
    ("Le ministre AndréjBeloussof part.", "AndréjBeloussof", "andrei-beloussov", "transliteration"),
    ("Oriane Vasselin part. Vasselin revient.", "Oriane Vasselin", "oriane-vasselin", "unlisted_name"),
    ("Oriane Vasselin, sage-femme, marche.", "Oriane Vasselin", "oriane-vasselin", "unlisted_speaker"),
    ("Un certain Zubrek Ottal dormait.", "Zubrek Ottal", "zubrek-ottal", "unlisted_title"),
    ("Le chef des pompiers, Zubrek Ottal, dort.", "Zubrek Ottal", "zubrek-ottal", "unlisted_title"),
    ("Une employée, mademoiselle Zubrek Ottal, dort.", "Zubrek Ottal", "zubrek-ottal", "unlisted_title"),
    ("Mr Zubrek Ottal dort.", "Zubrek Ottal", "zubrek-ottal", "unlisted_title"),
    ("La première dame, Zubrek Ottal, dort.", "Zubrek Ottal", "zubrek-ottal", "unlisted_title"),
    ("Au marché, Oriane Li pèse ses pommes.", "Oriane Li", "oriane-li", "unlisted_speaker"),
    ("Le chercheur Nawf Al-Jarr Al-Obi lit.", "Nawf Al-Jarr Al-Obi", "nawf-al-jarr-al-obi", "unlisted_title"),
    ("L'une des mères, Oriane Vasselin, attend.", "Oriane Vasselin", "oriane-vasselin", "unlisted_title"),
    ("Le prince Cheikh Zubrek ben Ottal attend.", "Zubrek ben Ottal", "zubrek-ben-ottal", "unlisted_title"),
    ("Oriane Vasselin part. Vasselin revient.", "Vasselin", "oriane-vasselin", "surname"),
    (
        "Une note de l'Institut Vasselin de recherche navale le dit.",
        "Institut Vasselin de recherche navale",
        "institut-vasselin-de-recherche-navale",
        "unlisted_organisation",
    ),
    (
        "Il enseigne à l'Institut Amou-Daria des sciences.",
        "Institut Amou-Daria des sciences",
        "institut-amou-daria-des-sciences",
        "unlisted_organisation",
    ),
    (
        "Il aide l'Œuvre Vasselin des marins.",
        "Œuvre Vasselin des marins",
        "oeuvre-vasselin-des-marins",
        "unlisted_organisation",
    ),
    (
        "L'Institut Vasselin de recherche navale (IVRN) publie. L'IVRN attend.",
        "IVRN",
        "institut-vasselin-de-recherche-navale",
        "unlisted_acronym",
    ),
]


@pytest.mark.parametrize(("text", "words", "entity", "rule"), CASES)
def test_a_rule_is_named_in_the_evidence(recognise: Recognise, text: str, words: str, entity: str, rule: str) -> None:
    found = [(mention.words, mention.entity, mention.rule) for mention in recognise(text)]
    assert (words, entity, rule) in found


@pytest.mark.parametrize("place", ["village Zaloujne", "village de Zaloujne", "localité de Zaloujne"])
def test_a_town_that_is_called_nearly_like_a_person_is_nobody(recognise: Recognise, place: str) -> None:
    found = recognise(f"Valeri Zaloujny est parti. Elle est du {place}, dit-on.")
    assert [mention.words for mention in found] == ["Valeri Zaloujny"]
    assert "Zaloujne" in [mention.words for mention in recognise("Valeri Zaloujny est parti. Elle suit Zaloujne.")]


@pytest.mark.parametrize(
    ("text", "other"), [("Roberta Fico coud.", "robert-fico"), ("Alexandra Loukachenka coud.", "alexandre-loukachenko")]
)
def test_a_womans_name_is_no_mans_in_a_case(recognise: Recognise, text: str, other: str) -> None:
    assert other not in {mention.entity for mention in recognise(text)}


def test_who_wrote_an_interview_is_nobody_in_it(recognise: Recognise) -> None:
    assert recognise("Elle se tait. Propos recueillis par Oriane Vasselin.") == ()


MANGLED = [
    ("Ursula fon der Layen se tait.", "ursula-von-der-leyen"),
    ("Olaf Sholtz se tait.", "olaf-scholz"),
    ("Recep Tayip Erdoghan se tait.", "recep-tayyip-erdogan"),
    ("Dmitrij Medwedew se tait.", "dmitri-medvedev"),
    ("Orban Viktor se tait.", "viktor-orban"),
    ("Le dirigeant nord-coréen Kim Jong Oun se tait.", "kim-jong-un"),
    ("Le cheikh Tamim ben Hamad Al Thani se tait.", "tamim-ben-hamad-al-thani"),
    ("Le président égyptien Abdelfattah Alsissi se tait.", "abdel-fattah-al-sissi"),
    ("En Suisse, Karin Kellér-Souter se tait.", "karin-keller-sutter"),
    ("Le secrétaire d'État américain Antoine Blinkine se tait.", "antony-blinken"),
    ("Le ministre britannique de la Défense Jean Healey se tait.", "john-healey"),
    ("Le ministre polonais Radek Sikorsky se tait.", "radoslaw-sikorski"),
    ("Le chef de la diplomatie hongroise Pierre Szijjarto se tait.", "peter-szijjarto"),
    ("À Pékin, le porte-parole de la Défense Wou Tchian se tait.", "wu-qian"),
    ("À Rabat, le roi Mohamede VI se tait.", "mohammed-vi"),
    ("Le catholicos Garegine II se tait.", "gareguine-ii"),
    ("À Séoul, le conseiller Oui Song-rak se tait.", "wi-sung-lac"),
    ("En Éthiopie, le général Tadessé Ouorédé se tait.", "tadesse-werede"),
    ("Le ministre israélien Gidon Sa'ar se tait.", "gideon-saar"),
    ("L'Ukraine attend. L'ancien chef espion Kirillo Boudanoff se tait.", "kyrylo-boudanov"),
    ("Le premier ministre roumain ÉlieBolojan se tait.", "ilie-bolojan"),
    ("À Jérusalem, le député Bismout. Boaz se tait.", "boaz-bismuth"),
    ("À Taïwan, le ministre de la Défense Gou Lixiong se tait.", "wellington-koo"),
]


@pytest.mark.parametrize(("text", "expected"), MANGLED)
def test_a_mangled_name_means_the_listed_person(recognise: Recognise, text: str, expected: str) -> None:
    assert entities(recognise, text) == [expected]


STRANGERS = [
    "Le président français Jean Macron se tait.",
    "Le secrétaire américain à la Défense Thomas Austin se tait.",
    "La ministre suisse des Finances Aya Keller-Sutter se tait.",
    "Le ministre britannique Tom Barrow se tait.",
    "Le diplomate russe Paul Lavrov se tait.",
    "Le ministre canadien de la Défense Jean Healey se tait.",
    "À Londres, Jean Healey se tait.",
    "À Moscou, Sergej Lavrow, plombier, se tait.",
    "À Washington, Lloid Austin-Pradel se tait.",
    "Le pape Léon VI se tait.",
    "À Paris, le docteur Marine Le Penven se tait.",
    "À Taïwan, le professeur Hsu Chia-ling se tait.",
]


@pytest.mark.parametrize("text", STRANGERS)
def test_another_given_name_is_another_person(recognise: Recognise, text: str) -> None:
    assert not [mention for mention in recognise(text) if mention.kind == "person" and mention.listed]


def entities(recognise: Recognise, text: str) -> list[str]:
    return [mention.entity for mention in recognise(text) if mention.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two persons of one name: the nearest before, and by « M. » or « Mme »
        (
            "Emmanuel Macron est là. Brigitte Macron est là. Macron parle. Mme Macron parle. M. Macron parle.",
            ["emmanuel-macron", "brigitte-macron", "emmanuel-macron", "brigitte-macron", "emmanuel-macron"],
        ),
        (
            "Le juge Luc Tervel et la juge Anne Tervel parlent. Tervel se tait.",
            ["luc-tervel", "anne-tervel", "anne-tervel"],
        ),
        # a kinsman with a like name: who is named in full is not meant by another's
        (
            "Au Japon, Shinjiro Koizumi, ministre, est le fils de l'ancien Premier ministre Junichiro Koizumi.",
            ["shinjiro-koizumi", "junichiro-koizumi"],
        ),
        # ambiguous: both full names come later
        ("Tervel se tait. Le juge Luc Tervel et la juge Anne Tervel parlent.", ["luc-tervel", "anne-tervel"]),
        # another initial or given name is another person
        ("B. Macron se tait.", []),
        ("E. Macron se tait.", ["emmanuel-macron"]),
        # a ship is nobody, however its name is spelt
        ("Lloyd Austin est venu. On a revu la frégate Austen.", ["lloyd-austin"]),
        # a role or a pronoun is nobody
        ("Le chef du Pentagone et le président ukrainien se taisent. Il part.", []),
    ],
)
def test_a_family_name_goes_to_its_bearer_or_to_nobody(recognise: Recognise, text: str, expected: list[str]) -> None:
    assert entities(recognise, text) == expected


def test_an_ambiguous_demonym_means_the_country_that_the_article_names(recognise: Recognise) -> None:
    def countries(text: str) -> set[str]:
        return {mention.entity for mention in recognise(text) if mention.kind == "country"}

    assert countries("Un diplomate congolais est parti.") == set()
    assert countries("La RDC se tait. Un diplomate congolais est parti.") == {"cd"}
    assert countries("La RDC et le Congo-Brazzaville se taisent. Un diplomate congolais part.") == {"cd", "cg"}


def test_an_unverified_name_is_marked_so(recognise: Recognise) -> None:
    (mention,) = recognise("La procureure Oriane Vasselin s'est tue.")
    assert not mention.listed
    assert mention.label == "Oriane Vasselin"
    assert mention.confidence < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Le pope Vexlar Timbrov s'est tu.",
        "La vulcanologue Vexlar Timbrov s'est tue.",
        "Le commissaire de bord Vexlar Timbrov s'est tu.",
        "Le patron de la scierie, Vexlar Timbrov, s'est tu.",
        "Vexlar Timbrov, l'aumônier du camp, s'est tu.",
        "Vexlar Timbrov, urbaniste, s'est tu.",
        "Le menuisier Vexlar Timbrov s'est tu.",
        "L'ambassadeur itinérant Vexlar Timbrov s'est tu.",
        "Le père supérieur, Vexlar Timbrov, s'est tu.",
        "Vexlar Timbrov, porte-parole des sinistrés, s'est tu.",
    ],
)
def test_a_profession_makes_two_unknown_words_a_name(recognise: Recognise, text: str) -> None:
    assert entities(recognise, text) == ["vexlar-timbrov"]


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe islamiste Vexlar Timbrov s'est tu.",
        "Le maire de Vexlar Timbrov s'est tu.",
        "Le directeur de l'usine Vexlar Timbrov s'est tu.",
        "Le capitaine du vraquier Vexlar Timbrov s'est tu.",
        "Une vieille Zubrek Ottal sert de navette.",
        "La file va jusqu'à l'avenue Cheikh-Anta-Diop.",
    ],
)
def test_what_belongs_to_no_title_is_nobody(recognise: Recognise, text: str) -> None:
    assert entities(recognise, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hier, Oriane Vasselin-Tarbe dormait.", ["oriane-vasselin-tarbe"]),
        ("Hier, Iris Vasselin-Tarbe dormait.", ["iris-vasselin-tarbe"]),
        ("Hier, le Oriane Vasselin-Tarbe dormait au port.", []),
        ("Hier, Juan José Vasselin dormait.", ["juan-jose-vasselin"]),
        ("Hier, Marie-Oriane Vasselin dormait.", ["marie-oriane-vasselin"]),
        ("Pour Vexlar Timbrov, du Conseil Sorbier pour la paix, tout va mal.", ["vexlar-timbrov"]),
        ("Maurice Timbrov, logisticien venu de loin, dormait.", ["maurice-timbrov"]),
        ("Doña Vexlar Timbrov vend du porc.", ["vexlar-timbrov"]),
        ("Un vaurien, dit Datuk Oriane Vasselin.", ["oriane-vasselin"]),
        ("Son chef, Vexlar ag Timbrov, est recherché.", ["vexlar-ag-timbrov"]),
        ("Son collègue Oriane Bar-Vasselin, ancien colonel, doute.", ["oriane-bar-vasselin"]),
        ("Des avions ont quitté Charm el-Cheikh hier.", []),
        ("Hier, Oriane-Vasselin dormait.", []),
        ("La capitaine de corvette Oriane Vasselin dormait.", ["oriane-vasselin"]),
        ("Le voisin de l'aéroport Oriane Vasselin dormait.", []),
        ("Le sénateur Oriane Vasselin de l'Arizona dormait.", ["oriane-vasselin"]),
        ("La paix est loin, note Oriane Vasselin, de la mairie.", ["oriane-vasselin"]),
        ("Oriane Vasselin Tarbe, qui vend du porc, se tait.", ["oriane-vasselin-tarbe"]),
        ("Il pleut. Logisticien, Vexlar Timbrov y a dormi.", ["vexlar-timbrov"]),
        ("Au marché, Oriane Vasselin-Tarbe vend du porc.", ["oriane-vasselin-tarbe"]),
        ("La paix est loin, dit Oriane Vasselin de l'ONG Pont Clair.", ["oriane-vasselin"]),
        ("À Vexlar Timbrov, le maire s'est tu.", []),
        ("À Varsovie Oriane Vasselin, urbaniste, s'est tue.", ["oriane-vasselin"]),
    ],
)
def test_what_a_name_stands_behind_or_is_made_of_shows_a_person(
    recognise: Recognise, text: str, expected: list[str]
) -> None:
    assert [found.entity for found in recognise(text) if found.kind == "person"] == expected


def test_a_demonym_may_be_void_beside_another_country(recognise: Recognise) -> None:
    def countries(text: str) -> set[str]:
        return {mention.entity for mention in recognise(text) if mention.kind == "country"}

    assert countries("Les chars coréens arrivent.") == {"kr"}
    assert countries("Pyongyang se tait. Les chars coréens arrivent.") == {"kp"}
    assert countries("Kim Jong-un se tait. Les chars coréens arrivent.") == set()


def test_a_person_of_a_country_stands_for_it_where_a_form_needs_it(recognise: Recognise) -> None:
    def countries(text: str) -> set[str]:
        return {mention.entity for mention in recognise(text) if mention.kind == "country"}

    assert countries("Irfaan Ali, à Georgetown, se tait.") == {"gy"}
    assert countries("Le doyen, à Georgetown, se tait.") == set()


@pytest.mark.parametrize(
    "text", ["Hier, Zubrek Ottal dormait.", "Le train passe à Colette Vasselin.", "La salle Colette-Vasselin ferme."]
)
def test_one_mention_without_a_title_makes_no_facet_value(recognise: Recognise, text: str) -> None:
    assert recognise(text) == ()


def test_a_given_name_that_is_nothing_else_makes_one_mention_a_person(recognise: Recognise) -> None:
    found = recognise("Chez Colette Vasselin, il y a deux chiens.")
    assert [(mention.words, mention.rule) for mention in found] == [("Colette Vasselin", "unlisted_name")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le directeur de l'AIEA Raphaël. Grossy se tait.", "rafael-grossi"),  # a stray full stop
        (
            "La porte-parole Maria Zaharowarappelle que la Russie se tait.",
            "maria-zakharova",
        ),  # a verb glued to the name
        ("En Norvège, le généralEirik Kristoffersen se tait.", "eirik-kristoffersen"),  # a title glued to it
        ("Le président sud-coréen Li Jé-myong se tait.", "lee-jae-myung"),  # Korean in another romanisation
        ("Le dirigeant nord-coréen Kim Chong Un se tait.", "kim-jong-un"),  # a syllable that is a French word
        ("Le ministre grec Yorgos Yerapetritis se tait.", "giorgos-gerapetritis"),
        ("Le Premier ministre du Qatar Mohamad bin Abdulrahman Al Sani se tait.", "mohammed-ben-abderrahmane-al-thani"),
    ],
)
def test_a_name_is_resolved_though_its_words_are_torn_glued_or_romanised_otherwise(
    recognise: Recognise, text: str, expected: str
) -> None:
    assert entities(recognise, text) == [expected]
