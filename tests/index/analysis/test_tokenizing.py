from __future__ import annotations

import pytest

from index.analysis.tokenizing import number_digits, token_pattern


def runs(text: str) -> list[str]:
    return [match[0] for match in token_pattern().finditer(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiev, Lviv ; Odessa...", ["Kiev", "Lviv", "Odessa"]),
        ("hier…aujourd'hui—demain", ["hier", "aujourd'hui", "demain"]),
        ("« l'OTAN » (sic)", ["l'OTAN", "sic"]),
        ("a--b - c-d -e", ["a", "b", "c-d", "e"]),
        ("120 km/h, C++ & n° 5", ["120", "km", "h", "C", "n", "5"]),
        (
            "presse@defense.example https://defense.example/a_b",
            ["presse", "defense", "example", "https", "defense", "example", "a", "b"],
        ),
        ("e\u0301te\u0301 a\u0300", ["e\u0301te\u0301", "a\u0300"]),
        ("Bundes\u00adwehr", ["Bundes\u00adwehr"]),
        ("🇺🇦 Київ ❤️ 北京", ["Київ", "北京"]),
        ("l' armée d'« élite »", ["l'", "armée", "d'", "élite"]),
    ],
)
def test_words_are_letters_digits_and_what_joins_them(text: str, expected: list[str]) -> None:
    assert runs(text.replace("_", " ")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'O.N.U. vote", ["l'O.N.U.", "vote"]),
        ("les U.S. et l'U.E", ["les", "U.S.", "et", "l'U.E"]),
        ("J.D.Vance", ["J.D.", "Vance"]),
        ("pro-O.T.A.N.", ["pro-O.T.A.N."]),
        ("B.Obama", ["B", "Obama"]),
        ("un plan B. Il", ["un", "plan", "B", "Il"]),
        ("s.a.r.l.", ["s.a.r.l."]),
    ],
)
def test_dotted_acronyms_are_one_word(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 000 hommes", ["15000", None]),
        ("1.250.000 euros", ["1250000", None]),
        ("1 250 000,75", ["1250000.75"]),
        ("20,000 troops", ["20000", None]),
        ("3,5 %", ["3.5"]),
        ("0,125", ["0.125"]),
        ("en 2014 2015", [None, None, None]),
        ("2023 000", [None, None]),
        ("20 0000", [None, None]),
        ("20 00", [None, None]),
        ("1, 2", [None, None]),
        ("1,2,3", [None, None, None]),
        ("24.02.2022", [None, None, None]),
        ("06 123 456", [None, "123456"]),
        ("2022 150 000 soldats", [None, "150000", None]),
        ("12'500", ["12500"]),
        ("v. 3.5.1", [None, None, None, None]),
        ("20 000-30 000", ["20000", "30000"]),
    ],
)
def test_numbers_are_read_with_their_separators(text: str, expected: list[str | None]) -> None:
    assert [number_digits(run) for run in runs(text)] == expected
