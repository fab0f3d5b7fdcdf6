"""What the words beside a name make of it: a language, a ship, a piece of music, an age, a rank."""

from __future__ import annotations

import pytest

from tests.index.entities.conftest import Recognise

OTHER_THINGS = [
    ("Le navire a pris le nom de Dame de Chypre.", "cy"),
    ("Il dormait à bord du Prince de Norvège.", "no"),
    ("Le voilier rebaptisé Étoile du Pérou prend l'eau.", "pe"),
    ("La troupe va jouer Tunis, une pièce de deux heures.", "tn"),
    ("On lui demande de chanter Kaboul, son succès.", "af"),
    ("Le matou s'appelle désormais Togo.", "tg"),
    ("Ils habitent le quartier Petit Maroc.", "ma"),
    ("Le hameau de Bolivie est isolé par la neige.", "bo"),
    ("Rome (New York) est sous la neige.", "it"),
    ("Radio Alger émettait jadis sur ondes courtes.", "dz"),
    ("Le Moskva gît par le fond.", "ru"),
    ("L'Estonia gît par le fond.", "ee"),
    ("L'usine de Bologne embauche, dit-on à Bologne.", "pl"),
    ("Les Hauts-de-France votent dimanche.", "fr"),
    ("Son russe est hésitant.", "ru"),
    ("L'allemand s'impose au lycée.", "de"),
    ("Il répond dans un anglais pur.", "gb"),
    ("Le mot vient du finnois.", "fi"),
    ("Les mots turcs de la chanson.", "tr"),
]

THEMSELVES = [
    ("La crise a placé Israël devant un choix.", "il"),
    ("L'attentat a marqué Israël.", "il"),
    ("Un recul, note Moscou.", "ru"),
    ("Il parle au nom d'Israël.", "il"),
    ("Il parle au nom de Kiev.", "ua"),
    ("Le Conseil appelle Kigali à se retirer.", "rw"),
    ("Il a appelé Pékin à la retenue.", "cn"),
    ("Nommé Président de la Syrie, il se tait.", "sy"),
    ("Moscou joue Pékin contre Washington.", "cn"),
    ("La trêve Israël-Liban tient.", "lb"),
    ("Le turc Baykar a livré des drones.", "tr"),
    ("Le français « Thales » a livré des radars.", "fr"),
    ("Son homologue russe se tait.", "ru"),
    ("Les Franco-Algériens de Lyon votent.", "dz"),
    ("Le forum russo-africain s'ouvre.", "ru"),
    ("Le Premier ministre d'Israël Benyamin Netanyahou se tait.", "il"),
    ("Le ministre d'Israël Gideon Saar se tait.", "il"),
]


@pytest.mark.parametrize(("text", "country"), OTHER_THINGS)
def test_what_is_called_like_a_country_names_none(recognise: Recognise, text: str, country: str) -> None:
    assert country not in {mention.entity for mention in recognise(text) if mention.kind == "country"}


@pytest.mark.parametrize(("text", "country"), THEMSELVES)
def test_a_country_is_named_beside_words_of_other_things(recognise: Recognise, text: str, country: str) -> None:
    assert country in {mention.entity for mention in recognise(text) if mention.kind == "country"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Selon Poutinne, la guerre finira. Le Kremlin attend.", "vladimir-poutine"),
        ("Selon Zelenski, la guerre finira en Ukraine.", "volodymyr-zelensky"),
        ("Le chef du Pentagone Hegset a menacé.", "pete-hegseth"),
        ("Le porte-parole du Kremlin, Peskoff, a démenti.", "dmitri-peskov"),
        ("Le ministre russe Lavroff a démenti.", "serguei-lavrov"),
        ("Le Premier ministre d'Israël Benyamin Netanyaou se tait.", "benyamin-netanyahou"),
        ("La crise a placé Riek Machar au centre.", "riek-machar"),
        ("Le scandale a miné Macron.", "emmanuel-macron"),
        ("Le chef du Pentagone, Lloyd Austin, a prévenu.", "lloyd-austin"),
    ],
)
def test_a_person_is_named_though_misspelt_or_beside_words_of_other_things(
    recognise: Recognise, text: str, person: str
) -> None:
    assert person in {mention.entity for mention in recognise(text) if mention.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Le maire de Mâcon a dit que la France doit payer.",
        "Les Macrons de France attendent.",
        "Des Poutines au fromage, servies en Russie.",
        "L'avocat Blinkin, de Washington, a plaidé.",
        "Le footballeur Erdogun joue en Turquie.",
        "Selon Schulz, l'Allemagne doit payer.",
        "Le général Johnson a témoigné.",
        "Le docteur Biden-Lorrain a opéré au nom de Kiev.",
        "Un étudiant s'appelait en effet Macron, Lucas de son prénom.",
        "Le chef du Pentagone a parlé au président du Kremlin.",
    ],
)
def test_a_name_like_a_known_one_names_nobody_known(recognise: Recognise, text: str) -> None:
    assert not {mention.entity for mention in recognise(text) if mention.kind == "person" and mention.listed}


