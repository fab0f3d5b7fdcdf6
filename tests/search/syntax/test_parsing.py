from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysis import fold_phrase
from search.syntax import (
    Conjunction,
    Dated,
    Disjunction,
    FieldValue,
    Negation,
    Node,
    Titled,
    as_value,
    field_names,
    parse,
)
from search.syntax.dates import period
from search.syntax.parsing import DEEPEST

FIELDS = field_names(("person", "country", "organisation", "weapon"))


def written(node: Node | None) -> str:
    """A tree with every parenthesis, to compare with."""
    match node:
        case None:
            return ""
        case Conjunction():
            return f"({' & '.join(map(written, node.children))})"
        case Disjunction():
            return f"({' | '.join(map(written, node.children))})"
        case Negation():
            return f"!{written(node.child)}"
        case Titled():
            return f"title:{written(node.child)}"
        case FieldValue():
            return f"{node.field}={node.value}"
        case Dated():
            return f"{node.after or ''}..{node.before or ''}"
        case _:
            signs = {"Word": "", "Quoted": '"', "Truncated": "*", "Approximate": "~"}[type(node).__name__]
            return node.text + signs + (str(node.edits) if hasattr(node, "edits") else "")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", ""),
        ("  ", ""),
        ("a b", "(a & b)"),
        ("a OU b c", "(a | (b & c))"),
        ("a b OR c d", "((a & b) | (c & d))"),
        ("(a OU b) c", "((a | b) & c)"),
        ("a ET b AND c", "(a & b & c)"),
        ("a (b c) d", "(a & b & c & d)"),
        ("a SAUF b OU c", "((a & !b) | c)"),
        ("a NOT b", "(a & !b)"),
        ("a AND NOT b", "(a & !b)"),
        ("a OU -b", "(a | !b)"),
        ("-a", "!a"),
        ("−a", "!a"),
        ("-(a b)", "!(a & b)"),
        ("NON (a OU b)", "!(a | b)"),
        ('-"a b"', '!a b"'),
        ("-pays:ua", "!country=ua"),
        ("a-b -c", "(a-b & !c)"),
        ("- a", "a"),
        ("--a", "!a"),
        ("a et b ou c sauf d", "(a & et & b & ou & c & sauf & d)"),
        ('« a b » “c d” "e"', '( a b " & c d" & e")'),
        ('“a" b', '(a" & b)'),
        ('"a b', "(a & b)"),
        ("« a b", "(a & b)"),
        ('a"b"c', '(a & b" & c)'),
        ('"a b"~5 c', '(a b" & c)'),
        ('""', '"'),
        ("défen*", "défen*"),
        ("(défen*)", "défen*"),
        ("d*", "d"),
        ("*fense d?f*n défen**", "(fense & dfn & défen*)"),
        ("mot~ mot~1 mot~2 mot~9 mot~0 mot~x", "(mot~1 & mot~1 & mot~2 & mot~2 & mot & motx)"),
        ("zelinski~ jelens~ trump~ zelinski~1", "(zelinski~2 & jelens~2 & trump~1 & zelinski~1)"),
        ("-~1 a", "(1 & a)"),
        ("(~1mot~1", "1mot~1"),
        (f"mot~21, mot~{'9' * 5000}", "(mot~2 & mot~2)"),
        ("pays:ua", "country=ua"),
        ("PAYS:ua Country:ua", "(country=ua & country=ua)"),
        ("pays: ua", "country=ua"),
        ("pays : ua", "country=ua"),
        ("pays\u00a0: ua", "country=ua"),
        ("après : 2024", "2024-01-01.."),
        ("note : ua", "(note & ua)"),
        ("auteur:ua", "auteur:ua"),
        ("la U.S.A. vote.", "(la & U.S.A. & vote)"),
        ('pays:"Royaume-Uni", personne:«Lloyd Austin»', "(country=Royaume-Uni & person=Lloyd Austin)"),
        ("organisation:OTAN organization:nato weapon:f-16", "(organisation=OTAN & organisation=nato & weapon=f-16)"),
        ("pays:(ua OU ru)", "(country=ua | country=ru)"),
        ("pays:(ua OU -ru) a", "((country=ua | !country=ru) & a)"),
        ("pays:-ua a", "(!country=ua & a)"),
        ("pays: SAUF NON ua", "!country=ua"),
        ("pays:--(ua OU ru)", "!(country=ua | country=ru)"),
        ("titre:-otan kiev", "(!title:otan & kiev)"),
        ('personne:-"Lloyd Austin"', "!person=Lloyd Austin"),
        ("après:-2024 a", "(!2024-01-01.. & a)"),
        ("-pays:-ua", "!!country=ua"),
        ("pays:", ""),
        ("pays:NON", ""),
        ("pays:-() a", "a"),
        ("pays:OU a", "a"),
        ('pays:"" a', "a"),
        ("pays:??? a", "country=a"),
        ("titre:otan kiev", "(title:otan & kiev)"),
        ("titre:(otan OU kiev)", "title:(otan | kiev)"),
        ('title:"a b" titre:défen*', '(title:a b" & title:défen*)'),
        ("titre:pays:ua", "country=ua"),
        ('source:lemonde.fr source:"Le Monde"', "(source=lemonde.fr & source=Le Monde)"),
        ("http://a.fr note:b", "(http://a.fr & note:b)"),
        ("avant:2024", "..2024-12-31"),
        ("après:2024-02", "2024-02-01.."),
        ("apres:29/02/2024 a", "(2024-02-29.. & a)"),
        ("after:1er mars 2024 a", "(2024-03-01.. & a)"),
        ("before:mars 2024", "..2024-03-31"),
        ('avant:"3 févr. 2024"', "..2024-02-03"),
        ("avant:30/02/2024 a", "a"),
        ("avant:(2024)", "..2024-12-31"),
        ("AND", "AND"),
        ("OU ET", "(OU & ET)"),
        ("a AND", "a"),
        ("OU a", "a"),
        ("a OU OU b", "(a | b)"),
        ("a ET OU b", "(a | b)"),
        ("a ET ET b", "(a & b)"),
        ("NOT", "NOT"),
        ("a NOT", "a"),
        ("NOT NOT a", "!a"),
        ("-(a", "!a"),
        ("((a) b", "(a & b)"),
        ("a) OU b", "(a | b)"),
        ("() a ( )", "a"),
        ("-() a", "a"),
        ("a, b; c! d? e…", "(a & b & c & d & e)"),
        ("??? a -- b", "(a & b)"),
        ("ministre(s)", "(ministre & s)"),
        ("20 000 soldats", "(20 000 & soldats)"),
        ("2024 000", "(2024 & 000)"),
        ("[a] {b}", "(a & b)"),
        ("l'Élysée d’Orléans", "(l'Élysée & d’Orléans)"),
        ("O.T.A.N. U.S.", "(O.T.A.N. & U.S.)"),
    ],
)
def test_trees(query: str, tree: str) -> None:
    assert written(parse(query, FIELDS).tree) == tree


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("a", []),
        ("a, b…", []),
        ("a ??? b", [("???", "no_letters")]),
        ("() a", [("()", "no_letters")]),
        ('a "b', [('"', "unbalanced_quote")]),
        ("» a", [("»", "unbalanced_quote")]),
        ("(a) b) (c", [(")", "unbalanced_parenthesis"), ("(", "unbalanced_parenthesis")]),
        ("AND a OR", [("AND", "operator_without_operand"), ("OR", "operator_without_operand")]),
        ("a ET OU b", [("ET", "operator_without_operand")]),
        ("SAUF NON a", [("NON", "operator_without_operand")]),
        ("-() a", [("-", "operator_without_operand"), ("()", "no_letters")]),
        ("d* a", [("*", "too_short")]),
        ("a pays:", [("pays:", "field_without_value")]),
        ("avant:demain a", [("avant:demain", "unknown_date")]),
    ],
)
def test_what_has_no_meaning_is_ignored_with_a_reason(query: str, ignored: list[tuple[str, str]]) -> None:
    assert [(part.typed, part.reason) for part in parse(query, FIELDS).ignored] == ignored


