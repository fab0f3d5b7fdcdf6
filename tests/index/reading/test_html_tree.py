"""Parts of a saved page that are no part of its article: what is quoted from it, links to others, who wrote it."""

from __future__ import annotations

import lxml.html
import pytest

from index.reading.html_tree import drop_furniture

FIRST = (
    "Réunis mardi à Tallinn, les ministres ont promis de livrer avant l'été les obus que le front réclame depuis mai. "
    "Aucun n'a su dire d'où ils viendraient, ni qui paierait le train, ni pourquoi les caisses de mars étaient vides. "
    "La réunion a duré quatre heures, dont deux passées à relire une phrase que personne ne voulait plus signer."
)
SECOND = (
    "« Promettre ne coûte rien tant que personne ne compte les caisses », a lancé la ministre au bout de trois heures."
)


def words_of(*parts: str) -> str:
    tree = lxml.html.document_fromstring(f"<body><main><h1>Les obus</h1><p>{FIRST}</p>{''.join(parts)}</main></body>")
    drop_furniture(tree)
    return " ".join(tree.text_content().split())


@pytest.mark.parametrize("name", ["pullquote", "Pull-Quote xl", "Quote_pull__e3", "exergue"])
def test_a_quotation_pulled_out_of_the_text_is_dropped(name: str) -> None:
    pulled = f'<aside class="{name}"><p>Promettre ne coûte rien tant que personne ne compte</p></aside>'
    assert words_of(f"<p>{SECOND}</p>", pulled) == f"Les obus{FIRST}{SECOND}"


def test_a_quotation_of_that_name_that_stands_nowhere_else_stays() -> None:
    quotation = "Nous n'avons signé que pour les camions de l'automne"
    assert quotation in words_of(f"<p>{SECOND}</p>", f'<blockquote class="pullquote">{quotation}</blockquote>')


def test_a_block_of_links_with_headings_is_dropped_whatever_its_name() -> None:
    card = "<a href='/a'><h3>Le patois a son outil</h3></a>"
    assert words_of(f"<section class='x1'><h2>La suite après le café</h2>{card}{card}</section>") == f"Les obus{FIRST}"


def test_a_list_of_links_that_the_text_speaks_of_stays() -> None:
    link = "<a href='/a'><h3>Un rapport</h3></a>"
    said = "Trois rapports, que nous avons lus, disent comment les caisses ont disparu des dépôts de l'Est en une nuit."
    assert said in words_of(f"<div><p>{said}</p>{link}{link}</div>")


def test_what_is_said_of_the_author_is_dropped() -> None:
    card = "<div class='Author_card__b2'><p>Mélisande Rochat est reporter depuis 2016.</p></div>"
    assert words_of(f"<p>{SECOND}</p>", card) == f"Les obus{FIRST}{SECOND}"
