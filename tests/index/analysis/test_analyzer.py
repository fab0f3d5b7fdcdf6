from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analyzer, Vocabulary, fold, fold_phrase, vocabulary
from index.analysis.analyzer import VERSION
from index.document import Token

ANALYZER = Analyzer()

# Letters, joiners and figures in the proportions that make words, numbers and everything between.
FRENCH = st.text(alphabet="abdehlnqrsuz" + "ABDÉLNÀ" + "éèêàçïœ" + "'’-. ,0123\n«", max_size=60)
SAMPLES = (
    "l’Élysée d'Ukraine jusqu’à N'Djamena aujourd’hui F-16 20 000 O.T.A.N. États-Unis quelqu’un œuvre chef-d'œuvre "
    "précédentLes Ryderqui 3,5 O'Brien l' « — … Œuvres MAÏS Noël Łódź prud'hommes"
)
WORDS = st.lists(st.sampled_from(SAMPLES.split(" "))).map(" ".join)
TEXT = FRENCH | WORDS | st.text()


def terms(text: str) -> list[tuple[int, str, str]]:
    return [(token.position, token.stem, token.exact) for token in ANALYZER.tokens(text)]


def unaccented(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les députées ont voté.", "0 les les | 1 deput deputees | 2 ont ont | 3 vote vote"),
        ("L’Élysée s’inquiète", "0 elys elysee | 1 inquiet inquiete"),
        ("jusqu’aux États-Unis", "0 aux aux | 1 etatsuni etatsunis | 1 etat etats | 2 uni unis"),
        ("l'O.T.A.N., hier", "0 otan otan | 1 hier hier"),
        ("20 000 à 3,5 %", "0 20000 20000 | 1 a a | 2 3.5 3.5"),
        ("T-90M d’aujourd’hui", "0 t90m t90m | 0 t t | 1 90m 90m | 2 aujourdhui aujourdhui"),
        ("N’Djamena", "0 ndjamena ndjamena | 0 djamena djamena"),
        ("l' armée d’« élite »", "0 armee armee | 1 elit elite"),
        ("…« — » ?", ""),
        ("retraitLes", "0 retraitl retraitles | 0 retrait retrait | 1 les les"),
    ],
)
def test_texts_become_terms_at_positions(text: str, expected: str) -> None:
    found = " | ".join(f"{token.position} {token.stem} {token.exact}" for token in ANALYZER.tokens(text))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "accented"),
    [("pêche", "pêche"), ("PÉCHÉ", "péché"), ("peche", ""), ("cœur", ""), ("20 000", ""), ("À-côté", "àcôté")],
)
def test_a_token_carries_its_accents_where_it_has_any(text: str, accented: str) -> None:
    assert ANALYZER.tokens(text)[0].accented == accented


def test_spans_show_the_words_as_they_are_written() -> None:
    text = "L’Élysée, jusqu'aux F\u201016 d’aujourd’hui… 20\u202f000 (O.T.A.N.) Bundes\u00adwehr"
    assert [text[token.start : token.end] for token in ANALYZER.tokens(text)] == [
        "Élysée", "aux", "F\u201016", "F", "16", "aujourd’hui", "20\u202f000", "O.T.A.N.", "Bundes\u00adwehr",
    ]  # fmt: skip


def covers(whole: Token, part: Token) -> bool:
    return whole.start <= part.start and part.end <= whole.end