def test_parentheses_that_lie_too_deep_are_left_out() -> None:
    depth = 10_000
    syntax = parse("(" * depth + "a OU b" + ")" * depth, FIELDS)
    assert written(syntax.tree) == "(a | b)"
    assert [part.reason for part in syntax.ignored] == ["too_deep"] * 2 * (depth - DEEPEST)


@pytest.mark.parametrize(
    "sign", ['"', "«", "»", "(", ")", "-", "a~", "a*", "pays:", "titre:-", "a OU ", "NON ", "a:", "1 000 ", "~"]
)
def test_a_wall_of_one_sign_is_read_in_linear_time(sign: str) -> None:
    assert parse(sign * 20_000, FIELDS) is not None


@pytest.mark.parametrize("label", ["OTAN", "Le Monde", 'Fonds "Avenir 2030"', "Fonds “Avenir”", 'Le « "groupe" » X'])
def test_a_label_is_one_value_whatever_quotes_are_in_it(label: str) -> None:
    tree = parse(f"organisation:{as_value(label)}", FIELDS).tree
    assert isinstance(tree, FieldValue)
    assert fold_phrase(tree.value) == fold_phrase(label)


def test_an_unknown_kind_of_facet_is_a_word() -> None:
    assert written(parse("personne:a", field_names(("place",))).tree) == "personne:a"


