from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import fold
from index.analysis.lexicon import IRREGULAR, PROTECTED
from index.analysis.stemming import Stemmer

STEMMER = Stemmer()


def stems(words: str) -> set[str]:
    return {STEMMER.stem(fold(word)) for word in words.split()}


@pytest.mark.parametrize(
    "forms",
    [
        # number
        "soldat soldats", "drone drones", "tribunal tribunaux", "amiral amiraux", "bureau bureaux", "drapeau drapeaux",
        "enjeu enjeux", "aveu aveux", "bijou bijoux", "bail baux", "vitrail vitraux", "détail détails", "œil yeux",
        "ciel cieux", "festival festivals", "pneu pneus", "matériau matériaux", "noyau noyaux", "an ans", "lieu lieux",
        "monsieur messieurs", "vœu vœux", "général généraux", "jeu jeux", "mal maux", "émail émaux",
        # gender: vowels and consonants that the e follows
        "allié alliés alliée alliées", "lié liés liée liées", "détenu détenue détenus", "grand grande grandes",
        "petit petite", "cousin cousine", "général générale généraux générales", "élu élus élue élues",
        "uni unie unies", "vert verte", "fort forte fortes", "ami amie amis", "pur pure",
        "créé créés créée créées", "tué tués tuée tuées", "dit dite dites", "bleu bleue bleues",
        "ambigu ambiguë ambigus",
        # doubled consonants
        "européen européenne européens", "breton bretonne", "actuel actuelle actuels actuelles", "cadet cadette",
        "paysan paysanne", "muet muette", "nul nulle", "bas basse", "gros grosse", "épais épaisse", "pareil pareille",
        "gentil gentille", "sot sots", "exprès expresse", "net nette",
        # changed endings
        "actif active actifs actives", "juif juive juifs", "neuf neuve", "bref brève", "naïf naïve", "vif vive",
        "courageux courageuse courageuses", "jaloux jalouse", "époux épouse", "roux rousse", "doux douce",
        "faux fausse", "premier première premiers premières", "cher chère", "léger légère", "ouvrier ouvrière",
        "complet complète complets", "secret secrète", "inquiet inquiète", "blanc blanche", "franc franche",
        "sec sèche", "public publique publics publiques", "turc turque turcs turques", "grec grecque", "laïc laïque",
        "long longue",
        "directeur directrice directeurs directrices", "ambassadeur ambassadrice", "chercheur chercheuse",
        "chef chefs cheffe cheffes", "auteur autrice auteure", "meneur meneuse",
        "travailleur travailleuse travailleurs", "supérieur supérieure", "beau bel belle beaux", "vieux vieil vieille",
        "nouveau nouvel nouvelle", "fou folle", "jumeau jumelle jumeaux", "frais fraîche", "favori favorite",
        "bénin bénigne", "malin maligne", "tout tous toute toutes", "précis précise précises", "divers diverses",
        "confus confuse", "soumis soumise", "inclus incluse", "exclu exclue exclus", "tiers tierce",
        # nationalities
        "allemand allemande", "danois danoise danoises", "japonais japonaise", "iranien iranienne", "cubain cubaine",
        "espagnol espagnole", "tchétchène tchétchènes", "letton lettonne", "israélien israélienne", "belge belges",
        "afghan afghane afghanes", "nigérian nigériane", "hindou hindoue", "catalan catalane", "serbe serbes",
    ],
)  # fmt: skip
def test_numbers_and_genders_share_a_stem(forms: str) -> None:
    assert len(stems(forms)) == 1


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("bombe", "bombardement"), ("nation", "national"), ("nation", "nationalité"), ("diplomate", "diplomatie"),
        ("commande", "commandement"), ("gouverneur", "gouvernement"), ("ambassade", "ambassadeur"), ("paix", "payer"),
        ("guerre", "guerrier"), ("chine", "chinois"), ("chine", "chien"), ("syrie", "syrien"), ("france", "franc"),
        ("grèce", "grec"), ("danse", "dans"), ("cours", "cour"), ("fonds", "fond"), ("fils", "fil"), ("portée", "port"),
        ("porte", "port"), ("point", "pointe"), ("soirée", "soir"), ("vente", "vent"), ("retraite", "retrait"),
        ("flotte", "flot"), ("golfe", "golf"), ("marine", "marin"), ("médecine", "médecin"), ("mai", "mais"),
        ("crime", "Crimée"), ("entrée", "entre"), ("conseiller", "conseil"), ("étrange", "étranger"), ("raid", "raide"),
        ("banque", "banc"), ("place", "plaque"), ("collège", "collègue"), ("langue", "lange"), ("index", "Inde"),
        ("presse", "près"), ("course", "cours"), ("droit", "droite"), ("capital", "capitale"), ("news", "new"),
        ("voir", "voire"), ("faute", "faut"), ("suite", "suit"), ("parc", "parce"), ("héros", "héro"), ("fin", "fine"),
        ("passager", "passage"), ("vers", "verser"), ("comment", "commenter"), ("hamas", "hama"), ("tante", "tant"),
    ],
)  # fmt: skip
def test_different_words_have_different_stems(word: str, other: str) -> None:
    assert STEMMER.stem(fold(word)) != STEMMER.stem(fold(other))


