from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import documents
from search.highlighting import Highlighter, Passage, Words, marks, merged
from search.plan import All, And, Clause, Fuzzy, Not, Nothing, Or, Phrase, Prefix, Published, Term, Within, day_number
from tests.search.archive import analyzer, article, gazetteer, recogniser

TEXT = "L’Élysée et le porte-parole de l'OTAN : Jelenski demande des F-16, 20 000 obus et la paix, la paix."


def stem(word: str) -> Term:
    return Term("stem", analyzer().tokens(word)[0].stem)


def exact(*words: str) -> Phrase:
    return Phrase(tuple((Term("exact", word),) for word in words))


DAY = day_number(date(2024, 3, 3)) or 0
IN_TITLE, IN_BODY = Term("zone", "title", 0.0), Term("zone", "body", 0.0)


@pytest.mark.parametrize(
    ("clause", "marked"),
    [
        (stem("élysée"), ["Élysée"]),
        (Term("exact", "elysee"), ["Élysée"]),
        (Term("accented", "élysée"), ["Élysée"]),
        (Term("exact", "porteparole"), ["porte-parole"]),
        (Term("exact", "parole"), ["parole"]),
        (Term("exact", "20000"), ["20 000"]),
        (stem("paix"), ["paix", "paix"]),
        (Prefix("exact", "por"), ["porte-parole"]),
        (Fuzzy("exact", "elisee", 1), ["Élysée"]),
        (exact("porte", "parole", "de"), ["porte-parole de"]),
        (exact("la", "paix"), ["la paix", "la paix"]),
        (Phrase(((Term("exact", "et"),), (), (Term("exact", "paix"),))), ["et la paix"]),
        (exact("paix", "paix"), []),
        (Or((stem("élysée"), stem("guerre"))), ["Élysée"]),
        (And((stem("élysée"), stem("guerre"))), []),
        (And((stem("élysée"), stem("paix"))), ["Élysée", "paix", "paix"]),
        (And((stem("élysée"), Not(stem("paix")))), []),
        (And((stem("élysée"), Not(stem("guerre")))), ["Élysée"]),
        (Not(stem("guerre")), []),
        (And((stem("élysée"), IN_BODY)), ["Élysée"]),
        (And((stem("élysée"), IN_TITLE)), []),
        (Term("person", "volodymyr-zelensky", 0.0), ["Jelenski"]),
        (Term("person_name", "volodymyr-zelensky"), ["Jelenski"]),
        (Term("person_spelling", "volodymyr-zelensky\x1fjelenski"), ["Jelenski"]),
        (Term("person_spelling", "volodymyr-zelensky\x1fzelensky"), []),
        (Term("person", "lloyd-austin"), []),
        (Term("organisation", "otan"), ["OTAN"]),
        (Term("source", "Agence"), []),
        (And((stem("élysée"), Term("source", "Agence"))), ["Élysée"]),
        (And((stem("élysée"), Term("source", "Autre"))), []),
        (All(), []),
        (And((stem("élysée"), Published(after=DAY))), ["Élysée"]),
        (And((stem("élysée"), Published(after=DAY + 1))), []),
        (And((stem("élysée"), Published(before=DAY))), ["Élysée"]),
        (And((stem("élysée"), Published(before=DAY - 1))), []),
        (Or((All(), stem("élysée"))), ["Élysée"]),
        (And((Nothing(), stem("élysée"))), []),
        (Or((exact("la", "paix"), stem("paix"))), ["la paix", "la paix"]),
    ],
)
def test_a_clause_marks_its_evidence(clause: Clause, marked: list[str]) -> None:
    one = article(0, "", TEXT, source="Agence", day=date(2024, 3, 3))
    mentions = recogniser().mentions(one)
    highlighter = Highlighter(analyzer(), gazetteer().name_tokens())
    spans = highlighter.highlights(Within(clause), one, mentions, [0])[0]
    assert [TEXT[start:end] for start, end in spans] == marked


def test_each_thing_that_an_article_is_asked_for_is_marked_where_it_stands() -> None:
    one = article(0, "Un sommet", "Un sommet de la paix.", "La paix, sans guerre.")
    match = And((Within(stem("sommets")), Within(stem("paix")), Not(Within(stem("drone")))))
    highlighter = Highlighter(analyzer(), gazetteer().name_tokens())
    spans = highlighter.highlights(match, one, (), [0, 1, 2])
    texts = [[one.paragraphs[n].text[a:b] for a, b in spans[n]] for n in (0, 1, 2)]
    assert texts == [["sommet"], ["sommet", "paix"], ["paix"]]


GLUED = st.lists(
    st.sampled_from(
        ["Ryder", "Ryderqui", "auparavantUn", "précédentL'Ukraine", "Patrick", "l'Élysée", "F-16", "parle"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(st.lists(GLUED, min_size=1, max_size=4))
def test_paragraphs_are_analysed_as_they_were_indexed(texts: list[str]) -> None:
    one = article(0, "", *texts)
    names = gazetteer().name_tokens()
    highlighter = Highlighter(analyzer(), names)
    for document in documents(one, (), analyzer(), names):
        for token in document.tokens:
            found = highlighter.highlights(Within(Term("exact", token.exact)), one, (), [document.ordinal])
            assert any(start <= token.start and token.end <= end for start, end in found[document.ordinal])


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda each: (each[0], each[0] + each[1])))


@given(spans)
def test_merged_spans_cover_the_same_places_in_order_and_apart(drawn: list[tuple[int, int]]) -> None:
    result = merged(drawn)
    assert {n for a, b in result for n in range(a, b)} == {n for a, b in drawn for n in range(a, b)}
    assert all(end < start for (_, end), (start, _) in pairwise(result))


def test_nothing_is_marked_without_words() -> None:
    one = article(0, "", TEXT)
    assert Highlighter(analyzer(), ()).highlights(All(), one, (), [0]) == {0: ()}
    assert marks([], Passage(Words(()), one.paragraphs[0], (), one)) == ()
