from __future__ import annotations

import csv
from pathlib import Path

import pytest

from index.analysis import Analyzer, is_stop_word, readings
from index.analysis.readings import Reading
from index.document import Token

REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "analysis-cases.tsv"


def occurs(reading: Reading, document: tuple[Token, ...]) -> bool:
    terms = {(token.position, token.stem) for token in document}
    places = {token.position for token in document}
    return any(all((place + step, token.stem) in terms for step, token in enumerate(reading)) for place in places)


def matches(query: str, text: str) -> bool:
    analyzer = Analyzer()
    document = analyzer.tokens(text)
    words = [word for word in readings(analyzer.tokens(query)) if not is_stop_word(word[0][0], query, shouted=False)]
    return all(any(occurs(reading, document) for reading in word) for word in words)


def reference_cases() -> list[tuple[str, str, bool]]:
    if not REFERENCE.exists():
        return []
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [(row["query"], row["document"], row["expected_match"] == "1") for row in rows]


@pytest.mark.parametrize(("query", "document", "expected"), reference_cases())
def test_the_reference_cases_hold(query: str, document: str, expected: bool) -> None:
    assert matches(query, document) is expected


@pytest.mark.parametrize(
    ("query", "document"),
    [
        # apostrophes and elision
        ("Ndjamena", "la ville de N’Djamena"), ("N'Djamena", "Ndjamena"), ("Mbappé", "M'Bappé"), ("Sanaa", "Sana'a"),
        ("cote d'ivoire", "CÔTE D’IVOIRE"), ("d'artagnan", "D'Artagnan"), ("chti", "Ch’ti"), ("obrien", "O’Brien"),
        ("brien", "O'Brien"), ("presquile", "presqu'île"), ("ile", "la presqu’île"), ("entraide", "entr'aide"),
        ("élite", "l’« élite »"), ("élite", "l' élite"), ("odessa", "lorsqu’Odessa"), ("on", "puisqu’on"),
        ("prudhommes", "prud’homme"), ("quelquun", "quelqu’un"), ("qu'aujourd'hui", "aujourd’hui"),
        # hyphens and designations
        ("S400", "des S-400"), ("S-400", "le S400"), ("su 35", "un Su-35"), ("SU35", "Su-35"), ("MiG 29", "MiG‑29"),
        ("porte-avions", "un porte-avion"), ("portes avions", "porte-avions"),
        ("contre offensive", "contre-offensives"), ("contreoffensive", "la contre-offensive"),
        ("anti-aérienne", "antiaériens"), ("état major", "l’état-major"),
        # numbers and acronyms
        ("150000", "150 000 soldats"), ("150.000", "150 000"), ("150 000", "150,000"), ("4.2", "4,2 milliards"),
        ("2014", "en 2014 2015"), ("km", "90 km/h"), ("onu", "l’O.N.U."), ("O.N.U.", "ONU"), ("ue", "l'U.E."),
        # accents, ligatures, scripts
        ("coeur", "le cœur"), ("cœur", "COEUR"), ("Taiwan", "Taïwan"), ("erdogan", "ERDOĞAN"), ("Poznan", "Poznań"),
        ("sevastopol", "Севастополь"), ("naïf", "naive"), ("etat", "ÉTATS"), ("garcon", "garçons"),
        # number and gender
        ("frégates françaises", "frégate française"), ("général ukrainien", "généraux ukrainiens"), ("chef", "cheffes"),
        ("nouvelles armes", "nouvel armes"), ("sénateur", "sénatrices"), ("émirats arabes unis", "Émirats arabes unis"),
        ("blessée", "12 blessés"), ("ex-présidente", "ex-président"), ("jours", "un jour"), ("premières", "premier"),
        # glued words
        ("frontière", "frontièreLes"), ("ukraine", "retraitL'Ukraine"), ("2022", "2022Les"),
    ],
)  # fmt: skip
def test_the_query_finds_the_document(query: str, document: str) -> None:
    assert matches(query, document)


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("hui", "d’aujourd’hui"), ("homme", "prud’hommes"), ("2023000", "2023 000"), ("12", "1,2"), ("presse", "près"),
        ("crime", "Crimée"), ("mai", "mais"), ("entrée", "entre"), ("danse", "dans"), ("grec", "Grèce"),
        ("rein", "reine"), ("conseil", "conseiller"), ("retrait", "retraite"), ("armement", "armé"),
        ("syrien", "Syrie"), ("ministre", "ministériel"), ("cours", "cour"), ("europe", "européen"),
        ("F-16", "16 F"), ("parti", "partie"),
    ],
)  # fmt: skip
def test_the_query_does_not_find_the_document(query: str, document: str) -> None:
    assert not matches(query, document)