@given(TEXT)
def test_spans_lie_inside_the_text_and_never_go_backwards(text: str) -> None:
    tokens = ANALYZER.tokens(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(first.start <= second.start for first, second in pairwise(tokens))


@given(TEXT)
def test_positions_count_from_nought_without_gaps(text: str) -> None:
    positions = [token.position for token in ANALYZER.tokens(text)]
    assert sorted(set(positions)) == list(range(len(set(positions))))
    assert positions == sorted(positions)


@given(TEXT)
def test_spans_overlap_only_if_one_covers_the_other(text: str) -> None:
    tokens = ANALYZER.tokens(text)
    for number, first in enumerate(tokens):
        for second in tokens[number + 1 :]:
            assert second.start >= first.end or covers(first, second) or covers(second, first)


@given(FRENCH | WORDS)
def test_capitals_change_no_term(text: str) -> None:
    assert terms(text.upper()) == terms(text.lower())


@given(FRENCH | WORDS)
def test_a_text_and_its_unaccented_copy_have_the_same_terms(text: str) -> None:
    assert terms(unaccented(text)) == terms(text)


@given(FRENCH | WORDS)
def test_composed_and_decomposed_texts_have_the_same_terms(text: str) -> None:
    # in lower case and without ç': glued words and that elision are found in composed text only
    composed = unicodedata.normalize("NFC", text.lower().replace("ç", "c"))
    decomposed = unicodedata.normalize("NFD", composed)
    assert [token[3:] for token in ANALYZER.tokens(decomposed)] == [token[3:] for token in ANALYZER.tokens(composed)]


@given(TEXT, TEXT)
def test_the_terms_of_two_lines_are_those_of_the_first_and_those_of_the_second(first: str, second: str) -> None:
    count = len({position for position, *_ in terms(first)})
    shifted = [(position + count, *rest) for position, *rest in terms(second)]
    assert terms(f"{first}\n{second}") == terms(first) + shifted


@given(TEXT)
def test_a_part_folds_to_its_exact_term(text: str) -> None:
    for token in ANALYZER.tokens(text):
        written = text[token.start : token.end]
        assert token.exact == fold(written) or token.exact.replace(".", "").isdigit()


@given(TEXT)
def test_looking_a_word_up_twice_changes_nothing(text: str) -> None:
    assert Analyzer().tokens(text) == ANALYZER.tokens(text) == ANALYZER.tokens(text)


@given(FRENCH | WORDS)
def test_a_folded_phrase_has_the_exact_terms_of_the_smallest_tokens(text: str) -> None:
    tokens = ANALYZER.tokens(text.lower())
    whole = {first for first, second in pairwise(tokens) if second.start < first.end}
    assert fold_phrase(text.lower()) == tuple(token.exact for token in tokens if token not in whole)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Jean-Yves Le Drian", ("jean", "yves", "le", "drian")),
        ("Groupe de contact pour l’Ukraine", ("groupe", "de", "contact", "pour", "ukraine")),
        ("O.T.A.N.", ("otan",)),
        ("Volodymyr Zelenskyï", ("volodymyr", "zelenskyi")),
        ("", ()),
    ],
)
def test_names_fold_word_by_word(name: str, folded: tuple[str, ...]) -> None:
    assert fold_phrase(name) == folded


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "pattern",
    [
        "a", "'", "-", "a'", "l'", "L'", "aaL'", "a-", "a.", "1.000", "1 000 ", "100'", "1,", "é\u0301", "\u00ad", "aA",
        "d'l-", "prud'hom", "aujourd'hui-", "auparavantUn-", "’«",
    ],
)  # fmt: skip
def test_walls_of_characters_are_read_in_linear_time(pattern: str) -> None:
    text = pattern * (200_000 // len(pattern))
    tokens = ANALYZER.tokens(text, vocabulary([text]))
    assert all(len(token.exact) <= 64 for token in tokens)


def test_the_memory_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.analysis.analyzer._REMEMBERED", 10)
    analyzer = Analyzer()
    text = " ".join(f"mot{number}" for number in range(100))
    assert analyzer.tokens(text) == ANALYZER.tokens(text)
    assert len(analyzer._runs) <= 10


def test_the_fingerprint_tells_protected_lists_apart_whatever_their_order() -> None:
    assert Analyzer({"austin", "rogers"}).fingerprint == Analyzer(["rogers", "austin"]).fingerprint
    assert Analyzer({"austin"}).fingerprint != Analyzer().fingerprint


def test_protected_names_are_not_stemmed() -> None:
    (token,) = Analyzer({"rogers"}).tokens("Rogers")
    assert token.stem == "rogers"


def test_whoever_changes_a_term_raises_the_version() -> None:
    text = (
        "L’Élysée, jusqu'aux F-16 : 20 000 Ukrainiennes, quelqu’un de l'O.T.A.N. auparavantUn travaux N’Djamena Stanqui"
    )
    stems = " ".join(token.stem for token in ANALYZER.tokens(text, Vocabulary(names={"stan"})))
    expected = (
        "elys aux f16 f 16 20000 ukrainien quelquun de otan auparavantun auparavant un travail ndjamena djamena "
        "stanqui stan qui"
    )
    assert (VERSION, stems) == (1, expected)