def test_a_chinese_given_name_of_other_syllables_is_somebody_elses(recognise: Recognise) -> None:
    persons = {mention.entity for mention in recognise("L'ambassadeur chinois, Huang Xilian, a été convoqué.")}
    assert "huang-xilian" in persons
    assert "huang-xia" not in persons


@pytest.mark.parametrize("text", ["Thandiwe Mokoena, 32 ans, attend.", "Thandiwe Mokoena (32 ans) attend."])
def test_an_age_shows_a_person(recognise: Recognise, text: str) -> None:
    assert "thandiwe-mokoena" in {mention.entity for mention in recognise(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Radio Nova, 40 ans, fête la musique.",
        "Baltik Varnhagen, 60 ans d'histoire, embauche.",
        "Guerre En Ukraine : Le Président Appelle À La Trêve",
    ],
)
def test_capitals_alone_show_nobody(recognise: Recognise, text: str) -> None:
    assert not [mention for mention in recognise(text) if mention.kind == "person"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Putin a parlé à la presse.", "vladimir-poutine"),
        ("Selon Zelenskyy, la route est libre.", "volodymyr-zelensky"),
        ("Netanyahu a parlé à la presse.", "benyamin-netanyahou"),
        ("Assad a fui.", "bachar-al-assad"),
        ("Comment Poutine a perdu la mer.", "vladimir-poutine"),
        ("Tarifs Trump : l'Asie tremble.", "donald-trump"),
        ("Réunion Zelensky-Trump à huis clos.", "volodymyr-zelensky"),
    ],
)
def test_a_family_name_known_to_everybody_counts_in_other_spellings_and_headlines(
    recognise: Recognise, text: str, person: str
) -> None:
    assert person in {mention.entity for mention in recognise(text)}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Akshata Sunak est venue.", "rishi-sunak"),
        ("Maher al-Assad est venu.", "bachar-al-assad"),
        ("L'impératrice Sissi aimait l'Égypte.", "abdel-fattah-al-sissi"),
    ],
)
def test_a_family_name_behind_another_given_name_or_title_is_somebody_elses(
    recognise: Recognise, text: str, person: str
) -> None:
    assert person not in {mention.entity for mention in recognise(text)}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("La sénatrice du Val-de-Brume Orsolya Tamaï a parlé.", "orsolya-tamai"),
        ("Le maire de Mykolaïv Bogdan Tkalenko a parlé.", "bogdan-tkalenko"),
        ("Le chef du district de Kherson-Nord Ihor Tkalenko a parlé.", "ihor-tkalenko"),
    ],
)
def test_an_office_of_a_place_introduces_a_person(recognise: Recognise, text: str, person: str) -> None:
    assert person in {mention.entity for mention in recognise(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Le président de Red Sea Lines a parlé.",
        "Le gouverneur de Rio Grande do Sul a parlé.",
        "La directrice de Black Rock Systems a parlé.",
    ],
)
def test_what_somebody_is_head_of_is_nobody(recognise: Recognise, text: str) -> None:
    assert not [mention for mention in recognise(text) if mention.kind == "person"]


def test_an_inhabitants_name_before_a_given_name_shows_a_person(recognise: Recognise) -> None:
    persons = {mention.entity for mention in recognise("La Franco-Tunisienne Sonia Vexler a battu Lyon.")}
    assert "sonia-vexler" in persons


def test_an_inhabitants_name_before_a_firm_shows_nobody(recognise: Recognise) -> None:
    found = recognise("L'Américain Baltik Varnhagen embauche.")
    assert not [mention for mention in found if mention.kind == "person"]