SIGNS = ["a", "été", " ", "  ", '"', "«", "»", "“", "”", "(", ")", "-", "*", "~2", "?", ":", "_", "l'", "F-16", "🙂"]
NAMES = ["pays:", "titre:", "avant:", "2024", "3 mars 2024", " ET ", " OU ", " SAUF ", " NOT ", "\u0301", "\u00a0"]
PIECES = st.sampled_from([*SIGNS, *NAMES])
queries = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(queries)
@settings(max_examples=150)
def test_any_string_parses_and_every_node_has_its_place(query: str) -> None:
    syntax = parse(query, FIELDS)
    for node in nodes(syntax.tree):
        assert 0 <= node.start < node.end <= len(query)
    for part in syntax.ignored:
        assert part.typed in query
        assert part.reason


@given(queries)
@settings(max_examples=150)
def test_compounds_have_two_children_or_more_in_reading_order(query: str) -> None:
    for node in nodes(parse(query, FIELDS).tree):
        if isinstance(node, Conjunction | Disjunction):
            assert len(node.children) > 1
            assert not any(isinstance(child, type(node)) for child in node.children)
            assert [child.start for child in node.children] == sorted(child.start for child in node.children)


def nodes(node: Node | None) -> list[Node]:
    match node:
        case None:
            return []
        case Conjunction() | Disjunction():
            return [node, *(inner for child in node.children for inner in nodes(child))]
        case Negation() | Titled():
            return [node, *nodes(node.child)]
        case _:
            return [node]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-03-05", (date(2024, 3, 5), date(2024, 3, 5))),
        ("2024-3-5", (date(2024, 3, 5), date(2024, 3, 5))),
        ("2024/03/05", (date(2024, 3, 5), date(2024, 3, 5))),
        ("05/03/2024", (date(2024, 3, 5), date(2024, 3, 5))),
        ("5.3.2024", (date(2024, 3, 5), date(2024, 3, 5))),
        ("5 MARS 2024", (date(2024, 3, 5), date(2024, 3, 5))),
        ("1er août 2024", (date(2024, 8, 1), date(2024, 8, 1))),
        ("02/2024", (date(2024, 2, 1), date(2024, 2, 29))),
        ("fevrier 2023", (date(2023, 2, 1), date(2023, 2, 28))),
        ("déc. 2023", (date(2023, 12, 1), date(2023, 12, 31))),
        ("5 March 2024", (date(2024, 3, 5), date(2024, 3, 5))),
        ("Dec 2023", (date(2023, 12, 1), date(2023, 12, 31))),
        ("févr. 2023", (date(2023, 2, 1), date(2023, 2, 28))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024.", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-13", None),
        ("2023-02-29", None),
        ("0000", None),
        ("24", None),
        ("5 brumaire 2024", None),
        ("mars", None),
        ("", None),
    ],
)
def test_dates_cover_days(text: str, days: tuple[date, date] | None) -> None:
    assert period(text) == days


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    period(text)