@pytest.mark.parametrize(
    ("word", "other"),
    [("livrer", "livré"), ("annoncer", "annonces"), ("accepter", "acceptée"), ("bombarder", "bombardés")],
)
def test_infinitives_and_participles_of_regular_verbs_meet(word: str, other: str) -> None:
    assert STEMMER.stem(fold(word)) == STEMMER.stem(fold(other))


@pytest.mark.parametrize("word", ["nato", "ss", "f16", "16s", "20000", "3.5", "ue", "us", "bus", "gaz", "киев", ""])
def test_short_words_numbers_and_foreign_letters_are_their_own_stem(word: str) -> None:
    assert STEMMER.stem(word) == word


def test_names_are_not_stemmed_but_their_plurals_are_theirs() -> None:
    named = Stemmer({"borrell", "sanchez", "rogers", "valls"})
    assert [named.stem(name) for name in ("borrell", "sanchez", "rogers", "valls")] == [
        "borrell",
        "sanchez",
        "rogers",
        "valls",
    ]
    assert named.stem("borrells") == "borrell"


def test_a_name_that_is_an_adjective_too_still_meets_its_feminine() -> None:
    named = Stemmer({"petit", "legrand"})
    assert named.stem("petite") == named.stem("petit") == named.stem("petits")


@pytest.mark.parametrize(
    ("word", "other"),
    [("père", "pères"), ("bleu", "bleue"), ("clair", "claire"), ("perdu", "perdue"), ("mari", "maris")],
)
def test_names_that_are_words_are_inflected_like_words(word: str, other: str) -> None:
    named = Stemmer({"peres", "bleue", "claire", "perdue", "maris"})
    assert named.stem(fold(word)) == named.stem(fold(other))


def test_nothing_but_their_inflection_is_stemmed_to_protected_words() -> None:
    for word in sorted(PROTECTED - IRREGULAR.keys()):
        assert STEMMER.stem(word) == word
        assert STEMMER.stem(word + "ee") != word
        assert STEMMER.stem(word + "er") != word


def test_irregular_stems_are_the_stems_of_their_regular_forms() -> None:
    assert {stem: STEMMER.stem(stem) for stem in IRREGULAR.values()} == {stem: stem for stem in IRREGULAR.values()}


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_a_stem_begins_like_its_word_and_is_never_empty(word: str) -> None:
    stem = STEMMER.stem(word)
    assert bool(stem) == bool(word)
    assert word in IRREGULAR or (stem[:3] == word[:3] and len(stem) <= len(word) + 1)
